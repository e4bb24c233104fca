// Draws a cell in the tone its model gives it (colour on the text, also of a selected row, and on an icon before it
// where asked for), and elides the columns that hold addresses in the middle.
#pragma once

#include <QSet>
#include <QStyledItemDelegate>

namespace callboard {

class TonedDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum Role { ToneRole = Qt::UserRole + 100, ToneIconRole }; // look::Tone as int; bool

    explicit TonedDelegate(QSet<int> middleElided = {}, QObject *parent = nullptr);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    QSet<int> m_middleElided;
};

} // namespace callboard

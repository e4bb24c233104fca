// Draws and edits the cells of the header table: what is wrong in the failure colour, what to think of in the warning
// one, the blank row quiet, the boxes centred, a secret's editor showing dots, names completed.
#pragma once

#include "ui/look/toneddelegate.h"

namespace callboard {

class HeaderDelegate : public TonedDelegate {
    Q_OBJECT

public:
    explicit HeaderDelegate(QObject *parent = nullptr)
        : TonedDelegate({}, parent)
    {
    }

    // What is proposed while a name is typed; may go on growing.
    void setKnownNames(const QStringList &names) { m_names = names; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    QStringList m_names;
};

} // namespace callboard

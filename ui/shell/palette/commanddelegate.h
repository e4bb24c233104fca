// A command in one line: its title with the typed letters strong, where it belongs and why not in a quieter tone, and
// its keys at the right.
#pragma once

#include <QStyledItemDelegate>

namespace callboard {

class CommandDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace callboard

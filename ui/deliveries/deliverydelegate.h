// Draws the log's cells: the state as icon and coloured word, ids and names elided in the middle, 28 px rows. Knows
// roles only.
#pragma once

#include <QStyledItemDelegate>

namespace callboard {

class DeliveryDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace callboard

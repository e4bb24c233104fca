#include "ui/deliveries/deliverydelegate.h"

#include "ui/deliveries/deliverylistmodel.h"
#include "ui/look/look.h"

namespace callboard {

QSize DeliveryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(look::kRowHeight);
    return size;
}

void DeliveryDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideMiddle;
    option->state &= ~QStyle::State_HasFocus; // the whole row is marked, not one cell of it
    if (index.column() == DeliveryListModel::State) {
        const auto tone = static_cast<look::Tone>(index.data(DeliveryListModel::ToneRole).toInt());
        const QColor color = look::color(tone, option->palette);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = look::stateIcon(tone, option->palette);
        option->decorationSize = QSize(16, 16);
        option->palette.setColor(QPalette::Text, color);
        option->palette.setColor(QPalette::HighlightedText, color);
    } else if (index.column() == DeliveryListModel::Mark) {
        const bool marked = index.data(DeliveryListModel::MarkedRole).toBool();
        if (!marked && !index.data(DeliveryListModel::NotedRole).toBool())
            return;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = look::icon(marked ? QStringLiteral("mark") : QStringLiteral("note"),
                                  marked ? look::color(look::Tone::Waiting, option->palette) : QColor());
        option->decorationSize = QSize(16, 16);
        option->decorationAlignment = Qt::AlignCenter;
    } else if (option->text == QStringLiteral("–")) {
        option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
    }
}

} // namespace callboard

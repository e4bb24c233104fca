#include "ui/look/toneddelegate.h"

#include "ui/look/look.h"

#include <utility>

namespace callboard {

TonedDelegate::TonedDelegate(QSet<int> middleElided, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_middleElided(std::move(middleElided))
{
}

void TonedDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->state.setFlag(QStyle::State_HasFocus, false); // the whole row is marked, not one cell of it
    if (m_middleElided.contains(index.column())) {
        option->textElideMode = Qt::ElideMiddle;
        if (option->direction == Qt::RightToLeft) // addresses and ids read left to right in every language
            option->text.prepend(QChar(0x200E));
    }
    const QVariant value = index.data(ToneRole);
    if (!value.isValid())
        return;
    const auto tone = static_cast<look::Tone>(value.toInt());
    for (QPalette::ColorRole role : {QPalette::Text, QPalette::HighlightedText})
        option->palette.setColor(role, look::color(tone, option->palette));
    if (!index.data(ToneIconRole).toBool())
        return;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = look::stateIcon(tone, option->palette);
    option->decorationSize = QSize(16, 16);
}

} // namespace callboard

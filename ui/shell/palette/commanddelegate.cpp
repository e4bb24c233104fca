#include "ui/shell/palette/commanddelegate.h"

#include "ui/look/look.h"
#include "ui/shell/palette/commandmodel.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

namespace callboard {

namespace {

constexpr int kHeight = 32;
constexpr int kSide = 12;

QString remarkOf(const QModelIndex &index)
{
    const QString place = index.data(CommandModel::PlaceRole).toString();
    if (index.data(CommandModel::CanRole).toBool())
        return place;
    const QString obstacle = index.data(CommandModel::ObstacleRole).toString();
    return CommandDelegate::tr("%1 – %2").arg(place,
                                              obstacle.isEmpty() ? CommandDelegate::tr("not possible now") : obstacle);
}

// The part of a row as the layout direction has it; worked out from left to right.
QRect placed(const QStyleOptionViewItem &option, const QRect &part)
{
    return QStyle::visualRect(option.direction, option.rect, part);
}

int leading(const QStyleOptionViewItem &option)
{
    return int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter);
}

// Draws the title within `room` and says how wide it came out.
int drawTitle(QPainter *painter, const QStyleOptionViewItem &option, const QRect &room, const QModelIndex &index,
              const QColor &ink)
{
    const QFont &font = option.font;
    const QString title = index.data(Qt::DisplayRole).toString();
    const QString shown = QFontMetrics(font).elidedText(title, Qt::ElideRight, room.width());
    QList<QTextLayout::FormatRange> formats;
    for (const int at : index.data(CommandModel::MatchedRole).value<QList<int>>()) {
        if (at >= shown.size() || (shown != title && at >= shown.size() - 1))
            break;
        QTextLayout::FormatRange strong{at, 1, {}};
        strong.format.setFontWeight(QFont::Bold);
        formats.append(strong);
    }
    QTextLayout layout(shown, font);
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    layout.endLayout();
    painter->setPen(ink);
    // On the line that plain text stands on: bold letters may be a little taller.
    const QFontMetrics metrics(font);
    const int baseline = room.top() + (room.height() - metrics.height()) / 2 + metrics.ascent();
    const int width = int(line.naturalTextWidth());
    const QRect place = placed(option, {room.left(), room.top(), width, room.height()});
    layout.draw(painter, QPointF(place.left(), baseline - line.ascent()));
    return width;
}

} // namespace

void CommandDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setClipRect(option.rect);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, option.palette.color(QPalette::Active, QPalette::Highlight));
    const QColor quiet = option.palette.color(QPalette::Active, QPalette::PlaceholderText);
    const QColor ink = option.palette.color(QPalette::Active, QPalette::Text);
    QRect room = option.rect.adjusted(kSide, 0, -kSide, 0);

    const QString keys = index.data(CommandModel::KeysRole).toString();
    if (!keys.isEmpty()) {
        painter->setFont(option.font);
        painter->setPen(quiet);
        const Qt::Alignment trailing = QStyle::visualAlignment(option.direction, Qt::AlignRight);
        painter->drawText(placed(option, room), int(trailing | Qt::AlignVCenter), keys);
        room.setRight(room.right() - option.fontMetrics.horizontalAdvance(keys) - look::kGroupGap);
    }
    const bool can = index.data(CommandModel::CanRole).toBool();
    room.setLeft(room.left() + drawTitle(painter, option, room, index, can ? ink : quiet) + kSide);
    painter->setFont(option.font);
    painter->setPen(quiet);
    if (room.width() > kSide)
        painter->drawText(placed(option, room), leading(option),
                          option.fontMetrics.elidedText(remarkOf(index), Qt::ElideRight, room.width()));
    painter->restore();
}

QSize CommandDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, qMax(kHeight, option.fontMetrics.height() + look::kGap)};
}

} // namespace callboard

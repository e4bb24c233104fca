#include "ui/targets/targetdelegate.h"

#include "ui/look/look.h"
#include "ui/targets/targetlistmodel.h"
#include "ui/targets/targettrend.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace callboard {

namespace {

// Of an hour with anything at all there is something to be seen.
int heightOf(qint64 count, qint64 busiest, int room)
{
    return count == 0 ? 0 : std::max(2, int(std::lround(double(count) * room / double(busiest))));
}

void drawTrend(QPainter &painter, const QRect &place, const TargetTrend &trend, const QPalette &palette)
{
    const int step = TargetDelegate::kBar + 1;
    const int base = place.bottom() + 1;
    painter.fillRect(QRect(place.left(), base, step * TargetTrend::kHours - 1, 1), palette.color(QPalette::Mid));
    const qint64 busiest = std::max<qint64>(trend.busiest(), 1);
    for (int hour = 0; hour < TargetTrend::kHours; ++hour) {
        const auto at = size_t(hour);
        const int failed = heightOf(trend.failed[at], busiest, place.height());
        const int whole = std::max(heightOf(trend.delivered[at] + trend.failed[at], busiest, place.height()),
                                   trend.delivered[at] > 0 ? failed + 1 : failed);
        const int left = place.left() + step * hour;
        painter.fillRect(QRect(left, base - whole + failed, TargetDelegate::kBar, whole - failed),
                         look::color(look::Tone::Delivered, palette));
        painter.fillRect(QRect(left, base - whole, TargetDelegate::kBar, failed),
                         look::color(look::Tone::Failed, palette));
    }
}

} // namespace

void TargetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    TonedDelegate::paint(painter, option, index);
    if (index.column() != TargetListModel::TrendColumn)
        return;
    const auto trend = index.data(TargetListModel::TrendRole).value<TargetTrend>();
    drawTrend(*painter, option.rect.adjusted(look::kGap, 6, -look::kGap, -7), trend, option.palette);
}

} // namespace callboard

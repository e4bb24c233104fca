#include "ui/targets/arranging.h"

namespace callboard {

QList<TargetId> movedTo(const QList<TargetId> &all, const QList<TargetId> &moved, int gap)
{
    QList<TargetId> before;
    QList<TargetId> taken;
    QList<TargetId> behind;
    for (int place = 0; place < all.size(); ++place)
        (moved.contains(all[place]) ? taken : place < gap ? before : behind).append(all[place]);
    return before + taken + behind;
}

QList<TargetId> movedBy(const QList<TargetId> &all, const QList<TargetId> &moved, int step)
{
    QList<TargetId> order = all;
    const auto swapWith = [&order, &moved](qsizetype place, qsizetype with) {
        if (moved.contains(order[place]) && !moved.contains(order[with]))
            order.swapItemsAt(place, with);
    };
    if (step < 0) {
        for (qsizetype place = 1; place < order.size(); ++place)
            swapWith(place, place - 1);
    } else {
        for (qsizetype place = order.size() - 2; place >= 0; --place)
            swapWith(place, place + 1);
    }
    return order;
}

} // namespace callboard

#include "core/store/workspacereader.h"

#include <QElapsedTimer>

#include <algorithm>

// The part of WorkspaceReader that goes through what a filter lets through in steps, so that nobody behind it on the
// same thread waits for long, however much there is and however long its bodies are.

namespace callboard {

namespace {

constexpr int kRows = 500;
constexpr int kBodies = 50;

} // namespace

DeliveryScan WorkspaceReader::scan(const DeliveryFilter &filter, DeliveryId before, Milliseconds budget) const
{
    const bool bodies = filter.looksIntoBodies();
    DeliveryFilter outside = filter;
    outside.conditions.removeIf(
        [](const DeliveryCondition &condition) { return condition.field == DeliveryCondition::Field::Body; });
    const int chunk = bodies ? kBodies : kRows;
    DeliveryScan scan;
    scan.last = before;
    QElapsedTimer timer;
    timer.start();
    do {
        const QList<DeliveryRow> rows = deliveries(outside, scan.last, chunk);
        scan.looked += rows.size();
        scan.ended = rows.size() < chunk;
        if (!rows.isEmpty())
            scan.last = rows.constLast().delivery.id;
        if (!bodies) {
            scan.rows += rows;
        } else if (!rows.isEmpty()) {
            QList<DeliveryId> ids;
            for (const DeliveryRow &row : rows)
                ids.append(row.delivery.id);
            scan.rows += deliveries(filter, ids);
        }
    } while (!scan.ended && scan.rows.size() < kRows && timer.elapsed() < budget.count());
    return scan;
}

} // namespace callboard

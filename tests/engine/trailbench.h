// What the tests of the trail share: orders given by one person, and what they left.
#pragma once

#include "tests/engine/enginebench.h"

#include <QStringList>

namespace callboard {

inline const QString kActor = QStringLiteral("ann (window)");

inline EngineOptions byAnn()
{
    EngineOptions options;
    options.actor = kActor;
    return options;
}

inline QList<TrailRow> trail(const EngineBench &bench)
{
    return WorkspaceReader::open(bench.workspace()).value()->trail({}, 0, 1000).value();
}

// What came since the trail had `before` rows, the newest first.
inline QStringList actionsSince(const EngineBench &bench, qsizetype before)
{
    QStringList actions;
    const auto rows = trail(bench);
    for (const TrailRow &row : rows.first(rows.size() - before))
        actions.append(row.entry.action);
    return actions;
}

inline CallbackTarget present(const EngineBench &bench, TargetId id)
{
    return WorkspaceReader::open(bench.workspace()).value()->target(QString::number(id.value)).value();
}

template <class T, class Give>
Result<T> give(EngineBench &bench, Give order)
{
    return bench.order<T>([&](Orders &orders) { return order(orders); });
}

} // namespace callboard

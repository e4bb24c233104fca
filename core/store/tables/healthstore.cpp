#include "core/store/tables/healthstore.h"

#include "core/domain/target.h"

namespace callboard {

Result<QList<TargetHealth>> HealthStore::all()
{
    return read(QStringLiteral("SELECT target_id, failing_since, circuit_open, probes FROM target_health "
                               "ORDER BY target_id"),
                {});
}

Result<QList<TargetHealth>> HealthStore::ofEnabled()
{
    return read(QStringLiteral("SELECT h.target_id, h.failing_since, h.circuit_open, h.probes FROM target_health h "
                               "JOIN target t ON t.id = h.target_id WHERE t.state = ? AND t.removed_at IS NULL "
                               "ORDER BY h.target_id"),
                {int(TargetState::Enabled)});
}

Result<QList<TargetHealth>> HealthStore::read(const QString &sql, const QVariantList &values)
{
    QList<TargetHealth> list;
    return m_db
        .each(
            sql, values,
            [&list](const auto &row) {
                list.append(
                    {{row.value(0).toLongLong()}, timeFrom(row.value(1)), row.value(2).toBool(), row.value(3).toInt()});
            })
        .map([&list] { return list; });
}

Result<void> HealthStore::save(const TargetHealth &health)
{
    return m_db
        .run(QStringLiteral("INSERT INTO target_health (target_id, failing_since, circuit_open, probes) "
                            "VALUES (?, ?, ?, ?) ON CONFLICT (target_id) DO UPDATE SET "
                            "failing_since = excluded.failing_since, circuit_open = excluded.circuit_open, "
                            "probes = excluded.probes"),
             {health.target.value, stored(health.failingSince), int(health.circuitOpen), health.probes})
        .map([](auto *) {});
}

Result<void> HealthStore::remove(TargetId target)
{
    return m_db.run(QStringLiteral("DELETE FROM target_health WHERE target_id = ?"), {target.value}).map([](auto *) {});
}

} // namespace callboard

#include "core/store/tables/deliverystore.h"

namespace callboard {

namespace {

QVariant optionalId(DeliveryId id)
{
    return id.isValid() ? QVariant(id.value) : QVariant();
}

QList<DeliveryId> idsFrom(QSqlQuery *row)
{
    QList<DeliveryId> ids;
    while (row->next())
        ids.append(DeliveryId{row->value(0).toLongLong()});
    return ids;
}

std::optional<Delivery> firstFrom(QSqlQuery *row)
{
    std::optional<Delivery> delivery;
    if (row->next())
        delivery = deliveryFrom(*row);
    row->finish();
    return delivery;
}

bool anyRow(QSqlQuery *row)
{
    const bool any = row->next();
    row->finish();
    return any;
}

} // namespace

const QString &deliveryColumns()
{
    static const QString columns = QStringLiteral(
        "d.id, d.target_id, d.asset, d.trigger_kind, d.first_event, d.latest_event, d.merged, d.state, d.attempts, "
        "d.status, "
        "d.error, d.cause, d.created_at, d.due_at, d.finished_at, d.replay_of, d.superseded_by, d.window_ms, "
        "d.window_reason, d.replay_content");
    return columns;
}

Delivery deliveryFrom(const QSqlQuery &row)
{
    Delivery delivery;
    int column = 0;
    const auto next = [&] { return row.value(column++); };
    delivery.id = {next().toLongLong()};
    delivery.target = {next().toLongLong()};
    delivery.asset = next().toString();
    delivery.trigger = Trigger(next().toInt());
    delivery.firstEvent = {next().toLongLong()};
    delivery.latestEvent = {next().toLongLong()};
    delivery.merged = next().toInt();
    delivery.state = DeliveryState(next().toInt());
    delivery.attempts = next().toInt();
    delivery.status = next().toInt();
    delivery.error = next().toString();
    delivery.cause = next().toString();
    delivery.createdAt = timeFrom(next());
    delivery.dueAt = timeFrom(next());
    if (const QVariant finished = next(); !finished.isNull())
        delivery.finishedAt = timeFrom(finished);
    delivery.replayOf = {next().toLongLong()};
    delivery.supersededBy = {next().toLongLong()};
    delivery.window = Milliseconds(next().toLongLong());
    delivery.windowReason = next().toString();
    delivery.replayContent = ReplayContent(next().toInt());
    return delivery;
}

Result<void> DeliveryStore::insert(const Delivery &d)
{
    return m_db
        .run(QStringLiteral(
                 "INSERT INTO delivery (id, target_id, asset, trigger_kind, first_event, latest_event, merged, "
                 "state, attempts, status, error, cause, created_at, due_at, finished_at, replay_of, window_ms, "
                 "window_reason, replay_content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
             {d.id.value, d.target.value, d.asset, int(d.trigger), d.firstEvent.value, d.latestEvent.value, d.merged,
              int(d.state), d.attempts, d.status, d.error, d.cause, stored(d.createdAt), stored(d.dueAt),
              stored(d.finishedAt), optionalId(d.replayOf), qint64(d.window.count()), d.windowReason,
              int(d.replayContent)})
        .map([](QSqlQuery *) {});
}

Result<void> DeliveryStore::addEvent(DeliveryId delivery, EventId event)
{
    return m_db
        .run(QStringLiteral("INSERT INTO delivery_event (delivery_id, event_id) VALUES (?, ?)"),
             {delivery.value, event.value})
        .map([](QSqlQuery *) {});
}

Result<std::optional<Delivery>> DeliveryStore::byId(DeliveryId id)
{
    return m_db.run(QStringLiteral("SELECT %1 FROM delivery d WHERE d.id = ?").arg(deliveryColumns()), {id.value})
        .map(firstFrom);
}

Result<std::optional<Delivery>> DeliveryStore::absorbing(TargetId target, const QString &asset)
{
    return m_db
        .run(QStringLiteral(
                 "SELECT %1 FROM delivery d WHERE d.target_id = ? AND d.asset = ? AND d.state < 10 "
                 "AND d.state IN (0, 1, 4) AND d.attempts = 0 AND d.replay_of IS NULL ORDER BY d.id DESC LIMIT 1")
                 .arg(deliveryColumns()),
             {target.value, asset})
        .map(firstFrom);
}

Result<void> DeliveryStore::absorb(DeliveryId delivery, const MediaEvent &event)
{
    return m_db
        .run(QStringLiteral("UPDATE delivery SET latest_event = ?, trigger_kind = ?, merged = merged + 1 WHERE id = ?"),
             {event.id.value, int(event.trigger), delivery.value})
        .and_then([&](QSqlQuery *) { return addEvent(delivery, event.id); });
}

Result<void> DeliveryStore::closeWindow(DeliveryId delivery, const QString &reason, Timestamp now)
{
    return m_db
        .run(QStringLiteral("UPDATE delivery SET due_at = ?, window_reason = ? WHERE id = ? AND due_at > ?"),
             {stored(now), reason, delivery.value, stored(now)})
        .map([](QSqlQuery *) {});
}

Result<std::optional<Delivery>> DeliveryStore::lastWindow(TargetId target, const QString &asset)
{
    return m_db
        .run(QStringLiteral("SELECT %1 FROM delivery d WHERE d.target_id = ? AND d.asset = ? AND d.state = 10 "
                            "AND d.replay_of IS NULL ORDER BY d.id DESC LIMIT 1")
                 .arg(deliveryColumns()),
             {target.value, asset})
        .map(firstFrom);
}

Result<std::optional<Delivery>> DeliveryStore::lastSent(TargetId target, const QString &asset, DeliveryId before)
{
    return m_db
        .run(QStringLiteral("SELECT %1 FROM delivery d WHERE d.target_id = ? AND d.asset = ? AND d.state = 10 "
                            "AND d.id < ? ORDER BY d.id DESC LIMIT 1")
                 .arg(deliveryColumns()),
             {target.value, asset, before.value})
        .map(firstFrom);
}

Result<QList<DeliveryId>> DeliveryStore::supersede(TargetId target, const QString &asset, DeliveryId by, Timestamp now)
{
    return m_db
        .run(QStringLiteral("UPDATE delivery SET state = 12, superseded_by = ?, finished_at = ? "
                            "WHERE target_id = ? AND asset = ? AND state < 10 AND state <> 2 AND attempts > 0 "
                            "AND replay_of IS NULL AND id <> ? RETURNING id"),
             {by.value, stored(now), target.value, asset, by.value})
        .map(idsFrom);
}

Result<std::optional<DeliveryId>> DeliveryStore::newerOpen(const Delivery &delivery)
{
    return m_db
        .number(
            QStringLiteral("SELECT MAX(id) FROM delivery WHERE target_id = ? AND asset = ? AND state < 10 AND id > ? "
                           "AND replay_of IS NULL"),
            {delivery.target.value, delivery.asset, delivery.id.value})
        .map([](std::optional<qint64> id) -> std::optional<DeliveryId> {
            return id && *id > 0 ? std::optional(DeliveryId{*id}) : std::nullopt;
        });
}

Result<QList<DeliveryId>> DeliveryStore::cancelOrphans(const QString &reason, Timestamp now)
{
    return m_db
        .run(QStringLiteral("UPDATE delivery SET state = 12, error = ?, finished_at = ? WHERE id IN (SELECT d.id FROM "
                            "target t JOIN delivery d ON d.target_id = t.id AND d.asset >= '' AND d.state < 10 "
                            "WHERE t.removed_at IS NOT NULL) RETURNING id"),
             {reason, stored(now)})
        .map(idsFrom);
}

Result<QList<Delivery>> DeliveryStore::ready(TargetId target, Timestamp now, bool ordered, bool replaysOnly, int limit)
{
    // A replay goes past what is waiting for its turn, since somebody asked for it now; it still never runs beside
    // another request for the same asset.
    static const QString kOlderOpen = QStringLiteral(
        "NOT EXISTS (SELECT 1 FROM delivery o WHERE o.target_id = d.target_id AND o.asset = d.asset AND o.state < 10 "
        "AND o.id <> d.id AND (o.state = 2 OR (d.replay_of IS NULL AND o.id < d.id)))");
    QString sql = QStringLiteral(
                      "SELECT %1 FROM delivery d WHERE d.target_id = ? AND d.state IN (0, 1, 3) AND d.due_at <= ?")
                      .arg(deliveryColumns());
    if (replaysOnly)
        sql += QLatin1String(" AND d.replay_of IS NOT NULL");
    if (ordered)
        sql += QLatin1String(" AND ") + kOlderOpen;
    sql += QLatin1String(" ORDER BY d.due_at, d.id LIMIT ?");
    return m_db.run(sql, {target.value, stored(now), limit}).map([](QSqlQuery *row) {
        QList<Delivery> deliveries;
        while (row->next())
            deliveries.append(deliveryFrom(*row));
        return deliveries;
    });
}

Result<std::optional<Timestamp>> DeliveryStore::nextDue(Timestamp now)
{
    return m_db
        .number(QStringLiteral(
                    "SELECT MIN(due) FROM (SELECT MIN(due_at) AS due FROM delivery WHERE state = 0 AND due_at > ? "
                    "UNION ALL SELECT MIN(due_at) AS due FROM delivery WHERE state = 3 AND due_at > ?) AS earliest"),
                {stored(now), stored(now)})
        .map([](std::optional<qint64> due) -> std::optional<Timestamp> {
            return due ? std::optional(Timestamp(Milliseconds(*due))) : std::nullopt;
        });
}

Result<void> DeliveryStore::markSending(DeliveryId id, int attempts)
{
    return m_db.run(QStringLiteral("UPDATE delivery SET state = 2, attempts = ? WHERE id = ?"), {attempts, id.value})
        .map([](QSqlQuery *) {});
}

Result<void> DeliveryStore::apply(DeliveryId id, const DeliveryChange &change)
{
    return m_db
        .run(QStringLiteral("UPDATE delivery SET state = ?, status = ?, error = ?, cause = ?, "
                            "due_at = COALESCE(?, due_at), finished_at = ? WHERE id = ? AND state < 10"),
             {int(change.state), change.status, change.error, change.cause, stored(change.dueAt),
              stored(change.finishedAt), id.value})
        .map([](QSqlQuery *) {});
}

Result<QList<DeliveryId>> DeliveryStore::hold(TargetId target, const QString &reason)
{
    return m_db
        .run(QStringLiteral(
                 "UPDATE delivery SET state = 4, error = ? WHERE target_id = ? AND asset >= '' AND state < 10 "
                 "AND state IN (0, 1, 3) AND replay_of IS NULL RETURNING id"),
             {reason, target.value})
        .map(idsFrom);
}

Result<QList<DeliveryId>> DeliveryStore::release(TargetId target, Timestamp now)
{
    return m_db
        .run(QStringLiteral(
                 "UPDATE delivery SET state = CASE WHEN attempts > 0 THEN 3 WHEN due_at > ? THEN 0 ELSE 1 END, "
                 "error = '' WHERE target_id = ? AND asset >= '' AND state < 10 AND state = 4 RETURNING id"),
             {stored(now), target.value})
        .map(idsFrom);
}

Result<QList<DeliveryId>> DeliveryStore::cancelOpen(TargetId target, const QString &reason, Timestamp now)
{
    return m_db
        .run(QStringLiteral("UPDATE delivery SET state = 12, error = ?, finished_at = ? WHERE target_id = ? "
                            "AND asset >= '' AND state < 10 AND state <> 2 RETURNING id"),
             {reason, stored(now), target.value})
        .map(idsFrom);
}

Result<bool> DeliveryStore::cancel(DeliveryId id, const QString &reason, Timestamp now)
{
    return m_db
        .run(QStringLiteral("UPDATE delivery SET state = 12, error = ?, finished_at = ? WHERE id = ? AND state < 10 "
                            "AND state <> 2 RETURNING id"),
             {reason, stored(now), id.value})
        .map(anyRow);
}

Result<bool> DeliveryStore::makeDue(DeliveryId id, Timestamp now)
{
    return m_db
        .run(QStringLiteral("UPDATE delivery SET due_at = ? WHERE id = ? AND state IN (0, 1, 3) RETURNING id"),
             {stored(now), id.value})
        .map(anyRow);
}

Result<QList<DeliveryId>> DeliveryStore::recoverSending(Timestamp now)
{
    return m_db
        .run(QStringLiteral("UPDATE delivery SET state = 3, due_at = ?, cause = 'interrupted', status = 0, "
                            "error = 'Callboard ended while this request was under way. The receiver may have got it.' "
                            "WHERE state < 10 AND state = 2 RETURNING id"),
             {stored(now)})
        .map(idsFrom);
}

} // namespace callboard

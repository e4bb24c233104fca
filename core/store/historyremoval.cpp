#include "core/store/historyremoval.h"

namespace callboard {

namespace {

// An event's present record is the only one there is of an asset that was published here.
const QString kIsNoPresentRecord = QStringLiteral(
    "NOT EXISTS (SELECT 1 FROM asset a WHERE a.id = e.asset AND NOT EXISTS "
    "(SELECT 1 FROM event n WHERE n.asset = e.asset AND n.id > e.id))");

Result<void> runAll(Database &db, std::initializer_list<QString> statements)
{
    Result<void> done;
    for (const QString &sql : statements)
        done = done.and_then([&] { return db.run(sql).map([](Query *) {}); });
    return done;
}

// Sets of ids to join with, in memory and of this connection alone. CROSS JOIN: from them to the tables, never through
// a whole table to them.
Result<void> fillGoing(Database &db, const QSet<DeliveryId> &ids)
{
    Result<void> filled = runAll(db,
                                 {QStringLiteral("CREATE TEMP TABLE IF NOT EXISTS going (id BIGINT PRIMARY KEY)"),
                                  QStringLiteral("DELETE FROM going")});
    for (const DeliveryId id : ids) {
        filled = filled.and_then([&] {
            return db.run(QStringLiteral("INSERT INTO going (id) VALUES (?)"), {id.value}).map([](Query *) {});
        });
    }
    return filled;
}

// How often each event is carried by what goes. A replay carries none of its own.
Result<void> countCarried(Database &db)
{
    return runAll(db,
                  {QStringLiteral("CREATE TEMP TABLE IF NOT EXISTS shortened (event BIGINT PRIMARY KEY, n BIGINT)"),
                   QStringLiteral("DELETE FROM shortened"),
                   QStringLiteral("INSERT INTO shortened (event, n) SELECT event, COUNT(*) FROM "
                                  "(SELECT d.first_event AS event FROM going g CROSS JOIN delivery d "
                                  "WHERE d.id = g.id AND d.replay_of IS NULL UNION ALL SELECT c.event_id AS event "
                                  "FROM going g CROSS JOIN delivery_event c WHERE c.delivery_id = g.id) AS carried "
                                  "GROUP BY event")});
}

// An event that was shortened can no longer be held against the rules there were.
Result<void> noteShortened(Database &db, Pruned &pruned)
{
    const auto pairs = db.number(QStringLiteral("SELECT SUM(n) FROM shortened"));
    if (!pairs)
        return tl::unexpected(pairs.error());
    if (!*pairs)
        return {}; // replays alone
    pruned.pairs += **pairs;
    db.addTotal(kPruned, **pairs);
    return runAll(
        db,
        {QStringLiteral("INSERT INTO total (name, value) SELECT 'rules_checked_from', MAX(event) FROM shortened "
                        "WHERE 1 = 1 ON CONFLICT (name) DO UPDATE SET value = CASE WHEN excluded.value > total.value "
                        "THEN excluded.value ELSE total.value END")});
}

Result<void> deleteCounted(Database &db, const QString &sql, qint64 &count)
{
    return db.run(sql).map([&](Query *) { count += db.changes(); });
}

// An event that nothing else carries goes in a moment, and is not written first.
Result<QList<EventId>> lowerOwed(Database &db)
{
    static const QString unowed =
        QStringLiteral("SELECT e.id FROM shortened s CROSS JOIN event e WHERE e.id = s.event AND e.owed = s.n AND %1")
            .arg(kIsNoPresentRecord);
    static const QString lower =
        QStringLiteral("UPDATE event SET owed = owed - (SELECT s.n FROM shortened s WHERE s.event = event.id) "
                       "WHERE id IN (SELECT event FROM shortened) AND id NOT IN (%1)")
            .arg(unowed);
    QList<EventId> events;
    return db.each(unowed, {}, [&events](const Query &row) { events.append(EventId{row.integer(0)}); })
        .and_then([&] { return db.run(lower); })
        .map([&](Query *) { return events; });
}

} // namespace

Result<void> eachDeliveryAfter(Database &db, DeliveryId after, int limit,
                               const std::function<void(const EndedDelivery &)> &row)
{
    return db.each(QStringLiteral("SELECT id, target_id, state, created_at, finished_at, superseded_by, EXISTS "
                                  "(SELECT 1 FROM delivery_mark m WHERE m.delivery_id = delivery.id) FROM delivery "
                                  "WHERE id > ? ORDER BY id LIMIT ?"),
                   {after.value, limit}, [&row](const Query &found) {
                       EndedDelivery delivery;
                       delivery.id = {found.integer(0)};
                       delivery.target = {found.integer(1)};
                       delivery.state = DeliveryState(found.integer(2));
                       delivery.createdAt = timeFrom(found.integer(3));
                       if (!found.isNull(4))
                           delivery.finishedAt = timeFrom(found.integer(4));
                       delivery.supersededBy = {found.integer(5)};
                       delivery.marked = found.integer(6) != 0;
                       row(delivery);
                   });
}

Result<void> eachEventAfter(Database &db, EventId after, int limit, const std::function<void(const OldEvent &)> &row)
{
    static const QString sql = QStringLiteral("SELECT e.id, e.received_at, e.owed = 0 AND %1 FROM event e "
                                              "WHERE e.id > ? ORDER BY e.id LIMIT ?")
                                   .arg(kIsNoPresentRecord);
    return db.each(sql, {after.value, limit}, [&row](const Query &found) {
        row({{found.integer(0)}, timeFrom(found.integer(1)), found.integer(2) != 0});
    });
}

Result<void> eachLinkAfter(Database &db, qint64 kind, const QString &value, int limit,
                           const std::function<void(const AssetLinkRow &)> &row)
{
    return db.each(
        QStringLiteral("SELECT l.kind, l.value, NOT EXISTS (SELECT 1 FROM asset a WHERE a.id = l.asset) "
                       "AND NOT EXISTS (SELECT 1 FROM event e WHERE e.asset = l.asset) "
                       "AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.asset = l.asset) "
                       "AND NOT EXISTS (SELECT 1 FROM notification n WHERE n.asset = l.asset) "
                       "FROM asset_link l WHERE (l.kind, l.value) > (?, ?) ORDER BY l.kind, l.value LIMIT ?"),
        {kind, value, limit}, [&row](const Query &found) {
            row({found.integer(0), found.text(1), found.integer(2) != 0});
        });
}

Result<QMultiHash<DeliveryId, DeliveryId>> replaysOf(Database &db, DeliveryId first, DeliveryId last)
{
    QMultiHash<DeliveryId, DeliveryId> replays;
    return db
        .each(QStringLiteral("SELECT replay_of, id FROM delivery WHERE replay_of >= ? AND replay_of <= ?"),
              {first.value, last.value},
              [&replays](const Query &row) { replays.insert(DeliveryId{row.integer(0)}, DeliveryId{row.integer(1)}); })
        .map([&] { return replays; });
}

Result<void> eachRefreshedReplay(Database &db, DeliveryId after, const std::function<void(EventId)> &row)
{
    // All of them by their index, or the newest rows alone: each has its own statement, so that each finds its way.
    const QString sql = QStringLiteral("SELECT latest_event FROM delivery WHERE replay_of IS NOT NULL "
                                       "AND replay_content = 1");
    const auto take = [&row](const Query &found) { row({found.integer(0)}); };
    return after.isValid() ? db.each(sql + QLatin1String(" AND id > ?"), {after.value}, take) : db.each(sql, {}, take);
}

Result<QList<EventId>> removeEnded(Database &db, const QList<EndedDelivery> &deliveries, Pruned &pruned)
{
    QSet<DeliveryId> ids;
    for (const EndedDelivery &delivery : deliveries) {
        ids.insert(delivery.id);
        db.count(delivery.target, delivery.state, -1);
    }
    qint64 carried = 0;
    return fillGoing(db, ids)
        .and_then([&] { return countCarried(db); })
        .and_then([&] { return noteShortened(db, pruned); })
        .and_then([&] {
            return deleteCounted(db, QStringLiteral("DELETE FROM attempt WHERE delivery_id IN (SELECT id FROM going)"),
                                 pruned.attempts);
        })
        .and_then([&] {
            return runAll(db,
                          {QStringLiteral("DELETE FROM replay_address WHERE delivery_id IN (SELECT id FROM going)")});
        })
        .and_then([&] {
            return deleteCounted(
                db, QStringLiteral("DELETE FROM delivery_event WHERE delivery_id IN (SELECT id FROM going)"), carried);
        })
        .and_then([&] {
            return deleteCounted(db, QStringLiteral("DELETE FROM delivery WHERE id IN (SELECT id FROM going)"),
                                 pruned.deliveries);
        })
        .and_then([&] { return lowerOwed(db); });
}

} // namespace callboard

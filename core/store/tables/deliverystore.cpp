#include "core/store/tables/deliverystore.h"

#include "core/store/tables/activitystore.h"

namespace callboard {

namespace {

SqlValue optionalId(DeliveryId id)
{
    return id.isValid() ? SqlValue(id.value) : SqlValue();
}

std::optional<Delivery> firstFrom(Query *row)
{
    std::optional<Delivery> delivery;
    if (row->next())
        delivery = deliveryFrom(*row);
    row->finish();
    return delivery;
}

QString selecting(const char *rest)
{
    return QStringLiteral("SELECT %1 FROM delivery d WHERE %2").arg(deliveryColumns(), QLatin1String(rest));
}

QString entriesSql(const char *condition)
{
    return QStringLiteral("SELECT d.id, d.target_id, d.state, d.attempts, d.due_at FROM delivery d WHERE %1")
        .arg(QLatin1String(condition));
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

Delivery deliveryFrom(const Query &row)
{
    Delivery delivery;
    int column = 0;
    const auto number = [&] { return row.integer(column++); };
    const auto text = [&] { return row.text(column++); };
    delivery.id = {number()};
    delivery.target = {number()};
    delivery.asset = text();
    delivery.trigger = Trigger(number());
    delivery.firstEvent = {number()};
    delivery.latestEvent = {number()};
    delivery.merged = int(number());
    delivery.state = DeliveryState(number());
    delivery.attempts = int(number());
    delivery.status = int(number());
    delivery.error = text();
    delivery.cause = text();
    delivery.createdAt = timeFrom(number());
    delivery.dueAt = timeFrom(number());
    if (!row.isNull(column))
        delivery.finishedAt = timeFrom(row.integer(column));
    ++column;
    delivery.replayOf = {number()};
    delivery.supersededBy = {number()};
    delivery.window = Milliseconds(number());
    delivery.windowReason = text();
    delivery.replayContent = ReplayContent(number());
    return delivery;
}

Result<void> DeliveryStore::insert(const Delivery &d)
{
    static const QString sql = QStringLiteral(
        "INSERT INTO delivery (id, target_id, asset, trigger_kind, first_event, latest_event, merged, state, attempts, "
        "status, error, cause, created_at, due_at, finished_at, replay_of, window_ms, window_reason, replay_content) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    return m_db
        .run(sql,
             {d.id.value, d.target.value, d.asset, int(d.trigger), d.firstEvent.value, d.latestEvent.value, d.merged,
              int(d.state), d.attempts, d.status, d.error, d.cause, stored(d.createdAt), stored(d.dueAt),
              stored(d.finishedAt), optionalId(d.replayOf), d.window.count(), d.windowReason, int(d.replayContent)})
        .map([&](Query *) {
            m_db.count(d.target, d.state, 1);
            if (!d.replayOf.isValid())
                m_db.addTotal(kOutcomes, 1);
        });
}

Result<std::optional<Delivery>> DeliveryStore::byId(DeliveryId id)
{
    static const QString sql = selecting("d.id = ?");
    return m_db.run(sql, {id.value}).map(firstFrom);
}

Result<std::optional<Delivery>> DeliveryStore::absorbing(TargetId target, const QString &asset)
{
    static const QString sql = selecting(
        "d.target_id = ? AND d.asset = ? AND d.state < 10 AND d.state IN (0, 1, 4) AND d.attempts = 0 "
        "AND d.replay_of IS NULL ORDER BY d.id DESC LIMIT 1");
    return m_db.run(sql, {target.value, asset}).map(firstFrom);
}

Result<void> DeliveryStore::absorb(DeliveryId delivery, const MediaEvent &event)
{
    static const QString carry = QStringLiteral(
        "UPDATE delivery SET latest_event = ?, trigger_kind = ?, merged = merged + 1 WHERE id = ?");
    static const QString note = QStringLiteral("INSERT INTO delivery_event (delivery_id, event_id) VALUES (?, ?)");
    return m_db.run(carry, {event.id.value, int(event.trigger), delivery.value})
        .and_then([&](Query *) {
            return m_db.run(note, {delivery.value, event.id.value});
        })
        .map([&](Query *) { m_db.addTotal(kOutcomes, 1); });
}

Result<void> DeliveryStore::closeWindow(DeliveryId delivery, const QString &reason, Timestamp now)
{
    return m_db
        .run(QStringLiteral("UPDATE delivery SET due_at = ?, window_reason = ? WHERE id = ? AND due_at > ?"),
             {stored(now), reason, delivery.value, stored(now)})
        .map([](Query *) {});
}

Result<std::optional<Delivery>> DeliveryStore::lastWindow(TargetId target, const QString &asset)
{
    // Bounded: one of its assets may have failed a million times since.
    static const QString sql = selecting(
        "d.id = (SELECT MAX(id) FROM (SELECT id, target_id, state, replay_of FROM delivery WHERE asset = ? "
        "ORDER BY id DESC LIMIT 500) WHERE target_id = ? AND state = 10 AND replay_of IS NULL)");
    return m_db.run(sql, {asset, target.value}).map(firstFrom);
}

Result<std::optional<Delivery>> DeliveryStore::lastSent(TargetId target, const QString &asset, DeliveryId before)
{
    static const QString sql = selecting(
        "d.target_id = ? AND d.asset = ? AND d.state = 10 AND d.id < ? ORDER BY d.id DESC LIMIT 1");
    return m_db.run(sql, {target.value, asset, before.value}).map(firstFrom);
}

Result<std::optional<DeliveryId>> DeliveryStore::newerOpen(const Delivery &delivery)
{
    static const QString sql = QStringLiteral("SELECT MAX(id) FROM delivery WHERE target_id = ? AND asset = ? "
                                              "AND state < 10 AND id > ? AND replay_of IS NULL");
    return m_db.number(sql, {delivery.target.value, delivery.asset, delivery.id.value})
        .map([](std::optional<qint64> id) -> std::optional<DeliveryId> {
            return id && *id > 0 ? std::optional(DeliveryId{*id}) : std::nullopt;
        });
}

Result<bool> DeliveryStore::anyOpen(TargetId target, const QString &asset)
{
    static const QString sql = QStringLiteral(
        "SELECT id FROM delivery WHERE target_id = ? AND asset = ? AND state < 10 LIMIT 1");
    return m_db.number(sql, {target.value, asset}).map([](std::optional<qint64> id) { return id.has_value(); });
}

Result<QList<Delivery>> DeliveryStore::ready(TargetId target, Timestamp now, bool ordered, bool replaysOnly, int limit)
{
    // A replay goes past what is waiting for its turn, since somebody asked for it now; it still never runs beside
    // another request for the same asset.
    static const QString kOlderOpen = QStringLiteral(
        " AND NOT EXISTS (SELECT 1 FROM delivery o WHERE o.target_id = d.target_id AND o.asset = d.asset "
        "AND o.state < 10 AND o.id <> d.id AND (o.state = 2 OR (d.replay_of IS NULL AND o.id < d.id)))");
    static const auto sqlFor = [](bool inOrder, bool byHand) -> QString {
        return selecting("d.target_id = ? AND d.state < 4 AND d.state <> 2 AND d.due_at <= ?")
            + QLatin1String(byHand ? " AND d.replay_of IS NOT NULL" : "") + (inOrder ? kOlderOpen : QString())
            + QLatin1String(" ORDER BY d.due_at, d.id LIMIT ?");
    };
    static const QString kSql[2][2] = {{sqlFor(false, false), sqlFor(false, true)},
                                       {sqlFor(true, false), sqlFor(true, true)}};
    return m_db.run(kSql[int(ordered)][int(replaysOnly)], {target.value, stored(now), limit})
        .and_then([](Query *row) -> Result<QList<Delivery>> {
            QList<Delivery> deliveries;
            while (row->next())
                deliveries.append(deliveryFrom(*row));
            return row->ended().map([&] { return deliveries; });
        });
}

Result<bool> DeliveryStore::anyDue(TargetId target, Timestamp now)
{
    static const QString sql = QStringLiteral(
        "SELECT id FROM delivery WHERE target_id = ? AND state < 4 AND state <> 2 AND due_at <= ? LIMIT 1");
    return m_db.number(sql, {target.value, stored(now)}).map([](std::optional<qint64> id) { return id.has_value(); });
}

Result<QList<TargetId>> DeliveryStore::dueBetween(Timestamp after, Timestamp until)
{
    static const QString sql = QStringLiteral(
        "SELECT DISTINCT target_id FROM delivery "
        "WHERE state < 4 AND state <> 1 AND state <> 2 AND due_at > ? AND due_at <= ?");
    return m_db.run(sql, {stored(after), stored(until)}).and_then([](Query *row) -> Result<QList<TargetId>> {
        QList<TargetId> targets;
        while (row->next())
            targets.append(TargetId{row->integer(0)});
        return row->ended().map([&] { return targets; });
    });
}

Result<std::optional<Timestamp>> DeliveryStore::nextDue(Timestamp now)
{
    static const QString sql = QStringLiteral(
        "SELECT MIN(due_at) FROM delivery WHERE state < 4 AND state <> 1 AND state <> 2 AND due_at > ?");
    return m_db.number(sql, {stored(now)}).map([](std::optional<qint64> due) -> std::optional<Timestamp> {
        return due ? std::optional(Timestamp(Milliseconds(*due))) : std::nullopt;
    });
}

Result<void> DeliveryStore::markSending(const Delivery &delivery, int attempts)
{
    static const QString sql = QStringLiteral("UPDATE delivery SET state = 2, attempts = ? WHERE id = ?");
    return m_db.run(sql, {attempts, delivery.id.value}).map([&](Query *) {
        moved(delivery.target, delivery.state, DeliveryState::Sending);
    });
}

Result<void> DeliveryStore::apply(const Delivery &delivery, const DeliveryChange &change)
{
    static const QString sql = QStringLiteral(
        "UPDATE delivery SET state = ?, status = ?, error = ?, cause = ?, "
        "due_at = COALESCE(?, due_at), finished_at = ? WHERE id = ? AND state = ?");
    return m_db
        .run(sql,
             {int(change.state), change.status, change.error, change.cause, stored(change.dueAt),
              stored(change.finishedAt), delivery.id.value, int(delivery.state)})
        .map([&](Query *) {
            if (m_db.changes() > 0) {
                moved(delivery.target, delivery.state, change.state);
                if (change.finishedAt)
                    noteEnd(m_db, delivery.target, change.state, *change.finishedAt);
            }
        });
}

void DeliveryStore::moved(TargetId target, DeliveryState from, DeliveryState to)
{
    m_db.count(target, from, -1);
    m_db.count(target, to, 1);
}

Result<QList<DeliveryStore::Entry>> DeliveryStore::entries(const QString &sql, std::initializer_list<SqlValue> values)
{
    return m_db.run(sql, values).and_then([](Query *row) -> Result<QList<Entry>> {
        QList<Entry> entries;
        while (row->next())
            entries.append({{row->integer(0)},
                            {row->integer(1)},
                            DeliveryState(row->integer(2)),
                            int(row->integer(3)),
                            timeFrom(row->integer(4))});
        return row->ended().map([&] { return entries; });
    });
}

// Cancels them, in favour of `by` where that is valid.
Result<QList<DeliveryId>> DeliveryStore::end(const QList<Entry> &entries, const QString &reason, DeliveryId by,
                                             Timestamp now)
{
    static const QString cancelled = QStringLiteral(
        "UPDATE delivery SET state = 12, error = ?, finished_at = ? WHERE id = ?");
    static const QString superseded = QStringLiteral(
        "UPDATE delivery SET state = 12, superseded_by = ?, finished_at = ? WHERE id = ?");
    QList<DeliveryId> ids;
    for (const Entry &entry : entries) {
        auto ended = by.isValid() ? m_db.run(superseded, {by.value, stored(now), entry.id.value})
                                  : m_db.run(cancelled, {reason, stored(now), entry.id.value});
        if (!ended)
            return tl::unexpected(ended.error());
        moved(entry.target, entry.state, DeliveryState::Cancelled);
        noteEnd(m_db, entry.target, DeliveryState::Cancelled, now);
        ids.append(entry.id);
    }
    return ids;
}

Result<QList<DeliveryId>> DeliveryStore::supersede(TargetId target, const QString &asset, DeliveryId by, Timestamp now)
{
    static const QString sql = entriesSql("d.target_id = ? AND d.asset = ? AND d.state < 10 AND d.state <> 2 "
                                          "AND d.attempts > 0 AND d.replay_of IS NULL AND d.id <> ?");
    return entries(sql, {target.value, asset, by.value}).and_then([&](const QList<Entry> &old) {
        return end(old, {}, by, now);
    });
}

Result<QList<DeliveryId>> DeliveryStore::hold(TargetId target, const QString &reason, int most)
{
    static const QString sql = entriesSql(
        "d.target_id = ? AND d.state < 4 AND d.state <> 2 AND d.replay_of IS NULL LIMIT ?");
    static const QString update = QStringLiteral("UPDATE delivery SET state = 4, error = ? WHERE id = ?");
    return entries(sql, {target.value, most}).and_then([&](const QList<Entry> &found) -> Result<QList<DeliveryId>> {
        QList<DeliveryId> ids;
        for (const Entry &entry : found) {
            if (auto held = m_db.run(update, {reason, entry.id.value}); !held)
                return tl::unexpected(held.error());
            moved(target, entry.state, DeliveryState::Held);
            ids.append(entry.id);
        }
        return ids;
    });
}

Result<QList<DeliveryId>> DeliveryStore::release(TargetId target, Timestamp now, int most)
{
    static const QString sql = entriesSql("d.target_id = ? AND d.state = 4 ORDER BY d.id LIMIT ?");
    static const QString update = QStringLiteral("UPDATE delivery SET state = ?, error = '' WHERE id = ?");
    return entries(sql, {target.value, most}).and_then([&](const QList<Entry> &found) -> Result<QList<DeliveryId>> {
        QList<DeliveryId> ids;
        for (const Entry &entry : found) {
            const DeliveryState state = entry.attempts > 0 ? DeliveryState::Retrying
                : entry.dueAt > now                        ? DeliveryState::Waiting
                                                           : DeliveryState::Queued;
            if (auto released = m_db.run(update, {int(state), entry.id.value}); !released)
                return tl::unexpected(released.error());
            moved(target, DeliveryState::Held, state);
            ids.append(entry.id);
        }
        return ids;
    });
}

Result<void> DeliveryStore::releaseProbe(TargetId target, Timestamp now)
{
    static const QString sql = entriesSql("d.target_id = ? AND d.state = 4 ORDER BY d.id LIMIT 1");
    static const QString update = QStringLiteral("UPDATE delivery SET state = ?, error = '', due_at = ? WHERE id = ?");
    return entries(sql, {target.value}).and_then([&](const QList<Entry> &oldest) -> Result<void> {
        if (oldest.isEmpty())
            return {};
        const Entry &probe = oldest.first();
        const auto state = probe.attempts > 0 ? DeliveryState::Retrying : DeliveryState::Queued;
        return m_db.run(update, {int(state), stored(now), probe.id.value}).map([&](Query *) {
            moved(target, DeliveryState::Held, state);
        });
    });
}

Result<QList<DeliveryId>> DeliveryStore::cancelOpen(TargetId target, const QString &reason, Timestamp now, int most)
{
    static const QString sql = entriesSql(
        "d.target_id = ? AND d.asset >= '' AND d.state < 10 AND d.state <> 2 LIMIT ?");
    return entries(sql, {target.value, most}).and_then([&](const QList<Entry> &open) {
        return end(open, reason, {}, now);
    });
}

Result<QList<DeliveryId>> DeliveryStore::cancelOrphans(const QString &reason, Timestamp now, int most)
{
    static const QString sql = QStringLiteral( // CROSS JOIN: not through every delivery
        "SELECT d.id, d.target_id, d.state, d.attempts, d.due_at FROM target t CROSS JOIN delivery d WHERE d.asset >= "
        "'' AND t.removed_at IS NOT NULL AND d.target_id = t.id AND d.state < 10 AND d.state <> 2 LIMIT ?");
    return entries(sql, {most}).and_then([&](const QList<Entry> &open) { return end(open, reason, {}, now); });
}

Result<bool> DeliveryStore::cancel(DeliveryId id, const QString &reason, Timestamp now)
{
    static const QString sql = entriesSql("d.id = ? AND d.state < 10 AND d.state <> 2");
    return entries(sql, {id.value})
        .and_then([&](const QList<Entry> &open) { return end(open, reason, {}, now); })
        .map([](const QList<DeliveryId> &ended) { return !ended.isEmpty(); });
}

Result<bool> DeliveryStore::makeDue(DeliveryId id, Timestamp now)
{
    return m_db
        .run(QStringLiteral("UPDATE delivery SET due_at = ? WHERE id = ? AND state IN (0, 1, 3)"),
             {stored(now), id.value})
        .map([this](Query *) { return m_db.changes() > 0; });
}

Result<void> DeliveryStore::hastenQueued(TargetId target, Timestamp now, Timestamp until)
{
    static const QString sql = QStringLiteral("UPDATE delivery SET due_at = ? WHERE target_id = ? AND state < 4 "
                                              "AND state <> 2 AND due_at > ? AND due_at <= ? AND state = 1");
    return m_db.run(sql, {stored(now), target.value, stored(now), stored(until)}).map([](Query *) {});
}

Result<QList<DeliveryId>> DeliveryStore::recoverSending(Timestamp now)
{
    static const QString update = QStringLiteral(
        "UPDATE delivery SET state = 3, due_at = ?, cause = 'interrupted', status = 0, "
        "error = 'Callboard ended while this request was under way. The receiver may have got it.' WHERE id = ?");
    static const QString sql = entriesSql("d.id IN (SELECT delivery_id FROM attempt WHERE outcome = 0) "
                                          "AND d.state = 2");
    return entries(sql, {}).and_then([&](const QList<Entry> &sending) -> Result<QList<DeliveryId>> {
        QList<DeliveryId> ids;
        for (const Entry &entry : sending) {
            if (auto recovered = m_db.run(update, {stored(now), entry.id.value}); !recovered)
                return tl::unexpected(recovered.error());
            moved(entry.target, DeliveryState::Sending, DeliveryState::Retrying);
            ids.append(entry.id);
        }
        return ids;
    });
}

} // namespace callboard

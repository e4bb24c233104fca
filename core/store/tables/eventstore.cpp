#include "core/store/tables/eventstore.h"

namespace callboard {

namespace {

const QString kColumns = QStringLiteral("e.id, e.source, e.source_id, e.type, e.trigger_kind, e.asset, e.project, "
                                        "e.time, e.data_content_type, e.data, e.received_at, e.hops");

MediaEvent eventFrom(const Query &row)
{
    MediaEvent event;
    event.id = {row.integer(0)};
    event.source = row.text(1);
    event.sourceId = row.text(2);
    event.type = row.text(3);
    event.trigger = Trigger(row.integer(4));
    event.asset = row.text(5);
    event.project = row.text(6);
    event.time = row.text(7);
    event.dataContentType = row.text(8);
    event.data = row.bytes(9);
    event.receivedAt = timeFrom(row.integer(10));
    event.hops = int(row.integer(11));
    return event;
}

} // namespace

Result<std::optional<KnownEvent>> EventStore::find(const QString &source, const QString &sourceId)
{
    static const QString sql = QStringLiteral("SELECT id, fingerprint FROM event WHERE source = ? AND source_id = ?");
    return m_db.run(sql, {source, sourceId}).map([](Query *row) -> std::optional<KnownEvent> {
        std::optional<KnownEvent> known;
        if (row->next())
            known = KnownEvent{{row->integer(0)}, row->bytes(1)};
        row->finish();
        return known;
    });
}

Result<void> EventStore::insert(const MediaEvent &event, const QByteArray &fingerprint, int owed)
{
    static const QString sql = QStringLiteral(
        "INSERT INTO event (id, source, source_id, type, trigger_kind, asset, project, time, data_content_type, data, "
        "fingerprint, received_at, owed, hops) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    return m_db
        .run(sql,
             {event.id.value, event.source, event.sourceId, event.type, int(event.trigger), event.asset, event.project,
              event.time, event.dataContentType, event.data, fingerprint, stored(event.receivedAt), owed, event.hops})
        .map([&](Query *) { m_db.addTotal(kOwed, owed); });
}

Result<MediaEvent> EventStore::byId(EventId id)
{
    static const QString sql = QStringLiteral("SELECT %1 FROM event e WHERE e.id = ?").arg(kColumns);
    return m_db.run(sql, {id.value}).and_then([id](Query *row) -> Result<MediaEvent> {
        if (!row->next())
            return fail(ErrorCode::NotFound, QStringLiteral("There is no event %1.").arg(id.value));
        const MediaEvent event = eventFrom(*row);
        row->finish();
        return event;
    });
}

Result<std::optional<MediaEvent>> EventStore::newestOf(const QString &asset)
{
    return m_db
        .run(QStringLiteral("SELECT %1 FROM event e WHERE e.asset = ? ORDER BY e.id DESC LIMIT 1").arg(kColumns),
             {asset})
        .map([](Query *row) {
            std::optional<MediaEvent> event;
            if (row->next())
                event = eventFrom(*row);
            row->finish();
            return event;
        });
}

Result<QList<MediaEvent>> EventStore::absorbedBy(DeliveryId id)
{
    static const QString sql =
        QStringLiteral("SELECT %1 FROM event e WHERE e.id IN (SELECT first_event FROM delivery WHERE id = ? UNION "
                       "SELECT event_id FROM delivery_event WHERE delivery_id = ?) ORDER BY e.id")
            .arg(kColumns);
    return m_db.run(sql, {id.value, id.value}).and_then([](Query *row) -> Result<QList<MediaEvent>> {
        QList<MediaEvent> events;
        while (row->next())
            events.append(eventFrom(*row));
        return row->ended().map([&] { return events; });
    });
}

} // namespace callboard

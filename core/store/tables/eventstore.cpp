#include "core/store/tables/eventstore.h"

namespace callboard {

namespace {

const QString kColumns = QStringLiteral("e.id, e.source, e.source_id, e.type, e.trigger_kind, e.asset, e.project, "
                                        "e.time, e.data_content_type, e.data, e.received_at");

MediaEvent eventFrom(const QSqlQuery &row)
{
    MediaEvent event;
    event.id = {row.value(0).toLongLong()};
    event.source = row.value(1).toString();
    event.sourceId = row.value(2).toString();
    event.type = row.value(3).toString();
    event.trigger = Trigger(row.value(4).toInt());
    event.asset = row.value(5).toString();
    event.project = row.value(6).toString();
    event.time = row.value(7).toString();
    event.dataContentType = row.value(8).toString();
    event.data = row.value(9).toByteArray();
    event.receivedAt = timeFrom(row.value(10));
    return event;
}

} // namespace

Result<std::optional<KnownEvent>> EventStore::find(const QString &source, const QString &sourceId)
{
    return m_db
        .run(QStringLiteral("SELECT id, fingerprint FROM event WHERE source = ? AND source_id = ?"), {source, sourceId})
        .map([](QSqlQuery *row) -> std::optional<KnownEvent> {
            std::optional<KnownEvent> known;
            if (row->next())
                known = KnownEvent{{row->value(0).toLongLong()}, row->value(1).toByteArray()};
            row->finish();
            return known;
        });
}

Result<void> EventStore::insert(const MediaEvent &event, const QByteArray &fingerprint, int owed)
{
    return m_db
        .run(QStringLiteral("INSERT INTO event (id, source, source_id, type, trigger_kind, asset, project, time, "
                            "data_content_type, data, fingerprint, received_at, owed) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
             {event.id.value, event.source, event.sourceId, event.type, int(event.trigger), event.asset, event.project,
              event.time, event.dataContentType, event.data, fingerprint, stored(event.receivedAt), owed})
        .map([](QSqlQuery *) {});
}

Result<MediaEvent> EventStore::byId(EventId id)
{
    return m_db.run(QStringLiteral("SELECT %1 FROM event e WHERE e.id = ?").arg(kColumns), {id.value})
        .and_then([id](QSqlQuery *row) -> Result<MediaEvent> {
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
        .map([](QSqlQuery *row) {
            std::optional<MediaEvent> event;
            if (row->next())
                event = eventFrom(*row);
            row->finish();
            return event;
        });
}

Result<QList<MediaEvent>> EventStore::absorbedBy(DeliveryId id)
{
    return m_db
        .run(QStringLiteral("SELECT %1 FROM delivery_event d JOIN event e ON e.id = d.event_id WHERE d.delivery_id = ? "
                            "ORDER BY e.id")
                 .arg(kColumns),
             {id.value})
        .map([](QSqlQuery *row) {
            QList<MediaEvent> events;
            while (row->next())
                events.append(eventFrom(*row));
            return events;
        });
}

} // namespace callboard

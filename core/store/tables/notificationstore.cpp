#include "core/store/tables/notificationstore.h"

namespace callboard {

namespace {

const QString kColumns = QStringLiteral("id, encoder, asset, pass_through, job_id, video_id, part, state, error, "
                                        "triggers, content_type, body, received_at, repeats");

EncoderNotification notificationFrom(const Query &row)
{
    EncoderNotification notification;
    int column = 0;
    const auto next = [&] { return row.value(column++); };
    notification.id = {next().toLongLong()};
    notification.encoder = Encoder(next().toInt());
    notification.asset = next().toString();
    notification.passThrough = next().toString();
    notification.jobId = next().toString();
    notification.videoId = next().toString();
    notification.part = next().toString();
    notification.state = next().toString();
    notification.error = next().toString();
    const TriggerSet triggers = TriggerSet::fromBits(next().toUInt());
    for (const TriggerInfo &each : allTriggers()) {
        if (triggers.has(each.trigger))
            notification.triggers.append(each.trigger);
    }
    notification.contentType = next().toString();
    notification.body = next().toByteArray();
    notification.receivedAt = timeFrom(next());
    notification.repeats = next().toInt();
    return notification;
}

QList<EncoderNotification> allFrom(Query *row)
{
    QList<EncoderNotification> list;
    while (row->next())
        list.append(notificationFrom(*row));
    return list;
}

std::optional<EncoderNotification> firstFrom(Query *row)
{
    const QList<EncoderNotification> list = allFrom(row);
    return list.isEmpty() ? std::nullopt : std::optional(list.first());
}

} // namespace

Result<std::optional<EncoderNotification>> NotificationStore::known(Encoder encoder, const QString &key)
{
    return m_db
        .run(QStringLiteral("SELECT %1 FROM notification WHERE encoder = ? AND notification_key = ?").arg(kColumns),
             {int(encoder), key})
        .map(firstFrom);
}

Result<void> NotificationStore::insert(const EncoderNotification &n)
{
    TriggerSet triggers;
    for (Trigger trigger : n.triggers)
        triggers.set(trigger, true);
    return m_db
        .run(QStringLiteral("INSERT INTO notification (notification_key, %1) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                 .arg(kColumns),
             {n.key(), n.id.value, int(n.encoder), n.asset, n.passThrough, n.jobId, n.videoId, n.part, n.state, n.error,
              triggers.bits(), n.contentType, n.body, stored(n.receivedAt), n.repeats})
        .map([](Query *) {});
}

Result<void> NotificationStore::countRepeat(NotificationId id)
{
    return m_db.run(QStringLiteral("UPDATE notification SET repeats = repeats + 1 WHERE id = ?"), {id.value})
        .map([](Query *) {});
}

Result<void> NotificationStore::assign(NotificationId id, const QString &asset)
{
    return m_db.run(QStringLiteral("UPDATE notification SET asset = ? WHERE id = ?"), {asset, id.value})
        .map([](Query *) {});
}

Result<EncoderNotification> NotificationStore::byId(NotificationId id)
{
    return m_db.run(QStringLiteral("SELECT %1 FROM notification WHERE id = ?").arg(kColumns), {id.value})
        .map(firstFrom)
        .and_then([id](const std::optional<EncoderNotification> &found) -> Result<EncoderNotification> {
            if (!found)
                return fail(ErrorCode::NotFound, QStringLiteral("There is no notification %1.").arg(id.value));
            return *found;
        });
}

Result<QList<EncoderNotification>> NotificationStore::unmatched(int limit)
{
    return m_db
        .run(QStringLiteral("SELECT %1 FROM notification WHERE asset = '' ORDER BY id LIMIT ?").arg(kColumns), {limit})
        .map(allFrom);
}

Result<QList<EncoderNotification>> NotificationStore::unmatchedOf(Encoder encoder, const QString &jobId)
{
    return m_db
        .run(QStringLiteral("SELECT %1 FROM notification WHERE asset = '' AND encoder = ? AND job_id = ? ORDER BY id")
                 .arg(kColumns),
             {int(encoder), jobId})
        .map(allFrom);
}

Result<QList<EncoderNotification>> NotificationStore::of(const QString &asset, int limit)
{
    return m_db
        .run(QStringLiteral("SELECT %1 FROM notification WHERE asset = ? ORDER BY id DESC LIMIT ?").arg(kColumns),
             {asset, limit})
        .map(allFrom);
}

} // namespace callboard

#include "core/payload/encoder/notification.h"
#include "core/payload/encoder/notificationbody.h"
#include "core/payload/record/jsontokens.h"

#include <algorithm>

namespace callboard {

namespace {

QString assetOf(const MediaAsset &asset, const EncoderNotification &notification)
{
    if (!asset.id.isEmpty())
        return asset.id;
    if (!notification.passThrough.isEmpty())
        return notification.passThrough;
    return toString(notification.encoder) + u':' + notification.jobId;
}

// The asset's present record, or the beginning of one in the vocabulary of the encoder's platform.
Result<MediaRecord> recordOf(const MediaAsset &asset, const EncoderNotification &notification)
{
    if (!asset.presentRecord().isEmpty())
        return parseRecord(asset.presentRecord(), asset.presentType());
    MediaRecord record;
    record.setText(notification.encoder == Encoder::Zencoder ? "uuid" : "id", assetOf(asset, notification));
    return record;
}

bool isSparks(const MediaRecord &record)
{
    return record.has("id") && !record.has("uuid");
}

// LightFlow's word, or Spark's code as the record writes it: a number in JSON, text where it came as XML.
void setStatus(MediaRecord &record, const QString &word, int code)
{
    if (!isSparks(record))
        record.setText("status", word);
    else if (isJsonNumber(record.raw("status")))
        record.set("status", QByteArray::number(code));
    else
        record.setText("status", QString::number(code));
}

// 1552 ms -> 1.552, without a detour through floating point. Empty: not a whole number.
QByteArray inSeconds(const QString &milliseconds)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (milliseconds.isEmpty() || milliseconds.size() > 18
        || !std::all_of(milliseconds.begin(), milliseconds.end(), isDigit))
        return {};
    const qint64 value = milliseconds.toLongLong();
    QByteArray fraction = QByteArray::number(value % 1000).rightJustified(3, '0');
    while (fraction.endsWith('0'))
        fraction.chop(1);
    const QByteArray whole = QByteArray::number(value / 1000);
    return fraction.isEmpty() ? whole : whole + '.' + fraction;
}

QString firstThumbnail(const MediaRecord &fields)
{
    for (const MediaRecord &output : outputsIn(fields)) {
        for (const MediaRecord &thumbnail : objectsIn(output.raw("thumbnails"))) {
            for (const MediaRecord &image : objectsIn(thumbnail.raw("images"))) {
                if (const QString url = image.text("url").value_or(QString()); !url.isEmpty())
                    return url;
            }
        }
    }
    return {};
}

void setWhereKnown(MediaRecord &record, const QByteArray &name, const std::optional<QString> &text)
{
    if (text && !text->isEmpty())
        record.setText(name, *text);
}

// Spark's codes: 3 finished, 4 in error, and from 100 on what was taken out of conversion (104: cancelled).
bool hasEnded(const MediaRecord &record)
{
    const QString status = record.text("status").value_or(QString());
    if (!isSparks(record))
        return status == QLatin1String("finished") || status == QLatin1String("error")
            || status == QLatin1String("canceled");
    bool isCode = false;
    const int code = status.toInt(&isCode);
    return isCode && (code == 3 || code == 4 || code >= 100);
}

// An output's notification ends nothing. Encoders try again, so that one may come after its job's: it must not bring
// the asset back to life. A later job's does, where the record tells them apart; Spark's has no place for that.
void applyOutput(MediaRecord &record, const std::optional<QString> &submitted)
{
    if (hasEnded(record) && (isSparks(record) || (submitted && record.text("startDate") == submitted)))
        return;
    setStatus(record, QStringLiteral("running"), 2);
    if (record.has("endDate"))
        record.set("endDate", "null");
}

void applyJob(MediaRecord &record, const QString &state)
{
    if (state.compare(QLatin1String("finished"), Qt::CaseInsensitive) == 0)
        setStatus(record, QStringLiteral("finished"), 3);
    else if (state.compare(QLatin1String("failed"), Qt::CaseInsensitive) == 0)
        setStatus(record, QStringLiteral("error"), 4);
    else // cancelled: two l there, one here
        setStatus(record, QStringLiteral("canceled"), 4);
}

void applyZencoder(MediaRecord &record, const EncoderNotification &notification, const MediaRecord &fields)
{
    const MediaRecord job = fieldsIn(fields.raw("job")).value_or(MediaRecord());
    const MediaRecord input = fieldsIn(fields.raw("input")).value_or(MediaRecord());
    const bool ofOutput = isOfOutput(fields);
    if (ofOutput)
        applyOutput(record, job.text("submitted_at"));
    else if (!notification.triggers.isEmpty())
        applyJob(record, notification.state);
    if (isSparks(record))
        return; // its dates, length and address of the thumbnail are Spark's own
    setWhereKnown(record, "startDate", job.text("submitted_at"));
    if (!ofOutput && !notification.triggers.isEmpty())
        setWhereKnown(record, "endDate", job.text("updated_at"));
    if (const QByteArray duration = inSeconds(input.text("duration_in_ms").value_or(QString())); !duration.isEmpty())
        record.set("duration", duration);
    setWhereKnown(record, "thumbnail", firstThumbnail(fields));
}

// TITLE/CREATE says that the video exists, not that every rendition does: no status follows from it.
void applyBrightcove(MediaRecord &record, const EncoderNotification &notification)
{
    setWhereKnown(record, "externalid", notification.videoId);
    if (notification.triggers.contains(Trigger::Failure))
        setStatus(record, QStringLiteral("error"), 4);
}

QString timeOf(const EncoderNotification &notification)
{
    if (notification.encoder != Encoder::Zencoder)
        return {};
    const auto fields = notificationFields(notification.body, notification.contentType);
    const auto job = fields ? fieldsIn(fields->raw("job")) : MediaRecord();
    return job ? job->text("updated_at").value_or(QString()) : QString();
}

} // namespace

Result<QByteArray> updatedRecord(const MediaAsset &asset, const EncoderNotification &notification)
{
    auto record = recordOf(asset, notification);
    if (!record)
        return tl::unexpected<Error>(record.error());
    if (notification.encoder == Encoder::Brightcove) {
        applyBrightcove(*record, notification);
        return writeJsonObject(record->fields);
    }
    const auto fields = notificationFields(notification.body, notification.contentType);
    if (!fields)
        return tl::unexpected<Error>(fields.error());
    applyZencoder(*record, notification, *fields);
    return writeJsonObject(record->fields);
}

QList<MediaEvent> eventsOf(const EncoderNotification &notification, const MediaAsset &asset, const QByteArray &record)
{
    const auto known = parseRecord(record, QStringLiteral("application/json"));
    MediaEvent event;
    event.source = eventSource(notification.encoder);
    event.asset = assetOf(asset, notification);
    event.project = asset.project;
    if (event.project.isEmpty() && known)
        event.project = known->text("vhost").value_or(QString());
    event.time = timeOf(notification);
    event.dataContentType = QStringLiteral("application/json");
    event.data = record;
    event.receivedAt = notification.receivedAt;
    QList<MediaEvent> events;
    for (Trigger trigger : notification.triggers) {
        event.trigger = trigger;
        event.type = info(trigger).eventType;
        event.sourceId = notification.key() + u'/' + info(trigger).word;
        events.append(event);
    }
    return events;
}

} // namespace callboard

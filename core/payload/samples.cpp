#include "core/payload/lightflowcodec.h"
#include "core/payload/rendering.h"
#include "core/payload/sparkcodec.h"

#include <QFile>

namespace callboard {

namespace {

QByteArray readSample(const QString &name)
{
    QFile file(QStringLiteral(":/callboard/samples/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isLightFlows(Trigger trigger)
{
    return trigger == Trigger::Success || trigger == Trigger::Failure || trigger == Trigger::Progress;
}

// The document's record, changed where the event says that something changed.
MediaRecord changed(MediaRecord record, Trigger trigger)
{
    switch (trigger) {
    case Trigger::Failure: record.setText("status", QStringLiteral("error")); break;
    case Trigger::Progress:
        record.setText("status", QStringLiteral("running"));
        record.set("endDate", "null");
        break;
    case Trigger::Rating:
        record.setText("rating", QStringLiteral("5"));
        record.setText("votecount", QStringLiteral("1"));
        break;
    case Trigger::Moderation: record.setText("moderationstatus", QStringLiteral("2")); break;
    case Trigger::External: record.setText("externalid", QStringLiteral("5660367449001")); break;
    case Trigger::Success:
    case Trigger::Transcode: break; // as printed
    }
    return record;
}

} // namespace

MediaEvent sampleEvent(Trigger trigger)
{
    const bool json = isLightFlows(trigger);
    MediaEvent event;
    event.trigger = trigger;
    event.type = info(trigger).eventType;
    event.source = QStringLiteral("/callboard/samples");
    event.sourceId = QStringLiteral("sample-") + info(trigger).option;
    event.time = QStringLiteral("2019-02-14T20:43:11.825Z");
    event.dataContentType = json ? QStringLiteral("application/json") : QStringLiteral("application/xml");
    event.data = readSample(json ? QStringLiteral("lightflow-callback.json")
                                 : QStringLiteral("spark-media-callback.xml"));
    event.receivedAt = fromIso(event.time).value_or(Timestamp());
    const auto record = parseRecord(event.data, event.dataContentType);
    if (!record)
        return event;
    event.asset = record->text(json ? "uuid" : "id").value_or(QString());
    event.project = record->text("vhost").value_or(QString());
    const MediaRecord after = changed(*record, trigger);
    event.data = json ? encodeLightFlow(after, event) : encodeSpark(after, event);
    return event;
}

} // namespace callboard

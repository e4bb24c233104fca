#include "core/payload/encoder/notification.h"

#include "core/payload/cloudevents.h"
#include "core/payload/mediarecord.h"
#include "tests/fuzz/promises.h"
#include "tests/fuzz/targets.h"

#include <QSet>

namespace callboard::fuzz {

namespace {

constexpr qsizetype kLongestWord = 255;

QList<MediaAsset> someAssets()
{
    MediaAsset lightFlow;
    lightFlow.id = QStringLiteral("6b48fbce");
    lightFlow.contentType = QStringLiteral("application/json");
    lightFlow.record = R"({"uuid":"6b48fbce","status":"queued","startDate":"2019-02-14T20:32:48Z","endDate":"x"})";
    MediaAsset spark;
    spark.id = QStringLiteral("556114");
    spark.contentType = QStringLiteral("application/xml");
    spark.record = "<result><id>556114</id><status>2</status><vhost>16</vhost><externalid/></result>";
    MediaAsset ended = lightFlow;
    ended.record = R"({"uuid":"6b48fbce","status":"finished","startDate":"2019-02-14T20:32:48Z","duration":1.50})";
    return {MediaAsset(), lightFlow, spark, ended};
}

void checkEvents(const EncoderNotification &notification, const MediaAsset &asset, const QByteArray &record)
{
    const QList<MediaEvent> events = eventsOf(notification, asset, record);
    require(events.size() == notification.triggers.size(), "an event for each trigger", notification.body);
    QSet<QString> ids;
    for (const MediaEvent &event : events) {
        ids.insert(event.sourceId);
        requireJson(encodeCloudEvent(event), "a notification's event is JSON");
        if (event.asset.isEmpty() || levelsOf(event.data) >= kDeepestNesting)
            continue;
        const auto back = parseCloudEvents(encodeCloudEvent(event));
        require(back.has_value(), "a notification's event can be read",
                back ? QString() : back.error().detail + QString::fromUtf8(event.data));
    }
    require(ids.size() == events.size(), "each event has an id of its own", notification.body);
}

void checkRecord(const EncoderNotification &notification, MediaAsset asset)
{
    const auto record = updatedRecord(asset, notification);
    require(record.has_value(), "a notification makes a record", notification.body);
    requireJson(*record, "the record is JSON");
    checkEvents(notification, asset, *record);
    asset.record = *record;
    asset.contentType = QStringLiteral("application/json");
    const auto again = updatedRecord(asset, notification);
    require(again && *again == *record, "the same notification again changes nothing", *record);
}

void check(Encoder encoder, const QByteArray &input, const QString &contentType)
{
    const auto notification = parseNotification(encoder, input, contentType);
    if (!notification) {
        require(!notification.error().detail.isEmpty(), "a refusal says why");
        requirePlaceInXml(notification.error().detail, input);
        return;
    }
    require(notification->body == input, "a notification is kept as it came");
    const QStringList words{notification->jobId, notification->videoId, notification->passThrough, notification->state};
    for (const QString &word : words)
        require(word.size() <= kLongestWord, "an id or a state is short", word);
    require(!notification->jobId.isEmpty() || !notification->videoId.isEmpty(), "it says what it is about", input);
    for (const MediaAsset &asset : someAssets())
        checkRecord(*notification, asset);
}

} // namespace

void notifications(const QByteArray &input)
{
    for (const char *contentType : {"", "application/json", "application/xml", "application/x-www-form-urlencoded"}) {
        check(Encoder::Zencoder, input, QString::fromLatin1(contentType));
        check(Encoder::Brightcove, input, QString::fromLatin1(contentType));
    }
}

} // namespace callboard::fuzz

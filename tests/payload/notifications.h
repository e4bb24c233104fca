// Notifications as encoders send them, for the tests that read them and those that write them into a record.
#pragma once

#include "core/payload/encoder/notification.h"
#include "tests/payload/samples.h"

namespace callboard {

inline const QString kJson = QStringLiteral("application/json");
inline const QString kXml = QStringLiteral("application/xml");

inline QByteArray jobSample()
{
    return sample(QStringLiteral("zencoder-job-notification.json"));
}

inline const QByteArray kOutput =
    R"({"job":{"id":"7","state":"processing","pass_through":42,"submitted_at":"2011-09-27T04:20:10Z"},
    "input":{"duration_in_ms":1552},
    "output":{"id":235314,"label":"web","state":"finished","url":"http:\/\/example.com\/a?b=1&c=%20"}})";

inline EncoderNotification parsed(const QByteArray &body, const QString &type = {}, Encoder encoder = Encoder::Zencoder)
{
    auto result = parseNotification(encoder, body, type);
    if (!result)
        qWarning("%s", qPrintable(result.error().detail));
    return result.value_or(EncoderNotification());
}

inline EncoderNotification ingest(const char *entityType, const char *action, const char *status)
{
    return parsed(
        QByteArray(R"({"entity":"default\/audio192","version":"1","jobId":"j1","videoId":"566","entityType":")")
            + entityType + R"(","action":")" + action + R"(","status":")" + status + "\"}",
        kJson, Encoder::Brightcove);
}

inline MediaAsset assetWith(const QByteArray &record, const QString &type = kJson)
{
    MediaAsset asset;
    asset.id = QStringLiteral("a1");
    asset.record = record;
    asset.contentType = type;
    return asset;
}

inline QByteArray updated(const QByteArray &record, const EncoderNotification &notification,
                          const QString &type = kJson)
{
    return updatedRecord(assetWith(record, type), notification).value_or("failed");
}

inline EncoderNotification ended(const char *state)
{
    return parsed(QByteArray(R"({"job":{"id":7,"state":")") + state
                  + R"(","submitted_at":"2011-09-27T04:20:10Z","updated_at":"2011-09-27T04:21:18Z"},"outputs":[]})");
}

} // namespace callboard

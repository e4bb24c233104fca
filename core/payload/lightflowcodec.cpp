#include "core/payload/lightflowcodec.h"

#include "core/payload/record/jsontokens.h"
#include "core/payload/record/vocabulary.h"

#include <array>

namespace callboard {

namespace {

struct Key {
    QByteArrayView name;
    std::array<QByteArrayView, 2> spark; // the fields of a Spark record that mean the same, best first
};

constexpr std::array<Key, 11> kKeys{{
    {"uuid", {"id", {}}},
    {"assetName", {"title", "filename"}},
    {"inputUrl", {}},
    {"username", {"user_name", {}}},
    {"startDate", {"upload", {}}},
    {"endDate", {"converttime", {}}},
    {"status", {}},
    {"metadata", {}},
    {"duration", {"length", {}}},
    {"assetUrl", {"publicUrl", {}}},
    {"thumbnail", {"thumbUrl", {}}},
}};

QByteArray statusToken(const MediaRecord &record, const MediaEvent &event)
{
    if (const auto status = record.text("status"); status && !status->isEmpty()) {
        const QString word = lightFlowStatus(*status);
        return word == *status ? record.raw("status") : jsonString(word);
    }
    const auto status = statusOf(event.trigger);
    return status ? jsonString(*status) : QByteArrayLiteral("null");
}

// XML knows only text; LightFlow's duration is a number.
QByteArray asNumber(const QByteArray &token)
{
    if (!token.startsWith('"'))
        return token;
    const QByteArray text = token.mid(1, token.size() - 2);
    return isJsonNumber(text) ? text : token;
}

QByteArray tokenFor(const Key &key, const MediaRecord &record, const MediaEvent &event)
{
    if (key.name == "status")
        return statusToken(record, event);
    QByteArray token = record.raw(key.name);
    for (QByteArrayView spark : key.spark) {
        if (!token.isEmpty() || spark.isEmpty())
            break;
        token = record.raw(spark);
        if (token == "\"\"") // Spark's way to say there is none
            token.clear();
    }
    if (key.name == "duration")
        return token.isEmpty() ? QByteArrayLiteral("null") : asNumber(token);
    if (!token.isEmpty())
        return token;
    if (key.name == "uuid")
        return jsonString(event.asset);
    return key.name == "metadata" ? QByteArrayLiteral("{}") : QByteArrayLiteral("null");
}

constexpr qsizetype kUsualSize = 1024;

} // namespace

QByteArray encodeLightFlow(const MediaRecord &record, const MediaEvent &event)
{
    QByteArray body("{");
    body.reserve(kUsualSize);
    for (const Key &key : kKeys) {
        body.append(body.size() == 1 ? "\n  \"" : ",\n  \"");
        body.append(key.name.data(), key.name.size());
        body.append("\": ").append(tokenFor(key, record, event));
    }
    return body.append("\n}");
}

Result<MediaRecord> decodeLightFlow(const QByteArray &body)
{
    auto record = parseRecord(body, QStringLiteral("application/json"));
    if (!record)
        return record;
    for (const RecordField &field : record->fields) {
        for (const Key &key : kKeys) {
            if (field.name == key.name)
                return record;
        }
    }
    return fail(ErrorCode::Malformed, QStringLiteral("line 1, column 1: none of LightFlow's keys is in it"));
}

QUrl lightFlowGetUrl(const QUrl &url, const MediaRecord &record, const MediaEvent &event)
{
    const auto encoded = [](const QByteArray &token) {
        return token == "null" ? QString() : QString::fromLatin1(QUrl::toPercentEncoding(jsonText(token)));
    };
    static constexpr Key kEndDate{"endDate", {"converttime", {}}};
    QString query = url.query(QUrl::FullyEncoded);
    if (!query.isEmpty())
        query += u'&';
    query += QStringLiteral("status=") + encoded(statusToken(record, event)) + QStringLiteral("&endDate=")
        + encoded(tokenFor(kEndDate, record, event));
    QUrl result = url;
    result.setQuery(query, QUrl::StrictMode);
    result.setFragment(QString());
    return result;
}

} // namespace callboard

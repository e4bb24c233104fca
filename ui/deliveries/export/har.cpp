#include "ui/deliveries/export/har.h"

#include "ui/deliveries/export/requesthead.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

namespace callboard {

namespace {

using L = QLatin1String;

// Every header line as it stands, in order.
QJsonArray headersOf(const QByteArray &head)
{
    QJsonArray headers;
    const QByteArrayList lines = head.split('\n');
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            headers.append(QJsonObject{{L("name"), QString::fromUtf8(line.left(colon))},
                                       {L("value"), QString::fromUtf8(line.mid(colon + 1).trimmed())}});
    }
    return headers;
}

QString headerValue(const QJsonArray &headers, const char *name)
{
    for (const QJsonValue &header : headers) {
        if (header[L("name")].toString().compare(L(name), Qt::CaseInsensitive) == 0)
            return header[L("value")].toString();
    }
    return {};
}

void putBytes(QJsonObject &object, const QByteArray &bytes, const char *encodingKey)
{
    const bool text = isText(bytes);
    object.insert(L("text"), text ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes.toBase64()));
    if (!text)
        object.insert(L(encodingKey), L("base64"));
}

QJsonObject requestOf(const Attempt &attempt)
{
    const RequestHead head = parseRequestHead(attempt.requestHead);
    const QUrl url(urlOf(head, QUrl(attempt.url)));
    QJsonArray query;
    for (const auto &[name, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded))
        query.append(QJsonObject{{L("name"), name}, {L("value"), value}});
    QJsonObject request{{L("method"), QString::fromUtf8(head.method)},
                        {L("url"), url.toString(QUrl::FullyEncoded)},
                        {L("httpVersion"), L("HTTP/1.1")},
                        {L("cookies"), QJsonArray()},
                        {L("headers"), headersOf(attempt.requestHead)},
                        {L("queryString"), query},
                        {L("headersSize"), attempt.requestHead.size()},
                        {L("bodySize"), attempt.requestBody.size()}};
    if (!attempt.requestBody.isEmpty()) {
        const QJsonArray headers = headersOf(attempt.requestHead);
        QJsonObject data{{L("mimeType"), headerValue(headers, "content-type")}, {L("params"), QJsonArray()}};
        putBytes(data, attempt.requestBody, "_encoding");
        request.insert(L("postData"), data);
    }
    return request;
}

// An answer may go without a reason phrase.
QString reasonOf(const QByteArray &line)
{
    const qsizetype status = line.indexOf(' ');
    const qsizetype reason = status < 0 ? status : line.indexOf(' ', status + 1);
    return reason < 0 ? QString() : QString::fromUtf8(line.mid(reason + 1));
}

// Status 0: no answer came.
QJsonObject responseOf(const Exchange &exchange)
{
    const QByteArray line = exchange.responseHead.left(exchange.responseHead.indexOf('\n')).trimmed();
    const QJsonArray headers = headersOf(exchange.responseHead);
    QJsonObject content{{L("size"), exchange.responseSize}, {L("mimeType"), headerValue(headers, "content-type")}};
    if (!exchange.responseBody.isEmpty())
        putBytes(content, exchange.responseBody, "encoding");
    if (exchange.truncated)
        content.insert(L("comment"), QStringLiteral("The first %1 bytes.").arg(exchange.responseBody.size()));
    return {{L("status"), exchange.status},
            {L("statusText"), reasonOf(line)},
            {L("httpVersion"), line.isEmpty() ? QString() : QString::fromUtf8(line.left(line.indexOf(' ')))},
            {L("cookies"), QJsonArray()},
            {L("headers"), headers},
            {L("content"), content},
            {L("redirectURL"), headerValue(headers, "location")},
            {L("headersSize"), exchange.responseHead.isEmpty() ? qint64(-1) : qint64(exchange.responseHead.size())},
            {L("bodySize"), exchange.responseSize}};
}

// From one step to the next, in ms; -1 is HAR's word for what did not happen or is not known.
QJsonObject timingsOf(const Timings &timings)
{
    const auto between = [](const Timings::Step &from, const Timings::Step &to) {
        return to ? double((*to - from.value_or(std::chrono::microseconds(0))).count()) / 1000.0 : -1.0;
    };
    const Timings::Step &open = timings.encrypted ? timings.encrypted : timings.connected; // HAR counts TLS to both
    const Timings::Step &begun = open ? open : timings.resolved;
    const Timings::Step &sent = timings.sent ? timings.sent : begun;
    const Timings::Step &answered = timings.firstByte ? timings.firstByte : timings.done; // it waited to the end
    return {{L("blocked"), -1},
            {L("dns"), between({}, timings.resolved)},
            {L("connect"), between(timings.resolved, open)},
            {L("ssl"), timings.encrypted ? between(timings.connected, timings.encrypted) : -1.0},
            {L("send"), qMax(0.0, between(begun, timings.sent))},
            {L("wait"), qMax(0.0, between(sent, answered))},
            {L("receive"), qMax(0.0, between(answered, timings.done))}};
}

double lengthOf(const Attempt &attempt)
{
    if (attempt.exchange.timings.done)
        return double(attempt.exchange.timings.done->count()) / 1000.0;
    return attempt.finishedAt ? double((*attempt.finishedAt - attempt.startedAt).count()) : 0.0;
}

QJsonObject entryOf(const DeliveryDetail &detail, const Attempt &attempt)
{
    const Exchange &exchange = attempt.exchange;
    QJsonObject entry{{L("startedDateTime"), toIso(attempt.startedAt)},
                      {L("time"), lengthOf(attempt)},
                      {L("request"), requestOf(attempt)},
                      {L("response"), responseOf(exchange)},
                      {L("cache"), QJsonObject()},
                      {L("timings"), timingsOf(exchange.timings)},
                      {L("_delivery"), detail.webhookId},
                      {L("_attempt"), attempt.number},
                      {L("_outcome"), toString(exchange.outcome)}};
    const qsizetype port = exchange.remoteAddress.lastIndexOf(u':');
    const bool isServers = !exchange.note.contains(QLatin1String("through the proxy ")); // else it is the proxy's
    if (port > 0 && isServers)
        entry.insert(L("serverIPAddress"), exchange.remoteAddress.left(port).remove(u'[').remove(u']'));
    if (!exchange.errorText.isEmpty())
        entry.insert(L("_error"), exchange.errorText);
    return entry;
}

} // namespace

QByteArray harBegin(const QString &version)
{
    const QJsonObject creator{{L("name"), L("Callboard")}, {L("version"), version}};
    return R"({"log":{"version":"1.2","creator":)" + QJsonDocument(creator).toJson(QJsonDocument::Compact)
        + ",\"entries\":[";
}

QByteArray harEntries(const DeliveryDetail &detail)
{
    QByteArrayList entries;
    for (const Attempt &attempt : detail.attempts) {
        if (attempt.exchange.protocol == Protocol::Http && !attempt.requestHead.isEmpty())
            entries.append(QJsonDocument(entryOf(detail, attempt)).toJson(QJsonDocument::Compact));
    }
    return entries.join(",\n");
}

QByteArray harEnd()
{
    return "]}}\n";
}

} // namespace callboard

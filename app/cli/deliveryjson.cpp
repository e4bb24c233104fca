#include "app/cli/deliveryjson.h"

#include <QJsonArray>
#include <QStringDecoder>

namespace callboard::cli {

namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue timeOrNull(const std::optional<Timestamp> &time)
{
    return time ? QJsonValue(toIso(*time)) : QJsonValue();
}

void putBytes(QJsonObject &object, const QString &key, const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    if (decoder.hasError())
        object.insert(key + QStringLiteral("Base64"), QString::fromLatin1(bytes.toBase64()));
    else
        object.insert(key, text);
}

QJsonObject toJson(const Timings &timings)
{
    QJsonObject object;
    const auto put = [&object](const char *name, const Timings::Step &step) {
        if (step)
            object.insert(QLatin1String(name), double(step->count()) / 1000.0);
    };
    put("resolvedMs", timings.resolved);
    put("connectedMs", timings.connected);
    put("encryptedMs", timings.encrypted);
    put("sentMs", timings.sent);
    put("firstByteMs", timings.firstByte);
    put("doneMs", timings.done);
    return object;
}

QJsonObject toJson(const Attempt &attempt)
{
    const Exchange &e = attempt.exchange;
    QJsonObject object{
        {QStringLiteral("number"), attempt.number},
        {QStringLiteral("url"), attempt.url},
        {QStringLiteral("targetRevision"), attempt.targetRevision},
        {QStringLiteral("startedAt"), toIso(attempt.startedAt)},
        {QStringLiteral("finishedAt"), timeOrNull(attempt.finishedAt)},
        {QStringLiteral("outcome"), toString(e.outcome)},
        {QStringLiteral("errorClass"), textOrNull(toString(e.errorClass))},
        {QStringLiteral("error"), textOrNull(e.errorText)},
        {QStringLiteral("status"), e.status == 0 ? QJsonValue() : QJsonValue(e.status)},
        {QStringLiteral("note"), textOrNull(e.note)},
        {QStringLiteral("remoteAddress"), textOrNull(e.remoteAddress)},
        {QStringLiteral("responseSize"), e.responseSize},
        {QStringLiteral("truncated"), e.truncated},
        {QStringLiteral("timings"), toJson(e.timings)},
    };
    putBytes(object, QStringLiteral("requestHead"), attempt.requestHead);
    putBytes(object, QStringLiteral("requestBody"), attempt.requestBody);
    putBytes(object, QStringLiteral("responseHead"), e.responseHead);
    putBytes(object, QStringLiteral("responseBody"), e.responseBody);
    return object;
}

QString attemptText(const Attempt &attempt)
{
    const Exchange &e = attempt.exchange;
    QString text = QStringLiteral("\n--- Attempt %1, %2: %3")
                       .arg(attempt.number)
                       .arg(toIso(attempt.startedAt), toString(e.outcome));
    if (!e.remoteAddress.isEmpty())
        text += QStringLiteral(", ") + e.remoteAddress;
    text += QStringLiteral(", by revision %1 of the target").arg(attempt.targetRevision);
    if (!e.errorText.isEmpty())
        text += QStringLiteral("\n    ") + e.errorText;
    text += QStringLiteral("\n\n") + QString::fromUtf8(attempt.requestHead).remove(u'\r')
        + QString::fromUtf8(attempt.requestBody);
    if (!e.responseHead.isEmpty())
        text += QStringLiteral("\n\n") + QString::fromUtf8(e.responseHead).remove(u'\r').trimmed()
            + QStringLiteral("\n\n") + QString::fromUtf8(e.responseBody);
    return text + QLatin1Char('\n');
}

} // namespace

QJsonObject toJson(const DeliveryDetail &detail, const QString &tag)
{
    QJsonObject object = callboard::toJson(detail.row, tag);
    QJsonArray events;
    for (const MediaEvent &event : detail.events) {
        QJsonObject entry{{QStringLiteral("id"), event.sourceId},
                          {QStringLiteral("source"), event.source},
                          {QStringLiteral("type"), event.type},
                          {QStringLiteral("receivedAt"), toIso(event.receivedAt)}};
        putBytes(entry, QStringLiteral("data"), event.data);
        events.append(entry);
    }
    QJsonArray attempts;
    for (const Attempt &attempt : detail.attempts)
        attempts.append(toJson(attempt));
    QJsonArray replays;
    for (DeliveryId id : detail.replays)
        replays.append(webhookId(tag, id));
    object.insert(QStringLiteral("events"), events);
    object.insert(QStringLiteral("attemptLog"), attempts);
    object.insert(QStringLiteral("replays"), replays);
    return object;
}

QString toText(const DeliveryDetail &detail)
{
    const Delivery &d = detail.row.delivery;
    QString text = QStringLiteral("Delivery %1 (%2) to %3: %4\n")
                       .arg(d.id.value)
                       .arg(detail.webhookId, detail.row.targetName, toString(d.state));
    if (!d.error.isEmpty())
        text += d.error + QLatin1Char('\n');
    if (d.replayOf.isValid())
        text += QStringLiteral("Replay of %1\n").arg(d.replayOf.value);
    for (const MediaEvent &event : detail.events)
        text += QStringLiteral("Event %1  %2  asset %3  %4\n")
                    .arg(event.id.value)
                    .arg(event.type, event.asset, toIso(event.receivedAt));
    for (const Attempt &attempt : detail.attempts)
        text += attemptText(attempt);
    return text;
}

} // namespace callboard::cli

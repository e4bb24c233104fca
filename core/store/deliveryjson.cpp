#include "core/store/deliveryjson.h"

namespace callboard {

namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue idOrNull(const QString &tag, DeliveryId id)
{
    return id.isValid() ? QJsonValue(webhookId(tag, id)) : QJsonValue();
}

} // namespace

QJsonObject toJson(const DeliveryRow &row, const QString &tag)
{
    const Delivery &d = row.delivery;
    return {
        {QStringLiteral("id"), webhookId(tag, d.id)},
        {QStringLiteral("target"), d.target.value},
        {QStringLiteral("targetName"), row.targetName},
        {QStringLiteral("event"), QString(info(d.trigger).eventType)},
        {QStringLiteral("asset"), d.asset},
        {QStringLiteral("state"), toString(d.state)},
        {QStringLiteral("attempts"), d.attempts},
        {QStringLiteral("status"), d.status == 0 ? QJsonValue() : QJsonValue(d.status)},
        {QStringLiteral("error"), textOrNull(d.error)},
        {QStringLiteral("cause"), textOrNull(d.cause)},
        {QStringLiteral("merged"), d.merged},
        {QStringLiteral("createdAt"), toIso(d.createdAt)},
        {QStringLiteral("dueAt"), isFinal(d.state) ? QJsonValue() : QJsonValue(toIso(d.dueAt))},
        {QStringLiteral("finishedAt"), d.finishedAt ? QJsonValue(toIso(*d.finishedAt)) : QJsonValue()},
        {QStringLiteral("replayOf"), idOrNull(tag, d.replayOf)},
        {QStringLiteral("replayContent"),
         d.replayOf.isValid() ? QJsonValue(d.replayContent == ReplayContent::SameBytes ? QStringLiteral("same-bytes")
                                                                                       : QStringLiteral("latest-state"))
                              : QJsonValue()},
        {QStringLiteral("supersededBy"), idOrNull(tag, d.supersededBy)},
        {QStringLiteral("window"), d.window.count() == 0 ? QJsonValue() : QJsonValue(formatDuration(d.window))},
        {QStringLiteral("windowReason"), textOrNull(d.windowReason)},
    };
}

} // namespace callboard

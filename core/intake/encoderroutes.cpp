#include "core/intake/encoderroutes.h"

#include "core/intake/mediatype.h"
#include "core/intake/problem.h"
#include "core/payload/encoder/notification.h"
#include "core/payload/record/jsontokens.h"

#include <utility>

namespace callboard {

namespace {

const QByteArray kTaken = "application/json, application/xml, application/x-www-form-urlencoded";

std::optional<DoorAnswer> admit(const DoorRequest &request)
{
    if (auto refusal = refuseEncoded(request, kTaken))
        return refusal;
    const QByteArray type = mediaTypeOf(request).essence;
    const bool taken = type.isEmpty() || type == "application/json" || type == "text/json" || type.endsWith("+json")
        || type == "application/xml" || type == "text/xml" || type.endsWith("+xml")
        || type == "application/x-www-form-urlencoded";
    if (taken)
        return std::nullopt;
    return unsupportedMediaType(QStringLiteral("The content type “%1” is not taken. Send application/json, "
                                               "application/xml or application/x-www-form-urlencoded.")
                                    .arg(QString::fromUtf8(type)),
                                kTaken);
}

QByteArray truth(bool value)
{
    return value ? "true" : "false";
}

DoorAnswer acknowledge(const NotificationOutcome &outcome)
{
    const bool matched = !outcome.asset.isEmpty();
    return {.status = 202,
            .body = writeJsonObject({{"accepted", "1"},
                                     {"matched", truth(matched)},
                                     {"asset", matched ? jsonString(outcome.asset) : QByteArray("null")},
                                     {"repeated", truth(outcome.repeated)},
                                     {"events", QByteArray::number(outcome.events)}})};
}

void serve(Encoder encoder, PlatformSink &sink, const DoorRequest &request, const Reply &reply)
{
    Result<EncoderNotification> notification = parseNotification(encoder, request.body,
                                                                 QString::fromLatin1(request.header("content-type")));
    if (!notification)
        return reply(problemOf(notification.error()));
    notification->asset = request.parameters.value("asset");
    sink.takeNotification(std::move(*notification), [reply](const Result<NotificationOutcome> &outcome) {
        reply(outcome ? acknowledge(*outcome) : problemOf(outcome.error()));
    });
}

Route encoderRoute(Encoder encoder, PlatformSink &sink, const QByteArray &path)
{
    const QByteArray ownHeader = encoder == Encoder::Zencoder ? "x-zencoder-notification-secret" : "";
    return {.method = "POST",
            .path = path,
            .access = Route::Access::Peer,
            .admit = admit,
            .serve = [encoder, &sink](const DoorRequest &request,
                                      const Reply &reply) { serve(encoder, sink, request, reply); },
            .peerSecret =
                [encoder, &sink, ownHeader] {
                    const auto secret = sink.notificationSecret(encoder);
                    return PeerSecret{secret.value_or(QByteArray()), ownHeader, toString(encoder), secret.has_value()};
                },
            .scope = DoorScope::Notify};
}

} // namespace

QList<Route> encoderRoutes(Encoder encoder, PlatformSink &sink)
{
    const QByteArray path = "/v1/encoders/" + toString(encoder).toLatin1();
    return {encoderRoute(encoder, sink, path), encoderRoute(encoder, sink, path + "/{asset}")};
}

} // namespace callboard

#include "core/intake/assetroutes.h"

#include "core/intake/mediatype.h"
#include "core/intake/problem.h"
#include "core/payload/assetrequest.h"
#include "core/payload/record/jsontokens.h"

#include <QUrl>

#include <utility>

namespace callboard {

namespace {

const QByteArray kTaken = "application/json";

std::optional<DoorAnswer> admitJson(const DoorRequest &request)
{
    if (auto refusal = refuseEncoded(request, kTaken))
        return refusal;
    const MediaType type = mediaTypeOf(request);
    if (type.essence != kTaken)
        return unsupportedMediaType(QStringLiteral("The content type “%1” is not taken. Send application/json.")
                                        .arg(QString::fromUtf8(type.essence)),
                                    kTaken);
    if (!type.isUtf8())
        return unsupportedMediaType(QStringLiteral("JSON is UTF-8, not “%1”.").arg(QString::fromUtf8(type.charset)),
                                    kTaken);
    return std::nullopt;
}

DoorAnswer created(const AssetDescription &description)
{
    QByteArrayList callbacks;
    for (const CallbackTarget &callback : description.callbacks)
        callbacks.append(callbackJson(callback));
    const QString &uuid = description.asset.id;
    return {.status = 201,
            .body = writeJsonObject(
                {{"uuid", jsonString(uuid)}, {"callbacks", QByteArray("[" + callbacks.join(',') + "]")}}),
            .headers = {{"Location", QByteArray("/assets/" + QUrl::toPercentEncoding(uuid))}}};
}

void publish(PlatformSink &sink, const DoorRequest &request, const Reply &reply)
{
    Result<AssetRequest> parsed = parseAssetRequest(request.body);
    if (!parsed)
        return reply(problemOf(parsed.error()));
    parsed->client = request.client;
    sink.publishAsset(std::move(*parsed), [reply](const Result<AssetDescription> &published) {
        reply(published ? created(*published) : problemOf(published.error()));
    });
}

void describe(PlatformSink &sink, const DoorRequest &request, const Reply &reply)
{
    sink.describeAsset(request.parameters.value("uuid"), [reply](const Result<AssetDescription> &found) {
        reply(found ? DoorAnswer{.body = assetJson(found->asset, found->callbacks)} : problemOf(found.error()));
    });
}

} // namespace

QList<Route> assetRoutes(PlatformSink &sink)
{
    return {{.method = "POST",
             .path = "/assets",
             .access = Route::Access::Token,
             .admit = admitJson,
             .serve = [&sink](const DoorRequest &request, const Reply &reply) { publish(sink, request, reply); },
             .scope = DoorScope::Publish},
            {.method = "GET",
             .path = "/assets/{uuid}",
             .access = Route::Access::Token,
             .admit = {},
             .serve = [&sink](const DoorRequest &request, const Reply &reply) { describe(sink, request, reply); },
             .scope = DoorScope::Read}};
}

} // namespace callboard

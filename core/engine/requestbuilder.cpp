#include "core/engine/requestbuilder.h"

#include "core/payload/rendering.h"
#include "core/transport/wirehead.h"

#include <algorithm>

namespace callboard {

namespace {

bool chooses(const HeaderList &headers, QLatin1String name)
{
    return std::any_of(headers.begin(), headers.end(), [name](const Header &header) {
        return header.enabled && header.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

WireHeaders chosenHeaders(const HeaderList &own, const QByteArray &contentType, const QString &webhookId, Timestamp now,
                          const QString &replayOf)
{
    WireHeaders headers;
    if (!contentType.isEmpty() && !chooses(own, QLatin1String("content-type")))
        headers.emplaceBack("Content-Type", contentType);
    if (!chooses(own, QLatin1String("user-agent")))
        headers.emplaceBack("User-Agent", "Callboard/" CALLBOARD_VERSION);
    headers.emplaceBack("webhook-id", webhookId.toUtf8());
    const auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    headers.emplaceBack("webhook-timestamp", QByteArray::number(qint64(seconds)));
    if (!replayOf.isEmpty())
        headers.emplaceBack("callboard-replay-of", replayOf.toUtf8());
    for (const Header &header : own) {
        if (header.enabled)
            headers.emplaceBack(header.name.toUtf8(), header.value.toUtf8());
    }
    return headers;
}

bool isSecret(const HeaderList &own, const QByteArray &name)
{
    return std::any_of(own.begin(), own.end(), [&name](const Header &header) {
        return header.secret && header.name.toUtf8().compare(name, Qt::CaseInsensitive) == 0;
    });
}

QByteArray maskedHead(const TransportRequest &request, const HeaderList &own)
{
    TransportRequest masked = request;
    for (auto &[name, value] : masked.headers) {
        if (isSecret(own, name))
            value = kMask.toUtf8();
    }
    return wireHead(masked);
}

} // namespace

Result<BuiltRequest> buildRequest(const CallbackTarget &target, const HeaderList &headers, const MediaEvent &event,
                                  const QString &webhookId, Timestamp now, const QString &replayOf)
{
    for (const Header &header : headers) {
        if (auto problem = header.enabled ? headerProblem(header) : std::nullopt)
            return fail(ErrorCode::InvalidHeader, *problem);
    }
    auto payload = render(target, event);
    if (!payload)
        return tl::unexpected(payload.error());

    BuiltRequest built;
    TransportRequest &request = built.request;
    request.target = target.id;
    request.url = payload->url;
    request.method = toString(target.method).toLatin1();
    request.headers = chosenHeaders(headers, payload->contentType, webhookId, now, replayOf);
    request.body = std::move(payload->body);
    request.connectTimeout = target.connectTimeout;
    request.totalTimeout = target.totalTimeout;
    request.allowPrivate = target.allowPrivate;
    built.maskedHead = maskedHead(request, headers);
    return built;
}

} // namespace callboard

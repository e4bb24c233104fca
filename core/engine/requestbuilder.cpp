#include "core/engine/requestbuilder.h"

#include "core/domain/hops.h"
#include "core/engine/authorization.h"
#include "core/engine/mailbuilder.h"
#include "core/payload/rendering.h"
#include "core/security/signing/signature.h"
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

WireHeaders chosenHeaders(const HeaderList &own, const QByteArray &contentType, const RequestContext &context)
{
    WireHeaders headers;
    headers.reserve(own.size() + 5);
    if (!contentType.isEmpty() && !chooses(own, QLatin1String("content-type")))
        headers.emplaceBack(QByteArrayLiteral("Content-Type"), contentType);
    if (!chooses(own, QLatin1String("user-agent")))
        headers.emplaceBack(QByteArrayLiteral("User-Agent"), QByteArrayLiteral("Callboard/" CALLBOARD_VERSION));
    headers.emplaceBack(QByteArrayLiteral("webhook-id"), context.webhookId.toUtf8());
    const auto seconds = std::chrono::floor<std::chrono::seconds>(context.now).time_since_epoch().count();
    headers.emplaceBack(QByteArrayLiteral("webhook-timestamp"), QByteArray::number(qint64(seconds)));
    if (!context.replayOf.isEmpty())
        headers.emplaceBack(QByteArrayLiteral("callboard-replay-of"), context.replayOf.toUtf8());
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

QByteArray maskedHead(const TransportRequest &request, const HeaderList &own, const QByteArray &secretSignature,
                      const QByteArray &authorization)
{
    const bool isPlain = std::none_of(own.begin(), own.end(), [](const Header &header) { return header.secret; });
    if (isPlain && secretSignature.isEmpty() && authorization.isEmpty())
        return wireHead(request);
    TransportRequest masked = request;
    for (auto &[name, value] : masked.headers) {
        if (!authorization.isEmpty() && name == kAuthorizationHeader)
            value = authorization;
        else if (isSecret(own, name) || (!secretSignature.isEmpty() && name == secretSignature))
            value = kMask.toUtf8();
    }
    return wireHead(masked);
}

// Of the bytes as they leave.
Result<WireHeaders> signatures(const CallbackTarget &target, const OpenSecrets &secrets, const RequestContext &context,
                               const QByteArray &body)
{
    if (!target.signing.isOn())
        return WireHeaders();
    const SignedContent content{context.webhookId.toUtf8(), context.now, body};
    if (secrets.keys.isEmpty())
        return shownSignature(target.signing, content);
    QStringList keys;
    for (const SigningKey &key : keysAt(secrets.keys, context.now))
        keys.append(key.secret.plain);
    return signatureHeaders(target.signing, keys, content);
}

} // namespace

Result<BuiltRequest> buildRequest(const CallbackTarget &target, const OpenSecrets &secrets, const MediaEvent &event,
                                  const RequestContext &context)
{
    const HeaderList &headers = secrets.headers;
    if (target.isMail())
        return buildMail(target, event, context);
    for (const Header &header : headers) {
        if (auto problem = header.enabled ? headerProblem(header) : std::nullopt)
            return fail(ErrorCode::InvalidHeader, *problem);
    }
    auto payload = render(target, event);
    if (!payload)
        return tl::unexpected(payload.error());
    if (context.same && target.method != Method::Get) {
        payload->contentType = context.same->contentType;
        payload->body = context.same->body;
    }

    BuiltRequest built;
    TransportRequest &request = built.request;
    request.target = target.id;
    request.url = payload->url;
    request.method = toString(target.method).toLatin1();
    request.headers = chosenHeaders(headers, payload->contentType, context);
    if (countsHops(target, event))
        request.headers.emplaceBack(kHopsHeader, QByteArray::number(event.hops + 1));
    const auto authorization = authorizationOf(target, secrets, context.accessToken);
    if (!authorization)
        return tl::unexpected(authorization.error());
    if (!authorization->value.isEmpty())
        request.headers.emplaceBack(kAuthorizationHeader, authorization->value);
    built.showsToken = target.authentication.scheme == AuthScheme::OAuth2;
    request.body = std::move(payload->body);
    request.connectTimeout = target.connectTimeout;
    request.totalTimeout = target.totalTimeout;
    request.allowPrivate = target.allowPrivate;
    request.pipelining = target.pipelining;
    request.connections = target.connections;
    request.pipelineDepth = target.pipelineDepth;
    const auto signature = signatures(target, secrets, context, request.body);
    if (!signature)
        return tl::unexpected(signature.error());
    request.headers += *signature;
    built.maskedHead = maskedHead(request, headers, secretSignatureHeader(target.signing), authorization->shown);
    return built;
}

Result<BuiltRequest> buildRequest(const CallbackTarget &target, const OpenSecrets &secrets, const MediaEvent &event,
                                  const QString &webhookId, Timestamp now, const QString &replayOf)
{
    return buildRequest(target, secrets, event, RequestContext{webhookId, now, replayOf, std::nullopt, {}});
}

} // namespace callboard

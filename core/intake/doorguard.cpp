#include "core/intake/doorguard.h"

#include "core/intake/problem.h"

#include <QUrl>

#include <sodium.h>

#include <utility>

namespace callboard {

namespace {

// Told twice, each reader may believe the other one.
const QList<QByteArray> kOnceOnly{"host",         "authorization",     "content-length",
                                  "content-type", "transfer-encoding", "x-zencoder-notification-secret"};

// What follows the scheme in Authorization; empty: another scheme, or nothing.
QByteArray credentials(const DoorRequest &request, QByteArrayView scheme)
{
    const QByteArray given = request.header("authorization");
    const QByteArrayView begin = QByteArrayView(given).first(qMin(given.size(), scheme.size()));
    const bool same = begin.compare(scheme, Qt::CaseInsensitive) == 0;
    return same ? given.sliced(scheme.size()).trimmed() : QByteArray();
}

QByteArray basicPassword(const DoorRequest &request)
{
    const auto decoded = QByteArray::fromBase64Encoding(credentials(request, "Basic "),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray pair = decoded ? *decoded : QByteArray();
    const qsizetype colon = pair.indexOf(':');
    return colon < 0 ? QByteArray() : pair.sliced(colon + 1);
}

// Takes the same time whatever is given. Nothing given never matches, nor does a secret that is not set.
bool matches(const QByteArray &givenHash, bool given, const QByteArray &hash)
{
    if (hash.size() != givenHash.size()) // never by what was given: a row that was tampered with
        return false;
    return (sodium_memcmp(givenHash.constData(), hash.constData(), size_t(hash.size())) == 0) && given;
}

DoorAnswer unauthorized(const QString &detail, const QByteArray &challenge)
{
    DoorAnswer answer = problem(401, QStringLiteral("unauthorized"), detail);
    answer.headers.emplaceBack("WWW-Authenticate", challenge);
    return answer;
}

DoorAnswer forbidden(const QString &detail)
{
    return problem(403, QStringLiteral("forbidden"), detail);
}

std::optional<DoorAnswer> refuseFraming(const DoorRequest &request)
{
    // Where its body ends is anybody's guess: what follows is not read as a request of its own.
    const auto bad = [](const QString &detail) {
        DoorAnswer answer = problem(400, QStringLiteral("framing"), detail);
        answer.headers.emplaceBack("Connection", "close");
        return answer;
    };
    if (request.isOdd)
        return bad(QStringLiteral("A header has a NUL in it, or goes on in the next line."));
    for (const QByteArray &name : request.repeatedHeaders) {
        if (kOnceOnly.contains(name) || name.startsWith("ce-"))
            return bad(QStringLiteral("The header “%1” is there more than once.").arg(QString::fromLatin1(name)));
    }
    if (!request.has("transfer-encoding"))
        return std::nullopt;
    if (request.has("content-length"))
        return bad(QStringLiteral("Content-Length and Transfer-Encoding exclude each other."));
    if (request.header("transfer-encoding").compare("chunked", Qt::CaseInsensitive) != 0)
        return bad(QStringLiteral("The only transfer encoding taken here is chunked."));
    return std::nullopt;
}

} // namespace

DoorGuard::DoorGuard(DoorIdentity identity, const QByteArray &mainToken, std::shared_ptr<const DoorTokens> tokens)
    : m_identity(std::move(identity))
    , m_mainHash(doorTokenHash(mainToken))
    , m_tokens(std::move(tokens))
{
}

std::optional<DoorAnswer> DoorGuard::refusePeer(const DoorRequest &request) const
{
    if (auto refusal = refuseFraming(request))
        return refusal;
    if (request.has("origin"))
        return forbidden(QStringLiteral("Requests from web pages (header “Origin”) are not taken."));
    if (request.header("sec-fetch-site").compare("cross-site", Qt::CaseInsensitive) == 0)
        return forbidden(QStringLiteral("Requests from web pages (header “Sec-Fetch-Site”) are not taken."));
    if (!acceptsHost(request.header("host")))
        return forbidden(
            QStringLiteral("The host “%1” is not a name of this door.").arg(QString::fromUtf8(request.header("host"))));
    return std::nullopt;
}

// Every token is compared, so that the time taken tells neither which one was near nor how many there are before it.
DoorGuard::Finding DoorGuard::find(const QByteArray &given, const DoorTokens::List &list, Timestamp now) const
{
    const QByteArray hash = doorTokenHash(given);
    const DoorToken *found = nullptr;
    const bool isMain = matches(hash, !given.isEmpty(), m_mainHash);
    for (const DoorToken &token : list ? *list : QList<DoorToken>())
        found = matches(hash, !given.isEmpty(), token.hash) ? &token : found;
    if (isMain)
        return {DoorCaller{.name = kMainToken, .isMain = true}};
    if (!found)
        return {};
    if (found->hasEnded(now))
        return {.caller = {}, .ended = true};
    return {DoorCaller{.name = found->name, .scopes = found->scopes, .token = found->id}};
}

std::variant<DoorCaller, DoorStranger> DoorGuard::recognise(const DoorRequest &request, const PeerSecret *peer,
                                                            Timestamp now) const
{
    const DoorTokens::List list = m_tokens ? m_tokens->list() : nullptr;
    const QByteArray bearer = credentials(request, "Bearer ");
    const QByteArray password = peer ? basicPassword(request) : QByteArray();
    const QByteArray ownHeader = peer && !peer->header.isEmpty() ? request.header(peer->header) : QByteArray();
    const QByteArray peerHash = doorTokenHash(peer ? peer->value : QByteArray());
    const Finding findings[] = {find(bearer, list, now), find(password, list, now)};
    const bool isPeer = matches(doorTokenHash(password), peer && !peer->value.isEmpty(), peerHash);
    const bool hasHeader = matches(doorTokenHash(ownHeader), peer && !peer->value.isEmpty(), peerHash);
    for (const Finding &finding : findings) {
        if (finding.caller)
            return *finding.caller;
    }
    if (isPeer || hasHeader)
        return DoorCaller{.name = peer->name, .scopes = {DoorScope::Notify}};
    const bool tried = peer ? request.has("authorization") || !ownHeader.isEmpty() : !bearer.isEmpty();
    if (tried && m_tokens && !list)
        return DoorStranger{unavailable(QStringLiteral("Callboard is starting. Send it again."))};
    if (tried && peer && !peer->isReadable)
        return DoorStranger{unavailable(QStringLiteral("The notification secret can't be read: the vault is closed."))};
    const QByteArray challenge = peer ? "Basic realm=\"callboard\", charset=\"UTF-8\"" : "Bearer realm=\"callboard\"";
    if (findings[0].ended || findings[1].ended)
        return DoorStranger{unauthorized(QStringLiteral("This token has ended."), challenge)};
    const QString known = peer ? QStringLiteral("Neither a token of this door nor the notification secret.")
                               : QStringLiteral("The token is none of this door's.");
    const QString missing = peer ? QStringLiteral("Send the token or the notification secret as the password of Basic.")
                                 : QStringLiteral("Send the header “Authorization: Bearer TOKEN”.");
    return DoorStranger{unauthorized(tried ? known : missing, challenge), tried};
}

bool DoorGuard::acceptsHost(const QByteArray &host) const
{
    const QUrl url((m_identity.secure ? QStringLiteral("https://") : QStringLiteral("http://"))
                       + QString::fromLatin1(host),
                   QUrl::StrictMode);
    if (host.isEmpty() || !url.isValid() || !url.userInfo().isEmpty() || !url.path().isEmpty() || url.hasQuery()
        || url.hasFragment())
        return false;
    const QString name = url.host();
    // A configured name is what a proxy in front is called, on whichever port it listens.
    if (m_identity.hostNames.contains(name, Qt::CaseInsensitive))
        return true;
    return url.port(m_identity.secure ? 443 : 80) == m_identity.port && isOwnHost(name);
}

bool DoorGuard::isOwnHost(const QString &name) const
{
    const QHostAddress literal(name);
    if (literal.isNull())
        return name == QLatin1String("localhost");
    if (literal == QHostAddress(QHostAddress::LocalHost) || literal == QHostAddress(QHostAddress::LocalHostIPv6))
        return true;
    // Listening everywhere, it has addresses it can't know (NAT). Only names can be rebound, literals can't.
    const bool everywhere = m_identity.address == QHostAddress(QHostAddress::AnyIPv4)
        || m_identity.address == QHostAddress(QHostAddress::AnyIPv6)
        || m_identity.address == QHostAddress(QHostAddress::Any);
    return everywhere || literal == m_identity.address;
}

std::optional<DoorAnswer> refuseWithoutScope(const DoorCaller &caller, std::optional<DoorScope> scope)
{
    if (!scope || caller.scopes.has(*scope))
        return std::nullopt;
    const QString word = toString(*scope);
    DoorAnswer answer = forbidden(QStringLiteral("This token lacks the scope “%1”.").arg(word));
    answer.headers.emplaceBack("WWW-Authenticate",
                               "Bearer realm=\"callboard\", error=\"insufficient_scope\", scope=\"" + word.toLatin1()
                                   + '"');
    return answer;
}

} // namespace callboard

#include "core/intake/doorguard.h"

#include "core/intake/problem.h"

#include <QCryptographicHash>
#include <QUrl>

#include <sodium.h>

#include <utility>

namespace callboard {

namespace {

// Told twice, each reader may believe the other one.
const QList<QByteArray> kOnceOnly{"host",         "authorization",     "content-length",
                                  "content-type", "transfer-encoding", "x-zencoder-notification-secret"};

QByteArray hashOf(QByteArrayView token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

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
bool matches(QByteArrayView given, const QByteArray &hash)
{
    const QByteArray givenHash = hashOf(given);
    const bool same = sodium_memcmp(givenHash.constData(), hash.constData(), size_t(hash.size())) == 0;
    return same && !given.isEmpty();
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

DoorGuard::DoorGuard(const QHostAddress &address, quint16 port, QStringList hostNames, const QByteArray &token)
    : m_address(address)
    , m_port(port)
    , m_hostNames(std::move(hostNames))
    , m_tokenHash(hashOf(token))
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

std::optional<DoorAnswer> DoorGuard::refuseWithoutToken(const DoorRequest &request) const
{
    const QByteArray bearer = credentials(request, "Bearer ");
    if (matches(bearer, m_tokenHash))
        return std::nullopt;
    return unauthorized(bearer.isEmpty() ? QStringLiteral("Send the header “Authorization: Bearer TOKEN”.")
                                         : QStringLiteral("The token is not the one of this door."),
                        "Bearer realm=\"callboard\"");
}

std::optional<DoorAnswer> DoorGuard::refuseStranger(const DoorRequest &request, const PeerSecret &secret) const
{
    const QByteArray password = basicPassword(request);
    const QByteArray ownHeader = secret.header.isEmpty() ? QByteArray() : request.header(secret.header);
    const QByteArray secretHash = hashOf(secret.value);
    // Every candidate is compared, so that the time taken does not tell which one was near.
    const bool known[] = {matches(credentials(request, "Bearer "), m_tokenHash), matches(password, m_tokenHash),
                          matches(password, secretHash), matches(ownHeader, secretHash)};
    if (known[0] || known[1] || known[2] || known[3])
        return std::nullopt;
    const bool tried = request.has("authorization") || !ownHeader.isEmpty();
    return unauthorized(tried ? QStringLiteral("Neither the door's token nor the notification secret.")
                              : QStringLiteral("Send the token or the notification secret as the password of Basic."),
                        "Basic realm=\"callboard\", charset=\"UTF-8\"");
}

bool DoorGuard::acceptsHost(const QByteArray &host) const
{
    const QUrl url(QStringLiteral("http://") + QString::fromLatin1(host), QUrl::StrictMode);
    if (host.isEmpty() || !url.isValid() || !url.userInfo().isEmpty() || !url.path().isEmpty() || url.hasQuery()
        || url.hasFragment())
        return false;
    const QString name = url.host();
    // A configured name is what a proxy in front is called, on whichever port it listens.
    if (m_hostNames.contains(name, Qt::CaseInsensitive))
        return true;
    return url.port(80) == m_port && isOwnHost(name);
}

bool DoorGuard::isOwnHost(const QString &name) const
{
    const QHostAddress literal(name);
    if (literal.isNull())
        return name == QLatin1String("localhost");
    if (literal == QHostAddress(QHostAddress::LocalHost) || literal == QHostAddress(QHostAddress::LocalHostIPv6))
        return true;
    // Listening everywhere, it has addresses it can't know (NAT). Only names can be rebound, literals can't.
    const bool everywhere = m_address == QHostAddress(QHostAddress::AnyIPv4)
        || m_address == QHostAddress(QHostAddress::AnyIPv6) || m_address == QHostAddress(QHostAddress::Any);
    return everywhere || literal == m_address;
}

} // namespace callboard

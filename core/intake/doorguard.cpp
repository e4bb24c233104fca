#include "core/intake/doorguard.h"

#include "core/intake/problem.h"

#include <QCryptographicHash>
#include <QUrl>

#include <sodium.h>

#include <utility>

namespace callboard {

namespace {

// Told twice, each reader may believe the other one.
const QList<QByteArray> kOnceOnly{"host", "authorization", "content-length", "content-type", "transfer-encoding"};

QByteArray hashOf(QByteArrayView token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

DoorAnswer forbidden(const QString &detail)
{
    return problem(403, QStringLiteral("forbidden"), detail);
}

std::optional<DoorAnswer> refuseFraming(const DoorRequest &request)
{
    const auto bad = [](const QString &detail) { return problem(400, QStringLiteral("framing"), detail); };
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
    static constexpr QByteArrayView scheme("Bearer ");
    const QByteArray given = request.header("authorization");
    const bool bearer =
        QByteArrayView(given).first(qMin(given.size(), scheme.size())).compare(scheme, Qt::CaseInsensitive) == 0;
    const QByteArray hash = hashOf(bearer ? QByteArrayView(given).sliced(scheme.size()).trimmed() : QByteArrayView());
    const bool same = sodium_memcmp(hash.constData(), m_tokenHash.constData(), size_t(m_tokenHash.size())) == 0;
    if (bearer && same)
        return std::nullopt;
    DoorAnswer answer = problem(401, QStringLiteral("unauthorized"),
                                bearer ? QStringLiteral("The token is not the one of this door.")
                                       : QStringLiteral("Send the header “Authorization: Bearer TOKEN”."));
    answer.headers.emplaceBack("WWW-Authenticate", "Bearer realm=\"callboard\"");
    return answer;
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

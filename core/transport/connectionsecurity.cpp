#include "core/transport/connectionsecurity.h"

#include "core/transport/certificates.h"

#include <QSslSocket>

#include <algorithm>
#include <array>

namespace callboard {

namespace {

constexpr qsizetype kPinPrefix = 7; // sha256/

QNetworkProxy proxyFrom(const ProxySettings &settings)
{
    if (!settings.isOn())
        return QNetworkProxy(QNetworkProxy::NoProxy);
    return QNetworkProxy(settings.kind == ProxyKind::Http ? QNetworkProxy::HttpProxy : QNetworkProxy::Socks5Proxy,
                         settings.host, settings.port, settings.user, settings.password.plain);
}

Result<QList<QSslCertificate>> certificatesFrom(const QByteArray &pem, const QString &whose)
{
    if (pem.isEmpty())
        return QList<QSslCertificate>();
    if (const auto readable = describeCertificates(pem); !readable)
        return fail(readable.error().code, whose + u' ' + readable.error().detail);
    return QSslCertificate::fromData(pem, QSsl::Pem);
}

Result<void> readOurs(const TlsSettings &tls, ConnectionSecurity &security)
{
    auto chain = certificatesFrom(tls.certificate, QStringLiteral("The client certificate can't be read."));
    if (!chain)
        return tl::unexpected(chain.error());
    security.chain = std::move(*chain);
    if (security.chain.isEmpty())
        return {};
    const QByteArray key = tls.key.plain.toUtf8();
    if (const auto problem = pairProblem(tls.certificate, key))
        return fail(ErrorCode::InvalidArgument, *problem);
    security.key = connectionKey(key);
    if (security.key.isNull())
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("The client key is of a kind that can't be used for TLS here."));
    return {};
}

} // namespace

Result<SharedSecurity> makeConnectionSecurity(const TlsSettings &tls, const ProxySettings &proxy)
{
    if (tls.isDefault() && !proxy.isOn())
        return SharedSecurity();
    for (const auto &problem : {tlsProblem(tls), proxyProblem(proxy)}) {
        if (problem)
            return fail(ErrorCode::InvalidArgument, *problem);
    }
    auto security = std::make_shared<ConnectionSecurity>();
    auto authorities = certificatesFrom(tls.authorities, QStringLiteral("The authorities can't be read."));
    if (!authorities)
        return tl::unexpected(authorities.error());
    security->authorities = std::move(*authorities);
    for (const QString &pin : tls.pins)
        security->pins.append(QByteArray::fromBase64(pin.mid(kPinPrefix).toLatin1()));
    if (const auto read = readOurs(tls, *security); !read)
        return tl::unexpected(read.error());
    security->proxy = proxyFrom(proxy);
    return SharedSecurity(std::move(security));
}

bool isSameSecurity(const SharedSecurity &one, const SharedSecurity &other)
{
    return one == other || (one && other && *one == *other);
}

QSslConfiguration tlsConfiguration(const SharedSecurity &security)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.setAllowedNextProtocols({QByteArray(QSslConfiguration::NextProtocolHttp1_1)});
    if (!security)
        return configuration;
    if (!security->authorities.isEmpty())
        configuration.setCaCertificates(security->authorities);
    if (!security->chain.isEmpty()) {
        configuration.setLocalCertificateChain(security->chain);
        configuration.setPrivateKey(security->key);
    }
    return configuration;
}

std::optional<QString> pinProblem(const SharedSecurity &security, const QSslCertificate &receivers, const QString &host,
                                  int port)
{
    if (!security || security->pins.isEmpty() || security->pins.contains(keyDigest(receivers)))
        return std::nullopt;
    return QStringLiteral("The receiver's key is not the pinned one: %1 has %2 (port %3).")
        .arg(host, pinOf(receivers), QString::number(port));
}

QString trustProblem(const QList<QSslError> &errors, const SharedSecurity &security)
{
    if (errors.isEmpty())
        return {};
    constexpr std::array kUnknown{
        QSslError::UnableToGetIssuerCertificate,   QSslError::UnableToGetLocalIssuerCertificate,
        QSslError::UnableToVerifyFirstCertificate, QSslError::SelfSignedCertificate,
        QSslError::SelfSignedCertificateInChain,   QSslError::CertificateUntrusted};
    const QSslError &first = errors.first();
    const bool isUnknown = std::find(kUnknown.begin(), kUnknown.end(), first.error()) != kUnknown.end();
    if (isUnknown && security && !security->authorities.isEmpty())
        return QStringLiteral("its certificate comes from none of the authorities that this target trusts");
    return first.errorString();
}

QString proxyAddress(const SharedSecurity &security)
{
    if (!security || !security->usesProxy())
        return {};
    const QString host = security->proxy.hostName();
    return (host.contains(u':') ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2"))
        .arg(host, QString::number(security->proxy.port()));
}

QString withProxy(const QString &note, const QString &proxy)
{
    if (proxy.isEmpty())
        return note;
    const QString way = QStringLiteral("through the proxy ") + proxy;
    return note.isEmpty() ? way : note + QStringLiteral("; ") + way;
}

QByteArray proxyAuthorization(const ConnectionSecurity &security)
{
    if (security.proxy.user().isEmpty())
        return {};
    return "Basic " + QString(security.proxy.user() + u':' + security.proxy.password()).toUtf8().toBase64();
}

} // namespace callboard

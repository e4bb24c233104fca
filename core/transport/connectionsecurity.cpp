#include "core/transport/connectionsecurity.h"

#include <QSsl>

namespace callboard {

namespace {

constexpr qsizetype kPinPrefix = 7; // sha256/

QSslKey keyFrom(const QByteArray &pem)
{
    for (QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        if (QSslKey key(pem, algorithm); !key.isNull())
            return key;
    }
    return {};
}

QNetworkProxy proxyFrom(const ProxySettings &settings)
{
    if (!settings.isOn())
        return QNetworkProxy(QNetworkProxy::NoProxy);
    return QNetworkProxy(settings.kind == ProxyKind::Http ? QNetworkProxy::HttpProxy : QNetworkProxy::Socks5Proxy,
                         settings.host, settings.port, settings.user, settings.password.plain);
}

} // namespace

Result<std::shared_ptr<const ConnectionSecurity>> makeConnectionSecurity(const TlsSettings &tls,
                                                                         const ProxySettings &proxy)
{
    if (tls.isDefault() && !proxy.isOn())
        return std::shared_ptr<const ConnectionSecurity>();
    auto security = std::make_shared<ConnectionSecurity>();
    security->authorities = QSslCertificate::fromData(tls.authorities, QSsl::Pem);
    if (security->authorities.isEmpty() && !tls.authorities.isEmpty())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("The authorities hold no certificate in PEM."));
    for (const QString &pin : tls.pins)
        security->pins.append(QByteArray::fromBase64(pin.mid(kPinPrefix).toLatin1()));
    if (!tls.certificate.isEmpty()) {
        security->chain = QSslCertificate::fromData(tls.certificate, QSsl::Pem);
        if (security->chain.isEmpty())
            return fail(ErrorCode::InvalidArgument, QStringLiteral("The client certificate is no PEM certificate."));
        security->key = keyFrom(tls.key.plain.toUtf8());
        if (security->key.isNull())
            return fail(ErrorCode::InvalidArgument, QStringLiteral("The client key is no private key in PEM."));
    }
    security->proxy = proxyFrom(proxy);
    return std::shared_ptr<const ConnectionSecurity>(std::move(security));
}

} // namespace callboard

// What a target's connections are made with, read once: certificates, keys and the proxy. Immutable; any thread.
#pragma once

#include "core/domain/connectionsettings.h"
#include "core/domain/error.h"

#include <QList>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QSslKey>

#include <memory>
#include <optional>

namespace callboard {

struct ConnectionSecurity {
    QList<QSslCertificate> authorities; // empty: the system's
    QList<QByteArray> pins;             // SHA-256 of the receiver's SubjectPublicKeyInfo, 32 bytes each; empty: any
    QList<QSslCertificate> chain;       // ours, first; empty: none is shown
    QSslKey key;
    QNetworkProxy proxy{QNetworkProxy::NoProxy};

    [[nodiscard]] bool usesProxy() const { return proxy.type() != QNetworkProxy::NoProxy; }
    bool operator==(const ConnectionSecurity &) const = default;
};

using SharedSecurity = std::shared_ptr<const ConnectionSecurity>;

// Connections made with the one may serve requests of the other.
[[nodiscard]] bool isSameSecurity(const SharedSecurity &one, const SharedSecurity &other);

// Never below TLS 1.2 and HTTP/1.1 alone; the rest as `security` says.
[[nodiscard]] QSslConfiguration tlsConfiguration(const SharedSecurity &security);

// What is wrong with the key that the receiver has proved to have; empty optional: it is pinned, or any will do.
[[nodiscard]] std::optional<QString> pinProblem(const SharedSecurity &security, const QSslCertificate &receivers,
                                                const QString &host, int port);

// Why the receiver's certificate is not trusted; the first of Qt's errors, or whose authorities don't know it.
[[nodiscard]] QString trustProblem(const QList<QSslError> &errors, const SharedSecurity &security);

// HOST:PORT of the proxy; empty: none.
[[nodiscard]] QString proxyAddress(const SharedSecurity &security);
// What is odd about the way, and that it led through that proxy; `note` alone where there is none.
[[nodiscard]] QString withProxy(const QString &note, const QString &proxy);
// What a proxy in clear is told with a request: the value of Proxy-Authorization, empty where it asks for no name.
[[nodiscard]] QByteArray proxyAuthorization(const ConnectionSecurity &security);

// Secrets in the clear. Null where everything is the default. InvalidArgument says what of it can't be read or does not
// fit together; that a certificate has ended is no error (validityProblem() in certificates.h).
[[nodiscard]] Result<SharedSecurity> makeConnectionSecurity(const TlsSettings &tls, const ProxySettings &proxy);

} // namespace callboard

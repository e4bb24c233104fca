// What a target's connections are made with, read once: certificates, keys and the proxy. Immutable; any thread.
#pragma once

#include "core/domain/connectionsettings.h"
#include "core/domain/error.h"

#include <QList>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslKey>

#include <memory>

namespace callboard {

struct ConnectionSecurity {
    QList<QSslCertificate> authorities; // empty: the system's
    QList<QByteArray> pins;             // SHA-256 of the receiver's SubjectPublicKeyInfo, 32 bytes each; empty: any
    QList<QSslCertificate> chain;       // ours, first; empty: none is shown
    QSslKey key;
    QNetworkProxy proxy{QNetworkProxy::NoProxy};

    [[nodiscard]] bool usesProxy() const { return proxy.type() != QNetworkProxy::NoProxy; }
};

// Secrets in the clear. Null where everything is the default. InvalidArgument says what of it can't be read or does not
// fit together.
[[nodiscard]] Result<std::shared_ptr<const ConnectionSecurity>> makeConnectionSecurity(const TlsSettings &tls,
                                                                                       const ProxySettings &proxy);

} // namespace callboard

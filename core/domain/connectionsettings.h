// How the connection to one receiver is made: whom it has to prove to be, what we prove to it, and through which proxy.
// Plain values; what is read of certificates and keys is in core/transport/connectionsecurity.
#pragma once

#include "core/domain/secret.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace callboard {

struct TlsSettings {
    QByteArray authorities; // PEM: who may vouch for the receiver in place of the system's authorities; empty: those
    // sha256/BASE64 of a SubjectPublicKeyInfo (RFC 7469 §2.4): the receiver's own certificate has one of these keys,
    // beside being valid in every other respect. Empty: any key.
    QStringList pins;
    QByteArray certificate; // PEM: ours, with what is between it and its authority; empty: we show none
    Secret key;             // PEM: of our certificate, without a passphrase of its own

    [[nodiscard]] bool isDefault() const { return *this == TlsSettings{}; }
    bool operator==(const TlsSettings &) const = default;
};

enum class ProxyKind : quint8 { None = 0, Http = 1, Socks5 = 2 };

// The proxy looks names up, so that it decides which addresses can be reached through it.
struct ProxySettings {
    ProxyKind kind = ProxyKind::None;
    QString host;
    quint16 port = 0;
    QString user; // empty: it asks for none
    Secret password;

    [[nodiscard]] bool isOn() const { return kind != ProxyKind::None; }
    bool operator==(const ProxySettings &) const = default;
};

// http://HOST:PORT, socks5://HOST:PORT; empty for none. Never with name or password.
[[nodiscard]] QString toString(const ProxySettings &proxy);
// Host, port and kind from that; what else `into` has stays. False: it is no such text, and `into` is as it was. Empty
// text is no proxy.
bool setProxy(ProxySettings &into, const QString &text);

// The sentence that says what is wrong; empty optional: it can be used. Whether PEM can be read is not looked at.
[[nodiscard]] std::optional<QString> tlsProblem(const TlsSettings &tls);
[[nodiscard]] std::optional<QString> proxyProblem(const ProxySettings &proxy);

} // namespace callboard

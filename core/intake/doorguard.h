// Who may speak to the door at all: no web page (Origin), no rebound name (Host), no ambiguous framing, and nobody
// without the token. Pure once made; used by the door's thread.
#pragma once

#include "core/intake/doormessage.h"

#include <QHostAddress>
#include <QStringList>

#include <optional>

namespace callboard {

// A secret that a peer carries which can't be given the door's token: as Basic's password, or in a header of its own.
struct PeerSecret {
    QByteArray value;  // empty: none is set
    QByteArray header; // lower case; empty: it has none
};

class DoorGuard {
public:
    DoorGuard(const QHostAddress &address, quint16 port, QStringList hostNames, const QByteArray &token);

    // 400 or 403; empty optional: it may pass.
    [[nodiscard]] std::optional<DoorAnswer> refusePeer(const DoorRequest &request) const;
    // 401 with WWW-Authenticate; empty optional: it carries the token.
    [[nodiscard]] std::optional<DoorAnswer> refuseWithoutToken(const DoorRequest &request) const;
    // 401 that asks for Basic; empty optional: it carries the token (Bearer or Basic) or the peer's secret.
    [[nodiscard]] std::optional<DoorAnswer> refuseStranger(const DoorRequest &request, const PeerSecret &secret) const;

private:
    [[nodiscard]] bool acceptsHost(const QByteArray &host) const;
    [[nodiscard]] bool isOwnHost(const QString &name) const;

    QHostAddress m_address;
    quint16 m_port;
    QStringList m_hostNames;
    QByteArray m_tokenHash; // fixed length, so that comparing tells nothing about the token's
};

} // namespace callboard

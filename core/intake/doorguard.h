// Who may speak to the door at all: no web page (Origin), no rebound name (Host), no ambiguous framing, and nobody
// without a token. Made once; the tokens it asks are exchanged behind it. Used by the door's thread.
#pragma once

#include "core/intake/doormessage.h"
#include "core/intake/doortokens.h"

#include <QHostAddress>
#include <QStringList>

#include <optional>
#include <variant>

namespace callboard {

// The name under which the door's own token is known: the one of CALLBOARD_INTAKE_TOKEN, --token-file or the vault.
inline const QString kMainToken = QStringLiteral("main");

// A secret that a peer carries which can't be given a token: as Basic's password, or in a header of its own.
struct PeerSecret {
    QByteArray value;       // empty: none is set
    QByteArray header;      // lower case; empty: it has none
    QString name{};         // the peer's
    bool isReadable = true; // false: one is set, and the vault does not open it, or not yet
};

// What the guard is told when it is made.
struct DoorIdentity {
    QHostAddress address;
    quint16 port = 0;
    QStringList hostNames{};
    bool secure = false; // speaks TLS
};

// Who speaks, and what about.
struct DoorCaller {
    QString name;
    DoorScopes scopes = DoorScopes::all();
    DoorTokenId token{}; // invalid: it is none of the workspace's
    bool isMain = false; // carries the door's own token
};

struct DoorStranger {
    DoorAnswer answer;    // 401, or 503 while the tokens are not read yet
    bool guessed = false; // it carried something that is nobody's
};

class DoorGuard {
public:
    // `tokens` null: there is the door's own one alone.
    DoorGuard(DoorIdentity identity, const QByteArray &mainToken, std::shared_ptr<const DoorTokens> tokens = {});

    // 400 or 403; empty optional: it may pass.
    [[nodiscard]] std::optional<DoorAnswer> refusePeer(const DoorRequest &request) const;
    // By a Bearer token; where `peer` is given by Basic and by the peer's secret too. 401 has WWW-Authenticate.
    [[nodiscard]] std::variant<DoorCaller, DoorStranger> recognise(const DoorRequest &request, const PeerSecret *peer,
                                                                   Timestamp now) const;

private:
    struct Finding {
        std::optional<DoorCaller> caller;
        bool ended = false;
    };

    [[nodiscard]] Finding find(const QByteArray &given, const DoorTokens::List &list, Timestamp now) const;
    [[nodiscard]] bool acceptsHost(const QByteArray &host) const;
    [[nodiscard]] bool isOwnHost(const QString &name) const;

    DoorIdentity m_identity;
    QByteArray m_mainHash; // fixed length, so that comparing tells nothing about the token's
    std::shared_ptr<const DoorTokens> m_tokens;
};

// 403 that names the scope; empty optional: the caller has it.
[[nodiscard]] std::optional<DoorAnswer> refuseWithoutScope(const DoorCaller &caller, std::optional<DoorScope> scope);

} // namespace callboard

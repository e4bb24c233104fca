// How Callboard shows a receiver who it is: nothing, a name and password, a token, or a token that an authorization
// server gives for client credentials (OAuth 2.0, RFC 6749 §4.4).
#pragma once

#include "core/domain/secret.h"

#include <QList>
#include <QString>

#include <optional>

namespace callboard {

enum class AuthScheme : quint8 { None = 0, Basic = 1, Bearer = 2, OAuth2 = 3 };

struct Authentication {
    AuthScheme scheme = AuthScheme::None;
    QString user;  // basic: the user's name; oauth2: the client's id
    Secret secret; // the password, the token, or the client's secret
    // Of oauth2 alone:
    QString tokenUrl;          // https, or http where the target says that internal addresses are meant
    QString scope;             // separated by spaces, as RFC 6749 §3.3 has it; empty: the server's default
    QString audience;          // a field that some servers want; empty: not sent
    bool secretInBody = false; // client_id and client_secret in the form; else by Basic (RFC 6749 §2.3.1)

    [[nodiscard]] bool isOn() const { return scheme != AuthScheme::None; }
    bool operator==(const Authentication &) const = default;
};

// The sentence that says what is missing or wrong; empty optional: it can be used.
[[nodiscard]] std::optional<QString> authenticationProblem(const Authentication &authentication);

// Stable spellings for command line and JSON: none, basic, bearer, oauth2.
[[nodiscard]] QString toString(AuthScheme scheme);
[[nodiscard]] std::optional<AuthScheme> authSchemeFrom(const QString &text); // case is ignored

} // namespace callboard

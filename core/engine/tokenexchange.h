// What is said with an authorization server: the question for an access token (OAuth 2.0 client credentials, RFC 6749
// §4.4) and what its answer means. Pure; secrets in the clear, which no sentence repeats.
#pragma once

#include "core/domain/error.h"
#include "core/domain/target.h"
#include "core/transport/transport.h"

namespace callboard {

struct GrantedToken {
    QString value;           // fit for a header
    Milliseconds lifetime{}; // from the answer on
};

// Where the server does not say how long its token is good.
inline constexpr Milliseconds kUsualTokenLifetime = std::chrono::minutes(5);
// A token that is good for longer is asked for anew once a day.
inline constexpr Milliseconds kLongestTokenLifetime = std::chrono::hours(24);
inline constexpr qint64 kLargestTokenAnswer = qint64(64) * 1024;

// By the target's policy. Ticket 0 and no target: it shares no connection with what is sent to the receiver.
[[nodiscard]] TransportRequest tokenRequest(const CallbackTarget &target, const Authentication &open);
// The target's, as far as it may meet another than the receiver: pins are the receiver's alone, and its authorities
// come beside the system's. Null: the default.
[[nodiscard]] std::shared_ptr<const ConnectionSecurity>
tokenSecurity(const CallbackTarget &target, const std::shared_ptr<const ConnectionSecurity> &security);
// Conflict: no token, and why, in one sentence without a secret.
[[nodiscard]] Result<GrantedToken> readTokenAnswer(const Authentication &open, const Exchange &exchange);

[[nodiscard]] bool isSameOrigin(const QUrl &one, const QUrl &other);

} // namespace callboard

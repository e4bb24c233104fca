// The Authorization header by which a target shows its receiver who it is. Pure.
#pragma once

#include "core/domain/error.h"
#include "core/domain/target.h"
#include "core/security/vault.h"

#include <QByteArray>

namespace callboard {

struct Authorization {
    QByteArray value; // empty: none is shown
    QByteArray shown; // the same for people: Basic •••
};

inline constexpr auto kAuthorizationHeader = "Authorization";

// `secrets` as buildRequest() has them: unopened, as for a preview, the value is what is shown. `token` is that of
// OAuth 2. InvalidArgument: there is none, or it fits no header.
[[nodiscard]] Result<Authorization> authorizationOf(const CallbackTarget &target, const OpenSecrets &secrets,
                                                    const QString &token);

} // namespace callboard

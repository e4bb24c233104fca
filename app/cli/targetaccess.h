// The options of `target add` and `target set` about who a target shows itself to be and how it is connected, and what
// the commands print of that.
#pragma once

#include "app/cli/output.h"
#include "core/domain/target.h"
#include "core/payload/mediarecord.h"

#include <optional>
#include <string>
#include <vector>

namespace callboard::cli {

// As typed; what is absent stays as it is. Secrets are @FILE or -.
struct AccessOptions {
    std::optional<std::string> auth, user, secret, tokenUrl, tokenScope, tokenAudience;
    std::optional<bool> secretInBody;
    std::optional<std::string> authorities, certificate, key, passphrase, pkcs12; // "none" or nothing: away with it
    std::vector<std::string> pins;                                                // these, and no others
    std::optional<std::string> proxy, proxyUser, proxyPassword;

    // A secret is to be sealed, or one of `present` held against what is changed.
    [[nodiscard]] bool needVault(const std::optional<CallbackTarget> &present) const;
};

// The target with the options applied; InvalidArgument and NotAllowed (a passphrase) name the option.
[[nodiscard]] Result<CallbackTarget> withAccess(CallbackTarget target, const AccessOptions &options);

// Label and words for each thing that is set, without any secret.
[[nodiscard]] QList<std::pair<const char *, QString>> accessLines(const CallbackTarget &target);
// What certificates say, beside the target's own JSON.
[[nodiscard]] QList<RecordField> accessFields(const CallbackTarget &target);
// Of a client certificate that has ended or will within 30 days.
[[nodiscard]] QStringList certificateNotes(const CallbackTarget &target, Timestamp now);

} // namespace callboard::cli

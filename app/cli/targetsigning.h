// What the options of `target add` and `target set` say about signing, and what is said of a target's signing.
#pragma once

#include "core/domain/error.h"
#include "core/domain/target.h"
#include "core/security/vault.h"

#include <QStringList>

#include <optional>

namespace callboard::cli {

// As typed; what is absent stays as it is.
struct SigningOptions {
    std::optional<std::string> scheme, header, overlap;
    std::optional<std::string> secret; // "@FILE" or "-"
    std::optional<std::string> rotate; // the same for a newer key; "true": one is made
    // Keys are sealed with the vault, and a scheme is held against them.
    [[nodiscard]] bool needVault() const;
};

// What a command says once, when it is done: a key that was made is shown nowhere else, ever.
struct KeyNews {
    QString made;      // the key; empty: none was made
    QString publicKey; // whpk_, where the scheme has one
    QStringList notes;
};

struct SignedTarget {
    CallbackTarget target;
    KeyNews news;
};

// The target with the options applied; InvalidArgument names the option.
[[nodiscard]] Result<SignedTarget> withSigning(CallbackTarget target, const SigningOptions &options, Timestamp now);
// whpk_ of the newest key. Empty: the scheme has none, or the vault does not open it.
[[nodiscard]] QString publicKeyOf(const CallbackTarget &target, const Vault *vault);
// "hmac in X-Signature, 2 keys, an older until 2026-11-23T10:00:00.000Z": those that sign now.
[[nodiscard]] QString signingWords(const Signing &signing, Timestamp now);

} // namespace callboard::cli

// By which of its target's keys an attempt was signed, as its receiver could find out: from the bytes that are on
// record, and the keys that are stored today. Whether it was fresh is no question any more.
#pragma once

#include "core/domain/attempt.h"
#include "core/domain/error.h"
#include "core/domain/target.h"

#include <optional>

namespace callboard {

class Database;
class TargetBook;
class Vault;

enum class SignedBy : quint8 {
    Nobody = 0,
    PresentKey = 1,
    OlderKey = 2,    // it signs beside the present one still
    EndedKey = 3,    // none that signs today
    OtherScheme = 4, // its target signs in another way now, or not at all
    Token = 5,       // the secret itself, which is not on record
    Unknown = 6,     // the vault is closed
};

struct SignatureFinding {
    SignedBy by = SignedBy::Nobody;
    std::optional<Timestamp> until; // with OlderKey

    bool operator==(const SignatureFinding &) const = default;
};

// A header of `signing`'s, or one by the name that some scheme gives it.
[[nodiscard]] bool carriesSignature(const Signing &signing, const QByteArray &requestHead);
// Of an HTTP request. Without a vault keys stay Unknown; VaultCorrupt: one does not open.
[[nodiscard]] Result<SignatureFinding> findSigner(const CallbackTarget &target, const Vault *vault,
                                                  const Attempt &attempt, Timestamp now);
// whpk_… of its newest key; empty: it does not sign with Ed25519. VaultUnavailable, VaultCorrupt.
[[nodiscard]] Result<QString> publicKeyOf(const CallbackTarget &target, const Vault *vault);
// NotFound: no such attempt, or its target was removed. In the thread of both.
[[nodiscard]] Result<SignatureFinding> findSigner(Database &db, const TargetBook &book, DeliveryId delivery,
                                                  AttemptId attempt, Timestamp now);

} // namespace callboard

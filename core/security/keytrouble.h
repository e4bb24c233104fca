// Why a vault's key can't be had, in kinds of which each has its own way out. The sentence beside it names what and
// where. Plain values.
#pragma once

#include "core/domain/error.h"

namespace callboard {

enum class KeyTrouble {
    None = 0,
    Locked = 1,     // the keychain is locked
    Refused = 2,    // its question was dismissed, or it denies access
    NoKeychain = 3, // nothing here keeps keys
    Silent = 4,     // it did not answer in time
    Missing = 5,    // it works and has no such key
    Foreign = 6,    // there is a key, and it is another workspace's or an older one
    Damaged = 7,    // what is kept there is no key
    Unusable = 8,   // anything else, as the sentence says
    NotMade = 9,    // this workspace never had one
};

struct KeyFailure {
    KeyTrouble trouble = KeyTrouble::Unusable;
    Error error;
};

template <class T>
using KeyResult = tl::expected<T, KeyFailure>;

[[nodiscard]] inline tl::unexpected<KeyFailure> failKey(KeyTrouble trouble, QString detail)
{
    const auto code = trouble == KeyTrouble::Damaged || trouble == KeyTrouble::Foreign ? ErrorCode::VaultCorrupt
                                                                                       : ErrorCode::VaultUnavailable;
    return tl::unexpected<KeyFailure>(KeyFailure{trouble, {code, std::move(detail)}});
}

// Whether a person may be asked on the way: a keychain that is locked asks for its password.
enum class Asking { Allowed, Never };

} // namespace callboard

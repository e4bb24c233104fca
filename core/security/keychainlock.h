// Whether the Secret Service has an entry under lock, asked over D-Bus without any question to a person: QtKeychain
// tells an entry that stayed locked from one that is not there only by asking. Blocks for a second at most. Any thread
// but the UI's and the engine's.
#pragma once

#include <QString>

namespace callboard {

enum class KeychainLock {
    Unknown, // no answer
    Absent,  // no bus, or no keychain on it
    Open,
    Locked,
    MayAsk, // another kind of keychain, which does not say
};

[[nodiscard]] KeychainLock keychainLock(const QString &service, const QString &entry);

} // namespace callboard

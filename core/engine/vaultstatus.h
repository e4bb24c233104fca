// How the vault stands: open or not and why, where its key is, what else opens it. Plain values.
#pragma once

#include "core/security/keytrouble.h"
#include "core/security/vaultkey.h"

#include <QString>

namespace callboard {

// What the workspace itself says of its vault.
struct VaultFacts {
    QString keyId; // empty: there is no key yet
    int secrets = 0;
    bool recovery = false;
    bool recoveryLapsed = false; // a rotation made it worthless, and none was made since
    bool passphrase = false;

    bool operator==(const VaultFacts &) const = default;
};

enum class OpenedBy { Source, Recovery, Passphrase };

struct VaultStatus {
    enum class State { Unasked, Open, Closed };
    State state = State::Unasked;
    KeyTrouble trouble = KeyTrouble::None; // Closed: why
    QString detail;                        // and in a sentence
    VaultKeySource source;
    OpenedBy openedBy = OpenedBy::Source;
    bool keptHere = true; // false: open for this run, nothing here keeps its key
    VaultFacts facts;

    [[nodiscard]] bool isOpen() const { return state == State::Open; }
    // Something else than the place of its key opens it.
    [[nodiscard]] bool canBeUnlocked() const { return facts.recovery || facts.passphrase; }
};

} // namespace callboard

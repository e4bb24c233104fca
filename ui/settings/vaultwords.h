// How the vault stands, in words for the window: one sentence, and one thing to do about it. Pure.
#pragma once

#include "core/engine/vaultstatus.h"

#include <QString>

namespace callboard::vaultwords {

enum class Remedy { None, TryAgain, Unlock, SetPassphrase };

[[nodiscard]] QString sentence(const VaultStatus &status);
[[nodiscard]] Remedy remedy(const VaultStatus &status);
[[nodiscard]] QString nameOf(Remedy remedy);                  // on its button; empty: there is nothing to do
[[nodiscard]] QString inStatusBar(const VaultStatus &status); // of one that is closed
[[nodiscard]] QString place(const VaultKeySource &source);    // "the system keychain"

} // namespace callboard::vaultwords

// Whether a target that is to be saved can show its receiver who it is, and whether its connections can be made: what
// validate() can't tell, since certificates and keys have to be read for it. Engine thread or a command's.
#pragma once

#include "core/security/vault.h"
#include "core/store/tables/targetstore.h"

namespace callboard {

// InvalidArgument says what can't be used. What is stored was checked when it was saved: its target can be paused while
// the vault is closed. VaultUnavailable where something else was changed that a sealed key has to be held against.
[[nodiscard]] Result<void> checkAccess(const CallbackTarget &target, TargetStore &store, const Vault *vault);

} // namespace callboard

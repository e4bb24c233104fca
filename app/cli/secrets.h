// How commands get at secrets: never from the command line, but from a file (@FILE), standard input (-), the
// environment or the vault.
#pragma once

#include "core/domain/error.h"
#include "core/engine/vaultkeeper.h"
#include "core/store/sql/database.h"

namespace callboard::cli {

// "@FILE" or "-": its content without the final newline. Anything else is refused.
[[nodiscard]] Result<QByteArray> readSecret(const QString &reference);

// The workspace's vault; blocks for up to ten seconds. VaultUnavailable, VaultCorrupt.
[[nodiscard]] Result<std::shared_ptr<const Vault>> openVault(const Database &db, bool create);
[[nodiscard]] Result<std::shared_ptr<const Vault>> openVaultOf(const QString &workspace); // makes no key
// What opens it and changes its key.
[[nodiscard]] VaultKeeper vaultKeeper(const Database &db);

// CALLBOARD_INTAKE_TOKEN, the token file, or the one kept sealed in the workspace (made once where `create` is set).
[[nodiscard]] Result<QByteArray> intakeToken(Database &db, const QString &tokenFile, bool create);

} // namespace callboard::cli

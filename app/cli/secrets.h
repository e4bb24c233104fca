// How commands get at secrets: never from the command line, but from a file (@FILE), standard input (-), the
// environment or the vault.
#pragma once

#include "core/domain/error.h"
#include "core/security/vault.h"
#include "core/store/sql/database.h"

namespace callboard::cli {

// "@FILE" or "-": its content without the final newline. Anything else is refused.
[[nodiscard]] Result<QByteArray> readSecret(const QString &reference);

// The workspace's vault; blocks for up to ten seconds.
[[nodiscard]] Result<std::shared_ptr<const Vault>> openVault(const QString &workspaceTag, bool create);

// CALLBOARD_INTAKE_TOKEN, the token file, or the one kept sealed in the workspace (made once where `create` is set).
[[nodiscard]] Result<QByteArray> intakeToken(Database &db, const QString &tokenFile, bool create);

} // namespace callboard::cli

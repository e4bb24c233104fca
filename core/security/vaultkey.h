// Where the vault's key lives, in this order: CALLBOARD_VAULT_KEY_FILE, $CREDENTIALS_DIRECTORY/callboard-vault-key
// (systemd), the system keychain. The first that is configured is used; a failure there is an error, never a reason to
// try the next or to store in the clear. Blocks for up to `patience`: never call it on the UI or engine thread.
#pragma once

#include "core/domain/error.h"

#include <QByteArray>
#include <QString>

#include <chrono>

namespace callboard {

struct VaultKeySource {
    enum class Kind { KeyFile, Credential, Keychain };
    Kind kind = Kind::Keychain;
    QString location; // the file's path, or the keychain's entry ("workspace/<tag>")

    // Decides by the environment.
    [[nodiscard]] static VaultKeySource forWorkspace(const QString &workspaceTag);
    [[nodiscard]] QString describe() const; // "system keychain", "key file /etc/…"
};

// Reads the key; makes one where there is none yet and `create` is set (not for a credential). Key files: 32 bytes,
// regular, mode 0600 or stricter, made with O_EXCL. VaultUnavailable says what to do.
[[nodiscard]] Result<QByteArray> loadVaultKey(const VaultKeySource &source, bool create,
                                              std::chrono::milliseconds patience = std::chrono::seconds(10));

} // namespace callboard

// Where the vault's key lives, in this order: CALLBOARD_VAULT_KEY_FILE, $CREDENTIALS_DIRECTORY/callboard-vault-key
// (systemd), CALLBOARD_VAULT_PASSPHRASE_FILE, the system keychain. The first that is configured is used; a failure
// there is an error, never a reason to try the next or to store in the clear. Calls block for up to `patience`: never
// on the UI or engine thread.
#pragma once

#include "core/security/keytrouble.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace callboard {

struct VaultKeySource {
    enum class Kind { KeyFile, Credential, Keychain, PassphraseFile };
    Kind kind = Kind::Keychain;
    QString location; // the file's path, or the keychain's entry ("workspace/<tag>")

    // Decides by the environment.
    [[nodiscard]] static VaultKeySource forWorkspace(const QString &workspaceTag);
    [[nodiscard]] QString describe() const; // "system keychain", "key file /etc/…"
    [[nodiscard]] bool keeps() const { return kind == Kind::KeyFile || kind == Kind::Keychain; } // new keys
    // Where the key with that id may be, the likeliest first; workspaces of before have theirs where it always was.
    [[nodiscard]] QStringList places(const QString &keyId) const;
    // Where a new key is put before the workspace knows it.
    [[nodiscard]] QString placeOfNew(const QString &keyId) const;
};

// Of one place. Empty optional: there is none.
[[nodiscard]] KeyResult<std::optional<QByteArray>> readKey(const VaultKeySource &source, const QString &place,
                                                           const QDeadlineTimer &deadline,
                                                           Asking asking = Asking::Allowed);
// Read back before it returns. A key file that is there is not replaced.
[[nodiscard]] KeyResult<void> keepKey(const VaultKeySource &source, const QString &place, const QByteArray &key,
                                      const QDeadlineTimer &deadline);
[[nodiscard]] KeyResult<void> forgetKey(const VaultKeySource &source, const QString &place,
                                        const QDeadlineTimer &deadline);

// Reads the key of the first place; makes one where there is none yet and `create` is set (not for a credential). Key
// files: 32 bytes, regular, mode 0600 or stricter, made with O_EXCL. VaultUnavailable says what to do.
[[nodiscard]] Result<QByteArray> loadVaultKey(const VaultKeySource &source, bool create,
                                              std::chrono::milliseconds patience = std::chrono::seconds(10));

} // namespace callboard

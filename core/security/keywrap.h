// What opens a vault beside its key: the key itself, sealed under a recovery key or under a passphrase (Argon2id).
// Deriving takes about a second and 256 MiB: never on the UI or engine thread. Pure but for randomness.
#pragma once

#include "core/security/vault.h"

#include <QByteArray>
#include <QString>

namespace callboard {

inline constexpr int kShortestPassphrase = 12; // characters

[[nodiscard]] QString makeKeyId();       // 16 hexadecimal digits
[[nodiscard]] QByteArray makeVaultKey(); // random
// A value by which a key is recognised as the one with `vault`'s id.
[[nodiscard]] QByteArray keyCheck(const Vault &vault);
[[nodiscard]] bool fits(const Vault &vault, const QByteArray &check);

[[nodiscard]] QByteArray wrapForRecovery(const Vault &vault, const QByteArray &recoveryKey);
// VaultCorrupt: that recovery key opens another key, or none.
[[nodiscard]] Result<std::shared_ptr<const Vault>> openByRecovery(const QByteArray &wrapped,
                                                                  const QByteArray &recoveryKey, const QString &keyId);

// Why it may not be one; empty: it may.
[[nodiscard]] QString passphraseProblem(const QString &passphrase);
// With its salt and its cost, as one line.
[[nodiscard]] Result<QString> wrapForPassphrase(const Vault &vault, const QString &passphrase);
// VaultCorrupt: another passphrase, or what is stored is damaged.
[[nodiscard]] Result<std::shared_ptr<const Vault>> openByPassphrase(const QString &wrapped, const QString &passphrase,
                                                                    const QString &keyId);

} // namespace callboard

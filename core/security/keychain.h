// The vault's key in the system keychain (Secret Service, KWallet) under the service name "callboard". Each call
// blocks until `deadline` at the latest; VaultUnavailable says what to do. Any thread but the UI's and the engine's.
#pragma once

#include "core/domain/error.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QString>

#include <optional>

namespace callboard {

// Empty optional: the keychain works and has no such entry.
[[nodiscard]] Result<std::optional<QByteArray>> readKeychain(const QString &entry, QDeadlineTimer deadline);
[[nodiscard]] Result<void> writeKeychain(const QString &entry, const QByteArray &key, QDeadlineTimer deadline);

} // namespace callboard

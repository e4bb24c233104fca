// The vault's key in a file of 32 bytes: regular, not a link, of this user, closed to everybody else. Also systemd
// credentials, whose modes and owner are systemd's business. VaultUnavailable says what to do.
#pragma once

#include "core/domain/error.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace callboard {

enum class KeyFileGuard { OwnerOnly, SystemManaged };

// Empty optional: there is no such file.
[[nodiscard]] Result<std::optional<QByteArray>> readKeyFile(const QString &path, KeyFileGuard guard);
// Never replaces a file. On disk when it returns; what could not be written whole is removed.
[[nodiscard]] Result<void> makeKeyFile(const QString &path, const QByteArray &key);
// `from` becomes `to`, whose old content is gone; one of the two names stands at any moment.
[[nodiscard]] Result<void> moveKeyFile(const QString &from, const QString &to);
// What is not there is gone already.
[[nodiscard]] Result<void> removeKeyFile(const QString &path);
// The first line of a file that is closed to everybody else, without its end: a passphrase.
[[nodiscard]] Result<QByteArray> readSecretLine(const QString &path);

} // namespace callboard

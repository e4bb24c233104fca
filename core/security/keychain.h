// The vault's key in the system keychain (Secret Service, KWallet) under the service name "callboard". Each call
// blocks until `deadline` at the latest, and a second more where it has to find out why; the failure says what to do.
// Any thread but the UI's and the engine's.
#pragma once

#include "core/security/keytrouble.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QString>

#include <optional>

namespace callboard {

// Empty optional: the keychain works and has no such entry. A question to a person that is still open when the time is
// up goes on: asked again, its answer is waited for and no second one is put.
[[nodiscard]] KeyResult<std::optional<QByteArray>> readKeychain(const QString &entry, QDeadlineTimer deadline,
                                                                Asking asking = Asking::Allowed);
[[nodiscard]] KeyResult<void> writeKeychain(const QString &entry, const QByteArray &key, QDeadlineTimer deadline);
// What is not there is gone already.
[[nodiscard]] KeyResult<void> removeKeychain(const QString &entry, QDeadlineTimer deadline);

} // namespace callboard

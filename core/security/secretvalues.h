// What of a target's secrets somebody else could repeat, in the spellings in which he got it; and an answer without
// them. Every new kind of secret comes in here. Pure.
#pragma once

#include "core/domain/attempt.h"
#include "core/domain/smtpserver.h"
#include "core/security/secretfilter.h"
#include "core/security/vault.h"

namespace callboard {

// `secrets` in the clear (openSecrets).
[[nodiscard]] QList<SecretSpellings> secretValues(const OpenSecrets &secrets);
// A password or a key of the workspace's own settings; empty: none.
[[nodiscard]] QList<SecretSpellings> secretValues(const QString &secret);
// The password in the clear.
[[nodiscard]] QList<SecretSpellings> secretValues(const SmtpServer &server);
// Of a header's value as it is sent: "Bearer abc" is "abc", too.
[[nodiscard]] SecretSpellings secretSpellings(const QString &headerName, const QString &value);

// With ••• for each secret in its head, body and sentences; its note says that something was hidden. What arrived
// keeps its size.
[[nodiscard]] Exchange withoutSecrets(Exchange exchange, const SecretFilter &filter);

} // namespace callboard

// Encrypts small secrets under the workspace's 256-bit key (libsodium, XChaCha20-Poly1305). Every ciphertext is bound
// to a context string, so that it opens in the place it was made for and nowhere else. Immutable; any thread.
#pragma once

#include "core/domain/error.h"
#include "core/domain/secret.h"
#include "core/domain/target.h"

#include <QByteArray>

#include <array>
#include <memory>

namespace callboard {

inline constexpr int kVaultKeyBytes = 32;

class Vault {
public:
    // `key` is 32 bytes; it is copied into guarded memory, and the caller's copy is the caller's to wipe.
    [[nodiscard]] static Result<std::shared_ptr<const Vault>> fromKey(const QByteArray &key);
    ~Vault();
    Vault(const Vault &) = delete;
    Vault &operator=(const Vault &) = delete;

    [[nodiscard]] QByteArray seal(const QByteArray &plain, const QString &context) const;
    // VaultCorrupt: made under another key, for another place, or damaged.
    [[nodiscard]] Result<QByteArray> unseal(const QByteArray &sealed, const QString &context) const;

private:
    Vault() = default;
    unsigned char *m_key = nullptr; // sodium_malloc
};

// A setting's secret, bound to the setting it belongs to ("smtp.password"). Sealing empties `plain`; an empty one
// stays.
void sealSecret(Secret &secret, const QString &setting, const Vault &vault);
// In the clear; empty where none is set. VaultUnavailable when `vault` is null and one is needed.
[[nodiscard]] Result<QString> openSecret(const Secret &secret, const QString &setting, const Vault *vault);

// What of a target may be on the wire and nowhere else: its headers with secret values in the clear, its keys, and the
// secrets of its authentication, its client certificate and its proxy.
struct OpenSecrets {
    OpenSecrets() = default;
    OpenSecrets(HeaderList ofHeaders, QList<SigningKey> ofKeys = {}) // implicit: most targets sign nothing
        : headers(std::move(ofHeaders))
        , keys(std::move(ofKeys))
    {
    }

    HeaderList headers;
    QList<SigningKey> keys; // newest first
    Authentication authentication;
    TlsSettings tls;
    ProxySettings proxy;
};

// Seals every secret of the target that is still in the clear, and empties it there. The target must have its id.
void sealSecrets(CallbackTarget &target, const Vault &vault);
// VaultUnavailable when `vault` is null and one is needed.
[[nodiscard]] Result<OpenSecrets> openSecrets(const CallbackTarget &target, const Vault *vault);
[[nodiscard]] bool hasUnsealed(const CallbackTarget &target); // something is in the clear still
[[nodiscard]] bool needsVault(const CallbackTarget &target);

} // namespace callboard

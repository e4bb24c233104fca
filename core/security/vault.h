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
    // `id` tells keys of one workspace apart; empty: it has none.
    [[nodiscard]] static Result<std::shared_ptr<const Vault>> fromKey(const QByteArray &key, const QString &id = {});
    ~Vault();
    Vault(const Vault &) = delete;
    Vault &operator=(const Vault &) = delete;

    [[nodiscard]] const QString &id() const { return m_id; }
    [[nodiscard]] QByteArray seal(const QByteArray &plain, const QString &context) const;
    // VaultCorrupt: made under another key, for another place, or damaged.
    [[nodiscard]] Result<QByteArray> unseal(const QByteArray &sealed, const QString &context) const;
    [[nodiscard]] QByteArray copyOfKey() const; // the caller's to wipe
    // This vault's key, sealed by another: what a recovery key or a passphrase opens.
    [[nodiscard]] QByteArray keySealedBy(const Vault &other, const QString &context) const;

private:
    Vault() = default;
    QString m_id;
    unsigned char *m_key = nullptr; // sodium_malloc
};

// The places that sealed values are bound to.
[[nodiscard]] QString headerContext(TargetId target, const QString &headerName);
// One for all of a target's keys: they change places when a newer one comes.
[[nodiscard]] QString signingContext(TargetId target);
[[nodiscard]] QString loneContext(TargetId target, const QString &name);
inline const QString kAuthenticationSecret = QStringLiteral("authentication"); // the names of a target's lone secrets
inline const QString kClientKey = QStringLiteral("client key");
inline const QString kProxyPassword = QStringLiteral("proxy password");
[[nodiscard]] QString settingContext(const QString &setting);

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
// What `earlier` sealed is sealed anew by `now`: a form that was open while the key changed still holds it.
void renewSeals(CallbackTarget &target, const Vault &earlier, const Vault &now);
void renewSeal(Secret &secret, const QString &setting, const Vault &earlier, const Vault &now);
// VaultUnavailable when `vault` is null and one is needed.
[[nodiscard]] Result<OpenSecrets> openSecrets(const CallbackTarget &target, const Vault *vault);
[[nodiscard]] bool hasUnsealed(const CallbackTarget &target); // something is in the clear still
[[nodiscard]] bool needsVault(const CallbackTarget &target);

} // namespace callboard

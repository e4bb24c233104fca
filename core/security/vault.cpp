#include "core/security/vault.h"

#include <sodium.h>

#include <algorithm>

namespace callboard {

namespace {

// A sealed value: format version, nonce, ciphertext with its tag. The version and the context are authenticated too.
constexpr char kFormat = 1;
constexpr qsizetype kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype kPrefixBytes = 1 + kNonceBytes;
static_assert(kVaultKeyBytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

const unsigned char *bytes(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

unsigned long long length(const QByteArray &array)
{
    return static_cast<unsigned long long>(array.size());
}

QByteArray associatedData(const QString &context)
{
    return kFormat + context.toUtf8();
}

Result<QString> opened(const QByteArray &sealed, const QString &context, const Vault *vault, const QString &what)
{
    if (!vault)
        return fail(ErrorCode::VaultUnavailable,
                    QStringLiteral("The %1 can't be read: the vault is closed.").arg(what));
    return vault->unseal(sealed, context)
        .map([](const QByteArray &plain) { return QString::fromUtf8(plain); })
        .map_error([&what](const Error &error) {
            return Error{error.code, QStringLiteral("The %1: %2").arg(what, error.detail)};
        });
}

// A secret that is saved, and not typed anew.
bool isSealed(const Header &header)
{
    return header.secret && header.value.isEmpty() && !header.sealed.isEmpty();
}

// Calls `call` with each secret of which a target has one, and with the place it is bound to. `Holder` is the target or
// what is open of it.
template <class Holder, class Call>
void eachLoneSecret(Holder &holder, Call call)
{
    call(holder.authentication.secret, kAuthenticationSecret);
    call(holder.tls.key, kClientKey);
    call(holder.proxy.password, kProxyPassword);
}

template <class Test>
bool anyLoneSecret(const CallbackTarget &target, Test test)
{
    bool any = false;
    eachLoneSecret(target, [&](const Secret &secret, const QString &) { any |= test(secret); });
    return any;
}

void renew(QByteArray &sealed, const QString &context, const Vault &earlier, const Vault &now)
{
    if (sealed.isEmpty() || now.unseal(sealed, context))
        return;
    if (const auto plain = earlier.unseal(sealed, context))
        sealed = now.seal(*plain, context);
}

} // namespace

QString headerContext(TargetId target, const QString &headerName)
{
    return QStringLiteral("target_header.value:%1:%2").arg(QString::number(target.value), headerName.toLower());
}

QString signingContext(TargetId target)
{
    return QStringLiteral("target.signing:%1").arg(QString::number(target.value));
}

QString loneContext(TargetId target, const QString &name)
{
    return QStringLiteral("target.%1:%2").arg(name, QString::number(target.value));
}

QString settingContext(const QString &setting)
{
    return QStringLiteral("setting:") + setting;
}

Result<std::shared_ptr<const Vault>> Vault::fromKey(const QByteArray &key, const QString &id)
{
    if (key.size() != kVaultKeyBytes)
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("The vault key has %1 bytes; it needs %2.").arg(key.size()).arg(kVaultKeyBytes));
    if (sodium_init() < 0)
        return fail(ErrorCode::VaultUnavailable, QStringLiteral("The encryption library could not be started."));
    std::shared_ptr<Vault> vault(new Vault);
    vault->m_id = id;
    vault->m_key = static_cast<unsigned char *>(sodium_malloc(kVaultKeyBytes));
    if (!vault->m_key)
        return fail(ErrorCode::VaultUnavailable, QStringLiteral("There is no guarded memory for the vault key."));
    std::copy_n(bytes(key), kVaultKeyBytes, vault->m_key);
    sodium_mprotect_readonly(vault->m_key);
    return std::shared_ptr<const Vault>(std::move(vault));
}

Vault::~Vault()
{
    sodium_free(m_key); // wipes it first
}

QByteArray Vault::seal(const QByteArray &plain, const QString &context) const
{
    const QByteArray extra = associatedData(context);
    QByteArray sealed(kPrefixBytes + plain.size() + kTagBytes, Qt::Uninitialized);
    sealed[0] = kFormat;
    unsigned char *nonce = bytes(sealed) + 1;
    randombytes_buf(nonce, kNonceBytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(sealed) + kPrefixBytes, nullptr, bytes(plain), length(plain),
                                               bytes(extra), length(extra), nullptr, nonce, m_key);
    return sealed;
}

Result<QByteArray> Vault::unseal(const QByteArray &sealed, const QString &context) const
{
    if (sealed.size() < kPrefixBytes + kTagBytes)
        return fail(ErrorCode::VaultCorrupt, QStringLiteral("A stored secret is cut short."));
    if (sealed.front() != kFormat)
        return fail(ErrorCode::VaultCorrupt,
                    QStringLiteral("A stored secret has format %1; this version reads format %2.")
                        .arg(int(quint8(sealed.front())))
                        .arg(int(kFormat)));
    const QByteArray extra = associatedData(context);
    QByteArray plain(sealed.size() - kPrefixBytes - kTagBytes, Qt::Uninitialized);
    const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
        bytes(plain), nullptr, nullptr, bytes(sealed) + kPrefixBytes, length(sealed) - kPrefixBytes, bytes(extra),
        length(extra), bytes(sealed) + 1, m_key);
    if (failed != 0)
        return fail(ErrorCode::VaultCorrupt,
                    QStringLiteral("A stored secret does not open: it was made under another key, for another place, "
                                   "or is damaged."));
    return plain;
}

QByteArray Vault::copyOfKey() const
{
    return QByteArray(reinterpret_cast<const char *>(m_key), kVaultKeyBytes);
}

QByteArray Vault::keySealedBy(const Vault &other, const QString &context) const
{
    return other.seal(QByteArray::fromRawData(reinterpret_cast<const char *>(m_key), kVaultKeyBytes), context);
}

void sealSecret(Secret &secret, const QString &setting, const Vault &vault)
{
    if (secret.plain.isEmpty())
        return;
    secret.sealed = vault.seal(secret.plain.toUtf8(), settingContext(setting));
    secret.plain.clear();
}

Result<QString> openSecret(const Secret &secret, const QString &setting, const Vault *vault)
{
    if (!secret.plain.isEmpty() || secret.sealed.isEmpty())
        return secret.plain;
    if (!vault)
        return fail(ErrorCode::VaultUnavailable,
                    QStringLiteral("The secret %1 can't be read: the vault is closed.").arg(setting));
    return vault->unseal(secret.sealed, settingContext(setting))
        .map([](const QByteArray &plain) { return QString::fromUtf8(plain); })
        .map_error([&setting](const Error &error) {
            return Error{error.code, QStringLiteral("%1: %2").arg(setting, error.detail)};
        });
}

void sealSecrets(CallbackTarget &target, const Vault &vault)
{
    Q_ASSERT(target.id.isValid());
    for (Header &header : target.headers) {
        if (!header.secret || header.value.isEmpty())
            continue;
        header.sealed = vault.seal(header.value.toUtf8(), headerContext(target.id, header.name));
        header.value.clear();
    }
    for (SigningKey &key : target.signing.keys) {
        if (key.secret.plain.isEmpty())
            continue;
        key.secret.sealed = vault.seal(key.secret.plain.toUtf8(), signingContext(target.id));
        key.secret.plain.clear();
    }
    eachLoneSecret(target, [&](Secret &secret, const QString &name) {
        if (secret.plain.isEmpty())
            return;
        secret.sealed = vault.seal(secret.plain.toUtf8(), loneContext(target.id, name));
        secret.plain.clear();
    });
}

void renewSeals(CallbackTarget &target, const Vault &earlier, const Vault &now)
{
    for (Header &header : target.headers)
        renew(header.sealed, headerContext(target.id, header.name), earlier, now);
    for (SigningKey &key : target.signing.keys)
        renew(key.secret.sealed, signingContext(target.id), earlier, now);
    eachLoneSecret(target, [&](Secret &secret, const QString &name) {
        renew(secret.sealed, loneContext(target.id, name), earlier, now);
    });
}

void renewSeal(Secret &secret, const QString &setting, const Vault &earlier, const Vault &now)
{
    renew(secret.sealed, settingContext(setting), earlier, now);
}

Result<OpenSecrets> openSecrets(const CallbackTarget &target, const Vault *vault)
{
    OpenSecrets open(target.headers, target.signing.isOn() ? target.signing.keys : QList<SigningKey>());
    for (Header &header : open.headers) {
        if (!header.enabled || !isSealed(header))
            continue;
        const Result<QString> plain = opened(header.sealed, headerContext(target.id, header.name), vault,
                                             QStringLiteral("secret header “%1”").arg(header.name));
        if (!plain)
            return tl::unexpected(plain.error());
        header.value = *plain;
    }
    for (SigningKey &key : open.keys) {
        if (!key.secret.plain.isEmpty())
            continue;
        const Result<QString> plain = opened(key.secret.sealed, signingContext(target.id), vault,
                                             QStringLiteral("signing key"));
        if (!plain)
            return tl::unexpected(plain.error());
        key.secret.plain = *plain;
    }
    open.authentication = target.authentication;
    open.tls = target.tls;
    open.proxy = target.proxy;
    Result<void> done;
    eachLoneSecret(open, [&](Secret &secret, const QString &name) {
        if (!done || !secret.plain.isEmpty() || secret.sealed.isEmpty())
            return;
        done = opened(secret.sealed, loneContext(target.id, name), vault, name).map([&secret](const QString &plain) {
            secret.plain = plain;
        });
    });
    return done.map([&] { return open; });
}

bool hasUnsealed(const CallbackTarget &target)
{
    return std::ranges::any_of(target.headers,
                               [](const Header &header) { return header.secret && !header.value.isEmpty(); })
        || std::ranges::any_of(target.signing.keys, [](const SigningKey &key) { return !key.secret.plain.isEmpty(); })
        || anyLoneSecret(target, [](const Secret &secret) { return !secret.plain.isEmpty(); });
}

bool needsVault(const CallbackTarget &target)
{
    // Typed values need it to be saved, sealed ones to be sent; a disabled header is never sent.
    return hasUnsealed(target) || target.signing.isOn()
        || anyLoneSecret(target, [](const Secret &secret) { return secret.isSet(); })
        || std::ranges::any_of(target.headers, [](const Header &header) { return header.enabled && isSealed(header); });
}

} // namespace callboard

#include "core/security/keywrap.h"

#include <sodium.h>

#include <memory>

namespace callboard {

namespace {

const QByteArray kCheckText = QByteArrayLiteral("callboard vault");
const QByteArray kRecoveryPurpose = QByteArrayLiteral("callboard vault recovery 1");
const QString kAlgorithm = QStringLiteral("argon2id13");
// What a workspace from elsewhere may ask for: more would stop this machine.
constexpr quint64 kMostOperations = 20;
constexpr quint64 kMostMemory = quint64(1) << 30;

QString checkContext(const QString &keyId)
{
    return QStringLiteral("vault.check:") + keyId;
}

QString recoveryContext(const QString &keyId)
{
    return QStringLiteral("vault.recovery:") + keyId;
}

QString passphraseContext(const QString &keyId)
{
    return QStringLiteral("vault.passphrase:") + keyId;
}

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

const unsigned char *bytes(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

// A vault of one use; the key it is made of is wiped.
Result<std::shared_ptr<const Vault>> vaultOf(QByteArray key, const QString &id = {})
{
    auto vault = Vault::fromKey(key, id);
    sodium_memzero(key.data(), size_t(key.size()));
    return vault;
}

Result<std::shared_ptr<const Vault>> recoveryVault(const QByteArray &recoveryKey)
{
    QByteArray key(kVaultKeyBytes, Qt::Uninitialized);
    crypto_generichash(bytes(key), kVaultKeyBytes, bytes(kRecoveryPurpose), size_t(kRecoveryPurpose.size()),
                       bytes(recoveryKey), size_t(recoveryKey.size()));
    return vaultOf(std::move(key));
}

struct Cost {
    QByteArray salt;
    quint64 operations = crypto_pwhash_OPSLIMIT_MODERATE;
    quint64 memory = crypto_pwhash_MEMLIMIT_MODERATE;
};

Result<std::shared_ptr<const Vault>> passphraseVault(const QString &passphrase, const Cost &cost)
{
    if (sodium_init() < 0)
        return fail(ErrorCode::VaultUnavailable, QStringLiteral("The encryption library could not be started."));
    QByteArray text = passphrase.normalized(QString::NormalizationForm_C).toUtf8();
    QByteArray key(kVaultKeyBytes, Qt::Uninitialized);
    const int failed = crypto_pwhash(bytes(key), kVaultKeyBytes, text.constData(),
                                     static_cast<unsigned long long>(text.size()), bytes(cost.salt), cost.operations,
                                     size_t(cost.memory), crypto_pwhash_ALG_ARGON2ID13);
    sodium_memzero(text.data(), size_t(text.size()));
    if (failed != 0)
        return fail(ErrorCode::VaultUnavailable,
                    QStringLiteral("There is not enough memory to check a passphrase: it takes %1 MiB.")
                        .arg(cost.memory >> 20));
    return vaultOf(std::move(key));
}

tl::unexpected<Error> damaged()
{
    return fail(ErrorCode::VaultCorrupt, QStringLiteral("What is stored of the passphrase is damaged."));
}

} // namespace

QString makeKeyId()
{
    QByteArray random(8, Qt::Uninitialized);
    randombytes_buf(random.data(), size_t(random.size()));
    return QString::fromLatin1(random.toHex());
}

QByteArray makeVaultKey()
{
    QByteArray key(kVaultKeyBytes, Qt::Uninitialized);
    randombytes_buf(key.data(), kVaultKeyBytes);
    return key;
}

QByteArray keyCheck(const Vault &vault)
{
    return vault.seal(kCheckText, checkContext(vault.id()));
}

bool fits(const Vault &vault, const QByteArray &check)
{
    return vault.unseal(check, checkContext(vault.id())).has_value();
}

QByteArray wrapForRecovery(const Vault &vault, const QByteArray &recoveryKey)
{
    const auto wrapping = recoveryVault(recoveryKey);
    return wrapping ? vault.keySealedBy(**wrapping, recoveryContext(vault.id())) : QByteArray();
}

Result<std::shared_ptr<const Vault>> openByRecovery(const QByteArray &wrapped, const QByteArray &recoveryKey,
                                                    const QString &keyId)
{
    return recoveryVault(recoveryKey).and_then([&](const auto &wrapping) -> Result<std::shared_ptr<const Vault>> {
        auto key = wrapping->unseal(wrapped, recoveryContext(keyId));
        if (!key)
            return fail(ErrorCode::VaultCorrupt,
                        QStringLiteral("This recovery key is not the one of this workspace's key. After a rotation "
                                       "only the one made since opens it."));
        return vaultOf(std::move(*key), keyId);
    });
}

QString passphraseProblem(const QString &passphrase)
{
    if (passphrase.size() < kShortestPassphrase)
        return QStringLiteral("A passphrase has at least %1 characters. Four or five words in a row are good.")
            .arg(kShortestPassphrase);
    return {};
}

Result<QString> wrapForPassphrase(const Vault &vault, const QString &passphrase)
{
    if (const QString problem = passphraseProblem(passphrase); !problem.isEmpty())
        return fail(ErrorCode::InvalidArgument, problem);
    Cost cost;
    cost.salt.resize(crypto_pwhash_SALTBYTES);
    randombytes_buf(cost.salt.data(), size_t(cost.salt.size()));
    return passphraseVault(passphrase, cost).map([&](const auto &wrapping) {
        const QByteArray wrapped = vault.keySealedBy(*wrapping, passphraseContext(vault.id()));
        return QStringLiteral("%1 %2 %3 %4 %5")
            .arg(kAlgorithm)
            .arg(cost.operations)
            .arg(cost.memory)
            .arg(QString::fromLatin1(cost.salt.toBase64()), QString::fromLatin1(wrapped.toBase64()));
    });
}

Result<std::shared_ptr<const Vault>> openByPassphrase(const QString &wrapped, const QString &passphrase,
                                                      const QString &keyId)
{
    const QStringList parts = wrapped.split(u' ');
    if (parts.size() != 5 || parts[0] != kAlgorithm)
        return damaged();
    const Cost cost{QByteArray::fromBase64(parts[3].toLatin1()), parts[1].toULongLong(), parts[2].toULongLong()};
    if (cost.salt.size() != crypto_pwhash_SALTBYTES || cost.operations < crypto_pwhash_OPSLIMIT_MIN
        || cost.operations > kMostOperations || cost.memory < crypto_pwhash_MEMLIMIT_MIN || cost.memory > kMostMemory)
        return damaged();
    return passphraseVault(passphrase, cost)
        .and_then([&](const auto &wrapping) -> Result<std::shared_ptr<const Vault>> {
            auto key = wrapping->unseal(QByteArray::fromBase64(parts[4].toLatin1()), passphraseContext(keyId));
            if (!key)
                return fail(ErrorCode::VaultCorrupt, QStringLiteral("This is not the passphrase of this workspace."));
            return vaultOf(std::move(*key), keyId);
        });
}

} // namespace callboard

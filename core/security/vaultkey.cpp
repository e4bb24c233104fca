#include "core/security/vaultkey.h"

#include "core/security/keychain.h"
#include "core/security/keyfile.h"
#include "core/security/keywrap.h"

#include <QFileInfo>

#include <algorithm>

namespace callboard {

namespace {

template <class T>
KeyResult<T> asKeyResult(const Result<T> &result)
{
    return result.map_error([](const Error &error) { return KeyFailure{KeyTrouble::Unusable, error}; });
}

KeyResult<QByteArray> make(const VaultKeySource &source, const QDeadlineTimer &deadline)
{
    const QByteArray key = makeVaultKey();
    return keepKey(source, source.location, key, deadline).map([&key] { return key; });
}

} // namespace

VaultKeySource VaultKeySource::forWorkspace(const QString &workspaceTag)
{
    if (const QString path = qEnvironmentVariable("CALLBOARD_VAULT_KEY_FILE"); !path.isEmpty())
        return {Kind::KeyFile, path};
    // systemd sets the directory for any credential; only ours makes it our source.
    if (const QString directory = qEnvironmentVariable("CREDENTIALS_DIRECTORY"); !directory.isEmpty()) {
        const QString path = directory + QStringLiteral("/callboard-vault-key");
        if (QFileInfo::exists(path))
            return {Kind::Credential, path};
    }
    if (const QString path = qEnvironmentVariable("CALLBOARD_VAULT_PASSPHRASE_FILE"); !path.isEmpty())
        return {Kind::PassphraseFile, path};
    return {Kind::Keychain, QStringLiteral("workspace/") + workspaceTag};
}

QString VaultKeySource::describe() const
{
    switch (kind) {
    case Kind::KeyFile: return QStringLiteral("key file %1").arg(location);
    case Kind::Credential: return QStringLiteral("systemd credential %1").arg(location);
    case Kind::PassphraseFile: return QStringLiteral("passphrase file %1").arg(location);
    case Kind::Keychain: break;
    }
    return QStringLiteral("system keychain");
}

QStringList VaultKeySource::places(const QString &keyId) const
{
    if (kind == Kind::PassphraseFile)
        return {};
    if (kind == Kind::Credential || keyId.isEmpty())
        return {location};
    return kind == Kind::KeyFile ? QStringList{location, placeOfNew(keyId)} : QStringList{placeOfNew(keyId), location};
}

QString VaultKeySource::placeOfNew(const QString &keyId) const
{
    return location + (kind == Kind::KeyFile ? QStringLiteral(".new") : QString(u'/' + keyId));
}

KeyResult<std::optional<QByteArray>> readKey(const VaultKeySource &source, const QString &place,
                                             const QDeadlineTimer &deadline, Asking asking)
{
    if (source.kind == VaultKeySource::Kind::Keychain) {
        auto key = readKeychain(place, deadline, asking);
        if (key && *key && (*key)->size() != kVaultKeyBytes)
            return failKey(KeyTrouble::Damaged,
                           QStringLiteral("The vault key in the %1 has %2 bytes; it needs %3.")
                               .arg(source.describe())
                               .arg((*key)->size())
                               .arg(kVaultKeyBytes));
        return key;
    }
    const bool ours = source.kind == VaultKeySource::Kind::KeyFile;
    return asKeyResult(readKeyFile(place, ours ? KeyFileGuard::OwnerOnly : KeyFileGuard::SystemManaged));
}

// Read back before anything is sealed under it: a keychain that forgets would lose every secret.
KeyResult<void> keepKey(const VaultKeySource &source, const QString &place, const QByteArray &key,
                        const QDeadlineTimer &deadline)
{
    const auto written = source.kind == VaultKeySource::Kind::Keychain ? writeKeychain(place, key, deadline)
                                                                       : asKeyResult(makeKeyFile(place, key));
    return written.and_then([&] { return readKey(source, place, deadline); })
        .and_then([&](const std::optional<QByteArray> &kept) -> KeyResult<void> {
            if (kept != key)
                return failKey(KeyTrouble::Unusable,
                               QStringLiteral("The %1 did not keep the vault key.").arg(source.describe()));
            return {};
        });
}

KeyResult<void> forgetKey(const VaultKeySource &source, const QString &place, const QDeadlineTimer &deadline)
{
    if (source.kind == VaultKeySource::Kind::Keychain)
        return removeKeychain(place, deadline);
    return asKeyResult(removeKeyFile(place));
}

Result<QByteArray> loadVaultKey(const VaultKeySource &source, bool create, std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    auto key = readKey(source, source.location, deadline);
    if (!key)
        return tl::unexpected(key.error().error);
    if (*key)
        return **key;
    if (!create || !source.keeps())
        return fail(ErrorCode::VaultUnavailable,
                    QStringLiteral("There is no vault key in the %1.").arg(source.describe()));
    return make(source, deadline).map_error([](const KeyFailure &failure) { return failure.error; });
}

} // namespace callboard

#include "core/security/vaultkey.h"

#include "core/security/keychain.h"
#include "core/security/keyfile.h"
#include "core/security/vault.h"

#include <QFileInfo>

#include <sodium.h>

namespace callboard {

namespace {

using Found = Result<std::optional<QByteArray>>;

tl::unexpected<Error> missing(const VaultKeySource &source)
{
    return fail(ErrorCode::VaultUnavailable, QStringLiteral("There is no vault key in the %1.").arg(source.describe()));
}

Found read(const VaultKeySource &source, const QDeadlineTimer &deadline)
{
    switch (source.kind) {
    case VaultKeySource::Kind::KeyFile: return readKeyFile(source.location, KeyFileGuard::OwnerOnly);
    case VaultKeySource::Kind::Credential: return readKeyFile(source.location, KeyFileGuard::SystemManaged);
    case VaultKeySource::Kind::Keychain: break;
    }
    return readKeychain(source.location, deadline);
}

Result<void> write(const VaultKeySource &source, const QByteArray &key, const QDeadlineTimer &deadline)
{
    return source.kind == VaultKeySource::Kind::KeyFile ? makeKeyFile(source.location, key)
                                                        : writeKeychain(source.location, key, deadline);
}

// Read back before anything is sealed under it: a keychain that forgets would lose every secret.
Result<QByteArray> make(const VaultKeySource &source, const QDeadlineTimer &deadline)
{
    if (sodium_init() < 0)
        return fail(ErrorCode::VaultUnavailable, QStringLiteral("The encryption library could not be started."));
    QByteArray key(kVaultKeyBytes, Qt::Uninitialized);
    randombytes_buf(key.data(), kVaultKeyBytes);
    if (auto written = write(source, key, deadline); !written)
        return tl::unexpected(written.error());
    const Found kept = read(source, deadline);
    if (!kept)
        return tl::unexpected(kept.error());
    if (*kept != key)
        return fail(ErrorCode::VaultUnavailable,
                    QStringLiteral("The %1 did not keep the vault key.").arg(source.describe()));
    return key;
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
    return {Kind::Keychain, QStringLiteral("workspace/") + workspaceTag};
}

QString VaultKeySource::describe() const
{
    switch (kind) {
    case Kind::KeyFile: return QStringLiteral("key file %1").arg(location);
    case Kind::Credential: return QStringLiteral("systemd credential %1").arg(location);
    case Kind::Keychain: break;
    }
    return QStringLiteral("system keychain");
}

Result<QByteArray> loadVaultKey(const VaultKeySource &source, bool create, std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    const Found found = read(source, deadline);
    if (!found)
        return tl::unexpected(found.error());
    if (!found->has_value())
        return create && source.kind != VaultKeySource::Kind::Credential ? make(source, deadline) : missing(source);
    if ((*found)->size() != kVaultKeyBytes)
        return fail(ErrorCode::VaultCorrupt,
                    QStringLiteral("The vault key in the %1 has %2 bytes; it needs %3.")
                        .arg(source.describe())
                        .arg((*found)->size())
                        .arg(kVaultKeyBytes));
    return **found;
}

} // namespace callboard

// VaultKeeper's third part: what opens the vault beside its key, the recovery key and the passphrase.
#include "core/engine/vaultkeeper.h"
#include "core/security/keywrap.h"
#include "core/security/recoverykey.h"
#include "core/store/tables/sealedstore.h"

namespace callboard {

using namespace std::chrono_literals;
using Kind = VaultKeySource::Kind;

namespace {

constexpr auto kPatience = 10s;

Result<VaultRecord> recordOf(const QString &workspace)
{
    return Database::open(workspace, Database::Access::Read).and_then([](const std::unique_ptr<Database> &db) {
        return VaultStore(*db).load();
    });
}

} // namespace

Result<OpenedVault> VaultKeeper::unlockWithRecovery(const QString &recoveryKey) const
{
    const auto record = recordOf(m_workspace);
    if (!record)
        return tl::unexpected(record.error());
    if (record->recovery.isEmpty())
        return fail(ErrorCode::NotFound,
                    record->recoveryLapsed
                        ? QStringLiteral("The recovery key went with the key it was made for: the key was rotated.")
                        : QStringLiteral("No recovery key was ever made for this workspace."));
    return recoveryKeyFrom(recoveryKey)
        .and_then([&](const QByteArray &key) { return openByRecovery(record->recovery, key, record->keyId); })
        .and_then([&](const auto &vault) { return unlocked(vault, *record, OpenedBy::Recovery); });
}

Result<OpenedVault> VaultKeeper::unlockWithPassphrase(const QString &passphrase) const
{
    const auto record = recordOf(m_workspace);
    if (!record)
        return tl::unexpected(record.error());
    if (record->passphrase.isEmpty())
        return fail(ErrorCode::NotFound, QStringLiteral("This workspace has no passphrase."));
    return openByPassphrase(record->passphrase, passphrase, record->keyId).and_then([&](const auto &vault) {
        return unlocked(vault, *record, OpenedBy::Passphrase);
    });
}

Result<OpenedVault> VaultKeeper::unlocked(std::shared_ptr<const Vault> vault, const VaultRecord &record,
                                          OpenedBy by) const
{
    if (!fits(*vault, record.check))
        return fail(ErrorCode::VaultCorrupt,
                    QStringLiteral("What is stored of the vault's key is damaged: it does not fit its own check."));
    const QString place = keepHere(*vault);
    const auto db = Database::open(m_workspace, Database::Access::Write);
    if (!db)
        return tl::unexpected(db.error());
    const auto noted = changeVaultRecord(**db, record.keyId, [&](VaultRecord &) {
        return note(**db, QStringLiteral("vault.unlocked"),
                    by == OpenedBy::Recovery ? QStringLiteral("with the recovery key")
                                             : QStringLiteral("with the passphrase"));
    });
    if (!noted)
        return tl::unexpected(noted.error());
    return OpenedVault{std::move(vault), by, place};
}

// Where the key is put, or is already; empty: nowhere, and the vault is open for this run. A key file that holds
// another key is left alone, and so is a keychain that would have to ask.
QString VaultKeeper::keepHere(const Vault &vault) const
{
    if (!m_source.keeps())
        return {};
    const QDeadlineTimer deadline(kPatience);
    const QString place = m_source.kind == Kind::KeyFile ? m_source.location : m_source.placeOfNew(vault.id());
    QByteArray key = vault.copyOfKey();
    const auto there = readKey(m_source, place, deadline, Asking::Never);
    const bool damaged = !there && there.error().trouble == KeyTrouble::Damaged;
    bool kept = there && *there == key;
    if (!kept && (damaged || (there && !*there) || (there && m_source.kind == Kind::Keychain)))
        kept = keepKey(m_source, place, key, deadline).has_value();
    key.fill('\0');
    return kept ? place : QString();
}

Result<QString> VaultKeeper::makeRecovery(const Vault &current) const
{
    QByteArray key = makeRecoveryKey();
    const auto db = Database::open(m_workspace, Database::Access::Write);
    if (!db)
        return tl::unexpected(db.error());
    const auto kept = changeVaultRecord(**db, current.id(), [&](VaultRecord &record) -> Result<void> {
        record.recovery = wrapForRecovery(current, key);
        record.recoveryLapsed = false;
        return note(**db, QStringLiteral("vault.recovery-made"), QStringLiteral("a new recovery key"));
    });
    const QString text = recoveryKeyText(key);
    key.fill('\0');
    return kept.map([&text] { return text; });
}

Result<OpenedVault> VaultKeeper::setPassphrase(const std::optional<OpenedVault> &current,
                                               const QString &passphrase) const
{
    const auto db = Database::open(m_workspace, Database::Access::Write);
    if (!db)
        return tl::unexpected(db.error());
    OpenedVault vault = current.value_or(OpenedVault{});
    if (!vault.vault) { // nothing here keeps keys: this one is kept by the passphrase alone
        const auto record = VaultStore(**db).load();
        const auto sealed = SealedStore(**db).all();
        if (!record || !sealed)
            return tl::unexpected(record ? sealed.error() : record.error());
        if (!record->keyId.isEmpty() || !sealed->isEmpty() || passphrase.isEmpty())
            return fail(ErrorCode::VaultUnavailable,
                        QStringLiteral("The vault has to be open before its passphrase can be set or removed."));
        auto made = Vault::fromKey(makeVaultKey(), makeKeyId());
        if (!made)
            return tl::unexpected(made.error());
        vault = {*made, OpenedBy::Passphrase, {}};
    }
    if (passphrase.isEmpty() && vault.place.isEmpty() && m_source.kind != Kind::Credential)
        return fail(ErrorCode::NotAllowed,
                    QStringLiteral("The passphrase can't be removed: nothing else on this machine keeps the key."));
    const auto wrapped = passphrase.isEmpty() ? Result<QString>(QString())
                                              : wrapForPassphrase(*vault.vault, passphrase);
    if (!wrapped)
        return tl::unexpected(wrapped.error());
    const QString known = current ? vault.vault->id() : QString();
    return changeVaultRecord(**db, known,
                             [&](VaultRecord &record) -> Result<void> {
                                 record.keyId = vault.vault->id();
                                 record.check = keyCheck(*vault.vault);
                                 record.passphrase = *wrapped;
                                 const bool set = !passphrase.isEmpty();
                                 return note(**db,
                                             set ? QStringLiteral("vault.passphrase-set")
                                                 : QStringLiteral("vault.passphrase-removed"),
                                             set ? QStringLiteral("a passphrase") : QStringLiteral("no passphrase"));
                             })
        .map([&vault] { return vault; });
}

} // namespace callboard

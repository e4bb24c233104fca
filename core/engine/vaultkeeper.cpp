#include "core/engine/vaultkeeper.h"

#include "core/security/keyfile.h"
#include "core/security/keywrap.h"
#include "core/security/recoverykey.h"
#include "core/store/tables/sealedstore.h"
#include "core/store/tables/trailstore.h"

namespace callboard {

using namespace std::chrono_literals;
using Kind = VaultKeySource::Kind;

struct VaultKeeper::Seen {
    QByteArray key; // empty: there is none
    QString place;
    bool foreign = false; // there is one that is not this workspace's
};

namespace {

constexpr auto kPatience = 10s;

KeyFailure asFailure(const Error &error)
{
    return {KeyTrouble::Unusable, error};
}

tl::unexpected<KeyFailure> missing()
{
    return failKey(KeyTrouble::Missing,
                   QStringLiteral("The vault's key is not on this machine. Enter the recovery key or the passphrase, "
                                  "or bring the key from where the workspace was made."));
}

tl::unexpected<KeyFailure> foreign(const VaultKeySource &source)
{
    return failKey(KeyTrouble::Foreign,
                   QStringLiteral("The key in the %1 is not the one of this workspace.").arg(source.describe()));
}

} // namespace

Result<void> changeVaultRecord(Database &db, const QString &keyId,
                               const std::function<Result<void>(VaultRecord &)> &change)
{
    const auto changed = db.begin()
                             .and_then([&] { return VaultStore(db).load(); })
                             .and_then([&](VaultRecord record) -> Result<VaultRecord> {
                                 if (record.keyId != keyId)
                                     return fail(ErrorCode::Conflict,
                                                 QStringLiteral("The vault's key was changed meanwhile. Try again."));
                                 return change(record).map([&] { return record; });
                             })
                             .and_then([&](const VaultRecord &record) { return VaultStore(db).save(record); });
    if (!changed) {
        db.rollback();
        return changed;
    }
    return db.commit().map_error([&db](const Error &error) {
        db.rollback();
        return error;
    });
}

VaultKeeper::VaultKeeper(QString workspace, VaultKeySource source, QString actor)
    : m_workspace(std::move(workspace))
    , m_source(std::move(source))
    , m_actor(std::move(actor))
{
}

Result<void> VaultKeeper::note(Database &db, const QString &action, const QString &summary) const
{
    return TrailStore(db).add({m_actor, action, QStringLiteral("vault"), summary}, SystemClock().now());
}

Result<VaultFacts> VaultKeeper::facts() const
{
    return Database::open(m_workspace, Database::Access::Read).and_then([](const Db &db) {
        return VaultStore(*db).load().and_then([&db](const VaultRecord &record) {
            return SealedStore(*db).all().map([&record](const QList<SealedValue> &sealed) {
                return VaultFacts{record.keyId, int(sealed.size()), !record.recovery.isEmpty(), record.recoveryLapsed,
                                  !record.passphrase.isEmpty()};
            });
        });
    });
}

KeyResult<OpenedVault> VaultKeeper::open(bool create, Asking asking) const
{
    const auto db = Database::open(m_workspace, Database::Access::Write);
    if (!db)
        return tl::unexpected(asFailure(db.error()));
    const auto before = VaultStore(**db).keyId();
    auto opened = openWith(**db, create, asking);
    // Another process may have changed the key while it was looked for.
    if (!opened && before && before != VaultStore(**db).keyId())
        return openWith(**db, false, asking);
    return opened;
}

KeyResult<OpenedVault> VaultKeeper::openWith(Database &db, bool create, Asking asking) const
{
    const auto record = VaultStore(db).load();
    if (!record)
        return tl::unexpected(asFailure(record.error()));
    if (m_source.kind == Kind::PassphraseFile)
        return openByFile(*record);
    const KeyResult<Seen> seen = look(*record, asking);
    if (!seen)
        return tl::unexpected(seen.error());
    if (!seen->key.isEmpty() && record->keyId.isEmpty())
        return adopt(db, seen->key, seen->place);
    if (!seen->key.isEmpty()) {
        settle(db, *record, seen->place);
        return Vault::fromKey(seen->key, record->keyId).map_error(asFailure).map([&](const auto &vault) {
            const bool moved = m_source.kind == Kind::KeyFile; // settle() gave it its own name
            return OpenedVault{vault, OpenedBy::Source, moved ? m_source.location : seen->place};
        });
    }
    if (seen->foreign)
        return foreign(m_source);
    const auto sealed = SealedStore(db).all();
    if (!sealed)
        return tl::unexpected(asFailure(sealed.error()));
    if (!record->keyId.isEmpty() || !sealed->isEmpty())
        return missing();
    if (!create || !m_source.keeps())
        return failKey(KeyTrouble::NotMade,
                       QStringLiteral("There is no vault key in the %1.").arg(m_source.describe()));
    return makeFirst(db);
}

KeyResult<VaultKeeper::Seen> VaultKeeper::look(const VaultRecord &record, Asking asking) const
{
    const QDeadlineTimer deadline(kPatience);
    Seen seen;
    std::optional<KeyFailure> damaged;
    for (const QString &place : m_source.places(record.keyId)) {
        const auto key = readKey(m_source, place, deadline, asking);
        if (!key && key.error().trouble != KeyTrouble::Damaged)
            return tl::unexpected(key.error());
        if (!key)
            damaged = key.error();
        if (!key || !*key)
            continue;
        const auto vault = Vault::fromKey(**key, record.keyId);
        if (vault && (record.keyId.isEmpty() || fits(**vault, record.check)))
            return Seen{**key, place, false};
        seen.foreign = true;
    }
    if (damaged)
        return tl::unexpected(*damaged);
    return seen;
}

KeyResult<OpenedVault> VaultKeeper::openByFile(const VaultRecord &record) const
{
    if (record.passphrase.isEmpty())
        return failKey(record.keyId.isEmpty() ? KeyTrouble::NotMade : KeyTrouble::Missing,
                       QStringLiteral("This workspace has no passphrase that %1 could open it with. Set one with "
                                      "“callboard vault passphrase”.")
                           .arg(m_source.location));
    return readSecretLine(m_source.location)
        .and_then([&](const QByteArray &text) {
            return openByPassphrase(record.passphrase, QString::fromUtf8(text), record.keyId);
        })
        .map([](const auto &vault) {
            return OpenedVault{vault, OpenedBy::Passphrase, {}};
        })
        .map_error([](const Error &error) {
            return KeyFailure{error.code == ErrorCode::VaultCorrupt ? KeyTrouble::Foreign : KeyTrouble::Unusable,
                              error};
        });
}

KeyResult<OpenedVault> VaultKeeper::adopt(Database &db, const QByteArray &key, const QString &place) const
{
    const auto vault = Vault::fromKey(key, makeKeyId());
    const auto itsOwn = vault.and_then([&](const auto &made) { return opensAny(db, *made); });
    if (!itsOwn)
        return tl::unexpected(asFailure(itsOwn.error()));
    if (!*itsOwn)
        return foreign(m_source);
    const auto kept = changeVaultRecord(db, {}, [&](VaultRecord &record) -> Result<void> {
        record.keyId = (*vault)->id();
        record.check = keyCheck(**vault);
        return {};
    });
    if (!kept && kept.error().code == ErrorCode::Conflict) // somebody else was quicker
        return openWith(db, false, Asking::Never);
    if (!kept)
        return tl::unexpected(asFailure(kept.error()));
    return OpenedVault{*vault, OpenedBy::Source, place};
}

// Kept before the workspace knows of it: a key that is lost would lose what is sealed under it. Where two make one at
// the same time, the first to be written down is everybody's.
KeyResult<OpenedVault> VaultKeeper::makeFirst(Database &db) const
{
    QByteArray key = makeVaultKey();
    const auto vault = Vault::fromKey(key, makeKeyId());
    if (!vault)
        return tl::unexpected(asFailure(vault.error()));
    const QString place = m_source.kind == Kind::KeyFile ? m_source.location : m_source.placeOfNew((*vault)->id());
    const auto kept = keepKey(m_source, place, key, QDeadlineTimer(kPatience));
    key.fill('\0');
    if (!kept)
        return tl::unexpected(kept.error());
    const auto known = changeVaultRecord(db, {}, [&](VaultRecord &record) -> Result<void> {
        record.keyId = (*vault)->id();
        record.check = keyCheck(**vault);
        return note(db, QStringLiteral("vault.made"),
                    QStringLiteral("the vault's first key, in the %1").arg(m_source.describe()));
    });
    if (known)
        return OpenedVault{*vault, OpenedBy::Source, place};
    if (known.error().code != ErrorCode::Conflict)
        return tl::unexpected(asFailure(known.error()));
    // Another process was faster. Of a file it is the same key; in a keychain this one was never used.
    if (m_source.kind == Kind::Keychain)
        (void)forgetKey(m_source, place, QDeadlineTimer(kPatience));
    return openWith(db, false, Asking::Never);
}

} // namespace callboard

// VaultKeeper's fourth part: a new key. It may be killed at any moment: the new key is kept beside the old one first,
// then one commit names it and holds everything sealed anew, then the old one goes. The next opening finishes that, or
// forgets it.
#include "core/engine/vaultkeeper.h"
#include "core/security/keyfile.h"
#include "core/security/keywrap.h"

#include <QFileInfo>

namespace callboard {

using namespace std::chrono_literals;
using Kind = VaultKeySource::Kind;

namespace {

constexpr auto kPatience = 10s;

Error errorOf(const KeyFailure &failure)
{
    return failure.error;
}

// The file that takes the key in place of where it is kept: what is in it, or a new one.
Result<QByteArray> keyInFile(const QString &path)
{
    return readKeyFile(path, KeyFileGuard::OwnerOnly).and_then([&path](const std::optional<QByteArray> &key) {
        if (key)
            return Result<QByteArray>(*key);
        const QByteArray made = makeVaultKey();
        return makeKeyFile(path, made).map([&made] { return made; });
    });
}

// Where there is a passphrase it has to open the new key too.
Result<QString> passphraseFor(const VaultRecord &record, const VaultKeySource &source, const RotationWish &wish)
{
    if (record.passphrase.isEmpty())
        return QString();
    Result<QString> passphrase = wish.passphrase;
    if (passphrase->isEmpty() && source.kind == Kind::PassphraseFile)
        passphrase = readSecretLine(source.location).map([](const QByteArray &text) {
            return QString::fromUtf8(text);
        });
    if (passphrase && passphrase->isEmpty())
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("The passphrase is needed as well: it has to open the new key too."));
    return passphrase.and_then([&record](const QString &text) {
        return openByPassphrase(record.passphrase, text, record.keyId).map([&text](const auto &) { return text; });
    });
}

Result<void> checkKeeping(const VaultKeySource &source, const OpenedVault &current, const VaultRecord &record,
                          const RotationWish &wish)
{
    if (!wish.newKeyFile.isEmpty() && source.kind == Kind::KeyFile && wish.newKeyFile == source.location)
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("%1 is the present key's file. Name another one, or none.").arg(wish.newKeyFile));
    if (wish.newKeyFile.isEmpty() && source.kind == Kind::Credential)
        return fail(ErrorCode::NotAllowed,
                    QStringLiteral("A systemd credential can't be changed from here. Stop the service, run “callboard "
                                   "vault rotate --new-key-file FILE”, and put that file in the credential's place."));
    if (const QString beside = source.placeOfNew({});
        wish.newKeyFile.isEmpty() && source.kind == Kind::KeyFile && QFileInfo::exists(beside))
        return fail(
            ErrorCode::Conflict,
            QStringLiteral("%1 is in the way of a new key. Where no rotation is under way, remove it.").arg(beside));
    if (wish.newKeyFile.isEmpty() && source.keeps() && current.place.isEmpty() && record.passphrase.isEmpty())
        return fail(ErrorCode::NotAllowed,
                    QStringLiteral("Nothing on this machine would keep the new key. Set a passphrase first."));
    return {};
}

} // namespace

void VaultKeeper::reach(Step step) const
{
    if (m_reached)
        m_reached(step);
}

Result<OpenedVault> VaultKeeper::rotate(const OpenedVault &current, const RotationWish &wish) const
{
    const auto db = Database::open(m_workspace, Database::Access::Write);
    if (!db)
        return tl::unexpected(db.error());
    const auto record = VaultStore(**db).load();
    if (!record)
        return tl::unexpected(record.error());
    if (auto may = checkKeeping(m_source, current, *record, wish); !may)
        return tl::unexpected(may.error());
    const auto passphrase = passphraseFor(*record, m_source, wish);
    if (!passphrase)
        return tl::unexpected(passphrase.error());
    auto key = wish.newKeyFile.isEmpty() ? Result<QByteArray>(makeVaultKey()) : keyInFile(wish.newKeyFile);
    if (!key)
        return tl::unexpected(key.error());
    auto made = Vault::fromKey(*key, makeKeyId());
    const bool kept = wish.newKeyFile.isEmpty() && !current.place.isEmpty() && m_source.keeps();
    Change change{current, *made, kept ? m_source.placeOfNew((*made)->id()) : wish.newKeyFile, kept, {}};
    if (!passphrase->isEmpty()) {
        auto wrapped = wrapForPassphrase(**made, *passphrase);
        if (!wrapped)
            return tl::unexpected(wrapped.error());
        change.passphrase = *wrapped;
    }
    auto rotated = (kept ? keepBeside(**db, change, *key) : Result<void>()).and_then([&] {
        return commit(**db, change);
    });
    key->fill('\0');
    if (!rotated)
        return tl::unexpected(rotated.error());
    reach(Step::Committed);
    if (const auto now = VaultStore(**db).load())
        settle(**db, *now, change.place);
    reach(Step::Finished);
    const bool moved = kept && m_source.kind == Kind::KeyFile;
    return OpenedVault{*made, current.by, moved ? m_source.location : change.place};
}

// The new key is announced before it is kept, so that it is known for what it is if this ends here.
Result<void> VaultKeeper::keepBeside(Database &db, const Change &change, const QByteArray &key) const
{
    const auto announced = changeVaultRecord(db, change.from.vault->id(), [&](VaultRecord &record) -> Result<void> {
        record.pending = change.to->id();
        return {};
    });
    if (!announced)
        return announced;
    reach(Step::Announced);
    const auto kept = keepKey(m_source, change.place, key, QDeadlineTimer(kPatience));
    if (!kept)
        forget(db, change);
    else
        reach(Step::Kept);
    return kept.map_error(errorOf);
}

Result<void> VaultKeeper::commit(Database &db, const Change &change) const
{
    bool written = false;
    const auto rotated = changeVaultRecord(db, change.from.vault->id(), [&](VaultRecord &record) -> Result<void> {
        if (change.kept && record.pending != change.to->id())
            return fail(ErrorCode::Conflict, QStringLiteral("The vault's key was changed meanwhile. Try again."));
        return sealAnew(db, *change.from.vault, *change.to).and_then([&](int count) {
            record.recoveryLapsed = record.recoveryLapsed || !record.recovery.isEmpty();
            record.recovery.clear();
            record.keyId = change.to->id();
            record.check = keyCheck(*change.to);
            record.passphrase = change.passphrase;
            record.pending.clear();
            record.retired = m_source.kind == Kind::Keychain ? change.from.place : QString();
            written = true;
            reach(Step::Sealed);
            return note(db, QStringLiteral("vault.rotated"), QStringLiteral("%1 secrets under a new key").arg(count));
        });
    });
    // A commit that failed may have come to disk after all: then the next opening looks which of the two it is.
    if (!rotated && !written && change.kept)
        forget(db, change);
    return rotated;
}

void VaultKeeper::forget(Database &db, const Change &change) const
{
    const auto forgotten = changeVaultRecord(db, change.from.vault->id(), [&](VaultRecord &record) -> Result<void> {
        if (record.pending == change.to->id())
            record.pending.clear();
        return {};
    });
    // In this order: a key that nothing is sealed under may stay, one that another process just took into use may not
    // go.
    if (forgotten)
        (void)forgetKey(m_source, change.place, QDeadlineTimer(kPatience));
}

// What a rotation left: the place of the key that is in use says which way it went.
void VaultKeeper::settle(Database &db, VaultRecord record, const QString &place) const
{
    const bool isFile = m_source.kind == Kind::KeyFile;
    if (isFile && place == m_source.placeOfNew(record.keyId))
        (void)moveKeyFile(place, m_source.location); // it fits where it is, too
    if (!record.pending.isEmpty()) {
        const QString unused = record.pending;
        const auto forgotten = changeVaultRecord(db, record.keyId, [&unused](VaultRecord &now) -> Result<void> {
            if (now.pending != unused)
                return fail(ErrorCode::Conflict, {});
            now.pending.clear();
            return {};
        });
        if (forgotten && m_source.keeps())
            (void)forgetKey(m_source, m_source.placeOfNew(unused), QDeadlineTimer(kPatience));
    }
    if (record.retired.isEmpty() || record.retired == place)
        return;
    const VaultKeySource keychain{Kind::Keychain, {}};
    if (!forgetKey(keychain, record.retired, QDeadlineTimer(kPatience)))
        return; // the next opening tries again
    // Where it can't be written, the next opening forgets the key once more.
    (void)changeVaultRecord(db, record.keyId, [&record](VaultRecord &now) -> Result<void> {
        if (now.retired == record.retired)
            now.retired.clear();
        return {};
    });
}

} // namespace callboard

// Opens a workspace's vault and changes its key: finds the key where this machine keeps it, knows it again by the
// workspace's check, makes the first one, and never another where something is sealed already. On a connection of its
// own. Everything blocks, for ten seconds or as long as a passphrase takes: one thread at a time, and never the UI's or
// the engine's.
#pragma once

#include "core/engine/vaultstatus.h"
#include "core/security/vault.h"
#include "core/store/tables/vaultstore.h"

#include <functional>
#include <memory>
#include <optional>

namespace callboard {

struct OpenedVault {
    std::shared_ptr<const Vault> vault;
    OpenedBy by = OpenedBy::Source;
    QString place; // where its key is kept; empty: nowhere here
};

struct RotationWish {
    QString passphrase{}; // needed where there is one
    QString newKeyFile{}; // in place of where the key is kept; made if it is not there
};

class VaultKeeper {
public:
    // What a rotation has just done; for tests, which end the program there.
    enum class Step { Announced, Kept, Sealed, Committed, Finished };
    using Reached = std::function<void(Step)>;

    // `actor`: who does what is done, as the trail has it.
    VaultKeeper(QString workspace, VaultKeySource source, QString actor = {});
    void setReached(Reached reached) { m_reached = std::move(reached); }

    [[nodiscard]] const VaultKeySource &source() const { return m_source; }
    [[nodiscard]] Result<VaultFacts> facts() const;

    // `create`: makes the first key. What a rotation that was killed left behind is finished or forgotten.
    [[nodiscard]] KeyResult<OpenedVault> open(bool create, Asking asking = Asking::Allowed) const;
    [[nodiscard]] Result<OpenedVault> unlockWithRecovery(const QString &recoveryKey) const;
    [[nodiscard]] Result<OpenedVault> unlockWithPassphrase(const QString &passphrase) const;

    // All secrets are sealed anew in one transaction, or none. VaultCorrupt names one that does not open.
    [[nodiscard]] Result<OpenedVault> rotate(const OpenedVault &current, const RotationWish &wish) const;
    [[nodiscard]] Result<QString> makeRecovery(const Vault &current) const;
    // `current` null: there is no key yet, and one is made that nothing but the passphrase opens.
    [[nodiscard]] Result<OpenedVault> setPassphrase(const std::optional<OpenedVault> &current,
                                                    const QString &passphrase) const;

private:
    using Db = std::unique_ptr<Database>;
    struct Seen; // what was found in the places of the key
    struct Change {
        const OpenedVault &from;
        std::shared_ptr<const Vault> to;
        QString place;     // of the new key; empty: the passphrase alone keeps it
        bool kept = false; // beside the old one, until it takes its place
        QString passphrase;
    };

    [[nodiscard]] KeyResult<OpenedVault> openWith(Database &db, bool create, Asking asking) const;
    [[nodiscard]] KeyResult<Seen> look(const VaultRecord &record, Asking asking) const;
    [[nodiscard]] KeyResult<OpenedVault> openByFile(const VaultRecord &record) const;
    [[nodiscard]] KeyResult<OpenedVault> adopt(Database &db, const QByteArray &key, const QString &place) const;
    [[nodiscard]] KeyResult<OpenedVault> makeFirst(Database &db) const;
    [[nodiscard]] Result<OpenedVault> unlocked(std::shared_ptr<const Vault> vault, const VaultRecord &record,
                                               OpenedBy by) const;
    [[nodiscard]] QString keepHere(const Vault &vault) const;
    void settle(Database &db, VaultRecord record, const QString &place) const;
    [[nodiscard]] Result<void> keepBeside(Database &db, const Change &change, const QByteArray &key) const;
    [[nodiscard]] Result<void> commit(Database &db, const Change &change) const;
    void forget(Database &db, const Change &change) const;
    void reach(Step step) const;
    // In the trail, within the same transaction.
    [[nodiscard]] Result<void> note(Database &db, const QString &action, const QString &summary) const;

    QString m_workspace;
    VaultKeySource m_source;
    QString m_actor;
    Reached m_reached;
};

// Changes what the workspace knows of its key in a transaction of its own, as long as the key still is the one with
// that id; Conflict: it was changed meanwhile.
[[nodiscard]] Result<void> changeVaultRecord(Database &db, const QString &keyId,
                                             const std::function<Result<void>(VaultRecord &)> &change);
// Whether `vault` opens anything of what is sealed, or nothing is.
[[nodiscard]] Result<bool> opensAny(Database &db, const Vault &vault);
// Seals everything that `from` sealed anew by `to`; inside a transaction.
[[nodiscard]] Result<int> sealAnew(Database &db, const Vault &from, const Vault &to);

} // namespace callboard

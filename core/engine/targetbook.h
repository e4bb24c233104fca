// The targets as the engine runs them: definition, headers with their secrets opened once, how many requests are under
// way, what slows them down, and which of them the store has to be asked about. Engine thread only.
#pragma once

#include "core/domain/event.h"
#include "core/domain/smtpserver.h"
#include "core/domain/target.h"
#include "core/engine/accesstoken.h"
#include "core/engine/brakes.h"
#include "core/engine/window.h"
#include "core/security/secretfilter.h"
#include "core/security/vault.h"
#include "core/store/tables/healthstore.h"
#include "core/transport/connectionsecurity.h"

#include <QHash>
#include <QList>

#include <memory>
#include <optional>
#include <set>
#include <unordered_map>

namespace callboard {

struct RunningTarget {
    CallbackTarget target;
    OpenSecrets secrets;                                  // headers and keys in the clear, for the wire
    std::shared_ptr<const ConnectionSecurity> security{}; // of its connections; null: the default
    QString blockedBecause;    // non-empty: nothing of it can be sent; what it is owed is held
    bool vaultPending = false; // its secrets are not open yet; what it is owed waits
    int inFlight = 0;
    bool mayBeReady = true;    // the store may have something due for it
    bool queuesBehind = true;  // something may wait for an older delivery of its asset to end
    bool mayNeedMoving = true; // something owed may have to be held, or released
    Pace pace;                 // of the events it wants
    Brakes brakes;
    AccessToken token;                            // with OAuth 2
    std::shared_ptr<const SecretFilter> filter{}; // TargetBook::filterOf() makes it
    quint64 filterGrant = 0;                      // of the token that is in it

    [[nodiscard]] bool showsToken() const { return target.authentication.scheme == AuthScheme::OAuth2; }
    [[nodiscard]] bool canSend() const { return blockedBecause.isEmpty() && !vaultPending; }
    // Why it sends nothing of its own accord; empty: it sends. What it is owed is held meanwhile.
    [[nodiscard]] QString holdsBecause() const;
    [[nodiscard]] bool holds() const { return !holdsBecause().isEmpty(); }
};

enum class VaultState { Pending, Open, Unavailable };

class TargetBook {
public:
    // Takes over all definitions; what is under way stays counted. `now` is the due clock's.
    void load(const QList<CallbackTarget> &targets, Timestamp now);
    // One that was made or changed. Its brakes are kept as they were until the change is settled, since an order may be
    // taken back.
    void put(const CallbackTarget &target, Timestamp now);
    void remove(TargetId id);
    // What was put and removed is on disk.
    void settle() { m_unsettled.clear(); }
    void restore(const QList<TargetHealth> &health, Timestamp now);
    void setVault(VaultState state, std::shared_ptr<const Vault> vault, const QString &problem);
    // The server for mail targets, password in the clear; without one they are held, for the reason given.
    void setMailServer(const SmtpServer &server, const QString &problem);
    [[nodiscard]] const SmtpServer &mailServer() const { return m_mailServer; }

    [[nodiscard]] RunningTarget *find(TargetId id);
    [[nodiscard]] const RunningTarget *find(TargetId id) const;
    [[nodiscard]] QList<CallbackTarget> targets() const;
    // Those whose scope may take the event in.
    [[nodiscard]] QList<RunningTarget *> inScope(const MediaEvent &event);

    // Those with work, beginning one further at each call, so that no target is always first.
    [[nodiscard]] QList<RunningTarget *> inTurn();
    [[nodiscard]] int busy() const; // about how many targets have work or something under way
    [[nodiscard]] int inFlight() const { return m_inFlight; }
    // What takes the secrets it shows out of what comes back.
    [[nodiscard]] std::shared_ptr<const SecretFilter> filterOf(RunningTarget &running) const;
    void started(TargetId id);
    void finished(TargetId id);
    // What it came back with. True: the target's health is another than before.
    bool came(TargetId id, const Exchange &exchange, Timestamp now);
    void expectWork();                                                  // every target may have something due
    void expectWork(RunningTarget &running);                            // this one may
    void expectProbes(Timestamp now);                                   // those whose circuit wants one
    void expectOrphans(bool maybe = true) { m_mayHaveOrphans = maybe; } // removed targets may be owed something
    [[nodiscard]] bool mayHaveOrphans() const { return m_mayHaveOrphans; }
    void rest(const RunningTarget &running); // nothing is to be done for it now, unless it says otherwise
    // The earliest moment at which some target may send that may not now, though nothing comes back.
    [[nodiscard]] std::optional<Timestamp> wakeAt(Timestamp now) const;
    // Those for which a token is to be fetched now.
    [[nodiscard]] QList<RunningTarget *> wantingTokens(Timestamp now);
    [[nodiscard]] bool hasMoving() const; // some target's deliveries are to be held or released still

    [[nodiscard]] const Vault *vault() const { return m_vault.get(); }
    // Of before the key was last changed, in this run; null: none.
    [[nodiscard]] const Vault *earlierVault() const { return m_earlierVault.get(); }
    [[nodiscard]] VaultState vaultState() const { return m_vaultState; }
    [[nodiscard]] bool needsVault() const;

private:
    struct Before { // a change that is not on disk yet
        int revision = 0;
        Brakes brakes;
    };

    void open(RunningTarget &running) const;
    void index(const CallbackTarget &target);
    void unindex(const CallbackTarget &target);

    std::set<TargetId> m_wide; // of no single asset
    QHash<QString, QList<TargetId>> m_byAsset;
    std::unordered_map<TargetId, RunningTarget> m_targets; // addresses are good until the target is removed
    std::unordered_map<TargetId, Before> m_unsettled;
    std::set<TargetId> m_withWork;
    QHash<TargetId, int> m_underWay; // requests of each, of removed targets too
    std::set<TargetId> m_tripped;    // their circuits are open
    std::set<TargetId> m_withToken;  // they show a token that is fetched
    TargetId m_turn;
    std::shared_ptr<const Vault> m_vault;
    std::shared_ptr<const Vault> m_earlierVault;
    VaultState m_vaultState = VaultState::Pending;
    QString m_vaultProblem;
    SmtpServer m_mailServer;
    QString m_mailProblem = QStringLiteral("Mail targets need an SMTP server, and none is set up.");
    int m_inFlight = 0;
    bool m_mayHaveOrphans = true;
};

} // namespace callboard

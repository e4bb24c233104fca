// The targets as the engine runs them: definition, headers with their secrets opened once, and how many requests are
// under way. Engine thread only.
#pragma once

#include "core/domain/smtpserver.h"
#include "core/domain/target.h"
#include "core/engine/window.h"
#include "core/security/vault.h"

#include <QHash>
#include <QList>

#include <memory>
#include <optional>

namespace callboard {

struct RunningTarget {
    CallbackTarget target;
    HeaderList headers;        // in the clear, for the wire
    QString blockedBecause;    // non-empty: nothing of it can be sent; what it is owed is held
    bool vaultPending = false; // its secrets are not open yet; what it is owed waits
    int inFlight = 0;
    bool mayBeReady = true; // the store may have something due for it
    Pace pace;              // of the events it wants

    // New deliveries are kept and not sent.
    [[nodiscard]] bool holds() const { return target.holds() || !blockedBecause.isEmpty(); }
};

enum class VaultState { Pending, Open, Unavailable };

class TargetBook {
public:
    // Takes over the definitions; what is under way stays counted.
    void load(const QList<CallbackTarget> &targets);
    void setVault(VaultState state, std::shared_ptr<const Vault> vault, const QString &problem);
    // The server for mail targets, password in the clear; without one they are held, for the reason given.
    void setMailServer(const SmtpServer &server, const QString &problem);
    [[nodiscard]] const SmtpServer &mailServer() const { return m_mailServer; }

    [[nodiscard]] RunningTarget *find(TargetId id);
    [[nodiscard]] QList<CallbackTarget> targets() const;
    // Running targets, beginning one further at each call, so that no target is always first.
    [[nodiscard]] QList<RunningTarget *> inTurn();
    [[nodiscard]] int inFlight() const { return m_inFlight; }
    void started(TargetId id);
    void finished(TargetId id);
    void expectWork(); // every target may have something due

    [[nodiscard]] const Vault *vault() const { return m_vault.get(); }
    [[nodiscard]] VaultState vaultState() const { return m_vaultState; }
    [[nodiscard]] bool needsVault() const;

private:
    void open(RunningTarget &running) const;

    QList<TargetId> m_order;
    QHash<TargetId, RunningTarget> m_targets;
    std::shared_ptr<const Vault> m_vault;
    VaultState m_vaultState = VaultState::Pending;
    QString m_vaultProblem;
    SmtpServer m_mailServer;
    QString m_mailProblem = QStringLiteral("Mail targets need an SMTP server, and none is set up.");
    qsizetype m_turn = 0;
    int m_inFlight = 0;
};

} // namespace callboard

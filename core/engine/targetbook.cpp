#include "core/engine/targetbook.h"

#include <algorithm>

namespace callboard {

void TargetBook::load(const QList<CallbackTarget> &targets)
{
    QHash<TargetId, RunningTarget> previous;
    previous.swap(m_targets);
    m_order.clear();
    for (const CallbackTarget &target : targets) {
        RunningTarget running;
        running.target = target;
        running.inFlight = previous.value(target.id).inFlight;
        running.pace = previous.value(target.id).pace;
        open(running);
        m_order.append(target.id);
        m_targets.insert(target.id, running);
    }
}

void TargetBook::setVault(VaultState state, std::shared_ptr<const Vault> vault, const QString &problem)
{
    m_vaultState = state;
    m_vault = std::move(vault);
    m_vaultProblem = problem;
    for (RunningTarget &running : m_targets)
        open(running);
}

void TargetBook::setMailServer(const SmtpServer &server, const QString &problem)
{
    m_mailServer = server;
    m_mailProblem = problem;
    for (RunningTarget &running : m_targets)
        open(running);
}

void TargetBook::open(RunningTarget &running) const
{
    running.headers.clear();
    running.blockedBecause.clear();
    running.mayBeReady = true;
    running.vaultPending = m_vaultState == VaultState::Pending && callboard::needsVault(running.target);
    if (!running.target.isOursToSend()) {
        running.blockedBecause = QStringLiteral("Its source is the encoder, which sends this callback itself.");
        return;
    }
    if (running.target.isMail() && !m_mailServer.isSet()) {
        running.blockedBecause = m_mailProblem;
        return;
    }
    if (running.vaultPending)
        return;
    auto opened = openSecrets(running.target, m_vault.get());
    if (opened)
        running.headers = std::move(*opened);
    else
        running.blockedBecause = m_vaultProblem.isEmpty() ? opened.error().detail : m_vaultProblem;
}

RunningTarget *TargetBook::find(TargetId id)
{
    const auto it = m_targets.find(id);
    return it == m_targets.end() ? nullptr : &it.value();
}

QList<CallbackTarget> TargetBook::targets() const
{
    QList<CallbackTarget> list;
    for (TargetId id : m_order)
        list.append(m_targets.value(id).target);
    return list;
}

QList<RunningTarget *> TargetBook::inTurn()
{
    QList<RunningTarget *> list;
    const qsizetype n = m_order.size();
    for (qsizetype i = 0; i < n; ++i)
        list.append(find(m_order[(m_turn + i) % n]));
    m_turn = n == 0 ? 0 : (m_turn + 1) % n;
    return list;
}

void TargetBook::started(TargetId id)
{
    ++m_inFlight;
    if (RunningTarget *running = find(id))
        ++running->inFlight;
}

void TargetBook::finished(TargetId id)
{
    --m_inFlight;
    if (RunningTarget *running = find(id)) {
        --running->inFlight;
        running->mayBeReady = true;
    }
}

void TargetBook::expectWork()
{
    for (RunningTarget &running : m_targets)
        running.mayBeReady = true;
}

bool TargetBook::needsVault() const
{
    return std::any_of(m_targets.begin(), m_targets.end(),
                       [](const RunningTarget &running) { return callboard::needsVault(running.target); });
}

} // namespace callboard

#include "core/engine/targetbook.h"

#include "core/security/secretvalues.h"

#include <algorithm>

namespace callboard {

QString RunningTarget::holdsBecause() const
{
    if (!blockedBecause.isEmpty())
        return blockedBecause;
    switch (target.state) {
    case TargetState::Enabled: return brakes.isOpen() ? brakes.reason() : token.problem();
    case TargetState::Paused:
        return target.stateReason.isEmpty() ? QStringLiteral("The target is paused.") : target.stateReason;
    default: return target.stateReason.isEmpty() ? QStringLiteral("The target is disabled.") : target.stateReason;
    }
}

void TargetBook::load(const QList<CallbackTarget> &targets, Timestamp now)
{
    std::unordered_map<TargetId, RunningTarget> previous;
    previous.swap(m_targets);
    m_wide.clear();
    m_byAsset.clear();
    m_withWork.clear();
    m_tripped.clear();
    m_withToken.clear();
    for (const CallbackTarget &target : targets) {
        if (auto known = previous.extract(target.id))
            m_targets.insert(std::move(known));
        put(target, now);
    }
}

void TargetBook::put(const CallbackTarget &target, Timestamp now)
{
    RunningTarget &running = m_targets[target.id];
    const bool known = running.target.id.isValid();
    if (known)
        unindex(running.target);
    if (running.target.revision != target.revision)
        running.token = {}; // it may be another client's now
    if (known && running.target.revision != target.revision)
        m_unsettled.try_emplace(target.id, Before{running.target.revision, running.brakes});
    const auto before = m_unsettled.find(target.id);
    if (before != m_unsettled.end())
        running.brakes = before->second.brakes;
    const bool changed = before != m_unsettled.end() && before->second.revision != target.revision;
    running.target = target;
    running.inFlight = m_underWay.value(target.id);
    running.brakes.setRate(target.rate, now);
    if (running.brakes.isOpen())
        m_tripped.insert(target.id);
    if (changed) { // whatever was wrong with it, somebody has looked at it
        running.brakes.forget();
        m_tripped.erase(target.id);
    }
    index(target);
    open(running);
    expectWork(running);
}

void TargetBook::remove(TargetId id)
{
    const auto it = m_targets.find(id);
    if (it == m_targets.end())
        return;
    unindex(it->second.target);
    m_unsettled.try_emplace(id, Before{it->second.target.revision, it->second.brakes});
    m_withWork.erase(id);
    m_tripped.erase(id);
    m_targets.erase(it);
}

void TargetBook::index(const CallbackTarget &target)
{
    if (target.scope.kind == ScopeKind::Asset)
        m_byAsset[target.scope.id].append(target.id);
    else
        m_wide.insert(target.id);
    if (target.authentication.scheme == AuthScheme::OAuth2)
        m_withToken.insert(target.id);
}

void TargetBook::unindex(const CallbackTarget &target)
{
    m_wide.erase(target.id);
    m_withToken.erase(target.id);
    if (target.scope.kind != ScopeKind::Asset)
        return;
    const auto it = m_byAsset.find(target.scope.id);
    if (it != m_byAsset.end() && it->removeAll(target.id) > 0 && it->isEmpty())
        m_byAsset.erase(it);
}

void TargetBook::restore(const QList<TargetHealth> &health, Timestamp now)
{
    for (const TargetHealth &one : health) {
        RunningTarget *running = find(one.target);
        if (!running)
            continue;
        running->brakes.restore(one.failingSince, one.circuitOpen, one.probes, now);
        if (one.circuitOpen)
            m_tripped.insert(one.target);
    }
}

void TargetBook::setVault(VaultState state, std::shared_ptr<const Vault> vault, const QString &problem)
{
    m_vaultState = state;
    if (m_vault && vault && m_vault->id() != vault->id())
        m_earlierVault = m_vault;
    m_vault = std::move(vault);
    m_vaultProblem = problem;
    for (auto &[id, running] : m_targets)
        open(running);
    expectWork();
}

void TargetBook::setMailServer(const SmtpServer &server, const QString &problem)
{
    m_mailServer = server;
    m_mailProblem = problem;
    for (auto &[id, running] : m_targets) {
        if (running.target.isMail()) {
            open(running);
            expectWork(running);
        }
    }
}

void TargetBook::open(RunningTarget &running) const
{
    const OpenSecrets before = std::exchange(running.secrets, {});
    const auto security = std::exchange(running.security, nullptr);
    running.filter.reset();
    running.blockedBecause.clear();
    running.mayNeedMoving = true;
    running.queuesBehind = true;
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
    if (!opened) {
        running.blockedBecause = m_vaultProblem.isEmpty() ? opened.error().detail : m_vaultProblem;
        return;
    }
    running.secrets = std::move(*opened);
    if (security && before.tls == running.secrets.tls && before.proxy == running.secrets.proxy) {
        running.security = security; // connections that are made with it go on
        return;
    }
    auto made = makeConnectionSecurity(running.secrets.tls, running.secrets.proxy);
    if (made)
        running.security = std::move(*made);
    else
        running.blockedBecause = made.error().detail;
}

RunningTarget *TargetBook::find(TargetId id)
{
    const auto it = m_targets.find(id);
    return it == m_targets.end() ? nullptr : &it->second;
}

const RunningTarget *TargetBook::find(TargetId id) const
{
    const auto it = m_targets.find(id);
    return it == m_targets.end() ? nullptr : &it->second;
}

QList<CallbackTarget> TargetBook::targets() const
{
    QList<CallbackTarget> list;
    for (const auto &[id, running] : m_targets)
        list.append(running.target);
    std::sort(list.begin(), list.end(), [](const auto &a, const auto &b) { return a.id < b.id; });
    return list;
}

QList<RunningTarget *> TargetBook::inScope(const MediaEvent &event)
{
    QList<RunningTarget *> list;
    for (TargetId id : m_wide)
        list.append(find(id));
    for (TargetId id : m_byAsset.value(event.asset))
        list.append(find(id));
    return list;
}

QList<RunningTarget *> TargetBook::inTurn()
{
    QList<RunningTarget *> list;
    const auto first = m_withWork.upper_bound(m_turn);
    for (auto it = first; it != m_withWork.end(); ++it)
        list.append(find(*it));
    for (auto it = m_withWork.begin(); it != first; ++it)
        list.append(find(*it));
    m_turn = list.isEmpty() ? TargetId{} : list.first()->target.id;
    return list;
}

int TargetBook::busy() const
{
    return std::max(int(m_withWork.size()), int(m_underWay.size()));
}

// Made when it is first needed: many targets send nothing for a long time.
std::shared_ptr<const SecretFilter> TargetBook::filterOf(RunningTarget &running) const
{
    const quint64 grant = running.token.grant();
    if (!running.filter || running.filterGrant != grant) {
        QList<SecretSpellings> secrets = secretValues(running.secrets) + secretValues(running.token.value());
        if (running.target.isMail())
            secrets += secretValues(m_mailServer);
        running.filter = std::make_shared<const SecretFilter>(secrets);
        running.filterGrant = grant;
    }
    return running.filter;
}

void TargetBook::started(TargetId id)
{
    ++m_inFlight;
    const int now = ++m_underWay[id];
    if (RunningTarget *running = find(id))
        running->inFlight = now;
}

void TargetBook::finished(TargetId id)
{
    --m_inFlight;
    const int now = --m_underWay[id];
    if (now == 0)
        m_underWay.remove(id);
    RunningTarget *running = find(id);
    if (!running)
        return;
    running->inFlight = now;
    if (running->queuesBehind)
        expectWork(*running);
}

bool TargetBook::came(TargetId id, const Exchange &exchange, Timestamp now)
{
    RunningTarget *running = find(id);
    if (!running)
        return false;
    const bool changed = running->brakes.came(exchange, now);
    const bool open = running->brakes.isOpen();
    if (open != m_tripped.contains(id)) {
        if (open)
            m_tripped.insert(id);
        else
            m_tripped.erase(id);
    }
    if (changed) { // what it is owed is held from now on, or released
        running->mayNeedMoving = true;
        expectWork(*running);
    }
    return changed;
}

void TargetBook::expectProbes(Timestamp now)
{
    for (TargetId id : m_tripped) {
        if (RunningTarget *running = find(id); running->brakes.wantsProbe(now))
            expectWork(*running);
    }
}

void TargetBook::expectWork()
{
    for (auto &[id, running] : m_targets)
        expectWork(running);
}

void TargetBook::expectWork(RunningTarget &running)
{
    running.mayBeReady = true;
    m_withWork.insert(running.target.id);
}

void TargetBook::rest(const RunningTarget &running)
{
    if (!running.mayBeReady && !running.mayNeedMoving)
        m_withWork.erase(running.target.id);
}

QList<RunningTarget *> TargetBook::wantingTokens(Timestamp now)
{
    QList<RunningTarget *> list;
    for (TargetId id : m_withToken) {
        RunningTarget *running = find(id);
        if (running->canSend() && running->token.wantsFetch(now))
            list.append(running);
    }
    return list;
}

std::optional<Timestamp> TargetBook::wakeAt(Timestamp now) const
{
    std::optional<Timestamp> earliest;
    for (TargetId id : m_withToken) {
        const RunningTarget *running = find(id);
        const auto at = running->canSend() ? running->token.wakeAt(now) : std::nullopt;
        if (at && (!earliest || *at < *earliest))
            earliest = at;
    }
    for (const std::set<TargetId> *ids : {&m_withWork, &m_tripped}) {
        for (TargetId id : *ids) {
            const auto at = find(id)->brakes.wakeAt(now);
            if (at && (!earliest || *at < *earliest))
                earliest = at;
        }
    }
    return earliest;
}

bool TargetBook::hasMoving() const
{
    return std::any_of(m_withWork.begin(), m_withWork.end(), [this](TargetId id) {
        const RunningTarget *running = find(id);
        return running->mayNeedMoving && !running->vaultPending;
    });
}

bool TargetBook::needsVault() const
{
    return std::any_of(m_targets.begin(), m_targets.end(),
                       [](const auto &one) { return callboard::needsVault(one.second.target); });
}

} // namespace callboard

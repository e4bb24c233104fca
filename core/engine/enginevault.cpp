// The engine's fourth part: the vault, and what waits for it. Whatever may block is done on the vault's own thread.
#include "core/engine/engine.h"

#include <QLoggingCategory>

#include <algorithm>

namespace callboard {

using namespace std::chrono_literals;

namespace {

constexpr auto kRetryVaultEvery = 30s;

Q_LOGGING_CATEGORY(lcVault, "callboard.vault")

std::optional<VaultFacts> factsOf(const VaultKeeper &keeper)
{
    const auto facts = keeper.facts();
    return facts ? std::optional(*facts) : std::nullopt;
}

} // namespace

struct Engine::VaultAnswer {
    KeyResult<OpenedVault> opened;
    std::optional<VaultFacts> facts; // absent: they could not be read
};

// `then` is called in the engine's thread.
template <class Task, class Then>
void Engine::onVaultThread(Task task, Then then)
{
    m_vaultThread.start([this, task = std::move(task), then = std::move(then)] {
        QMetaObject::invokeMethod(
            this, [answer = task(), then] { then(answer); }, Qt::QueuedConnection);
    });
}

// Orders that need the vault step aside until it was asked for once; true: somebody has to ask.
bool Engine::deferForVault(Work &work)
{
    if (m_book.vaultState() == VaultState::Open)
        return false;
    const auto middle = std::stable_partition(work.orders.begin(), work.orders.end(),
                                              [](const Order &order) { return !order.needsVault || order.askedVault; });
    if (middle == work.orders.end())
        return false;
    std::move(middle, work.orders.end(), std::back_inserter(m_waitingForVault));
    work.orders.erase(middle, work.orders.end());
    return true;
}

void Engine::loadVault(bool create, Asking asking)
{
    m_keyWanted |= create;
    if (std::exchange(m_vaultLoading, true))
        return;
    onVaultThread(
        [create, asking, load = m_parts.loadVault, keeper = m_parts.keeper]() -> VaultAnswer {
            if (keeper) {
                auto opened = keeper->open(create, asking);
                return {std::move(opened), factsOf(*keeper)};
            }
            return {load(create)
                        .map([](const auto &vault) {
                            return OpenedVault{vault, OpenedBy::Source, {}};
                        })
                        .map_error([](const Error &error) {
                            return KeyFailure{KeyTrouble::Unusable, error};
                        }),
                    {}};
        },
        [this](const VaultAnswer &answer) { vaultLoaded(answer); });
}

void Engine::vaultLoaded(const VaultAnswer &answer)
{
    m_vaultLoading = false;
    const bool keyWanted = std::exchange(m_keyWanted, false);
    const bool notMade = !answer.opened && answer.opened.error().trouble == KeyTrouble::NotMade;
    if (notMade && keyWanted && !m_keyRefused) { // asked for while it was only looked for
        m_keyRefused = true;
        return loadVault(true);
    }
    m_keyRefused = false;
    // What a person opened stays open: the place where keys are kept has nothing to say against it.
    const bool openedByHand = m_opened && m_opened->place.isEmpty() && m_opened->by != OpenedBy::Source;
    if (answer.opened || !openedByHand)
        takeVault(answer);
    releaseForVault();
}

void Engine::takeVault(const VaultAnswer &answer)
{
    const KeyResult<OpenedVault> &opened = answer.opened;
    const bool otherKey = opened && m_opened && m_opened->vault->id() != opened->vault->id();
    if (otherKey) { // what is stored was sealed anew
        m_bookIsStale = true;
        if (!loadSettings())
            m_dataVersion = -1;
    }
    m_opened = opened ? std::optional(*opened) : std::nullopt;
    m_book.setVault(opened ? VaultState::Open : VaultState::Unavailable, opened ? opened->vault : nullptr,
                    opened ? QString() : opened.error().error.detail);
    m_status.vaultOpen = opened.has_value();
    applySettings();
    present(answer);
    setStatus(m_status.mode, m_status.detail);
    if (opened)
        m_vaultTimer.stop();
    else
        m_vaultTimer.start(kRetryVaultEvery);
    if (otherKey)
        m_inbox->put([](Work &) {}); // a cycle, which reads the targets again
}

void Engine::present(const VaultAnswer &answer)
{
    const KeyResult<OpenedVault> &opened = answer.opened;
    VaultStatus &status = m_vaultStatus;
    const bool wasClosed = status.state == VaultStatus::State::Closed;
    const QString detail = opened ? QString() : opened.error().error.detail;
    if (!opened && detail != status.detail && needsVault())
        qCWarning(lcVault).noquote() << detail;
    else if (opened && wasClosed)
        qCInfo(lcVault).noquote() << "The vault is open.";
    status.state = opened ? VaultStatus::State::Open : VaultStatus::State::Closed;
    status.trouble = opened ? KeyTrouble::None : opened.error().trouble;
    status.detail = detail;
    status.openedBy = opened ? opened->by : OpenedBy::Source;
    status.facts = answer.facts.value_or(status.facts);
    if (m_parts.keeper)
        status.source = m_parts.keeper->source();
    status.keptHere = opened
        && (!opened->place.isEmpty() || status.source.kind == VaultKeySource::Kind::PassphraseFile);
    emit vaultChanged(status);
}

void Engine::releaseForVault()
{
    for (const auto &call : std::exchange(m_callsForVault, {}))
        call();
    std::vector<Order> waiting = std::exchange(m_waitingForVault, {});
    for (Order &order : waiting)
        order.askedVault = true;
    m_inbox->put(
        [&waiting](Work &work) { std::move(waiting.begin(), waiting.end(), std::back_inserter(work.orders)); });
}

void Engine::withVault(std::function<void()> call)
{
    if (m_book.vaultState() != VaultState::Pending || !needsVault())
        return call();
    m_callsForVault.push_back(std::move(call));
    loadVault(false);
}

// A keychain that was unlocked meanwhile, without a question to anybody.
void Engine::retryVault()
{
    if (needsVault() && m_book.vaultState() == VaultState::Unavailable)
        loadVault(false, Asking::Never);
}

void Engine::tryVaultAgain(Outreach::Done<VaultStatus> done)
{
    m_callsForVault.push_back([this, done = std::move(done)] {
        if (m_opened)
            done(m_vaultStatus);
        else
            done(fail(ErrorCode::VaultUnavailable, m_vaultStatus.detail));
    });
    loadVault(false);
}

// Another process may have changed the key, or what else opens it.
void Engine::noticeVault()
{
    if (needsVault() && m_book.vaultState() == VaultState::Pending)
        return loadVault(false);
    const auto current = vaultIsCurrent();
    if (current && !*current)
        return loadVault(false, Asking::Never);
    if (!m_parts.keeper || m_vaultStatus.state == VaultStatus::State::Unasked)
        return;
    const auto record = VaultStore(*m_db).load();
    if (!record)
        return;
    VaultFacts facts{record->keyId, m_vaultStatus.facts.secrets, !record->recovery.isEmpty(), record->recoveryLapsed,
                     !record->passphrase.isEmpty()};
    if (std::exchange(m_vaultStatus.facts, facts) != facts)
        emit vaultChanged(m_vaultStatus);
}

Result<bool> Engine::vaultIsCurrent()
{
    if (!m_parts.keeper || !m_opened)
        return true;
    return VaultStore(*m_db).keyId().map([this](const QString &id) { return id == m_opened->vault->id(); });
}

void Engine::askVault(VaultTask task, Outreach::Done<VaultStatus> done)
{
    if (!m_parts.keeper)
        return done(fail(ErrorCode::VaultUnavailable, QStringLiteral("This vault can't be changed.")));
    onVaultThread(
        [task = std::move(task), opened = m_opened, keeper = m_parts.keeper] {
            auto now = task(*keeper, opened);
            return std::pair(std::move(now), factsOf(*keeper));
        },
        [this, done = std::move(done)](const std::pair<Result<OpenedVault>, std::optional<VaultFacts>> &answer) {
            const auto &[now, facts] = answer;
            if (!now)
                return done(tl::unexpected(now.error()));
            takeVault({*now, facts});
            releaseForVault();
            done(m_vaultStatus);
        });
}

} // namespace callboard

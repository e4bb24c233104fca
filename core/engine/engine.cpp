#include "core/engine/engine.h"

#include "core/engine/settling.h"
#include "core/store/tables/attemptstore.h"
#include "core/store/tables/deliverystore.h"
#include "core/store/tables/targetstore.h"

#include <algorithm>

namespace callboard {

using namespace std::chrono_literals;

namespace {

constexpr auto kTellEvery = 50ms;
constexpr auto kLookOutsideEvery = 500ms;
constexpr auto kRetryStoreAfter = 1s;

// Errors that belong to one order or submission; any other is the store's and ends the whole cycle.
bool isStoreError(const Error &error)
{
    return error.code == ErrorCode::StoreUnavailable || error.code == ErrorCode::StoreBusy;
}

} // namespace

struct Engine::Effects {
    std::vector<std::function<void()>> answers;
    QList<Departure> departures;
    QList<quint64> settled;
    QSet<DeliveryId> changed;
    bool targetsChanged = false;
    bool settingsChanged = false;
    bool assetsChanged = false;
};

Engine::Engine(EngineParts parts, EngineOptions options)
    : m_parts(std::move(parts))
    , m_options(std::move(options))
    , m_due(m_parts.clock)
    , m_settings(m_options.mail)
    , m_inbox(std::make_shared<Inbox>([this] {
        QMetaObject::invokeMethod(
            this, [this] { cycle(); }, Qt::QueuedConnection);
    }))
    , m_tests(m_parts.transport, m_parts.clock)
    , m_outreach(m_tests, *m_inbox, m_book, m_settings, m_parts.clock)
    , m_dueTimer(this)
    , m_tellTimer(this)
    , m_outsideTimer(this)
    , m_patienceTimer(this)
{
    m_dueTimer.setSingleShot(true);
    m_dueTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_dueTimer, &QTimer::timeout, this, &Engine::processDue);
    m_tellTimer.setSingleShot(true);
    connect(&m_tellTimer, &QTimer::timeout, this, &Engine::tell);
    connect(&m_outsideTimer, &QTimer::timeout, this, &Engine::lookOutside);
    m_patienceTimer.setSingleShot(true);
    connect(&m_patienceTimer, &QTimer::timeout, this, [this] { m_parts.transport.cancelAll(); });
    connect(
        &m_parts.transport, &Transport::finished, this,
        [inbox = m_inbox](const QList<TransportResult> &results) {
            inbox->put([&results](Work &work) { work.results += results; });
        },
        Qt::DirectConnection);
}

Engine::~Engine()
{
    m_inbox->shut();
}

Result<void> Engine::start(const QString &workspace)
{
    auto started = takeUp(workspace);
    if (!started) { // the doors may have handed something over already
        m_status.mode = EngineStatus::Mode::Stopped;
        cycle();
    }
    return started;
}

Result<void> Engine::takeUp(const QString &workspace)
{
    auto opened = Database::open(workspace, Database::Access::Write);
    if (!opened)
        return tl::unexpected(opened.error());
    m_db = std::move(*opened);
    m_acceptance = std::make_unique<Acceptance>(*m_db, m_book, m_parts.clock, m_due);
    auto targets = TargetStore(*m_db).all();
    if (!targets)
        return tl::unexpected(targets.error());
    m_book.load(*targets);
    if (auto loaded = loadSettings(); !loaded)
        return loaded;
    applySettings();
    if (m_options.dispatch) {
        auto recovered = m_db->begin()
                             .and_then([&] { return AttemptStore(*m_db).markInterrupted(m_parts.clock.now()); })
                             .and_then([&](const QList<DeliveryId> &) {
                                 return DeliveryStore(*m_db).recoverSending(m_due.now());
                             })
                             .and_then([&](const QList<DeliveryId> &) {
                                 return DeliveryStore(*m_db).cancelOrphans(QStringLiteral("Its target was removed."),
                                                                           m_parts.clock.now());
                             })
                             .and_then([&](const QList<DeliveryId> &) { return m_db->commit(); });
        if (!recovered) {
            m_db->rollback();
            return recovered;
        }
    }
    m_dataVersion = m_db->dataVersion();
    m_outsideTimer.start(kLookOutsideEvery);
    if (needsVault())
        loadVault(false);
    setStatus(m_options.dispatch ? EngineStatus::Mode::Running : EngineStatus::Mode::Watching,
              m_options.watchedBecause);
    releaseUnblocked();
    cycle();
    return {};
}

void Engine::processDue()
{
    m_book.expectWork();
    cycle();
}

void Engine::cycle()
{
    if (m_status.mode == EngineStatus::Mode::Starting)
        return; // what came early is taken up at the end of start()
    Work work = m_inbox->take();
    work.results = std::exchange(m_unsettled, {}) + work.results;
    if (!m_db || m_status.mode == EngineStatus::Mode::Stopped) {
        refuse(work, {ErrorCode::StoreUnavailable, QStringLiteral("The engine is not running.")});
        return;
    }
    if (m_status.mode == EngineStatus::Mode::Draining) {
        Work late{std::move(work.submissions), std::move(work.orders), {}};
        work.submissions.clear();
        work.orders.clear();
        refuse(late, {ErrorCode::StoreUnavailable, QStringLiteral("The engine is stopping.")});
    }
    if (deferForVault(work))
        loadVault(true);
    Effects effects;
    auto written = m_db->begin().and_then([&] { return write(work, effects); }).and_then([&] {
        return m_db->commit();
    });
    if (written)
        carryOut(work, effects);
    else
        giveUp(work, written.error());
}

Result<void> Engine::write(Work &work, Effects &effects)
{
    return settle(work.results, effects)
        .and_then([&] { return accept(work.submissions, effects); })
        .and_then([&] { return obey(work.orders, effects); })
        .and_then([&]() -> Result<void> {
            if (!m_options.dispatch || m_status.mode == EngineStatus::Mode::Draining)
                return {};
            // What is settled in this very transaction makes room at once.
            for (quint64 ticket : std::as_const(effects.settled))
                m_book.finished(m_underWay.value(ticket).delivery.target);
            auto departures =
                Dispatching(*m_db, m_book, m_parts.clock, m_due).dispatch(m_parts.transport, effects.changed);
            for (quint64 ticket : std::as_const(effects.settled))
                m_book.started(m_underWay.value(ticket).delivery.target);
            return departures.map([&](QList<Departure> &list) { effects.departures = std::move(list); });
        });
}

Result<void> Engine::settle(const QList<TransportResult> &results, Effects &effects)
{
    Settling settling(*m_db, m_book, m_parts.clock, m_due, m_parts.random);
    return settling.settle(results, m_underWay, effects.changed).map([&effects](Settled settled) {
        effects.settled = std::move(settled.tickets);
        effects.targetsChanged |= settled.targetsChanged;
    });
}

Result<void> Engine::accept(std::vector<Submission> &submissions, Effects &effects)
{
    for (Submission &submission : submissions) {
        auto accepted = m_acceptance->accept(submission.events, effects.changed);
        if (!accepted && isStoreError(accepted.error()))
            return tl::unexpected(accepted.error());
        effects.assetsChanged |= accepted && accepted->accepted > 0;
        effects.answers.emplace_back([&submission, accepted] { submission.done(accepted); });
    }
    return {};
}

Result<void> Engine::obey(std::vector<Order> &orders, Effects &effects)
{
    for (Order &order : orders) {
        Orders writing(*m_db, m_book, m_parts.clock, m_due);
        Workplace place{*m_db, m_book, *m_acceptance, writing, m_parts.clock};
        if (auto marked = m_db->mark(); !marked)
            return marked;
        auto obeyed = order.write(place);
        if (!obeyed && isStoreError(obeyed.error()))
            return obeyed;
        if (auto closed = obeyed ? m_db->keepMarked() : undoOrder(writing.targetsChanged()); !closed)
            return closed;
        if (!obeyed) {
            effects.answers.emplace_back([&order, obeyed] { order.done(obeyed); });
            continue;
        }
        effects.changed += writing.changed() + place.changed;
        effects.targetsChanged |= writing.targetsChanged();
        effects.settingsChanged |= place.settingsChanged;
        effects.assetsChanged |= place.assetsChanged;
        effects.answers.emplace_back([&order, obeyed] { order.done(obeyed); });
    }
    return {};
}

// What a refused order had written is taken back, and the targets are as they were.
Result<void> Engine::undoOrder(bool targetsChanged)
{
    if (!targetsChanged)
        return m_db->undoMarked();
    return m_db->undoMarked()
        .and_then([this] { return TargetStore(*m_db).all(); })
        .map([this](const QList<CallbackTarget> &targets) { m_book.load(targets); });
}

void Engine::carryOut(Work &work, Effects &effects)
{
    for (quint64 ticket : std::as_const(effects.settled)) {
        m_book.finished(m_underWay.take(ticket).delivery.target);
        ++m_status.finished;
    }
    QList<TransportRequest> requests;
    for (Departure &departure : effects.departures) {
        m_book.started(departure.underWay.delivery.target);
        m_underWay.insert(departure.request.ticket, departure.underWay);
        requests.append(std::move(departure.request));
    }
    if (!requests.isEmpty())
        m_parts.transport.send(std::move(requests));
    if (effects.settingsChanged) {
        if (loadSettings()) {
            applySettings();
            releaseUnblocked();
        } else {
            m_dataVersion = -1; // read again in half a second, as if somebody else had written them
        }
    }
    for (const auto &answer : effects.answers)
        answer();
    for (const TransportResult &result : std::as_const(work.results))
        m_tests.take(result);

    m_untoldDeliveries += effects.changed;
    m_untold.targets |= effects.targetsChanged;
    m_untold.assets |= effects.assetsChanged;
    if ((!m_untoldDeliveries.isEmpty() || m_untold.targets || m_untold.assets) && !m_tellTimer.isActive())
        m_tellTimer.start(kTellEvery);
    m_status.accepted = m_acceptance->owed();
    if (m_status.mode == EngineStatus::Mode::Failing)
        setStatus(m_options.dispatch ? EngineStatus::Mode::Running : EngineStatus::Mode::Watching,
                  m_options.watchedBecause);
    if (m_status.mode == EngineStatus::Mode::Draining && m_underWay.isEmpty())
        finishDraining();
    else
        armDueTimer();
}

void Engine::giveUp(Work &work, const Error &error)
{
    m_db->rollback();
    if (auto targets = TargetStore(*m_db).all())
        m_book.load(*targets);
    m_book.expectWork();
    m_unsettled = std::move(work.results);
    refuse(work, error);
    if (m_status.mode != EngineStatus::Mode::Draining)
        setStatus(EngineStatus::Mode::Failing, error.detail);
    // What could not be written is taken up in doubt at the next start.
    if (m_status.mode == EngineStatus::Mode::Draining && !m_patienceTimer.isActive())
        return finishDraining();
    m_dueTimer.start(kRetryStoreAfter);
}

void Engine::refuse(Work &work, const Error &error)
{
    for (Submission &submission : work.submissions)
        submission.done(tl::unexpected(error));
    for (Order &order : work.orders)
        order.done(tl::unexpected(error));
}

void Engine::armDueTimer()
{
    const Timestamp now = m_due.now();
    const auto due = DeliveryStore(*m_db).nextDue(now);
    if (!due) // what is waiting must not be forgotten because the store could not be asked
        return m_dueTimer.start(kRetryStoreAfter);
    if (!*due || !m_options.dispatch)
        return m_dueTimer.stop();
    m_dueTimer.start(std::clamp<Milliseconds>(**due - now, 0ms, 24h));
}

// Another process (a command, a second window) may have written to the workspace.
void Engine::lookOutside()
{
    const qint64 version = m_db->dataVersion();
    if (version == m_dataVersion)
        return;
    const auto targets = TargetStore(*m_db).all();
    if (!targets || !loadSettings())
        return; // looked at again in half a second
    m_dataVersion = version;
    m_book.load(*targets);
    applySettings();
    if (needsVault() && m_book.vaultState() == VaultState::Pending)
        loadVault(false);
    releaseUnblocked();
    m_untold.everything = true;
    m_untold.targets = true;
    m_tellTimer.start(kTellEvery);
    processDue();
}

void Engine::tell()
{
    m_untold.deliveries = m_untoldDeliveries.values();
    m_untoldDeliveries.clear();
    emit changed(std::exchange(m_untold, {}));
    setStatus(m_status.mode, m_status.detail);
}

void Engine::setStatus(EngineStatus::Mode mode, const QString &detail)
{
    m_status.mode = mode;
    m_status.detail = detail;
    m_status.inFlight = m_book.inFlight();
    m_status.vaultNeeded = needsVault();
    emit statusChanged(m_status);
}

void Engine::sendTest(CallbackTarget target, const MediaEvent &event, TestSending::Done done)
{
    withVault([this, target = std::move(target), event, done = std::move(done)] {
        m_tests.send(target, event, m_book.vault(), m_db->tag(), m_book.mailServer(), done);
    });
}

void Engine::sendTestMail(SmtpServer server, const QString &to, Outreach::Done<TestResult> done)
{
    withVault([this, server = std::move(server), to, done = std::move(done)] {
        m_outreach.sendTestMail(server, to, m_db->tag(), done);
    });
}

void Engine::submitJob(const QString &asset, Outreach::Done<SubmittedJob> done)
{
    withVault([this, asset, done = std::move(done)] { m_outreach.submitJob(*m_db, asset, done); });
}

void Engine::refreshAsset(const QString &asset, Outreach::Done<RefreshedAsset> done)
{
    withVault([this, asset, done = std::move(done)] { m_outreach.refresh(*m_db, asset, done); });
}

void Engine::drain(Milliseconds patience)
{
    setStatus(EngineStatus::Mode::Draining);
    m_outsideTimer.stop();
    m_patienceTimer.start(patience);
    cycle();
}

void Engine::finishDraining()
{
    m_dueTimer.stop();
    m_patienceTimer.stop();
    if (m_tellTimer.isActive()) {
        m_tellTimer.stop();
        tell();
    }
    setStatus(EngineStatus::Mode::Stopped);
    emit drained();
}

} // namespace callboard

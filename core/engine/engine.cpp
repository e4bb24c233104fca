#include "core/engine/engine.h"

#include "core/store/tables/attemptstore.h"
#include "core/store/tables/deliverystore.h"
#include "core/store/tables/healthstore.h"
#include "core/store/tables/settingstore.h"
#include "core/store/tables/targetstore.h"
#include "core/store/workspacecheck.h"

#include <QFileInfo>
#include <QLoggingCategory>

#include <algorithm>

namespace callboard {

using namespace std::chrono_literals;

namespace {

constexpr auto kTellEvery = 50ms;
constexpr auto kLookOutsideEvery = 500ms;
constexpr qint64 kCheckedAtOnce = qint64(16) * 1024 * 1024;
constexpr auto kTidyEvery = 1s;
constexpr auto kTidyOn = 50ms; // while there is more: the rest of the time is for callbacks
constexpr auto kRetryStoreAfter = 1s;

Q_LOGGING_CATEGORY(lcEngine, "callboard.engine")

} // namespace

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
    , m_tokens(m_tests, m_book, m_due, m_parts.random, [this] { m_inbox->put([](Work &) {}); })
    , m_dueTimer(this)
    , m_tellTimer(this)
    , m_outsideTimer(this)
    , m_tidyTimer(this)
    , m_patienceTimer(this)
    , m_vaultTimer(this)
{
    m_dueTimer.setSingleShot(true);
    m_dueTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_dueTimer, &QTimer::timeout, this, &Engine::processDue);
    m_vaultThread.setMaxThreadCount(1); // what is asked of the vault comes one after the other
    connect(&m_vaultTimer, &QTimer::timeout, this, &Engine::retryVault);
    m_tellTimer.setSingleShot(true);
    connect(&m_tellTimer, &QTimer::timeout, this, &Engine::tell);
    connect(&m_outsideTimer, &QTimer::timeout, this, &Engine::lookOutside);
    m_tidyTimer.setSingleShot(true);
    connect(&m_tidyTimer, &QTimer::timeout, this, &Engine::tidy);
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
    if (auto sound = m_options.dispatch ? checkSmallFile(workspace) : Result<void>(); !sound)
        return sound;
    m_db->setFault(m_parts.storeFault);
    m_acceptance = std::make_unique<Acceptance>(*m_db, m_book, m_parts.clock, m_due);
    m_history = std::make_unique<History>(*m_db);
    auto targets = TargetStore(*m_db).all();
    if (!targets)
        return tl::unexpected(targets.error());
    if (auto set = setDueClock(*targets); !set)
        return set;
    m_book.load(*targets, m_due.now());
    const auto version = TargetStore(*m_db).version();
    if (!version)
        return tl::unexpected(version.error());
    m_targetsVersion = *version;
    const auto health = HealthStore(*m_db).all();
    if (!health)
        return tl::unexpected(health.error());
    m_book.restore(*health, m_due.now());
    if (auto loaded = loadSettings(); !loaded)
        return loaded;
    applySettings();
    if (m_options.dispatch) {
        auto recovered = m_db->begin()
                             .and_then([&] { return DeliveryStore(*m_db).recoverSending(m_due.now()); })
                             .and_then([&](const QList<DeliveryId> &) {
                                 return AttemptStore(*m_db).markInterrupted(m_parts.clock.now());
                             })
                             .and_then([&](const QList<DeliveryId> &) { return m_db->commit(); });
        if (!recovered) {
            m_db->rollback();
            return recovered;
        }
        const auto wasKilled = markRunning(*m_db);
        if (!wasKilled)
            return tl::unexpected(wasKilled.error());
        if (*wasKilled)
            checkLargeFile(workspace);
    }
    m_dueSeen = m_due.now();
    m_dataVersion = m_db->dataVersion();
    m_outsideTimer.start(kLookOutsideEvery);
    if (m_options.dispatch)
        m_tidyTimer.start(kTidyEvery);
    if (needsVault())
        loadVault(false);
    setStatus(m_options.dispatch ? EngineStatus::Mode::Running : EngineStatus::Mode::Watching,
              m_options.watchedBecause);
    cycle();
    return {};
}

void Engine::processDue()
{
    const Timestamp now = m_due.now();
    const auto targets = m_db ? DeliveryStore(*m_db).dueBetween(m_dueSeen - 1ms, now) : QList<TargetId>{};
    if (targets) {
        m_dueSeen = now;
        for (TargetId id : *targets) {
            if (RunningTarget *running = m_book.find(id))
                m_book.expectWork(*running);
        }
    }
    cycle();
}

void Engine::armDueTimer()
{
    const Timestamp now = m_due.now();
    // From what was looked at on, not from now: what became due meanwhile is to be found at once.
    const auto due = DeliveryStore(*m_db).nextDue(m_dueSeen);
    if (!due) // what is waiting must not be forgotten because the store could not be asked
        return m_dueTimer.start(kRetryStoreAfter);
    if (!m_options.dispatch || m_status.mode == EngineStatus::Mode::Draining) // nothing is sent any more
        return m_dueTimer.stop();
    const bool atOnce = m_goesOn || m_book.hasMoving() || m_book.mayHaveOrphans() || !m_unsavedHealth.isEmpty();
    std::optional<Timestamp> next = atOnce ? now : *due;
    if (m_status.mode == EngineStatus::Mode::Failing && (!next || *next > now + kRetryStoreAfter))
        next = now + kRetryStoreAfter;
    if (const auto wake = m_book.wakeAt(now); wake && (!next || *wake < *next))
        next = wake;
    if (!next)
        return m_dueTimer.stop();
    m_dueTimer.start(std::clamp<Milliseconds>(*next - now, 0ms, 24h));
}

// Another process (a command, a second window) may have written to the workspace.
void Engine::lookOutside()
{
    saveTokenUses(false);
    const qint64 version = m_db->dataVersion();
    if (version == m_dataVersion)
        return;
    const auto targetsVersion = TargetStore(*m_db).version();
    if (!targetsVersion || !loadSettings())
        return; // looked at again in half a second
    if (*targetsVersion != m_targetsVersion) {
        const auto targets = TargetStore(*m_db).all();
        if (!targets)
            return;
        m_book.load(*targets, m_due.now());
        m_targetsVersion = *targetsVersion;
        m_untold.targets = true;
    }
    m_dataVersion = version;
    applySettings();
    noticeVault();
    m_untold.everything = true;
    m_tellTimer.start(kTellEvery);
    m_book.expectWork();
    m_book.expectOrphans();
    processDue();
}

// A clock that was set back since the last time is not believed: what waits would wait so much longer. What is saved is
// up to a second ahead of what was; in between nothing may be left in the future that is queued already.
Result<void> Engine::setDueClock(const QList<CallbackTarget> &targets)
{
    const auto value = SettingStore(*m_db).value(kDueClock);
    if (!value)
        return tl::unexpected(value.error());
    const Timestamp saved = timeFrom(value->toLongLong());
    if (m_due.now() < saved - kDueClockAhead)
        m_due.advanceTo(saved);
    Result<void> hastened;
    for (const CallbackTarget &target : targets) {
        if (m_due.now() >= saved)
            break;
        hastened = hastened.and_then([&] { return DeliveryStore(*m_db).hastenQueued(target.id, m_due.now(), saved); });
    }
    return hastened;
}

// Before anything is done with it.
Result<void> Engine::checkSmallFile(const QString &workspace)
{
    if (QFileInfo(workspace).size() > kCheckedAtOnce)
        return {};
    return quickCheck(*m_db).map_error([&workspace](const Error &error) {
        return Error{error.code, QStringLiteral("%1: %2").arg(workspace, error.detail)};
    });
}

// After a kill, and while the work goes on: a kill does it no harm, a power failure on a disk that lies may.
void Engine::checkLargeFile(const QString &workspace)
{
    if (QFileInfo(workspace).size() <= kCheckedAtOnce)
        return;
    m_checkThread.start([this, workspace] {
        const auto sound = Database::open(workspace, Database::Access::Read)
                               .and_then([](const std::unique_ptr<Database> &db) { return quickCheck(*db); });
        if (sound || sound.error().code != ErrorCode::StoreCorrupt)
            return;
        QMetaObject::invokeMethod(
            this,
            [this, error = sound.error()] {
                m_damage = error;
                cycle();
            },
            Qt::QueuedConnection);
    });
}

void Engine::tidy()
{
    if (m_status.mode != EngineStatus::Mode::Running)
        return m_tidyTimer.start(kTidyEvery);
    auto pruned = m_db->begin().and_then(
        [this] { return m_history->step(m_settings.settings().retention, m_parts.clock.now()); });
    if (pruned && pruned->any()) {
        if (auto committed = m_db->commit(); !committed)
            pruned = tl::unexpected(committed.error());
    }
    if (!pruned || !pruned->any())
        m_db->rollback();
    m_untold.everything |= pruned && pruned->anyListed();
    if (m_untold.everything && !m_tellTimer.isActive())
        m_tellTimer.start(kTellEvery);
    m_tidyTimer.start(pruned && pruned->more ? kTidyOn : kTidyEvery);
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

void Engine::checkSignature(DeliveryId delivery, AttemptId attempt, Outreach::Done<SignatureFinding> done)
{
    withVault([this, delivery, attempt, done = std::move(done)] {
        done(findSigner(*m_db, m_book, delivery, attempt, m_parts.clock.now()));
    });
}

void Engine::findPublicKey(TargetId target, Outreach::Done<QString> done)
{
    withVault([this, target, done = std::move(done)] {
        const RunningTarget *running = m_book.find(target);
        done(running ? publicKeyOf(running->target, m_book.vault())
                     : Result<QString>(fail(ErrorCode::NotFound, QStringLiteral("Its target was removed."))));
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
    m_tidyTimer.stop();
    m_patienceTimer.start(patience);
    cycle();
}

void Engine::finishDraining()
{
    m_dueTimer.stop();
    m_patienceTimer.stop();
    saveTokenUses(true);
    if (m_options.dispatch && m_db) {
        if (auto stopped = markStopped(*m_db); !stopped) // then the next start looks at the file
            qCWarning(lcEngine).noquote() << stopped.error().detail;
    }
    if (m_tellTimer.isActive()) {
        m_tellTimer.stop();
        tell();
    }
    setStatus(EngineStatus::Mode::Stopped);
    emit drained();
}

} // namespace callboard

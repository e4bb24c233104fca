// The engine's cycle: what has arrived and what is due, written in one transaction; then answered, sent and told.
#include "core/domain/targethealth.h"
#include "core/engine/engine.h"
#include "core/engine/settling.h"
#include "core/store/tables/healthstore.h"
#include "core/store/tables/settingstore.h"
#include "core/store/tables/targetstore.h"

#include <QLoggingCategory>

#include <iterator>

namespace callboard {

using namespace std::chrono_literals;

namespace {

constexpr auto kTellEvery = 50ms;
constexpr auto kRetryStoreAfter = 1s;
constexpr auto kSayAgainAfter = 30s;         // on a disk that is nearly full it comes and goes
constexpr size_t kMostEventsInACycle = 1000; // what is more waits for the next, so that answers are not held up

Q_LOGGING_CATEGORY(lcEngine, "callboard.engine")

} // namespace

struct Engine::Effects {
    std::vector<std::function<void()>> answers;
    QList<quint64> settled;
    QList<quint64> freed; // of them: those whose places were given to others
    QSet<DeliveryId> changed;
    Timestamp dueClock{}; // as it is saved
    bool targetsChanged = false;
    bool settingsChanged = false;
    bool assetsChanged = false;
};

Work Engine::takeWork()
{
    Work work = m_inbox->take();
    size_t events = 0;
    auto it = work.submissions.begin();
    while (it != work.submissions.end() && events < kMostEventsInACycle)
        events += size_t((it++)->events.size());
    if (it != work.submissions.end()) {
        m_inbox->putBack({std::make_move_iterator(it), std::make_move_iterator(work.submissions.end())});
        work.submissions.erase(it, work.submissions.end());
    }
    work.results = std::exchange(m_unsettled, {}) + work.results;
    return work;
}

void Engine::cycle()
{
    if (m_status.mode == EngineStatus::Mode::Starting)
        return; // what came early is taken up at the end of start()
    Work work = takeWork();
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
    Dispatching dispatching(*m_db, m_book, m_parts.clock, m_due, m_parts.transport);
    auto written = (m_damage ? Result<void>(tl::unexpected(*m_damage)) : m_db->begin())
                       .and_then([&] { return write(work, effects, dispatching); })
                       .and_then([&] { return m_db->commit(); });
    m_acceptance->setLeaveAtOnce({});
    if (written)
        carryOut(work, effects, dispatching.departures());
    else
        giveUp(work, effects, dispatching.departures(), written.error());
}

// What is settled makes room at once; what is new leaves at once where it may; the rest by its turn.
Result<void> Engine::write(Work &work, Effects &effects, Dispatching &dispatching)
{
    const bool sends = m_options.dispatch && m_status.mode != EngineStatus::Mode::Draining;
    return freshenBook()
        .and_then([&] { return settle(work.results, effects); })
        .and_then([&] { return saveHealth(); })
        .and_then([&] { return saveDueClock(effects); })
        .and_then([&] {
            effects.freed = effects.settled;
            for (quint64 ticket : std::as_const(effects.freed))
                m_book.finished(m_underWay.value(ticket).delivery.target);
            if (sends)
                m_acceptance->setLeaveAtOnce(
                    [&](RunningTarget &running, const Delivery &delivery, const MediaEvent &event) {
                        return dispatching.leaveAtOnce(running, delivery, event);
                    });
            return noticeTargets(work);
        })
        .and_then([&] { return accept(work.submissions, effects); })
        .and_then([&] {
            m_acceptance->setLeaveAtOnce({}); // an order may be taken back alone
            return obey(work.orders, effects);
        })
        .and_then([&] {
            m_book.expectProbes(m_due.now()); // this may be the very moment at which one is due
            return sends ? dispatching.dispatch(effects.changed) : Result<void>();
        })
        .map([&] { m_goesOn = dispatching.goesOn(); });
}

Result<void> Engine::freshenBook()
{
    if (!m_bookIsStale)
        return {};
    return TargetStore(*m_db).all().map([this](const QList<CallbackTarget> &targets) {
        m_book.load(targets, m_due.now());
        m_bookIsStale = false;
    });
}

// An event is matched with the targets as they are, whoever changed them a moment ago: nobody can while we write.
Result<void> Engine::noticeTargets(const Work &work)
{
    if (work.submissions.empty() || m_db->dataVersion() == m_dataVersion)
        return {};
    TargetStore store(*m_db);
    const auto version = store.version();
    if (!version || *version == m_targetsVersion)
        return version.map([](qint64) {});
    return store.all().map([&](const QList<CallbackTarget> &targets) {
        m_book.load(targets, m_due.now());
        m_targetsVersion = *version;
    });
}

Result<void> Engine::saveHealth()
{
    HealthStore store(*m_db);
    Result<void> saved;
    for (TargetId id : std::as_const(m_unsavedHealth)) {
        const RunningTarget *running = m_book.find(id);
        const auto since = running ? running->brakes.failingSince() : std::nullopt;
        saved = saved.and_then([&] {
            const bool open = running && running->brakes.isOpen();
            return since || open
                ? store.save({id, since.value_or(m_due.now()), running->brakes.isOpen(), running->brakes.probes()})
                : store.remove(id);
        });
    }
    return saved;
}

// Ahead of itself, so that nothing that is written now lies in the future of a start with an earlier clock.
Result<void> Engine::saveDueClock(Effects &effects)
{
    const Timestamp now = m_due.now();
    const bool dueAgain = m_options.dispatch && now > m_dueClockSaved; // it is the dispatcher's
    effects.dueClock = dueAgain ? now + kDueClockAhead : m_dueClockSaved;
    if (!dueAgain)
        return {};
    return SettingStore(*m_db).set(kDueClock, QString::number(stored(effects.dueClock)));
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
        auto accepted = m_acceptance->accept(submission.events, effects.changed, submission.fingerprints);
        if (!accepted && isStoreError(accepted.error()))
            return tl::unexpected(accepted.error());
        effects.assetsChanged |= accepted && accepted->accepted > 0;
        effects.answers.emplace_back([&submission, accepted] { submission.done(accepted); });
    }
    return {};
}

Result<void> Engine::obey(std::vector<Order> &orders, Effects &effects)
{
    const auto current = orders.empty() ? Result<bool>(true) : vaultIsCurrent();
    if (!current)
        return tl::unexpected(current.error());
    for (Order &order : orders) {
        if (order.needsVault && !*current) {
            effects.answers.emplace_back([&order] {
                order.done(
                    fail(ErrorCode::Conflict, QStringLiteral("The vault's key was changed meanwhile. Try again.")));
            });
            continue;
        }
        Orders writing(*m_db, m_book, m_parts.clock, m_due, m_options.actor);
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
        .map([this](const QList<CallbackTarget> &targets) { m_book.load(targets, m_due.now()); });
}

void Engine::carryOut(Work &work, Effects &effects, QList<Departure> &departures)
{
    m_unsavedHealth.clear();
    m_book.settle();
    m_dueClockSaved = effects.dueClock;
    takeBack(work.results);
    QList<TransportRequest> requests;
    for (Departure &departure : departures) {
        effects.changed.insert(departure.underWay.delivery.id);
        m_underWay.insert(departure.request.ticket, departure.underWay);
        requests.append(std::move(departure.request));
    }
    if (!requests.isEmpty())
        m_parts.transport.send(std::move(requests));
    if (effects.settingsChanged) {
        if (loadSettings()) {
            applySettings();
            m_inbox->put([](Work &) {}); // another cycle, which releases what waited for them
        } else {
            m_dataVersion = -1; // read again in half a second, as if somebody else had written them
        }
    }
    for (const auto &answer : effects.answers)
        answer();
    for (const TransportResult &result : std::as_const(work.results))
        m_tests.take(result);
    if (m_options.dispatch && m_status.mode != EngineStatus::Mode::Draining)
        m_tokens.fetch();

    m_untoldDeliveries += effects.changed;
    m_untold.targets |= effects.targetsChanged;
    m_untold.assets |= effects.assetsChanged;
    if ((!m_untoldDeliveries.isEmpty() || m_untold.targets || m_untold.assets) && !m_tellTimer.isActive())
        m_tellTimer.start(kTellEvery);
    m_status.accepted = m_acceptance->owed();
    if (m_status.mode == EngineStatus::Mode::Failing) {
        if (std::exchange(m_failureSaid, false))
            qCInfo(lcEngine).noquote() << "The workspace can be written again.";
        setStatus(m_options.dispatch ? EngineStatus::Mode::Running : EngineStatus::Mode::Watching,
                  m_options.watchedBecause);
    }
    if (m_status.mode == EngineStatus::Mode::Draining && m_underWay.isEmpty())
        finishDraining();
    else
        armDueTimer();
}

// What came back and is written: its places are free already.
void Engine::takeBack(const QList<TransportResult> &results)
{
    for (const TransportResult &result : results) {
        const auto underWay = m_underWay.constFind(result.ticket);
        if (underWay == m_underWay.constEnd())
            continue;
        const TargetId target = underWay->delivery.target;
        Exchange exchange = result.exchange;
        if (underWay->elsewhere || underWay->wantsAnotherToken(exchange))
            exchange.errorClass = ErrorClass::Cancelled; // nobody's health
        m_underWay.erase(underWay);
        ++m_status.finished;
        noteFailing(target, m_book.came(target, exchange, m_due.now()));
    }
}

// A target that has done nothing but fail for days is paused; everything it is owed is kept.
void Engine::noteFailing(TargetId target, bool healthChanged)
{
    if (healthChanged)
        m_unsavedHealth.insert(target);
    const RunningTarget *running = m_book.find(target);
    m_goesOn |= running && running->brakes.wantsProbe(m_due.now()); // a probe came back untouched: another may leave
    const auto end = running ? switchOffAt(running->brakes.failingSince()) : std::nullopt;
    if (!end || *end > m_due.now() || running->target.state != TargetState::Enabled)
        return;
    Order order;
    order.write = [target](Workplace &place) {
        const auto reason = QStringLiteral("Callboard paused it: nothing arrived for five days.");
        place.orders.actAs(QStringLiteral("Callboard"));
        return place.orders.setTargetState(target, TargetState::Paused, reason).map([](const CallbackTarget &) {});
    };
    order.done = [](const Result<void> &) {}; // what comes back next tries again
    m_inbox->put([&order](Work &work) { work.orders.push_back(std::move(order)); });
}

void Engine::giveUp(Work &work, const Effects &effects, const QList<Departure> &departures, const Error &error)
{
    m_db->rollback();
    m_db->recycleLog();
    for (quint64 ticket : effects.freed)
        m_book.started(m_underWay.value(ticket).delivery.target);
    Exchange untouched;
    untouched.errorClass = ErrorClass::Cancelled;
    for (const Departure &departure : departures) {
        m_book.finished(departure.underWay.delivery.target);
        m_book.came(departure.underWay.delivery.target, untouched, m_due.now());
    }
    m_bookIsStale = true; // it may know what was not written
    m_book.expectWork();
    m_unsettled = std::move(work.results);
    refuse(work, error);
    if (m_status.mode != EngineStatus::Mode::Draining) {
        const bool saidLately = m_failureSaidAt && m_due.now() - *m_failureSaidAt < kSayAgainAfter;
        if (!m_failureSaid && !saidLately) {
            m_failureSaid = true;
            m_failureSaidAt = m_due.now();
            qCWarning(lcEngine).noquote()
                << "The workspace can't be written; it is tried again every second:" << error.detail;
        }
        setStatus(EngineStatus::Mode::Failing, error.detail);
    }
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

} // namespace callboard

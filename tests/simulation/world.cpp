#include "tests/simulation/world.h"

#include "core/store/tables/settingstore.h"

#include <QCoreApplication>

#include <algorithm>

namespace callboard::sim {

namespace {

constexpr int kReceivers = 4;
constexpr int kMostWakings = 20'000; // in one step: far above what any schedule asks for

} // namespace

World::World(const QString &path, quint64 seed)
    : workspace(path)
    , receivers(kReceivers)
    , m_jitter(seed ^ 0x6A69747465720000ULL)
    , m_expiry(seed ^ 0x6578706972790000ULL)
{
}

World::~World()
{
    kill();
}

void World::make()
{
    transport = std::make_unique<SimTransport>(clock, *this);
    EngineParts parts{clock, *transport, vault.loader(), [this] { return m_jitter.fraction(); }};
    parts.storeFault = [this](const QString &sql) { return faults.at(sql); };
    engine = std::make_unique<Engine>(std::move(parts), EngineOptions{});
    m_due = std::make_unique<DueClock>(clock); // as the engine's own, which does not go back from one to the next
    if (const auto before = SettingStore(*store).value(kDueClock)) {
        const Timestamp saved = timeFrom(before->toLongLong());
        if (m_due->now() < saved - kDueClockAhead)
            m_due->advanceTo(saved);
    }
    isDrained = false;
    QObject::connect(engine.get(), &Engine::statusChanged, engine.get(),
                     [this](const EngineStatus &now) { status = now; });
    QObject::connect(engine.get(), &Engine::drained, engine.get(), [this] { isDrained = true; });
}

void World::departing(const TransportRequest &request, const SimTransport &by)
{
    observer->departing(request, by);
    sentIn.insert(request.ticket, incarnation);
}

void World::answered(const TransportRequest &request, const Exchange &exchange)
{
    reported.insert(request.ticket, exchange);
    observer->answered(request, exchange);
}

bool World::start()
{
    ++incarnation;
    const int hits = faults.hits();
    make();
    const auto started = engine->start(workspace);
    if (!started) {
        if (faults.hits() == hits)
            violated(QStringLiteral("the engine does not start: %1").arg(started.error().detail));
        kill();
        return false;
    }
    spin();
    return true;
}

void World::kill()
{
    vault.setGate(true); // an engine waits for whom it has asked
    engine.reset();
    transport.reset();
    m_timers.forget();
}

void World::spin()
{
    if (!engine)
        return;
    // What is posted while events are sent waits for the next round. The longest chain: an order asks for the vault,
    // the vault answers, the order is carried out, and what it set is taken up.
    constexpr int kRounds = 4;
    for (int i = 0; i < kRounds; ++i) {
        vault.settle();
        QCoreApplication::sendPostedEvents(engine.get());
    }
    m_timers.look(*engine, clock.steady());
}

std::optional<Milliseconds> World::untilNextTimer() const
{
    const auto next = engine ? m_timers.nextForWork(*engine) : std::nullopt;
    return next ? std::optional(std::max(next->at - clock.steady(), Milliseconds(0))) : std::nullopt;
}

void World::passTime(Milliseconds step)
{
    const Milliseconds end = clock.steady() + step;
    for (int wakings = 0; engine; ++wakings) {
        if (wakings == kMostWakings)
            return violated(QStringLiteral("the engine wakes without end"));
        const auto ringing = m_timers.next(*engine);
        const auto expiry = nextExpiry();
        const Milliseconds at = std::min(ringing ? ringing->at : Milliseconds::max(), //
                                         expiry ? *expiry : Milliseconds::max());
        if (at > end)
            break;
        clock.advance(std::max(at - clock.steady(), Milliseconds(0)));
        note(QStringLiteral("    at %1 ms").arg(clock.steady().count()));
        if (expiry && *expiry <= clock.steady())
            expireHanging();
        else
            m_timers.fire(*ringing->timer);
        spin();
    }
    clock.advance(std::max(end - clock.steady(), Milliseconds(0)));
    if (!engine)
        return;
    for (QTimer *timer : m_timers.repeating(*engine))
        m_timers.fire(*timer);
    spin();
}

void World::sleepThrough(Milliseconds step)
{
    clock.advance(step);
    passTime(Milliseconds(0));
}

qsizetype World::receiverIndex(const TransportRequest &request)
{
    return request.url.host().section(u'.', 0, 0).mid(1).toInt(); // r2.example
}

TransportResult World::answerTo(const TransportRequest &request, Dice &dice)
{
    return {request.ticket, receiverOf(request).answer(request, dice)};
}

void World::violated(const QString &what)
{
    if (violation.isEmpty())
        violation = what;
}

std::optional<Milliseconds> World::nextExpiry() const
{
    std::optional<Milliseconds> first;
    for (const OpenRequest &one : transport->open()) {
        const Milliseconds at = one.since + one.request.totalTimeout;
        if (receivers[receiverIndex(one.request)].mood == Mood::Hanging && (!first || at < *first))
            first = at;
    }
    return first;
}

// A real transport keeps its own time: nothing hangs longer than its target allows.
void World::expireHanging()
{
    QList<TransportResult> results;
    for (const OpenRequest &one : std::as_const(transport->open())) {
        Receiver &receiver = receiverOf(one.request);
        if (receiver.mood == Mood::Hanging && one.since + one.request.totalTimeout <= clock.steady())
            results.append({one.request.ticket, receiver.expire(one.request, m_expiry)});
    }
    transport->report(results);
}

} // namespace callboard::sim

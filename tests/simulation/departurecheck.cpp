#include "tests/simulation/departurecheck.h"

#include <algorithm>

namespace callboard::sim {

namespace {

constexpr int kMostInAll = 256;
constexpr int kMostOfAPipelining = 128;
constexpr Milliseconds kLongestFault = std::chrono::hours(24 * 5); // with the longest sleep in the middle of it
constexpr double kLeastOfADelay = 0.8;                             // the schedule's delays are moved by up to a fifth

QString assetOf(Witness &witness, quint64 ticket)
{
    const int token = witness.tokens.value(witness.deliveryOf.value(ticket));
    return token == 0 ? QString() : witness.world.model.event(token).asset;
}

} // namespace

struct DepartureCheck::Record {
    CallbackTarget target; // the limits and the state alone
    bool removed = false;
    Delivery delivery;
    Outcome outcome = Outcome::Pending;
    int number = 1;           // of the attempt
    int arrived = 0;          // attempts of this delivery that were accepted
    bool closedEarly = false; // by an urgent event
    bool probe = false;       // the circuit is open: it goes to find out
};

void DepartureCheck::departing(const TransportRequest &request, const SimTransport &transport)
{
    const auto record = recordOf(request);
    if (!record)
        return violated(request, QStringLiteral("it left without a row on disk"));
    m_witness.deliveryOf.insert(request.ticket, record->delivery.id);
    m_retries.insert(request.ticket, record->target.retry);
    m_world.note(QStringLiteral("    request %1 leaves: delivery %2 to target %3, ~%4~ of %5")
                     .arg(request.ticket)
                     .arg(record->delivery.id.value)
                     .arg(request.target.value)
                     .arg(tokenOf(request.body))
                     .arg(record->delivery.asset));
    checkRecord(request, *record);
    checkTime(request, *record);
    checkRoom(request, *record, transport);
    checkRate(request, *record);
    checkContent(request, *record);
    checkOrder(request, *record, transport);
}

std::optional<DepartureCheck::Record> DepartureCheck::recordOf(const TransportRequest &request)
{
    static const QString sql = QStringLiteral(
        "SELECT a.outcome, a.number, d.id, d.state, d.due_at, d.replay_of, d.asset, d.target_id, d.window_ms, "
        "d.replay_content, "
        "t.state, t.removed_at IS NOT NULL, t.ordered, t.pipelining, t.max_in_flight, t.connections, "
        "t.pipeline_depth, d.window_reason, t.rate, t.retry, t.revision, "
        "EXISTS (SELECT 1 FROM target_health h WHERE h.target_id = t.id AND h.circuit_open <> 0), "
        "(SELECT COUNT(*) FROM attempt x WHERE x.delivery_id = d.id AND x.outcome = 1) "
        "FROM attempt a JOIN delivery d ON d.id = a.delivery_id JOIN target t ON t.id = d.target_id WHERE a.id = ?");
    std::optional<Record> found;
    const auto read = m_witness.store.each(sql, {qint64(request.ticket)}, [&found](auto &row) {
        Record record;
        int column = 0;
        const auto next = [&] { return row.value(column++).toLongLong(); };
        record.outcome = Outcome(next());
        record.number = int(next());
        record.delivery.id = {next()};
        record.delivery.state = DeliveryState(next());
        record.delivery.dueAt = Timestamp(Milliseconds(next()));
        record.delivery.replayOf = {next()};
        record.delivery.asset = row.value(column++).toString();
        record.delivery.target = {next()};
        record.delivery.window = Milliseconds(next());
        record.delivery.replayContent = ReplayContent(next());
        record.target.state = TargetState(next());
        record.removed = next() != 0;
        record.target.ordered = next() != 0;
        record.target.pipelining = next() != 0;
        record.target.maxInFlight = int(next());
        record.target.connections = int(next());
        record.target.pipelineDepth = int(next());
        record.closedEarly = row.value(column++).toString().startsWith(QLatin1String("closed early"));
        record.target.rate = rateFrom(row.value(column++).toString()).value_or(Rate{});
        record.target.retry = RetryPolicy::parse(row.value(column++).toString()).value_or(RetryPolicy{});
        record.target.revision = int(next());
        record.probe = next() != 0;
        record.arrived = int(next());
        found = record;
    });
    if (!read)
        violated(request, read.error().detail);
    return found;
}

void DepartureCheck::checkRecord(const TransportRequest &request, const Record &record)
{
    const Delivery &delivery = record.delivery;
    if (m_world.sentIn.contains(request.ticket))
        violated(request, QStringLiteral("one attempt left twice"));
    if (record.outcome != Outcome::Pending || delivery.state != DeliveryState::Sending)
        violated(request,
                 QStringLiteral("the store says %1, delivery %2, while it leaves")
                     .arg(toString(record.outcome), toString(delivery.state)));
    if (record.arrived > 0)
        violated(request, QStringLiteral("it left again although it had arrived"));
    if (headerOf(request, "webhook-id") != webhookId(m_witness.store.tag(), delivery.id).toUtf8())
        violated(request, QStringLiteral("its webhook-id is not its delivery's"));
    if (record.removed || (record.target.state != TargetState::Enabled && !delivery.replayOf.isValid()))
        violated(request,
                 QStringLiteral("its target is %1")
                     .arg(record.removed ? QStringLiteral("removed") : toString(record.target.state)));
    if (m_world.status.mode == EngineStatus::Mode::Draining)
        violated(request, QStringLiteral("it left while the engine was stopping"));
}

void DepartureCheck::checkTime(const TransportRequest &request, const Record &record)
{
    const Delivery &delivery = record.delivery;
    const Milliseconds now = m_world.clock.steady();
    if (delivery.dueAt > m_world.dueNow())
        violated(request,
                 QStringLiteral("it left %1 ms before it was due").arg((delivery.dueAt - m_world.dueNow()).count()));
    if (m_witness.hastened.contains(delivery.id) || record.probe)
        return;
    const auto earliest = m_witness.notBefore.constFind(delivery.id);
    if (earliest != m_witness.notBefore.cend() && earliest->incarnation == m_world.incarnation
        && now < earliest->steady)
        violated(request, QStringLiteral("it was tried again %1 ms too early").arg((earliest->steady - now).count()));
    const auto birth = m_witness.births.constFind(delivery.id);
    if (birth != m_witness.births.cend() && birth->incarnation == m_world.incarnation && record.number == 1
        && !record.closedEarly && now - birth->steady < delivery.window)
        violated(request, QStringLiteral("it left before its window of %1 ms was over").arg(delivery.window.count()));
}

void DepartureCheck::checkRoom(const TransportRequest &request, const Record &record, const SimTransport &transport)
{
    const auto own = std::count_if(transport.open().begin(), transport.open().end(),
                                   [&](const OpenRequest &one) { return one.request.target == request.target; });
    const int most = record.target.pipelining ? kMostOfAPipelining : record.target.maxInFlight;
    if (own >= std::min(most, transport.inFlight(record.target)))
        violated(request, QStringLiteral("%1 were in flight for its target already").arg(own));
    if (transport.open().size() >= kMostInAll)
        violated(request, QStringLiteral("%1 were in flight in all already").arg(transport.open().size()));
}

// In any span of the rate's length no more than it says, and what its bucket holds.
void DepartureCheck::checkRate(const TransportRequest &request, const Record &record)
{
    constexpr qint64 kHeld = 100; // milliseconds' worth
    const Rate &rate = record.target.rate;
    if (!rate.isSet())
        return;
    Spell &spell = m_spells[request.target];
    if (spell.revision != record.target.revision || spell.incarnation != m_world.incarnation)
        spell = {record.target.revision, m_world.incarnation, {}};
    const Milliseconds now = m_world.clock.steady();
    spell.departures.removeIf([&](Milliseconds at) { return at <= now - rate.per; });
    spell.departures.append(now);
    const qint64 held = std::max<qint64>(rate.count * kHeld / rate.per.count(), 1);
    if (spell.departures.size() > rate.count + held)
        violated(request, QStringLiteral("%1 left in %2").arg(spell.departures.size()).arg(formatDuration(rate.per)));
}

void DepartureCheck::checkOrder(const TransportRequest &request, const Record &record, const SimTransport &transport)
{
    const Delivery &delivery = record.delivery;
    if (!record.target.ordered)
        return;
    for (const OpenRequest &one : transport.open()) {
        if (one.request.target == request.target && assetOf(m_witness, one.request.ticket) == delivery.asset)
            violated(request, QStringLiteral("another of asset %1 was in flight").arg(delivery.asset));
    }
    const int token = m_witness.tokens.value(delivery.id);
    if (delivery.replayOf.isValid() || token == 0)
        return;
    int &newest = m_witness.newestSent[{request.target, delivery.asset}];
    const int order = m_world.model.order(token);
    if (order < newest)
        violated(request,
                 QStringLiteral("state ~%1~ of asset %2 left after a newer one").arg(token).arg(delivery.asset));
    newest = std::max(newest, order);
}

void DepartureCheck::checkContent(const TransportRequest &request, const Record &record)
{
    const Delivery &delivery = record.delivery;
    const int token = tokenOf(request.body);
    if (token == 0 || m_world.model.event(token).asset != delivery.asset)
        return violated(request, QStringLiteral("its body is no state of asset %1").arg(delivery.asset));
    const int before = m_witness.tokens.value(delivery.id, token);
    if (before != token)
        violated(request, QStringLiteral("it said ~%1~ before and says ~%2~ now").arg(before).arg(token));
    // What the original had sent by then: what it sends later is no business of a replay that has spoken already.
    const bool firstTime = !m_witness.tokens.contains(delivery.id);
    const int original = m_witness.tokens.value(delivery.replayOf, token);
    if (firstTime && delivery.replayContent == ReplayContent::SameBytes && original != token)
        violated(request, QStringLiteral("it replays ~%1~ and says ~%2~").arg(original).arg(token));
    m_witness.tokens.insert(delivery.id, token);
}

void DepartureCheck::answered(const TransportRequest &request, const Exchange &exchange)
{
    const bool untouched = exchange.tail == Tail::Unprocessed || exchange.errorClass == ErrorClass::Cancelled;
    const QList<Milliseconds> delays = m_retries.take(request.ticket).delays; // as they were when it left
    constexpr int kGone = 410; // held, and goes when the target is switched on again
    if (exchange.outcome == Outcome::Delivered || exchange.status == kGone || untouched)
        return;
    const auto shortest = std::min_element(delays.begin(), delays.end());
    const Milliseconds delay = shortest == delays.end() ? Milliseconds(0) : *shortest;
    const Milliseconds least(qint64(double(delay.count()) * kLeastOfADelay));
    const Milliseconds asked = exchange.retryAfter.value_or(std::chrono::seconds(0));
    if (exchange.status == 429 || exchange.status == 503) {
        NotBefore &quiet = m_witness.quiet[request.target];
        // Where the store fails nobody knows when the engine takes note of it, from which moment it counts.
        const bool mayFail = m_world.faults.hits() > 0 || m_world.faults.isArmed();
        const Milliseconds noted = mayFail ? kLongestFault : Milliseconds(0);
        const Milliseconds until = m_world.clock.steady() + asked + noted;
        if (quiet.incarnation != m_world.incarnation || quiet.steady < until)
            quiet = {until, m_world.incarnation};
    }
    m_witness.notBefore.insert(m_witness.deliveryOf.value(request.ticket),
                               {m_world.clock.steady() + std::max(least, asked), m_world.incarnation});
}

void DepartureCheck::violated(const TransportRequest &request, const QString &what)
{
    m_world.violated(QStringLiteral("request %1 of delivery %2 to target %3: %4")
                         .arg(request.ticket)
                         .arg(m_witness.deliveryOf.value(request.ticket).value)
                         .arg(request.target.value)
                         .arg(what));
}

} // namespace callboard::sim

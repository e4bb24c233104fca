#include "core/engine/settling.h"

#include "core/engine/judgement.h"
#include "core/engine/orders.h"
#include "core/security/secretvalues.h"
#include "core/store/tables/attemptstore.h"
#include "core/store/tables/deliverystore.h"

#include <algorithm>

namespace callboard {

Settling::Settling(Database &db, TargetBook &book, const Clock &clock, const DueClock &due,
                   const std::function<double()> &random)
    : m_db(db)
    , m_book(book)
    , m_clock(clock)
    , m_due(due)
    , m_random(random)
{
}

Result<Settled> Settling::settle(const QList<TransportResult> &results, const QHash<quint64, UnderWay> &underWay,
                                 QSet<DeliveryId> &changed)
{
    Settled settled;
    for (const TransportResult &result : results) {
        const auto found = underWay.constFind(result.ticket);
        if (found == underWay.constEnd())
            continue;
        if (auto done = settleOne(result, *found); !done)
            return tl::unexpected(done.error());
        settled.tickets.append(result.ticket);
        changed.insert(found->delivery.id);
    }
    changed += m_moved;
    settled.targetsChanged = m_targetsChanged;
    return settled;
}

Result<void> Settling::settleOne(const TransportResult &result, const UnderWay &underWay)
{
    const Delivery &delivery = underWay.delivery;
    Exchange exchange = underWay.filter ? withoutSecrets(result.exchange, *underWay.filter) : result.exchange;
    auto tries = triesOf(exchange, delivery);
    if (!tries)
        return tl::unexpected(tries.error());
    const bool again = underWay.wantsAnotherToken(exchange);
    Judgement judgement = again
        ? judgeRefusedToken(exchange, m_due.now())
        : judge(exchange, delivery, underWay.retry, *tries, m_due.now(), m_clock.now(), m_random());
    Q_ASSERT(canBecome(DeliveryState::Sending, judgement.change.state));
    RunningTarget *running = m_book.find(delivery.target);
    if (again && running)
        running->token.refused(underWay.grant);
    if (again)
        exchange.note += (exchange.note.isEmpty() ? QString() : QStringLiteral(" ")) + tokenRefusedNote();
    const bool coalesces = running && running->target.coalesceWindow.count() > 0;
    if (!running && !isFinal(judgement.change.state)) {
        judgement.change.state = DeliveryState::Cancelled;
        judgement.change.error = QStringLiteral("Its target was removed.");
        judgement.change.finishedAt = m_clock.now();
    }
    if (running && judgement.change.state == DeliveryState::Retrying)
        expectAgain(*running, judgement.change);
    return AttemptStore(m_db)
        .complete({qint64(result.ticket)}, exchange, m_clock.now())
        .and_then([&] {
            noteAttempt(delivery.target, exchange);
            return DeliveryStore(m_db).apply(delivery, judgement.change);
        })
        .and_then([&] { return judgement.targetGone ? switchOff(delivery.target) : Result<void>(); })
        .and_then([&]() -> Result<void> {
            return coalesces && !isFinal(judgement.change.state) ? giveWay(delivery) : Result<void>();
        });
}

void Settling::noteAttempt(TargetId target, const Exchange &exchange)
{
    const Timestamp now = m_clock.now();
    if (exchange.outcome == Outcome::InDoubt)
        m_db.note(ActivityKind::AttemptInDoubt, target, now);
    else if (exchange.outcome != Outcome::Delivered)
        m_db.note(ActivityKind::AttemptFailed, target, now);
    const bool answered = exchange.outcome == Outcome::Delivered || exchange.outcome == Outcome::Rejected;
    if (answered && exchange.timings.done)
        m_db.note(latencyKind(latencyClass(*exchange.timings.done)), target, now);
}

void Settling::expectAgain(RunningTarget &running, const DeliveryChange &change)
{
    const bool holds = running.holds(); // then it is held with the others
    running.mayNeedMoving |= holds;
    if (holds || change.dueAt.value_or(Timestamp::max()) <= m_due.now())
        m_book.expectWork(running);
}

// A try that nobody looked at is no reason to give up earlier.
Result<int> Settling::triesOf(const Exchange &exchange, const Delivery &delivery)
{
    if (exchange.outcome == Outcome::Delivered || delivery.attempts < 2)
        return delivery.attempts;
    return AttemptStore(m_db).untouched(delivery.id).map([&](int untouched) {
        return std::max(1, delivery.attempts - untouched);
    });
}

// While it was under way a newer state came to wait behind it; that one carries everything there is to say.
Result<void> Settling::giveWay(const Delivery &delivery)
{
    if (delivery.replayOf.isValid())
        return {};
    DeliveryStore store(m_db);
    return store.newerOpen(delivery).and_then([&](std::optional<DeliveryId> newer) -> Result<void> {
        if (!newer)
            return {};
        return store.supersede(delivery.target, delivery.asset, *newer, m_clock.now())
            .map([this](const QList<DeliveryId> &old) { m_moved += QSet<DeliveryId>(old.begin(), old.end()); });
    });
}

Result<void> Settling::switchOff(TargetId target)
{
    const RunningTarget *running = m_book.find(target);
    if (!running || running->target.state == TargetState::Disabled)
        return {}; // removed meanwhile, or the operator said so first
    Orders orders(m_db, m_book, m_clock, m_due, QStringLiteral("receiver: 410 Gone"));
    auto gone = orders.setTargetState(target, TargetState::Gone,
                                      QStringLiteral("The receiver answered 410 Gone: it wants no more callbacks."));
    m_moved += orders.changed();
    m_targetsChanged = true;
    return gone.map([](const CallbackTarget &) {});
}

} // namespace callboard

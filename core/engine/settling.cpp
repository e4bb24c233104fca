#include "core/engine/settling.h"

#include "core/engine/judgement.h"
#include "core/engine/orders.h"
#include "core/store/tables/attemptstore.h"
#include "core/store/tables/deliverystore.h"

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
    const Judgement judgement = judge(result.exchange, underWay.delivery, underWay.retry, underWay.delivery.attempts,
                                      m_due.now(), m_clock.now(), m_random());
    Q_ASSERT(canBecome(DeliveryState::Sending, judgement.change.state));
    return AttemptStore(m_db)
        .complete({qint64(result.ticket)}, result.exchange, m_clock.now())
        .and_then([&] { return DeliveryStore(m_db).apply(underWay.delivery.id, judgement.change); })
        .and_then([&] { return judgement.targetGone ? switchOff(underWay.delivery.target) : Result<void>(); });
}

Result<void> Settling::switchOff(TargetId target)
{
    if (!m_book.find(target))
        return {}; // removed meanwhile
    Orders orders(m_db, m_book, m_clock, m_due);
    auto gone = orders.setTargetState(target, TargetState::Gone,
                                      QStringLiteral("The receiver answered 410 Gone: it wants no more callbacks."));
    m_moved += orders.changed();
    m_targetsChanged = true;
    return gone.map([](const CallbackTarget &) {});
}

} // namespace callboard

// Records what came back: completes attempts and moves their deliveries on. Runs inside the caller's transaction.
// Engine thread.
#pragma once

#include "core/engine/dispatching.h"
#include "core/store/tables/deliverystore.h"

#include <QHash>

#include <functional>

namespace callboard {

struct Settled {
    QList<quint64> tickets;
    bool targetsChanged = false; // a receiver answered 410
};

class Settling {
public:
    Settling(Database &db, TargetBook &book, const Clock &clock, const DueClock &due,
             const std::function<double()> &random);

    // Results of tickets that are not under way are left alone.
    [[nodiscard]] Result<Settled> settle(const QList<TransportResult> &results,
                                         const QHash<quint64, UnderWay> &underWay, QSet<DeliveryId> &changed);

private:
    Result<void> settleOne(const TransportResult &result, const UnderWay &underWay);
    void noteAttempt(TargetId target, const Exchange &exchange);
    void expectAgain(RunningTarget &running, const DeliveryChange &change);
    Result<int> triesOf(const Exchange &exchange, const Delivery &delivery);
    Result<void> giveWay(const Delivery &delivery);
    Result<void> switchOff(TargetId target);

    Database &m_db;
    TargetBook &m_book;
    const Clock &m_clock;
    const DueClock &m_due;
    const std::function<double()> &m_random;
    bool m_targetsChanged = false;
    QSet<DeliveryId> m_moved;
};

} // namespace callboard

// Picks what is due, within the limits, and puts each attempt on disk before it may leave. Runs inside the caller's
// transaction; what it returns may be sent only after the commit. Engine thread.
#pragma once

#include "core/domain/delivery.h"
#include "core/engine/requestbuilder.h"
#include "core/engine/targetbook.h"
#include "core/store/sql/database.h"
#include "core/transport/transport.h"

#include <QSet>

namespace callboard {

inline constexpr int kMostInFlight = 256;

// A request that has left or is about to, and what its result has to be judged against.
struct UnderWay {
    Delivery delivery; // attempts counts this one
    RetryPolicy retry;
};

struct Departure {
    TransportRequest request; // ticket: the attempt's id
    UnderWay underWay;
};

class Dispatching {
public:
    Dispatching(Database &db, TargetBook &book, const Clock &clock, const DueClock &due);

    [[nodiscard]] Result<QList<Departure>> dispatch(const Transport &transport, QSet<DeliveryId> &changed);

private:
    Result<void> dispatchTarget(RunningTarget &running, int room, QList<Departure> &departures,
                                QSet<DeliveryId> &changed);
    Result<void> depart(const RunningTarget &running, Delivery delivery, QList<Departure> &departures);
    Result<RequestContext> contextFor(const Delivery &delivery);
    Result<void> giveUp(const Delivery &delivery, const Error &error);

    Database &m_db;
    TargetBook &m_book;
    const Clock &m_clock;
    const DueClock &m_due;
};

} // namespace callboard

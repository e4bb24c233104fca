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
    bool elsewhere = false; // not at its target's address: its answer says nothing about the target
    quint64 grant = 0;      // of the token it shows (AccessToken); 0: none
    bool renewed = false;   // the token it showed the time before was refused
    std::shared_ptr<const SecretFilter> filter{}; // takes what it shows out of what comes back

    // The receiver takes that token no more: it may take a new one.
    [[nodiscard]] bool wantsAnotherToken(const Exchange &exchange) const
    {
        return grant != 0 && !renewed && exchange.protocol == Protocol::Http && exchange.status == 401;
    }
};

struct Departure {
    TransportRequest request; // ticket: the attempt's id
    UnderWay underWay;
};

class Dispatching {
public:
    Dispatching(Database &db, TargetBook &book, const Clock &clock, const DueClock &due, const Transport &transport);

    // A delivery that is new and due: its row, its attempt's row, and away, where the target has room and nothing waits
    // before it. False: nothing was done.
    [[nodiscard]] Result<bool> leaveAtOnce(RunningTarget &running, Delivery delivery, const MediaEvent &event);
    // What is due, of all targets with work.
    [[nodiscard]] Result<void> dispatch(QSet<DeliveryId> &changed);

    // Something may go still that did not: another cycle has to look for it.
    [[nodiscard]] bool goesOn() const { return m_goesOn; }
    // What may be sent once all this is committed. They count as started in the book already.
    [[nodiscard]] QList<Departure> &departures() { return m_departures; }

private:
    [[nodiscard]] int roomFor(const RunningTarget &running, bool byHand) const;
    [[nodiscard]] bool mayShow(RunningTarget &running) const;
    Result<void> dispatchTarget(RunningTarget &running, QSet<DeliveryId> &changed);
    Result<void> moveOwed(RunningTarget &running, QSet<DeliveryId> &changed);
    Result<void> sendReady(RunningTarget &running, bool byHand, int room, QSet<DeliveryId> &changed);
    Result<void> lookBehind(RunningTarget &running);
    Result<void> depart(RunningTarget &running, const Delivery &delivery);
    Result<BuiltRequest> build(const RunningTarget &running, const Delivery &delivery, MediaEvent event);
    Result<void> leave(RunningTarget &running, const Delivery &delivery, BuiltRequest built);
    Result<RequestContext> contextFor(const Delivery &delivery);
    Result<void> giveUp(const Delivery &delivery, const Error &error);

    Database &m_db;
    TargetBook &m_book;
    const Clock &m_clock;
    const DueClock &m_due;
    const Transport &m_transport;
    QList<Departure> m_departures;
    bool m_goesOn = false;
};

} // namespace callboard

// A transport that keeps every request until the simulation says what becomes of it: results come back out of order,
// in batches, late, or never before the end.
#pragma once

#include "core/transport/transport.h"

#include <QList>

namespace callboard::sim {

struct OpenRequest {
    TransportRequest request;
    Milliseconds since{0}; // steady time
};

class SimTransport;

// Hears of everything on its way.
class WireObserver {
public:
    virtual ~WireObserver() = default;
    virtual void departing(const TransportRequest &request, const SimTransport &transport) = 0; // before it is open
    virtual void answered(const TransportRequest &request, const Exchange &exchange) = 0; // before the engine knows
};

class SimTransport final : public Transport {
    Q_OBJECT

public:
    SimTransport(const Clock &clock, WireObserver &observer);

    void send(QList<TransportRequest> batch) override;
    void cancelAll() override;
    [[nodiscard]] int inFlight(const CallbackTarget &target) const override;

    void report(const QList<TransportResult> &results);
    [[nodiscard]] const QList<OpenRequest> &open() const { return m_open; } // oldest first

private:
    const Clock &m_clock;
    WireObserver &m_observer;
    QList<OpenRequest> m_open;
};

} // namespace callboard::sim

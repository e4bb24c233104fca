#include "tests/simulation/simtransport.h"

#include <algorithm>

namespace callboard::sim {

SimTransport::SimTransport(const Clock &clock, WireObserver &observer)
    : m_clock(clock)
    , m_observer(observer)
{
}

void SimTransport::send(QList<TransportRequest> batch)
{
    for (TransportRequest &request : batch) {
        m_observer.departing(request, *this);
        m_open.append({std::move(request), m_clock.steady()});
    }
}

void SimTransport::cancelAll()
{
    QList<TransportResult> results;
    for (const OpenRequest &one : std::as_const(m_open)) {
        TransportResult result{one.request.ticket, {}};
        result.exchange.outcome = Outcome::InDoubt;
        result.exchange.errorClass = ErrorClass::Cancelled;
        result.exchange.errorText = QStringLiteral("Simulated: stopped.");
        results.append(result);
    }
    report(results);
}

int SimTransport::inFlight(const CallbackTarget &target) const
{
    constexpr int kConnectionsOfAHost = 6;
    return target.pipelining ? target.connections * target.pipelineDepth : kConnectionsOfAHost;
}

void SimTransport::report(const QList<TransportResult> &results)
{
    for (const TransportResult &result : results) {
        const auto found = std::find_if(m_open.begin(), m_open.end(), [&result](const OpenRequest &one) {
            return one.request.ticket == result.ticket;
        });
        Q_ASSERT(found != m_open.end());
        m_observer.answered(found->request, result.exchange);
        m_open.erase(found);
    }
    if (!results.isEmpty())
        emit finished(results);
}

} // namespace callboard::sim

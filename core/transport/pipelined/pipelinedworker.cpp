#include "core/transport/pipelined/pipelinedworker.h"

#include "core/transport/pipelined/origin.h"
#include "core/transport/requestcheck.h"

namespace callboard {

namespace {

constexpr qsizetype kMostRemembered = 256; // origins without a connection, for what was learnt about them

} // namespace

PipelinedWorker::PipelinedWorker(Resolver &resolver, const Clock &clock)
    : m_resolver(resolver)
    , m_clock(clock)
{
}

PipelinedWorker::~PipelinedWorker() = default;

void PipelinedWorker::obey(Orders orders)
{
    for (const TransportRequest &request : std::as_const(orders.cancelled))
        add({request.ticket, notBegun(wayOf(request), RequestEnd::Cancelled)});
    if (orders.cancelRunning) {
        const auto origins = m_origins; // cancelling may empty some
        for (Origin *origin : origins)
            origin->cancelAll();
    }
    QList<Origin *> busy;
    for (TransportRequest &request : orders.requests) {
        if (const auto problem = requestProblem(request)) {
            add({request.ticket, exchangeFrom({Outcome::NotSent, ErrorClass::Configuration, *problem})});
            continue;
        }
        Origin *origin = originFor(request);
        origin->enqueue(std::move(request));
        if (busy.isEmpty() || busy.last() != origin)
            busy.append(origin);
    }
    for (Origin *origin : std::as_const(busy))
        origin->pump();
}

void PipelinedWorker::flush()
{
    if (!m_results.isEmpty())
        emit finished(std::exchange(m_results, {}));
}

void PipelinedWorker::add(TransportResult result)
{
    if (m_results.isEmpty())
        QMetaObject::invokeMethod(this, &PipelinedWorker::flush, Qt::QueuedConnection);
    m_results.append(std::move(result));
}

Origin *PipelinedWorker::originFor(const TransportRequest &request)
{
    const Key key{request.target.isValid() ? request.target.value : --m_lastLoneKey, wayOf(request)};
    const auto known = m_origins.constFind(key);
    return known != m_origins.cend() ? *known : makeOrigin(key);
}

Origin *PipelinedWorker::makeOrigin(const Key &key)
{
    auto *origin = new Origin(
        key.way, m_resolver, m_clock, [this](TransportResult result) { add(std::move(result)); }, this);
    connect(origin, &Origin::becameEmpty, this, [this, key] {
        if (key.target < 0 || m_origins.size() > kMostRemembered)
            forget(key);
    });
    m_origins.insert(key, origin);
    return origin;
}

void PipelinedWorker::forget(const Key &key)
{
    if (Origin *origin = m_origins.take(key))
        origin->deleteLater();
}

} // namespace callboard

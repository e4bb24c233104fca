#include "core/transport/pipelined/origin.h"

#include <algorithm>

namespace callboard {

using std::chrono::steady_clock;
using namespace std::chrono_literals;

namespace {

constexpr int kMostReturns = 3;
constexpr auto kPauseAfterFailedDial = 1s;

} // namespace

Origin::Origin(Way way, Resolver &resolver, const Clock &clock, Report report, QObject *parent)
    : QObject(parent)
    , m_way(std::move(way))
    , m_resolver(resolver)
    , m_clock(clock)
    , m_report(std::move(report))
{
}

Origin::~Origin()
{
    qDeleteAll(m_pipelines); // they listen to their sockets and report here
    qDeleteAll(m_dialers);
}

void Origin::enqueue(TransportRequest request)
{
    m_connections = std::max(request.connections, 1);
    m_depth = std::max(request.pipelineDepth, 1);
    m_dialLimit = std::min(request.connectTimeout, request.totalTimeout);
    Flight flight;
    flight.request = std::move(request);
    flight.queuedAt = steady_clock::now();
    m_waiting.push_back(std::move(flight));
}

bool Origin::isEmpty() const
{
    return m_waiting.empty() && m_pipelines.isEmpty() && m_dialers.isEmpty();
}

void Origin::pump()
{
    if (std::exchange(m_pumping, true))
        return;
    const QString why = m_caution.oneAtATime(m_clock.steady());
    // Once more with what could not be written and came back.
    while (fill(why)) {
        const auto pipelines = m_pipelines; // one may end while it writes
        for (Pipeline *pipeline : pipelines)
            pipeline->transmit();
    }
    m_pumping = false;
    dial(!why.isEmpty());
    if (isEmpty())
        emit becameEmpty();
}

bool Origin::fill(const QString &oneAtATime)
{
    const QString note = oneAtATime.isEmpty() ? QString() : QStringLiteral("sent one at a time: ") + oneAtATime;
    const int depth = oneAtATime.isEmpty() ? m_depth : 1;
    bool filled = false;
    while (!m_waiting.empty()) {
        Pipeline *best = nullptr;
        int most = 0;
        for (Pipeline *pipeline : std::as_const(m_pipelines)) {
            if (const int free = room(*pipeline, depth); free > most) {
                best = pipeline;
                most = free;
            }
        }
        if (!best)
            break;
        m_waiting.front().note = note;
        best->add(std::move(m_waiting.front()));
        m_waiting.pop_front();
        filled = true;
    }
    return filled;
}

int Origin::room(const Pipeline &pipeline, int depth) const
{
    if (!pipeline.takesMore())
        return 0;
    const int free = (pipeline.mustProveItself() ? 1 : depth) - pipeline.outstanding();
    const int longest = m_caution.requestsPerConnection();
    return longest == 0 ? free : std::min(free, longest - pipeline.taken());
}

bool Origin::oneIsBeingTried() const
{
    return !m_dialers.isEmpty() || std::any_of(m_pipelines.begin(), m_pipelines.end(), [](const Pipeline *pipeline) {
        return pipeline->begunWithOne() && pipeline->answers() == 0;
    });
}

void Origin::dial(bool oneAtATime)
{
    if (m_waiting.empty())
        return;
    if (m_caution.startsWithOne()) {
        if (writable() < m_connections && !oneIsBeingTried())
            dialOnce();
        return;
    }
    const auto depth = static_cast<size_t>(oneAtATime ? 1 : m_depth);
    const auto useful = static_cast<qsizetype>((m_waiting.size() + depth - 1) / depth);
    const qsizetype standing = writable();
    while (m_dialers.size() < useful && standing + m_dialers.size() < m_connections) {
        if (standing > 0 && steady_clock::now() < m_noMoreDialsUntil)
            return;
        dialOnce();
    }
}

// One that takes no more holds only what was written before: it is no reason to let the rest wait for its end.
qsizetype Origin::writable() const
{
    return std::count_if(m_pipelines.begin(), m_pipelines.end(),
                         [](const Pipeline *pipeline) { return pipeline->isWritable(); });
}

void Origin::dialOnce()
{
    auto *dialer = new Dialer(m_way, m_dialLimit, m_resolver, this);
    m_dialers.append(dialer);
    connect(dialer, &Dialer::connected, this, [this, dialer] { dialed(dialer); });
    connect(dialer, &Dialer::failed, this, [this, dialer](const Verdict &verdict) { dialFailed(dialer, verdict); });
    dialer->begin();
}

void Origin::dialed(Dialer *dialer)
{
    remove(dialer);
    auto *pipeline = new Pipeline(dialer->takeLine(), m_way, m_clock, m_caution.generation(), *this, this);
    if (m_caution.startsWithOne())
        pipeline->beginWithOne();
    m_pipelines.append(pipeline);
    pump();
}

void Origin::dialFailed(Dialer *dialer, const Verdict &verdict)
{
    remove(dialer);
    m_noMoreDialsUntil = steady_clock::now() + kPauseAfterFailedDial;
    if (writable() == 0 && m_dialers.isEmpty())
        failWaiting(*dialer, verdict);
    if (isEmpty())
        emit becameEmpty();
}

void Origin::remove(Dialer *dialer)
{
    m_dialers.removeOne(dialer);
    dialer->deleteLater();
}

void Origin::failWaiting(const Dialer &dialer, const Verdict &verdict)
{
    const Moment now = steady_clock::now();
    for (const Flight &flight : std::exchange(m_waiting, {})) {
        Exchange exchange = exchangeFrom(verdict);
        exchange.remoteAddress = dialer.line().remoteAddress;
        exchange.timings = dialer.line().steps;
        exchange.timings.done = elapsed(std::max(dialer.line().begunAt, flight.queuedAt), now);
        requestEnded(flight.request.ticket, std::move(exchange));
    }
}

void Origin::cancelAll()
{
    m_pumping = true;
    qDeleteAll(std::exchange(m_dialers, {}));
    const auto pipelines = m_pipelines;
    for (Pipeline *pipeline : pipelines) {
        if (pipeline->holdsRequests())
            pipeline->cancel();
    }
    // Last: what never left came back from the connections.
    for (const Flight &flight : std::exchange(m_waiting, {}))
        requestEnded(flight.request.ticket, notBegun(m_way, RequestEnd::Cancelled));
    m_pumping = false;
    if (isEmpty())
        emit becameEmpty();
}

void Origin::answerCame(const Pipeline &pipeline, bool behindAnother, bool goesOn)
{
    m_caution.answered({behindAnother, pipeline.begunWithOne(), goesOn, pipeline.answers()});
}

void Origin::requestEnded(quint64 ticket, Exchange exchange)
{
    if (!exchange.remoteAddress.isEmpty())
        exchange.note = withProxy(exchange.note, m_way.proxy());
    m_report({ticket, std::move(exchange)});
}

void Origin::requestsReturned(Flights unsent)
{
    takeBack(std::move(unsent));
    pump();
}

void Origin::roomMade()
{
    if (!m_waiting.empty())
        pump();
}

void Origin::pipelineEnded(Pipeline *pipeline, Ending ending, const Caution::Past &past, Flights unsent)
{
    m_pipelines.removeOne(pipeline);
    pipeline->deleteLater();
    m_caution.ended(ending, past, m_clock.steady());
    if (ending != Ending::Cancelled) {
        for (Flight &flight : unsent)
            ++flight.returns;
    }
    takeBack(std::move(unsent));
    pump();
}

void Origin::takeBack(Flights unsent)
{
    for (; !unsent.empty(); unsent.pop_back()) {
        Flight &flight = unsent.back();
        if (flight.returns > kMostReturns)
            requestEnded(flight.request.ticket, notBegun(m_way, RequestEnd::Finished));
        else
            m_waiting.push_front(std::move(flight));
    }
}

} // namespace callboard

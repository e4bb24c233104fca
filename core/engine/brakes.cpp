#include "core/engine/brakes.h"

#include "core/domain/targethealth.h"

#include <algorithm>

namespace callboard {

namespace {

constexpr Milliseconds kLongestQuiet = std::chrono::hours(24);

// Too many at a time may be why; an answer such as 404 says nothing of that, nor do all those that were lost with one
// connection.
bool isOverload(const Exchange &exchange)
{
    if (exchange.tail == Tail::Lost)
        return false;
    return exchange.outcome == Outcome::NotSent || exchange.outcome == Outcome::InDoubt || exchange.status == 429
        || exchange.status >= 500;
}

} // namespace

bool isNoSignOfHealth(const Exchange &exchange)
{
    return exchange.tail == Tail::Unprocessed || exchange.errorClass == ErrorClass::Cancelled
        || exchange.errorClass == ErrorClass::Interrupted || exchange.errorClass == ErrorClass::Configuration
        || exchange.errorClass == ErrorClass::Policy;
}

void Brakes::restore(Timestamp failingSince, bool circuitOpen, int probes, Timestamp now)
{
    m_failingSince = failingSince;
    if (circuitOpen)
        m_breaker.restore(probes, now);
}

void Brakes::startSlowly()
{
    m_atATime = 1;
}

void Brakes::forget()
{
    m_breaker.close();
    m_failingSince.reset();
    m_quietUntil = {};
    startSlowly();
}

int Brakes::roomByHand(int inFlight, Timestamp now) const
{
    return now < m_quietUntil ? 0 : std::min(m_bucket.available(now), m_atATime - inFlight);
}

int Brakes::room(int inFlight, Timestamp now) const
{
    if (wantsProbe(now))
        return std::min(1, roomByHand(0, now)); // whatever else is still under way
    return isOpen() ? 0 : roomByHand(inFlight, now);
}

bool Brakes::wantsProbe(Timestamp now) const
{
    return m_breaker.circuit() == Circuit::Open && m_breaker.probeAt() <= now;
}

std::optional<Timestamp> Brakes::wakeAt(Timestamp now) const
{
    if (m_breaker.circuit() == Circuit::Probing)
        return std::nullopt;
    Timestamp at = std::max(m_quietUntil, m_bucket.nextAt(now));
    if (m_breaker.circuit() == Circuit::Open)
        at = std::max(at, m_breaker.probeAt());
    return at > now ? std::optional(at) : std::nullopt;
}

QString Brakes::reason() const
{
    return isOpen() ? openCircuitReason(m_breaker.reason()) : QString();
}

void Brakes::left(Timestamp now)
{
    m_bucket.take(1, now);
    if (wantsProbe(now))
        m_breaker.probe(now);
}

bool Brakes::came(const Exchange &exchange, Timestamp now)
{
    const auto state = [this] { return std::tuple(isOpen(), m_failingSince, m_breaker.probes()); };
    const auto before = state();
    if (!isNoSignOfHealth(exchange))
        count(exchange.outcome == Outcome::Delivered, exchange, now);
    else if (m_breaker.circuit() == Circuit::Probing)
        m_breaker.probeLost(now);
    return state() != before;
}

void Brakes::count(bool arrived, const Exchange &exchange, Timestamp now)
{
    const bool wasOpen = isOpen();
    m_breaker.record(arrived, now);
    if (arrived) {
        if (isOpen())
            return; // it had left before, or was sent by hand: a probe decides
        m_failingSince.reset();
        m_atATime = wasOpen ? 1 : std::min(m_atATime + 1, kMostAtATime);
        return;
    }
    if (!m_failingSince)
        m_failingSince = now;
    if (isOverload(exchange))
        m_atATime = std::max(m_atATime / 2, 1);
    if ((exchange.status == 429 || exchange.status == 503) && exchange.retryAfter)
        m_quietUntil = std::max(m_quietUntil, now + std::min<Milliseconds>(*exchange.retryAfter, kLongestQuiet));
}

} // namespace callboard

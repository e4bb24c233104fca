#include "core/engine/breaker.h"

#include <algorithm>

namespace callboard {

namespace {

using namespace std::chrono_literals;

constexpr int kFewestAttempts = 10;
constexpr int kPercentThatOpens = 70;
constexpr Milliseconds kSlotLength = 10s;
constexpr Milliseconds kFirstWait = 30s;
constexpr Milliseconds kLongestWait = 10min;

qint64 slotNumber(Timestamp time)
{
    return time.time_since_epoch() / kSlotLength;
}

Milliseconds waitAfter(int failedProbes)
{
    constexpr int kDoublings = 5; // more are past the longest
    return std::min(kFirstWait * (1 << std::clamp(failedProbes, 0, kDoublings)), kLongestWait);
}

} // namespace

void CircuitBreaker::record(bool arrived, Timestamp now)
{
    switch (m_circuit) {
    case Circuit::Open: return;
    case Circuit::Probing:
        if (arrived)
            return close();
        ++m_probes;
        return open(now + waitAfter(m_probes));
    case Circuit::Closed: break;
    }
    count(arrived, slotNumber(now));
    const Counts counts = recent(slotNumber(now));
    // An attempt that arrived is no reason to stop, whatever came before it.
    if (arrived || counts.attempts < kFewestAttempts || counts.failures * 100 < counts.attempts * kPercentThatOpens)
        return;
    m_opened = counts;
    open(now + waitAfter(0));
}

void CircuitBreaker::count(bool arrived, qint64 number)
{
    Slot &slot = m_slots[size_t(number) % kSlots];
    if (slot.number != number)
        slot = {number, 0, 0};
    ++slot.attempts;
    slot.failures += arrived ? 0 : 1;
}

CircuitBreaker::Counts CircuitBreaker::recent(qint64 number) const
{
    Counts counts;
    for (const Slot &slot : m_slots) {
        // Slots of a time that has not come yet are from before the clock was set back.
        if (slot.number > number - qint64(kSlots) && slot.number <= number) {
            counts.attempts += slot.attempts;
            counts.failures += slot.failures;
        }
    }
    return counts;
}

void CircuitBreaker::open(Timestamp probeAt)
{
    m_circuit = Circuit::Open;
    m_probeAt = probeAt;
}

void CircuitBreaker::probe(Timestamp now)
{
    if (m_circuit != Circuit::Open)
        return;
    m_circuit = Circuit::Probing;
    m_probeAt = now;
}

void CircuitBreaker::probeLost(Timestamp now)
{
    if (m_circuit == Circuit::Probing)
        open(now);
}

void CircuitBreaker::restore(int probes, Timestamp now)
{
    close();
    m_probes = std::max(probes, 0);
    open(now);
}

void CircuitBreaker::close()
{
    *this = {};
}

QString CircuitBreaker::reason() const
{
    if (m_circuit == Circuit::Closed)
        return {};
    if (m_opened.attempts == 0)
        return QStringLiteral("it was failing when Callboard last ended");
    return QStringLiteral("%1 of the last %2 attempts failed").arg(m_opened.failures).arg(m_opened.attempts);
}

} // namespace callboard

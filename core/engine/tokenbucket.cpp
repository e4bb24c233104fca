#include "core/engine/tokenbucket.h"

#include <algorithm>
#include <climits>

namespace callboard {

namespace {

using namespace std::chrono_literals;

constexpr qint64 kBurst = 100; // milliseconds
constexpr qint64 kLate = 50;   // a bucket for one request goes on filling for so long when it is not emptied in time
constexpr Milliseconds kSmallStep = 1s;

qint64 roundedUp(qint64 parts, qint64 by)
{
    return (parts + by - 1) / by;
}

} // namespace

// Where 100 ms bring fewer than two requests, the room for one has to be wider than one: else whatever comes between
// the moment it is full and the moment it is emptied, be it the rounding to milliseconds, would be lost for good.
qint64 TokenBucket::capacity() const
{
    const qint64 count = m_rate.count;
    return std::max(count * kBurst, m_rate.per.count() + count * kLate);
}

void TokenBucket::setRate(const Rate &rate, Timestamp now)
{
    if (rate == m_rate)
        return;
    const bool had = m_rate.isSet();
    const Level before = levelAt(now);
    const qint64 oldParts = m_rate.per.count();
    m_rate = rate;
    if (!rate.isSet())
        return;
    // In whole requests and the rest, since their product with the new parts could overflow.
    const qint64 parts = rate.per.count();
    const qint64 kept = before.parts / oldParts * parts + before.parts % oldParts * parts / oldParts;
    m_level = {had ? std::min(kept, capacity()) : capacity(), before.at};
}

TokenBucket::Level TokenBucket::levelAt(Timestamp now) const
{
    if (!m_rate.isSet())
        return {0, now};
    // Time that goes back brings nothing. After a small step the bucket waits until it has caught up, so that no
    // millisecond counts twice; after a large one it goes on from there.
    if (now < m_level.at)
        return {m_level.parts, m_level.at - now > kSmallStep ? now : m_level.at};
    const qint64 room = capacity() - m_level.parts;
    const qint64 elapsed = std::min<qint64>((now - m_level.at).count(), roundedUp(room, m_rate.count));
    return {std::min(m_level.parts + elapsed * m_rate.count, capacity()), now};
}

int TokenBucket::available(Timestamp now) const
{
    if (!m_rate.isSet())
        return INT_MAX;
    return int(std::max<qint64>(levelAt(now).parts / m_rate.per.count(), 0));
}

void TokenBucket::take(int count, Timestamp now)
{
    if (!m_rate.isSet() || count <= 0)
        return;
    m_level = levelAt(now);
    m_level.parts -= count * m_rate.per.count();
}

Timestamp TokenBucket::nextAt(Timestamp now) const
{
    if (!m_rate.isSet())
        return now;
    const Level level = levelAt(now);
    const qint64 missing = m_rate.per.count() - level.parts;
    if (missing <= 0)
        return now;
    return level.at + Milliseconds(roundedUp(missing, m_rate.count));
}

} // namespace callboard

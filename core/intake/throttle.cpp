#include "core/intake/throttle.h"

#include <algorithm>

namespace callboard {

Throttle::Throttle(const Rate &rate, int burst, size_t mostCallers)
    : m_interval(rate.isSet() ? Nanoseconds(rate.per) / rate.count : Nanoseconds(0))
    , m_ahead(m_interval * std::max(burst - 1, 0))
    , m_mostCallers(mostCallers)
{
}

Throttle::Nanoseconds Throttle::take(const QByteArray &caller, Nanoseconds now)
{
    if (m_interval.count() == 0)
        return Nanoseconds(0);
    Entry &entry = entryOf(caller);
    const Nanoseconds due = std::max(entry.next, now);
    if (due - now > m_ahead)
        return due - now - m_ahead;
    entry.next = due + m_interval;
    return Nanoseconds(0);
}

Throttle::Entry &Throttle::entryOf(const QByteArray &caller)
{
    if (const auto known = m_byCaller.constFind(caller); known != m_byCaller.constEnd()) {
        m_entries.splice(m_entries.begin(), m_entries, *known);
        return m_entries.front();
    }
    if (m_entries.size() >= m_mostCallers) {
        m_byCaller.remove(m_entries.back().caller);
        m_entries.pop_back();
    }
    m_entries.push_front({caller, {}});
    m_byCaller.insert(caller, m_entries.begin());
    return m_entries.front();
}

} // namespace callboard

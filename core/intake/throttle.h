// How often each caller may come: evenly at a rate, with a burst before that. Callers are forgotten in the order in
// which they were last seen, so that no crowd of them takes memory. A value of the door's thread.
#pragma once

#include "core/domain/rate.h"

#include <QByteArray>
#include <QHash>

#include <chrono>
#include <list>

namespace callboard {

class Throttle {
public:
    using Nanoseconds = std::chrono::nanoseconds;

    // A rate that is not set lets everybody through.
    Throttle(const Rate &rate, int burst, size_t mostCallers = 1024);

    // How long until the caller may come again; 0: now, and it is counted. `now` never steps.
    [[nodiscard]] Nanoseconds take(const QByteArray &caller, Nanoseconds now);
    [[nodiscard]] size_t callers() const { return m_entries.size(); }

private:
    struct Entry {
        QByteArray caller;
        Nanoseconds next{}; // when it would be due if it came evenly
    };
    using Entries = std::list<Entry>; // the one that was seen last comes first

    Entry &entryOf(const QByteArray &caller);

    Nanoseconds m_interval{0};
    Nanoseconds m_ahead{0}; // so far may it be before its time
    size_t m_mostCallers;
    Entries m_entries;
    QHash<QByteArray, Entries::iterator> m_byCaller;
};

} // namespace callboard

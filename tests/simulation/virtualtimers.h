// The engine's own timers on the fake clock: when each would fire is read off it after everything the engine does, and
// it is fired from here. So the engine wakes only when it has asked to be woken, and what it forgets to ask for shows.
#pragma once

#include "core/domain/clock.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QTimer>

#include <optional>

namespace callboard::sim {

class VirtualTimers {
public:
    struct Ringing {
        QTimer *timer = nullptr;
        Milliseconds at{0};
    };

    void forget() { *this = {}; }
    // What was armed since the last look was armed now.
    void look(const QObject &owner, Milliseconds now);
    // The next that rings for a reason; those that ring again and again are not among them.
    [[nodiscard]] std::optional<Ringing> next(const QObject &owner) const;
    // The next of those that ring to the millisecond: work waits for them.
    [[nodiscard]] std::optional<Ringing> nextForWork(const QObject &owner) const;
    // Those that ring again and again, by themselves or because they set themselves anew whenever they ring.
    [[nodiscard]] QList<QTimer *> repeating(const QObject &owner) const;
    void fire(QTimer &timer);

private:
    template <class Rings>
    [[nodiscard]] std::optional<Ringing> first(const QObject &owner, Rings rings) const;

    QHash<QTimer *, Milliseconds> m_armed; // when they ring
    QSet<QTimer *> m_repeating;
};

} // namespace callboard::sim

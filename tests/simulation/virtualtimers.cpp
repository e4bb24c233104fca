#include "tests/simulation/virtualtimers.h"

#include <QCoreApplication>
#include <QTimerEvent>

namespace callboard::sim {

// A timer that was read is set to an interval of our own: whoever finds another there knows it was set anew.
void VirtualTimers::look(const QObject &owner, Milliseconds now)
{
    constexpr auto kRead = std::chrono::milliseconds(0x3FFFFFFF);
    for (QTimer *timer : owner.findChildren<QTimer *>(Qt::FindDirectChildrenOnly)) {
        if (!timer->isSingleShot())
            continue;
        if (!timer->isActive()) {
            m_armed.remove(timer);
        } else if (timer->intervalAsDuration() != kRead) {
            m_armed.insert(timer, now + timer->intervalAsDuration());
            timer->start(kRead);
        }
    }
}

template <class Rings>
std::optional<VirtualTimers::Ringing> VirtualTimers::first(const QObject &owner, Rings rings) const
{
    std::optional<Ringing> found;
    for (QTimer *timer : owner.findChildren<QTimer *>(Qt::FindDirectChildrenOnly)) {
        const auto armed = m_armed.constFind(timer);
        if (armed != m_armed.cend() && rings(timer) && (!found || *armed < found->at))
            found = Ringing{timer, *armed};
    }
    return found;
}

std::optional<VirtualTimers::Ringing> VirtualTimers::next(const QObject &owner) const
{
    return first(owner, [this](QTimer *timer) { return !m_repeating.contains(timer); });
}

std::optional<VirtualTimers::Ringing> VirtualTimers::nextForWork(const QObject &owner) const
{
    return first(owner, [](const QTimer *timer) { return timer->timerType() == Qt::PreciseTimer; });
}

QList<QTimer *> VirtualTimers::repeating(const QObject &owner) const
{
    QList<QTimer *> timers = owner.findChildren<QTimer *>(Qt::FindDirectChildrenOnly);
    timers.removeIf([this](QTimer *timer) {
        return !timer->isActive() || (timer->isSingleShot() && !m_repeating.contains(timer));
    });
    return timers;
}

void VirtualTimers::fire(QTimer &timer)
{
    QTimerEvent event(timer.timerId());
    QCoreApplication::sendEvent(&timer, &event);
    if (timer.isActive() && timer.timerType() != Qt::PreciseTimer)
        m_repeating.insert(&timer);
}

} // namespace callboard::sim

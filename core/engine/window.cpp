#include "core/engine/window.h"

#include <algorithm>
#include <cmath>

namespace callboard {

namespace {

using namespace std::chrono_literals;

constexpr int kOften = 3;              // changes of one asset in one window
constexpr double kBusyPerWindow = 100; // changes of all of a target's assets in one window

QString words(Milliseconds length)
{
    return formatDuration(std::chrono::round<std::chrono::seconds>(length));
}

} // namespace

Window nextWindow(const CallbackTarget &target, const std::optional<WindowBefore> &before, double eventsPerMinute)
{
    const Milliseconds shortest = target.coalesceWindow;
    if (!target.adaptsWindow())
        return {shortest, {}};
    const Milliseconds longest = target.coalesceLongest;
    const bool remembered = before && before->closedFor <= longest;
    const Milliseconds last = remembered ? std::clamp(before->length, shortest, longest) : shortest;
    const double inWindow = eventsPerMinute * double(last.count()) / double(Milliseconds(1min).count());

    if (remembered && before->changes >= kOften) {
        const Milliseconds length = std::min(last * 2, longest);
        return {length,
                QStringLiteral("%1 %2: the asset changed %3 times in the %4 before")
                    .arg(length > last ? QStringLiteral("widened to") : QStringLiteral("kept at the longest,"),
                         words(length))
                    .arg(before->changes)
                    .arg(words(before->length))};
    }
    if (inWindow >= kBusyPerWindow) {
        const Milliseconds length = std::min(last * 2, longest);
        return {length,
                QStringLiteral("%1 %2: the target's assets change %3 times a minute")
                    .arg(length > last ? QStringLiteral("widened to") : QStringLiteral("kept at the longest,"),
                         words(length))
                    .arg(qRound64(eventsPerMinute))};
    }
    if (!remembered)
        return {shortest, QStringLiteral("%1, the shortest: the asset was quiet").arg(words(shortest))};
    const Milliseconds length = std::max(last / 2, shortest);
    return {length,
            length < last
                ? QStringLiteral("narrowed to %1: the asset changed %2 in the %3 before")
                      .arg(words(length), before->changes == 1 ? QStringLiteral("once") : QStringLiteral("twice"),
                           words(before->length))
                : QStringLiteral("%1, the shortest: the asset changes seldom").arg(words(length))};
}

QString closedEarlyBecause(Trigger urgent)
{
    return QStringLiteral("closed early: “%1” is urgent").arg(QString(info(urgent).word));
}

void Pace::count(Timestamp now)
{
    m_value = perMinute(now) + 1;
    m_at = now;
}

double Pace::perMinute(Timestamp now) const
{
    const double minutes = double((now - m_at).count()) / double(Milliseconds(1min).count());
    return m_value * std::exp(-std::max(minutes, 0.0));
}

} // namespace callboard

#include "ui/deliveries/windowstory.h"

#include "core/engine/window.h"
#include "ui/deliveries/deliverytext.h"

#include <QCoreApplication>
#include <QLocale>

namespace callboard {

namespace {

using namespace std::chrono_literals;

constexpr Milliseconds kSlack = 500ms; // between a window's end and the request that leaves for it
constexpr Milliseconds kTurn = 2s;     // more than this after it is a wait of its own

struct Story {
    Q_DECLARE_TR_FUNCTIONS(callboard::WindowStory)
};

// Whole seconds from ten on, as windows are set up in: nobody reads the fraction of a minute.
QString length(Milliseconds time)
{
    const qint64 seconds = std::chrono::round<std::chrono::seconds>(time).count();
    if (seconds >= 10 && seconds < 120)
        return Story::tr("%1 s").arg(QLocale().toString(seconds));
    if (seconds >= 120 && seconds % 60 == 0)
        return Story::tr("%1 min").arg(QLocale().toString(seconds / 60));
    return deliverytext::duration(time);
}

std::optional<Timestamp> leftAt(const DeliveryDetail &detail)
{
    return detail.attempts.isEmpty() ? std::nullopt : std::optional(detail.attempts.constFirst().startedAt);
}

std::optional<Trigger> urgentOne(const Delivery &delivery)
{
    for (const TriggerInfo &entry : allTriggers()) {
        if (delivery.windowReason == closedEarlyBecause(entry.trigger))
            return entry.trigger;
    }
    return std::nullopt;
}

QString opening(const Delivery &delivery)
{
    const QString when = deliverytext::exact(delivery.createdAt);
    const QString time = length(delivery.window);
    if (delivery.windowReason.isEmpty() || urgentOne(delivery))
        return Story::tr("The window opened %1, for %2 as the target is set up.").arg(when, time);
    return Story::tr("The window opened %1, for %2 (%3).").arg(when, time, delivery.windowReason);
}

QString closing(const DeliveryDetail &detail, Timestamp now)
{
    const Delivery &delivery = detail.row.delivery;
    if (const auto urgent = urgentOne(delivery))
        return Story::tr("It closed early: “%1” is urgent.").arg(QString(info(*urgent).word));
    const Timestamp end = delivery.createdAt + delivery.window;
    if (const auto left = leftAt(detail)) {
        return *left + kSlack < end ? Story::tr("It was sent before the window's end.")
                                    : Story::tr("It closed when its time was up.");
    }
    if (delivery.state == DeliveryState::Waiting)
        return Story::tr("It closes %1; what happens to the asset until then joins this request.",
                         "followed by in 42 s or due now")
            .arg(deliverytext::in(delivery.dueAt, now));
    return delivery.state == DeliveryState::Cancelled ? Story::tr("Nothing was sent for it.") : QString();
}

QString saved(const Delivery &delivery)
{
    return Story::tr("%1: %2", "14 events became one request: 13 requests saved")
        .arg(Story::tr("%n events became one request", nullptr, delivery.merged + 1),
             Story::tr("%n requests saved", nullptr, delivery.merged));
}

QString waited(const Delivery &delivery, Milliseconds wait)
{
    const Milliseconds turn = wait - delivery.window;
    if (delivery.window.count() == 0)
        return wait < kTurn ? Story::tr("No window was open: it left %1 after its event").arg(length(wait))
                            : Story::tr("No window was open, but it waited %1 for its turn").arg(length(wait));
    if (turn < kTurn)
        return Story::tr("Waited %1 for the window").arg(length(wait));
    return Story::tr("Waited %1: %2 for the window and %3 for its turn")
        .arg(length(wait), length(delivery.window), length(turn));
}

QString cost(const DeliveryDetail &detail)
{
    const Delivery &delivery = detail.row.delivery;
    const auto left = leftAt(detail);
    if (!left)
        return {};
    const QString wait = waited(delivery, std::max(*left - delivery.createdAt, Milliseconds(0)));
    if (delivery.merged > 0)
        return Story::tr("%1; %2.", "a sentence and what was saved").arg(wait, saved(delivery));
    if (delivery.window.count() == 0)
        return wait + QLatin1Char('.');
    return Story::tr("%1; nothing else happened to the asset meanwhile.").arg(wait);
}

} // namespace

QStringList windowStory(const DeliveryDetail &detail, Timestamp now)
{
    const Delivery &delivery = detail.row.delivery;
    QStringList story;
    if (delivery.replayOf.isValid()) {
        story << Story::tr("A replay waits for no window. These are the events of delivery %1, which it repeats.")
                     .arg(delivery.replayOf.value);
    } else if (delivery.window.count() > 0) {
        story << opening(delivery) << closing(detail, now) << cost(detail);
    } else {
        story << cost(detail);
    }
    if (delivery.supersededBy.isValid()) {
        story << Story::tr("Delivery %1 took its place with a newer state of the asset.")
                     .arg(delivery.supersededBy.value);
    }
    story.removeAll(QString());
    return story;
}

} // namespace callboard

#include "core/engine/coalescing.h"

namespace callboard {

namespace {

QString heldBecause(const RunningTarget &running)
{
    if (!running.blockedBecause.isEmpty())
        return running.blockedBecause;
    return running.target.state == TargetState::Gone ? running.target.stateReason
                                                     : QStringLiteral("The target is paused.");
}

} // namespace

Delivery newDelivery(DeliveryId id, const RunningTarget &running, const MediaEvent &event, Timestamp now)
{
    const Milliseconds window = running.target.coalesceWindow;
    Delivery delivery;
    delivery.id = id;
    delivery.target = running.target.id;
    delivery.asset = event.asset;
    delivery.trigger = event.trigger;
    delivery.firstEvent = event.id;
    delivery.latestEvent = event.id;
    delivery.createdAt = event.receivedAt;
    delivery.dueAt = now + window;
    delivery.state = window.count() > 0 ? DeliveryState::Waiting : DeliveryState::Queued;
    if (running.holds()) {
        delivery.state = DeliveryState::Held;
        delivery.error = heldBecause(running);
    }
    return delivery;
}

} // namespace callboard

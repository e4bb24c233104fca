#include "core/engine/coalescing.h"

namespace callboard {

Delivery newDelivery(DeliveryId id, const RunningTarget &running, const MediaEvent &event, const Window &window,
                     Timestamp now)
{
    const bool urgent = window.length.count() > 0 && running.target.urgent.has(event.trigger);
    Delivery delivery;
    delivery.id = id;
    delivery.target = running.target.id;
    delivery.asset = event.asset;
    delivery.trigger = event.trigger;
    delivery.firstEvent = event.id;
    delivery.latestEvent = event.id;
    delivery.createdAt = event.receivedAt;
    delivery.window = window.length;
    delivery.windowReason = urgent ? closedEarlyBecause(event.trigger) : window.reason;
    delivery.dueAt = urgent ? now : now + window.length;
    delivery.state = window.length.count() > 0 && !urgent ? DeliveryState::Waiting : DeliveryState::Queued;
    if (running.holds()) {
        delivery.state = DeliveryState::Held;
        delivery.error = running.holdsBecause();
    }
    return delivery;
}

} // namespace callboard

// When a new delivery may leave. With a window it waits for the window's end and takes in what comes meanwhile
// (seeds/spark-media-callback.txt, line 22); without one, or for an urgent trigger, it is due at once. A target that
// holds keeps it. Pure.
#pragma once

#include "core/domain/delivery.h"
#include "core/domain/event.h"
#include "core/engine/targetbook.h"
#include "core/engine/window.h"

namespace callboard {

[[nodiscard]] Delivery newDelivery(DeliveryId id, const RunningTarget &running, const MediaEvent &event,
                                   const Window &window, Timestamp now);

} // namespace callboard

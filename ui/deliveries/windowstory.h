// The story of a delivery's window in whole sentences: when it opened, for how long and why, how it closed, what the
// wait cost and what it saved. Pure.
#pragma once

#include "core/store/deliveryquery.h"

namespace callboard {

// In order of time; empty only before anything is known.
[[nodiscard]] QStringList windowStory(const DeliveryDetail &detail, Timestamp now);

} // namespace callboard

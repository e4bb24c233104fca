// A replay of all that match a filter as a line of text, for whoever goes on with it at another start: what is left are
// the same deliveries but for those that were repeated since. Targets stand by their numbers and moments in UTC, so
// that it means the same whenever, wherever and however they are called then. Pure.
#pragma once

#include "core/domain/error.h"
#include "core/store/deliveryquery.h"

#include <QString>

namespace callboard {

// `newest`: the newest that is to be repeated; nothing that came in later belongs to it.
[[nodiscard]] QString replayPlan(DeliveryFilter filter, DeliveryId newest);
// All of it has to be understood: what were left out would let through more than was asked for.
[[nodiscard]] Result<DeliveryFilter> filterOfPlan(const QString &plan);

} // namespace callboard

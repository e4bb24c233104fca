// What a replay changed, held against the try before it: fixed, regressed, still failing, still passing. Pure.
#pragma once

#include "core/store/deliveryquery.h"

#include <QString>

namespace callboard {

struct ReplayVerdict {
    bool delivered = false;
    QString sentence; // empty: there is nothing to compare yet
};

[[nodiscard]] ReplayVerdict replayVerdict(const DeliveryDetail &detail);

} // namespace callboard

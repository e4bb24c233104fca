// What one order writes with: the open transaction's connection and the rooms' writers on it. Lives as long as that
// order; what it changed is told after the commit.
#pragma once

#include "core/engine/acceptance.h"
#include "core/engine/orders.h"

namespace callboard {

struct Workplace {
    Database &db;
    TargetBook &book;
    Acceptance &acceptance;
    Orders &orders;
    const Clock &clock;
    QSet<DeliveryId> changed{};
    bool settingsChanged = false;
    bool assetsChanged = false;
};

} // namespace callboard

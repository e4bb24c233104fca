// callboard deliveries | delivery | replay | audit | emit
#pragma once

#include "app/cli/output.h"
#include "core/store/deliveryquery.h"

#include <QStringList>

namespace callboard::cli {

struct DeliveryOptions {
    std::string states; // comma-separated
    std::string target, asset, cause, since, search;
    std::string filter; // in the filter's language; the others narrow it further
    int limit = 100;
};

[[nodiscard]] int listDeliveries(const Common &common, const DeliveryOptions &options);
[[nodiscard]] int showDelivery(const Common &common, const QString &id);

struct ReplayOptions {
    std::vector<std::string> ids;
    DeliveryOptions filter;
    bool latest = false; // the asset's latest state instead of the same bytes
    bool plan = false;
    bool yes = false;
};
// With ids: those. Without: all that the filter finds (--state or --filter is needed then, and --yes beyond ten).
[[nodiscard]] int replayDeliveries(const Common &common, const ReplayOptions &options);

[[nodiscard]] int audit(const Common &common);

// `to`: an intake's address; empty: straight into the workspace.
[[nodiscard]] int emitEvents(const Common &common, const QString &file, const QString &to, const QString &tokenFile);

} // namespace callboard::cli

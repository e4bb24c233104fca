// When a delivery that was not accepted is tried again: a list of delays, each moved by up to ±20 % so that many
// deliveries that failed together do not come back together. An empty list means one try only.
#pragma once

#include "core/domain/clock.h"

#include <QList>

#include <optional>

namespace callboard {

struct RetryPolicy {
    QList<Milliseconds> delays;

    // 5 s, 1 min, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h: eleven tries in about 75 hours.
    [[nodiscard]] static RetryPolicy standard();
    // "5s,1m,5m", "standard", or "none"; empty optional: not a schedule.
    [[nodiscard]] static std::optional<RetryPolicy> parse(const QString &text);
    [[nodiscard]] QString toString() const;

    // The delay after `attempts` tries, or nothing when the schedule is used up. `random` is in [0, 1).
    [[nodiscard]] std::optional<Milliseconds> delayAfter(int attempts, double random) const;
    [[nodiscard]] Milliseconds span() const;

    bool operator==(const RetryPolicy &) const = default;
};

} // namespace callboard

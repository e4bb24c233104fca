// How a target fares that does nothing but fail: since when, whether its circuit is open, and when Callboard pauses it.
// Values and pure rules; a target without health is well.
#pragma once

#include "core/domain/clock.h"
#include "core/domain/ids.h"

#include <QString>

#include <optional>

namespace callboard {

struct TargetHealth {
    TargetId target;
    Timestamp failingSince{};
    bool circuitOpen = false;
    int probes = 0; // that failed in a row

    bool operator==(const TargetHealth &) const = default;
};

// A target is switched off after so long of nothing but failures.
inline constexpr Milliseconds kGiveUpAfter = std::chrono::hours(120);

[[nodiscard]] std::optional<Timestamp> switchOffAt(std::optional<Timestamp> failingSince);
// From half of the way on.
[[nodiscard]] bool warns(std::optional<Timestamp> failingSince, Timestamp now);

// What a delivery says that an open circuit holds ("9 of the last 12 attempts failed"), and whether one says so.
[[nodiscard]] QString openCircuitReason(const QString &why);
[[nodiscard]] bool isOpenCircuitReason(const QString &reason);

} // namespace callboard

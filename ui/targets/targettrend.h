// What each target did in the last 24 hours, by the hour. Plain values; readTrends() runs in the reading thread.
#pragma once

#include "core/store/workspacereader.h"

#include <QHash>

#include <array>
#include <optional>

namespace callboard {

struct TargetTrend {
    static constexpr int kHours = 24;

    std::array<qint64, kHours> delivered{}; // the oldest hour first
    std::array<qint64, kHours> failed{};

    [[nodiscard]] qint64 allDelivered() const;
    [[nodiscard]] qint64 allFailed() const;
    [[nodiscard]] qint64 busiest() const;                    // of an hour
    [[nodiscard]] std::optional<double> successRate() const; // nothing was delivered or failed: nothing
};

using TargetTrends = QHash<TargetId, TargetTrend>;

[[nodiscard]] Result<TargetTrends> readTrends(const WorkspaceReader &reader, Timestamp now);

} // namespace callboard

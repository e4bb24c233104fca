// What the overview shows, read in one go on the reading thread; and the ranges of time it can show. Values and pure
// rules beside the reading.
#pragma once

#include "core/store/workspacereader.h"

#include <optional>

namespace callboard {

struct TimeSpan {
    Timestamp from{};
    Timestamp until{}; // not included

    [[nodiscard]] Milliseconds length() const { return until - from; }
    [[nodiscard]] bool isEmpty() const { return until <= from; }
    bool operator==(const TimeSpan &) const = default;
};

enum class OverviewRange { Hour, Day, Week, Month };

inline constexpr OverviewRange kAllRanges[] = {OverviewRange::Hour, OverviewRange::Day, OverviewRange::Week,
                                               OverviewRange::Month};

[[nodiscard]] Milliseconds lengthOf(OverviewRange range);
[[nodiscard]] ActivityWidth widthFor(OverviewRange range); // as fine as it is kept
// The shortest step of those that a person counts in, at least `finest`, with which `view` has at most `most` buckets.
[[nodiscard]] Milliseconds stepFor(const TimeSpan &view, Milliseconds finest, int most);

struct OverviewAnswer {
    Result<Activity> activity;
    Result<DeliveryCounts> counts;
    Result<std::optional<OldestWaiting>> oldest;
    Result<QList<FailureCause>> causes;
    qint64 unexplained = -1; // below 0: not known
    bool anyTarget = false;

    // The first thing that could not be read.
    [[nodiscard]] std::optional<Error> problem() const;
    // Nothing was ever called or is about to be.
    [[nodiscard]] bool isBlank() const;
};

[[nodiscard]] OverviewAnswer readOverview(const WorkspaceReader &reader, OverviewRange range, Timestamp now);

// The targets that failed most, the worst first.
[[nodiscard]] QList<TargetActivity> failingTargets(const Activity &activity, int most);

} // namespace callboard

#include "ui/overview/overviewreading.h"

#include <algorithm>

namespace callboard {

using namespace std::chrono_literals;

namespace {

constexpr int kMostCauses = 8;
constexpr Milliseconds kSteps[] = {1min, 2min, 5min, 10min, 15min, 30min, 1h, 2h, 3h, 6h, 12h, 24h};

} // namespace

Milliseconds lengthOf(OverviewRange range)
{
    switch (range) {
    case OverviewRange::Hour: return 1h;
    case OverviewRange::Day: return 24h;
    case OverviewRange::Week: return 7 * 24h;
    case OverviewRange::Month: return 30 * 24h;
    }
    return 24h;
}

ActivityWidth widthFor(OverviewRange range)
{
    return range == OverviewRange::Hour || range == OverviewRange::Day ? ActivityWidth::Minute : ActivityWidth::Hour;
}

Milliseconds stepFor(const TimeSpan &view, Milliseconds finest, int most)
{
    for (const Milliseconds step : kSteps) {
        if (step >= finest && view.length() <= step * std::max(most, 1))
            return step;
    }
    return 24h;
}

std::optional<Error> OverviewAnswer::problem() const
{
    if (!activity)
        return activity.error();
    if (!counts)
        return counts.error();
    if (!oldest)
        return oldest.error();
    if (!causes)
        return causes.error();
    return std::nullopt;
}

bool OverviewAnswer::isBlank() const
{
    return activity && counts && !activity->sum.any() && *counts == DeliveryCounts{};
}

OverviewAnswer readOverview(const WorkspaceReader &reader, OverviewRange range, Timestamp now)
{
    OverviewAnswer answer;
    const Timestamp since = now - lengthOf(range);
    answer.activity = reader.activity(since, now, widthFor(range));
    answer.counts = reader.counts();
    answer.oldest = reader.oldestWaiting();
    answer.causes = reader.failureCauses(since, kMostCauses);
    answer.unexplained = reader.balance().unexplained;
    answer.anyTarget = answer.isBlank() ? !reader.targets().isEmpty() : true;
    return answer;
}

QList<TargetActivity> failingTargets(const Activity &activity, int most)
{
    QList<TargetActivity> failing;
    for (const TargetActivity &target : activity.targets) {
        if (target.counts.failed + target.counts.attemptsFailed + target.counts.attemptsInDoubt > 0)
            failing.append(target);
    }
    const auto trouble = [](const TargetActivity &target) {
        const ActivityCounts &counts = target.counts;
        return std::pair(counts.failed, counts.attemptsFailed + counts.attemptsInDoubt);
    };
    std::stable_sort(failing.begin(), failing.end(),
                     [&trouble](const TargetActivity &a, const TargetActivity &b) { return trouble(a) > trouble(b); });
    return failing.mid(0, most);
}

} // namespace callboard

#include "ui/targets/targettrend.h"

#include <algorithm>
#include <numeric>

namespace callboard {

using namespace std::chrono_literals;

qint64 TargetTrend::allDelivered() const
{
    return std::accumulate(delivered.begin(), delivered.end(), qint64(0));
}

qint64 TargetTrend::allFailed() const
{
    return std::accumulate(failed.begin(), failed.end(), qint64(0));
}

qint64 TargetTrend::busiest() const
{
    qint64 most = 0;
    for (size_t hour = 0; hour < delivered.size(); ++hour)
        most = std::max(most, delivered[hour] + failed[hour]);
    return most;
}

std::optional<double> TargetTrend::successRate() const
{
    const qint64 ended = allDelivered() + allFailed();
    return ended == 0 ? std::nullopt : std::optional(double(allDelivered()) / double(ended));
}

// An hour at a time: the sums of all targets then come with one look-up each.
Result<TargetTrends> readTrends(const WorkspaceReader &reader, Timestamp now)
{
    TargetTrends trends;
    const Timestamp first = bucketStart(now, 1h) - Milliseconds(1h) * (TargetTrend::kHours - 1);
    for (int hour = 0; hour < TargetTrend::kHours; ++hour) {
        const Timestamp start = first + Milliseconds(1h) * hour;
        const auto activity = reader.activity(start, start + 1h, ActivityWidth::Hour);
        if (!activity)
            return tl::unexpected(activity.error());
        for (const TargetActivity &one : activity->targets) {
            TargetTrend &trend = trends[one.target];
            trend.delivered[size_t(hour)] = one.counts.delivered;
            trend.failed[size_t(hour)] = one.counts.failed;
        }
    }
    return trends;
}

} // namespace callboard

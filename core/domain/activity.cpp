#include "core/domain/activity.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace callboard {

namespace {

constexpr int kBounded = kLatencyClasses - 1; // the last class has no upper bound

constexpr double upperBound(int latencyClass)
{
    return double(qint64(1) << std::min(latencyClass, kBounded - 1));
}

constexpr double lowerBound(int latencyClass)
{
    return latencyClass == 0 ? 0 : upperBound(latencyClass - 1);
}

} // namespace

int latencyClass(std::chrono::microseconds duration)
{
    for (int i = 0; i < kBounded; ++i) {
        if (duration <= Milliseconds(qint64(1) << i))
            return i;
    }
    return kBounded;
}

ActivityKind latencyKind(int latencyClass)
{
    return ActivityKind(int(ActivityKind::FirstLatency) + latencyClass);
}

std::optional<Milliseconds> percentile(const LatencyHistogram &histogram, double share)
{
    const qint64 all = std::accumulate(histogram.begin(), histogram.end(), qint64(0));
    if (all <= 0)
        return std::nullopt;
    const double wanted = std::clamp(share, 0.0, 1.0) * double(all);
    double before = 0;
    for (int i = 0; i < kLatencyClasses; ++i) {
        const auto here = double(histogram[size_t(i)]);
        if (here > 0 && before + here >= wanted) {
            const double part = std::max(0.0, wanted - before) / here;
            const double time = lowerBound(i) + part * (upperBound(i) - lowerBound(i));
            return Milliseconds(std::llround(time));
        }
        before += here;
    }
    return Milliseconds(std::llround(upperBound(kBounded)));
}

bool ActivityCounts::any() const
{
    return *this != ActivityCounts{};
}

std::optional<double> ActivityCounts::successRate() const
{
    if (delivered + failed == 0)
        return std::nullopt;
    return double(delivered) / double(delivered + failed);
}

void ActivityCounts::add(ActivityKind kind, qint64 count)
{
    switch (kind) {
    case ActivityKind::Accepted: accepted += count; return;
    case ActivityKind::Delivered: delivered += count; return;
    case ActivityKind::Failed: failed += count; return;
    case ActivityKind::Cancelled: cancelled += count; return;
    case ActivityKind::AttemptFailed: attemptsFailed += count; return;
    case ActivityKind::AttemptInDoubt: attemptsInDoubt += count; return;
    case ActivityKind::FirstLatency: break;
    }
    const int index = int(kind) - int(ActivityKind::FirstLatency);
    if (index >= 0 && index < kLatencyClasses)
        latency[size_t(index)] += count;
}

ActivityCounts &ActivityCounts::operator+=(const ActivityCounts &other)
{
    accepted += other.accepted;
    delivered += other.delivered;
    failed += other.failed;
    cancelled += other.cancelled;
    attemptsFailed += other.attemptsFailed;
    attemptsInDoubt += other.attemptsInDoubt;
    for (size_t i = 0; i < latency.size(); ++i)
        latency[i] += other.latency[i];
    return *this;
}

Timestamp bucketStart(Timestamp time, Milliseconds length)
{
    const Milliseconds since = time.time_since_epoch();
    const Milliseconds rest = since % length;
    return Timestamp(since - (rest.count() < 0 ? rest + length : rest));
}

QList<ActivityBucket> merged(const QList<ActivityBucket> &buckets, Milliseconds length)
{
    QList<ActivityBucket> fewer;
    for (const ActivityBucket &bucket : buckets) {
        const Timestamp start = bucketStart(bucket.start, length);
        if (fewer.isEmpty() || fewer.last().start != start)
            fewer.append({start, {}});
        fewer.last().counts += bucket.counts;
    }
    return fewer;
}

} // namespace callboard

// How much a workspace did, and how fast its receivers answered: sums by minute and by hour that are kept with every
// change. Plain values and pure rules. Times are the wall clock's; a bucket that is not there had nothing in it.
#pragma once

#include "core/domain/clock.h"
#include "core/domain/ids.h"

#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace callboard {

// Numbers are stored.
enum class ActivityWidth : quint8 { Minute = 0, Hour = 1 };

// Numbers are stored. From FirstLatency on: attempts that were answered, one number for each class of how long it took.
enum class ActivityKind : quint8 {
    Accepted = 0, // event × target pairs that came to be owed
    Delivered = 1,
    Failed = 2,
    Cancelled = 3,
    AttemptFailed = 4,  // attempts that were not sent, or answered otherwise than with success
    AttemptInDoubt = 5, // attempts that left and were not answered
    FirstLatency = 16,
};

// Minutes are kept for so long; hours as long as the history.
inline constexpr Milliseconds kMinutesKept = std::chrono::hours(26);

// Upper bounds 1, 2, 4 … 65536 ms, each included, and one class beyond.
inline constexpr int kLatencyClasses = 18;

using LatencyHistogram = std::array<qint64, kLatencyClasses>;

[[nodiscard]] int latencyClass(std::chrono::microseconds duration);
[[nodiscard]] ActivityKind latencyKind(int latencyClass);
// The time that `share` (0 to 1) of the attempts took at most, as exactly as the classes allow: a class is taken to be
// filled evenly, and what is beyond the last bound counts as that bound. Nothing was answered: nothing.
[[nodiscard]] std::optional<Milliseconds> percentile(const LatencyHistogram &histogram, double share);

struct ActivityCounts {
    qint64 accepted = 0;
    qint64 delivered = 0;
    qint64 failed = 0;
    qint64 cancelled = 0;
    qint64 attemptsFailed = 0;
    qint64 attemptsInDoubt = 0;
    LatencyHistogram latency{};

    [[nodiscard]] qint64 ended() const { return delivered + failed + cancelled; }
    [[nodiscard]] bool any() const;
    // Of what was delivered or failed; nothing did: nothing.
    [[nodiscard]] std::optional<double> successRate() const;
    void add(ActivityKind kind, qint64 count); // a number that this version does not know is left out
    ActivityCounts &operator+=(const ActivityCounts &other);
    bool operator==(const ActivityCounts &) const = default;
};

struct ActivityBucket {
    Timestamp start{};
    ActivityCounts counts;

    bool operator==(const ActivityBucket &) const = default;
};

struct TargetActivity {
    TargetId target;
    QString name; // also of one that was removed
    ActivityCounts counts;
};

struct Activity {
    Timestamp since{}; // the first bucket's start
    Timestamp until{}; // the last bucket's end
    Milliseconds width{0};
    Timestamp knownSince{};        // nothing is known of what was before
    QList<ActivityBucket> buckets; // ascending
    ActivityCounts sum;
    QList<TargetActivity> targets; // those that had any, by id

    [[nodiscard]] bool isKnown() const { return knownSince < until; }
};

[[nodiscard]] constexpr Milliseconds lengthOf(ActivityWidth width)
{
    return width == ActivityWidth::Minute ? Milliseconds(std::chrono::minutes(1)) : Milliseconds(std::chrono::hours(1));
}
// The start of the bucket that a moment falls into; buckets of a day begin at midnight UTC, of whatever length.
[[nodiscard]] Timestamp bucketStart(Timestamp time, Milliseconds length);
// The same in fewer, longer buckets.
[[nodiscard]] QList<ActivityBucket> merged(const QList<ActivityBucket> &buckets, Milliseconds length);

} // namespace callboard

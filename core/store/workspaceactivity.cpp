// What a workspace did and what it has before it: the figures kept with every change, and a few look-ups beside them
// that are bounded whatever its size.
#include "core/store/tables/activitystore.h"
#include "core/store/workspacereader.h"

#include <algorithm>
#include <map>

namespace callboard {

namespace {

// So many of the newest failures are looked at for their causes, of each state.
constexpr int kFailuresRead = 1000;

Result<void> addNames(Database &db, QList<TargetActivity> &targets)
{
    static const QString sql = QStringLiteral("SELECT name FROM target WHERE id = ?");
    Result<void> read;
    for (TargetActivity &target : targets) {
        read = read.and_then([&] {
            return db.each(sql, {target.target.value}, [&target](const Query &row) { target.name = row.text(0); });
        });
    }
    return read;
}

void addCause(QList<FailureCause> &causes, const Query &row)
{
    const QString cause = row.text(0);
    const Timestamp finishedAt = timeFrom(row.integer(2));
    auto found = std::find_if(causes.begin(), causes.end(),
                              [&](const FailureCause &one) { return one.cause == cause; });
    if (found == causes.end())
        found = causes.insert(causes.end(), FailureCause{cause, row.text(1), 0, finishedAt});
    ++found->count;
    if (finishedAt > found->newest) {
        found->newest = finishedAt;
        found->error = row.text(1);
    }
}

} // namespace

Result<Activity> WorkspaceReader::activity(Timestamp since, Timestamp until, ActivityWidth width, TargetId target) const
{
    ActivityStore store(db());
    const auto knownSince = store.knownSince();
    if (!knownSince)
        return tl::unexpected(knownSince.error());
    const Milliseconds length = lengthOf(width);
    Activity activity;
    activity.width = length;
    activity.since = bucketStart(since, length);
    activity.until = bucketStart(until + length - Milliseconds(1), length);
    activity.knownSince = *knownSince;
    std::map<TargetId, ActivityCounts> targets;
    const auto take = [&](Timestamp bucket, TargetId of, ActivityKind kind, qint64 n) {
        if (target.isValid() && of != target)
            return;
        if (activity.buckets.isEmpty() || activity.buckets.last().start != bucket)
            activity.buckets.append({bucket, {}});
        activity.buckets.last().counts.add(kind, n);
        activity.sum.add(kind, n);
        targets[of].add(kind, n);
    };
    const auto read = store.each(width, activity.since, activity.until, take);
    if (!read)
        return tl::unexpected(read.error());
    // What was counted under an earlier clock is known as well.
    if (!activity.buckets.isEmpty())
        activity.knownSince = std::min(activity.knownSince, activity.buckets.first().start);
    for (const auto &[id, counts] : targets)
        activity.targets.append({id, {}, counts});
    return addNames(db(), activity.targets).map([&] { return activity; });
}

Result<std::optional<OldestWaiting>> WorkspaceReader::oldestWaiting() const
{
    // Of each target that has something waiting the one whose turn it is; and the oldest of those that are tried again.
    static const QString sql = QStringLiteral(
        "SELECT d.id, d.target_id, d.state, d.created_at FROM delivery d WHERE d.id IN (SELECT (SELECT o.id FROM "
        "delivery o WHERE o.target_id = t.target_id AND o.state < 4 AND o.state <> 2 ORDER BY o.due_at, o.id LIMIT 1) "
        "FROM tally t WHERE t.n > 0 AND t.state < 4 AND t.state <> 2) OR d.id = (SELECT r.id FROM delivery r "
        "WHERE r.state = 3 ORDER BY r.created_at LIMIT 1) ORDER BY d.created_at, d.id LIMIT 1");
    std::optional<OldestWaiting> oldest;
    return db()
        .each(sql, {},
              [&oldest](const Query &row) {
                  oldest = OldestWaiting{
                      {row.integer(0)}, {row.integer(1)}, DeliveryState(row.integer(2)), timeFrom(row.integer(3))};
              })
        .map([&] { return oldest; });
}

Result<QList<FailureCause>> WorkspaceReader::failureCauses(Timestamp since, int most) const
{
    static const QString failed = QStringLiteral(
        "SELECT cause, error, finished_at, created_at FROM delivery WHERE state = 11 AND state >= 4 AND state <> 10 "
        "ORDER BY id DESC LIMIT ?");
    static const QString retrying = QStringLiteral(
        "SELECT cause, error, created_at, created_at FROM delivery WHERE state = 3 ORDER BY created_at DESC LIMIT ?");
    QList<FailureCause> causes;
    const auto take = [&](const Query &row) {
        if (timeFrom(row.integer(3)) >= since)
            addCause(causes, row);
    };
    return db()
        .each(failed, {kFailuresRead}, take)
        .and_then([&] { return db().each(retrying, {kFailuresRead}, take); })
        .map([&] {
            std::stable_sort(causes.begin(), causes.end(), [](const FailureCause &a, const FailureCause &b) {
                return a.count != b.count ? a.count > b.count : a.newest > b.newest;
            });
            return causes.mid(0, most);
        });
}

} // namespace callboard

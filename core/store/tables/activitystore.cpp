#include "core/store/tables/activitystore.h"

namespace callboard {

namespace {

const QString kKnownSince = QStringLiteral("activity_since"); // in table `total`

Result<void> write(Database &db, ActivityWidth width, const ActivityTally &tally)
{
    static const QString sql = QStringLiteral(
        "INSERT INTO activity (width, bucket, target_id, kind, n) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (width, bucket, target_id, kind) DO UPDATE SET n = n + excluded.n");
    for (auto it = tally.cbegin(); it != tally.cend(); ++it) {
        const ActivityKey &key = it.key();
        if (auto written = db.run(sql, {int(width), key.bucket, key.target, int(key.kind), it.value()}); !written)
            return tl::unexpected(written.error());
    }
    return {};
}

ActivityTally byHour(const ActivityTally &minutes)
{
    ActivityTally hours;
    for (auto it = minutes.cbegin(); it != minutes.cend(); ++it) {
        ActivityKey key = it.key();
        key.bucket = stored(bucketStart(timeFrom(key.bucket), lengthOf(ActivityWidth::Hour)));
        hours[key] += it.value();
    }
    return hours;
}

} // namespace

Result<void> ActivityStore::add(const ActivityTally &tally)
{
    if (tally.isEmpty())
        return {};
    return write(m_db, ActivityWidth::Minute, tally).and_then([&] {
        return write(m_db, ActivityWidth::Hour, byHour(tally));
    });
}

Result<int> ActivityStore::removeBefore(ActivityWidth width, Timestamp before, int most)
{
    static const QString remove = QStringLiteral(
        "DELETE FROM activity WHERE (width, bucket, target_id, kind) IN (SELECT width, bucket, target_id, kind "
        "FROM activity WHERE width = ? AND bucket < ? ORDER BY bucket LIMIT ?)");
    static const QString note = QStringLiteral("UPDATE total SET value = ? WHERE name = ? AND value < ?");
    const auto removed = m_db.run(remove, {int(width), stored(before), most}).map([this](Query *) {
        return m_db.changes();
    });
    if (!removed || *removed == 0 || width != ActivityWidth::Hour)
        return removed;
    return m_db.run(note, {stored(before), kKnownSince, stored(before)}).map([&](Query *) { return *removed; });
}

Result<void> ActivityStore::each(ActivityWidth width, Timestamp since, Timestamp until, const Row &row)
{
    static const QString sql = QStringLiteral("SELECT bucket, target_id, kind, n FROM activity WHERE width = ? "
                                              "AND bucket >= ? AND bucket < ? ORDER BY bucket, target_id, kind");
    return m_db.each(sql, {int(width), stored(since), stored(until)}, [&row](const Query &found) {
        row(timeFrom(found.integer(0)), {found.integer(1)}, ActivityKind(found.integer(2)), found.integer(3));
    });
}

Result<Timestamp> ActivityStore::knownSince()
{
    return m_db.number(QStringLiteral("SELECT value FROM total WHERE name = ?"), QVariantList{kKnownSince})
        .map([](std::optional<qint64> time) { return timeFrom(time.value_or(0)); });
}

void noteEnd(Database &db, TargetId target, DeliveryState state, Timestamp at)
{
    switch (state) {
    case DeliveryState::Delivered: return db.note(ActivityKind::Delivered, target, at);
    case DeliveryState::Failed: return db.note(ActivityKind::Failed, target, at);
    case DeliveryState::Cancelled: return db.note(ActivityKind::Cancelled, target, at);
    default: return; // it has not ended
    }
}

} // namespace callboard

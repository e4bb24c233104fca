// Table `activity`: how much was done, by minute and by hour. Database collects a transaction's changes and writes them
// here before its commit, so that the cost is by transaction and not by delivery. Uses the given connection and its
// thread.
#pragma once

#include "core/domain/activity.h"
#include "core/store/sql/database.h"

namespace callboard {

class ActivityStore {
public:
    explicit ActivityStore(Database &db)
        : m_db(db)
    {
    }

    // Inside a transaction.
    [[nodiscard]] Result<void> add(const ActivityTally &tally);
    // Takes away at most `most` rows of buckets that began before `before`, the oldest first; returns how many. Of
    // hours it is noted that nothing is known any more of what was before. Inside a transaction.
    [[nodiscard]] Result<int> removeBefore(ActivityWidth width, Timestamp before, int most);

    // Every row of the buckets that begin in [since, until), in their order.
    using Row = std::function<void(Timestamp bucket, TargetId target, ActivityKind kind, qint64 n)>;
    [[nodiscard]] Result<void> each(ActivityWidth width, Timestamp since, Timestamp until, const Row &row);
    [[nodiscard]] Result<Timestamp> knownSince();

private:
    Database &m_db;
};

// A delivery came to its end: delivered, failed or cancelled.
void noteEnd(Database &db, TargetId target, DeliveryState state, Timestamp at);

} // namespace callboard

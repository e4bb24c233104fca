// The far end of the history, taken away in small batches: deliveries that ended before a cutoff with their attempts,
// the events that nothing carries any more, encoders' notifications, links of assets that nobody knows any more, and
// what was counted by the hour. Counts by the minute go after a day, whatever the history.
//
// What stays: everything that is still owed; what an operator marked or noted; what a kept replay repeats, and what
// took the place of a kept delivery; the newest event of an asset that was published here; the sums in `total`, and
// `target_rule`. The trail and the revisions of targets go by step() alone, and not before a year is over. An event
// that went is forgotten altogether: the same event sent once more would be taken in anew.
//
// Walks by id with a cursor, from the oldest on and round again: what stays in front is looked at once a round. Uses
// the given connection and its thread; every call inside the caller's transaction. Where that is rolled back, what was
// to go stays until the next round.
#pragma once

#include "core/domain/retention.h"
#include "core/store/sql/database.h"

#include <QSet>

namespace callboard {

struct EndedDelivery;

struct Pruned {
    qint64 deliveries = 0;
    qint64 attempts = 0;
    qint64 events = 0;
    qint64 notifications = 0;
    qint64 links = 0;   // of assets that nobody knows any more
    qint64 figures = 0; // rows of counts by minute or hour
    qint64 trail = 0;   // rows of the trail, and revisions of targets
    qint64 pairs = 0;   // of event and target whose history is gone
    bool more = false;  // this round has not come to its end

    [[nodiscard]] bool any() const { return anyListed() || figures > 0 || trail > 0; }
    // Of what lists show.
    [[nodiscard]] bool anyListed() const { return deliveries + events + notifications + links > 0; }
    Pruned &operator+=(const Pruned &other);
};

class History {
public:
    static constexpr int kBatch = 500;

    explicit History(Database &db)
        : m_db(db)
    {
    }

    // What the retention asks for at `now`, one batch of it; returns at once while there is nothing to do. Meant for
    // idle moments; with `more` it may be called again at once.
    [[nodiscard]] Result<Pruned> step(const Retention &retention, Timestamp now);
    // At most `most` deliveries that ended before `before`, and what hangs on them.
    [[nodiscard]] Result<Pruned> pruneBatch(Timestamp before, int most = kBatch);

private:
    // Where the round is. What lies before `reached` in time may go.
    struct Round {
        Timestamp before{};
        DeliveryId delivery;
        EventId event;
        qint64 linkKind = -1;
        QString linkValue;
        Timestamp reached{};
        bool deliveriesDone = false;
        bool eventsDone = false;
        QSet<DeliveryId> pointedAt; // took the place of a delivery that stays
        QSet<EventId> replayed;     // what replays carry that were made of a later state than the one they repeat
        DeliveryId replaysReadTo;
    };
    Result<std::optional<Timestamp>> cutoff(const Retention &retention, Timestamp now);
    void aim(Timestamp before);
    Result<QList<EndedDelivery>> choose(int most);
    Result<void> keepWhatIsPointedAt(QList<EndedDelivery> &chosen);
    Result<void> readReplayed();
    Result<void> removeDeliveries(const QList<EndedDelivery> &chosen, Pruned &pruned);
    Result<void> removeUnowedEvents(int most, Pruned &pruned);
    Result<void> removeEvents(const QList<EventId> &events, Pruned &pruned);
    Result<void> removeNotifications(int most, Pruned &pruned);
    Result<void> removeHours(int most, Pruned &pruned);
    Result<Pruned> removeMinutes(Timestamp now);
    Result<Pruned> removeTrail(const Retention &retention, Timestamp now);
    Result<bool> forgetLinks(int most, Pruned &pruned);

    Database &m_db;
    Round m_round;
    Timestamp m_nextByAge{};
    Timestamp m_nextBySize{};
    Timestamp m_nextMinutes{};
    Timestamp m_nextTrail{};
};

// How many deliveries, with how many attempts, ended before `before`: what a round would take away at most.
[[nodiscard]] Result<Pruned> endedBefore(Database &db, Timestamp before);
// Bytes of the file in use; freed pages are used again and don't count.
[[nodiscard]] Result<qint64> usedBytes(Database &db);

} // namespace callboard

// The rows that History looks at and takes away, as SQL. Every call inside the caller's transaction.
#pragma once

#include "core/store/history.h"

#include <QMultiHash>

#include <functional>

namespace callboard {

struct EndedDelivery { // or one that has not ended
    DeliveryId id;
    TargetId target;
    DeliveryState state = DeliveryState::Queued;
    Timestamp createdAt{};
    std::optional<Timestamp> finishedAt;
    DeliveryId supersededBy;
    bool marked = false; // or noted: somebody wants it kept

    [[nodiscard]] bool endedBefore(Timestamp before) const
    {
        return isFinal(state) && finishedAt && *finishedAt < before;
    }
};

struct OldEvent {
    EventId id;
    Timestamp receivedAt{};
    bool mayGo = false; // carried by nothing, and not the present record of an asset that was published here
};

struct AssetLinkRow {
    qint64 kind = 0;
    QString value;
    bool forgotten = false; // nothing else knows its asset
};

// The next rows by key, at most `limit` of them.
[[nodiscard]] Result<void> eachDeliveryAfter(Database &db, DeliveryId after, int limit,
                                             const std::function<void(const EndedDelivery &)> &row);
[[nodiscard]] Result<void> eachEventAfter(Database &db, EventId after, int limit,
                                          const std::function<void(const OldEvent &)> &row);
[[nodiscard]] Result<void> eachLinkAfter(Database &db, qint64 kind, const QString &value, int limit,
                                         const std::function<void(const AssetLinkRow &)> &row);

// Of the deliveries from `first` to `last`, by what they repeat.
[[nodiscard]] Result<QMultiHash<DeliveryId, DeliveryId>> replaysOf(Database &db, DeliveryId first, DeliveryId last);
// The events that replays of the latest state carry which were made after `after`.
[[nodiscard]] Result<void> eachRefreshedReplay(Database &db, DeliveryId after, const std::function<void(EventId)> &row);

// Takes the deliveries away with their attempts, and lowers what their events are owed to. Returns the events that
// nothing carries any more: those still say that they are owed. Tallies and totals follow with the commit.
[[nodiscard]] Result<QList<EventId>> removeEnded(Database &db, const QList<EndedDelivery> &deliveries, Pruned &pruned);

} // namespace callboard

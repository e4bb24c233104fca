// Deliveries as the engine sees them: what is owed, what is due, what came of it. Uses the given connection and its
// thread; every change inside a transaction. Times are due times (DueClock) unless said otherwise.
#pragma once

#include "core/domain/attempt.h"
#include "core/domain/delivery.h"
#include "core/domain/event.h"
#include "core/store/sql/database.h"

#include <QList>

#include <optional>

namespace callboard {

// What became of a delivery after an attempt or an order.
struct DeliveryChange {
    DeliveryState state = DeliveryState::Queued;
    int status = 0;
    QString error;
    QString cause;
    std::optional<Timestamp> dueAt;      // absent: unchanged
    std::optional<Timestamp> finishedAt; // wall clock
};

class DeliveryStore {
public:
    explicit DeliveryStore(Database &db)
        : m_db(db)
    {
    }

    [[nodiscard]] Result<void> insert(const Delivery &delivery);
    [[nodiscard]] Result<std::optional<Delivery>> byId(DeliveryId id);

    // The delivery that a newer event of this target and asset joins: open, never tried, no replay.
    [[nodiscard]] Result<std::optional<Delivery>> absorbing(TargetId target, const QString &asset);
    [[nodiscard]] Result<void> absorb(DeliveryId delivery, const MediaEvent &event);
    // Due now, with all it has absorbed; one that is due already stays as it is.
    [[nodiscard]] Result<void> closeWindow(DeliveryId delivery, const QString &reason, Timestamp now);
    // The newest that arrived after a window of its own; no replay.
    [[nodiscard]] Result<std::optional<Delivery>> lastWindow(TargetId target, const QString &asset);
    // The newest that arrived, made before `before`; replays too.
    [[nodiscard]] Result<std::optional<Delivery>> lastSent(TargetId target, const QString &asset, DeliveryId before);
    // Cancels what was tried, did not arrive and is not under way, in favour of `by`; returns what it cancelled.
    [[nodiscard]] Result<QList<DeliveryId>> supersede(TargetId target, const QString &asset, DeliveryId by,
                                                      Timestamp now);

    // The newest state that waits for this target and asset beside `id`, if it is newer; no replay.
    [[nodiscard]] Result<std::optional<DeliveryId>> newerOpen(const Delivery &delivery);
    // Something of this target and asset is owed already; what leaves at once must not pass it.
    [[nodiscard]] Result<bool> anyOpen(TargetId target, const QString &asset);
    // Due now and free to go: with `ordered`, nothing older of the same asset is open; never two of one asset at a
    // time. `replaysOnly` for a target that sends nothing else at present.
    [[nodiscard]] Result<QList<Delivery>> ready(TargetId target, Timestamp now, bool ordered, bool replaysOnly,
                                                int limit);
    // Something of this target is due, free to go or not.
    [[nodiscard]] Result<bool> anyDue(TargetId target, Timestamp now);
    // Targets that something became due for in (after, until], by its window's end or to be tried again.
    [[nodiscard]] Result<QList<TargetId>> dueBetween(Timestamp after, Timestamp until);
    // The earliest due time after `now`.
    [[nodiscard]] Result<std::optional<Timestamp>> nextDue(Timestamp now);

    [[nodiscard]] Result<void> markSending(const Delivery &delivery, int attempts);
    // `delivery` as it stands in the store.
    [[nodiscard]] Result<void> apply(const Delivery &delivery, const DeliveryChange &change);

    // These go over many rows and take at most `most` at a time, the oldest first; they return what they changed.
    [[nodiscard]] Result<QList<DeliveryId>> hold(TargetId target, const QString &reason, int most);
    [[nodiscard]] Result<QList<DeliveryId>> release(TargetId target, Timestamp now, int most);
    [[nodiscard]] Result<QList<DeliveryId>> cancelOpen(TargetId target, const QString &reason, Timestamp now, int most);
    // The oldest that is held is due now, to find out whether the target is back.
    [[nodiscard]] Result<void> releaseProbe(TargetId target, Timestamp now);
    // What is owed to targets that were removed.
    [[nodiscard]] Result<QList<DeliveryId>> cancelOrphans(const QString &reason, Timestamp now, int most);

    // False: it is final or under way.
    [[nodiscard]] Result<bool> cancel(DeliveryId id, const QString &reason, Timestamp now);
    [[nodiscard]] Result<bool> makeDue(DeliveryId id, Timestamp now);
    // What is queued, and due in (now, until] only because a clock went back, is due now.
    [[nodiscard]] Result<void> hastenQueued(TargetId target, Timestamp now, Timestamp until);
    // What was under way when the program ended is due at once; returns it.
    [[nodiscard]] Result<QList<DeliveryId>> recoverSending(Timestamp now);

private:
    struct Entry {
        DeliveryId id;
        TargetId target;
        DeliveryState state;
        int attempts;
        Timestamp dueAt;
    };
    Result<QList<Entry>> entries(const QString &sql, std::initializer_list<SqlValue> values);
    void moved(TargetId target, DeliveryState from, DeliveryState to);
    Result<QList<DeliveryId>> end(const QList<Entry> &entries, const QString &reason, DeliveryId by, Timestamp now);

private:
    Database &m_db;
};

// Columns in the order deliveryFrom() reads them, of a table alias `d`.
[[nodiscard]] const QString &deliveryColumns();
[[nodiscard]] Delivery deliveryFrom(const Query &row);

} // namespace callboard

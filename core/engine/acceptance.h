// Turns events into what is owed: matching, coalescing, rows. One submission whole or not at all. Runs inside the
// caller's transaction, in the connection's thread; the engine and the `emit` command both use it.
#pragma once

#include "core/engine/targetbook.h"
#include "core/intake/eventsink.h"
#include "core/store/sql/database.h"

#include <QSet>

#include <functional>
#include <span>

namespace callboard {

// Sends a delivery that is due at once without putting it in the queue first. True: it did, and wrote its rows.
using LeaveAtOnce =
    std::function<Result<bool>(RunningTarget &running, const Delivery &delivery, const MediaEvent &event)>;

class Acceptance {
public:
    Acceptance(Database &db, TargetBook &book, const Clock &clock, const DueClock &due);

    // From now on; empty: everything is queued.
    void setLeaveAtOnce(LeaveAtOnce leave) { m_leave = std::move(leave); }

    // Gives the events their ids and times. On an error the transaction has to be rolled back unless the error is
    // Conflict, which is found before anything is written. Touched deliveries are added to `changed`.
    // `fingerprints` of the events, where they are known already.
    [[nodiscard]] Result<Accepted> accept(QList<MediaEvent> &events, QSet<DeliveryId> &changed,
                                          const QByteArrayList &fingerprints = {});
    [[nodiscard]] quint64 owed() const { return m_owed; } // pairs made so far

private:
    struct Fresh {
        MediaEvent *event = nullptr;
        QByteArray fingerprint; // as it came
    };
    // The events that are not known yet.
    Result<QList<Fresh>> withoutDuplicates(QList<MediaEvent> &events, const QByteArrayList &fingerprints,
                                           Accepted &accepted);
    Result<void> takeRun(std::span<const Fresh> run, QSet<DeliveryId> &changed);
    Result<void> takeRecord(const Fresh &fresh, QSet<DeliveryId> &changed);
    Result<void> owe(const MediaEvent &event, const QByteArray &fingerprint, QSet<DeliveryId> &changed);
    Result<void> deliver(RunningTarget &running, const MediaEvent &event, QSet<DeliveryId> &changed);
    Result<void> coalesce(RunningTarget &running, const MediaEvent &event, QSet<DeliveryId> &changed);
    Result<Delivery> newDeliveryFor(const RunningTarget &running, const MediaEvent &event, const Window &window);
    Result<void> join(RunningTarget &running, const Delivery &open, const MediaEvent &event);
    Result<Window> windowFor(const RunningTarget &running, const QString &asset);

    Database &m_db;
    TargetBook &m_book;
    const Clock &m_clock;
    const DueClock &m_due;
    LeaveAtOnce m_leave;
    quint64 m_owed = 0;
};

} // namespace callboard

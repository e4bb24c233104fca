// Turns events into what is owed: matching, coalescing, rows. One submission whole or not at all. Runs inside the
// caller's transaction, in the connection's thread; the engine and the `emit` command both use it.
#pragma once

#include "core/engine/targetbook.h"
#include "core/intake/eventsink.h"
#include "core/store/sql/database.h"

#include <QSet>

#include <span>

namespace callboard {

class Acceptance {
public:
    Acceptance(Database &db, TargetBook &book, const Clock &clock, const DueClock &due);

    // Gives the events their ids and times. On an error the transaction has to be rolled back unless the error is
    // Conflict, which is found before anything is written. Touched deliveries are added to `changed`.
    [[nodiscard]] Result<Accepted> accept(QList<MediaEvent> &events, QSet<DeliveryId> &changed);
    [[nodiscard]] quint64 owed() const { return m_owed; } // pairs made so far

private:
    struct Fresh {
        MediaEvent *event = nullptr;
        QByteArray fingerprint; // as it came
    };
    // The events that are not known yet.
    Result<QList<Fresh>> withoutDuplicates(QList<MediaEvent> &events, Accepted &accepted);
    Result<void> takeRun(std::span<const Fresh> run, QSet<DeliveryId> &changed);
    Result<void> takeRecord(const Fresh &fresh, QSet<DeliveryId> &changed);
    Result<void> owe(const MediaEvent &event, const QByteArray &fingerprint, QSet<DeliveryId> &changed);
    Result<void> deliver(RunningTarget &running, const MediaEvent &event, QSet<DeliveryId> &changed);
    Result<void> join(const RunningTarget &running, const Delivery &open, const MediaEvent &event);
    Result<Window> windowFor(const RunningTarget &running, const QString &asset);

    Database &m_db;
    TargetBook &m_book;
    const Clock &m_clock;
    const DueClock &m_due;
    quint64 m_owed = 0;
};

} // namespace callboard

// Attempts: one row before the request leaves, completed when its answer is known. Uses the given connection and its
// thread; writing inside a transaction.
#pragma once

#include "core/domain/attempt.h"
#include "core/store/sql/database.h"

#include <QList>

#include <optional>

namespace callboard {

// How the note of an attempt ends whose token was refused, and which was repeated at once with a new one.
[[nodiscard]] QString tokenRefusedNote();

class AttemptStore {
public:
    explicit AttemptStore(Database &db)
        : m_db(db)
    {
    }

    // `sameBody`: the body is that of the attempt before and is not written again.
    [[nodiscard]] Result<void> insertPending(const Attempt &attempt, bool sameBody);
    [[nodiscard]] Result<void> complete(AttemptId id, const Exchange &exchange, Timestamp finishedAt);
    // Every attempt that was under way when the program ended is in doubt; returns the deliveries concerned.
    [[nodiscard]] Result<QList<DeliveryId>> markInterrupted(Timestamp now);
    [[nodiscard]] Result<QList<Attempt>> of(DeliveryId id); // oldest first
    // How many of its attempts no receiver looked at: stopped by us, behind the end of their connection, or with a
    // token that was refused and renewed.
    [[nodiscard]] Result<int> untouched(DeliveryId id);
    [[nodiscard]] Result<QString> lastNote(DeliveryId id); // of the last attempt that has ended
    [[nodiscard]] Result<QByteArray> lastBody(DeliveryId id);
    // The head of the last attempt, secrets masked; absent: it was never tried.
    [[nodiscard]] Result<std::optional<QByteArray>> lastHead(DeliveryId id);

private:
    Database &m_db;
};

} // namespace callboard

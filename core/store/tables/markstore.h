// Marks and notes that operators put on deliveries. A delivery without either has no row. Uses the given connection and
// its thread; writing inside a transaction.
#pragma once

#include "core/domain/clock.h"
#include "core/domain/ids.h"
#include "core/store/sql/database.h"

namespace callboard {

class MarkStore {
public:
    explicit MarkStore(Database &db)
        : m_db(db)
    {
    }

    // False: there is no such delivery.
    [[nodiscard]] Result<bool> setMarked(DeliveryId id, bool marked, Timestamp now);
    [[nodiscard]] Result<bool> setNote(DeliveryId id, const QString &note, Timestamp now);

private:
    Result<bool> finish(DeliveryId id);

    Database &m_db;
};

} // namespace callboard

// Where replays go that are sent to another address than their target's, this once. Uses the given connection and its
// thread; writing inside a transaction.
#pragma once

#include "core/domain/ids.h"
#include "core/store/sql/database.h"

namespace callboard {

class ReplayAddressStore {
public:
    explicit ReplayAddressStore(Database &db)
        : m_db(db)
    {
    }

    [[nodiscard]] Result<void> insert(DeliveryId replay, const QString &url);
    [[nodiscard]] Result<QString> of(DeliveryId replay); // empty: the target's own

private:
    Database &m_db;
};

} // namespace callboard

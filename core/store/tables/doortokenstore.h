// The door's tokens, of each only its hash. Uses the given connection and its thread; writing inside a transaction.
#pragma once

#include "core/domain/doortoken.h"
#include "core/store/sql/database.h"

#include <QList>

namespace callboard {

class DoorTokenStore {
public:
    explicit DoorTokenStore(Database &db)
        : m_db(db)
    {
    }

    [[nodiscard]] Result<QList<DoorToken>> all();            // by name, the newest of a name first
    [[nodiscard]] Result<DoorToken> insert(DoorToken token); // gives it its id
    [[nodiscard]] Result<void> setEnd(DoorTokenId id, Timestamp endsAt);
    [[nodiscard]] Result<void> setUsed(DoorTokenId id, Timestamp usedAt); // never back; one that is gone stays so
    [[nodiscard]] Result<void> remove(DoorTokenId id);

private:
    Database &m_db;
};

} // namespace callboard

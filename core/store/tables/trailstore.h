// The trail in a workspace. Rows are added and, once they are old enough, taken away from the far end; each carries a
// hash of itself and of the one before, so that none can be changed or taken out unnoticed by somebody who does not
// write all that follow anew. Uses the given connection and its thread; writing inside a transaction.
#pragma once

#include "core/domain/trail.h"
#include "core/store/sql/database.h"

namespace callboard {

struct TrailCheck {
    qint64 rows = 0;
    QByteArray head;     // the newest row's hash; noted elsewhere, it proves all before it. Empty: there is no row
    qint64 wrongRow = 0; // the first that does not fit; 0: all fit
    QString finding;     // a sentence; empty: all fit
};

class TrailStore {
public:
    explicit TrailStore(Database &db)
        : m_db(db)
    {
    }

    [[nodiscard]] Result<void> add(const TrailEntry &entry, Timestamp at);
    // As the newest row, which nothing covers yet: what is done in parts stays one row. NotFound: there is none.
    [[nodiscard]] Result<TrailRow> newest();
    [[nodiscard]] Result<void> replaceNewest(const TrailRow &row);
    // The newest first, below `before`; 0: from the top.
    [[nodiscard]] Result<QList<TrailRow>> page(const TrailFilter &filter, qint64 before, int limit);
    [[nodiscard]] Result<TrailCheck> verify();
    // At most `most` rows from the far end that are older than `before`. What follows still fits: the last hash that
    // went is kept.
    [[nodiscard]] Result<int> removeBefore(Timestamp before, int most);

private:
    Result<qint64> nextId();
    Result<QByteArray> hashBefore(qint64 id);

    Database &m_db;
};

} // namespace callboard

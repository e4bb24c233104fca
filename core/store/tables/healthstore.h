// Which targets fail, since when, and their circuits: what a new start goes on with. A target without a row is well.
// Uses the given connection and its thread; writing inside a transaction.
#pragma once

#include "core/domain/targethealth.h"
#include "core/store/sql/database.h"

#include <QList>

namespace callboard {

class HealthStore {
public:
    explicit HealthStore(Database &db)
        : m_db(db)
    {
    }

    [[nodiscard]] Result<QList<TargetHealth>> all(); // by target
    // Of those alone that are meant to be sent to: what came back late of a paused one says nothing any more.
    [[nodiscard]] Result<QList<TargetHealth>> ofEnabled();
    [[nodiscard]] Result<void> save(const TargetHealth &health); // makes or replaces
    [[nodiscard]] Result<void> remove(TargetId target);          // it is well again, or gone

private:
    Result<QList<TargetHealth>> read(const QString &sql, const QVariantList &values);

    Database &m_db;
};

} // namespace callboard

// The sealed keys by which targets sign, of all targets in one query. Uses the given connection and its thread.
#pragma once

#include "core/domain/ids.h"
#include "core/domain/signing.h"
#include "core/store/sql/database.h"

#include <QHash>
#include <QList>

namespace callboard {

class SigningKeyStore {
public:
    explicit SigningKeyStore(Database &db)
        : m_db(db)
    {
    }

    [[nodiscard]] Result<QHash<TargetId, QList<SigningKey>>> all(); // each newest first
    // Inside a transaction; in place of those that were there.
    [[nodiscard]] Result<void> replace(TargetId target, const QList<SigningKey> &keys);

private:
    Database &m_db;
};

} // namespace callboard

// Small settings of a workspace by name (table meta). Secrets are sealed by the caller. Uses the given connection.
#pragma once

#include "core/store/sql/database.h"

namespace callboard {

class SettingStore {
public:
    explicit SettingStore(Database &db)
        : m_db(db)
    {
    }

    [[nodiscard]] Result<QString> value(const QString &key); // empty: not set
    [[nodiscard]] Result<void> set(const QString &key, const QString &value);

private:
    Database &m_db;
};

} // namespace callboard

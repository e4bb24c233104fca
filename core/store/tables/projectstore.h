// Spark projects; the Media Callback URL is their target's. Uses the given connection and its thread; writing inside a
// transaction.
#pragma once

#include "core/domain/project.h"
#include "core/store/sql/database.h"

#include <QList>

namespace callboard {

class ProjectStore {
public:
    explicit ProjectStore(Database &db)
        : m_db(db)
    {
    }

    [[nodiscard]] Result<QList<Project>> all();              // by name
    [[nodiscard]] Result<Project> byId(const QString &id);   // NotFound
    [[nodiscard]] Result<void> save(const Project &project); // makes or replaces
    [[nodiscard]] Result<void> remove(const QString &id);

private:
    Database &m_db;
};

} // namespace callboard

// What differs between the databases a workspace can live in. Everything else in core/store is SQL that all of them
// understand. SQLite today.
#pragma once

#include <QString>

namespace callboard {

enum class Dialect { Sqlite, Postgres };

[[nodiscard]] QString forDialect(QString sql, Dialect dialect); // {id}, {blob}, {now}
[[nodiscard]] QString beginWriting(Dialect dialect);            // takes the write lock at once

} // namespace callboard

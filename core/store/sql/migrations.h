// The numbered SQL files of resources/schema, applied in order, each in a transaction of its own.
#pragma once

#include "core/domain/error.h"
#include "core/store/sql/dialect.h"

#include <QStringList>

namespace callboard {

// Highest number there is.
[[nodiscard]] int newestSchema();
// The statements of migration `number` (1-based), comments removed.
[[nodiscard]] QStringList migrationStatements(int number, Dialect dialect);

} // namespace callboard

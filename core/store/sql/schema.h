// What a workspace's file consists of, held against what the numbered SQL files make: so that nothing of somebody
// else's runs by itself in a file that was handed over. Any thread, each with a connection of its own; nothing is
// changed.
#pragma once

#include "core/domain/error.h"

#include <QMap>
#include <QStringList>

struct sqlite3;

namespace callboard {

// Text of every table, index, trigger and view by "table delivery", white space aside.
using Schema = QMap<QString, QString>;

[[nodiscard]] Result<Schema> schemaOf(sqlite3 *db);
// As the files up to `version` make it.
[[nodiscard]] Result<Schema> schemaAsMade(int version);

// What of `db` Callboard did not make, or not so ("trigger steal", "table delivery, changed"); what is missing is not
// looked for. What SQLite keeps of its own accord is fine. Outside a transaction.
[[nodiscard]] Result<QStringList> notAsMade(sqlite3 *db);

// No trigger of the file runs, no view of it is read, no function in its tables' definitions has an effect, no SQL
// can damage its structures. For every connection to a file, right after it was opened.
void distrustSchema(sqlite3 *db);

} // namespace callboard

// Whether a workspace's file can be trusted: a short look after a stop that was none, a thorough one when asked for.
// Nothing here writes to the file but the mark of being in use.
#pragma once

#include "core/store/sql/database.h"

#include <QStringList>

namespace callboard {

class RawFile;

// The structure of the file, without holding its indexes against its tables. StoreCorrupt says what is wrong first and
// what can be done.
[[nodiscard]] Result<void> quickCheck(Database &db);
[[nodiscard]] Result<void> quickCheck(RawFile &file);

// Whoever dispatches a workspace marks it in use from start to end. True: the mark of one that was killed was there
// still, and the file is worth a quickCheck() beside the work. Outside a transaction.
[[nodiscard]] Result<bool> markRunning(Database &db);
[[nodiscard]] Result<void> markStopped(Database &db);

// All that can be found wrong, in sentences; none: it is sound. Looks at the file's structure, at references between
// its tables, at the tables themselves, and recounts the ledger. `step` says what is looked at next. NotADatabase,
// NewerSchema and StoreUnavailable where there is nothing to be verified.
[[nodiscard]] Result<QStringList> verifyWorkspace(const QString &workspace,
                                                  const std::function<void(const QString &)> &step = {});

} // namespace callboard

// Recounts from the tables alone that every accepted event has exactly one outcome for each target it was owed to, and
// that every outcome is borne out by its attempts. What does not balance is named.
#pragma once

#include "core/store/sql/database.h"
#include "core/store/workspacereader.h"

namespace callboard {

[[nodiscard]] Result<LedgerCount> recount(Database &db);

// The same from the sums kept with every change: one look-up, whatever the size of the workspace.
[[nodiscard]] Result<LedgerCount> balance(Database &db);

} // namespace callboard

// A second opinion on the ledger: counts from the targets' rules alone how many of them wanted each event, and compares
// that with what the event was written down to be owed. Reads every event once, in order; memory for the rules only.
#pragma once

#include "core/store/sql/database.h"

#include <QStringList>

namespace callboard {

// Sentences that name the events that differ, oldest first; ends after `most` of them. Events from before the rules
// were recorded, and those up to the total `rules_checked_from` (their history was shortened), are left out.
[[nodiscard]] Result<QStringList> unexplainedByRules(Database &db, int most);

} // namespace callboard

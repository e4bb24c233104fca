// What can still be read of a damaged workspace, put into a new one: definitions first, then history. The damaged file
// is only read.
#pragma once

#include "core/domain/error.h"

#include <functional>

namespace callboard {

struct Salvaged {
    qint64 rows = 0;
    bool complete = true; // everything could be read
};

// Conflict: there is such a file already. What hangs on rows that are lost is left out, so that the new workspace is
// sound; a delivery whose attempts are lost is named by the audit. `tell` gets one sentence a table.
[[nodiscard]] Result<Salvaged> salvageWorkspace(const QString &damaged, const QString &file,
                                                const std::function<void(const QString &)> &tell = {});

} // namespace callboard

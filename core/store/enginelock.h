// Who dispatches a workspace: at most one process at a time. Kept for as long as the object lives; a process that was
// killed does not keep it.
#pragma once

#include "core/domain/error.h"

#include <QLockFile>

#include <memory>

namespace callboard {

// WorkspaceInUse names the process that holds it.
[[nodiscard]] Result<std::unique_ptr<QLockFile>> lockEngine(const QString &workspace);

} // namespace callboard

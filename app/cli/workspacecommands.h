// callboard workspace: the file as a whole - what is in it, a copy of it, how long its history is kept, whether it can
// be trusted.
#pragma once

#include "app/cli/output.h"

#include <optional>
#include <string>

namespace callboard::cli {

[[nodiscard]] int workspaceInfo(const Common &common);
[[nodiscard]] int backupWorkspace(const Common &common, const QString &file);
[[nodiscard]] int verifyWorkspace(const Common &common);
// What can still be read of a damaged workspace, into a new one.
[[nodiscard]] int salvageWorkspace(const Common &common, const QString &file);

struct PruneOptions {
    std::string olderThan;
    bool plan = false;
    bool yes = false;
    bool vacuum = false; // gives the room back to the disk; nothing else may run the workspace meanwhile
};
[[nodiscard]] int pruneWorkspace(const Common &common, const PruneOptions &options);

// What is absent stays as it is; without either it is only shown.
struct RetentionOptions {
    std::optional<std::string> age, limit;
};
[[nodiscard]] int setRetention(const Common &common, const RetentionOptions &options);

} // namespace callboard::cli

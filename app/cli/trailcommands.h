// callboard trail, and callboard target history | compare | restore: who changed what, and definitions from before.
#pragma once

#include "app/cli/output.h"

#include <string>

namespace callboard::cli {

struct TrailOptions {
    std::string subject; // target:5
    std::string since;   // 7d, or a time in ISO 8601
    std::string text;
    int limit = 100;
    int revision = 0; // of compare and restore
    int other = 0;    // of compare; 0: the present
};

[[nodiscard]] int listTrail(const Common &common, const TrailOptions &options);
// TARGET by id or name; one that was removed by its id.
[[nodiscard]] int showHistory(const Common &common, const QString &target, const TrailOptions &options);
[[nodiscard]] int compareRevisions(const Common &common, const QString &target, const TrailOptions &options);
[[nodiscard]] int restoreRevision(const Common &common, const QString &target, const TrailOptions &options);

} // namespace callboard::cli

// A workspace's file as a whole: what is in it, a copy of it made while it is written to, and room given back. Files
// made here belong to their owner alone (0600), appear under their name only when they are complete, and never take
// the place of another, except where said.
#pragma once

#include "core/domain/retention.h"
#include "core/store/sql/database.h"

#include <functional>

namespace callboard {

struct WorkspaceInfo {
    QString path;
    QString tag;
    qint64 schema = 0;
    qint64 fileBytes = 0; // with its write-ahead log
    qint64 usedBytes = 0; // of them; the rest is used again
    qint64 targets = 0;
    qint64 events = 0;
    qint64 deliveries = 0;
    qint64 open = 0; // of the deliveries
    qint64 attempts = 0;
    qint64 pruned = 0; // pairs of event and target whose history is gone
    std::optional<Timestamp> oldestEvent;
    std::optional<Timestamp> newestEvent;
    Retention retention;
};

[[nodiscard]] Result<WorkspaceInfo> workspaceInfo(Database &db);

// Called now and then with how much is done, 0 to 100.
using FileProgress = std::function<void(int percent)>;

// The workspace as it is at this moment, copied page by page; whoever writes to it goes on. The copy is checked before
// it gets its name. Conflict: there is such a file already. StoreCorrupt: the workspace is damaged, and there is no
// copy.
[[nodiscard]] Result<void> backupWorkspace(Database &db, const QString &file, const FileProgress &progress = {});

// WORKSPACE.schemaN.bak, made before a migration from schema N and kept; one that an interrupted migration left behind
// is replaced. For Database alone, on its own connection, outside a transaction.
[[nodiscard]] Result<QString> keepBeforeMigration(sqlite3 *source, const QString &workspace, int schema);

// Gives freed pages back to the disk. Needs the workspace for itself, and as much room again while it runs.
[[nodiscard]] Result<void> compact(Database &db);

} // namespace callboard

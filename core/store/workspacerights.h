// What other users of this machine may do to a workspace's files. Any thread; the files are looked at and never opened.
#pragma once

#include "core/domain/error.h"

#include <optional>

namespace callboard {

// StoreUnavailable: everybody may write to the file, or take it away from its directory. No file is fine.
[[nodiscard]] Result<void> checkRights(const QString &workspace);
// One sentence; empty optional: the workspace is its owner's alone.
[[nodiscard]] std::optional<QString> sharedRights(const QString &workspace);
// StoreUnavailable: they are somebody else's files, or the disk does not know of rights.
[[nodiscard]] Result<void> makePrivate(const QString &workspace);

} // namespace callboard

// A short name for a workspace: the same however its path is spelled, before the file exists and after.
#pragma once

#include <QString>

namespace callboard {

[[nodiscard]] QString workspaceKey(const QString &workspace); // 16 letters of 0-9 a-f

} // namespace callboard

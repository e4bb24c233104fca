// A consistent copy of an open database, whoever writes to it meanwhile: complete, checked and on disk before it gets
// its name.
#pragma once

#include "core/domain/error.h"

#include <functional>

struct sqlite3;

namespace callboard {

enum class FileExists { Refuse, Replace };

// Outside a transaction of `source`. The copy says of itself that it is not in use. Where it fails nothing is left.
[[nodiscard]] Result<void> copyDatabase(sqlite3 *source, const QString &path, FileExists exists,
                                        const std::function<void(int percent)> &progress);

} // namespace callboard

// One attempt as a curl command that sends the same request when it is pasted into a POSIX shell. Works from the stored
// head, in which secret values are masked already. A body that a command line can't carry goes through printf.
#pragma once

#include "core/domain/attempt.h"

#include <QString>
#include <QUrl>

namespace callboard {

// `called`, where it went, gives scheme, host and port; the path and query are those that were sent.
[[nodiscard]] QString curlCommand(const Attempt &attempt, const QUrl &called);

} // namespace callboard

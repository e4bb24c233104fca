// An attempt's request as text for the clipboard, besides curlCommand(): as HTTPie's command, or as it went over the
// wire. Secret values are masked as they are stored. Pure.
#pragma once

#include "core/domain/attempt.h"

#include <QString>
#include <QUrl>

namespace callboard {

[[nodiscard]] QString httpieCommand(const Attempt &attempt, const QUrl &called);
// A body that is no text is named in its place, with its size: never left out silently.
[[nodiscard]] QString rawRequest(const Attempt &attempt);

// Links that open in the running program.
[[nodiscard]] QString deliveryLink(DeliveryId id);
[[nodiscard]] QString targetLink(TargetId id);

} // namespace callboard

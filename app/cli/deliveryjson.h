// A delivery as JSON for scripts and as text for people. Unknown is null in JSON and "–" in text.
#pragma once

#include "core/store/deliveryjson.h"

#include <QJsonObject>

namespace callboard::cli {

// Its row with `events` and `attempts`; bodies as text, or as base64 in `…Base64` where they are not UTF-8.
[[nodiscard]] QJsonObject toJson(const DeliveryDetail &detail, const QString &workspaceTag);
[[nodiscard]] QString toText(const DeliveryDetail &detail);

} // namespace callboard::cli

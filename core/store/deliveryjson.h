// A delivery's row as JSON, for scripts: what INTERFACES names under "JSON Lines of deliveries". Unknown is null. Pure.
#pragma once

#include "core/store/deliveryquery.h"

#include <QJsonObject>

namespace callboard {

[[nodiscard]] QJsonObject toJson(const DeliveryRow &row, const QString &workspaceTag);

} // namespace callboard

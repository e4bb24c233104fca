// A DeliveryFilter as SQL: the condition and its bound values. Values are never written into the text.
#pragma once

#include "core/store/deliveryquery.h"

#include <QVariant>

namespace callboard {

struct SqlCondition {
    QString text; // begins with "1 = 1", over the aliases d (delivery) and t (target)
    QVariantList values;
};

[[nodiscard]] SqlCondition conditionFor(const DeliveryFilter &filter);

} // namespace callboard

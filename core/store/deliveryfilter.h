// A DeliveryFilter as SQL: the condition and its bound values. Values are never written into the text.
#pragma once

#include "core/store/deliveryquery.h"

#include <QVariant>

namespace callboard {

struct SqlCondition {
    QString text; // begins with "1 = 1", over the alias d (delivery)
    QVariantList values;
};

[[nodiscard]] SqlCondition conditionFor(const DeliveryFilter &filter);
void addCondition(const DeliveryCondition &condition, SqlCondition &sql); // as one more " AND ..."
[[nodiscard]] SqlCondition anywhere(const QString &text);                 // in what a list says of a delivery
[[nodiscard]] QString escapedForLike(QString text);                       // with \ as the escape

} // namespace callboard

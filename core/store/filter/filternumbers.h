// Those keys of the filter's language whose values are numbers or moments: what they take, and what they are about.
// Pure.
#pragma once

#include "core/domain/clock.h"
#include "core/store/deliveryquery.h"
#include "core/store/filter/filterkeys.h"

#include <QStringList>

#include <optional>

namespace callboard {

// What a value of the key looks like, for whoever wrote another.
[[nodiscard]] QStringList formsOf(FilterKey key);
[[nodiscard]] std::optional<NumberRange> numbersOf(FilterKey key, const QString &relation, const QString &text,
                                                   Timestamp now);
[[nodiscard]] DeliveryCondition::Field fieldOf(FilterKey key);

} // namespace callboard

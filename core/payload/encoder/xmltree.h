// An encoder's XML as the JSON that says the same: an element with elements in it is an object, one with type="array"
// (or with several children of one name) an array of its children, a leaf a string, nil="true" null. Any root.
#pragma once

#include "core/domain/error.h"

#include <QByteArray>

namespace callboard {

// Malformed: not XML, a DOCTYPE, deeper than kDeepestNesting, one name twice among others.
[[nodiscard]] Result<QByteArray> xmlAsJson(const QByteArray &xml);

} // namespace callboard

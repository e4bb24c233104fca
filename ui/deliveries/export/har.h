// Attempts as entries of an HTTP Archive 1.2, one after the other, so that a long list is never in memory as a whole.
// Secret values are masked as they are stored; bytes that are no text are base64. What HAR has no place for stands in
// fields that begin with an underscore. Pure.
#pragma once

#include "core/store/deliveryquery.h"

#include <QByteArray>
#include <QString>

namespace callboard {

[[nodiscard]] QByteArray harBegin(const QString &version); // of this program
// Comma-separated: one for each attempt that was a request over HTTP; empty: none was.
[[nodiscard]] QByteArray harEntries(const DeliveryDetail &detail);
[[nodiscard]] QByteArray harEnd();

} // namespace callboard

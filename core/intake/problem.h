// Refusals as problem details (RFC 9457): type, title, status and a detail that names what was wrong and where.
#pragma once

#include "core/domain/error.h"
#include "core/intake/doormessage.h"

namespace callboard {

// `kind` becomes the type urn:callboard:problem:KIND; the title is the status's own phrase.
[[nodiscard]] DoorAnswer problem(int status, const QString &kind, const QString &detail);
// What the sink could not take: 409 for a conflict, 400 for content, else 503 with Retry-After.
[[nodiscard]] DoorAnswer problemOf(const Error &error);
[[nodiscard]] DoorAnswer unavailable(const QString &detail);

} // namespace callboard

// Refusals as problem details (RFC 9457): type, title, status and a detail that names what was wrong and where.
#pragma once

#include "core/domain/error.h"
#include "core/intake/doormessage.h"

#include <chrono>

namespace callboard {

// `kind` becomes the type urn:callboard:problem:KIND; the title is the status's own phrase.
[[nodiscard]] DoorAnswer problem(int status, const QString &kind, const QString &detail);
// What the sink could not take. 503 with Retry-After only for what passes by itself: the store or the vault is away;
// 404 for what is not there, 409 for what is in the way, else 400: the same once more would fare no better.
[[nodiscard]] DoorAnswer problemOf(const Error &error);
[[nodiscard]] DoorAnswer unavailable(const QString &detail);
// 429 with Retry-After: `wait` in whole seconds, one at least.
[[nodiscard]] DoorAnswer tooMany(const QString &detail, std::chrono::nanoseconds wait);

} // namespace callboard

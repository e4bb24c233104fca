// The Retry-After header (RFC 9110 §10.2.3): seconds or an HTTP date, held to between nothing and a day, so that no
// receiver can put a delivery off for ever. Pure.
#pragma once

#include "core/domain/clock.h"

#include <QByteArray>

#include <chrono>
#include <optional>

namespace callboard {

// Empty optional: absent, or neither of the two.
[[nodiscard]] std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &value, Timestamp now);

} // namespace callboard

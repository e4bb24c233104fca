// How many requests may leave in how much time, as people write it: "50/s", "100/min", "1000/h". A plain value; what
// keeps to it is core/engine/tokenbucket.h.
#pragma once

#include "core/domain/clock.h"

#include <QString>

#include <optional>

namespace callboard {

struct Rate {
    int count = 0; // requests; 0: no limit
    Milliseconds per{1000};

    [[nodiscard]] bool isSet() const { return count > 0; }

    bool operator==(const Rate &) const = default;
};

// At least one request, at most 100000/s. Anything else, nothing at all included: empty optional.
[[nodiscard]] std::optional<Rate> rateFrom(const QString &text);
// As a field or an option has it: nothing or "none" is no limit.
[[nodiscard]] std::optional<Rate> rateLimitFrom(const QString &text);
[[nodiscard]] QString rateText(const Rate &rate); // empty when unset

} // namespace callboard

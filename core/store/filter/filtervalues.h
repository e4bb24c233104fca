// The values of the filter's language as numbers, moments and patterns. Pure; an empty optional: not such a value.
#pragma once

#include "core/domain/clock.h"
#include "core/store/deliveryquery.h"

#include <QString>

#include <optional>

namespace callboard {

// 24h (that long before `now`), 2026-11-22, 2026-11-22T10:00 (local), 2026-11-22T09:00Z, today, yesterday.
[[nodiscard]] std::optional<Timestamp> momentFrom(const QString &text, Timestamp now);
// The shortest that momentFrom() reads as the same moment; local time where it is unambiguous.
[[nodiscard]] QString momentText(Timestamp moment);

// 4711, 3..5, 3.., or with a relation other than ':' all that stand in it to the number.
[[nodiscard]] std::optional<NumberRange> numberRange(const QString &relation, const QString &text);
// 503, 5xx, 500..599, none.
[[nodiscard]] std::optional<NumberRange> codeRange(const QString &relation, const QString &text);
// dur>2s, dur:1s..5s in microseconds; a single duration with ':' is none.
[[nodiscard]] std::optional<NumberRange> durationRange(const QString &relation, const QString &text);
// ended:24h is from then on; ended:A..B before B.
[[nodiscard]] std::optional<NumberRange> momentRange(const QString &relation, const QString &text, Timestamp now);

// A pattern of LIKE, with * for anything; `inside`: anywhere in the text. In quotation marks a * is itself.
[[nodiscard]] QString likePattern(const QString &text, bool quoted, bool inside);
// The same as a pattern of GLOB, for what is opaque: upper and lower case differ, but not inside.
[[nodiscard]] QString globPattern(const QString &text, bool quoted, bool inside);

} // namespace callboard

// How the overview's figures are put into words. Pure; unknown is "–", never 0.
#pragma once

#include "core/domain/activity.h"
#include "ui/overview/overviewreading.h"

#include <QString>

namespace callboard::overviewwords {

inline const QString kUnknown = QStringLiteral("–");

[[nodiscard]] QString number(qint64 count);
// Rounded down: only what arrived altogether is 100 %.
[[nodiscard]] QString percent(std::optional<double> share);
[[nodiscard]] QString duration(std::optional<Milliseconds> duration);                              // "38 ms", "1.2 s"
[[nodiscard]] QString pair(std::optional<Milliseconds> first, std::optional<Milliseconds> second); // "38 · 120 ms"
[[nodiscard]] QString age(Milliseconds age);           // "12 s", "3 min", "5 h", "2 d"
[[nodiscard]] QString rangeWord(OverviewRange range);  // "24 h"
[[nodiscard]] QString stepWord(Milliseconds step);     // "minute", "15 min", "hour"
[[nodiscard]] QString spanWord(const TimeSpan &span);  // "14 Feb, 10:40 – 10:45"
[[nodiscard]] QString momentWord(Timestamp time);      // "14 Feb, 10:40"
[[nodiscard]] QString causeWord(const QString &cause); // "503 Service Unavailable"
// One line for each figure that is not nothing; what was delivered always.
[[nodiscard]] QString outcomes(const ActivityCounts &counts);
[[nodiscard]] QString answerTimes(const ActivityCounts &counts);

} // namespace callboard::overviewwords

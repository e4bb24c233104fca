// The words for targets that do nothing but fail: in a row, in full, and for the banner. Pure, translated; times are
// relative to `now`.
#pragma once

#include "core/store/workspacereader.h"

namespace callboard::words {

// Failing for 3 h; Circuit open; from half of the way on Pauses in 50 h: short, for a row.
[[nodiscard]] QString health(const TargetHealth &health, Timestamp now);
// Paused by Callboard on 27 Nov, 14:05 unless something arrives
[[nodiscard]] QString forecast(const TargetHealth &health, Timestamp now);
// Since when, what share failed, what goes on, what comes, what to do: a line each. Empty for one that is well; for a
// paused one why, and what to do.
[[nodiscard]] QString stateInFull(const TargetSummary &summary, Timestamp now);
// For the form of a target that fails; empty for any other.
[[nodiscard]] QString formRemark(const TargetSummary &summary);

// Those that Callboard is going to pause, the first of them first.
[[nodiscard]] QList<TargetSummary> aboutToBePaused(const QList<TargetSummary> &all, Timestamp now);
// 2 targets will be paused by Callboard within 60 h unless something arrives: …
[[nodiscard]] QString pauseWarning(const QList<TargetSummary> &about, Timestamp now);

} // namespace callboard::words

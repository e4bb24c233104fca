// The rows of the overview's rankings: what each says, and the list that it counts. Pure.
#pragma once

#include "ui/overview/overviewreading.h"
#include "ui/overview/rankingtable.h"

namespace callboard {

[[nodiscard]] RankingRow rankingRow(const TargetActivity &target, Timestamp since);
[[nodiscard]] RankingRow rankingRow(const FailureCause &cause, Timestamp since, Timestamp now);

} // namespace callboard

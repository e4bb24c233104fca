// A target as the commands print it: a line, in detail, or as one JSON object with how it fares.
#pragma once

#include "app/cli/output.h"
#include "app/cli/targetsigning.h"
#include "core/domain/target.h"
#include "core/domain/targethealth.h"

#include <optional>

namespace callboard::cli {

using Health = std::optional<TargetHealth>; // absent: it is well, or not enabled

void print(const Common &common, const CallbackTarget &target, const Health &health = {}, const KeyNews &news = {});
void printDetails(const CallbackTarget &target, const Health &health, const KeyNews &news);

} // namespace callboard::cli

// callboard explain
#pragma once

#include "app/cli/output.h"

namespace callboard::cli {

struct ExplainOptions {
    std::string file;     // of events; "-": standard input
    std::string delivery; // in its place: the event behind this delivery
};

// Who would be called for each event, who not, and why; who was, for an event that was taken in. Sends nothing.
[[nodiscard]] int explainEvents(const Common &common, const ExplainOptions &options);

} // namespace callboard::cli

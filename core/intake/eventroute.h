// POST /v1/events: CloudEvents in the structured, batch and binary mode of their HTTP binding, handed to the sink
// whole, answered 202 once it has them on disk.
#pragma once

#include "core/intake/eventsink.h"
#include "core/intake/route.h"

namespace callboard {

// `sink` outlives the route.
[[nodiscard]] Route eventRoute(EventSink &sink);

} // namespace callboard

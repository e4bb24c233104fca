// GET /healthz (the process answers; no token) and GET /readyz (it takes events).
#pragma once

#include "core/intake/route.h"

#include <functional>

namespace callboard {

[[nodiscard]] Route healthRoute();
// `isReady` is asked in the door's thread.
[[nodiscard]] Route readyRoute(std::function<bool()> isReady);

} // namespace callboard

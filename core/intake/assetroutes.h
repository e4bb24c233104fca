// POST /assets, LightFlow's publish request: application/json alone (415 for anything else, a missing type too),
// answered 201 once the asset and its callbacks are on disk. GET /assets/{uuid}: what is known of it, 404 if nothing.
#pragma once

#include "core/intake/platformsink.h"
#include "core/intake/route.h"

namespace callboard {

// `sink` outlives the routes.
[[nodiscard]] QList<Route> assetRoutes(PlatformSink &sink);

} // namespace callboard

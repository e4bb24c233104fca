// POST /v1/encoders/ENCODER[/ASSET]: an encoder's own notification, as JSON, XML or form fields (no content type: told
// by its first byte). Encoders can't be given the door's token as Bearer, so Basic and the encoder's secret do too.
// Answered 202 once it is on disk, whether it matches an asset or not.
#pragma once

#include "core/intake/platformsink.h"
#include "core/intake/route.h"

namespace callboard {

// `sink` outlives the routes.
[[nodiscard]] QList<Route> encoderRoutes(Encoder encoder, PlatformSink &sink);

} // namespace callboard

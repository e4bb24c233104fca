// A request's head as the library hands it over, as values of ours. Door's thread.
#pragma once

#include "core/intake/doormessage.h"

struct MHD_Connection;

namespace callboard {

[[nodiscard]] DoorRequest readRequestHead(MHD_Connection *connection, const char *path, const char *method);

} // namespace callboard

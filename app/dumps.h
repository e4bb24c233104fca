// Keeps what is in memory, secrets among it, out of the reach of others.
#pragma once

namespace callboard {

// No core file is written, and no other process of this user may look into this one's memory or attach to it. At the
// start, before there is a secret. A sanitizer, which looks into its own, is left alone.
void refuseDumps();

} // namespace callboard

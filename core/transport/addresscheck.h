// What a look-up is good for: the addresses that may be dialled, or why there are none. Pure, and the same for every
// transport that dials by itself.
#pragma once

#include "core/transport/resolver.h"
#include "core/transport/verdict.h"

#include <tl/expected.hpp>

namespace callboard {

// The first few, in the resolver's order; never empty. `host`: as people read it.
[[nodiscard]] tl::expected<QList<QHostAddress>, Verdict> addressesToDial(const Resolution &resolution,
                                                                         const QString &host, bool allowPrivate);

} // namespace callboard

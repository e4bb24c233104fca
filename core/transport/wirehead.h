// The head of a request exactly as it goes over the wire: what the transports send, the log keeps and a preview shows.
// Pure.
#pragma once

#include "core/transport/transport.h"

namespace callboard {

// Host first, then what Callboard always says of itself, then the request's own headers, joined where they repeat.
[[nodiscard]] WireHeaders wireHeaders(const TransportRequest &request);

// Request line and headers with CRLF line ends and the empty line.
[[nodiscard]] QByteArray wireHead(const TransportRequest &request);

} // namespace callboard

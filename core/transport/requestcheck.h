// The last look at a request before a byte of it leaves: what passes here can't split a header, smuggle a second
// request or carry a credential in its URL. Pure.
#pragma once

#include "core/transport/transport.h"

#include <optional>

namespace callboard {

// The sentence that says what is wrong; empty optional: it may be sent.
[[nodiscard]] std::optional<QString> requestProblem(const TransportRequest &request);

// Headers of the same name become one (RFC 9110 §5.3), in the place of the first.
[[nodiscard]] WireHeaders joinedHeaders(const WireHeaders &headers);
[[nodiscard]] bool hasHeader(const WireHeaders &headers, QByteArrayView name);

} // namespace callboard

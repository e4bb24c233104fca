// The last look at a mail before a byte of it leaves: what passes here can't split a header, add a recipient or end the
// message early. Pure.
#pragma once

#include "core/transport/mailjob.h"
#include "core/transport/transport.h"

#include <optional>

namespace callboard {

// The sentence that says what is wrong; empty optional: it may be sent.
[[nodiscard]] std::optional<QString> mailProblem(const TransportRequest &request);

} // namespace callboard

// HTTP/1.1 messages with a Content-Length, as far as a load needs them. Pure.
#pragma once

#include <string_view>

namespace callboard {

// Size of the first whole message; 0: it isn't there yet. Without Content-Length it has no body.
[[nodiscard]] size_t wholeMessage(std::string_view bytes);
// Of a response; 0: it has none.
[[nodiscard]] int statusOf(std::string_view response);

} // namespace callboard

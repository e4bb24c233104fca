// What core says of the vault: why it is closed, which is the reason for which deliveries are held, and why its key
// can't be had or changed. For recorded.cpp.
#pragma once

#include <span>

namespace callboard {

[[nodiscard]] std::span<const char *const> vaultSentences();

} // namespace callboard

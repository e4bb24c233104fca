// What went wrong with an e-mail, on whose side it is and what to do: one sentence or two. Pure.
#pragma once

#include "core/domain/attempt.h"

namespace callboard::deliverytext {

[[nodiscard]] QString mailAdvice(const Exchange &exchange);

} // namespace callboard::deliverytext

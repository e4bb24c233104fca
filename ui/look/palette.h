// The two palettes of the program. Roles with a meaning of our own: Mid is a hairline, Dark the edge of a control,
// Midlight the ground under the pointer, Link the accent (contrast 5:1 and more on Base and Window).
#pragma once

#include <QPalette>

namespace callboard::look {

[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();

} // namespace callboard::look

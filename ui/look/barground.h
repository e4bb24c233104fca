// The ground of a bar that says something above a page or in a form: a touch of the tone's colour, with an edge of it
// where the text begins. For a bar's paintEvent().
#pragma once

#include "ui/look/look.h"

namespace callboard::look {

void paintBarGround(QWidget &bar, Tone tone);

} // namespace callboard::look

// QCustomPlot's header counts on a word that this program does without (QT_NO_FOREACH): it is lent to it here. Include
// this, in source files only, and never qcustomplot.h.
#pragma once

#include "core/domain/clock.h"

#define foreach(variable, container) for (variable : container)
#include <qcustomplot.h>
#undef foreach

#include <cmath>

namespace callboard {

// Times as a plot has them: seconds since 1970.
[[nodiscard]] inline double plotSeconds(Timestamp time)
{
    return double(time.time_since_epoch().count()) / 1000.0;
}
[[nodiscard]] inline Timestamp timeOfPlot(double seconds)
{
    return Timestamp(Milliseconds(std::llround(seconds * 1000.0)));
}

} // namespace callboard

// A window's first size, on screens that are smaller than it too. GUI thread.
#pragma once

#include <QScreen>
#include <QWidget>

namespace callboard::look {

// What a window manager puts around a window at most; it says so only once the window is shown.
inline constexpr QSize kWindowFrame(16, 48);

inline void resizeWithinScreen(QWidget *window, const QSize &size)
{
    window->resize(size.boundedTo(window->screen()->availableSize() - kWindowFrame));
}

} // namespace callboard::look

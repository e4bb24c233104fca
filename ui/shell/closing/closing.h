// What closing the window means: the end of the program, or that it goes on sending without one. Asked once, where it
// makes a difference; the answer is the user's own, kept with the window's settings.
#pragma once

#include <QString>

class QSettings;

namespace callboard {

enum class OnClose { Ask, Stay, Quit };

struct WindowSettings {
    OnClose onClose = OnClose::Ask;
    bool tray = true;   // an icon while there is no window, where the desktop has a place for it
    bool notify = true; // of failures while the window is in the background: notices/failurewatch.h

    bool operator==(const WindowSettings &) const = default;
};

[[nodiscard]] WindowSettings readWindowSettings(const QSettings &settings);
void keepWindowSettings(QSettings &settings, const WindowSettings &window);

struct ClosingFacts {
    bool sending = false;    // this process sends; else closing ends nothing but the window
    bool anyEnabled = false; // some target is
    qint64 toSend = 0;
    QString door; // where events come in; empty: closed
};

// Ask: nobody has said yet, and something would be left undone.
[[nodiscard]] OnClose meaningOfClosing(OnClose kept, const ClosingFacts &facts);

} // namespace callboard

// What stands in a window to be read: labels, buttons, titles of groups, tabs and columns. For tests that ask whether
// it is translated, and whether there is room for it.
#pragma once

#include <QStringList>
#include <QWidget>

namespace callboard {

// Everything that is in the sources, not what was typed or came from outside.
[[nodiscard]] QStringList shownWords(const QWidget &window);

// Labels and buttons that are visible and need more width than they have, as “name: text”.
[[nodiscard]] QStringList cutOff(const QWidget &window);

// Keys that more than one visible control answers to.
[[nodiscard]] QStringList sharedMnemonics(const QWidget &window);

} // namespace callboard

// What stands in a window to be read: labels, buttons, titles of groups, tabs and columns. For tests that ask whether
// it is translated.
#pragma once

#include <QStringList>
#include <QWidget>

namespace callboard {

// Everything that is in the sources, not what was typed or came from outside.
[[nodiscard]] QStringList shownWords(const QWidget &window);

// Keys that more than one visible control answers to.
[[nodiscard]] QStringList sharedMnemonics(const QWidget &window);

} // namespace callboard

// Looks at a window as one who has a keyboard and no mouse, ears and no eyes, or a large type. Faults are sentences for
// a test's message; an empty list is a pass.
#pragma once

#include <QStringList>
#include <QWidget>

namespace callboard::controls {

// What Tab should come to: shown, enabled, and taking the focus itself.
[[nodiscard]] QWidgetList stops(const QWidget &window);
// Controls that a screen reader could only call by their kind.
[[nodiscard]] QStringList unnamed(const QWidget &window);

struct Walk {
    QWidgetList visited; // in the order in which Tab came to them
    QStringList faults;  // where it was caught, where nothing showed that it was there
};
// Tab, from where the focus is until it is there again.
[[nodiscard]] Walk walk(QWidget &window);
[[nodiscard]] QStringList missed(const QWidget &window, const QWidgetList &visited);
// Against the direction of reading: left to right, then down, a column after the other.
[[nodiscard]] QStringList outOfOrder(const QWidget &window, const QWidgetList &visited);

// Words that have less room than they need.
[[nodiscard]] QStringList cutOff(const QWidget &window);

[[nodiscard]] QString called(const QWidget *widget);

} // namespace callboard::controls

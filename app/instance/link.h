// What the program is asked to show from outside: callboard://delivery/4711 and callboard://target/7, as the window's
// menus copy them; and, of the launcher's making, callboard://page/NAME and callboard://new-target. A link shows
// something and never sends, changes or removes anything.
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace callboard {

struct Link {
    enum class Kind { Page, Delivery, Target, NewTarget };
    Kind kind = Kind::Page;
    QString page;  // one of pageNames()
    qint64 id = 0; // of a delivery or target

    bool operator==(const Link &) const = default;
};

// The pages by their names on the command line; `failures` are the deliveries that failed.
[[nodiscard]] QStringList pageNames();
[[nodiscard]] std::optional<Link> parseLink(const QString &text);
[[nodiscard]] QString pageLink(const QString &page);
[[nodiscard]] QString newTargetLink();
// Of an action of the desktop entry; empty: there is none of that name.
[[nodiscard]] QString linkOfAction(const QString &action);

} // namespace callboard

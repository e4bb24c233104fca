// What the program is built on, for the about dialog and for who reports a problem. One table.
#pragma once

#include <QList>
#include <QString>

namespace callboard {

struct Library {
    QString name;
    QString version; // empty: it states none
    QString licence; // SPDX, where it has a name there
    QString what;    // it does here
};

[[nodiscard]] QList<Library> libraries();
// The program, its libraries and the system, a line each: goes into a report.
[[nodiscard]] QString versionText();

} // namespace callboard

// The manual that is compiled in: its pages, which of them explains a place of the window, and which hold some words.
// Pure but for reading the resource.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace callboard {

struct ManualPage {
    QString name;     // targets: the file's without its ending
    QString title;    // its first heading
    QString markdown; // as written
};

// A page, and a heading in it (as anchorOf() spells it); an empty heading is its top.
struct ManualPlace {
    QString page;
    QString heading;

    bool operator==(const ManualPlace &) const = default;
};

// In the order in which they are to be read. A test holds that there are files behind them.
[[nodiscard]] QStringList manualNames();
[[nodiscard]] QList<ManualPage> manualPages();

// `objectName`: of a page, a pane or a dialog. Empty where it is not in the table.
[[nodiscard]] ManualPlace manualPlaceOf(const QString &objectName);
[[nodiscard]] QStringList manualPlaces(); // all names that are
// "The port is busy" → the-port-is-busy: what links within the manual end in.
[[nodiscard]] QString anchorOf(const QString &heading);
// How often the page says all of the words; 0 where one of them is not in it.
[[nodiscard]] int occurrencesIn(const ManualPage &page, const QString &words);

} // namespace callboard

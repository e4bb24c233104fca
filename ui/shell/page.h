// One screen of the main window: what the rail shows and what the stack holds. app/ makes pages and adds them.
#pragma once

#include <QString>

#include <functional>

class QSettings;
class QWidget;

namespace callboard {

struct Page {
    QString name;              // the rail's word, translated
    QString icon;              // of look::icon()
    QWidget *widget = nullptr; // the window takes it over
    // Layout of the page (columns, splitters); either may be empty.
    std::function<void(const QSettings &)> restore;
    std::function<void(QSettings &)> save;
    // What was shown in this workspace (filter, selection, tab); not called after the program ended badly. Either may
    // be empty.
    std::function<void(const QSettings &)> resume{};
    std::function<void(QSettings &)> remember{};
};

} // namespace callboard

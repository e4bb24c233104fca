// What the command palette offers: every action of the window's menus and of its pages that has words, with its keys
// and, where it can't be done now, why. Main thread.
#pragma once

#include <QCoreApplication>
#include <QList>
#include <QString>

#include <functional>

class QAbstractItemView;
class QAction;
class QMenuBar;
class QWidget;

namespace callboard {

struct Command {
    QString title;
    QString place;    // the menu or page it is of
    QString keys;     // as they are written in menus; empty: none
    bool can = true;  // now
    QString obstacle; // why it can't be done; empty: not known, or it can
    std::function<void()> run;
};

// Says that `action` does nothing while no row of `view` is selected. A view's own actions need no such word.
void needsSelection(QAction &action, QAbstractItemView &view);
// What the palette calls `action`, where its own text is too short outside its menu.
void nameCommand(QAction &action, const QString &title);

[[nodiscard]] QList<Command> commandsOf(const QMenuBar &menus);
// Of a page and the widgets in it; `show` brings the page to the front before one of them runs.
[[nodiscard]] QList<Command> commandsOf(const QWidget &page, const QString &place, const std::function<void()> &show);

} // namespace callboard

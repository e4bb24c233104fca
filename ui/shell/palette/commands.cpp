#include "ui/shell/palette/commands.h"

#include <QAbstractItemView>
#include <QAction>
#include <QItemSelectionModel>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QSet>

namespace callboard {

namespace {

constexpr const char *kNeeds = "callboardNeedsSelectionIn";
constexpr const char *kTitle = "callboardCommandTitle";

struct Commands {
    Q_DECLARE_TR_FUNCTIONS(callboard::Commands)
};

// Menus mark a letter with & and may write keys after a tab.
QString withoutMarks(QString text)
{
    text = text.section(u'\t', 0, 0);
    return text.replace(QStringLiteral("&&"), QStringLiteral("\x1f")).remove(u'&').replace(u'\x1f', u'&');
}

bool hasSelection(const QAbstractItemView *view)
{
    return view->selectionModel() && view->selectionModel()->hasSelection();
}

const QAbstractItemView *neededView(const QAction &action, const QWidget &owner)
{
    if (const auto *view = qobject_cast<QAbstractItemView *>(action.property(kNeeds).value<QObject *>()))
        return view;
    return qobject_cast<const QAbstractItemView *>(&owner);
}

// A tool tip that only repeats the text gives no reason.
QString obstacleOf(const QAction &action, const QWidget &owner)
{
    if (const QAbstractItemView *view = neededView(action, owner); view && !hasSelection(view))
        return Commands::tr("nothing is selected");
    if (action.isEnabled() || action.toolTip() == withoutMarks(action.iconText()))
        return {};
    return action.toolTip();
}

bool isCommand(const QAction &action)
{
    return !action.isSeparator() && !action.menu() && action.isVisible() && !action.text().isEmpty();
}

Command commandOf(QAction &action, const QWidget &owner, const QString &place)
{
    Command command;
    command.title = action.property(kTitle).toString();
    if (command.title.isEmpty())
        command.title = withoutMarks(action.text());
    command.place = place;
    command.keys = action.shortcut().toString(QKeySequence::NativeText);
    command.obstacle = obstacleOf(action, owner);
    command.can = action.isEnabled() && command.obstacle.isEmpty();
    command.run = [guard = QPointer<QAction>(&action)] {
        if (guard)
            guard->trigger();
    };
    return command;
}

} // namespace

void needsSelection(QAction &action, QAbstractItemView &view)
{
    action.setProperty(kNeeds, QVariant::fromValue<QObject *>(&view));
}

void nameCommand(QAction &action, const QString &title)
{
    action.setProperty(kTitle, title);
}

QList<Command> commandsOf(const QMenuBar &menus)
{
    QList<Command> commands;
    for (const QAction *title : menus.actions()) {
        const QMenu *menu = title->menu();
        for (QAction *action : menu ? menu->actions() : QList<QAction *>()) {
            if (isCommand(*action))
                commands.append(commandOf(*action, *menu, withoutMarks(title->text())));
        }
    }
    return commands;
}

QList<Command> commandsOf(const QWidget &page, const QString &place, const std::function<void()> &show)
{
    QList<const QWidget *> widgets{&page};
    for (const QWidget *widget : page.findChildren<QWidget *>())
        widgets.append(widget);
    QList<Command> commands;
    QSet<const QAction *> seen;
    for (const QWidget *widget : std::as_const(widgets)) {
        if (qobject_cast<const QMenu *>(widget)) // its entries are about what was clicked
            continue;
        for (QAction *action : widget->actions()) {
            if (!isCommand(*action) || seen.contains(action))
                continue;
            seen.insert(action);
            Command command = commandOf(*action, *widget, place);
            command.run = [show, run = command.run] {
                show();
                run();
            };
            commands.append(command);
        }
    }
    return commands;
}

} // namespace callboard

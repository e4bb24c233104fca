// Desktop's other half: the command palette, where a number leads, and the demo beside this window.
#include "app/desktop.h"

#include "ui/deliveries/deliveriespage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/palette/commandpalette.h"

#include <QCoreApplication>
#include <QProcess>

namespace callboard {

void Desktop::showDelivery(DeliveryId id)
{
    m_window->setCurrentPage(m_deliveriesIndex);
    m_deliveries->selectDelivery(id);
}

// What a number may mean; a target only where there is one.
QList<Command> Desktop::commandsFor(qint64 number, const QList<CallbackTarget> &targets)
{
    QList<Command> commands{{tr("Go to delivery %1").arg(number), tr("Deliveries"), {}, true, {}, [this, number] {
                                 showDelivery(DeliveryId{number});
                             }}};
    for (const CallbackTarget &target : targets) {
        if (target.id.value == number)
            commands += commandsFor(target);
    }
    return commands;
}

QList<Command> Desktop::commandsFor(const CallbackTarget &target)
{
    const QString place = tr("Target %1").arg(target.id.value);
    const auto show = [this, id = target.id] {
        DeliveryFilter filter;
        filter.target = id;
        showDeliveries(filter);
    };
    return {{tr("Edit target “%1”").arg(target.name), place, {}, true, {}, [this, id = target.id] { editTarget(id); }},
            {tr("Show deliveries of “%1”").arg(target.name), place, {}, true, {}, show}};
}

void Desktop::openPalette()
{
    auto *palette = new CommandPalette(m_window->commands(), m_window.get());
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->setNumbered([this](qint64 number) { return commandsFor(number, {}); });
    palette->open();
    m_reads->ask(
        palette, [](const WorkspaceReader &reader) { return reader.targets(); },
        [this, palette](const QList<CallbackTarget> &targets) {
            QList<Command> commands;
            for (const CallbackTarget &target : targets)
                commands += commandsFor(target);
            palette->addCommands(commands);
            palette->setNumbered([this, targets](qint64 number) { return commandsFor(number, targets); });
        });
}

// In a process of its own: its receiver, its engine and its workspace end with its window.
void Desktop::startDemo()
{
    if (QProcess::startDetached(QCoreApplication::applicationFilePath(), {QStringLiteral("demo")}))
        m_window->messages().post(
            {Message::Kind::Info,
             tr("The demo opens in a window of its own. Nothing of it comes into this workspace."),
             {},
             {}},
            this);
    else
        m_window->messages().post({Message::Kind::Error, tr("The demo can't be started."), {}, {}}, this);
}

} // namespace callboard

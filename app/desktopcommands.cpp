// Desktop's other half: the command palette, where a number or a link leads, the user's own settings, and the demo
// beside this window.
#include "app/desktop.h"

#include "app/instance/link.h"
#include "app/language.h"
#include "core/store/workspacerights.h"
#include "ui/assets/assetwords.h"
#include "ui/deliveries/deliveriespage.h"
#include "ui/look/recorded.h"
#include "ui/settings/settingsdialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/notices/failurewatch.h"
#include "ui/shell/palette/commandpalette.h"
#include "ui/targets/targetspage.h"
#include "ui/targets/targetwords.h"

#include <QApplication>
#include <QProcess>
#include <QSettings>

namespace callboard {

namespace {

constexpr int kMostRecent = 8;
const QString kRecentKey = QStringLiteral("palette/recent");

} // namespace

void Desktop::showDelivery(DeliveryId id)
{
    m_window->setCurrentPage(m_deliveriesIndex);
    m_deliveries->selectDelivery(id);
}

// What a number may mean; a target only where there is one.
QList<Command> Desktop::commandsFor(qint64 number, const QList<CallbackTarget> &targets)
{
    QList<Command> commands;
    for (const RecentDeliveries::Entry &delivery : m_looked.latestFirst()) {
        if (delivery.id.value == number)
            commands.append(commandFor(delivery));
    }
    if (commands.isEmpty())
        commands.append({tr("Go to delivery %1").arg(number), tr("Deliveries"), {}, true, {}, [this, number] {
                             showStoredDelivery(DeliveryId{number});
                         }});
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

Command Desktop::commandFor(const RecentDeliveries::Entry &delivery)
{
    return {tr("Go to delivery %1 about “%2”").arg(delivery.id.value).arg(assetwords::shown(delivery.asset)),
            assetwords::shown(delivery.target),
            {},
            true,
            {},
            [this, id = delivery.id] { showStoredDelivery(id); }};
}

void Desktop::openPalette()
{
    auto *palette = new CommandPalette(m_window->commands(), m_window.get());
    QList<Command> looked;
    for (const RecentDeliveries::Entry &delivery : m_looked.latestFirst())
        looked.append(commandFor(delivery));
    palette->addCommands(looked);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->setNumbered([this](qint64 number) { return commandsFor(number, {}); });
    QStringList recent = m_window->remembered(kRecentKey).toStringList();
    palette->setRecent(recent);
    connect(palette, &CommandPalette::chosen, this, [this, recent](const QString &title) mutable {
        recent.removeAll(title);
        recent.prepend(title);
        m_window->remember(kRecentKey, recent.mid(0, kMostRecent));
    });
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

// Who asks to see it may have found its number anywhere.
void Desktop::showStoredDelivery(DeliveryId id)
{
    const auto find = [id](const WorkspaceReader &reader) { return reader.delivery(id); };
    m_reads->ask(this, find, [this, id](const Result<DeliveryDetail> &found) {
        if (found)
            return showDelivery(id);
        m_window->messages().post(
            {Message::Kind::Warning, tr("There is no delivery %1 in this workspace.").arg(id.value), {}, {}}, this);
    });
}

void Desktop::showPage(const QString &name)
{
    if (name == QLatin1String("failures")) {
        DeliveryFilter failed;
        failed.states = {DeliveryState::Failed};
        return showDeliveries(failed);
    }
    m_window->setCurrentPage(m_pages.value(name));
}

// One form at a time: a second one would lie over what is being typed.
void Desktop::openLink(const QString &text)
{
    const std::optional<Link> link = parseLink(text);
    if (!link) {
        m_window->messages().post(
            {Message::Kind::Warning, tr("This is not a link that Callboard knows: %1").arg(text.left(200)), {}, {}},
            this);
        return;
    }
    if (QWidget *open = QApplication::activeModalWidget()) {
        open->raise();
        open->activateWindow();
        m_window->messages().post({Message::Kind::Info, tr("Finish what is open first."), {}, {}}, this);
        return;
    }
    switch (link->kind) {
    case Link::Kind::Page: return showPage(link->page);
    case Link::Kind::Delivery: return showStoredDelivery(DeliveryId{link->id});
    case Link::Kind::Target: m_window->setCurrentPage(m_targetsIndex); return editTarget(TargetId{link->id});
    case Link::Kind::NewTarget: m_window->setCurrentPage(m_targetsIndex); return m_targets->newTarget();
    }
}

// The bar holds one message: the copy is told of first, and what there is to ask waits until that is read.
void Desktop::greet(const QString &keptCopy)
{
    const QString brought = tr(
        "The workspace was brought up to date for this version. As it was before it is kept in %1.");
    if (!keptCopy.isEmpty())
        m_window->messages().post({Message::Kind::Info, brought.arg(keptCopy), {}, {}}, this);
    else
        askForPrivacy();
    m_window->resume();
}

// Asked at each start until it is so: what is in the workspace is nobody else's.
void Desktop::askForPrivacy()
{
    const auto shared = sharedRights(m_workspace);
    if (!shared)
        return;
    Message message{Message::Kind::Warning, inOurLanguage(*shared), tr("Make private"), {}};
    message.action = [this] {
        const auto made = makePrivate(m_workspace);
        m_window->messages().post(made ? Message{Message::Kind::Info, tr("The workspace is yours alone now."), {}, {}}
                                       : Message{Message::Kind::Error, inOurLanguage(made.error().detail), {}, {}},
                                  this);
    };
    m_window->messages().post(message, this);
}

void Desktop::watchFailures()
{
    m_failures = std::make_unique<FailureWatch>(m_composition.engine(), *m_reads, m_clock,
                                                QDBusConnection::sessionBus());
    FailureWatch *watch = m_failures.get();
    watch->setEnabled(m_window->windowSettings().notify);
    watch->setInBackground(QGuiApplication::applicationState() != Qt::ApplicationActive);
    connect(m_window.get(), &MainWindow::windowSettingsChanged, watch,
            [watch](const WindowSettings &window) { watch->setEnabled(window.notify); });
    connect(qApp, &QGuiApplication::applicationStateChanged, watch,
            [watch](Qt::ApplicationState state) { watch->setInBackground(state != Qt::ApplicationActive); });
    connect(watch, &FailureWatch::showRequested, this, [this](TargetId target, const QString &token) {
        DeliveryFilter failed;
        failed.target = target;
        failed.states = {DeliveryState::Failed};
        showDeliveries(failed);
        m_window->bringForward(token);
    });
    connect(watch, &FailureWatch::replayed, this, [this](const QString &target, int count) {
        m_window->messages().post(
            {Message::Kind::Info, tr("%n deliveries to %1 are sent again.", nullptr, count).arg(target), {}, {}}, this);
    });
    connect(watch, &FailureWatch::replayRefused, this, [this](const Error &error) {
        m_window->messages().post({Message::Kind::Error, words::problem(error), {}, {}}, this);
    });
}

OwnSettings Desktop::ownSettings()
{
    QSettings &kept = m_window->settings();
    OwnSettings own;
    own.window = m_window->windowSettings();
    own.appearance = look::readAppearance(kept);
    own.language = {languages(), wantedLanguage(kept), !qEnvironmentVariableIsEmpty("CALLBOARD_LANGUAGE")};
    own.keepWindow = [this](const WindowSettings &window) { m_window->setWindowSettings(window); };
    own.keepAppearance = [&kept](const look::Appearance &appearance) {
        look::keepAppearance(kept, appearance);
        look::setAppearance(appearance);
    };
    own.keepLanguage = [&kept](const QString &language) {
        if (language.isEmpty())
            kept.remove(QLatin1String(kLanguageKey));
        else
            kept.setValue(QLatin1String(kLanguageKey), language);
    };
    return own;
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

#include "app/desktop.h"

#include "app/cli/output.h"
#include "app/cli/secrets.h"
#include "app/demo/demoworld.h"
#include "app/signals.h"
#include "ui/assets/assetspage.h"
#include "ui/deliveries/deliveriespage.h"
#include "ui/events/fireeventdialog.h"
#include "ui/projects/projectspage.h"
#include "ui/settings/settingsdialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messagebar.h"
#include "ui/targets/targetdialog.h"
#include "ui/targets/targetspage.h"

#include <QApplication>
#include <QFileInfo>
#include <QThreadPool>

namespace callboard {

Desktop::Desktop(Composition &composition, const QString &workspace, const QString &title)
    : m_composition(composition)
    , m_workspace(workspace)
    , m_reads(std::make_unique<ReadThread>(workspace))
    , m_source(std::make_unique<StoredDeliveries>(*m_reads))
{
    ShellSettings settings;
    settings.workspace = title;
    settings.doorUrl = composition.doorUrl();
    m_window = std::make_unique<MainWindow>(composition.engine(), *m_reads, settings);
    addPages();
    connectWishes();
    connectPlatformWishes();
    readSettings();
}

Desktop::~Desktop()
{
    // The window asks the source, the source the thread.
    m_window.reset();
    m_source.reset();
    m_reads.reset();
}

void Desktop::addPages()
{
    EngineService &engine = m_composition.engine();
    m_deliveries = new DeliveriesPage(*m_source, engine, m_window->messages(), m_clock, nullptr, &engine);
    m_targets = new TargetsPage(engine, *m_reads);
    m_assets = new AssetsPage(engine, engine, *m_reads, m_window->messages());
    m_projects = new ProjectsPage(engine, engine, *m_reads, m_window->messages());
    m_deliveriesIndex = m_window->addPage({tr("Deliveries"), QStringLiteral("deliveries"), m_deliveries,
                                           [this](const QSettings &settings) { m_deliveries->restoreLayout(settings); },
                                           [this](QSettings &settings) { m_deliveries->saveLayout(settings); }});
    m_targetsIndex = m_window->addPage({tr("Targets"), QStringLiteral("targets"), m_targets, {}, {}});
    m_assetsIndex = m_window->addPage({tr("Assets"), QStringLiteral("assets"), m_assets,
                                       [this](const QSettings &settings) { m_assets->restoreLayout(settings); },
                                       [this](QSettings &settings) { m_assets->saveLayout(settings); }});
    m_window->addPage({tr("Projects"), QStringLiteral("project"), m_projects, {}, {}});
}

void Desktop::connectWishes()
{
    const auto toTargets = [this](void (TargetsPage::*wish)()) {
        return [this, wish] {
            m_window->setCurrentPage(m_targetsIndex);
            (m_targets->*wish)();
        };
    };
    connect(m_window.get(), &MainWindow::newTargetRequested, this, toTargets(&TargetsPage::newTarget));
    connect(m_window.get(), &MainWindow::importRequested, this, toTargets(&TargetsPage::importTargets));
    connect(m_window.get(), &MainWindow::fireEventRequested, this, &Desktop::fireEvent);
    connect(m_deliveries, &DeliveriesPage::newTargetRequested, this, toTargets(&TargetsPage::newTarget));
    connect(m_deliveries, &DeliveriesPage::fireEventRequested, this, &Desktop::fireEvent);
    connect(m_deliveries, &DeliveriesPage::editTargetRequested, this, &Desktop::editTarget);
    connect(m_targets, &TargetsPage::deliveriesRequested, this, [this](TargetId target) {
        DeliveryFilter filter;
        filter.target = target;
        showDeliveries(filter);
    });
}

void Desktop::connectPlatformWishes()
{
    connect(m_window.get(), &MainWindow::settingsRequested, this, &Desktop::openSettings);
    connect(m_assets, &AssetsPage::editTargetRequested, this, &Desktop::editTarget);
    connect(m_assets, &AssetsPage::fireEventRequested, this, &Desktop::fireEvent);
    connect(m_assets, &AssetsPage::deliveriesRequested, this, [this](const QString &asset) {
        DeliveryFilter filter;
        filter.asset = asset;
        showDeliveries(filter);
    });
    connect(m_assets, &AssetsPage::deliveryRequested, this, [this](DeliveryId id) {
        m_window->setCurrentPage(m_deliveriesIndex);
        m_deliveries->selectDelivery(id);
    });
    connect(m_assets, &AssetsPage::unmatchedChanged, this,
            [this](int count) { m_window->setBadge(m_assetsIndex, count); });
    connect(m_projects, &ProjectsPage::editTargetRequested, this, &Desktop::editTarget);
    connect(m_projects, &ProjectsPage::deliveriesRequested, this, [this](TargetId target) {
        DeliveryFilter filter;
        filter.target = target;
        showDeliveries(filter);
    });
}

void Desktop::showDeliveries(const DeliveryFilter &filter)
{
    m_deliveries->setFilter(filter);
    m_window->setCurrentPage(m_deliveriesIndex);
}

void Desktop::openSettings()
{
    const auto read = [](const WorkspaceReader &reader) { return reader.settings(); };
    m_reads->ask(this, read, [this](const Result<WorkspaceSettings> &settings) {
        if (!settings) {
            m_window->messages().post({Message::Kind::Error, settings.error().detail, {}, {}}, this);
            return;
        }
        auto *dialog = new SettingsDialog(m_composition.engine(), *settings, m_window.get());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::finished, this, &Desktop::readSettings);
        dialog->open();
    });
}

// Forms preview a mail's sender and what an encoder gets.
void Desktop::readSettings()
{
    const auto read = [](const WorkspaceReader &reader) { return reader.settings(); };
    m_reads->ask(this, read, [this](const Result<WorkspaceSettings> &settings) {
        if (!settings)
            return;
        m_settings = *settings;
        m_targets->setEncoderSettings(settings->zencoder);
        m_targets->setMailServer(settings->smtp);
    });
}

void Desktop::show()
{
    m_window->show();
}

void Desktop::fireEvent()
{
    m_reads->ask(
        this, [](const WorkspaceReader &reader) { return reader.targets(); },
        [this](const QList<CallbackTarget> &targets) {
            if (m_fire) {
                m_fire->setTargets(targets);
            } else {
                m_fire = new FireEventDialog(m_composition.engine(), targets, m_window.get());
                m_fire->setAttribute(Qt::WA_DeleteOnClose);
            }
            m_fire->show();
            m_fire->raise();
            m_fire->activateWindow();
        });
}

void Desktop::editTarget(TargetId id)
{
    const auto find = [id](const WorkspaceReader &reader) { return reader.target(QString::number(id.value)); };
    m_reads->ask(this, find, [this](const Result<CallbackTarget> &target) {
        if (!target) {
            m_window->messages().post({Message::Kind::Error, target.error().detail, {}, {}}, this);
            return;
        }
        auto *dialog = new TargetDialog(m_composition.engine(), *target, m_window.get());
        dialog->setEncoderSettings(m_settings.zencoder);
        dialog->setMailServer(m_settings.smtp);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

void Desktop::openDoorLater()
{
    QThreadPool::globalInstance()->start([this, workspace = m_workspace] {
        auto token = Database::open(workspace, Database::Access::Write)
                         .and_then([](const std::unique_ptr<Database> &db) { return cli::intakeToken(*db, {}, true); });
        QMetaObject::invokeMethod(
            this,
            [this, token] {
                DoorSettings settings;
                settings.token = token.value_or(QByteArray());
                const auto opened = token ? m_composition.openDoor(settings)
                                          : Result<void>(tl::unexpected(token.error()));
                m_window->setDoor(m_composition.doorUrl(), opened ? QString() : opened.error().detail);
            },
            Qt::QueuedConnection);
    });
}

namespace {

// The window is gone at once; the engine lets what is under way end.
int runUntilStopped(Composition &composition)
{
    QApplication::setQuitOnLastWindowClosed(false);
    TerminationSignal termination;
    QObject::connect(&termination, &TerminationSignal::received, &composition, &Composition::stop);
    QObject::connect(qApp, &QGuiApplication::lastWindowClosed, &composition, &Composition::stop);
    // Not quit(): it would ask every window, and an unsaved dialog would say no to a signal.
    QObject::connect(&composition, &Composition::stopped, qApp, [] { QCoreApplication::exit(0); });
    const int code = QApplication::exec();
    QThreadPool::globalInstance()->waitForDone();
    return code;
}

} // namespace

int runDesktop(const QString &workspace)
{
    auto composition = Composition::start({workspace, true, true});
    if (!composition)
        return cli::report(composition.error());
    const bool own = workspace == defaultWorkspace();
    Desktop desktop(**composition, workspace, own ? QString() : QFileInfo(workspace).completeBaseName());
    desktop.show();
    if ((*composition)->engine().status().mode == EngineStatus::Mode::Running)
        desktop.openDoorLater();
    return runUntilStopped(**composition);
}

int runDemoWindow()
{
    auto world = DemoWorld::create();
    if (!world)
        return cli::report(world.error());
    Desktop desktop((*world)->composition(), (*world)->workspace(), Desktop::tr("Demo"));
    desktop.show();
    (*world)->platform().start();
    return runUntilStopped((*world)->composition());
}

} // namespace callboard

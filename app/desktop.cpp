#include "app/desktop.h"

#include "app/cli/secrets.h"
#include "app/instance/runmarker.h"
#include "ui/assets/assetspage.h"
#include "ui/deliveries/deliveriespage.h"
#include "ui/overview/overviewpage.h"
#include "ui/projects/projectspage.h"
#include "ui/receiver/receiverpage.h"
#include "ui/settings/settingsdialog.h"
#include "ui/settings/vaultgroup.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/notices/failurewatch.h"
#include "ui/shell/truthline.h"
#include "ui/targets/history/changesdialog.h"
#include "ui/targets/targetdialog.h"
#include "ui/targets/targetspage.h"

#include <QThreadPool>

namespace callboard {

namespace {

const QString kReplayPlanKey = QStringLiteral("deliveries/replayPlan");

} // namespace

Desktop::Desktop(Composition &composition, const QString &workspace, const QString &title, const DesktopStart &start)
    : m_composition(composition)
    , m_workspace(workspace)
    , m_reads(std::make_unique<ReadThread>(workspace))
    , m_source(std::make_unique<StoredDeliveries>(*m_reads))
{
    ShellSettings settings;
    settings.workspace = title;
    settings.file = workspace;
    settings.doorUrl = composition.doorUrl();
    settings.sessionKey = start.sessionKey;
    settings.endedBadly = start.endedBadly;
    settings.mayStay = start.mayStay;
    m_window = std::make_unique<MainWindow>(composition.engine(), *m_reads, settings);
    if (!start.sessionKey.isEmpty())
        m_drafts = std::make_unique<DraftStore>(RunMarker::directory() + QStringLiteral("/drafts/") + start.sessionKey);
    addPages();
    connectWishes();
    connectPlatformWishes();
    watchFailures();
    takeDrops();
    readSettings();
    greet(start.keptCopy);
    m_deliveries->goOnReplaying(m_window->remembered(kReplayPlanKey).toString());
}

Desktop::~Desktop()
{
    // The window asks the source, the source the thread.
    m_failures.reset();
    m_window.reset();
    m_source.reset();
    m_reads.reset();
}

void Desktop::addPages()
{
    EngineService &engine = m_composition.engine();
    m_deliveries = new DeliveriesPage(*m_source, engine, m_window->messages(), m_clock, nullptr, &engine);
    m_targets = new TargetsPage(engine, *m_reads);
    m_targets->setAids(dialogAids());
    m_assets = new AssetsPage(engine, engine, *m_reads, m_window->messages());
    m_projects = new ProjectsPage(engine, engine, *m_reads, m_window->messages());
    m_overview = new OverviewPage(engine, *m_reads, m_clock);
    m_window->addPage({tr("Overview"), QStringLiteral("overview"), m_overview,
                       [this](const QSettings &settings) { m_overview->restoreLayout(settings); },
                       [this](QSettings &settings) { m_overview->saveLayout(settings); }});
    m_deliveriesIndex = m_window->addPage({tr("Deliveries"), QStringLiteral("deliveries"), m_deliveries,
                                           [this](const QSettings &settings) { m_deliveries->restoreLayout(settings); },
                                           [this](QSettings &settings) { m_deliveries->saveLayout(settings); },
                                           [this](const QSettings &settings) { m_deliveries->resume(settings); },
                                           [this](QSettings &settings) { m_deliveries->remember(settings); }});
    m_targetsIndex = m_window->addPage({tr("Targets"),
                                        QStringLiteral("targets"),
                                        m_targets,
                                        {},
                                        [this](QSettings &) { m_targets->carryOut(); },
                                        [this](const QSettings &settings) { m_targets->resume(settings); },
                                        [this](QSettings &settings) { m_targets->remember(settings); }});
    m_assetsIndex = m_window->addPage({tr("Assets"), QStringLiteral("assets"), m_assets,
                                       [this](const QSettings &settings) { m_assets->restoreLayout(settings); },
                                       [this](QSettings &settings) { m_assets->saveLayout(settings); },
                                       [this](const QSettings &settings) { m_assets->resume(settings); },
                                       [this](QSettings &settings) { m_assets->remember(settings); }});
    m_receiver = new ReceiverPage(*m_reads, m_window->messages());
    const int receiver = m_window->addPage({tr("Receiver"), QStringLiteral("receiver"), m_receiver,
                                            [this](const QSettings &settings) { m_receiver->restoreLayout(settings); },
                                            [this](QSettings &settings) { m_receiver->saveLayout(settings); }});
    connect(m_receiver, &ReceiverPage::settingsChanged, this, [this, receiver] { m_window->keepPage(receiver); });
    const int projects = m_window->addPage({tr("Projects"), QStringLiteral("project"), m_projects, {}, {}});
    m_pages = {{QStringLiteral("overview"), 0},
               {QStringLiteral("deliveries"), m_deliveriesIndex},
               {QStringLiteral("targets"), m_targetsIndex},
               {QStringLiteral("assets"), m_assetsIndex},
               {QStringLiteral("receiver"), receiver},
               {QStringLiteral("projects"), projects}};
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
    connect(m_window.get(), &MainWindow::paletteRequested, this, &Desktop::openPalette);
    connect(m_deliveries, &DeliveriesPage::demoRequested, this, &Desktop::startDemo);
    connect(m_overview, &OverviewPage::newTargetRequested, this, toTargets(&TargetsPage::newTarget));
    connect(m_overview, &OverviewPage::fireEventRequested, this, &Desktop::fireEvent);
    connect(m_overview, &OverviewPage::demoRequested, this, &Desktop::startDemo);
    connect(m_overview, &OverviewPage::deliveriesRequested, this, &Desktop::showDeliveries);
    connect(m_overview, &OverviewPage::deliveryRequested, this, &Desktop::showDelivery);
    connect(m_overview, &OverviewPage::said, this, [this](const QString &what) {
        m_window->messages().post({Message::Kind::Info, what, {}, {}}, this);
    });
    connect(m_overview, &OverviewPage::complained, this, [this](const QString &why) {
        m_window->messages().post({Message::Kind::Warning, why, {}, {}}, this);
    });
    connect(m_overview, &OverviewPage::auditRequested, &m_window->truthLine(), &TruthLine::auditRequested);
    connect(m_deliveries, &DeliveriesPage::keepRequested, this, [this] { m_window->keepPage(m_deliveriesIndex); });
    connect(m_deliveries, &DeliveriesPage::replayPlanChanged, this,
            [this](const QString &plan) { m_window->remember(kReplayPlanKey, plan); });
    connect(m_deliveries, &DeliveriesPage::newTargetRequested, this, toTargets(&TargetsPage::newTarget));
    connect(m_deliveries, &DeliveriesPage::fireEventRequested, this, &Desktop::fireEvent);
    connect(m_deliveries, &DeliveriesPage::editTargetRequested, this, &Desktop::editTarget);
    connect(m_deliveries, &DeliveriesPage::deliveryShown, this, [this](const DeliveryRow &row) { m_looked.note(row); });
    connect(m_targets, &TargetsPage::deliveriesRequested, this, [this](TargetId target) {
        DeliveryFilter filter;
        filter.target = target;
        showDeliveries(filter);
    });
}

void Desktop::connectPlatformWishes()
{
    connect(m_window.get(), &MainWindow::settingsRequested, this, [this] { openSettings(); });
    connect(&m_composition.engine(), &EngineClient::statusChanged, this, &Desktop::followVault);
    connect(&m_window->truthLine(), &TruthLine::vaultRequested, this, &Desktop::mendVault);
    followVault();
    connect(m_window.get(), &MainWindow::changesRequested, this, &Desktop::showChanges);
    connect(m_deliveries, &DeliveriesPage::revisionRequested, this,
            [this](TargetId target, int revision) { m_targets->showHistory(target, revision); });
    connect(m_assets, &AssetsPage::editTargetRequested, this, &Desktop::editTarget);
    connect(m_assets, &AssetsPage::fireEventRequested, this, &Desktop::fireEvent);
    connect(m_assets, &AssetsPage::deliveriesRequested, this, [this](const QString &asset) {
        DeliveryFilter filter;
        filter.asset = asset;
        showDeliveries(filter);
    });
    connect(m_assets, &AssetsPage::deliveryRequested, this, &Desktop::showDelivery);
    connect(m_assets, &AssetsPage::unmatchedChanged, this,
            [this](int count) { m_window->setBadge(m_assetsIndex, count); });
    connect(m_receiver, &ReceiverPage::deliveryRequested, this, &Desktop::showDelivery);
    connect(m_receiver, &ReceiverPage::targetRequested, this, [this](const QString &url) {
        m_window->setCurrentPage(m_targetsIndex);
        m_targets->newTargetAt(url);
    });
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

void Desktop::openSettings(bool atVault)
{
    const auto read = [](const WorkspaceReader &reader) { return reader.settings(); };
    m_reads->ask(this, read, [this, atVault](const Result<WorkspaceSettings> &settings) {
        if (!settings) {
            m_window->messages().post({Message::Kind::Error, settings.error().detail, {}, {}}, this);
            return;
        }
        auto *dialog = new SettingsDialog(m_composition.engine(), *settings, m_window.get());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->offerDoor(m_composition.engine(), m_composition.doorUrl());
        VaultGroup *vault = dialog->offerVault(m_composition.engine(), atVault);
        connect(&m_composition.engine(), &EngineClient::statusChanged, vault, &VaultGroup::refresh);
        dialog->offerOwn(ownSettings());
        connect(dialog, &QDialog::finished, this, &Desktop::readSettings);
        dialog->open();
    });
}

void Desktop::showChanges()
{
    if (!m_changes) {
        m_changes = new ChangesDialog(*m_reads, m_window.get());
        m_changes->setAttribute(Qt::WA_DeleteOnClose);
        connect(&m_composition.engine(), &EngineClient::changed, m_changes.data(),
                [changes = m_changes.data()](const EngineChange &change) {
                    if (change.targets || change.everything)
                        changes->refresh();
                });
        connect(m_changes.data(), &ChangesDialog::historyRequested, this,
                [this](TargetId target, int revision) { m_targets->showHistory(target, revision, m_changes); });
    }
    m_changes->show();
    m_changes->raise();
    m_changes->activateWindow();
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

DialogAids Desktop::dialogAids()
{
    return {&m_resolver, m_drafts.get(), m_reads.get(), &m_composition.engine()};
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
        dialog->setAids(dialogAids());
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

} // namespace callboard

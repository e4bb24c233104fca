#include "ui/shell/mainwindow.h"

#include "ui/help/helpdesk.h"
#include "ui/look/look.h"
#include "ui/shell/aboutdialog.h"
#include "ui/shell/closing/trayicon.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/navigationrail.h"
#include "ui/shell/shortcutsdialog.h"
#include "ui/shell/truthline.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>

namespace callboard {

namespace {

constexpr int kCollapseBelow = 1100;
constexpr QSize kFirstSize(1280, 800);
constexpr QSize kFrame(16,
                       48); // what a window manager puts around it at most; it says so only once the window is shown
constexpr std::chrono::seconds kLedgerPause{3};
const QString kGeometryKey = QStringLiteral("window/geometry"); // written in windowclosing.cpp
const QString kRailKey = QStringLiteral("window/railCollapsed");
const QString kPageKey = QStringLiteral("window/page");

std::unique_ptr<QSettings> openSettings(const QString &file)
{
    if (file.isEmpty())
        return std::make_unique<QSettings>();
    return std::make_unique<QSettings>(file, QSettings::IniFormat);
}

} // namespace

MainWindow::MainWindow(EngineClient &engine, ReadThread &reads, const ShellSettings &settings)
    : m_engine(engine)
    , m_reads(reads)
    , m_settings(openSettings(settings.settingsFile))
    , m_workspace(settings.workspace)
    , m_sessionKey(settings.sessionKey)
    , m_file(settings.file)
    , m_endedBadly(settings.endedBadly)
    , m_mayStay(settings.mayStay)
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(settings.workspace.isEmpty() ? QStringLiteral("Callboard")
                                                : tr("%1 – Callboard").arg(settings.workspace));
    setWindowIcon(look::icon(QStringLiteral("callboard")));
    setMinimumSize(720, 480);
    buildFrame();
    buildMenus();
    restoreFrame();
    setDoor(settings.doorUrl, settings.doorProblem);
    m_truth->setEngine(m_engine.status());
    connect(&m_engine, &EngineClient::statusChanged, m_truth, &TruthLine::setEngine);
    connect(&m_engine, &EngineClient::statusChanged, this, [this](const EngineStatus &status) {
        if (m_tray)
            m_tray->present(status, m_counts);
    });
    connect(&m_reads, &ReadThread::failed, this, [this](const QString &detail) {
        m_readProblem = detail;
        m_truth->setWorkspaceProblem(detail);
    });
    m_ledgerTimer.setSingleShot(true);
    m_ledgerTimer.setInterval(kLedgerPause);
    connect(&m_ledgerTimer, &QTimer::timeout, this, &MainWindow::askLedger);
    askLedger();
    m_rateTimer.setInterval(std::chrono::seconds(1));
    connect(&m_rateTimer, &QTimer::timeout, this, [this] { m_truth->addFinished(m_engine.status().finished); });
    m_rateTimer.start();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildFrame()
{
    auto *frame = new QWidget(this);
    auto *row = new QHBoxLayout(frame);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_rail = new NavigationRail(frame);
    m_messages = new MessageBar(frame);
    m_stack = new QStackedWidget(frame);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_messages);
    column->addWidget(m_stack, 1);
    row->addWidget(m_rail);
    row->addLayout(column, 1);
    setCentralWidget(frame);
    m_truth = new TruthLine(this);
    setStatusBar(m_truth);
    connect(m_rail, &NavigationRail::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_truth, &TruthLine::auditRequested, this, &MainWindow::sayLedger);
}

void MainWindow::buildMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addAction(look::icon(QStringLiteral("add")), tr("New target…"), QKeySequence(Qt::CTRL | Qt::Key_N), this,
                    &MainWindow::newTargetRequested);
    file->addAction(look::icon(QStringLiteral("event")), tr("Fire event…"), QKeySequence(Qt::CTRL | Qt::Key_E), this,
                    &MainWindow::fireEventRequested);
    file->addAction(tr("Import targets…"), this, &MainWindow::importRequested);
    QAction *changes = file->addAction(tr("Changes…"), this, &MainWindow::changesRequested);
    changes->setObjectName(QStringLiteral("changesAction"));
    nameCommand(*changes, tr("Who changed what"));
    file->addSeparator();
    QAction *settings = file->addAction(look::icon(QStringLiteral("settings")), tr("Settings…"),
                                        QKeySequence(Qt::CTRL | Qt::Key_Comma), this, &MainWindow::settingsRequested);
    settings->setObjectName(QStringLiteral("settingsAction"));
    settings->setMenuRole(QAction::PreferencesRole);
    file->addSeparator();
    QAction *quit = file->addAction(tr("Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), this, &MainWindow::quit);
    quit->setMenuRole(QAction::QuitRole);

    m_viewMenu = menuBar()->addMenu(tr("&View"));
    QAction *find = m_viewMenu->addAction(look::icon(QStringLiteral("search")), tr("Find a command…"),
                                          QKeySequence(Qt::CTRL | Qt::Key_K), this, &MainWindow::paletteRequested);
    find->setObjectName(QStringLiteral("paletteAction"));
    QAction *fold = m_viewMenu->addAction(tr("Narrow page list"));
    fold->setObjectName(QStringLiteral("narrowRailAction"));
    fold->setCheckable(true);
    m_railForced = m_settings->value(kRailKey).toBool();
    fold->setChecked(m_railForced);
    connect(fold, &QAction::toggled, this, [this](bool on) {
        m_railForced = on;
        m_rail->setCollapsed(on || width() < kCollapseBelow);
    });
    m_viewMenu->addSeparator();

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    (new HelpDesk(this))->addTo(help);
    QAction *keys = help->addAction(tr("Shortcuts"), this, &MainWindow::showShortcuts);
    keys->setShortcuts({QKeySequence(Qt::Key_Question), QKeySequence(Qt::CTRL | Qt::Key_Slash)});
    help->addAction(tr("About Callboard"), this, &MainWindow::showAbout)->setMenuRole(QAction::AboutRole);
}

void MainWindow::restoreFrame()
{
    if (!restoreGeometry(m_settings->value(kGeometryKey).toByteArray()))
        resize(kFirstSize.boundedTo(screen()->availableSize() - kFrame));
    m_rail->setCollapsed(m_railForced || width() < kCollapseBelow);
}

int MainWindow::addPage(const Page &page)
{
    const int index = m_rail->addEntry(page.name, page.icon);
    m_stack->addWidget(page.widget);
    m_pages.append(page);
    QAction *go = m_viewMenu->addAction(look::icon(page.icon), page.name, this,
                                        [this, index] { setCurrentPage(index); });
    nameCommand(*go, tr("Go to %1").arg(page.name));
    if (index < 9)
        go->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + index)));
    if (page.restore)
        page.restore(*m_settings);
    if (index == 0 || m_settings->value(kPageKey).toInt() == index)
        setCurrentPage(index);
    return index;
}

void MainWindow::setCurrentPage(int index)
{
    m_rail->setCurrent(index);
    if (QWidget *page = m_stack->widget(index))
        page->setFocus(Qt::ShortcutFocusReason);
}

int MainWindow::currentPage() const
{
    return m_stack->currentIndex();
}

void MainWindow::setBadge(int page, int count)
{
    m_rail->setBadge(page, count);
}

void MainWindow::setDoor(const QString &url, const QString &problem)
{
    m_doorUrl = url;
    m_truth->setDoor(url, problem);
}

void MainWindow::showShortcuts()
{
    auto *dialog = new ShortcutsDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showAbout()
{
    auto *dialog = new AboutDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_rail->setCollapsed(m_railForced || width() < kCollapseBelow);
}

} // namespace callboard

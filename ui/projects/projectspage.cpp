#include "ui/projects/projectspage.h"

#include "ui/look/emptystate.h"
#include "ui/look/look.h"
#include "ui/projects/projectcommands.h"
#include "ui/projects/projectlistmodel.h"
#include "ui/projects/projecttable.h"
#include "ui/targets/form/named.h"
#include "ui/targets/targetwords.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

namespace callboard {

using namespace std::chrono_literals;

namespace {

constexpr auto kRefresh = 2s;
constexpr QSize kWrenchSize(20, 20);

Result<QList<ProjectRow>> readRows(const WorkspaceReader &reader)
{
    const auto projects = reader.projects();
    if (!projects)
        return tl::unexpected<Error>(projects.error());
    const QList<TargetSummary> targets = reader.targetSummaries();
    QList<ProjectRow> rows;
    for (const Project &project : *projects) {
        ProjectRow row{project, std::nullopt};
        const auto found = std::find_if(targets.begin(), targets.end(), [&project](const TargetSummary &summary) {
            return summary.target.id == project.target;
        });
        if (project.target.isValid() && found != targets.end())
            row.target = *found;
        rows.append(row);
    }
    return rows;
}

} // namespace

ProjectsPage::ProjectsPage(PlatformClient &platform, EngineClient &engine, ReadThread &reads, MessageBar &messages)
    : m_reads(reads)
    , m_model(new ProjectListModel(this))
    , m_commands(new ProjectCommands(platform, messages, this))
    , m_stack(new QStackedWidget(this))
{
    named(this, "projectsPage", tr("Projects"));
    connect(m_commands, &ProjectCommands::changed, this, &ProjectsPage::refresh);
    connect(m_commands, &ProjectCommands::saved, this, [this](const QString &id) { m_toSelect = id; });
    connect(m_commands, &ProjectCommands::editTargetRequested, this, &ProjectsPage::editTargetRequested);
    connect(&engine, &EngineClient::changed, this, [this](const EngineChange &change) {
        if (change.targets || change.everything)
            refresh();
    });
    connect(&reads, &ReadThread::failed, this, [this](const QString &detail) {
        m_asking = false;
        m_failure = detail;
        showState();
    });
    m_tick.setInterval(kRefresh);
    connect(&m_tick, &QTimer::timeout, this, &ProjectsPage::refresh);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_stack, 1);
    makeTable();
    makeEmpty();
    makeActions();
    m_stack->setContentsMargins(look::kMargin - look::kGap, 0, 0, 0); // the cells' text lines up with the title
    m_stack->setBackgroundRole(QPalette::Base);
    m_stack->setAutoFillBackground(true);
    showState();
}

QWidget *ProjectsPage::makeHeader()
{
    auto *header = new QWidget(this);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(look::kMargin, 12, look::kMargin, 12); // as on the page of deliveries
    row->setSpacing(look::kGap);
    auto *title = look::plainLabel(tr("Projects"), header);
    title->setFont(look::titleFont());
    m_figures = named(look::plainLabel({}, header), "projectFiguresLabel", tr("Figures"));
    look::makeQuiet(m_figures);
    auto *create = named(new QPushButton(tr("New &project"), header), "newProjectButton", tr("New project"));
    create->setToolTip(tr("Names a Spark project and its Media Callback URL (N)"));
    create->setDefault(true);
    m_wrench = named(new QToolButton(header), "projectSettingsButton", tr("Project Settings"));
    m_wrench->setIcon(look::icon(QStringLiteral("wrench")));
    m_wrench->setIconSize(kWrenchSize);
    m_wrench->setFocusPolicy(Qt::StrongFocus);
    const int side = create->sizeHint().height(); // as tall as its neighbour
    m_wrench->setFixedSize(side, side);
    row->addWidget(title);
    row->addSpacing(look::kGap);
    row->addWidget(m_figures, 1);
    row->addWidget(create);
    row->addWidget(m_wrench);
    connect(create, &QPushButton::clicked, this, &ProjectsPage::newProject);
    connect(m_wrench, &QToolButton::clicked, this, &ProjectsPage::openSettings);
    return header;
}

void ProjectsPage::makeTable()
{
    m_table = new ProjectTable(m_model, m_stack);
    connect(m_table, &QTableView::doubleClicked, this, &ProjectsPage::openSettings);
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        if (m_table->selected())
            m_menu->popup(m_table->viewport()->mapToGlobal(position));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ProjectsPage::enableCommands);
    m_stack->addWidget(m_table);
}

void ProjectsPage::makeEmpty()
{
    m_empty = named(new EmptyState(m_stack), "projectsEmptyState", tr("No projects"));
    m_empty->present(QStringLiteral("project"), {}, {});
    connect(m_empty, &EmptyState::actionRequested, this, &ProjectsPage::act);
    m_stack->addWidget(m_empty);
}

QAction *ProjectsPage::addCommand(const char *objectName, const QString &text, const QList<QKeySequence> &keys,
                                  std::function<void()> run)
{
    auto *action = new QAction(text, m_table);
    action->setObjectName(QString::fromLatin1(objectName));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, std::move(run));
    m_table->addAction(action);
    m_menu->addAction(action);
    return action;
}

void ProjectsPage::makeActions()
{
    const auto targetId = [this] {
        const auto row = m_table->selected();
        return row && row->target ? row->target->target.id : TargetId{};
    };
    m_menu = new QMenu(m_table);
    m_menu->setToolTipsVisible(true);
    addCommand("projectSettingsAction", tr("Project Settings…"), {Qt::Key_E, Qt::Key_Return, Qt::Key_Enter},
               [this] { openSettings(); });
    m_menu->addSeparator();
    m_targetCommands = {addCommand("editTargetAction", tr("Edit target…"), {Qt::Key_T},
                                   [this, targetId] { emit editTargetRequested(targetId()); }),
                        addCommand("showDeliveriesAction", tr("Show deliveries"), {Qt::Key_D},
                                   [this, targetId] { emit deliveriesRequested(targetId()); })};
    m_menu->addSeparator();
    addCommand("newProjectAction", tr("New project…"), {Qt::Key_N}, [this] { newProject(); });
    addCommand("removeProjectAction", tr("Remove…"), {Qt::Key_Delete}, [this] {
        if (const auto row = m_table->selected())
            m_commands->remove(*row);
    });
}

void ProjectsPage::refresh()
{
    m_askAgain = m_asking; // what is being read may be older than what was just changed
    if (m_asking)
        return;
    m_asking = true;
    m_reads.ask(this, &readRows, [this](const Result<QList<ProjectRow>> &rows) { take(rows); });
}

void ProjectsPage::take(const Result<QList<ProjectRow>> &rows)
{
    m_asking = false;
    if (rows) {
        m_loaded = true;
        m_failure.clear();
        m_model->setRows(*rows, SystemClock().now());
        keepSelected();
    } else {
        m_failure = words::problem(rows.error());
    }
    showState();
    if (m_askAgain)
        refresh();
}

// The project that was just saved, or the first, so that the wrench has something to open.
void ProjectsPage::keepSelected()
{
    if (!m_toSelect.isEmpty() && m_table->select(m_toSelect))
        m_toSelect.clear();
    else if (!m_table->selected() && m_model->rowCount() > 0)
        m_table->select(m_model->row(0).project.id);
}

void ProjectsPage::showState()
{
    m_missing = !m_failure.isEmpty()           ? Missing::Answer
        : m_loaded && m_model->rowCount() == 0 ? Missing::Projects
                                               : Missing::Nothing;
    if (m_missing == Missing::Projects)
        m_empty->present(QStringLiteral("project"), tr("No projects yet"),
                         tr("A project is a Spark site with a vhost of its own. Its Media Callback URL is called when "
                            "a file is rated, moderated or transcoded, and when Brightcove calls back."),
                         tr("Add your first project"));
    else if (m_missing == Missing::Answer)
        m_empty->present(QStringLiteral("project"), tr("The projects can't be read"), m_failure, tr("Try again"));
    QWidget *shown = m_missing == Missing::Nothing ? static_cast<QWidget *>(m_table) : m_empty;
    m_stack->setCurrentWidget(shown);
    setHome(shown);
    showFigures();
    enableCommands();
}

void ProjectsPage::showFigures()
{
    const int all = m_model->rowCount();
    int silent = 0;
    for (int row = 0; row < all; ++row)
        silent += m_model->row(row).target ? 0 : 1;
    m_figures->setText(all == 0          ? QString()
                           : silent == 0 ? tr("%1, all with callbacks").arg(all)
                                         : tr("%1, of which %2 without callbacks").arg(all).arg(silent));
}

void ProjectsPage::enableCommands()
{
    const auto row = m_table->selected();
    const bool shown = m_missing == Missing::Nothing && row;
    m_wrench->setEnabled(shown);
    m_wrench->setToolTip(shown ? tr("Project Settings of “%1” (E)").arg(words::projectTitle(row->project))
                               : tr("Project Settings: select a project first"));
    for (QAction *command : std::as_const(m_targetCommands)) {
        command->setEnabled(row && row->target);
        command->setToolTip(command->isEnabled() ? QString()
                                                 : tr("Without a Media Callback URL the project has no target."));
    }
}

void ProjectsPage::act()
{
    if (m_missing == Missing::Projects)
        newProject();
    else if (m_missing == Missing::Answer)
        refresh();
}

void ProjectsPage::newProject()
{
    m_commands->create(m_model->ids());
}

void ProjectsPage::openSettings()
{
    if (const auto row = m_table->selected())
        m_commands->edit(*row, m_model->ids());
}

void ProjectsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_tick.start();
    refresh();
}

void ProjectsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_tick.stop();
}

} // namespace callboard

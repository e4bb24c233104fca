#include "ui/deliveries/deliveriespage.h"

#include "ui/deliveries/deliveryinspector.h"
#include "ui/deliveries/deliverytable.h"
#include "ui/deliveries/export/exportflow.h"
#include "ui/deliveries/export/payloaddrag.h"
#include "ui/deliveries/filter/filtermenu.h"
#include "ui/deliveries/filterbar.h"
#include "ui/deliveries/followchip.h"
#include "ui/deliveries/list/deliverycolumns.h"
#include "ui/deliveries/list/searchline.h"
#include "ui/deliveries/ratelabel.h"
#include "ui/deliveries/replay/refreshflow.h"
#include "ui/deliveries/replay/replayflow.h"
#include "ui/look/emptystate.h"
#include "ui/look/look.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>

namespace callboard {

DeliveriesPage::DeliveriesPage(DeliverySource &source, EngineClient &engine, MessageBar &messages, const Clock &clock,
                               QWidget *parent, PlatformClient *platform)
    : PageWidget(parent)
    , m_source(source)
    , m_engine(engine)
    , m_messages(messages)
    , m_model(new DeliveryListModel(source, clock, this))
    , m_replay(new ReplayFlow(engine, source, messages, clock, this))
    , m_export(new ExportFlow(source, messages, clock, this))
    , m_refresh(platform ? new RefreshFlow(*platform, messages, this) : nullptr)
{
    setObjectName(QStringLiteral("deliveriesPage"));
    m_inspector = new DeliveryInspector(source, clock, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader(clock));
    layout->addWidget(buildBody(), 1);
    setHome(m_table);
    connectList();
    offerPlaces();
    connectInspector();
    connectEngine();
    connectPlatform();
    addKeys();
    readTargets();
    m_model->reload();
}

QWidget *DeliveriesPage::buildHeader(const Clock &clock)
{
    auto *header = new QWidget(this);
    auto *title = look::plainLabel(tr("Deliveries"), header);
    title->setFont(look::titleFont());
    m_follow = new FollowChip(header);
    m_rate = new RateLabel(header);
    m_table = new DeliveryTable(this);
    auto *columns = new QToolButton(header);
    columns->setObjectName(QStringLiteral("columnsButton"));
    columns->setAutoRaise(true);
    columns->setIcon(look::icon(QStringLiteral("columns")));
    columns->setText(tr("Columns"));
    columns->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    columns->setMinimumHeight(30);
    columns->setFocusPolicy(Qt::StrongFocus);
    connect(columns, &QToolButton::clicked, this,
            [this, columns] { m_table->showColumnMenu(columns->mapToGlobal(QPoint(0, columns->height()))); });
    m_filter = new FilterBar(clock, header);

    auto *line = new QHBoxLayout;
    line->setSpacing(look::kGap);
    line->addWidget(title);
    line->addStretch();
    line->addWidget(m_rate);
    line->addSpacing(look::kGap);
    line->addWidget(m_follow);
    line->addWidget(columns);
    auto *layout = new QVBoxLayout(header);
    layout->setContentsMargins(look::kMargin, 12, look::kMargin, 12);
    layout->setSpacing(10);
    layout->addLayout(line);
    layout->addWidget(m_filter);
    m_search = new SearchLine(header);
    layout->addWidget(m_search);
    return header;
}

QWidget *DeliveriesPage::buildBody()
{
    m_empty = new EmptyState(this);
    m_list = new QStackedWidget(this);
    m_list->addWidget(m_table);
    m_list->addWidget(m_empty);
    m_list->setContentsMargins(look::kMargin - look::kGap, 0, 0, 0); // the cells' text lines up with the title
    m_list->setBackgroundRole(QPalette::Base);
    m_list->setAutoFillBackground(true);
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setObjectName(QStringLiteral("deliveriesSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_inspector);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_list->setMinimumSize(320, 120);
    m_inspector->setMinimumSize(320, 200);
    m_inspector->hide(); // until a delivery is chosen
    return m_splitter;
}

void DeliveriesPage::connectList()
{
    m_table->setDeliveries(m_model);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &DeliveriesPage::showMenu);
    connect(m_table, &DeliveryTable::handled, m_model, [this] { m_model->setFollowing(false); });
    connect(m_table, &DeliveryTable::newestRequested, this, &DeliveriesPage::follow);
    connect(m_table, &DeliveryTable::enterPressed, m_inspector, &DeliveryInspector::focusContent);
    connect(m_table, &QAbstractItemView::doubleClicked, m_inspector, &DeliveryInspector::focusContent);
    connect(m_table, &DeliveryTable::copyRequested, this, &DeliveriesPage::copySelected);
    connect(m_table, &DeliveryTable::markRequested, this, &DeliveriesPage::toggleMarks);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &DeliveriesPage::showCurrent);
    connect(m_follow, &FollowChip::followRequested, this, [this](bool on) {
        if (on)
            follow();
        else
            m_model->setFollowing(false);
    });
    connect(m_model, &DeliveryListModel::followingChanged, m_follow, &FollowChip::setFollowing);
    connect(m_model, &DeliveryListModel::pendingChanged, m_follow, &FollowChip::setPending);
    connect(m_model, &DeliveryListModel::loadChanged, this, &DeliveriesPage::showLoad);
    connect(m_model, &QAbstractItemModel::modelReset, this, &DeliveriesPage::reselect);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &DeliveriesPage::showLoad);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int start, int end) {
        const int row = m_model->indexOf(m_inspector->current());
        if (row >= start && row <= end)
            reselect(); // it is back from where the list had made room
    });
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &DeliveriesPage::showLoad);
    connect(m_model, &DeliveryListModel::revealed, this, &DeliveriesPage::takeRevealed);
    connect(m_empty, &EmptyState::actionRequested, this, &DeliveriesPage::actOnEmpty);
    connect(m_empty, &EmptyState::secondActionRequested, this, &DeliveriesPage::demoRequested);
    connectFilters();
    connect(&m_source, &DeliverySource::failed, this, [this](const QString &detail) {
        m_problem = detail;
        showLoad();
    });
}

void DeliveriesPage::connectInspector()
{
    connect(m_inspector, &DeliveryInspector::replayRequested, this,
            [this](const DeliveryRow &row, ReplayContent content) { m_replay->replay({row}, content); });
    connect(m_inspector, &DeliveryInspector::retryRequested, this, &DeliveriesPage::retryNow);
    connect(m_inspector, &DeliveryInspector::tryTargetRequested, this, &DeliveriesPage::tryTarget);
    connect(m_inspector, &DeliveryInspector::editTargetRequested, this, &DeliveriesPage::editTargetRequested);
    connect(m_inspector, &DeliveryInspector::revisionRequested, this, &DeliveriesPage::revisionRequested);
    connect(m_inspector, &DeliveryInspector::explainRequested, this, &DeliveriesPage::explain);
    connect(m_inspector, &DeliveryInspector::deliveryRequested, this, &DeliveriesPage::selectDelivery);
    connect(m_inspector, &DeliveryInspector::signatureRequested, this, [this](DeliveryId id, AttemptId attempt) {
        m_engine.checkSignature(id, attempt, m_inspector,
                                [inspector = m_inspector, attempt](const Result<SignatureFinding> &finding) {
                                    inspector->takeSignature(attempt, finding);
                                });
    });
    connect(m_inspector, &DeliveryInspector::copied, this, &DeliveriesPage::say);
    connect(m_inspector, &DeliveryInspector::copyRefused, this, &DeliveriesPage::complain);
    connect(m_inspector, &DeliveryInspector::noteWritten, this, &DeliveriesPage::saveNote);
    connect(m_inspector, &DeliveryInspector::shown, this, &DeliveriesPage::deliveryShown);
    connect(new PayloadDrag(*m_table, *m_inspector, this), &PayloadDrag::refused, this, &DeliveriesPage::complain);
    connect(m_inspector, &DeliveryInspector::noteLeft, this, [this] { m_table->setFocus(Qt::ShortcutFocusReason); });
    connect(m_replay, &ReplayFlow::replayed, this, &DeliveriesPage::takeReplays);
    connect(m_replay, &ReplayFlow::planChanged, this, &DeliveriesPage::replayPlanChanged);
}

void DeliveriesPage::connectEngine()
{
    connect(&m_engine, &EngineClient::changed, this, &DeliveriesPage::takeChange);
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, [this] {
        m_rate->addTotal(m_engine.status().finished);
        if (isVisible())
            m_model->refreshTimes();
    });
    m_tick.start();
}

void DeliveriesPage::setFilter(const DeliveryFilter &filter)
{
    m_filter->setFilter(filter);
}

// One that is not loaded is shown all the same: the inspector reads by id.
void DeliveriesPage::selectDelivery(DeliveryId id)
{
    if (!id.isValid())
        return;
    m_model->setFollowing(false);
    if (m_model->indexOf(id) >= 0) {
        m_table->selectDelivery(id);
        return;
    }
    m_inspector->showDelivery(id);
    m_inspector->show();
}

void DeliveriesPage::follow()
{
    m_table->verticalScrollBar()->setValue(0);
    m_model->setFollowing(true);
}

void DeliveriesPage::showCurrent()
{
    // A table that gets the focus makes its first row the current one without selecting it: that is no choice.
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid() || !m_table->selectionModel()->isSelected(current))
        return;
    m_inspector->showDelivery(m_model->row(current.row()).delivery.id);
    if (m_inspector->isHidden()) {
        m_inspector->show();
        m_table->scrollTo(current);
    }
}

void DeliveriesPage::showLoad()
{
    const bool failed = m_model->load() == DeliveryListModel::Load::Failed;
    const bool empty = m_model->load() == DeliveryListModel::Load::Loaded && m_model->rowCount() == 0;
    m_list->setCurrentIndex(failed || empty ? 1 : 0);
    setHome(m_list->currentWidget());
    if (failed) {
        m_empty->present(QStringLiteral("error"), tr("The deliveries can't be loaded"), m_problem, tr("Try again"));
    } else if (empty && m_model->search().running) {
        m_empty->present(QStringLiteral("search"), tr("Looking into payloads"),
                         tr("Requests, answers and their headers, the newest first. What is found shows up here."));
    } else if (empty && !m_filter->isEmpty()) {
        m_empty->present(QStringLiteral("filter"), tr("No delivery matches the filter"),
                         tr("There may be others: the filter hides them."), tr("Clear filter"));
    } else if (empty && !m_hasTargets) {
        m_empty->present(QStringLiteral("targets"), tr("Nobody is told anything yet"),
                         tr("A target says who is called, how, and about what. Deliveries show up here as soon as "
                            "something happens to an asset."),
                         tr("Add your first target"));
        m_empty->offerSecond(tr("Try the demo"),
                             tr("Opens a second window with sample targets, a receiver and live events of its own"));
    } else if (empty) {
        m_empty->present(QStringLiteral("deliveries"), tr("No deliveries yet"),
                         tr("They show up here as soon as something happens to an asset. Fire an event to see one."),
                         tr("Fire an event"));
    }
    selectWanted();
}

// After the list was loaded anew the inspected delivery stays the selected one, and the list stays where it is.
void DeliveriesPage::reselect()
{
    const int row = m_model->indexOf(m_inspector->current());
    if (row < 0 || m_table->selectionModel()->hasSelection())
        return;
    const int scrolled = m_table->verticalScrollBar()->value();
    m_table->chooseRow(row);
    m_table->verticalScrollBar()->setValue(scrolled);
}

void DeliveriesPage::readTargets()
{
    m_source.targets(this, [this](const QList<CallbackTarget> &targets) {
        m_hasTargets = !targets.isEmpty();
        m_targets.clear();
        for (const CallbackTarget &target : targets)
            m_targets.insert(target.id, target);
        m_filter->setTargets(targets);
        m_inspector->setTargets(targets);
        showLoad();
    });
}

void DeliveriesPage::takeChange(const EngineChange &change)
{
    m_model->refresh(change.deliveries);
    if (change.everything)
        m_model->readAgain();
    if (change.everything || change.deliveries.contains(m_inspector->current()))
        m_inspector->refresh();
    if (change.targets)
        readTargets();
}

} // namespace callboard

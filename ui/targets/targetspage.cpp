#include "ui/targets/targetspage.h"

#include "ui/look/emptystate.h"
#include "ui/look/look.h"
#include "ui/shell/messagebar.h"
#include "ui/targets/form/named.h"
#include "ui/targets/healthbar.h"
#include "ui/targets/targetcommands.h"
#include "ui/targets/targetlistmodel.h"
#include "ui/targets/targetremoval.h"
#include "ui/targets/targettable.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>

namespace callboard {

using namespace std::chrono_literals;

namespace {

constexpr auto kRefresh = 2s;
constexpr auto kReadTrends = 10s; // they are sums of hours
constexpr int kSearchWidth = 220;

} // namespace

TargetsPage::TargetsPage(EngineClient &engine, ReadThread &reader, QWidget *parent)
    : PageWidget(parent)
    , m_reader(reader)
    , m_model(new TargetListModel(this))
    , m_messages(new MessageBar(this))
    , m_stack(new QStackedWidget(this))
{
    named(this, "targetsPage", tr("Targets"));
    m_commands = new TargetCommands(engine, *m_messages, this);
    connect(m_commands, &TargetCommands::changed, this, &TargetsPage::readAnew);
    connect(&m_commands->removal(), &TargetRemoval::changed, this, [this] {
        present(m_summaries);
        readAnew();
    });
    connect(m_commands, &TargetCommands::saved, this, [this](TargetId id) { m_toSelect = id; });
    connect(&engine, &EngineClient::changed, this, [this](const EngineChange &change) {
        if (change.targets)
            refresh();
    });
    connect(&reader, &ReadThread::failed, this, [this](const QString &detail) {
        m_failure = detail;
        m_asking = false;
        showState();
    });
    m_tick.setInterval(kRefresh);
    connect(&m_tick, &QTimer::timeout, this, &TargetsPage::refresh);
    m_trendTick.setInterval(kReadTrends);
    connect(&m_trendTick, &QTimer::timeout, this, &TargetsPage::readTrends);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_messages);
    m_health = new HealthBar(this); // after the header, as Tab goes
    connect(m_health, &HealthBar::selectRequested, this, &TargetsPage::showTarget);
    column->addWidget(m_health);
    column->addWidget(m_stack, 1);
    makeTable();
    makeEmpty();
    makeActions();
    m_stack->setContentsMargins(look::kMargin - look::kGap, 0, 0, 0); // the cells' text lines up with the title
    m_stack->setBackgroundRole(QPalette::Base);
    m_stack->setAutoFillBackground(true);
    showState();
}

QWidget *TargetsPage::makeHeader()
{
    auto *header = new QWidget(this);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(look::kMargin, 12, look::kMargin, 12); // as on the page of deliveries
    row->setSpacing(look::kGap);
    auto *title = look::plainLabel(tr("Targets"), header);
    title->setFont(look::titleFont());
    m_figures = named(look::plainLabel({}, header), "figuresLabel", tr("Figures"));
    look::makeQuiet(m_figures);
    m_search = named(new QLineEdit(header), "searchEdit", tr("Search targets"));
    m_search->setPlaceholderText(tr("Search  /"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(kSearchWidth);
    auto *importButton = named(new QPushButton(tr("&Import…"), header), "importButton", tr("Import targets"));
    m_export = named(new QPushButton(tr("E&xport…"), header), "exportButton", tr("Export targets"));
    auto *create = named(new QPushButton(tr("New target"), header), "newTargetButton", tr("New target"));
    create->setToolTip(tr("Defines a new target (Ctrl+N)"));
    create->setDefault(true);
    row->addWidget(title);
    row->addSpacing(look::kGap);
    row->addWidget(m_figures, 1);
    for (QWidget *control : std::initializer_list<QWidget *>{m_search, importButton, m_export, create})
        row->addWidget(control);
    connect(create, &QPushButton::clicked, this, &TargetsPage::newTarget);
    connect(importButton, &QPushButton::clicked, this, &TargetsPage::importTargets);
    connect(m_export, &QPushButton::clicked, this, [this] {
        QList<CallbackTarget> targets;
        for (int i = 0; i < m_model->rowCount(); ++i)
            targets.append(m_model->summary(i).target);
        m_commands->exportTo(targets);
    });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_table->setSearch(text);
        showState();
    });
    return header;
}

void TargetsPage::makeTable()
{
    m_table = new TargetTable(m_model, m_stack);
    connect(m_table, &QTableView::doubleClicked, this, &TargetsPage::editCurrent);
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        if (!m_table->selected().isEmpty())
            m_menu->popup(m_table->viewport()->mapToGlobal(position));
    });
    connect(m_table, &TargetTable::arrangeRequested, this, &TargetsPage::arrange);
    connect(m_table, &TargetTable::arrangeRefused, this, &TargetsPage::explainOrder);
    m_stack->addWidget(m_table);
}

void TargetsPage::makeEmpty()
{
    m_empty = named(new EmptyState(m_stack), "targetsEmptyState", tr("No targets"));
    m_empty->present(QStringLiteral("targets"), {}, {});
    connect(m_empty, &EmptyState::actionRequested, this, &TargetsPage::act);
    connect(m_empty, &EmptyState::secondActionRequested, m_commands, &TargetCommands::createFromPreset);
    m_stack->addWidget(m_empty);
}

void TargetsPage::newTarget()
{
    m_commands->create();
}

void TargetsPage::newTargetAt(const QString &url)
{
    m_commands->createAt(url);
}

void TargetsPage::newTargetFrom(const QString &pasted)
{
    m_commands->createFrom(pasted);
}

void TargetsPage::importTargets()
{
    m_commands->importFrom();
}

void TargetsPage::importText(const QString &text)
{
    m_commands->importFrom(text);
}

void TargetsPage::setEncoderSettings(const EncoderSettings &settings)
{
    m_commands->setEncoderSettings(settings);
}

void TargetsPage::setMailServer(const SmtpServer &server)
{
    m_commands->setMailServer(server);
}

void TargetsPage::setAids(const DialogAids &aids)
{
    m_commands->setAids(aids);
}

void TargetsPage::showState()
{
    const int all = m_model->rowCount();
    m_missing = !m_failure.isEmpty()     ? Missing::Answer
        : m_loaded && all == 0           ? Missing::Targets
        : m_loaded && m_table->isEmpty() ? Missing::Matches
                                         : Missing::Nothing;
    const QString icon = m_missing == Missing::Matches ? QStringLiteral("search") : QStringLiteral("targets");
    if (m_missing == Missing::Targets) {
        m_empty->present(icon, tr("No targets yet"), tr("A target says who is called, how, and about which events."),
                         tr("Add your first target"));
        m_empty->offerSecond(tr("Try a preset"),
                             tr("Starts with what Spark's document says: XML, four events, one request in 60 s"));
    } else if (m_missing == Missing::Matches) {
        m_empty->present(icon, tr("No target matches “%1”").arg(m_search->text()), {}, tr("Clear search"));
    } else if (m_missing == Missing::Answer) {
        m_empty->present(icon, tr("The targets can't be read"), m_failure, tr("Try again"));
    }
    QWidget *shown = m_missing == Missing::Nothing ? static_cast<QWidget *>(m_table) : m_empty;
    m_stack->setCurrentWidget(shown);
    setHome(shown);
    m_export->setEnabled(all > 0);
    m_figures->setText(figures());
}

QString TargetsPage::figures() const
{
    const int all = m_model->rowCount();
    int off = 0;
    int failing = 0;
    for (int row = 0; row < all; ++row) {
        off += m_model->summary(row).target.state != TargetState::Enabled;
        failing += m_model->summary(row).health.has_value();
    }
    if (all == 0)
        return {};
    const QString text = off == 0 ? tr("%1, all enabled").arg(all)
                                  : tr("%1, of which %2 paused or off").arg(all).arg(off);
    return failing == 0 ? text : tr("%1, %2 failing").arg(text).arg(failing);
}

void TargetsPage::act()
{
    switch (m_missing) {
    case Missing::Targets: return newTarget();
    case Missing::Matches: return m_search->clear();
    case Missing::Answer: return refresh();
    case Missing::Nothing: return;
    }
}

bool TargetsPage::event(QEvent *event)
{
    // Ctrl+N is in the window's menu too; taken here first, it is not ambiguous.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::New)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void TargetsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::New))
        newTarget();
    else
        QWidget::keyPressEvent(event);
}

void TargetsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_tick.start();
    m_trendTick.start();
    refresh();
    readTrends();
}

void TargetsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_tick.stop();
    m_trendTick.stop();
}

} // namespace callboard

#include "ui/assets/assetspage.h"

#include "ui/assets/assetinspector.h"
#include "ui/assets/assetlistmodel.h"
#include "ui/assets/assettable.h"
#include "ui/assets/assetwords.h"
#include "ui/assets/unmatchedbar.h"
#include "ui/look/emptystate.h"
#include "ui/look/look.h"
#include "ui/shell/messagebar.h"
#include "ui/targets/form/named.h"

#include <QAction>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>

namespace callboard {

using namespace std::chrono_literals;

namespace {

constexpr int kFirstHeight = 600; // shared by list and inspector until the operator moves the handle
constexpr int kSideBySide = 1400; // of the page; the window is wider by the rail
constexpr auto kGather = 500ms;   // no more than twice a second
constexpr auto kTypingPause = 120ms;
const QString kSplitterKey = QStringLiteral("assets/splitter");
const QString kFilterKey = QStringLiteral("assets/filter");
const QString kAssetKey = QStringLiteral("assets/asset");

} // namespace

AssetsPage::AssetsPage(PlatformClient &platform, EngineClient &engine, ReadThread &reads, MessageBar &messages,
                       QWidget *parent)
    : PageWidget(parent)
    , m_platform(platform)
    , m_reads(reads)
    , m_messages(messages)
    , m_model(new AssetListModel(this))
    , m_unmatched(new UnmatchedBar(this))
{
    named(this, "assetsPage", tr("Assets"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_unmatched);
    layout->addWidget(makeBody(), 1);
    connectParts();
    connect(&engine, &EngineClient::changed, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
    connectEngine();
    addKeys();
    enableActions();
    showState();
    load();
}

QWidget *AssetsPage::makeHeader()
{
    auto *header = new QWidget(this);
    auto *title = look::plainLabel(tr("Assets"), header);
    title->setFont(look::titleFont());
    m_figures = named(look::plainLabel({}, header), "figuresLabel", tr("Figures"));
    look::makeQuiet(m_figures);
    m_filter = named(new QLineEdit(header), "filterEdit", tr("Filter by asset id"));
    m_filter->setPlaceholderText(tr("Filter by asset id  /"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(look::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    auto *line = new QHBoxLayout;
    line->setSpacing(look::kGap);
    line->addWidget(title);
    line->addSpacing(look::kGap);
    line->addWidget(m_figures, 1);
    line->addWidget(makeActions());
    auto *layout = new QVBoxLayout(header);
    layout->setContentsMargins(look::kMargin, 12, look::kMargin, 12); // as on the page of deliveries
    layout->setSpacing(10);
    layout->addLayout(line);
    layout->addWidget(m_filter);
    return header;
}

QWidget *AssetsPage::makeActions()
{
    auto *actions = new QWidget(this);
    m_deliveriesButton = named(
        new QPushButton(look::icon(QStringLiteral("deliveries")), tr("Show deliveries"), actions),
        "showDeliveriesButton", tr("Show deliveries"));
    m_explainButton = named(new QPushButton(look::icon(QStringLiteral("info")), tr("Explain…"), actions),
                            "explainButton", tr("Explain who was called"));
    m_refreshButton = named(
        new QPushButton(look::icon(QStringLiteral("state-retrying")), tr("Refresh from the platform"), actions),
        "refreshAssetButton", tr("Refresh from the platform"));
    auto *row = new QHBoxLayout(actions);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::kGap);
    for (QPushButton *button : {m_deliveriesButton, m_explainButton, m_refreshButton}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    connect(m_deliveriesButton, &QPushButton::clicked, this, &AssetsPage::showDeliveries);
    connect(m_explainButton, &QPushButton::clicked, this, &AssetsPage::explainNewest);
    connect(m_refreshButton, &QPushButton::clicked, this, &AssetsPage::refreshFromPlatform);
    return actions;
}

QWidget *AssetsPage::makeBody()
{
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setObjectName(QStringLiteral("assetsSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_list = new QStackedWidget(m_splitter);
    m_table = new AssetTable(m_model, m_list);
    m_empty = named(new EmptyState(m_list), "assetsEmptyState", tr("No assets"));
    m_empty->present(QStringLiteral("assets"), {}, {});
    m_list->addWidget(m_table);
    m_list->addWidget(m_empty);
    m_list->setContentsMargins(look::kMargin - look::kGap, 0, 0, 0); // the cells' text lines up with the title
    m_list->setBackgroundRole(QPalette::Base);
    m_list->setAutoFillBackground(true);
    m_list->setMinimumSize(320, 120);
    m_inspector = new AssetInspector(m_platform, m_splitter);
    m_inspector->setMinimumSize(320, 220);
    m_inspector->hide(); // until an asset is chosen
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({kFirstHeight / 3, 2 * kFirstHeight / 3});
    return m_splitter;
}

void AssetsPage::connectParts()
{
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AssetsPage::showCurrent);
    connect(m_table, &AssetTable::enterPressed, m_inspector, &AssetInspector::focusContent);
    connect(m_table, &QAbstractItemView::doubleClicked, m_inspector, &AssetInspector::focusContent);
    connect(m_table, &QWidget::customContextMenuRequested, this, &AssetsPage::showMenu);
    connect(m_empty, &EmptyState::actionRequested, this, &AssetsPage::actOnEmpty);
    connect(m_unmatched, &UnmatchedBar::assignRequested, this, &AssetsPage::openAssignDialog);
    connect(m_inspector, &AssetInspector::editTargetRequested, this, &AssetsPage::editTargetRequested);
    connect(m_inspector, &AssetInspector::jobSubmitted, this, &AssetsPage::load);
    connect(m_inspector, &AssetInspector::jobEndedElsewhere, this, [this](const QString &sentence, bool good) {
        m_messages.post({good ? Message::Kind::Info : Message::Kind::Error, sentence, {}, {}});
    });
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    connect(m_filter, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_filter, &QLineEdit::returnPressed, this, [this] { m_table->setFocus(Qt::ShortcutFocusReason); });
    connect(&m_typing, &QTimer::timeout, this, &AssetsPage::load);
}

void AssetsPage::connectEngine()
{
    connect(&m_reads, &ReadThread::failed, this, &AssetsPage::failed);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kGather);
    connect(&m_soon, &QTimer::timeout, this, &AssetsPage::load);
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, [this] { m_model->refreshTimes(SystemClock().now()); });
}

void AssetsPage::showState()
{
    const bool empty = m_loaded && m_model->rowCount() == 0;
    const QString search = m_filter->text().trimmed();
    m_missing = !m_failure.isEmpty() ? Missing::Answer
        : !empty                     ? Missing::Nothing
        : search.isEmpty()           ? Missing::Assets
                                     : Missing::Matches;
    if (m_missing == Missing::Answer) {
        m_empty->present(QStringLiteral("error"), tr("The assets can't be loaded"), m_failure, tr("Try again"));
    } else if (m_missing == Missing::Matches) {
        m_empty->present(QStringLiteral("filter"), tr("No asset's id contains “%1”").arg(assetwords::shown(search)),
                         tr("There may be others: the filter hides them."), tr("Clear filter"));
    } else if (m_missing == Missing::Assets) {
        m_empty->present(
            QStringLiteral("assets"), tr("No assets yet"),
            tr("An asset is known as soon as it is published here, POST /assets, or an event about it comes "
               "to the door, POST /v1/events. Fire an event to see one."),
            tr("Fire an event"));
    }
    m_list->setCurrentWidget(m_missing == Missing::Nothing ? static_cast<QWidget *>(m_table) : m_empty);
    setHome(m_list->currentWidget());
    showFigures();
}

void AssetsPage::showFigures()
{
    const int count = m_model->rowCount();
    if (m_missing != Missing::Nothing || count == 0)
        m_figures->clear();
    else if (count == kMostAssetsListed)
        m_figures->setText(tr("the newest %n; the filter finds the others", nullptr, count));
    else
        m_figures->setText(m_filter->text().trimmed().isEmpty() ? tr("%n known", nullptr, count)
                                                                : tr("%n found by the filter", nullptr, count));
}

void AssetsPage::showCurrent()
{
    if (const QString id = m_table->selectedAsset(); !id.isEmpty() && id != m_current)
        inspect(id);
}

void AssetsPage::selectAsset(const QString &id)
{
    if (!m_table->selectAsset(id))
        inspect(id);
}

void AssetsPage::restoreLayout(const QSettings &settings)
{
    m_splitter->restoreState(settings.value(kSplitterKey).toByteArray());
}

void AssetsPage::saveLayout(QSettings &settings) const
{
    settings.setValue(kSplitterKey, m_splitter->saveState());
}

void AssetsPage::resume(const QSettings &settings)
{
    m_filter->setText(settings.value(kFilterKey).toString());
    if (const QString id = settings.value(kAssetKey).toString(); !id.isEmpty())
        selectAsset(id); // one that is gone brings no detail, and nothing is shown
}

void AssetsPage::remember(QSettings &settings) const
{
    settings.setValue(kFilterKey, m_filter->text());
    settings.setValue(kAssetKey, m_inspector->isHidden() ? QString() : m_current);
}

void AssetsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_tick.start();
    load();
}

void AssetsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_tick.stop();
}

void AssetsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_splitter->setOrientation(width() >= kSideBySide ? Qt::Horizontal : Qt::Vertical);
}

} // namespace callboard

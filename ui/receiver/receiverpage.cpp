#include "ui/receiver/receiverpage.h"

#include "ui/look/emptystate.h"
#include "ui/look/look.h"
#include "ui/receiver/receivedmodel.h"
#include "ui/receiver/receivedtable.h"
#include "ui/receiver/receiverdesk.h"
#include "ui/receiver/receiverheader.h"
#include "ui/receiver/requestpane.h"
#include "ui/receiver/rulespane.h"
#include "ui/shell/messagebar.h"
#include "ui/targets/form/named.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QScrollBar>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace callboard {

using State = ReceiverHeader::State;

namespace {

constexpr int kSideBySide = 1400; // of the page; the window is wider by the rail
const QString kPortKey = QStringLiteral("receiver/port");
const QString kRulesKey = QStringLiteral("receiver/rules");
const QString kTableKey = QStringLiteral("receiver/rulesOpen");
const QString kSplitterKey = QStringLiteral("receiver/splitter");

} // namespace

ReceiverPage::ReceiverPage(ReadThread &reads, MessageBar &messages, QWidget *parent)
    : PageWidget(parent)
    , m_reads(reads)
    , m_messages(messages)
    , m_desk(new ReceiverDesk(this))
    , m_model(new ReceivedModel(this))
    , m_header(new ReceiverHeader(this))
{
    named(this, "receiverPage", tr("Receiver"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(makeBody(), 1);
    connectHeader();
    connectDesk();
    connectList();
    m_desk->setRules(m_header->rules().rules());
    showState();
}

QWidget *ReceiverPage::makeBody()
{
    m_list = new QStackedWidget(this);
    m_table = new ReceivedTable(m_model, m_list);
    m_empty = named(new EmptyState(m_list), "receiverEmptyState", tr("No requests"));
    m_list->addWidget(m_table);
    m_list->addWidget(m_empty);
    m_list->setContentsMargins(look::kMargin - look::kGap, 0, 0, 0); // the cells' text lines up with the title
    m_list->setBackgroundRole(QPalette::Base);
    m_list->setAutoFillBackground(true);
    m_list->setMinimumSize(320, 120);
    m_pane = new RequestPane(this);
    m_pane->setMinimumSize(320, 160);
    m_pane->hide(); // until a request is chosen
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setObjectName(QStringLiteral("receiverSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    return m_splitter;
}

void ReceiverPage::connectHeader()
{
    connect(m_header, &ReceiverHeader::startRequested, this, &ReceiverPage::start);
    connect(m_header, &ReceiverHeader::stopRequested, this, &ReceiverPage::stop);
    connect(m_header, &ReceiverHeader::clearRequested, this, &ReceiverPage::clear);
    connect(m_header, &ReceiverHeader::targetRequested, this, &ReceiverPage::makeTarget);
    connect(m_header, &ReceiverHeader::copyRequested, this, [this] {
        QGuiApplication::clipboard()->setText(m_url);
        m_messages.post({Message::Kind::Info, tr("Copied: %1").arg(m_url), {}, {}}, this);
    });
    connect(m_header, &ReceiverHeader::followRequested, this, [this](bool on) {
        if (on)
            follow();
        else
            m_model->setFollowing(false);
    });
    connect(&m_header->rules(), &RulesPane::rulesChanged, m_desk, &ReceiverDesk::setRules);
    connect(&m_header->rules(), &RulesPane::rulesChanged, this, &ReceiverPage::settingsChanged);
    connect(m_header, &ReceiverHeader::portChanged, this, &ReceiverPage::settingsChanged);
}

void ReceiverPage::connectDesk()
{
    connect(m_desk, &ReceiverDesk::started, this, [this](const QString &url, quint16 port) {
        m_url = url;
        m_header->setPort(port);
        m_header->setState(State::Listening, url);
        showState();
    });
    connect(m_desk, &ReceiverDesk::refused, this, &ReceiverPage::refuse);
    connect(m_desk, &ReceiverDesk::stopped, this, [this] {
        m_url.clear();
        m_header->setState(State::Off);
        showState();
    });
    connect(m_desk, &ReceiverDesk::arrived, this, [this](const QList<ReceivedRequest> &requests, quint64 count) {
        m_header->setCount(count);
        m_model->add(requests);
    });
}

void ReceiverPage::connectList()
{
    connect(m_table, &ReceivedTable::handled, m_model, [this] { m_model->setFollowing(false); });
    connect(m_table, &ReceivedTable::newestRequested, this, &ReceiverPage::follow);
    connect(m_table, &QAbstractItemView::doubleClicked, m_pane, &RequestPane::focusContent);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ReceiverPage::showSelected);
    connect(m_model, &ReceivedModel::followingChanged, m_header, &ReceiverHeader::setFollowing);
    connect(m_model, &ReceivedModel::pendingChanged, m_header, &ReceiverHeader::setPending);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, this, &ReceiverPage::showState);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ReceiverPage::showState);
    connect(m_pane, &RequestPane::deliveryRequested, this, &ReceiverPage::deliveryRequested);
    connect(m_empty, &EmptyState::actionRequested, this, &ReceiverPage::act);
    connect(m_empty, &EmptyState::secondActionRequested, this, &ReceiverPage::copyCurl);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *open = new QShortcut(key, m_table);
        open->setContext(Qt::WidgetShortcut);
        connect(open, &QShortcut::activated, m_pane, [this] {
            if (m_pane->isVisible())
                m_pane->focusContent();
        });
    }
}

void ReceiverPage::start()
{
    startOn(m_header->port());
}

void ReceiverPage::startOn(quint16 port)
{
    m_header->setState(State::Starting);
    m_desk->setRules(m_header->rules().rules()); // their tries count anew
    m_desk->start(port);
}

void ReceiverPage::stop()
{
    m_desk->stop();
}

void ReceiverPage::refuse(const Error &error)
{
    m_header->setState(State::Off);
    showState();
    const QString text = error.code == ErrorCode::NotAllowed
        ? tr("Port %1 is kept for the system; only its administrator may listen on it. Choose one above 1023, or take "
             "a free one.")
              .arg(m_header->port())
        : tr("Port %1 is taken by another program, or by a second Callboard. Choose another, or take a free one.")
              .arg(m_header->port());
    m_messages.post({Message::Kind::Error, text, tr("Take a free port"), [this] { startOn(0); }}, this);
}

void ReceiverPage::showSelected()
{
    const int row = m_table->selectedRow();
    if (row < 0)
        return; // what is being read stays, though its row may be gone
    const ReceivedRequest request = m_model->request(row);
    if (request.number == m_pane->number() && m_pane->isVisible())
        return;
    m_pane->present(request);
    if (m_pane->isHidden()) {
        m_pane->show();
        m_table->scrollTo(m_table->currentIndex());
    }
    findDelivery(request);
}

// Ours say whose delivery they are; the name of this workspace in it tells them from others.
void ReceiverPage::findDelivery(const ReceivedRequest &request)
{
    const QString id = QString::fromLatin1(RequestPane::headerOf(request, "webhook-id"));
    if (!id.startsWith(QLatin1String("dl_")))
        return;
    m_reads.ask(
        this, [id](const WorkspaceReader &reader) { return reader.deliveryId(id); },
        [this, number = request.number](const Result<DeliveryId> &found) {
            if (found && number == m_pane->number())
                m_pane->setDelivery(*found);
        });
}

void ReceiverPage::follow()
{
    m_model->setFollowing(true);
    m_table->verticalScrollBar()->setValue(0);
}

void ReceiverPage::clear()
{
    const QList<ReceivedRequest> gone = m_model->takeAll();
    m_pane->hide();
    m_model->setFollowing(true);
    const QString text = tr("%n requests were cleared from the list.", nullptr, int(gone.size()));
    m_messages.post({Message::Kind::Info, text, tr("Undo"), [this, gone] { m_model->putBack(gone); }}, this);
}

void ReceiverPage::showState()
{
    const bool empty = m_model->rowCount() == 0;
    m_header->setClearable(!empty);
    if (empty && m_url.isEmpty()) {
        m_empty->present(
            QStringLiteral("receiver"), tr("See what a callback looks like when it arrives"),
            tr("The receiver is a small web server on this computer, for this computer alone. It takes any "
               "request, shows it whole, and answers as you say: also late, wrong, or not at all."),
            tr("Start the receiver"));
    } else if (empty) {
        m_empty->present(
            QStringLiteral("receiver"), tr("Listening; nothing has arrived yet"),
            tr("Make a target of it and fire an event, or send it something from a terminal: %1").arg(m_url),
            tr("Make a target of it…"));
        m_empty->offerSecond(tr("Copy a cURL command"), tr("Sends a small JSON document to this address"));
    }
    m_list->setCurrentIndex(empty ? 1 : 0);
    setHome(m_list->currentWidget());
}

void ReceiverPage::act()
{
    if (m_url.isEmpty())
        start();
    else
        makeTarget();
}

void ReceiverPage::makeTarget()
{
    emit targetRequested(m_url + QStringLiteral("/callback"));
}

void ReceiverPage::copyCurl()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("curl --json '{\"hello\":\"callboard\"}' %1/try").arg(m_url));
    m_messages.post({Message::Kind::Info, tr("Copied. Paste it into a terminal."), {}, {}}, this);
}

void ReceiverPage::restoreLayout(const QSettings &settings)
{
    const int port = settings.value(kPortKey).toInt();
    if (port > 0 && port <= 65535)
        m_header->setPort(quint16(port));
    RulesPane &pane = m_header->rules();
    if (const auto rules = parseReceiverScript(settings.value(kRulesKey).toByteArray())) {
        pane.setRules(*rules);
        m_desk->setRules(*rules);
    }
    pane.setTableOpen(settings.value(kTableKey).toBool());
    m_splitter->restoreState(settings.value(kSplitterKey).toByteArray());
}

void ReceiverPage::saveLayout(QSettings &settings) const
{
    settings.setValue(kPortKey, m_header->port());
    settings.setValue(kRulesKey, receiverScript(m_header->rules().rules()));
    settings.setValue(kTableKey, m_header->rules().isTableOpen());
    settings.setValue(kSplitterKey, m_splitter->saveState());
}

void ReceiverPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_splitter->setOrientation(width() >= kSideBySide ? Qt::Horizontal : Qt::Vertical);
}

} // namespace callboard

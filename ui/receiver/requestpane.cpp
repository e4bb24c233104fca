#include "ui/receiver/requestpane.h"

#include "ui/deliveries/deliverytext.h"
#include "ui/look/access/boundedtable.h"
#include "ui/look/elidedlabel.h"
#include "ui/look/look.h"
#include "ui/look/payloadview.h"
#include "ui/look/toneddelegate.h"
#include "ui/receiver/receiverrules.h"
#include "ui/targets/form/named.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTextDocument>

namespace callboard {

namespace {

constexpr int kNameCharacters = 24;
constexpr int kHeadersTab = 1;

QByteArray rawBytes(const ReceivedRequest &request)
{
    QByteArray bytes = request.method + ' ' + request.target + " HTTP/1.1\r\n";
    for (const auto &[name, value] : request.headers)
        bytes += name + ": " + value + "\r\n";
    return bytes + "\r\n" + request.body;
}

QTableWidgetItem *cell(const QByteArray &text)
{
    const QString shown = QString::fromUtf8(text);
    auto *item = new QTableWidgetItem(shown);
    item->setToolTip(Qt::mightBeRichText(shown) ? shown.toHtmlEscaped() : shown);
    return item;
}

} // namespace

RequestPane::RequestPane(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabWidget(this))
    , m_body(named(new PayloadView(this), "receivedBodyView", tr("Body")))
    , m_raw(named(new PayloadView(this), "receivedRawView", tr("The whole request")))
{
    m_body->setEmptyText(tr("This request has no body."));
    m_tabs->setObjectName(QStringLiteral("receivedTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setExpanding(false);
    m_tabs->addTab(m_body, tr("Body"));
    m_tabs->addTab(makeHeaders(), tr("Headers"));
    m_tabs->addTab(m_raw, tr("Raw"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_tabs, 1);
}

QWidget *RequestPane::makeHead()
{
    auto *head = new QWidget(this);
    m_title = named(new ElidedLabel(head), "receivedTitleLabel", tr("Request"));
    m_title->setFont(look::sectionFont());
    m_facts = named(look::plainLabel({}, head), "receivedFactsLabel", tr("Facts"));
    look::makeQuiet(m_facts);
    m_deliveryButton = new QPushButton(look::icon(QStringLiteral("deliveries")), {}, head);
    m_deliveryButton->setObjectName(QStringLiteral("showDeliveryButton"));
    m_deliveryButton->setAutoDefault(false);
    m_deliveryButton->hide();
    connect(m_deliveryButton, &QPushButton::clicked, this, [this] { emit deliveryRequested(m_delivery); });
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(look::kMargin, look::kGap, look::kMargin, look::kGap);
    row->setSpacing(look::kGap);
    row->addWidget(m_title, 1);
    row->addWidget(m_facts);
    row->addWidget(m_deliveryButton);
    head->setMinimumHeight(m_deliveryButton->sizeHint().height() + 2 * look::kGap); // the same with and without it
    return head;
}

QWidget *RequestPane::makeHeaders()
{
    auto *place = new QWidget(this);
    place->setBackgroundRole(QPalette::Base);
    place->setAutoFillBackground(true);
    m_headers = named(new BoundedTableWidget(0, 2, this), "receivedHeaderTable", tr("Headers"));
    m_headers->setHorizontalHeaderLabels({tr("Name"), tr("Value")});
    m_headers->setItemDelegate(new TonedDelegate({}, m_headers));
    m_headers->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_headers->setSelectionMode(QAbstractItemView::SingleSelection);
    m_headers->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_headers->setShowGrid(false);
    m_headers->setWordWrap(false);
    m_headers->setTabKeyNavigation(false);
    m_headers->setFrameShape(QFrame::NoFrame);
    m_headers->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_headers->verticalHeader()->hide();
    m_headers->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_headers->verticalHeader()->setMinimumSectionSize(look::kRowHeight);
    m_headers->verticalHeader()->setDefaultSectionSize(look::kRowHeight);
    QHeaderView *header = m_headers->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(0, QHeaderView::Interactive);
    header->resizeSection(0, fontMetrics().horizontalAdvance(u'0') * kNameCharacters);
    header->setSectionResizeMode(1, QHeaderView::Stretch);
    auto *column = new QVBoxLayout(place);
    column->setContentsMargins(look::kMargin - look::kGap, 0, 0, 0); // the cells' text lines up with the head above
    column->addWidget(m_headers);
    place->setFocusProxy(m_headers);
    return place;
}

void RequestPane::present(const ReceivedRequest &request)
{
    m_number = request.number;
    setDelivery({});
    m_title->setFullText(QString::fromUtf8(request.method + ' ' + request.target));
    m_facts->setText(tr("No. %1 · %2 · %3 · answer: %4")
                         .arg(QLocale().toString(request.number), deliverytext::exact(request.receivedAt),
                              QLocale().formattedDataSize(request.body.size()), answerWord(request)));
    m_body->setContent(request.body, PayloadView::languageFor(headerOf(request, "Content-Type")));
    m_raw->setContent(rawBytes(request), PayloadView::Language::Http);
    fillHeaders(request);
}

void RequestPane::fillHeaders(const ReceivedRequest &request)
{
    m_headers->setRowCount(int(request.headers.size()));
    for (int row = 0; row < request.headers.size(); ++row) {
        m_headers->setItem(row, 0, cell(request.headers[row].first));
        m_headers->setItem(row, 1, cell(request.headers[row].second));
    }
    m_tabs->setTabText(kHeadersTab, tr("Headers %1").arg(request.headers.size()));
}

void RequestPane::setDelivery(DeliveryId delivery)
{
    m_delivery = delivery;
    m_deliveryButton->setText(tr("Show delivery %1").arg(delivery.value));
    m_deliveryButton->setVisible(delivery.isValid());
}

void RequestPane::focusContent()
{
    QWidget *content = m_tabs->currentWidget();
    content = content->focusProxy() && content->focusProxy()->isVisible() ? content->focusProxy() : content;
    if (content->focusPolicy() == Qt::NoFocus)
        content = m_tabs->tabBar();
    content->setFocus(Qt::ShortcutFocusReason);
}

QByteArray RequestPane::headerOf(const ReceivedRequest &request, QByteArrayView name)
{
    for (const auto &[key, value] : request.headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace callboard

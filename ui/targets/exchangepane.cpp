#include "ui/targets/exchangepane.h"

#include "ui/look/look.h"
#include "ui/look/payloadview.h"
#include "ui/targets/form/named.h"
#include "ui/targets/targetwords.h"

#include <QLabel>
#include <QLocale>
#include <QSplitter>
#include <QVBoxLayout>

namespace callboard {

namespace {

QWidget *titled(QLabel *title, PayloadView *view)
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::kGap / 2);
    title->setFont(look::sectionFont());
    column->addWidget(title);
    column->addWidget(view, 1);
    return part;
}

} // namespace

ExchangePane::ExchangePane(QWidget *parent)
    : QWidget(parent)
    , m_answerTitle(look::plainLabel(tr("Answer"), this))
    , m_request(named(new PayloadView(this), "testRequestView", tr("Request as sent")))
    , m_answer(named(new PayloadView(this), "testAnswerView", tr("Answer as received")))
{
    m_request->setEmptyText(tr("Send a test to see the request here."));
    m_answer->setEmptyText(tr("Send a test to see the answer here."));
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(titled(look::plainLabel(tr("Request")), m_request));
    splitter->addWidget(titled(m_answerTitle, m_answer));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(splitter);
}

void ExchangePane::show(const TestResult &result)
{
    const Exchange &exchange = result.exchange;
    m_request->setContent(result.requestHead + result.requestBody, PayloadView::Language::Http);
    m_answer->setContent(exchange.responseHead + exchange.responseBody, PayloadView::Language::Http);
    if (exchange.responseHead.isEmpty())
        m_answer->setEmptyText(words::answer(exchange));
    QString title = exchange.remoteAddress.isEmpty() ? tr("Answer") : tr("Answer of %1").arg(exchange.remoteAddress);
    if (exchange.truncated)
        title += tr(" (cut, %1 arrived)").arg(QLocale().formattedDataSize(exchange.responseSize));
    m_answerTitle->setText(title);
}

} // namespace callboard

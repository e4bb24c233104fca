#include "ui/deliveries/deliveryinspector.h"

#include "ui/deliveries/attemptspane.h"
#include "ui/deliveries/curlcommand.h"
#include "ui/deliveries/deliverytext.h"
#include "ui/deliveries/eventspane.h"
#include "ui/deliveries/replayflow.h"
#include "ui/look/elidedlabel.h"
#include "ui/look/look.h"
#include "ui/look/payloadview.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>

namespace callboard {

namespace {

enum Tab { PayloadTab, RequestTab, ResponseTab, AttemptsTab, AbsorbedTab };

QPushButton *makeButton(const char *name, const QString &text, const QString &iconName, QWidget *parent)
{
    auto *button = new QPushButton(look::icon(iconName), text, parent);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    return button;
}

} // namespace

DeliveryInspector::DeliveryInspector(DeliverySource &source, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_clock(clock)
{
    setObjectName(QStringLiteral("deliveryInspector"));
    setAccessibleName(tr("Inspector"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    buildTabs();
    layout->addWidget(m_tabs, 1);
    layout->addWidget(buildButtons());
    for (QWidget *later :
         {static_cast<QWidget *>(m_explanation), static_cast<QWidget *>(m_origin), static_cast<QWidget *>(m_retry)})
        later->hide(); // until there is a delivery that asks for it
    enableButtons();
}

QWidget *DeliveryInspector::buildHead()
{
    auto *head = new QWidget(this);
    m_stateIcon = new QLabel(head);
    m_state = look::plainLabel({}, head);
    m_state->setObjectName(QStringLiteral("inspectorStateLabel"));
    QFont bold = m_state->font();
    bold.setWeight(QFont::DemiBold);
    m_state->setFont(bold);
    m_headline = new ElidedLabel(head);
    m_headline->setObjectName(QStringLiteral("headlineLabel"));
    m_facts = look::plainLabel({}, head);
    look::makeQuiet(m_facts);
    m_explanation = look::plainLabel({}, head);
    m_explanation->setObjectName(QStringLiteral("explanationLabel"));
    m_explanation->setWordWrap(true);
    m_explanation->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *line = new QHBoxLayout;
    line->setSpacing(look::kGap);
    line->addWidget(m_stateIcon);
    line->addWidget(m_state);
    line->addSpacing(look::kGap);
    line->addWidget(m_headline, 1);
    line->addWidget(m_facts);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(look::kMargin, 10, look::kMargin, 4);
    layout->setSpacing(4);
    layout->addLayout(line);
    layout->addWidget(m_explanation);
    return head;
}

void DeliveryInspector::buildTabs()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("inspectorTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setExpanding(false);
    m_payload = new PayloadView(m_tabs);
    m_request = new PayloadView(m_tabs);
    m_response = new PayloadView(m_tabs);
    m_payload->setObjectName(QStringLiteral("payloadView"));
    m_request->setObjectName(QStringLiteral("requestView"));
    m_response->setObjectName(QStringLiteral("responseView"));
    m_attempts = new AttemptsPane(m_tabs);
    m_events = new EventsPane(m_tabs);
    m_tabs->addTab(m_payload, tr("Payload"));
    m_tabs->addTab(m_request, tr("Request"));
    m_tabs->addTab(m_response, tr("Response"));
    m_tabs->addTab(m_attempts, {});
    m_tabs->addTab(m_events, {});
    titleTabs();
    connect(m_attempts, &AttemptsPane::attemptChosen, this, &DeliveryInspector::showAttempt);
}

QWidget *DeliveryInspector::buildButtons()
{
    auto *row = new QWidget(this);
    m_origin = makeButton("originButton", {}, QStringLiteral("deliveries"), row);
    m_copy = makeButton("copyCurlButton", tr("Copy as cURL"), QStringLiteral("copy"), row);
    m_edit = makeButton("editTargetButton", tr("Edit target…"), QStringLiteral("edit"), row);
    m_retry = makeButton("retryNowButton", tr("Retry now"), QStringLiteral("state-retrying"), row);
    m_replay = makeButton("replayButton", tr("Replay  %1").arg(QLatin1Char('R')), QStringLiteral("replay"), row);
    m_replay->setAccessibleName(tr("Replay"));
    m_replay->setDefault(true);
    m_copy->setToolTip(tr("Copy as cURL (C). Secret values stay masked."));
    m_edit->setToolTip(tr("Edit target (E)"));
    m_replay->setToolTip(tr("Send it again as a new delivery (R)"));
    connect(m_origin, &QPushButton::clicked, this,
            [this] { emit deliveryRequested(m_detail ? m_detail->row.delivery.replayOf : DeliveryId{}); });
    connect(m_copy, &QPushButton::clicked, this, &DeliveryInspector::copyAsCurl);
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (m_detail)
            emit editTargetRequested(m_detail->row.delivery.target);
    });
    connect(m_retry, &QPushButton::clicked, this, [this] { emit retryRequested(m_id); });
    connect(m_replay, &QPushButton::clicked, this, [this] {
        if (m_detail)
            emit replayRequested(m_detail->row);
    });
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(look::kMargin, look::kGap, look::kMargin, look::kGap);
    layout->setSpacing(look::kGap);
    layout->addWidget(m_origin);
    layout->addStretch();
    for (QPushButton *button : {m_copy, m_edit, m_retry, m_replay})
        layout->addWidget(button);
    return row;
}

void DeliveryInspector::setTargets(const QList<CallbackTarget> &targets)
{
    m_targets.clear();
    for (const CallbackTarget &target : targets)
        m_targets.insert(target.id, target);
    if (m_detail)
        showHead();
}

CallbackTarget DeliveryInspector::target() const
{
    return m_detail ? m_targets.value(m_detail->row.delivery.target) : CallbackTarget{};
}

void DeliveryInspector::showDelivery(DeliveryId id)
{
    if (m_id != id) {
        m_attempt = -1;
        m_detail.reset(); // what a button does must never be about the one that was shown before
        enableButtons();
    }
    m_id = id;
    refresh();
}

void DeliveryInspector::refresh()
{
    if (!m_id.isValid())
        return;
    m_source.detail(m_id, this, [this, asked = m_id](const Result<DeliveryDetail> &detail) {
        if (asked == m_id && detail)
            take(*detail);
    });
}

void DeliveryInspector::clear()
{
    m_id = {};
    m_detail.reset();
}

void DeliveryInspector::take(const DeliveryDetail &detail)
{
    const bool grown = m_detail && m_detail->attempts.size() != detail.attempts.size();
    m_detail = detail;
    if (grown || m_attempt >= detail.attempts.size())
        m_attempt = -1;
    m_attempts->setAttempts(detail.attempts);
    m_events->setEvents(detail.events);
    showHead();
    showButtons();
    titleTabs();
    if (detail.attempts.isEmpty())
        showWithoutAttempt();
    else
        showAttempt(m_attempt >= 0 ? m_attempt : int(detail.attempts.size()) - 1);
}

void DeliveryInspector::showHead()
{
    const DeliveryRow &row = m_detail->row;
    const look::Tone tone = look::toneOf(row.delivery.state, row.inDoubt);
    const QColor color = look::color(tone, palette());
    m_stateIcon->setPixmap(look::stateIcon(tone, palette()).pixmap(QSize(16, 16), devicePixelRatioF()));
    m_state->setText(deliverytext::stateWord(row.delivery.state, row.inDoubt));
    QPalette inked = palette();
    inked.setColor(QPalette::WindowText, color);
    m_state->setPalette(inked);
    m_headline->setFullText(deliverytext::headline(*m_detail, target()));
    QStringList facts{tr("Delivery %1").arg(row.delivery.id.value)};
    if (row.duration)
        facts << deliverytext::duration(row.duration);
    if (!m_detail->replays.isEmpty())
        facts << tr("replayed as %1").arg(m_detail->replays.constLast().value);
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    const QString why = deliverytext::explanation(*m_detail, m_clock.now());
    m_explanation->setText(why);
    m_explanation->setVisible(!why.isEmpty());
}

void DeliveryInspector::showButtons()
{
    const Delivery &delivery = m_detail->row.delivery;
    m_origin->setVisible(delivery.replayOf.isValid());
    m_origin->setText(tr("Replay of %1").arg(delivery.replayOf.value));
    m_retry->setVisible(delivery.state == DeliveryState::Retrying || delivery.state == DeliveryState::Waiting);
    m_retry->setText(delivery.state == DeliveryState::Waiting ? tr("Send now") : tr("Retry now"));
    const bool ended = ReplayFlow::canReplay(m_detail->row);
    enableButtons();
    m_replay->setToolTip(ended ? tr("Send it again as a new delivery (R)")
                               : tr("It is still on its way and can be replayed once it has ended."));
}

void DeliveryInspector::enableButtons()
{
    m_replay->setIcon(look::icon(QStringLiteral("replay"), palette().color(QPalette::Base))); // on the accent
    m_copy->setEnabled(m_detail && !m_detail->attempts.isEmpty()
                       && !deliverytext::isMail(m_detail->attempts.constLast().url));
    m_replay->setEnabled(m_detail && ReplayFlow::canReplay(m_detail->row));
    for (QPushButton *button : {m_origin, m_edit, m_retry})
        button->setEnabled(m_detail.has_value());
}

void DeliveryInspector::titleTabs()
{
    const auto counted = [](const QString &word, qsizetype count) {
        return count > 0 ? QStringLiteral("%1 %2").arg(word).arg(count) : word;
    };
    m_tabs->setTabText(AttemptsTab, counted(tr("Attempts"), m_detail ? m_detail->attempts.size() : 0));
    m_tabs->setTabText(AbsorbedTab, counted(tr("Absorbed"), m_detail ? m_detail->events.size() : 0));
}

void DeliveryInspector::focusContent()
{
    QWidget *page = m_tabs->currentWidget();
    QWidget *content = page && page->focusProxy() ? page->focusProxy() : page;
    // A page that has nothing to show has nothing to go to either.
    if (!content || !content->isVisible())
        content = m_tabs->tabBar();
    content->setFocus(Qt::ShortcutFocusReason);
}

void DeliveryInspector::copyAsCurl()
{
    if (!m_detail)
        return;
    const Attempt attempt = m_detail->attempts.value(m_attempt >= 0 ? m_attempt : m_detail->attempts.size() - 1);
    if (m_detail->attempts.isEmpty() || deliverytext::isMail(attempt.url)) {
        emit copyRefused(tr("Nothing has been sent over HTTP yet, so there is no request to copy."));
        return;
    }
    QGuiApplication::clipboard()->setText(curlCommand(attempt, QUrl(attempt.url)));
    emit copied(tr("Copied as cURL. Secret values are masked."));
}

void DeliveryInspector::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || !m_detail)
        return;
    showHead();
    enableButtons();
}

} // namespace callboard

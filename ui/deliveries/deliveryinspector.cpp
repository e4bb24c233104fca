#include "ui/deliveries/deliveryinspector.h"

#include "ui/deliveries/attemptspane.h"
#include "ui/deliveries/changes/changespane.h"
#include "ui/deliveries/content/messagepane.h"
#include "ui/deliveries/content/noteline.h"
#include "ui/deliveries/content/payloadtools.h"
#include "ui/deliveries/deliverytext.h"
#include "ui/deliveries/eventspane.h"
#include "ui/deliveries/inspectorbuttons.h"
#include "ui/deliveries/replay/replaybutton.h"
#include "ui/deliveries/replay/replayverdict.h"
#include "ui/look/elidedlabel.h"
#include "ui/look/look.h"
#include "ui/look/payloadview.h"
#include "ui/targets/form/fieldline.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QTabBar>
#include <QTabWidget>

namespace callboard {

namespace {

enum Tab { PayloadTab, RequestTab, ResponseTab, AttemptsTab, AbsorbedTab, ChangesTab };

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
    layout->addWidget(buildTabs(), 1);
    layout->addWidget(buildButtons());
    m_explanation->hide(); // until there is something to explain
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
    m_state->setForegroundRole(QPalette::WindowText); // on a ground of Base it would be Text, which has no colour here
    m_headline = new ElidedLabel(head);
    m_headline->setObjectName(QStringLiteral("headlineLabel"));
    m_facts = look::plainLabel({}, head);
    look::makeQuiet(m_facts);
    m_verdict = new FieldLine("verdictLine", head);
    m_explanation = look::plainLabel({}, head);
    m_explanation->setObjectName(QStringLiteral("explanationLabel"));
    m_explanation->setWordWrap(true);
    m_explanation->setTextInteractionFlags(Qt::TextSelectableByMouse);

    buildNote();
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
    layout->addWidget(m_verdict);
    layout->addWidget(m_explanation);
    layout->addWidget(m_note);
    return head;
}

QTabWidget *DeliveryInspector::buildTabs()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("inspectorTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setExpanding(false);
    m_payload = new PayloadView(m_tabs);
    m_request = new MessagePane(QStringLiteral("requestView"), m_tabs);
    m_signature = new FieldLine("signatureLine");
    m_request->addUnderHead(m_signature);
    m_response = new MessagePane(QStringLiteral("responseView"), m_tabs);
    m_payload->setObjectName(QStringLiteral("payloadView"));
    m_attempts = new AttemptsPane(m_tabs);
    m_events = new EventsPane(m_tabs);
    m_changes = new ChangesPane(m_tabs);
    m_tabs->addTab(m_payload, tr("Payload"));
    m_tabs->addTab(m_request, tr("Request"));
    m_tabs->addTab(m_response, tr("Response"));
    m_tabs->addTab(m_attempts, {});
    m_tabs->addTab(m_events, {});
    m_tabs->addTab(m_changes, {});
    titleTabs();
    m_tools = new PayloadTools(m_tabs);
    m_tools->setView(m_payload);
    m_tabs->setCornerWidget(m_tools);
    connect(m_tools, &PayloadTools::saveRequested, this, &DeliveryInspector::savePayload);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] { m_tools->setView(presentView()); });
    connect(m_attempts, &AttemptsPane::attemptChosen, this, &DeliveryInspector::showAttempt);
    connect(m_attempts, &AttemptsPane::revisionRequested, this, [this](int revision) {
        if (m_detail)
            emit revisionRequested(m_detail->row.delivery.target, revision);
    });
    connect(m_events, &EventsPane::deliveryRequested, this, &DeliveryInspector::deliveryRequested);
    return m_tabs;
}

InspectorButtons *DeliveryInspector::buildButtons()
{
    m_buttons = new InspectorButtons(this);
    connect(m_buttons, &InspectorButtons::originRequested, this,
            [this] { emit deliveryRequested(m_detail ? m_detail->row.delivery.replayOf : DeliveryId{}); });
    connect(m_buttons, &InspectorButtons::explainRequested, this, [this] {
        if (m_detail)
            emit explainRequested(m_detail->row.delivery.latestEvent);
    });
    connect(m_buttons, &InspectorButtons::copyRequested, this, &DeliveryInspector::copyAsCurl);
    connect(m_buttons, &InspectorButtons::editRequested, this, [this] {
        if (m_detail)
            emit editTargetRequested(m_detail->row.delivery.target);
    });
    connect(m_buttons, &InspectorButtons::retryRequested, this, [this] { emit retryRequested(m_id); });
    connect(m_buttons, &InspectorButtons::tryTargetRequested, this, [this] {
        if (m_detail)
            emit tryTargetRequested(target());
    });
    connect(m_buttons->replayButton(), &ReplayButton::replayRequested, this, [this](ReplayContent content) {
        if (m_detail)
            emit replayRequested(m_detail->row, content);
    });
    connect(m_buttons->replayButton(), &ReplayButton::refreshRequested, this, [this] {
        if (m_detail)
            emit refreshRequested(m_detail->row);
    });
    return m_buttons;
}

void DeliveryInspector::setTargets(const QList<CallbackTarget> &targets)
{
    m_targets.clear();
    for (const CallbackTarget &target : targets)
        m_targets.insert(target.id, target);
    if (!m_detail)
        return;
    m_buttons->present(*m_detail, target());
    presentRefreshing();
    showHead();
    if (m_attempt >= 0) // a key may be another now
        askSignature(m_detail->attempts.at(m_attempt));
}

CallbackTarget DeliveryInspector::target() const
{
    return m_detail ? m_targets.value(m_detail->row.delivery.target) : CallbackTarget{};
}

void DeliveryInspector::showDelivery(DeliveryId id)
{
    if (m_id != id) {
        m_attempt = -1;
        m_note->abandon();
        m_detail.reset(); // what a button does must never be about the one that was shown before
        m_buttons->forget();
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
    m_events->setDetail(detail, m_clock.now());
    m_buttons->present(detail, target());
    presentRefreshing();
    askChanges();
    showHead();
    titleTabs();
    if (detail.attempts.isEmpty())
        showWithoutAttempt();
    else
        showAttempt(m_attempt >= 0 ? m_attempt : int(detail.attempts.size()) - 1);
    emit shown(detail.row);
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
    m_note->setNote(row.note);
    QStringList facts{tr("Delivery %1").arg(row.delivery.id.value)};
    if (!m_detail->otherUrl.isEmpty())
        facts << tr("sent to another URL");
    if (row.duration)
        facts << deliverytext::duration(row.duration);
    if (!m_detail->replays.isEmpty())
        facts << tr("replayed as %1").arg(m_detail->replays.constLast().value);
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    const ReplayVerdict verdict = replayVerdict(*m_detail);
    m_verdict->say(verdict.delivered ? FieldLine::Mood::Good : FieldLine::Mood::Problem, verdict.sentence);
    const QString why = deliverytext::explanation(*m_detail, m_clock.now());
    m_explanation->setText(why);
    m_explanation->setVisible(!why.isEmpty());
}

void DeliveryInspector::titleTabs()
{
    const auto counted = [](const QString &word, qsizetype count) {
        return count > 0 ? QStringLiteral("%1 %2").arg(word).arg(count) : word;
    };
    m_tabs->setTabText(AttemptsTab, counted(tr("Attempts"), m_detail ? m_detail->attempts.size() : 0));
    m_tabs->setTabText(AbsorbedTab, counted(tr("Absorbed"), m_detail ? m_detail->events.size() : 0));
    m_tabs->setTabText(ChangesTab, counted(tr("Changes"), m_detail ? m_differing : 0));
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

void DeliveryInspector::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_detail)
        showHead();
}

} // namespace callboard

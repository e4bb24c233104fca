#include "ui/deliveries/inspectorbuttons.h"

#include "ui/deliveries/deliverytext.h"
#include "ui/deliveries/replay/replaybutton.h"
#include "ui/deliveries/replay/replayflow.h"
#include "ui/look/look.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace callboard {

namespace {

QPushButton *makeButton(const char *name, const QString &text, const QString &iconName, QWidget *parent)
{
    auto *button = new QPushButton(look::icon(iconName), text, parent);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    return button;
}

} // namespace

InspectorButtons::InspectorButtons(QWidget *parent)
    : QWidget(parent)
    , m_origin(makeButton("originButton", {}, QStringLiteral("deliveries"), this))
    , m_explain(makeButton("explainButton", tr("Explain…"), QStringLiteral("info"), this))
    , m_copy(makeButton("copyCurlButton", tr("Copy as cURL"), QStringLiteral("copy"), this))
    , m_edit(makeButton("editTargetButton", tr("Edit target…"), QStringLiteral("edit"), this))
    , m_retry(makeButton("retryNowButton", tr("Retry now"), QStringLiteral("state-retrying"), this))
    , m_replay(new ReplayButton(this))
{
    m_origin->setToolTip(tr("Shows the delivery that this one repeats"));
    m_edit->setToolTip(tr("Edit target (E)"));
    connect(m_origin, &QPushButton::clicked, this, &InspectorButtons::originRequested);
    m_explain->setToolTip(tr("Says who was called for this event, who not, and why"));
    connect(m_explain, &QPushButton::clicked, this, &InspectorButtons::explainRequested);
    connect(m_copy, &QPushButton::clicked, this, &InspectorButtons::copyRequested);
    connect(m_edit, &QPushButton::clicked, this, &InspectorButtons::editRequested);
    connect(m_retry, &QPushButton::clicked, this, [this] {
        if (m_triesTarget)
            emit tryTargetRequested();
        else
            emit retryRequested();
    });
    m_origin->hide(); // until there is a delivery that asks for it
    m_retry->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(look::kMargin, look::kGap, look::kMargin, look::kGap);
    layout->setSpacing(look::kGap);
    layout->addWidget(m_origin);
    layout->addWidget(m_explain);
    layout->addStretch();
    for (QPushButton *button : {m_copy, m_edit, m_retry})
        layout->addWidget(button);
    layout->addWidget(m_replay);
    forget();
}

void InspectorButtons::present(const DeliveryDetail &detail, const CallbackTarget &target)
{
    const Delivery &delivery = detail.row.delivery;
    m_origin->setVisible(delivery.replayOf.isValid());
    m_origin->setText(deliverytext::replayWord(delivery));
    m_triesTarget = deliverytext::isHeldByCircuit(delivery) && target.id == delivery.target
        && target.state == TargetState::Enabled;
    m_retry->setVisible(delivery.state == DeliveryState::Retrying || delivery.state == DeliveryState::Waiting
                        || m_triesTarget);
    m_retry->setText(m_triesTarget                                  ? tr("Try now")
                         : delivery.state == DeliveryState::Waiting ? tr("Send now")
                                                                    : tr("Retry now"));
    m_retry->setToolTip(m_triesTarget ? tr("Closes its target's circuit, which sends what that holds") : QString());
    for (QPushButton *button : {m_origin, m_explain, m_edit, m_retry})
        button->setEnabled(true);
    const QString obstacle = copyObstacle(detail);
    m_copy->setEnabled(obstacle.isEmpty());
    m_copy->setToolTip(obstacle.isEmpty() ? tr("Copy as cURL (C). Secret values stay masked.") : obstacle);
    const bool ended = ReplayFlow::canReplay(detail.row);
    m_replay->setReplayable(ended,
                            ended ? QString() : tr("It is still on its way and can be replayed once it has ended."));
    m_replay->setRefreshable(true);
}

void InspectorButtons::forget()
{
    for (QPushButton *button : {m_origin, m_explain, m_copy, m_edit, m_retry})
        button->setEnabled(false);
    m_replay->setReplayable(false);
    m_replay->setRefreshable(false);
}

QString InspectorButtons::copyObstacle(const DeliveryDetail &detail)
{
    if (detail.attempts.isEmpty())
        return tr("Nothing has been sent over HTTP yet, so there is no request to copy.");
    if (deliverytext::isMail(detail.attempts.constLast().url))
        return tr("This callback is an e-mail, not an HTTP request: there is no cURL command for it. Request and "
                  "Response show what was said to the mail server.");
    return {};
}

} // namespace callboard

#include "ui/assets/encoderpane.h"

#include "core/engine/platformclient.h"
#include "ui/assets/notificationpane.h"
#include "ui/assets/submitpane.h"
#include "ui/look/look.h"
#include "ui/targets/form/named.h"

#include <QLabel>
#include <QVBoxLayout>

namespace callboard {

EncoderPane::EncoderPane(PlatformClient &platform, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_submit(new SubmitPane(platform, this))
    , m_title(named(look::plainLabel({}, this), "notificationTitleLabel", tr("Notifications")))
    , m_notifications(new NotificationPane(Qt::Vertical, NotificationPane::Columns::Brief, this))
{
    setChildrenCollapsible(false);
    m_notifications->setEmptyText(tr("No notification of an encoder has come for this asset. Encoders send them to the "
                                     "door, POST /v1/encoders/zencoder."));
    auto *came = new QWidget(this);
    auto *column = new QVBoxLayout(came);
    column->setContentsMargins(look::kGap, look::kGap, 0, 0);
    column->setSpacing(look::kGap / 2);
    m_title->setFont(look::sectionFont());
    m_title->setContentsMargins(look::kGap, 0, 0, 0);
    column->addWidget(m_title);
    column->addWidget(m_notifications, 1);
    addWidget(m_submit);
    addWidget(came);
    setStretchFactor(0, 1);
    setStretchFactor(1, 1);
    setContentsMargins(look::kMargin - look::kGap, 0, 0, 0); // the cells' text lines up with the head above
    setFocusProxy(m_notifications);
    connect(m_submit, &SubmitPane::submitted, this, &EncoderPane::submitted);
    connect(m_submit, &SubmitPane::endedElsewhere, this, &EncoderPane::endedElsewhere);
}

void EncoderPane::setDetail(const AssetDetail &detail)
{
    m_submit->setHandOff(detail.asset.id, detail.handOff);
    m_notifications->setNotifications(detail.notifications);
    m_title->setText(detail.notifications.isEmpty() ? tr("Nothing came yet") : tr("Notifications that came"));
}

} // namespace callboard

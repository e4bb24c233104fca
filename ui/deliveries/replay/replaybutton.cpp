#include "ui/deliveries/replay/replaybutton.h"

#include "ui/look/look.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

namespace callboard {

namespace {

constexpr int kArrowWidth = 30;

} // namespace

ReplayButton::ReplayButton(QWidget *parent)
    : QWidget(parent)
    , m_replay(new QPushButton(tr("Replay  %1").arg(QLatin1Char('R')), this))
    , m_more(new QPushButton(this))
    , m_menu(new QMenu(this))
{
    m_replay->setObjectName(QStringLiteral("replayButton"));
    m_replay->setAccessibleName(tr("Replay"));
    m_more->setObjectName(QStringLiteral("replayMenuButton"));
    m_more->setAccessibleName(tr("More ways to replay"));
    m_more->setToolTip(tr("More ways to replay"));
    m_more->setFixedWidth(kArrowWidth);
    for (QPushButton *button : {m_replay, m_more}) {
        button->setAutoDefault(false);
        button->setDefault(true);
    }
    buildMenu();
    connect(m_replay, &QPushButton::clicked, this, [this] { emit replayRequested(ReplayContent::SameBytes); });
    connect(m_more, &QPushButton::clicked, this, &ReplayButton::openMenu);
    setFocusProxy(m_replay);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(1);
    row->addWidget(m_replay);
    row->addWidget(m_more);
    drawIcons();
    setReplayable(false);
    setRefreshOffered(false);
}

void ReplayButton::buildMenu()
{
    m_same = m_menu->addAction(tr("Replay the same bytes\tR"), this,
                               [this] { emit replayRequested(ReplayContent::SameBytes); });
    m_latest = m_menu->addAction(tr("Replay the latest state\tCtrl+R"), this,
                                 [this] { emit replayRequested(ReplayContent::LatestState); });
    m_menu->addSeparator();
    m_refresh = m_menu->addAction(tr("Refresh from the platform…"), this, &ReplayButton::refreshRequested);
    m_menu->setObjectName(QStringLiteral("replayMenu"));
    m_menu->setToolTipsVisible(true);
    m_same->setObjectName(QStringLiteral("replaySameAction"));
    m_latest->setObjectName(QStringLiteral("replayLatestAction"));
    m_refresh->setObjectName(QStringLiteral("refreshAction"));
    m_same->setToolTip(tr("The very body that it carried, byte for byte"));
    m_latest->setToolTip(tr("The asset's record as it is known now"));
    m_refresh->setToolTip(tr("Asks the platform for the asset's record and shows what differs; sends nothing yet"));
}

void ReplayButton::setReplayable(bool replayable, const QString &why)
{
    m_replay->setEnabled(replayable);
    m_replay->setToolTip(why.isEmpty() ? tr("Send it again as a new delivery (R)") : why);
    m_same->setEnabled(replayable);
    m_latest->setEnabled(replayable);
    m_more->setEnabled(replayable || m_refresh->isVisible());
}

void ReplayButton::setRefreshOffered(bool offered)
{
    m_refresh->setVisible(offered);
    m_more->setEnabled(m_replay->isEnabled() || offered);
}

void ReplayButton::setRefreshable(bool refreshable)
{
    m_refresh->setEnabled(refreshable);
}

void ReplayButton::openMenu()
{
    const QSize size = m_menu->sizeHint();
    // Above: the button stands at the window's lower edge.
    m_menu->popup(m_more->mapToGlobal(QPoint(m_more->width() - size.width(), -size.height())));
    m_menu->setActiveAction(m_same->isEnabled() ? m_same : m_refresh);
}

// In the colour of what stands on the accent, or of what can't be pressed.
void ReplayButton::drawIcons()
{
    const QColor ink = palette().color(QPalette::Base);
    m_replay->setIcon(look::icon(QStringLiteral("replay"), ink));
    m_more->setIcon(look::icon(QStringLiteral("chevron-down"), ink));
}

void ReplayButton::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawIcons();
}

} // namespace callboard

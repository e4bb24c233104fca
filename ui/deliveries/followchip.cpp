#include "ui/deliveries/followchip.h"

#include "ui/look/access/access.h"
#include "ui/look/look.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QStyleOptionToolButton>

#include <chrono>

namespace callboard {

namespace {

constexpr std::chrono::milliseconds kBetweenWords{10'000}; // to who listens: a busy log would never let him go

} // namespace

FollowChip::FollowChip(QWidget *parent)
    : QToolButton(parent)
{
    setObjectName(QStringLiteral("followButton"));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize(QSize(16, 16));
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumHeight(30);
    connect(this, &QToolButton::clicked, this, [this] { emit followRequested(!m_following); });
    describe();
}

void FollowChip::setFollowing(bool following)
{
    m_following = following;
    describe();
}

void FollowChip::setPending(int pending)
{
    const bool more = !m_following && pending > m_pending;
    m_pending = pending;
    describe();
    if (more && (!m_said.isValid() || m_said.hasExpired(kBetweenWords.count()))) {
        m_said.start();
        access::announce(this, text());
    }
}

void FollowChip::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange)
        describe();
}

void FollowChip::describe()
{
    const QColor color = m_following ? look::color(look::Tone::Delivered, palette()) : palette().color(QPalette::Link);
    setIcon(look::icon(m_following ? QStringLiteral("state-moving") : QStringLiteral("follow"), color));
    if (m_following)
        setText(tr("Following"));
    else
        setText(m_pending > 0 ? tr("%1 new").arg(QLocale().toString(m_pending)) : tr("Follow"));
    setToolTip(m_following ? tr("New deliveries come in on top. Scrolling, selecting or filtering stops it.")
                           : tr("Go to the newest and follow (F or End)"));
    setAccessibleName(m_following ? tr("Following the newest") : tr("%1, follow the newest").arg(text()));
    updateGeometry();
}

void FollowChip::paintEvent(QPaintEvent *event)
{
    if (!m_following && m_pending > 0) {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().color(QPalette::Highlight));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
    QToolButton::paintEvent(event);
}

} // namespace callboard

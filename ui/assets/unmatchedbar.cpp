#include "ui/assets/unmatchedbar.h"

#include "ui/look/look.h"
#include "ui/targets/form/named.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

namespace callboard {

namespace {

constexpr int kEdge = 3;
constexpr float kTint = 0.10F;

} // namespace

UnmatchedBar::UnmatchedBar(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(look::plainLabel({}, this))
    , m_assign(named(new QPushButton(tr("&Assign…"), this), "assignButton", tr("Assign notifications to assets")))
{
    setObjectName(QStringLiteral("unmatchedBar"));
    m_text->setObjectName(QStringLiteral("unmatchedLabel"));
    m_assign->setAutoDefault(false);
    m_assign->setToolTip(tr("Says which asset each of them belongs to"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(look::kMargin, 6, look::kMargin, 6); // as the message bar
    row->setSpacing(look::kGap);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_assign);
    connect(m_assign, &QPushButton::clicked, this, &UnmatchedBar::assignRequested);
    drawIcon();
    hide();
}

void UnmatchedBar::setCount(int count, bool more)
{
    m_count = count;
    m_text->setText(more ? tr("More than %n encoder notifications match no asset", nullptr, count)
                         : tr("%n encoder notifications match no asset", nullptr, count));
    setAccessibleName(m_text->text());
    setVisible(count > 0);
}

void UnmatchedBar::drawIcon()
{
    const QColor color = look::color(look::Tone::Retrying, palette());
    m_icon->setPixmap(look::icon(QStringLiteral("warning"), color).pixmap(QSize(16, 16), devicePixelRatioF()));
}

void UnmatchedBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor tint = look::color(look::Tone::Retrying, palette());
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), {0, 0, kEdge, height()}), tint);
    tint.setAlphaF(kTint);
    painter.fillRect(rect(), tint);
    painter.fillRect(QRect(0, height() - 1, width(), 1), palette().color(QPalette::Mid));
}

void UnmatchedBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawIcon();
}

} // namespace callboard

#include "ui/assets/unmatchedbar.h"

#include "ui/look/barground.h"
#include "ui/look/look.h"
#include "ui/targets/form/named.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace callboard {

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
    look::paintBarGround(*this, look::Tone::Retrying);
}

void UnmatchedBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawIcon();
}

} // namespace callboard

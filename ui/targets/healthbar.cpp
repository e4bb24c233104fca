#include "ui/targets/healthbar.h"

#include "ui/look/access/access.h"
#include "ui/look/barground.h"
#include "ui/look/look.h"
#include "ui/targets/form/named.h"
#include "ui/targets/healthwords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <utility>

namespace callboard {

namespace {

constexpr look::Tone kTone = look::Tone::Retrying;

} // namespace

HealthBar::HealthBar(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(named(look::plainLabel({}, this), "healthLabel", {}))
    , m_select(named(new QPushButton(this), "selectFailingButton", {}))
{
    named(this, "healthBar", {});
    m_text->setWordWrap(true);
    m_select->setToolTip(tr("Selects the target that is paused first"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(look::kMargin, 6, look::kMargin, 6); // as the message bar
    row->setSpacing(look::kGap);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_select);
    connect(m_select, &QPushButton::clicked, this, [this] { emit selectRequested(m_about.value(0)); });
    drawIcon();
    hide();
}

void HealthBar::present(const QList<TargetSummary> &summaries, Timestamp now)
{
    const QList<TargetSummary> about = words::aboutToBePaused(summaries, now);
    QList<TargetId> ids;
    for (const TargetSummary &summary : about)
        ids.append(summary.target.id);
    const QString text = words::pauseWarning(about, now);
    m_text->setText(text);
    m_select->setText(about.size() == 1 ? tr("Select it") : tr("Select the first"));
    setAccessibleName(text);
    setVisible(!about.isEmpty());
    if (std::exchange(m_about, ids) == ids || ids.isEmpty())
        return;
    access::announce(this, text);
}

void HealthBar::drawIcon()
{
    m_icon->setPixmap(look::icon(QStringLiteral("warning"), look::color(kTone, palette()))
                          .pixmap(QSize(16, 16), devicePixelRatioF()));
}

void HealthBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawIcon();
}

void HealthBar::paintEvent(QPaintEvent *)
{
    look::paintBarGround(*this, kTone);
}

} // namespace callboard

#include "ui/targets/form/retrytimeline.h"

#include "ui/look/look.h"
#include "ui/targets/form/named.h"
#include "ui/targets/targetwords.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace callboard {

using namespace std::chrono;

namespace {

constexpr int kDot = 4;    // radius
constexpr int kEdge = 12;  // before the first and after the last
constexpr int kReach = 10; // of the pointer

// To the second: 1 h 36 min 5 s.
QString exactly(Milliseconds time)
{
    const auto whole = floor<seconds>(time);
    const struct {
        qint64 count;
        QString unit;
    } parts[] = {{whole / 1h, RetryTimeline::tr("%1 h")},
                 {whole % 1h / 1min, RetryTimeline::tr("%1 min")},
                 {(whole % 1min).count(), RetryTimeline::tr("%1 s")}};
    QStringList words;
    for (const auto &[count, unit] : parts) {
        if (count > 0)
            words.append(unit.arg(count));
    }
    return words.isEmpty() ? words::duration(time) : words.join(u' ');
}

// What has room beneath a dot: 36 min, 17 h.
QString roughly(Milliseconds time)
{
    if (time < 1min)
        return words::duration(time);
    return time < 1h ? RetryTimeline::tr("%1 min").arg(floor<minutes>(time).count())
                     : RetryTimeline::tr("%1 h").arg(floor<hours>(time).count());
}

double share(Milliseconds time)
{
    return std::log1p(double(time.count()) / 1000.0);
}

} // namespace

RetryTimeline::RetryTimeline(QWidget *parent)
    : QWidget(parent)
{
    named(this, "retryTimeline", tr("When a delivery is tried"));
    setMouseTracking(true);
    setPolicy({});
}

QList<Milliseconds> RetryTimeline::tries(const RetryPolicy &policy)
{
    QList<Milliseconds> tries{Milliseconds(0)};
    for (Milliseconds delay : policy.delays)
        tries.append(tries.last() + delay);
    return tries;
}

void RetryTimeline::setPolicy(const RetryPolicy &policy)
{
    m_tries = tries(policy);
    setAccessibleDescription(text());
    update();
}

QString RetryTimeline::text() const
{
    QStringList times;
    for (Milliseconds time : m_tries)
        times.append(time.count() == 0 ? tr("at once") : exactly(time));
    return tr("Tries after the event: %1").arg(times.join(tr(", ")));
}

QString RetryTimeline::textOf(int number) const
{
    if (number <= 0)
        return tr("First try: at once");
    return tr("Try %1: %2 after the first, %3 after the one before, give or take 20 %")
        .arg(QString::number(number + 1), exactly(m_tries.value(number)),
             exactly(m_tries.value(number) - m_tries.value(number - 1)));
}

int RetryTimeline::xOf(int number) const
{
    const int room = width() - 2 * kEdge;
    const double whole = share(m_tries.last());
    const double part = whole > 0 ? share(m_tries.value(number)) / whole : 0.0;
    const int x = kEdge + int(std::lround(part * room));
    return isRightToLeft() ? width() - x : x;
}

QSize RetryTimeline::sizeHint() const
{
    return {240, 2 * kDot + look::kGap + fontMetrics().height()};
}

QSize RetryTimeline::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void RetryTimeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int y = kDot + 2;
    const int last = int(m_tries.size()) - 1;
    painter.setPen(QPen(palette().color(QPalette::Dark), 1));
    painter.drawLine(QPointF(xOf(0), y + 0.5), QPointF(xOf(last), y + 0.5));
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Link));
    for (int i = 0; i <= last; ++i)
        painter.drawEllipse(QPointF(xOf(i), y + 0.5), kDot, kDot);
    // The last one is named first, then from the beginning whichever has room.
    painter.setPen(look::color(look::Tone::Cancelled, palette()));
    QList<QRect> taken;
    const auto name = [&](int i) {
        const QString word = i == 0 ? tr("0") : roughly(m_tries[i]);
        const int wide = fontMetrics().horizontalAdvance(word);
        const int x = std::clamp(xOf(i) - wide / 2, 0, std::max(0, width() - wide));
        const QRect place(x, y + kDot + look::kGap / 2, wide, fontMetrics().height());
        const QRect room = place.adjusted(-look::kGap, 0, look::kGap, 0);
        if (std::any_of(taken.begin(), taken.end(), [&room](const QRect &other) { return other.intersects(room); }))
            return;
        taken.append(place);
        painter.drawText(place, Qt::AlignCenter, word);
    };
    name(last);
    for (int i = 0; i < last; ++i)
        name(i);
}

int RetryTimeline::tryAt(const QPoint &position) const
{
    int nearest = -1;
    for (int i = 0; i < m_tries.size(); ++i) {
        const int away = std::abs(xOf(i) - position.x());
        if (away <= kReach && (nearest < 0 || away < std::abs(xOf(nearest) - position.x())))
            nearest = i;
    }
    return nearest;
}

bool RetryTimeline::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int number = tryAt(help->pos());
    QToolTip::showText(help->globalPos(), number < 0 ? text() : textOf(number), this);
    return true;
}

} // namespace callboard

#include "ui/overview/timeplot.h"

#include "ui/look/access/access.h"
#include "ui/look/look.h"
#include "ui/overview/overviewwords.h"
#include "ui/overview/plotlibrary.h"

#include <QAccessible>
#include <QPainter>
#include <QRubberBand>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace callboard {

using namespace std::chrono_literals;

namespace {

constexpr int kRing = 2;        // room for the focus
constexpr int kLeastBucket = 6; // pixels
constexpr int kLabelPlace = 90; // pixels of a label at the time axis
constexpr Milliseconds kDay = 24h;

// Spans the whole height between two moments.
QCPItemRect *makeBand(QCustomPlot *plot)
{
    auto *band = new QCPItemRect(plot);
    band->setLayer(QStringLiteral("background"));
    band->setPen(Qt::NoPen);
    for (QCPItemPosition *position : {band->topLeft, band->bottomRight}) {
        position->setTypeX(QCPItemPosition::ptPlotCoords);
        position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    band->setVisible(false);
    return band;
}

void setBand(QCPItemRect *band, Timestamp from, Timestamp until)
{
    band->topLeft->setCoords(plotSeconds(from), 0);
    band->bottomRight->setCoords(plotSeconds(until), 1);
    band->setVisible(until > from);
}

} // namespace

TimePlot::TimePlot(const char *objectName, const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_plot(new QCustomPlot(this))
    , m_band(new QRubberBand(QRubberBand::Rectangle, this))
{
    setObjectName(QString::fromLatin1(objectName));
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setCursor(Qt::PointingHandCursor);
    setMinimumHeight(120);
    m_plot->setAttribute(Qt::WA_TransparentForMouseEvents);
    access::setRole(this, QAccessible::Chart);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->xAxis->setTicker(QSharedPointer<QCPAxisTickerDateTime>(new QCPAxisTickerDateTime));
    m_plot->xAxis->grid()->setVisible(false);
    m_plot->yAxis->ticker()->setTickCount(4);
    m_plot->yAxis->setSubTicks(false);
    m_plot->xAxis->setSubTicks(false);
    m_plot->xAxis->setTickLabelPadding(look::kGap); // clear of the lowest label beside it
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kRing, kRing, kRing, kRing);
    column->addWidget(m_plot);
    makeMarks();
    makeActions();
}

TimePlot::~TimePlot() = default;

void TimePlot::makeMarks()
{
    m_mark = makeBand(m_plot);
    m_unknown = makeBand(m_plot);
    m_text = new QCPItemText(m_plot);
    m_text->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_text->position->setCoords(0.5, 0.5);
}

void TimePlot::present(const std::optional<Activity> &activity, const TimeSpan &whole, const TimeSpan &view)
{
    m_activity = activity;
    m_whole = whole;
    m_view = view;
    rebin();
    draw();
    setAccessibleDescription(m_activity && m_activity->isKnown()
                                 ? tr("%1. %2").arg(overviewwords::spanWord(whole),
                                                    describe(m_activity->sum).replace(u'\n', QLatin1String(", ")))
                                 : tr("Not known"));
}

// What is being read stays marked, with its figures as they are now.
void TimePlot::rebin()
{
    const auto read = m_marked >= 0 ? std::optional(span(m_marked)) : std::nullopt;
    m_shown.clear();
    if (m_activity && !m_view.isEmpty())
        fill(*m_activity);
    for (int bucket = 0; read && bucket < bucketCount(); ++bucket) {
        if (span(bucket) == *read) {
            m_marked = -1;
            return mark(bucket, m_readAt);
        }
    }
    unmark();
}

// As many buckets as there is room for, dense: nothing happened in those that the store has no row of.
void TimePlot::fill(const Activity &activity)
{
    m_step = stepFor(m_view, activity.width, m_plot->axisRect()->width() / kLeastBucket);
    const QList<ActivityBucket> buckets = merged(activity.buckets, m_step);
    auto next = buckets.cbegin();
    const Timestamp known = std::max(activity.knownSince, m_whole.from);
    for (Timestamp start = bucketStart(std::max(known, m_view.from - m_step), m_step);
         start < std::min(m_whole.until, m_view.until + m_step); start += m_step) {
        while (next != buckets.cend() && next->start < start)
            ++next;
        m_shown.append(next != buckets.cend() && next->start == start ? *next : ActivityBucket{start, {}});
    }
}

void TimePlot::draw()
{
    if (m_view.isEmpty())
        return;
    // The newest bucket is seen altogether, though it is not over.
    const bool newest = m_view.until == m_whole.until && !m_shown.isEmpty();
    m_plot->xAxis->setRange(plotSeconds(m_view.from),
                            plotSeconds(newest ? span(bucketCount() - 1).until : m_view.until));
    auto ticker = m_plot->xAxis->ticker().staticCast<QCPAxisTickerDateTime>();
    ticker->setTickCount(std::max(2, m_plot->axisRect()->width() / kLabelPlace));
    ticker->setDateTimeFormat(m_view.length() > 2 * kDay ? QStringLiteral("d MMM") : QStringLiteral("HH:mm"));
    const Timestamp known = m_activity ? m_activity->knownSince : m_whole.until;
    setBand(m_unknown, m_whole.from, std::min(known, m_whole.until));
    const QString text = m_activity && m_activity->isKnown() ? emptyText() : tr("Not known");
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    redraw();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void TimePlot::styleAll()
{
    const QColor line = palette().color(QPalette::Mid);
    const QColor quiet = palette().color(QPalette::PlaceholderText);
    m_plot->setBackground(QBrush(palette().color(QPalette::Base)));
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setBasePen(QPen(line));
        axis->setTickPen(Qt::NoPen);
        axis->setTickLabelColor(quiet);
        axis->setTickLabelFont(font());
        axis->grid()->setPen(QPen(line));
        axis->grid()->setZeroLinePen(QPen(line));
    }
    m_plot->yAxis->setBasePen(Qt::NoPen);
    m_mark->setBrush(palette().color(QPalette::Midlight));
    m_unknown->setBrush(QBrush(line, Qt::BDiagPattern));
    m_text->setColor(quiet);
    m_text->setFont(font());
    restyle();
}

double TimePlot::keyOf(const ActivityBucket &bucket) const
{
    return plotSeconds(bucket.start) + stepInSeconds() / 2;
}

TimeSpan TimePlot::span(int bucket) const
{
    const Timestamp start = m_shown[bucket].start;
    return {start, start + m_step};
}

QRect TimePlot::place(int bucket) const
{
    const QRect inside = m_plot->axisRect()->rect().translated(m_plot->pos());
    const TimeSpan of = span(bucket);
    const int left = m_plot->x() + int(std::lround(m_plot->xAxis->coordToPixel(plotSeconds(of.from))));
    const int right = m_plot->x() + int(std::lround(m_plot->xAxis->coordToPixel(plotSeconds(of.until))));
    return QRect(left, inside.top(), std::max(1, right - left), inside.height()).intersected(inside);
}

double TimePlot::keyAt(const QPoint &position) const
{
    return m_plot->xAxis->pixelToCoord(position.x() - m_plot->x());
}

int TimePlot::bucketAt(const QPoint &position) const
{
    if (m_shown.isEmpty() || !m_plot->axisRect()->rect().translated(m_plot->pos()).contains(position))
        return -1;
    const Timestamp time = timeOfPlot(keyAt(position));
    const auto index = (time - m_shown.first().start) / m_step;
    return time >= m_shown.first().start && index < m_shown.size() ? int(index) : -1;
}

void TimePlot::mark(int bucket, const QPoint &at)
{
    if (bucket < 0)
        return unmark();
    if (bucket != m_marked) {
        m_marked = bucket;
        m_readout = overviewwords::spanWord(span(bucket)) + u'\n' + describe(m_shown[bucket].counts);
        setBand(m_mark, m_shown[bucket].start, m_shown[bucket].start + m_step);
        m_plot->replot(QCustomPlot::rpQueuedReplot);
    }
    m_readAt = at;
    QToolTip::showText(mapToGlobal(at), m_readout, this);
}

void TimePlot::unmark()
{
    if (m_marked < 0)
        return;
    m_marked = -1;
    m_readout.clear();
    m_mark->setVisible(false);
    QToolTip::hideText();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void TimePlot::paintEvent(QPaintEvent *)
{
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Link), kRing));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
}

void TimePlot::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange)
        return;
    styleAll();
    draw();
}

void TimePlot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    m_plot->replot(QCustomPlot::rpImmediateRefresh); // lays out the axes, whose room decides the step
    styleAll();
    rebin();
    draw();
}

} // namespace callboard

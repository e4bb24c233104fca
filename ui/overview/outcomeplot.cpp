#include "ui/overview/outcomeplot.h"

#include "ui/look/flatpaint.h"
#include "ui/look/look.h"
#include "ui/overview/overviewwords.h"
#include "ui/overview/plotlibrary.h"

#include <algorithm>
#include <cmath>

namespace callboard {

namespace {

constexpr double kBarShare = 0.84; // of a bucket's width
constexpr double kLeastPixels = 3; // of one failure among a million
constexpr double kHeadroom = 1.08;
constexpr qreal kCalm = 0.35; // of the ground in what went well

// Whole numbers of deliveries, also where there are few.
class CountTicker final : public QCPAxisTicker {
protected:
    double getTickStep(const QCPRange &range) override { return std::max(1.0, QCPAxisTicker::getTickStep(range)); }
    QString getTickLabel(double tick, const QLocale &, QChar, int) override
    {
        return overviewwords::number(std::llround(tick));
    }
};

QCPBars *makeBars(QCustomPlot &plot, QCPBars *on)
{
    auto *bars = new QCPBars(plot.xAxis, plot.yAxis);
    bars->setPen(Qt::NoPen);
    bars->setAntialiased(false);
    bars->setStackingGap(0);
    if (on)
        bars->moveAbove(on);
    return bars;
}

} // namespace

OutcomePlot::OutcomePlot(QWidget *parent)
    : TimePlot("outcomePlot", tr("Outcomes over time"), parent)
{
    plot().yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new CountTicker));
    plot().yAxis->ticker()->setTickCount(4);
    m_failed = makeBars(plot(), nullptr); // on the ground, where it is seen
    m_delivered = makeBars(plot(), m_failed);
    m_cancelled = makeBars(plot(), m_delivered);
    m_accepted = plot().addGraph();
    m_accepted->setLineStyle(QCPGraph::lsStepLeft);
    m_accepted->setAntialiased(false);
    restyle();
}

void OutcomePlot::restyle()
{
    const QColor ground = palette().color(QPalette::Base);
    m_delivered->setBrush(look::flatpaint::mixed(look::color(look::Tone::Delivered, palette()), ground, kCalm));
    m_failed->setBrush(look::color(look::Tone::Failed, palette()));
    m_cancelled->setBrush(look::flatpaint::mixed(look::color(look::Tone::Cancelled, palette()), ground, kCalm));
    m_accepted->setPen(QPen(look::color(look::Tone::Waiting, palette()), 1));
}

double OutcomePlot::least() const
{
    return m_top / std::max(1, plot().axisRect()->height()) * kLeastPixels;
}

void OutcomePlot::redraw()
{
    m_top = 1;
    for (const ActivityBucket &bucket : shown())
        m_top = std::max({m_top, double(bucket.counts.ended()), double(bucket.counts.accepted)});
    m_top *= kHeadroom;
    QVector<double> keys, starts, failed, delivered, cancelled, accepted;
    for (const ActivityBucket &bucket : shown()) {
        const ActivityCounts &counts = bucket.counts;
        keys.append(keyOf(bucket));
        starts.append(plotSeconds(bucket.start));
        failed.append(counts.failed > 0 ? std::max(double(counts.failed), least()) : 0);
        delivered.append(double(counts.delivered));
        cancelled.append(double(counts.cancelled));
        accepted.append(double(counts.accepted));
    }
    if (!starts.isEmpty()) { // the last step has its length, too
        starts.append(starts.last() + stepInSeconds());
        accepted.append(accepted.last());
    }
    m_failed->setData(keys, failed, true);
    m_delivered->setData(keys, delivered, true);
    m_cancelled->setData(keys, cancelled, true);
    m_accepted->setData(starts, accepted, true);
    for (QCPBars *bars : {m_failed, m_delivered, m_cancelled})
        bars->setWidth(stepInSeconds() * kBarShare);
    plot().yAxis->setRange(0, m_top);
}

QString OutcomePlot::describe(const ActivityCounts &counts) const
{
    return overviewwords::outcomes(counts);
}

QString OutcomePlot::emptyText() const
{
    const bool any = std::any_of(shown().begin(), shown().end(), [](const ActivityBucket &bucket) {
        return bucket.counts.ended() > 0 || bucket.counts.accepted > 0;
    });
    return any ? QString() : tr("Nothing was called in this time");
}

QList<DeliveryState> OutcomePlot::statesAt(int bucket, double value) const
{
    const ActivityCounts &counts = shown()[bucket].counts;
    double top = counts.failed > 0 ? std::max(double(counts.failed), least()) : 0;
    if (value >= 0 && value <= top)
        return {DeliveryState::Failed};
    top += double(counts.delivered);
    if (value >= 0 && value <= top)
        return {DeliveryState::Delivered};
    return value >= 0 && value <= top + double(counts.cancelled) ? QList{DeliveryState::Cancelled}
                                                                 : QList<DeliveryState>{};
}

} // namespace callboard

#include "ui/overview/latencyplot.h"

#include "ui/look/look.h"
#include "ui/overview/overviewwords.h"
#include "ui/overview/plotlibrary.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace callboard {

namespace {

constexpr double kShortest = 0.5; // milliseconds: a logarithm has no zero
constexpr double kPointSize = 4;

class DurationTicker final : public QCPAxisTickerLog {
protected:
    QString getTickLabel(double tick, const QLocale &, QChar, int) override
    {
        const qint64 time = std::llround(tick);
        if (tick < 0.9)
            return {};
        return time < 1000 ? overviewwords::duration(Milliseconds(time)) : LatencyPlot::tr("%1 s").arg(time / 1000);
    }
};

double drawn(std::optional<Milliseconds> time)
{
    return time ? std::max(double(time->count()), kShortest) : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

LatencyPlot::LatencyPlot(QWidget *parent)
    : TimePlot("latencyPlot", tr("Answer times"), parent)
{
    plot().yAxis->setScaleType(QCPAxis::stLogarithmic);
    plot().yAxis->setTicker(QSharedPointer<QCPAxisTickerLog>(new DurationTicker));
    m_half = plot().addGraph();
    m_most = plot().addGraph();
    m_most->setChannelFillGraph(m_half);
    restyle();
}

void LatencyPlot::restyle()
{
    const QColor half = look::color(look::Tone::Waiting, palette());
    const QColor most = look::color(look::Tone::Held, palette());
    QColor between = most;
    between.setAlphaF(0.12F);
    m_half->setPen(QPen(half, 1.5));
    m_half->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, half, half, kPointSize));
    m_most->setPen(QPen(most, 1.5));
    m_most->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, most, most, kPointSize));
    m_most->setBrush(between);
}

void LatencyPlot::redraw()
{
    QVector<double> keys, half, most;
    double lowest = 10;
    double highest = 10;
    for (const ActivityBucket &bucket : shown()) {
        keys.append(keyOf(bucket));
        half.append(drawn(percentile(bucket.counts.latency, 0.5)));
        most.append(drawn(percentile(bucket.counts.latency, 0.95)));
        if (!std::isnan(half.last())) {
            lowest = std::min(lowest, half.last());
            highest = std::max(highest, most.last());
        }
    }
    m_half->setData(keys, half, true);
    m_most->setData(keys, most, true);
    // Whole decades, at least two of them.
    const double from = std::pow(10, std::floor(std::log10(std::max(lowest, 1.0))));
    plot().yAxis->setRange(from * (lowest < 1 ? kShortest : 0.9),
                           std::max(from * 100, std::pow(10, std::ceil(std::log10(highest)))));
}

QString LatencyPlot::describe(const ActivityCounts &counts) const
{
    return overviewwords::answerTimes(counts);
}

QString LatencyPlot::emptyText() const
{
    const bool any = std::any_of(shown().begin(), shown().end(), [](const ActivityBucket &bucket) {
        return percentile(bucket.counts.latency, 0.5).has_value();
    });
    return any ? QString() : tr("Nothing was answered in this time");
}

QList<DeliveryState> LatencyPlot::statesAt(int, double) const
{
    return {};
}

} // namespace callboard

#include "ui/overview/plotexport.h"

#include "ui/overview/plotlibrary.h"

#include <QBuffer>
#include <QSvgGenerator>

namespace callboard {

namespace {

constexpr double kSharp = 2; // pixels of a picture for each of the screen's, for print

QByteArray pngOf(QCustomPlot &plot)
{
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    return plot.toPixmap(plot.width(), plot.height(), kSharp).save(&bytes, "PNG") ? bytes.data() : QByteArray();
}

QByteArray svgOf(QCustomPlot &plot)
{
    QBuffer bytes;
    QSvgGenerator generator;
    generator.setOutputDevice(&bytes);
    generator.setSize(plot.size());
    generator.setViewBox(QRect(QPoint(), plot.size()));
    QCPPainter painter;
    if (!painter.begin(&generator))
        return {};
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    plot.toPainter(&painter, plot.width(), plot.height());
    painter.end();
    return bytes.data();
}

QByteArray timeOf(const LatencyHistogram &latency, double share)
{
    const auto time = percentile(latency, share);
    return time ? QByteArray::number(qint64(time->count())) : QByteArray();
}

} // namespace

QByteArray pictureOf(QCustomPlot &plot, PictureFormat format)
{
    return format == PictureFormat::Svg ? svgOf(plot) : pngOf(plot);
}

QByteArray valuesOf(const QList<ActivityBucket> &buckets, Milliseconds length)
{
    QByteArray text = "from,until,accepted,delivered,failed,cancelled,half_within_ms,95_percent_within_ms\r\n";
    for (const ActivityBucket &bucket : buckets) {
        const ActivityCounts &counts = bucket.counts;
        QByteArrayList cells{toIso(bucket.start).toUtf8(), toIso(bucket.start + length).toUtf8()};
        for (const qint64 count : {counts.accepted, counts.delivered, counts.failed, counts.cancelled})
            cells.append(QByteArray::number(count));
        cells << timeOf(counts.latency, 0.5) << timeOf(counts.latency, 0.95);
        text += cells.join(',') + "\r\n";
    }
    return text;
}

} // namespace callboard

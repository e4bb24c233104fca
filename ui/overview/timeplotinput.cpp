// What wheel, drag and keys do to a plot over time.
#include "ui/overview/plotlibrary.h"
#include "ui/overview/timeplot.h"

#include <QRubberBand>

#include <algorithm>
#include <cmath>

namespace callboard {

using namespace std::chrono_literals;

namespace {

constexpr double kZoom = 0.8; // a notch of the wheel
constexpr Milliseconds kClosest = 5min;

} // namespace

void TimePlot::activate(int bucket, double value)
{
    if (bucket >= 0)
        emit bucketActivated(span(bucket), statesAt(bucket, value));
}

void TimePlot::walk(int by)
{
    const int last = int(m_shown.size()) - 1;
    const int to = m_marked < 0 ? last : std::clamp(m_marked + by, 0, std::max(last, 0));
    if (to >= 0)
        mark(to, place(to).center());
}

void TimePlot::zoom(double factor, double about)
{
    const double from = about + (plotSeconds(m_view.from) - about) * factor;
    request(from, from + double(m_view.length().count()) / 1000.0 * factor);
}

// Within the whole, and never closer than there is something to tell apart.
void TimePlot::request(double from, double until)
{
    if (m_whole.isEmpty())
        return;
    const double closest = double(std::max(kClosest, m_activity ? m_activity->width * 5 : kClosest).count()) / 1000.0;
    const double length = std::clamp(until - from,
                                     std::min(closest, plotSeconds(m_whole.until) - plotSeconds(m_whole.from)),
                                     plotSeconds(m_whole.until) - plotSeconds(m_whole.from));
    const double start = std::clamp((from + until - length) / 2, plotSeconds(m_whole.from),
                                    plotSeconds(m_whole.until) - length);
    const TimeSpan view{timeOfPlot(start), timeOfPlot(start + length)};
    emit viewRequested(view.length() + 1s > m_whole.length() ? m_whole : view);
}

void TimePlot::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    unmark();
    update();
}

void TimePlot::keyPressEvent(QKeyEvent *event)
{
    const double middle = m_marked >= 0 ? keyOf(m_shown[m_marked]) : (m_plot->xAxis->range().center());
    switch (event->key()) {
    case Qt::Key_Left: return walk(layoutDirection() == Qt::RightToLeft ? 1 : -1);
    case Qt::Key_Right: return walk(layoutDirection() == Qt::RightToLeft ? -1 : 1);
    case Qt::Key_Home: return walk(-int(m_shown.size()));
    case Qt::Key_End: return walk(int(m_shown.size()));
    case Qt::Key_Plus: return zoom(kZoom * kZoom, middle);
    case Qt::Key_Minus: return zoom(1 / (kZoom * kZoom), middle);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_marked >= 0)
            emit bucketActivated(span(m_marked), {});
        return;
    case Qt::Key_Escape:
        if (m_view != m_whole)
            return emit viewRequested(m_whole);
        break;
    default: break;
    }
    QWidget::keyPressEvent(event);
}

void TimePlot::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    m_pressed = event->pos();
    m_dragging = false;
}

void TimePlot::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton))
        return mark(bucketAt(event->pos()), event->pos());
    if (!m_dragging && (event->pos() - m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    m_dragging = true;
    unmark();
    const QRect inside = m_plot->axisRect()->rect().translated(m_plot->pos());
    const int from = std::clamp(std::min(m_pressed.x(), event->pos().x()), inside.left(), inside.right());
    const int to = std::clamp(std::max(m_pressed.x(), event->pos().x()), inside.left(), inside.right());
    m_band->setGeometry(QRect(QPoint(from, inside.top()), QPoint(to, inside.bottom())));
    m_band->setVisible(true);
}

void TimePlot::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mouseReleaseEvent(event);
    m_band->hide();
    if (std::exchange(m_dragging, false)) {
        const QRect marked = m_band->geometry();
        if (marked.width() > 2)
            request(keyAt(marked.topLeft()), keyAt(marked.topRight()));
        return;
    }
    activate(bucketAt(event->pos()), m_plot->yAxis->pixelToCoord(event->pos().y() - m_plot->y()));
}

void TimePlot::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    unmark();
}

void TimePlot::wheelEvent(QWheelEvent *event)
{
    const int turned = event->angleDelta().y();
    if (turned != 0)
        zoom(std::pow(kZoom, turned / 120.0), keyAt(event->position().toPoint()));
    event->accept();
}

} // namespace callboard

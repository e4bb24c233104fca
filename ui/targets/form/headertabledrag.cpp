// HeaderTable's other half: a row that is moved by dragging.
#include "ui/targets/dropgap.h"
#include "ui/targets/form/headertable.h"
#include "ui/targets/form/headertablemodel.h"

#include <QDrag>
#include <QDropEvent>

#include <algorithm>
#include <utility>

namespace callboard {

void HeaderTable::startDrag(Qt::DropActions)
{
    const int row = currentIndex().row();
    if (row < 0 || m_model->isBlank(row))
        return;
    const QRect cells(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
    auto *drag = new QDrag(this);
    drag->setMimeData(m_model->mimeData({currentIndex()}));
    drag->setPixmap(viewport()->grab(cells));
    drag->setHotSpot(QPoint(0, cells.height() / 2)); // beside the pointer, and what it points at stays in sight
    drag->exec(Qt::MoveAction);
    showGap(-1);
}

bool HeaderTable::isOurs(const QDropEvent &event) const
{
    return m_model->rowIn(event.mimeData()) >= 0;
}

void HeaderTable::dragEnterEvent(QDragEnterEvent *event)
{
    event->setAccepted(isOurs(*event));
}

// The base scrolls where the edge is near; it knows nothing of gaps.
void HeaderTable::dragMoveEvent(QDragMoveEvent *event)
{
    BoundedTable::dragMoveEvent(event);
    event->setAccepted(isOurs(*event));
    showGap(isOurs(*event) ? gapAt(event->position().toPoint().y()) : -1);
}

void HeaderTable::dragLeaveEvent(QDragLeaveEvent *event)
{
    BoundedTable::dragLeaveEvent(event);
    showGap(-1);
}

void HeaderTable::dropEvent(QDropEvent *event)
{
    QDragLeaveEvent over; // ends the scrolling
    dragLeaveEvent(&over);
    if (!isOurs(*event))
        return event->ignore();
    event->accept();
    moveTo(m_model->rowIn(event->mimeData()), gapAt(event->position().toPoint().y()));
}

int HeaderTable::gapAt(int y) const
{
    const int last = m_model->rowCount() - 1; // the blank row: nothing goes below it
    return std::min(dropGapAt(*this, y), last);
}

void HeaderTable::showGap(int gap)
{
    if (gap != std::exchange(m_gap, gap))
        viewport()->update();
}

void HeaderTable::paintEvent(QPaintEvent *event)
{
    BoundedTable::paintEvent(event);
    paintDropGap(*this, m_gap);
}

} // namespace callboard

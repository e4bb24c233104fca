// TargetTable's other half: rows that are moved, by dragging or by the keyboard.
#include "ui/targets/arranging.h"
#include "ui/targets/dropgap.h"
#include "ui/targets/targetlistmodel.h"
#include "ui/targets/targettable.h"

#include <QDrag>
#include <QDropEvent>
#include <QHeaderView>
#include <QMimeData>
#include <QSortFilterProxyModel>

#include <algorithm>
#include <utility>

namespace callboard {

bool TargetTable::isArrangeable() const
{
    return horizontalHeader()->sortIndicatorSection() < 0 && m_shown->rowCount() == m_model->rowCount();
}

bool TargetTable::isOurs(const QDropEvent &event) const
{
    return event.mimeData()->hasFormat(m_model->mimeTypes().constFirst());
}

QList<TargetId> TargetTable::selectedIds() const
{
    QList<TargetId> ids;
    for (const TargetSummary &row : selected())
        ids.append(row.target.id);
    return ids;
}

void TargetTable::showOwnOrder()
{
    sortByColumn(-1, Qt::AscendingOrder);
}

void TargetTable::moveSelected(int step)
{
    if (selectedIds().isEmpty())
        return;
    if (!isArrangeable())
        return emit arrangeRefused();
    request(movedBy(m_model->order(), selectedIds(), step));
    scrollTo(currentIndex());
}

void TargetTable::request(const QList<TargetId> &order)
{
    if (order != m_model->order())
        emit arrangeRequested(order);
}

void TargetTable::startDrag(Qt::DropActions)
{
    if (!isArrangeable())
        return emit arrangeRefused();
    const QModelIndexList rows = selectionModel()->selectedRows();
    if (rows.isEmpty())
        return;
    const QRect row(0, rowViewportPosition(rows.first().row()), viewport()->width() / 2, rowHeight(rows.first().row()));
    auto *drag = new QDrag(this);
    drag->setMimeData(model()->mimeData(rows));
    drag->setPixmap(viewport()->grab(row));
    drag->setHotSpot(QPoint(0, row.height() / 2)); // beside the pointer, and what it points at stays in sight
    drag->exec(Qt::MoveAction);
}

void TargetTable::dragEnterEvent(QDragEnterEvent *event)
{
    event->setAccepted(isOurs(*event) && isArrangeable());
}

// The base scrolls where the edge is near; it knows nothing of gaps.
void TargetTable::dragMoveEvent(QDragMoveEvent *event)
{
    QTableView::dragMoveEvent(event);
    const bool takes = isOurs(*event) && isArrangeable();
    event->setAccepted(takes);
    showGap(takes ? dropGapAt(*this, event->position().toPoint().y()) : -1);
}

void TargetTable::dragLeaveEvent(QDragLeaveEvent *event)
{
    QTableView::dragLeaveEvent(event);
    showGap(-1);
}

void TargetTable::dropEvent(QDropEvent *event)
{
    QDragLeaveEvent over; // ends the scrolling
    dragLeaveEvent(&over);
    if (!isOurs(*event) || !isArrangeable())
        return event->ignore();
    event->accept();
    request(movedTo(m_model->order(), selectedIds(), dropGapAt(*this, event->position().toPoint().y())));
}

void TargetTable::showGap(int gap)
{
    if (gap != std::exchange(m_gap, gap))
        viewport()->update();
}

void TargetTable::paintEvent(QPaintEvent *event)
{
    BoundedTable::paintEvent(event);
    paintDropGap(*this, m_gap);
}

} // namespace callboard

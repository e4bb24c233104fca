#include "ui/deliveries/deliverytable.h"

#include "ui/deliveries/deliverydelegate.h"
#include "ui/deliveries/deliverylistmodel.h"
#include "ui/deliveries/list/deliverycolumns.h"
#include "ui/look/appearance.h"
#include "ui/look/look.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOptionFocusRect>

#include <algorithm>

namespace callboard {

DeliveryTable::DeliveryTable(QWidget *parent)
    : BoundedTable(parent)
    , m_columns(new DeliveryColumns(this))
{
    setObjectName(QStringLiteral("deliveryTable"));
    setAccessibleName(tr("Deliveries"));
    setItemDelegate(new DeliveryDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // the columns do not move when the rows no longer fit
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    look::followDensity(*this);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setMinimumHeight(32);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        showColumnMenu(horizontalHeader()->mapToGlobal(at), horizontalHeader()->logicalIndexAt(at));
    });
    // Scrolling by the bar's handle; by the wheel and the keys below.
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, &DeliveryTable::handled);
}

void DeliveryTable::setDeliveries(DeliveryListModel *model)
{
    m_deliveries = model;
    setModel(model);
    m_columns->attach();
    connect(model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int start, int end) { keepPlace(start, -(end - start + 1), m_valueBefore); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &DeliveryTable::fetchNewer);
}

void DeliveryTable::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QTableView::rowsInserted(parent, start, end);
    keepPlace(start, end - start + 1, verticalScrollBar()->value());
}

// Rows that come or go above what is shown move the scroll bar, not what is shown; at the top new rows are meant to be
// seen while the list follows.
void DeliveryTable::keepPlace(int start, int rows, int value)
{
    const int height = look::rowHeight();
    if (start * height >= value)
        return;
    const int hidden = (value + height - 1) / height - start; // of what goes, so many were above
    updateGeometries();                                       // the bar's range first
    verticalScrollBar()->setValue(qMax(0, value + qMax(rows, -hidden) * height));
}

void DeliveryTable::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    m_valueBefore = verticalScrollBar()->value(); // the bar's range is cut before anybody is told
    // The current row's neighbour would take its place and be scrolled to: away from the newest, which one follows.
    if (const int row = currentIndex().row(); row >= start && row <= end)
        selectionModel()->clearCurrentIndex();
    QTableView::rowsAboutToBeRemoved(parent, start, end);
}

// Near the top of a window that has moved down.
void DeliveryTable::fetchNewer()
{
    if (m_deliveries && verticalScrollBar()->value() < look::rowHeight() * 50 && m_deliveries->canFetchNewer())
        m_deliveries->fetchNewer();
}

QList<int> DeliveryTable::selectedRows() const
{
    QList<int> rows;
    if (selectionModel()) {
        for (const QModelIndex &index : selectionModel()->selectedRows())
            rows.append(index.row());
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

void DeliveryTable::selectDelivery(DeliveryId id)
{
    const int row = m_deliveries ? m_deliveries->indexOf(id) : -1;
    if (row < 0)
        return;
    chooseRow(row);
    scrollTo(m_deliveries->index(row, 0));
}

// Not selectRow(): that asks which keys are held, and the one that led here may still be.
void DeliveryTable::chooseRow(int row)
{
    selectionModel()->setCurrentIndex(m_deliveries->index(row, qMax(0, currentIndex().column())),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void DeliveryTable::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool plain = !(event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier));
    if (plain && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        emit enterPressed();
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        emit copyRequested();
        return;
    }
    if (plain && key == Qt::Key_End) {
        emit newestRequested();
        return;
    }
    if (plain && (key == Qt::Key_J || key == Qt::Key_K)) {
        QKeyEvent arrow(event->type(), key == Qt::Key_J ? Qt::Key_Down : Qt::Key_Up, event->modifiers());
        keyPressEvent(&arrow);
        return;
    }
    if (plain && (selectNewest(key) || markBySpace(key)))
        return;
    const QModelIndex before = currentIndex();
    const QItemSelection chosenBefore = selectionModel()->selection();
    QTableView::keyPressEvent(event);
    if (currentIndex() != before || selectionModel()->selection() != chosenBefore)
        emit handled();
}

// Rows are selected by moving to them, so that Space is free.
bool DeliveryTable::markBySpace(int key)
{
    if (key != Qt::Key_Space)
        return false;
    emit markRequested();
    emit handled();
    return true;
}

// A table that gets the focus makes its first row the current one without selecting it: the first key would then go to
// the second row, or nowhere when there is but one.
bool DeliveryTable::selectNewest(int key)
{
    const bool moves = key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_Space;
    if (!moves || selectionModel()->hasSelection() || model()->rowCount() == 0)
        return false;
    chooseRow(0);
    scrollToTop();
    emit handled();
    return true;
}

void DeliveryTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    BoundedTable::currentChanged(current, previous);
    viewport()->update(); // the ring is around the row; the base draws the two cells anew
}

// Where the keyboard is: a ring around the current row, whether it is selected or not.
void DeliveryTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!hasFocus())
        return;
    QStyleOptionFocusRect option;
    option.initFrom(this);
    option.state |= QStyle::State_KeyboardFocusChange;
    option.rect = viewport()->rect();
    if (const QModelIndex current = currentIndex(); current.isValid()) {
        option.rect.setTop(rowViewportPosition(current.row()));
        option.rect.setHeight(rowHeight(current.row()));
    }
    QPainter painter(viewport());
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
}

void DeliveryTable::wheelEvent(QWheelEvent *event)
{
    QTableView::wheelEvent(event);
    if (verticalScrollBar()->value() > 0)
        emit handled();
}

void DeliveryTable::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const bool plain = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier;
    const bool chosen = indexAt(at).isValid() && selectedRows() == QList<int>{indexAt(at).row()};
    m_dragFrom = plain && chosen ? std::optional(at) : std::nullopt;
    QTableView::mousePressEvent(event);
    if (indexAt(at).isValid())
        emit handled();
}

// The chosen row is dragged to elsewhere; from any other one the mouse selects what it passes.
void DeliveryTable::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_dragFrom || !event->buttons().testFlag(Qt::LeftButton))
        return QTableView::mouseMoveEvent(event);
    const QPoint moved = event->position().toPoint() - *m_dragFrom;
    if (moved.manhattanLength() < QApplication::startDragDistance())
        return;
    m_dragFrom.reset();
    emit dragRequested();
}

void DeliveryTable::mouseReleaseEvent(QMouseEvent *event)
{
    m_dragFrom.reset();
    QTableView::mouseReleaseEvent(event);
}

void DeliveryTable::resizeEvent(QResizeEvent *event)
{
    const QModelIndex current = currentIndex();
    const bool seen = current.isValid() && visualRect(current).top() < event->oldSize().height()
        && visualRect(current).bottom() > 0;
    QTableView::resizeEvent(event);
    if (seen && selectionModel()->isSelected(current))
        scrollTo(current); // the inspector that opens for a row must not cover it
    m_columns->fit();
}

void DeliveryTable::showColumnMenu(const QPoint &globalPosition, int column)
{
    m_columns->showMenu(globalPosition, column >= 0 ? column : currentIndex().column());
}

} // namespace callboard

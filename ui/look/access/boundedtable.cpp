#include "ui/look/access/boundedtable.h"

#include "ui/look/access/access.h"
#include "ui/look/access/tableaccess.h"

#include <QAccessible>
#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QTimer>

namespace callboard {

namespace {

void tell(QAbstractItemView *view, const QModelIndex &index, QAccessible::Event what)
{
    auto *table = dynamic_cast<TableAccess *>(QAccessible::queryAccessibleInterface(view));
    QAccessibleInterface *cell = table ? table->cell(index) : nullptr;
    if (!cell)
        return;
    QAccessibleEvent event(cell, what);
    QAccessible::updateAccessibility(&event);
}

} // namespace

BoundedView::BoundedView()
{
    access::install();
}

void BoundedView::tellFocus(QAbstractItemView *view)
{
    if (QAccessible::isActive() && view->hasFocus())
        tell(view, view->currentIndex(), QAccessible::Focus);
}

// The widget's own word that it has the focus comes after the event: the cell has to have the last one.
void BoundedView::tellFocusLater(QAbstractItemView *view)
{
    if (QAccessible::isActive())
        QTimer::singleShot(0, view, [view] { tellFocus(view); });
}

// One cell stands for all of a range, as Qt has it.
void BoundedView::tellSelection(QAbstractItemView *view, const QItemSelection &selected,
                                const QItemSelection &deselected)
{
    if (!QAccessible::isActive())
        return;
    if (!selected.isEmpty())
        tell(view, selected.first().topLeft(), QAccessible::SelectionAdd);
    if (!deselected.isEmpty())
        tell(view, deselected.first().topLeft(), QAccessible::SelectionRemove);
}

// Delegates mark rows, not cells, and a row that is chosen looks the same without the focus.
void BoundedView::paintFocus(QAbstractItemView *view)
{
    if (!view->hasFocus() || view->selectionBehavior() != QAbstractItemView::SelectRows)
        return;
    QStyleOptionFocusRect option;
    option.initFrom(view);
    option.state |= QStyle::State_KeyboardFocusChange;
    option.rect = view->viewport()->rect();
    if (const QModelIndex current = view->currentIndex(); current.isValid()) {
        const QRect cell = view->visualRect(current);
        option.rect.setTop(cell.top());
        option.rect.setHeight(cell.height());
    }
    QPainter painter(view->viewport());
    view->style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, view);
}

} // namespace callboard

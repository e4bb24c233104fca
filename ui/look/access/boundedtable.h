// Tables and lists that assistive tools may ask for all they hold. Qt's own answer names every cell of the model, which
// takes seconds and hundreds of megabytes for 100,000 rows; these name what is seen (TableAccess), and number the cells
// in focus and selection events accordingly. Where rows are chosen, the current one has a ring while the keyboard is
// there, and Home and End go to the first and the last. For a view class: derive from it as from Qt's.
#pragma once

#include <QListView>
#include <QTableView>
#include <QTableWidget>

namespace callboard {

// What makes a view answer with what is seen.
class BoundedView {
public:
    BoundedView();
    virtual ~BoundedView() = default;
    Q_DISABLE_COPY_MOVE(BoundedView)

protected:
    static void tellFocus(QAbstractItemView *view);
    static void tellFocusLater(QAbstractItemView *view);
    static void tellSelection(QAbstractItemView *view, const QItemSelection &selected,
                              const QItemSelection &deselected);
    static void paintFocus(QAbstractItemView *view);
};

// Not the base's own reactions: those number a cell among all of the model's.
template <class View>
class Bounded : public View, public BoundedView {
public:
    using View::View;

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override
    {
        QAbstractItemView::currentChanged(current, previous);
        this->viewport()->update(); // the ring is around the row; the base draws two cells anew
        tellFocus(this);
    }

    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override
    {
        QAbstractItemView::selectionChanged(selected, deselected);
        tellSelection(this, selected, deselected);
    }

    // Within a row there is nowhere to go, where rows are chosen.
    QModelIndex moveCursor(QAbstractItemView::CursorAction action, Qt::KeyboardModifiers modifiers) override
    {
        const bool ends = action == QAbstractItemView::MoveHome || action == QAbstractItemView::MoveEnd;
        const bool rows = this->selectionBehavior() == QAbstractItemView::SelectRows;
        return View::moveCursor(action, ends && rows ? modifiers | Qt::ControlModifier : modifiers);
    }

    void paintEvent(QPaintEvent *event) override
    {
        View::paintEvent(event);
        paintFocus(this);
    }

    void focusInEvent(QFocusEvent *event) override
    {
        View::focusInEvent(event);
        tellFocusLater(this);
    }
};

using BoundedTable = Bounded<QTableView>;
using BoundedTableWidget = Bounded<QTableWidget>;
using BoundedList = Bounded<QListView>;

} // namespace callboard

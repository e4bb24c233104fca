#include "ui/receiver/receivedtable.h"

#include "ui/look/columnwidth.h"
#include "ui/look/look.h"
#include "ui/receiver/receivedmodel.h"
#include "ui/targets/form/named.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

namespace callboard {

namespace {

using Model = ReceivedModel;

struct ColumnWidth {
    int column;
    int characters; // of the widest usual text
};

constexpr ColumnWidth kWidths[] = {{Model::NumberColumn, 6},
                                   {Model::TimeColumn, 13},
                                   {Model::MethodColumn, 8},
                                   {Model::SizeColumn, 10},
                                   {Model::AnswerColumn, 27}};

} // namespace

ReceivedTable::ReceivedTable(ReceivedModel *model, QWidget *parent)
    : PlainTable(model, {Model::PathColumn}, parent)
{
    named(this, "receivedTable", tr("Received requests"));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // the columns do not move when the rows no longer fit
    QHeaderView *header = horizontalHeader();
    header->setSectionsClickable(false);
    header->setMinimumHeight(look::kRowHeight + 4);
    for (const auto &[column, characters] : kWidths)
        header->setSectionResizeMode(column, QHeaderView::Fixed);
    header->setSectionResizeMode(Model::PathColumn, QHeaderView::Stretch);
    // Scrolling by the bar's handle; by the wheel and the keys below.
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, &ReceivedTable::handled);
    fitColumns();
}

// Fixed widths for what is short, and the rest for the path: no ragged last column, none beyond the edge.
void ReceivedTable::fitColumns()
{
    for (const auto &[column, characters] : kWidths)
        horizontalHeader()->resizeSection(column, look::columnWidth(*this, column, characters));
}

int ReceivedTable::selectedRow() const
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.first().row();
}

void ReceivedTable::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (plain && (event->key() == Qt::Key_End || event->key() == Qt::Key_F)) {
        emit newestRequested();
        return;
    }
    if (plain && (event->key() == Qt::Key_J || event->key() == Qt::Key_K)) {
        QKeyEvent arrow(event->type(), event->key() == Qt::Key_J ? Qt::Key_Down : Qt::Key_Up, Qt::NoModifier);
        return keyPressEvent(&arrow);
    }
    const bool moves = event->key() == Qt::Key_Down || event->key() == Qt::Key_Up;
    if (plain && moves && selectedRow() < 0 && model()->rowCount() > 0)
        selectRow(0); // what had the focus alone was not chosen
    else
        PlainTable::keyPressEvent(event);
    if (selectedRow() >= 0)
        emit handled();
}

void ReceivedTable::mousePressEvent(QMouseEvent *event)
{
    PlainTable::mousePressEvent(event);
    if (indexAt(event->position().toPoint()).isValid())
        emit handled();
}

void ReceivedTable::wheelEvent(QWheelEvent *event)
{
    PlainTable::wheelEvent(event);
    if (verticalScrollBar()->value() > 0)
        emit handled();
}

void ReceivedTable::resizeEvent(QResizeEvent *event)
{
    PlainTable::resizeEvent(event);
    fitColumns();
}

} // namespace callboard

#include "ui/deliveries/deliverytable.h"

#include "ui/deliveries/deliverydelegate.h"
#include "ui/deliveries/deliverylistmodel.h"
#include "ui/look/look.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOptionFocusRect>

#include <algorithm>

namespace callboard {

namespace {

using Model = DeliveryListModel;

struct ColumnWidth {
    int column;
    int characters; // of the widest usual text
};

constexpr ColumnWidth kWidths[] = {{Model::State, 20}, {Model::Event, 17},    {Model::Attempts, 10},
                                   {Model::Status, 8}, {Model::Duration, 11}, {Model::When, 12}};

} // namespace

DeliveryTable::DeliveryTable(QWidget *parent)
    : QTableView(parent)
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
    verticalHeader()->setMinimumSectionSize(look::kRowHeight);
    verticalHeader()->setDefaultSectionSize(look::kRowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setMinimumHeight(32);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this,
            [this](const QPoint &at) { showColumnMenu(horizontalHeader()->mapToGlobal(at)); });
    // Scrolling by the bar's handle; by the wheel and the keys below.
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, &DeliveryTable::handled);
}

void DeliveryTable::setDeliveries(DeliveryListModel *model)
{
    m_deliveries = model;
    setModel(model);
    fitColumns();
}

// Fixed widths for what is short, and the rest shared by target and asset: no ragged last column, no sideways scroll.
void DeliveryTable::fitColumns()
{
    if (!m_deliveries)
        return;
    QHeaderView *header = horizontalHeader();
    const int character = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const bool narrow = viewport()->width() < 760;
    for (const auto &[column, characters] : kWidths) {
        header->setSectionResizeMode(column, QHeaderView::Fixed);
        header->resizeSection(column, character * (narrow ? characters - 2 : characters) + look::kGap * 2);
    }
    header->setSectionResizeMode(Model::Target, QHeaderView::Stretch);
    header->setSectionResizeMode(Model::Asset, QHeaderView::Stretch);
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
    selectRow(row);
    scrollTo(m_deliveries->index(row, 0));
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
    if (plain && selectNewest(key))
        return;
    const QModelIndex before = currentIndex();
    const QItemSelection chosenBefore = selectionModel()->selection();
    QTableView::keyPressEvent(event);
    if (currentIndex() != before || selectionModel()->selection() != chosenBefore)
        emit handled();
}

// A table that gets the focus makes its first row the current one without selecting it: the first key would then go to
// the second row, or nowhere when there is but one.
bool DeliveryTable::selectNewest(int key)
{
    const bool moves = key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_Space;
    if (!moves || selectionModel()->hasSelection() || model()->rowCount() == 0)
        return false;
    selectRow(0);
    scrollToTop();
    emit handled();
    return true;
}

void DeliveryTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
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
    QTableView::mousePressEvent(event);
    if (indexAt(event->position().toPoint()).isValid())
        emit handled();
}

void DeliveryTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void DeliveryTable::showColumnMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < Model::ColumnCount; ++column) {
        QAction *action = menu->addAction(model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(column != Model::State); // a log without its state says nothing
        connect(action, &QAction::toggled, this, [this, column](bool on) { setColumnHidden(column, !on); });
    }
    menu->popup(globalPosition);
}

} // namespace callboard

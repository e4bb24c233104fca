#include "ui/look/access/tableaccess.h"

#include "ui/look/access/cellaccess.h"

#include <QHeaderView>
#include <QListView>
#include <QTableView>

#include <algorithm>

namespace callboard {

TableAccess::TableAccess(QAbstractItemView *view)
    : QAccessibleWidget(view, qobject_cast<QTableView *>(view) ? QAccessible::Table : QAccessible::List)
    , m_view(view)
    , m_table(qobject_cast<QTableView *>(view))
{
}

TableAccess::~TableAccess()
{
    for (const QAccessible::Id id : std::as_const(m_cells))
        QAccessible::deleteAccessibleInterface(id);
    for (const QAccessible::Id id : std::as_const(m_headers))
        QAccessible::deleteAccessibleInterface(id);
}

// What is seen

QHeaderView *TableAccess::headerView() const
{
    return m_table && !m_table->horizontalHeader()->isHidden() ? m_table->horizontalHeader() : nullptr;
}

QList<int> TableAccess::sections() const
{
    if (!m_table) {
        const auto *list = qobject_cast<QListView *>(m_view);
        return m_view->model() ? QList<int>{list ? list->modelColumn() : 0} : QList<int>();
    }
    const QHeaderView *header = m_table->horizontalHeader();
    QList<int> shown;
    for (int place = 0; place < header->count(); ++place) {
        if (const int section = header->logicalIndex(place); !header->isSectionHidden(section))
            shown.append(section);
    }
    return shown;
}

int TableAccess::placeOf(int section) const
{
    return int(sections().indexOf(section));
}

TableAccess::Rows TableAccess::seenRows() const
{
    const int rows = rowCount();
    if (rows == 0)
        return {};
    const QRect area = m_view->viewport()->rect();
    const auto rowAt = [&](int y) {
        return m_table ? m_table->rowAt(y) : m_view->indexAt({area.center().x(), y}).row();
    };
    const int first = std::max(0, rowAt(area.top()));
    const int below = rowAt(area.bottom());
    const int last = std::min(rows, below < 0 ? rows : below + 1);
    return {first, std::clamp(last - first, 0, kMostRows)};
}

int TableAccess::headerCount() const
{
    return headerView() ? columnCount() : 0;
}

QModelIndex TableAccess::modelIndex(int row, int section) const
{
    const QAbstractItemModel *model = m_view->model();
    return model ? model->index(row, section, m_view->rootIndex()) : QModelIndex();
}

// Children

int TableAccess::childCount() const
{
    return headerCount() + seenRows().count * columnCount();
}

QAccessibleInterface *TableAccess::child(int index) const
{
    const QList<int> shown = sections();
    const int headers = headerCount();
    if (index < 0 || shown.isEmpty())
        return nullptr;
    if (index < headers)
        return header(index);
    const int at = index - headers;
    const Rows rows = seenRows();
    const int row = at / int(shown.size());
    return row < rows.count ? cell(modelIndex(rows.first + row, shown[at % shown.size()])) : nullptr;
}

int TableAccess::indexOfCell(const QModelIndex &index) const
{
    const Rows rows = seenRows();
    const int place = placeOf(index.column());
    const int row = index.row() - rows.first;
    if (!index.isValid() || place < 0 || row < 0 || row >= rows.count)
        return -1;
    return headerCount() + row * columnCount() + place;
}

int TableAccess::indexOfChild(const QAccessibleInterface *child) const
{
    if (const auto *cell = dynamic_cast<const CellAccess *>(child))
        return cell->parent() == this ? indexOfCell(cell->index()) : -1;
    const auto *header = dynamic_cast<const HeaderCellAccess *>(child);
    return header && headerView() && header->parent() == this ? placeOf(header->section()) : -1;
}

QAccessibleInterface *TableAccess::childAt(int x, int y) const
{
    if (const QHeaderView *head = headerView()) {
        const QPoint at = head->viewport()->mapFromGlobal(QPoint(x, y));
        if (head->viewport()->rect().contains(at))
            return header(placeOf(head->logicalIndexAt(at)));
    }
    const QPoint at = m_view->viewport()->mapFromGlobal(QPoint(x, y));
    return m_view->viewport()->rect().contains(at) ? cell(m_view->indexAt(at)) : nullptr;
}

QAccessibleInterface *TableAccess::focusChild() const
{
    return m_view->hasFocus() ? cell(m_view->currentIndex()) : nullptr;
}

QAccessibleInterface *TableAccess::cell(const QModelIndex &index) const
{
    if (!index.isValid() || placeOf(index.column()) < 0)
        return nullptr;
    const QPersistentModelIndex key(index);
    if (const auto known = m_cells.constFind(key); known != m_cells.constEnd())
        return QAccessible::accessibleInterface(*known);
    if (m_cells.size() >= kMostCells)
        forgetUnseen();
    auto *made = new CellAccess(m_view, index);
    m_cells.insert(key, QAccessible::registerAccessibleInterface(made));
    return made;
}

QAccessibleInterface *TableAccess::header(int column) const
{
    QHeaderView *head = headerView();
    const QList<int> shown = sections();
    if (!head || column < 0 || column >= shown.size())
        return nullptr;
    const int section = shown[column];
    if (const auto known = m_headers.constFind(section); known != m_headers.constEnd())
        return QAccessible::accessibleInterface(*known);
    auto *made = new HeaderCellAccess(m_view, head, section);
    m_headers.insert(section, QAccessible::registerAccessibleInterface(made));
    return made;
}

// A tool that walks by row and column leaves a cell behind at each step.
void TableAccess::forgetUnseen() const
{
    for (auto at = m_cells.begin(); at != m_cells.end();) {
        if (at.key().isValid() && indexOfCell(at.key()) >= 0) {
            ++at;
            continue;
        }
        QAccessible::deleteAccessibleInterface(*at);
        at = m_cells.erase(at);
    }
}

QAccessible::State TableAccess::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.multiSelectable = m_view->selectionMode() == QAbstractItemView::ExtendedSelection;
    state.extSelectable = state.multiSelectable;
    return state;
}

void *TableAccess::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableInterface)
        return static_cast<QAccessibleTableInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

// As a table

QAccessibleInterface *TableAccess::cellAt(int row, int column) const
{
    const QList<int> shown = sections();
    return column >= 0 && column < shown.size() ? cell(modelIndex(row, shown[column])) : nullptr;
}

int TableAccess::columnCount() const
{
    return int(sections().size());
}

int TableAccess::rowCount() const
{
    const QAbstractItemModel *model = m_view->model();
    return model ? model->rowCount(m_view->rootIndex()) : 0;
}

QString TableAccess::columnDescription(int column) const
{
    const QList<int> shown = sections();
    return column >= 0 && column < shown.size() ? headerText(m_view->model(), shown[column]) : QString();
}

QString TableAccess::rowDescription(int row) const
{
    const QList<int> shown = sections();
    const QAccessibleInterface *first = shown.isEmpty() ? nullptr : cell(modelIndex(row, shown.first()));
    return first ? first->text(QAccessible::Name) : QString();
}

// Selection

QList<int> TableAccess::selectedRows() const
{
    QList<int> rows;
    if (!m_view->selectionModel())
        return rows;
    for (const QItemSelectionRange &range : m_view->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && rows.size() < kMostCells; ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

int TableAccess::selectedRowCount() const
{
    return int(selectedRows().size());
}

QList<QAccessibleInterface *> TableAccess::selectedCells() const
{
    QList<QAccessibleInterface *> cells;
    const Rows rows = seenRows();
    const QList<int> shown = sections();
    for (int row = rows.first; row < rows.first + rows.count; ++row) {
        for (const int section : shown) {
            const QModelIndex index = modelIndex(row, section);
            if (m_view->selectionModel()->isSelected(index))
                cells.append(cell(index));
        }
    }
    return cells;
}

int TableAccess::selectedCellCount() const
{
    return int(selectedCells().size());
}

bool TableAccess::isRowSelected(int row) const
{
    const QList<int> shown = sections();
    return !shown.isEmpty() && m_view->selectionModel()->isSelected(modelIndex(row, shown.first()));
}

bool TableAccess::selectRow(int row)
{
    const QList<int> shown = sections();
    const QModelIndex index = shown.isEmpty() ? QModelIndex() : modelIndex(row, shown.first());
    if (!index.isValid() || m_view->selectionMode() == QAbstractItemView::NoSelection)
        return false;
    const auto flags = m_view->selectionMode() == QAbstractItemView::ExtendedSelection
        ? QItemSelectionModel::Select
        : QItemSelectionModel::ClearAndSelect;
    m_view->selectionModel()->setCurrentIndex(index,
                                              QItemSelectionModel::NoUpdate); // what is chosen is the current row
    m_view->selectionModel()->select(index, flags | QItemSelectionModel::Rows);
    return true;
}

bool TableAccess::unselectRow(int row)
{
    if (!isRowSelected(row))
        return false;
    m_view->selectionModel()->select(modelIndex(row, sections().first()),
                                     QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
    return true;
}

} // namespace callboard

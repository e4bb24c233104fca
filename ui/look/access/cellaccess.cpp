#include "ui/look/access/cellaccess.h"

#include "ui/look/access/tableaccess.h"

#include <QHeaderView>
#include <QWindow>

namespace callboard {

namespace {

QString firstOf(const QVariant &spoken, const QVariant &shown)
{
    const QString text = spoken.toString();
    return text.isEmpty() ? shown.toString() : text;
}

QRect onScreen(const QWidget *widget, const QRect &rect)
{
    return {widget->mapToGlobal(rect.topLeft()), rect.size()};
}

} // namespace

QString headerText(const QAbstractItemModel *model, int section)
{
    return firstOf(model->headerData(section, Qt::Horizontal, Qt::AccessibleTextRole),
                   model->headerData(section, Qt::Horizontal, Qt::DisplayRole));
}

CellAccess::CellAccess(QAbstractItemView *view, const QModelIndex &index)
    : m_view(view)
    , m_index(index)
{
}

bool CellAccess::isValid() const
{
    return m_view && m_index.isValid() && m_view->model() == m_index.model();
}

QWindow *CellAccess::window() const
{
    return m_view ? m_view->window()->windowHandle() : nullptr;
}

TableAccess *CellAccess::tableAccess() const
{
    return dynamic_cast<TableAccess *>(parent());
}

QAccessibleInterface *CellAccess::parent() const
{
    return QAccessible::queryAccessibleInterface(m_view);
}

QString CellAccess::text(QAccessible::Text part) const
{
    if (!isValid())
        return {};
    switch (part) {
    case QAccessible::Name: return firstOf(m_index.data(Qt::AccessibleTextRole), m_index.data(Qt::DisplayRole));
    case QAccessible::Description: return m_index.data(Qt::AccessibleDescriptionRole).toString();
    default: return {};
    }
}

QRect CellAccess::rect() const
{
    const QAbstractItemView *view = m_view;
    return view && isValid() ? onScreen(view->viewport(), view->visualRect(m_index)) : QRect();
}

QAccessible::Role CellAccess::role() const
{
    const TableAccess *table = tableAccess();
    return table && table->role() == QAccessible::List ? QAccessible::ListItem : QAccessible::Cell;
}

bool CellAccess::isCheckable() const
{
    return m_index.flags().testFlag(Qt::ItemIsUserCheckable) && m_index.data(Qt::CheckStateRole).isValid();
}

QAccessible::State CellAccess::state() const
{
    QAccessible::State state;
    const QAbstractItemView *view = m_view;
    if (!view || !isValid()) {
        state.invalid = true;
        return state;
    }
    const Qt::ItemFlags flags = m_index.flags();
    state.disabled = !flags.testFlag(Qt::ItemIsEnabled) || !view->isEnabled();
    state.selectable = flags.testFlag(Qt::ItemIsSelectable);
    state.focusable = state.selectable;
    state.selected = isSelected();
    state.focused = view->hasFocus() && view->currentIndex() == m_index;
    state.multiSelectable = view->selectionMode() == QAbstractItemView::ExtendedSelection;
    state.extSelectable = state.multiSelectable;
    state.offscreen = !view->viewport()->rect().intersects(view->visualRect(m_index));
    state.invisible = !view->isVisible();
    state.editable = flags.testFlag(Qt::ItemIsEditable) && view->editTriggers() != QAbstractItemView::NoEditTriggers;
    state.checkable = isCheckable();
    state.checked = state.checkable && m_index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return state;
}

void *CellAccess::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableCellInterface)
        return static_cast<QAccessibleTableCellInterface *>(this);
    if (type == QAccessible::ActionInterface)
        return static_cast<QAccessibleActionInterface *>(this);
    return nullptr;
}

bool CellAccess::isSelected() const
{
    return isValid() && m_view->selectionModel()->isSelected(m_index);
}

QList<QAccessibleInterface *> CellAccess::columnHeaderCells() const
{
    const TableAccess *table = tableAccess();
    QAccessibleInterface *header = table ? table->header(columnIndex()) : nullptr;
    return header ? QList<QAccessibleInterface *>{header} : QList<QAccessibleInterface *>();
}

int CellAccess::columnIndex() const
{
    const TableAccess *table = tableAccess();
    return table && isValid() ? table->placeOf(m_index.column()) : -1;
}

QStringList CellAccess::actionNames() const
{
    if (!isValid())
        return {};
    return isCheckable() ? QStringList{toggleAction(), setFocusAction()} : QStringList{setFocusAction()};
}

void CellAccess::doAction(const QString &name)
{
    if (!isValid())
        return;
    if (name == setFocusAction()) {
        m_view->setFocus(Qt::OtherFocusReason);
        m_view->setCurrentIndex(m_index);
    } else if (name == toggleAction() && isCheckable()) {
        const bool on = m_index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        m_view->model()->setData(m_index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    }
}

HeaderCellAccess::HeaderCellAccess(QAbstractItemView *view, QHeaderView *header, int section)
    : m_view(view)
    , m_header(header)
    , m_section(section)
{
}

bool HeaderCellAccess::isValid() const
{
    return m_view && m_header && m_section < m_header->count();
}

QWindow *HeaderCellAccess::window() const
{
    return m_view ? m_view->window()->windowHandle() : nullptr;
}

QAccessibleInterface *HeaderCellAccess::parent() const
{
    return QAccessible::queryAccessibleInterface(m_view);
}

QString HeaderCellAccess::text(QAccessible::Text part) const
{
    return isValid() && part == QAccessible::Name ? headerText(m_view->model(), m_section) : QString();
}

QRect HeaderCellAccess::rect() const
{
    const QHeaderView *header = m_header;
    if (!header || !isValid())
        return {};
    return onScreen(
        header->viewport(),
        QRect(header->sectionViewportPosition(m_section), 0, header->sectionSize(m_section), header->height()));
}

QAccessible::State HeaderCellAccess::state() const
{
    QAccessible::State state;
    state.invalid = !isValid();
    const QAbstractItemView *view = m_view;
    state.invisible = !view || !view->isVisible();
    return state;
}

} // namespace callboard

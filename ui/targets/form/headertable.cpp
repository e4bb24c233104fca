#include "ui/targets/form/headertable.h"

#include "ui/look/look.h"
#include "ui/targets/form/curlpaste.h"
#include "ui/targets/form/headeradvice.h"
#include "ui/targets/form/headerdelegate.h"
#include "ui/targets/form/headertablemodel.h"
#include "ui/targets/form/named.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace callboard {

namespace {

constexpr int kFewestRows = 3; // shown without scrolling
constexpr int kMostRows = 5;
constexpr int kNameWidth = 160;

} // namespace

HeaderTable::HeaderTable(QWidget *parent)
    : BoundedTable(parent)
    , m_model(new HeaderTableModel(this))
    , m_delegate(new HeaderDelegate(this))
{
    named(this, "headerTable", tr("Headers"));
    setModel(m_model);
    setItemDelegate(m_delegate);
    setKnownNames({});
    setDragEnabled(true);
    setAcceptDrops(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(DoubleClicked | SelectedClicked | EditKeyPressed | AnyKeyPressed);
    setTabKeyNavigation(true);
    setWordWrap(false);
    setShowGrid(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(look::kRowHeight);
    verticalHeader()->setDefaultSectionSize(look::kRowHeight);
    makeColumns();
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QWidget::customContextMenuRequested, this, &HeaderTable::showMenu);
    connect(m_model, &HeaderTableModel::headersChanged, this, &HeaderTable::headersChanged);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, this, &HeaderTable::fitHeight);
    connect(m_model, &QAbstractItemModel::modelReset, this, &HeaderTable::fitHeight);
    fitHeight();
}

void HeaderTable::makeColumns()
{
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(HeaderTableModel::ValueColumn, QHeaderView::Stretch);
    for (int box : {HeaderTableModel::SentColumn, HeaderTableModel::SecretColumn})
        header->setSectionResizeMode(box, QHeaderView::ResizeToContents);
    header->resizeSection(HeaderTableModel::NameColumn, kNameWidth);
}

void HeaderTable::setHeaders(const HeaderList &headers)
{
    m_model->setHeaders(headers);
}

HeaderList HeaderTable::headers() const
{
    return m_model->headers();
}

QStringList HeaderTable::advice() const
{
    return m_model->advice();
}

void HeaderTable::setKnownNames(const QStringList &names)
{
    QStringList all = commonHeaderNames();
    for (const QString &name : names) {
        if (!all.contains(name, Qt::CaseInsensitive))
            all.append(name);
    }
    all.sort(Qt::CaseInsensitive);
    m_delegate->setKnownNames(all);
}

void HeaderTable::fitHeight()
{
    const int rows = std::clamp(m_model->rowCount(), kFewestRows, kMostRows);
    setFixedHeight(horizontalHeader()->sizeHint().height() + rows * look::kRowHeight + 2 * frameWidth());
}

void HeaderTable::showEvent(QShowEvent *event)
{
    BoundedTable::showEvent(event);
    fitHeight(); // only now the header knows its height
}

void HeaderTable::focusInEvent(QFocusEvent *event)
{
    const bool stoodNowhere = !currentIndex().isValid();
    BoundedTable::focusInEvent(event);
    if (stoodNowhere) // the base goes to the first cell, which is a box
        setCurrentIndex(m_model->index(0, HeaderTableModel::NameColumn));
}

QModelIndex HeaderTable::neighbour(const QModelIndex &from, int step) const
{
    // Only the name of the blank row is a stop; beyond it and before the first cell lies the next control.
    const int last = (m_model->rowCount() - 1) * HeaderTableModel::ColumnCount + HeaderTableModel::NameColumn;
    int stop = from.row() * HeaderTableModel::ColumnCount + from.column() + step;
    if (stop == last - HeaderTableModel::NameColumn) // the blank row has no box
        stop += step;
    if (stop < 0 || stop > last)
        return {};
    return m_model->index(stop / HeaderTableModel::ColumnCount, stop % HeaderTableModel::ColumnCount);
}

void HeaderTable::goTo(const QModelIndex &index)
{
    setCurrentIndex(index);
    scrollTo(index);
    if (index.flags().testFlag(Qt::ItemIsEditable))
        edit(index);
}

void HeaderTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab) {
        const QModelIndex next = neighbour(currentIndex(), event->key() == Qt::Key_Tab ? 1 : -1);
        // Ignored, the key moves the focus out of the table.
        event->setAccepted(next.isValid());
        if (next.isValid())
            goTo(next);
        return;
    }
    if (event->modifiers() == Qt::AltModifier && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        return moveCurrent(event->key() == Qt::Key_Up ? -1 : 1);
    if (event->matches(QKeySequence::Paste))
        return paste();
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        return removeCurrent();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        // From an open editor it arrives here too; accepted, it does not go on to press the dialog's Save.
        if (state() != EditingState)
            edit(currentIndex());
        return;
    }
    BoundedTable::keyPressEvent(event);
}

void HeaderTable::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    const bool forward = hint == QAbstractItemDelegate::EditNextItem;
    if (!forward && hint != QAbstractItemDelegate::EditPreviousItem)
        return BoundedTable::closeEditor(editor, hint);
    const QModelIndex next = neighbour(currentIndex(), forward ? 1 : -1);
    BoundedTable::closeEditor(editor, QAbstractItemDelegate::NoHint);
    if (next.isValid())
        goTo(next);
    else if (forward)
        focusNextChild();
    else
        focusPreviousChild();
}

void HeaderTable::removeCurrent()
{
    const int row = currentIndex().row();
    m_model->removeHeader(row);
    setCurrentIndex(m_model->index(std::min(row, m_model->rowCount() - 1), currentIndex().column()));
}

void HeaderTable::moveCurrent(int step)
{
    const int row = currentIndex().row();
    moveTo(row, step < 0 ? row - 1 : row + 2);
}

void HeaderTable::moveTo(int row, int gap)
{
    if (m_model->moveHeader(row, gap)) // the current cell goes with it
        scrollTo(currentIndex());
}

void HeaderTable::paste()
{
    const QString text = QApplication::clipboard()->text();
    if (looksLikeCurl(text))
        return emit curlPasted(text);
    if (m_model->appendLines(text) > 0) {
        setCurrentIndex(m_model->index(m_model->rowCount() - 2, HeaderTableModel::NameColumn));
        return;
    }
    if (currentIndex().flags().testFlag(Qt::ItemIsEditable))
        m_model->setData(currentIndex(), text, Qt::EditRole);
}

void HeaderTable::showMenu(const QPoint &position)
{
    const QModelIndex index = indexAt(position);
    const int row = index.isValid() ? index.row() : -1;
    const bool onHeader = row >= 0 && !m_model->isBlank(row);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Paste header lines"), this, &HeaderTable::paste)
        ->setEnabled(!QApplication::clipboard()->text().isEmpty());
    if (onHeader) {
        const bool sent = index.data(HeaderTableModel::SentRole).toBool();
        menu->addAction(sent ? tr("Do not send this header") : tr("Send this header"), this,
                        [this, row, sent] { m_model->setSent(row, !sent); });
        menu->addSeparator();
        QAction *up = menu->addAction(tr("Move up"), this, [this, row] { moveTo(row, row - 1); });
        up->setShortcut(Qt::ALT | Qt::Key_Up); // for reading: the table itself takes the key
        up->setEnabled(row > 0);
        QAction *down = menu->addAction(tr("Move down"), this, [this, row] { moveTo(row, row + 2); });
        down->setShortcut(Qt::ALT | Qt::Key_Down);
        down->setEnabled(row < m_model->rowCount() - 2);
        menu->addSeparator();
        menu->addAction(tr("Remove header"), this, [this, row] { m_model->removeHeader(row); });
    }
    menu->popup(viewport()->mapToGlobal(position));
}

} // namespace callboard

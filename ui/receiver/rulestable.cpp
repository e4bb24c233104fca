#include "ui/receiver/rulestable.h"

#include "ui/look/columnwidth.h"
#include "ui/look/look.h"
#include "ui/receiver/rulesdelegate.h"
#include "ui/receiver/rulestablemodel.h"
#include "ui/targets/form/named.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace callboard {

namespace {

constexpr int kFewestRows = 2; // shown without scrolling
constexpr int kMostRows = 4;

struct ColumnWidth {
    RuleField field;
    int characters; // of the widest usual text
};

constexpr ColumnWidth kWidths[] = {{RuleField::Action, 26},
                                   {RuleField::Status, 8},
                                   {RuleField::Delay, 9},
                                   {RuleField::Times, 9},
                                   {RuleField::RetryAfter, 14}};

} // namespace

RulesTable::RulesTable(RulesTableModel *model, QWidget *parent)
    : BoundedTable(parent)
    , m_model(model)
{
    named(this, "rulesTable", tr("Answer rules"));
    setModel(model);
    setItemDelegate(new RulesDelegate(this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(DoubleClicked | SelectedClicked | EditKeyPressed | AnyKeyPressed);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setShowGrid(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(look::kRowHeight);
    verticalHeader()->setDefaultSectionSize(look::kRowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    for (const auto &[field, characters] : kWidths)
        horizontalHeader()->setSectionResizeMode(int(field), QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(int(RuleField::Path), QHeaderView::Stretch);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QWidget::customContextMenuRequested, this, &RulesTable::showMenu);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, this, &RulesTable::fitHeight);
    connect(model, &QAbstractItemModel::modelReset, this, &RulesTable::fitHeight);
    fitColumns();
    fitHeight();
}

void RulesTable::fitColumns()
{
    for (const auto &[field, characters] : kWidths)
        horizontalHeader()->resizeSection(int(field), look::columnWidth(*this, int(field), characters));
}

void RulesTable::fitHeight()
{
    const int rows = std::clamp(m_model->rowCount(), kFewestRows, kMostRows);
    setFixedHeight(horizontalHeader()->sizeHint().height() + rows * look::kRowHeight + 2 * frameWidth());
}

void RulesTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void RulesTable::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    fitHeight(); // only now the header knows its height
}

void RulesTable::focusInEvent(QFocusEvent *event)
{
    BoundedTable::focusInEvent(event);
    const bool byTab = event->reason() == Qt::TabFocusReason || event->reason() == Qt::ShortcutFocusReason;
    if (byTab && !currentIndex().isValid())
        setCurrentIndex(m_model->index(0, 0));
}

void RulesTable::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers().testFlag(Qt::AltModifier);
    if (alt && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        return moveCurrent(event->key() == Qt::Key_Down ? 1 : -1);
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        return removeCurrent();
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && state() != EditingState) {
        edit(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void RulesTable::removeCurrent()
{
    const int row = currentIndex().row();
    m_model->removeRule(row);
    setCurrentIndex(m_model->index(std::min(row, m_model->rowCount() - 1), 0));
}

void RulesTable::moveCurrent(int step)
{
    m_model->moveRule(currentIndex().row(), step);
    scrollTo(currentIndex());
}

void RulesTable::showMenu(const QPoint &position)
{
    const QModelIndex index = indexAt(position);
    if (!index.isValid() || m_model->isBlank(index.row()))
        return;
    setCurrentIndex(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Move up"), QKeySequence(Qt::ALT | Qt::Key_Up), this, [this] { moveCurrent(-1); })
        ->setEnabled(index.row() > 0);
    menu->addAction(tr("Move down"), QKeySequence(Qt::ALT | Qt::Key_Down), this, [this] { moveCurrent(1); })
        ->setEnabled(index.row() < m_model->rowCount() - 2);
    menu->addSeparator();
    menu->addAction(tr("Remove rule"), QKeySequence(Qt::Key_Delete), this, &RulesTable::removeCurrent);
    menu->popup(viewport()->mapToGlobal(position));
}

} // namespace callboard

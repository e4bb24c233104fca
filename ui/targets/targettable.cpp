#include "ui/targets/targettable.h"

#include "ui/look/appearance.h"
#include "ui/look/columnwidth.h"
#include "ui/look/look.h"
#include "ui/targets/form/named.h"
#include "ui/targets/targetdelegate.h"
#include "ui/targets/targetlistmodel.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QSortFilterProxyModel>

namespace callboard {

namespace {

struct ColumnWidth {
    int column;
    int characters; // of the widest usual text
};

using Model = TargetListModel;

constexpr ColumnWidth kWidths[] = {{Model::NameColumn, 16},   {Model::StateColumn, 22},    {Model::FormatColumn, 24},
                                   {Model::SuccessColumn, 8}, {Model::DeliveredColumn, 9}, {Model::FailedColumn, 7},
                                   {Model::OpenColumn, 6}};
constexpr int kTrendWidth = TargetTrend::kHours * (TargetDelegate::kBar + 1) + 2 * look::kGap;
// Of the table: below, what the trend says of the day gives room to who is called, and then the events do.
constexpr int kNarrow = 1300;
constexpr int kNarrowest = 1000;

} // namespace

TargetTable::TargetTable(TargetListModel *model, QWidget *parent)
    : BoundedTable(parent)
    , m_model(model)
    , m_shown(new QSortFilterProxyModel(this))
{
    named(this, "targetTable", tr("Targets"));
    m_shown->setSourceModel(model);
    m_shown->setFilterRole(TargetListModel::SearchRole);
    m_shown->setSortRole(TargetListModel::SortRole);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_shown->setSortCaseSensitivity(Qt::CaseInsensitive);
    setModel(m_shown);
    setItemDelegate(new TargetDelegate({TargetListModel::UrlColumn}, this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // the columns do not move when the rows no longer fit
    setContextMenuPolicy(Qt::CustomContextMenu);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(false); // it marks a cell; here a line goes from edge to edge
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    look::followDensity(*this);
    setUpHeader();
}

void TargetTable::setUpHeader()
{
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder); // the workspace's own order, until a column is clicked
    setSortingEnabled(true);
    header->setMinimumHeight(look::kRowHeight + 4);
    for (const auto &[column, characters] : kWidths)
        header->setSectionResizeMode(column, QHeaderView::Fixed);
    header->setSectionResizeMode(Model::TrendColumn, QHeaderView::Fixed);
    for (const int column : {Model::UrlColumn, Model::FiresColumn, Model::LastColumn})
        header->setSectionResizeMode(column, QHeaderView::Stretch);
    fitColumns();
}

// Fixed widths for what is short, and the rest shared by what is long: no ragged last column, none beyond the edge.
void TargetTable::fitColumns()
{
    for (const auto &[column, characters] : kWidths)
        horizontalHeader()->resizeSection(column, look::columnWidth(*this, column, characters));
    horizontalHeader()->resizeSection(Model::TrendColumn,
                                      qMax(kTrendWidth, look::columnWidth(*this, Model::TrendColumn, 0)));
    for (const int column : {Model::FormatColumn, Model::DeliveredColumn, Model::FailedColumn})
        setColumnHidden(column, width() < kNarrow);
    setColumnHidden(Model::FiresColumn, width() < kNarrowest);
}

void TargetTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void TargetTable::keyPressEvent(QKeyEvent *event)
{
    // j and k move as the arrows do.
    const bool plain = event->modifiers() == Qt::NoModifier;
    if (plain && (event->key() == Qt::Key_J || event->key() == Qt::Key_K)) {
        QKeyEvent arrow(event->type(), event->key() == Qt::Key_J ? Qt::Key_Down : Qt::Key_Up, Qt::NoModifier);
        return QTableView::keyPressEvent(&arrow);
    }
    QTableView::keyPressEvent(event);
}

void TargetTable::setSearch(const QString &text)
{
    m_shown->setFilterFixedString(text.trimmed());
}

bool TargetTable::isEmpty() const
{
    return m_shown->rowCount() == 0;
}

QList<TargetSummary> TargetTable::selected() const
{
    QList<TargetSummary> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows.append(m_model->summary(m_shown->mapToSource(index).row()));
    return rows;
}

bool TargetTable::select(TargetId id)
{
    const int row = m_model->rowOf(id);
    const QModelIndex index = row < 0 ? QModelIndex() : m_shown->mapFromSource(m_model->index(row, 0));
    if (index.isValid())
        setCurrentIndex(index);
    return index.isValid();
}

} // namespace callboard

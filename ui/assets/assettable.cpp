#include "ui/assets/assettable.h"

#include "ui/assets/assetlistmodel.h"
#include "ui/look/columnwidth.h"
#include "ui/look/look.h"
#include "ui/targets/form/named.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace callboard {

namespace {

using Model = AssetListModel;

struct ColumnWidth {
    int column;
    int characters; // of the widest usual text
};

constexpr ColumnWidth kWidths[] = {
    {Model::StatusColumn, 20}, {Model::ProjectColumn, 12}, {Model::EventColumn, 15}, {Model::WhenColumn, 12}};

} // namespace

AssetTable::AssetTable(AssetListModel *model, QWidget *parent)
    : PlainTable(model, {Model::IdColumn}, parent)
    , m_assets(model)
{
    named(this, "assetTable", tr("Assets"));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // the columns do not move when the rows no longer fit
    setContextMenuPolicy(Qt::CustomContextMenu);
    horizontalHeader()->setMinimumHeight(32);
    for (const auto &[column, characters] : kWidths)
        horizontalHeader()->setSectionResizeMode(column, QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(Model::IdColumn, QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(Model::NameColumn, QHeaderView::Stretch);
    fitColumns();
}

// Fixed widths for what is short, and the rest shared by id and name: no ragged last column, no sideways scroll.
void AssetTable::fitColumns()
{
    for (const auto &[column, characters] : kWidths)
        horizontalHeader()->resizeSection(column, look::columnWidth(*this, column, characters));
}

QString AssetTable::selectedAsset() const
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    return rows.isEmpty() ? QString() : m_assets->asset(rows.first().row()).id;
}

bool AssetTable::selectAsset(const QString &id)
{
    const int row = m_assets->rowOf(id);
    if (row >= 0)
        selectRow(row);
    return row >= 0;
}

void AssetTable::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (plain && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        emit enterPressed();
        return;
    }
    if (plain && (key == Qt::Key_J || key == Qt::Key_K)) {
        QKeyEvent arrow(event->type(), key == Qt::Key_J ? Qt::Key_Down : Qt::Key_Up, Qt::NoModifier);
        keyPressEvent(&arrow);
        return;
    }
    // A table that gets the focus makes its first row the current one without selecting it: the first key selects it.
    const bool moves = key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_Space;
    if (plain && moves && !selectionModel()->hasSelection() && model()->rowCount() > 0) {
        selectRow(0);
        return;
    }
    PlainTable::keyPressEvent(event);
}

// A view of one selected row would choose a neighbour in the place of one that goes: that is for the operator to do.
void AssetTable::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    const int current = currentIndex().row();
    if (current >= start && current <= end)
        selectionModel()->clear();
    PlainTable::rowsAboutToBeRemoved(parent, start, end);
}

void AssetTable::resizeEvent(QResizeEvent *event)
{
    PlainTable::resizeEvent(event);
    fitColumns();
}

} // namespace callboard

#include "ui/projects/projecttable.h"

#include "ui/look/columnwidth.h"
#include "ui/look/look.h"
#include "ui/projects/projectlistmodel.h"
#include "ui/targets/form/named.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace callboard {

namespace {

using Model = ProjectListModel;

struct ColumnWidth {
    int column;
    int characters; // of the widest usual text
};

constexpr ColumnWidth kWidths[] = {
    {Model::NameColumn, 18}, {Model::IdColumn, 10}, {Model::StateColumn, 14}, {Model::OpenColumn, 6}};

} // namespace

ProjectTable::ProjectTable(ProjectListModel *model, QWidget *parent)
    : PlainTable(model, {Model::UrlColumn}, parent)
    , m_model(model)
{
    named(this, "projectTable", tr("Projects"));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // the columns do not move when the rows no longer fit
    setContextMenuPolicy(Qt::CustomContextMenu);
    QHeaderView *header = horizontalHeader();
    header->setSectionsClickable(false);
    header->setMinimumHeight(look::kRowHeight + 4);
    for (const auto &[column, characters] : kWidths)
        header->setSectionResizeMode(column, QHeaderView::Fixed);
    for (const int column : {Model::UrlColumn, Model::LastColumn})
        header->setSectionResizeMode(column, QHeaderView::Stretch);
    fitColumns();
}

// Fixed widths for what is short, and the rest shared by what is long: no ragged last column, none beyond the edge.
void ProjectTable::fitColumns()
{
    for (const auto &[column, characters] : kWidths)
        horizontalHeader()->resizeSection(column, look::columnWidth(*this, column, characters));
}

void ProjectTable::resizeEvent(QResizeEvent *event)
{
    PlainTable::resizeEvent(event);
    fitColumns();
}

void ProjectTable::keyPressEvent(QKeyEvent *event)
{
    const bool plain = event->modifiers() == Qt::NoModifier;
    if (plain && (event->key() == Qt::Key_J || event->key() == Qt::Key_K)) {
        QKeyEvent arrow(event->type(), event->key() == Qt::Key_J ? Qt::Key_Down : Qt::Key_Up, Qt::NoModifier);
        return PlainTable::keyPressEvent(&arrow);
    }
    PlainTable::keyPressEvent(event);
}

std::optional<ProjectRow> ProjectTable::selected() const
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    return rows.isEmpty() ? std::nullopt : std::optional(m_model->row(rows.first().row()));
}

bool ProjectTable::select(const QString &id)
{
    const int row = m_model->rowOf(id);
    if (row >= 0)
        setCurrentIndex(m_model->index(row, 0));
    return row >= 0;
}

} // namespace callboard

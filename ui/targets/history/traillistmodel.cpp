#include "ui/targets/history/traillistmodel.h"

#include "ui/assets/assetwords.h"
#include "ui/targets/history/historywords.h"
#include "ui/targets/targetwords.h"

namespace callboard {

namespace {

QString cellOf(const TrailRow &row, int column)
{
    switch (column) {
    case TrailListModel::When: return words::moment(row.at);
    case TrailListModel::Who: return historywords::who(row.entry.actor);
    case TrailListModel::What: return historywords::action(row.entry.action);
    case TrailListModel::About: return historywords::about(row.entry);
    default: return historywords::line(row.entry);
    }
}

} // namespace

TrailListModel::TrailListModel(ReadThread &reader, QObject *parent)
    : QAbstractTableModel(parent)
    , m_reader(reader)
{
}

void TrailListModel::setFilter(const TrailFilter &filter)
{
    if (filter == m_filter && (m_asking || m_ended || !m_rows.isEmpty()))
        return;
    m_filter = filter;
    readAnew();
}

void TrailListModel::readAnew()
{
    beginResetModel();
    m_rows.clear();
    m_ended = false;
    ++m_asked;
    m_asking = true; // a view that is told of the reset fetches more at once
    endResetModel();
    ask();
}

void TrailListModel::ask()
{
    m_asking = true;
    const auto page = [filter = m_filter, before = m_rows.isEmpty() ? 0 : m_rows.last().id](
                          const WorkspaceReader &reader) { return reader.trail(filter, before, kPage); };
    m_reader.ask(this, page, [this, asked = m_asked](const Result<QList<TrailRow>> &rows) { take(rows, asked); });
}

void TrailListModel::take(const Result<QList<TrailRow>> &page, int asked)
{
    if (asked != m_asked)
        return;
    if (!page) {
        m_asking = false;
        m_ended = true;
        emit read(page.error().detail);
        return;
    }
    m_ended = page->size() < kPage;
    if (!page->isEmpty()) {
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + page->size()) - 1);
        m_rows += *page;
        endInsertRows();
    }
    m_asking = false; // not before the rows are in: who is told of them may ask for more
    emit read({});
}

int TrailListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TrailListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TrailListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    if (role == Qt::DisplayRole)
        return assetwords::shown(cellOf(m_rows[index.row()], index.column()));
    if (role == Qt::ToolTipRole)
        return assetwords::wholeTip(cellOf(m_rows[index.row()], index.column()));
    return {};
}

QVariant TrailListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When: return tr("When");
    case Who: return tr("Who");
    case What: return tr("What");
    case About: return tr("About");
    default: return tr("Details");
    }
}

bool TrailListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_ended && !m_asking && m_rows.size() < kMost;
}

void TrailListModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        ask();
}

} // namespace callboard

#include "ui/assets/assetlistmodel.h"

#include "ui/assets/assetwords.h"
#include "ui/deliveries/deliverytext.h"
#include "ui/look/toneddelegate.h"

#include <QSet>

#include <algorithm>

namespace callboard {

namespace {

QString orUnknown(const QString &text)
{
    return text.isEmpty() ? assetwords::kUnknown : text;
}

} // namespace

void AssetListModel::setAssets(const QList<AssetRow> &rows, Timestamp now)
{
    removeMissing(rows);
    for (int row = 0; row < rows.size(); ++row)
        place(row, rows[row]);
    refreshTimes(now);
}

void AssetListModel::removeMissing(const QList<AssetRow> &rows)
{
    QSet<QString> kept;
    for (const AssetRow &row : rows)
        kept.insert(row.id);
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (kept.contains(m_rows[row].id))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
}

void AssetListModel::place(int row, const AssetRow &asset)
{
    // Most are where they were; only a moved one is looked for.
    const int before = row < m_rows.size() && m_rows[row].id == asset.id ? row : rowOf(asset.id);
    if (before < 0) {
        beginInsertRows({}, row, row);
        m_rows.insert(row, asset);
        endInsertRows();
        return;
    }
    if (before != row) {
        beginMoveRows({}, before, before, {}, row);
        m_rows.move(before, row);
        endMoveRows();
    }
    if (m_rows[row] == asset)
        return;
    m_rows[row] = asset;
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void AssetListModel::refreshTimes(Timestamp now)
{
    m_now = now;
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, WhenColumn), index(int(m_rows.size()) - 1, WhenColumn), {Qt::DisplayRole});
}

int AssetListModel::rowOf(const QString &id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&id](const auto &row) { return row.id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int AssetListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int AssetListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AssetListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AssetRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole: return toolTip(row, index.column());
    case TonedDelegate::ToneIconRole: return index.column() == StatusColumn && !row.status.isEmpty();
    case TonedDelegate::ToneRole:
        return index.column() == StatusColumn ? QVariant(int(assetwords::statusTone(row.status))) : QVariant();
    default: return {};
    }
}

QString AssetListModel::text(const AssetRow &row, int column) const
{
    switch (column) {
    case IdColumn: return assetwords::shown(row.id);
    case NameColumn: return orUnknown(row.name);
    case StatusColumn: return assetwords::status(row.status);
    case ProjectColumn: return orUnknown(assetwords::shown(row.project));
    case EventColumn: return row.lastEvent;
    case WhenColumn: return deliverytext::ago(row.at, m_now);
    default: return {};
    }
}

QString AssetListModel::toolTip(const AssetRow &row, int column) const
{
    switch (column) {
    case IdColumn: return assetwords::wholeTip(row.id);
    case EventColumn:
    case WhenColumn:
        return row.lastEvent == assetwords::kUnknown
            ? tr("Published %1; nothing has happened to it yet").arg(deliverytext::exact(row.at))
            : deliverytext::exact(row.at);
    default: return assetwords::wholeTip(text(row, column));
    }
}

QVariant AssetListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case IdColumn: return tr("Asset");
    case NameColumn: return tr("Name");
    case StatusColumn: return tr("Status");
    case ProjectColumn: return tr("Project");
    case EventColumn: return tr("Last event");
    case WhenColumn: return tr("When");
    default: return {};
    }
}

} // namespace callboard

#include "ui/projects/projectlistmodel.h"

#include "ui/look/look.h"
#include "ui/look/toneddelegate.h"
#include "ui/targets/targetwords.h"

#include <QLocale>

#include <algorithm>

namespace callboard {

namespace {

bool contains(const QList<ProjectRow> &rows, const QString &id)
{
    return std::any_of(rows.begin(), rows.end(), [&id](const ProjectRow &row) { return row.project.id == id; });
}

int alignmentOf(int column)
{
    return int((column == ProjectListModel::OpenColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

void ProjectListModel::setRows(const QList<ProjectRow> &rows, Timestamp now)
{
    m_now = now;
    removeMissing(rows);
    for (int i = 0; i < rows.size(); ++i)
        place(i, rows[i]);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

void ProjectListModel::removeMissing(const QList<ProjectRow> &rows)
{
    for (int i = int(m_rows.size()) - 1; i >= 0; --i) {
        if (contains(rows, m_rows[i].project.id))
            continue;
        beginRemoveRows({}, i, i);
        m_rows.removeAt(i);
        endRemoveRows();
    }
}

void ProjectListModel::place(int row, const ProjectRow &project)
{
    const int before = rowOf(project.project.id);
    if (before < 0) {
        beginInsertRows({}, row, row);
        m_rows.insert(row, project);
        endInsertRows();
        return;
    }
    if (before != row) {
        beginMoveRows({}, before, before, {}, row);
        m_rows.move(before, row);
        endMoveRows();
    }
    m_rows[row] = project;
}

int ProjectListModel::rowOf(const QString &id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&id](const ProjectRow &row) { return row.project.id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

QStringList ProjectListModel::ids() const
{
    QStringList ids;
    for (const ProjectRow &row : m_rows)
        ids.append(row.project.id);
    return ids;
}

int ProjectListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ProjectListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProjectListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ProjectRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole: return look::plainTip(toolTip(row, index.column()));
    case Qt::TextAlignmentRole: return alignmentOf(index.column());
    case TonedDelegate::ToneRole:
        if (const auto found = tone(row, index.column()))
            return int(*found);
        return {};
    case TonedDelegate::ToneIconRole: return index.column() == StateColumn;
    default: return {};
    }
}

QString ProjectListModel::text(const ProjectRow &row, int column) const
{
    switch (column) {
    case NameColumn: return row.project.name.isEmpty() ? QStringLiteral("–") : row.project.name;
    case IdColumn: return row.project.id;
    case UrlColumn: return row.project.mediaCallbackUrl.isEmpty() ? QStringLiteral("–") : row.project.mediaCallbackUrl;
    case StateColumn: return words::targetState(row);
    case LastColumn: return words::lastResult(row, m_now);
    case OpenColumn: return row.target ? QLocale().toString(row.target->open) : QStringLiteral("–");
    default: return {};
    }
}

QString ProjectListModel::toolTip(const ProjectRow &row, int column) const
{
    switch (column) {
    case IdColumn:
        return row.project.zone.isEmpty() ? tr("The zone of its dates is not known.")
                                          : tr("Its dates are in the zone %1.").arg(row.project.zone);
    case UrlColumn:
        return row.project.mediaCallbackUrl.isEmpty() ? tr("No Media Callback URL: no callbacks")
                                                      : row.project.mediaCallbackUrl;
    case StateColumn:
        if (!row.target)
            return tr("No Media Callback URL: no callbacks");
        return row.target->target.stateReason.isEmpty() ? tr("Target “%1”").arg(row.target->target.name)
                                                        : row.target->target.stateReason;
    case LastColumn:
        if (row.target && row.target->lastError.isEmpty() && row.target->lastDeliveredAt)
            return words::moment(*row.target->lastDeliveredAt);
        return text(row, column);
    case OpenColumn: return tr("Deliveries that are still owed: waiting, queued, retrying or held");
    default: return text(row, column);
    }
}

std::optional<look::Tone> ProjectListModel::tone(const ProjectRow &row, int column)
{
    if (column == LastColumn && row.target && !row.target->lastError.isEmpty())
        return look::Tone::Failed;
    if (column != StateColumn)
        return std::nullopt;
    if (!row.target)
        return look::Tone::Cancelled;
    switch (row.target->target.state) {
    case TargetState::Enabled: return look::Tone::Delivered;
    case TargetState::Paused: return look::Tone::Held;
    case TargetState::Disabled: return look::Tone::Cancelled;
    case TargetState::Gone: return look::Tone::Failed;
    }
    return std::nullopt;
}

QVariant ProjectListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return tr("Name");
    case IdColumn: return tr("Id (vhost)");
    case UrlColumn: return tr("Media Callback URL");
    case StateColumn: return tr("State");
    case LastColumn: return tr("Last result");
    case OpenColumn: return tr("Open");
    default: return {};
    }
}

} // namespace callboard

#include "ui/targets/importmodel.h"

#include "ui/look/look.h"
#include "ui/look/recorded.h"
#include "ui/look/toneddelegate.h"
#include "ui/targets/targetwords.h"

namespace callboard {

void ImportModel::setTargets(const QList<CallbackTarget> &targets)
{
    beginResetModel();
    m_rows.clear();
    for (const CallbackTarget &target : targets)
        m_rows.append({target, true, false, {}});
    endResetModel();
    emit ticksChanged();
}

QList<int> ImportModel::tickedRows() const
{
    QList<int> rows;
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].ticked && !m_rows[row].saved)
            rows.append(row);
    }
    return rows;
}

QString ImportModel::obstacle() const
{
    for (int row : tickedRows()) {
        if (const QString problem = fault(m_rows[row].target); !problem.isEmpty())
            return tr("%1: %2").arg(m_rows[row].target.name, problem);
    }
    return {};
}

void ImportModel::setSaved(int row)
{
    m_rows[row].saved = true;
    m_rows[row].ticked = false;
    touched(row);
}

void ImportModel::setProblem(int row, const QString &sentence)
{
    m_rows[row].problem = sentence;
    touched(row);
}

QString ImportModel::fault(const CallbackTarget &target)
{
    for (const FieldProblem &problem : validate(target)) {
        if (problem.blocking)
            return inOurLanguage(problem.text);
    }
    return {};
}

QString ImportModel::result(const Row &row)
{
    if (row.saved)
        return tr("saved");
    const QString problem = row.problem.isEmpty() ? fault(row.target) : row.problem;
    return problem.isEmpty() ? tr("ready") : problem;
}

QVariant ImportModel::tone(const Row &row)
{
    if (row.saved)
        return int(look::Tone::Delivered);
    return row.problem.isEmpty() && fault(row.target).isEmpty() ? QVariant() : int(look::Tone::Failed);
}

void ImportModel::touched(int row)
{
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    emit ticksChanged();
}

int ImportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ImportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    if (role == Qt::CheckStateRole && index.column() == NameColumn)
        return row.ticked ? Qt::Checked : Qt::Unchecked;
    if (role == TonedDelegate::ToneRole && index.column() == ResultColumn)
        return tone(row);
    if (role == TonedDelegate::ToneIconRole)
        return index.column() == ResultColumn;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::EditRole)
        return {};
    if (role == Qt::ToolTipRole)
        return look::plainTip(data(index, Qt::DisplayRole).toString());
    switch (index.column()) {
    case NameColumn: return row.target.name;
    case UrlColumn: return QString(toString(row.target.method) + u' ' + row.target.url);
    case FiresColumn: return words::firesFor(row.target.triggers);
    case ResultColumn: return result(row);
    default: return {};
    }
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return tr("Name");
    case UrlColumn: return tr("Delivers to");
    case FiresColumn: return tr("Fires for");
    case ResultColumn: return tr("Result");
    default: return {};
    }
}

Qt::ItemFlags ImportModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() != NameColumn || m_rows[index.row()].saved)
        return flags;
    return flags | Qt::ItemIsEditable | Qt::ItemIsUserCheckable;
}

bool ImportModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != NameColumn)
        return false;
    Row &row = m_rows[index.row()];
    if (role == Qt::CheckStateRole) {
        row.ticked = value.toInt() == Qt::Checked;
    } else if (role == Qt::EditRole) {
        row.target.name = value.toString().trimmed();
        row.problem.clear();
    } else {
        return false;
    }
    touched(index.row());
    return true;
}

} // namespace callboard

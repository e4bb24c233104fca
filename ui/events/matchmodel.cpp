#include "ui/events/matchmodel.h"

#include "ui/look/look.h"
#include "ui/look/toneddelegate.h"

#include <algorithm>

namespace callboard {

void MatchModel::setMatches(const QList<CallbackTarget> &targets, const std::optional<MediaEvent> &event)
{
    beginResetModel();
    m_rows.clear();
    for (const CallbackTarget &target : targets) {
        Row row{target.name, target.state, std::nullopt};
        if (event)
            row.verdict = matchTarget(target, *event);
        m_rows.append(row);
    }
    endResetModel();
}

int MatchModel::calledCount() const
{
    return int(
        std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.verdict && row.verdict->wanted; }));
}

int MatchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int MatchModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString MatchModel::called(const Row &row)
{
    if (!row.verdict)
        return QStringLiteral("–");
    if (!row.verdict->wanted)
        return tr("no");
    return row.state == TargetState::Enabled ? tr("yes") : tr("yes, held");
}

QVariant MatchModel::tone(const Row &row)
{
    if (!row.verdict)
        return {};
    if (!row.verdict->wanted)
        return int(look::Tone::Cancelled);
    return int(row.state == TargetState::Enabled ? look::Tone::Delivered : look::Tone::Held);
}

QVariant MatchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    if (role == TonedDelegate::ToneRole && index.column() == CalledColumn)
        return tone(row);
    if (role == TonedDelegate::ToneIconRole)
        return index.column() == CalledColumn;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case TargetColumn: return row.target;
    case CalledColumn: return called(row);
    case ReasonColumn: return row.verdict ? row.verdict->reason : QString();
    default: return {};
    }
}

QVariant MatchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TargetColumn: return tr("Target");
    case CalledColumn: return tr("Called");
    case ReasonColumn: return tr("Reason");
    default: return {};
    }
}

} // namespace callboard

#include "ui/events/matchmodel.h"

#include "ui/assets/assetwords.h"
#include "ui/deliveries/deliverytext.h"
#include "ui/look/look.h"
#include "ui/look/toneddelegate.h"

namespace callboard {

void MatchModel::setMatches(const QList<CallbackTarget> &targets, const std::optional<MediaEvent> &event)
{
    beginResetModel();
    m_explanation = explainHypothetical(targets, event.value_or(MediaEvent{}));
    m_hasEvent = event.has_value();
    endResetModel();
}

void MatchModel::setExplanation(const Explanation &explanation)
{
    beginResetModel();
    m_explanation = explanation;
    m_hasEvent = true;
    endResetModel();
}

int MatchModel::calledCount() const
{
    return m_hasEvent ? m_explanation.calledCount() : 0;
}

DeliveryId MatchModel::delivery(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    const Explained &explained = m_explanation.targets[row];
    return explained.delivery ? explained.delivery->id : explained.joins;
}

int MatchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_explanation.targets.size());
}

int MatchModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString MatchModel::called(const Explained &row) const
{
    if (!m_hasEvent)
        return QStringLiteral("–");
    switch (row.fate) {
    case Fate::WouldBeCalled:
    case Fate::WouldJoin: return tr("yes");
    case Fate::WouldBeHeld: return tr("yes, held");
    case Fate::WouldBeStopped: return tr("yes, stopped");
    case Fate::Carried: return deliverytext::stateWord(row.delivery->state, false);
    case Fate::Merged: return tr("Merged");
    case Fate::Superseded: return tr("Superseded");
    case Fate::Missing: return tr("Not kept");
    case Fate::Unrecorded: return tr("Not recorded");
    case Fate::NotWanted: return m_explanation.isRecorded() ? tr("Not called") : tr("no");
    }
    return {};
}

QVariant MatchModel::tone(const Explained &row) const
{
    if (!m_hasEvent)
        return {};
    switch (row.fate) {
    case Fate::WouldBeCalled:
    case Fate::WouldJoin: return int(look::Tone::Delivered);
    case Fate::WouldBeHeld: return int(look::Tone::Held);
    case Fate::WouldBeStopped: return int(look::Tone::Failed);
    case Fate::Carried:
    case Fate::Merged: return int(look::toneOf(row.delivery->state, false));
    case Fate::Missing:
    case Fate::Unrecorded: return int(look::Tone::InDoubt);
    case Fate::Superseded:
    case Fate::NotWanted: return int(look::Tone::Cancelled);
    }
    return {};
}

QString MatchModel::text(const Explained &row, int column) const
{
    switch (column) {
    case TargetColumn: return row.name;
    case CalledColumn: return called(row);
    case ReasonColumn: return m_hasEvent ? row.reason : QString();
    default: return {};
    }
}

QVariant MatchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Explained &row = m_explanation.targets[index.row()];
    switch (role) { // names and reasons may quote what came from outside
    case Qt::DisplayRole: return assetwords::shown(text(row, index.column()));
    case Qt::ToolTipRole: return assetwords::wholeTip(text(row, index.column()));
    case TonedDelegate::ToneRole: return index.column() == CalledColumn ? tone(row) : QVariant();
    case TonedDelegate::ToneIconRole: return index.column() == CalledColumn;
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
    case CalledColumn: return m_explanation.isRecorded() ? tr("Outcome") : tr("Called");
    case ReasonColumn: return tr("Reason");
    default: return {};
    }
}

} // namespace callboard

#include "ui/receiver/receivedmodel.h"

#include "ui/deliveries/deliverytext.h"
#include "ui/look/toneddelegate.h"
#include "ui/receiver/receiverrules.h"

#include <QDateTime>
#include <QLocale>
#include <QTextDocument>

#include <algorithm>
#include <iterator>

namespace callboard {

namespace {

bool isNumber(int column)
{
    return column == ReceivedModel::NumberColumn || column == ReceivedModel::SizeColumn;
}

// How many of these, newest first, may be kept.
int kept(const QList<ReceivedRequest> &newestFirst)
{
    qint64 bytes = 0;
    int count = 0;
    for (const ReceivedRequest &request : newestFirst) {
        bytes += request.body.size();
        if (count == ReceivedModel::kMostRows || (bytes > ReceivedModel::kMostBytes && count > 0))
            break;
        ++count;
    }
    return count;
}

} // namespace

void ReceivedModel::add(const QList<ReceivedRequest> &requests)
{
    QList<ReceivedRequest> fresh(requests.rbegin(), requests.rend());
    if (m_following)
        return show(fresh);
    m_waiting = fresh + m_waiting;
    m_waiting.resize(kept(m_waiting));
    emit pendingChanged(pending());
}

QList<ReceivedRequest> ReceivedModel::takeAll()
{
    beginResetModel();
    QList<ReceivedRequest> all = std::exchange(m_waiting, {}) + std::exchange(m_rows, {});
    endResetModel();
    emit pendingChanged(0);
    return all;
}

void ReceivedModel::putBack(const QList<ReceivedRequest> &newestFirst)
{
    QList<ReceivedRequest> all = m_rows + newestFirst;
    all.resize(kept(all));
    if (all.size() <= m_rows.size())
        return;
    beginInsertRows({}, int(m_rows.size()), int(all.size()) - 1);
    m_rows = all;
    endInsertRows();
}

void ReceivedModel::setFollowing(bool following)
{
    if (m_following == following)
        return;
    m_following = following;
    show(std::exchange(m_waiting, {}));
    emit followingChanged(following);
    emit pendingChanged(0);
}

// The oldest go first, so that there are never more rows than promised.
void ReceivedModel::show(const QList<ReceivedRequest> &newestFirst)
{
    const int all = kept(newestFirst + m_rows);
    const int fresh = std::min(all, int(newestFirst.size()));
    dropOldest(int(m_rows.size()) - (all - fresh));
    if (fresh == 0)
        return;
    beginInsertRows({}, 0, fresh - 1);
    m_rows = newestFirst.first(fresh) + m_rows;
    endInsertRows();
}

void ReceivedModel::dropOldest(int rows)
{
    if (rows <= 0)
        return;
    const int left = int(m_rows.size()) - rows;
    beginRemoveRows({}, left, int(m_rows.size()) - 1);
    m_rows.resize(left);
    endRemoveRows();
}

int ReceivedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ReceivedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ReceivedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ReceivedRequest &request = m_rows[index.row()];
    const bool answer = index.column() == AnswerColumn;
    switch (role) {
    case Qt::DisplayRole: return text(request, index.column());
    case Qt::ToolTipRole: return toolTip(request, index.column());
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                text(request, index.column()));
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    case TonedDelegate::ToneRole: return answer ? QVariant(int(answerTone(request))) : QVariant();
    case TonedDelegate::ToneIconRole: return answer;
    default: return {};
    }
}

QString ReceivedModel::text(const ReceivedRequest &request, int column) const
{
    switch (column) {
    case NumberColumn: return QLocale().toString(request.number);
    case TimeColumn:
        return QDateTime::fromMSecsSinceEpoch(request.receivedAt.time_since_epoch().count())
            .toString(QStringLiteral("HH:mm:ss.zzz"));
    case MethodColumn: return QString::fromUtf8(request.method);
    case PathColumn: return QString::fromUtf8(request.target);
    case SizeColumn: return QLocale().formattedDataSize(request.body.size());
    case AnswerColumn: return answerWord(request);
    default: return {};
    }
}

QString ReceivedModel::toolTip(const ReceivedRequest &request, int column) const
{
    QString tip = text(request, column);
    if (column == TimeColumn)
        tip = deliverytext::exact(request.receivedAt);
    else if (column == SizeColumn)
        tip = tr("%Ln bytes of body", nullptr, int(request.body.size()));
    // A tool tip that looks like markup would be drawn as such.
    return Qt::mightBeRichText(tip) ? tip.toHtmlEscaped() : tip;
}

QVariant ReceivedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn: return tr("No.");
    case TimeColumn: return tr("Time");
    case MethodColumn: return tr("Method");
    case PathColumn: return tr("Path");
    case SizeColumn: return tr("Size");
    default: return tr("Answered with");
    }
}

} // namespace callboard

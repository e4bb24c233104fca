#include "ui/targets/targetlistmodel.h"

#include "ui/deliveries/deliverytext.h"
#include "ui/look/look.h"
#include "ui/look/recorded.h"
#include "ui/look/toneddelegate.h"
#include "ui/targets/accesswords.h"
#include "ui/targets/healthwords.h"
#include "ui/targets/signingwords.h"
#include "ui/targets/targetwords.h"

#include <QLocale>
#include <QMimeData>
#include <QUuid>

#include <algorithm>

namespace callboard {

namespace {

bool isNumber(int column)
{
    return column >= TargetListModel::SuccessColumn;
}

qint64 number(const TargetSummary &row, int column)
{
    switch (column) {
    case TargetListModel::DeliveredColumn: return row.delivered;
    case TargetListModel::FailedColumn: return row.failed;
    default: return row.open;
    }
}

QString howInFull(const CallbackTarget &target, Timestamp now)
{
    if (!target.isOursToSend())
        return TargetListModel::tr("The encoder is told of this callback and makes the call.");
    QStringList sentences{words::how(target) + u'.', words::coalescing(target)};
    if (target.signing.isOn())
        sentences.append(TargetListModel::tr("Signed: %1.").arg(words::signing(target.signing, now)));
    if (target.authentication.isOn())
        sentences.append(TargetListModel::tr("Authentication: %1.").arg(words::authentication(target.authentication)));
    if (!target.tls.isDefault())
        sentences.append(TargetListModel::tr("Certificates: %1.").arg(words::certificates(target.tls)));
    if (target.proxy.isOn())
        sentences.append(TargetListModel::tr("Proxy: %1.").arg(words::proxy(target.proxy)));
    if (target.relay)
        sentences.append(TargetListModel::tr("The encoder tells Callboard, which sends it."));
    if (target.coalesceWindow.count() > 0 && !target.urgent.isEmpty())
        sentences.append(TargetListModel::tr("At once for: %1.").arg(words::firesFor(target.urgent)));
    return sentences.join(u'\n');
}

bool contains(const QList<TargetSummary> &summaries, TargetId id)
{
    return std::any_of(summaries.begin(), summaries.end(), [id](const auto &s) { return s.target.id == id; });
}

} // namespace

TargetListModel::TargetListModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_mimeType(QStringLiteral("application/x-callboard-targets-") + QUuid::createUuid().toString(QUuid::Id128))
{
}

void TargetListModel::setSummaries(const QList<TargetSummary> &summaries, Timestamp now)
{
    m_now = now;
    m_certificateEnds.follow(summaries);
    removeMissing(summaries);
    for (int row = 0; row < summaries.size(); ++row)
        place(row, summaries[row]);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

void TargetListModel::setTrends(const TargetTrends &trends)
{
    m_trends = trends;
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, TrendColumn), index(int(m_rows.size()) - 1, SuccessColumn));
}

void TargetListModel::removeMissing(const QList<TargetSummary> &summaries)
{
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (contains(summaries, m_rows[row].target.id))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
}

void TargetListModel::place(int row, const TargetSummary &summary)
{
    const int before = rowOf(summary.target.id);
    if (before < 0) {
        beginInsertRows({}, row, row);
        m_rows.insert(row, summary);
        endInsertRows();
        return;
    }
    if (before != row) {
        beginMoveRows({}, before, before, {}, row);
        m_rows.move(before, row);
        endMoveRows();
    }
    m_rows[row] = summary;
}

int TargetListModel::rowOf(TargetId id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [id](const auto &row) { return row.target.id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

QList<TargetId> TargetListModel::order() const
{
    QList<TargetId> ids;
    for (const TargetSummary &row : m_rows)
        ids.append(row.target.id);
    return ids;
}

void TargetListModel::arrange(const QList<TargetId> &order)
{
    int next = 0;
    for (TargetId id : order) {
        if (const int row = rowOf(id); row >= 0)
            place(next++, TargetSummary(m_rows[row]));
    }
}

Qt::ItemFlags TargetListModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsDragEnabled : flags;
}

QMimeData *TargetListModel::mimeData(const QModelIndexList &) const
{
    auto *data = new QMimeData;
    data->setData(m_mimeType, {});
    return data;
}

int TargetListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TargetListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TargetListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TargetSummary &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole: return look::plainTip(toolTip(row, index.column()));
    case Qt::AccessibleDescriptionRole:
        return index.column() == StateColumn ? stateInFull(row)
            : index.column() == TrendColumn  ? trendInFull(row)
                                             : QVariant();
    case TrendRole: return QVariant::fromValue(m_trends.value(row.target.id));
    case Qt::TextAlignmentRole:
        return isNumber(index.column()) ? int(Qt::AlignRight | Qt::AlignVCenter)
                                        : int(Qt::AlignLeft | Qt::AlignVCenter);
    case TonedDelegate::ToneIconRole: return index.column() == StateColumn;
    case TonedDelegate::ToneRole: {
        const auto found = tone(row, index.column());
        return found ? QVariant(int(*found)) : QVariant();
    }
    case SortRole: return sortKey(row, index.column());
    case SearchRole:
        return QString(row.target.name + u'\n' + row.target.url + u'\n' + stateText(row) + u'\n'
                       + words::state(row.target.state) + u'\n' + words::how(row.target) + u'\n'
                       + words::firesFor(row.target.triggers));
    default: return {};
    }
}

QString TargetListModel::text(const TargetSummary &row, int column) const
{
    switch (column) {
    case NameColumn: return row.target.name;
    case StateColumn: return stateText(row);
    case UrlColumn: return row.target.url;
    case FormatColumn: return words::how(row.target);
    case FiresColumn: return words::firesFor(row.target.triggers);
    case LastColumn: return lastResult(row);
    case TrendColumn: return {};
    case SuccessColumn: return successRate(row);
    default: return QLocale().toString(number(row, column));
    }
}

QString TargetListModel::stateText(const TargetSummary &row) const
{
    if (row.health)
        return words::health(*row.health, m_now);
    const QString state = words::state(row.target.state);
    const QString warning = certificateWarning(row);
    return warning.isEmpty() ? state : tr("%1, %2").arg(state, warning);
}

QString TargetListModel::stateInFull(const TargetSummary &row) const
{
    QStringList lines{words::stateInFull(row, m_now)};
    if (const QString warning = certificateWarning(row); !warning.isEmpty())
        lines.append(tr("The %1: choose the next one in its form (E).").arg(warning));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString TargetListModel::certificateWarning(const TargetSummary &row) const
{
    const auto ends = m_certificateEnds.of(row.target);
    return ends && words::endsSoon(*ends, m_now) ? tr("certificate %1").arg(words::certificateEnd(*ends, m_now))
                                                 : QString();
}

QString TargetListModel::lastResult(const TargetSummary &row) const
{
    if (!row.lastError.isEmpty())
        return inOurLanguage(row.lastError).simplified();
    return row.lastDeliveredAt ? tr("delivered %1").arg(deliverytext::ago(*row.lastDeliveredAt, m_now))
                               : QStringLiteral("–");
}

QString TargetListModel::successRate(const TargetSummary &row) const
{
    const auto rate = m_trends.value(row.target.id).successRate();
    if (!rate)
        return QStringLiteral("–");
    if (*rate == 0 || *rate == 1)
        return tr("%1 %").arg(*rate == 0 ? 0 : 100);
    const double percent = std::clamp(*rate * 100, 0.1, 99.9); // neither what failed nor what arrived is rounded away
    return tr("%1 %").arg(QLocale().toString(percent, 'f', 1));
}

QString TargetListModel::trendInFull(const TargetSummary &row) const
{
    const TargetTrend trend = m_trends.value(row.target.id);
    if (!trend.successRate())
        return tr("Nothing was delivered and nothing failed in the last 24 hours.");
    const QLocale locale;
    return tr("In the last 24 hours %1 delivered, %2 failed; in the busiest hour %3.")
        .arg(locale.toString(trend.allDelivered()), locale.toString(trend.allFailed()),
             locale.toString(trend.busiest()));
}

QString TargetListModel::toolTip(const TargetSummary &row, int column) const
{
    switch (column) {
    case StateColumn: return stateInFull(row);
    case UrlColumn: return QString(toString(row.target.method) + u' ' + row.target.url);
    case FormatColumn: return howInFull(row.target, m_now);
    case LastColumn:
        if (!row.lastError.isEmpty())
            return inOurLanguage(row.lastError);
        return row.lastDeliveredAt ? words::moment(*row.lastDeliveredAt) : tr("Nothing was delivered yet.");
    case TrendColumn:
    case SuccessColumn: return trendInFull(row);
    case OpenColumn: return tr("Deliveries that are still owed: waiting, queued, retrying or held");
    default: return text(row, column);
    }
}

QVariant TargetListModel::sortKey(const TargetSummary &row, int column) const
{
    if (column == TrendColumn)
        return m_trends.value(row.target.id).allDelivered() + m_trends.value(row.target.id).allFailed();
    if (column == SuccessColumn)
        return m_trends.value(row.target.id).successRate().value_or(-1);
    if (isNumber(column))
        return number(row, column);
    if (column == LastColumn)
        return row.lastDeliveredAt ? row.lastDeliveredAt->time_since_epoch().count() : qint64(0);
    if (column == StateColumn) // those that fail are enabled, too, and stand together among these
        return row.health ? QString(words::state(row.target.state) + u' ' + stateText(row)) : stateText(row);
    return text(row, column);
}

std::optional<look::Tone> TargetListModel::tone(const TargetSummary &row, int column) const
{
    if (column == LastColumn && !row.lastError.isEmpty())
        return look::Tone::Failed;
    if (column == FailedColumn && row.failed > 0)
        return look::Tone::Failed;
    if (column != StateColumn)
        return std::nullopt;
    if (row.health)
        return row.health->circuitOpen || warns(row.health->failingSince, m_now) ? look::Tone::Failed
                                                                                 : look::Tone::Retrying;
    switch (row.target.state) {
    case TargetState::Enabled: return certificateWarning(row).isEmpty() ? look::Tone::Delivered : look::Tone::Retrying;
    case TargetState::Paused: return look::Tone::Held;
    case TargetState::Disabled: return look::Tone::Cancelled;
    case TargetState::Gone: return look::Tone::Failed;
    }
    return std::nullopt;
}

QVariant TargetListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return isNumber(section) ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return tr("Name");
    case StateColumn: return tr("State");
    case UrlColumn: return tr("Delivers to");
    case FormatColumn: return tr("How");
    case FiresColumn: return tr("Fires for");
    case LastColumn: return tr("Last result");
    case TrendColumn: return tr("Last 24 hours");
    case SuccessColumn: return tr("Success");
    case DeliveredColumn: return tr("Delivered");
    case FailedColumn: return tr("Failed");
    case OpenColumn: return tr("Open");
    default: return {};
    }
}

} // namespace callboard

#include "ui/deliveries/deliverylistmodel.h"

#include "ui/deliveries/deliverytext.h"
#include "ui/look/look.h"
#include "ui/look/recorded.h"

#include <QDateTime>
#include <QTextDocument>
#include <QTimeZone>

#include <algorithm>

namespace callboard {

namespace {

bool isRightAligned(int column)
{
    return column == DeliveryListModel::Attempts || column == DeliveryListModel::Status
        || column == DeliveryListModel::Duration || column == DeliveryListModel::When;
}

QString iso(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC).toString(Qt::ISODateWithMs);
}

} // namespace

DeliveryListModel::DeliveryListModel(DeliverySource &source, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
    , m_clock(clock)
{
    connect(&source, &DeliverySource::failed, this, [this] { setLoad(Load::Failed); });
}

int DeliveryListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int DeliveryListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DeliveryListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const DeliveryRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole: return toolTip(row, index.column());
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (isRightAligned(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::AccessibleTextRole).toString(),
                                index.column() == Mark ? row.marked ? tr("yes") : tr("no") : text(row, index.column()));
    case IdRole: return row.delivery.id.value;
    case ToneRole: return int(look::toneOf(row.delivery.state, row.inDoubt));
    case ReplayOfRole: return row.delivery.replayOf.value;
    case CopyRole: return copied(row, index.column());
    case MarkedRole: return row.marked;
    case NotedRole: return !row.note.isEmpty();
    default: return {};
    }
}

QVariant DeliveryListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (isRightAligned(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::ToolTipRole && section == Mark)
        return tr("Mark (Space) and note (N)");
    if (role == Qt::DisplayRole && section == Mark)
        return QString(); // its cells are as wide as an icon
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (section) {
    case State: return tr("State");
    case Target: return tr("Target");
    case Event: return tr("Event");
    case Asset: return tr("Asset");
    case Attempts: return tr("Attempts");
    case Status: return tr("Status");
    case Duration: return tr("Duration");
    case Mark: return tr("Mark");
    case Note: return tr("Note");
    default: return tr("When");
    }
}

QString DeliveryListModel::text(const DeliveryRow &row, int column) const
{
    const Delivery &delivery = row.delivery;
    switch (column) {
    case State: return deliverytext::stateWord(delivery.state, row.inDoubt);
    case Target: return row.targetName;
    case Event: return deliverytext::eventWord(delivery);
    case Asset: return delivery.asset;
    case Attempts: return delivery.attempts > 0 ? tr("%1×").arg(delivery.attempts) : deliverytext::kUnknown;
    case Status: return delivery.status != 0 ? QString::number(delivery.status) : deliverytext::kUnknown;
    case Duration:
        if (delivery.state == DeliveryState::Waiting || delivery.state == DeliveryState::Retrying)
            return deliverytext::in(delivery.dueAt, m_clock.now());
        return deliverytext::duration(row.duration);
    case Mark: return {};
    case Note: return row.note;
    default: return deliverytext::ago(delivery.finishedAt.value_or(delivery.createdAt), m_clock.now());
    }
}

// For a spreadsheet or a ticket: nothing relative, nothing rounded away, and what is unknown stays empty.
QString DeliveryListModel::copied(const DeliveryRow &row, int column) const
{
    const Delivery &delivery = row.delivery;
    switch (column) {
    case Attempts: return QString::number(delivery.attempts);
    case Duration:
        if (!isFinal(delivery.state) && delivery.state != DeliveryState::Sending)
            return tr("due %1").arg(iso(delivery.dueAt));
        return row.duration ? tr("%1 ms").arg(row.duration->count()) : QString();
    case When: return iso(delivery.finishedAt.value_or(delivery.createdAt));
    case Mark: return row.marked ? tr("marked") : QString();
    default: {
        const QString shown = text(row, column);
        return shown == deliverytext::kUnknown ? QString() : shown;
    }
    }
}

QString DeliveryListModel::toolTip(const DeliveryRow &row, int column) const
{
    const Delivery &delivery = row.delivery;
    QString tip;
    switch (column) {
    case State:
        tip = tr("Delivery %1").arg(delivery.id.value);
        if (delivery.replayOf.isValid())
            tip += QLatin1Char('\n') + deliverytext::replayWord(delivery);
        if (!delivery.error.isEmpty())
            tip += QLatin1Char('\n') + inOurLanguage(delivery.error);
        break;
    case Duration:
        if (!isFinal(delivery.state))
            tip = tr("Due %1").arg(deliverytext::exact(delivery.dueAt));
        break;
    case When:
        tip = tr("Created %1").arg(deliverytext::exact(delivery.createdAt));
        if (delivery.finishedAt)
            tip += QLatin1Char('\n') + tr("Finished %1").arg(deliverytext::exact(*delivery.finishedAt));
        break;
    case Status: tip = deliverytext::reason(delivery.status); break;
    case Mark: tip = row.note; break;
    default: tip = text(row, column);
    }
    // A tool tip that looks like markup would be drawn as such.
    return Qt::mightBeRichText(tip) ? tip.toHtmlEscaped() : tip;
}

bool DeliveryListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_complete && !m_fetching && m_load == Load::Loaded && !m_search.stopped;
}

void DeliveryListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent) || m_rows.isEmpty())
        return;
    if (m_filter.looksIntoBodies())
        return goOnSearching();
    m_fetching = true;
    m_source.page(m_filter, m_rows.constLast().delivery.id, kPageRows, this,
                  [this, generation = m_generation](const QList<DeliveryRow> &page) {
                      if (generation == m_generation)
                          takeOlder(page);
                  });
}

bool DeliveryListModel::canFetchNewer() const
{
    return !m_topComplete && !m_fetching && m_load == Load::Loaded && !m_rows.isEmpty() && !m_filter.looksIntoBodies();
}

void DeliveryListModel::fetchNewer()
{
    if (!canFetchNewer())
        return;
    m_fetching = true;
    m_source.pageAfter(m_filter, m_rows.constFirst().delivery.id, kPageRows, this,
                       [this, generation = m_generation](const QList<DeliveryRow> &page) {
                           if (generation == m_generation)
                               takeNewer(page);
                       });
}

void DeliveryListModel::setFilter(const DeliveryFilter &filter)
{
    m_filter = filter;
    reload();
}

void DeliveryListModel::reload()
{
    ++m_generation;
    m_fetching = true;
    m_asking = false;
    clearPending();
    m_search = {};
    if (m_filter.looksIntoBodies())
        return beginSearch();
    emit searchMoved();
    m_source.page(m_filter, {}, kPageRows, this, [this, generation = m_generation](const QList<DeliveryRow> &page) {
        if (generation == m_generation)
            takeFirst(page);
    });
}

void DeliveryListModel::setFollowing(bool following)
{
    if (m_following == following)
        return;
    m_following = following;
    emit followingChanged(following);
    if (following)
        reload();
}

int DeliveryListModel::indexOf(DeliveryId id) const
{
    const int at = lowerBound(id);
    return at < m_rows.size() && m_rows[at].delivery.id == id ? at : -1;
}

void DeliveryListModel::refreshTimes()
{
    if (!m_rows.isEmpty()) {
        emit dataChanged(index(0, Duration), index(int(m_rows.size()) - 1, When),
                         {Qt::DisplayRole, Qt::AccessibleTextRole});
    }
}

void DeliveryListModel::setLoad(Load load)
{
    if (m_load == load)
        return;
    m_load = load;
    emit loadChanged(load);
}

int DeliveryListModel::lowerBound(DeliveryId id) const
{
    const auto at = std::lower_bound(m_rows.begin(), m_rows.end(), id, [](const DeliveryRow &row, DeliveryId sought) {
        return row.delivery.id > sought;
    });
    return int(at - m_rows.begin());
}

void DeliveryListModel::clearPending()
{
    m_pending.clear();
    emit pendingChanged(0);
}

} // namespace callboard

#include "ui/deliveries/deliverylistmodel.h"

// The part of DeliveryListModel that moves its window over the workspace: what comes in at one end makes room at the
// other.

namespace callboard {

void DeliveryListModel::takeFirst(const QList<DeliveryRow> &page)
{
    // Fetching until the rows are in: who listens to the insertion may ask for more at once.
    m_complete = page.size() < kPageRows;
    m_topComplete = true;
    beginResetModel();
    m_rows = page;
    endResetModel();
    m_fetching = false;
    setLoad(Load::Loaded);
    emit loadChanged(m_load); // the rows are others even when the state is the same
    askChanges();
}

void DeliveryListModel::takeOlder(const QList<DeliveryRow> &page)
{
    m_complete = page.size() < kPageRows;
    if (!page.isEmpty()) {
        const int from = int(m_rows.size());
        beginInsertRows({}, from, from + int(page.size()) - 1);
        m_rows += page;
        endInsertRows();
    }
    dropNewest(int(m_rows.size()) - kMostRows);
    m_fetching = false;
}

void DeliveryListModel::takeNewer(const QList<DeliveryRow> &page)
{
    m_topComplete = page.size() < kPageRows;
    if (!page.isEmpty()) {
        beginInsertRows({}, 0, int(page.size()) - 1);
        m_rows = page + m_rows;
        endInsertRows();
    }
    const int pendingBefore = pending();
    for (const DeliveryRow &row : page)
        m_pending.remove(row.delivery.id);
    dropOldest(int(m_rows.size()) - kMostRows);
    m_fetching = false;
    if (pending() != pendingBefore)
        emit pendingChanged(pending());
}

void DeliveryListModel::dropNewest(int count)
{
    if (count <= 0)
        return;
    beginRemoveRows({}, 0, count - 1);
    m_rows.remove(0, count);
    m_topComplete = false;
    endRemoveRows();
}

void DeliveryListModel::dropOldest(int count)
{
    if (count <= 0)
        return;
    const int keep = int(m_rows.size()) - count;
    beginRemoveRows({}, keep, keep + count - 1);
    m_rows.resize(keep);
    m_complete = false;
    if (m_filter.looksIntoBodies()) { // it goes on behind what is left
        m_searched = m_rows.isEmpty() ? DeliveryId() : m_rows.constLast().delivery.id;
        m_search.ended = false;
    }
    endRemoveRows();
}

void DeliveryListModel::trim()
{
    if (m_following && m_rows.size() > kMostRows)
        dropOldest(int(m_rows.size()) - kMostRows / 2);
}

} // namespace callboard

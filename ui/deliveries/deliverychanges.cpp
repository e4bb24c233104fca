#include "ui/deliveries/deliverylistmodel.h"

#include <algorithm>

// The part of DeliveryListModel that keeps up with a live log.

namespace callboard {

namespace {

constexpr int kMostAsked = 500;     // ids in one question
constexpr int kMostBodies = 50;     // the same where bodies are read for it
constexpr int kMostChanged = 5'000; // ids that wait to be asked for
constexpr int kMostPending = 9'999;

} // namespace

void DeliveryListModel::refresh(const QList<DeliveryId> &ids)
{
    const bool bodies = m_filter.looksIntoBodies(); // then what is new is looked into by the search alone
    for (const DeliveryId id : ids) {
        if (!bodies || m_wanted.contains(id) || indexOf(id) >= 0)
            m_changed.insert(id);
    }
    limitChanges();
    askChanges();
}

void DeliveryListModel::reveal(const QList<DeliveryId> &ids)
{
    for (const DeliveryId id : ids)
        m_wanted.insert(id);
    refresh(ids);
}

void DeliveryListModel::readAgain()
{
    QList<DeliveryId> open;
    for (const DeliveryRow &row : std::as_const(m_rows)) {
        if (!isFinal(row.delivery.state))
            open.append(row.delivery.id);
    }
    refresh(open);
    if (m_readingAgain || m_load != Load::Loaded || !m_topComplete || m_filter.looksIntoBodies())
        return;
    m_readingAgain = true;
    m_source.page(m_filter, {}, kPageRows, this, [this, generation = m_generation](const QList<DeliveryRow> &newest) {
        m_readingAgain = false;
        if (generation == m_generation)
            takeAgain(newest);
    });
}

void DeliveryListModel::takeAgain(const QList<DeliveryRow> &newest)
{
    const bool gap = newest.size() == kPageRows && !m_rows.isEmpty()
        && newest.constLast().delivery.id > m_rows.constFirst().delivery.id;
    if (gap && m_following)
        return reload();
    QList<DeliveryId> ids;
    for (const DeliveryRow &row : newest)
        ids.append(row.delivery.id);
    takeChanges(ids, newest);
}

// More than can be asked for one by one: the newest page says it all, and of the rest only what is shown matters.
void DeliveryListModel::limitChanges()
{
    if (m_changed.size() <= kMostChanged)
        return;
    if (m_following) {
        m_changed.clear();
        reload();
        return;
    }
    m_changed.removeIf([this](DeliveryId id) { return indexOf(id) < 0 && !m_wanted.contains(id); });
}

void DeliveryListModel::askChanges()
{
    if (m_asking || m_changed.isEmpty() || m_load != Load::Loaded)
        return;
    QList<DeliveryId> ids(m_changed.begin(), m_changed.end());
    std::sort(ids.begin(), ids.end(), std::greater<>());
    ids.resize(qMin<qsizetype>(ids.size(), m_filter.looksIntoBodies() ? kMostBodies : kMostAsked));
    for (const DeliveryId id : std::as_const(ids))
        m_changed.remove(id);
    m_asking = true;
    m_source.rows(m_filter, ids, this, [this, ids, generation = m_generation](const QList<DeliveryRow> &rows) {
        if (generation == m_generation) {
            m_asking = false;
            takeChanges(ids, rows);
        } else {
            refresh(ids); // the list was loaded anew meanwhile, perhaps from before the change
        }
    });
}

void DeliveryListModel::takeChanges(const QList<DeliveryId> &asked, const QList<DeliveryRow> &rows)
{
    if (jumpToWanted(asked, rows))
        return;
    removeGone(asked, rows);
    const int pendingBefore = pending();
    QList<DeliveryId> found;
    for (auto row = rows.crbegin(); row != rows.crend(); ++row) { // the oldest first: each new one goes on top
        if (m_wanted.contains(row->delivery.id))
            found.append(row->delivery.id);
        takeRow(*row);
    }
    trim();
    if (pending() != pendingBefore)
        emit pendingChanged(pending());
    const bool wanted = std::any_of(asked.begin(), asked.end(),
                                    [this](DeliveryId id) { return m_wanted.contains(id); });
    if (wanted) {
        for (const DeliveryId id : asked)
            m_wanted.remove(id);
        emit revealed(found);
    }
    askChanges();
}

// A wanted row that lies beyond the window's newer end is among the newest: the window goes there, and asks again.
bool DeliveryListModel::jumpToWanted(const QList<DeliveryId> &asked, const QList<DeliveryRow> &rows)
{
    const bool beyond = !m_topComplete && !rows.isEmpty() && !m_rows.isEmpty()
        && rows.constFirst().delivery.id > m_rows.constFirst().delivery.id
        && m_wanted.contains(rows.constFirst().delivery.id);
    if (!beyond)
        return false;
    for (const DeliveryId id : asked)
        m_changed.insert(id);
    reload();
    return true;
}

void DeliveryListModel::takeRow(const DeliveryRow &row)
{
    const DeliveryId id = row.delivery.id;
    const int at = lowerBound(id);
    if (at < m_rows.size() && m_rows[at].delivery.id == id) {
        m_rows[at] = row;
        emit dataChanged(index(at, 0), index(at, ColumnCount - 1));
    } else if (at == m_rows.size() && !m_complete) {
        return; // older than what is loaded: it comes with its page
    } else if (at == 0 && !m_topComplete) {
        if (m_pending.size() < kMostPending)
            m_pending.insert(id);
    } else if (m_following || m_wanted.contains(id)) {
        m_pending.remove(id);
        insertRow(at, row);
    } else if (m_pending.size() < kMostPending) {
        m_pending.insert(id);
    }
}

void DeliveryListModel::insertRow(int at, const DeliveryRow &row)
{
    beginInsertRows({}, at, at);
    m_rows.insert(at, row);
    endInsertRows();
}

// A row that the filter no longer lets through.
void DeliveryListModel::removeGone(const QList<DeliveryId> &asked, const QList<DeliveryRow> &rows)
{
    QSet<DeliveryId> there;
    for (const DeliveryRow &row : rows)
        there.insert(row.delivery.id);
    for (const DeliveryId id : asked) {
        if (there.contains(id))
            continue;
        m_pending.remove(id);
        const int at = indexOf(id);
        if (at < 0)
            continue;
        beginRemoveRows({}, at, at);
        m_rows.removeAt(at);
        endRemoveRows();
    }
}

} // namespace callboard

#include "ui/deliveries/deliverylistmodel.h"

// The part of DeliveryListModel that looks into bodies: in bounded steps from the newest on, until there is a page more
// than the list shows, and on when that is scrolled to.

namespace callboard {

void DeliveryListModel::beginSearch()
{
    m_complete = false;
    m_topComplete = true;
    m_searched = {};
    beginResetModel();
    m_rows.clear();
    endResetModel();
    setLoad(Load::Loaded);
    m_fetching = false;
    goOnSearching();
    emit loadChanged(m_load);
    askChanges();
}

void DeliveryListModel::goOnSearching()
{
    if (m_complete)
        return;
    m_search.running = true;
    m_search.stopped = false;
    m_toFind = kPageRows;
    if (!m_fetching) // else the step that is under way goes on
        askSearch();
    emit searchMoved();
}

void DeliveryListModel::askSearch()
{
    m_fetching = true;
    const DeliveryId from = m_searched;
    m_source.scan(m_filter, from, {}, this, [this, from, generation = m_generation](const DeliveryScan &step) {
        if (generation == m_generation)
            takeSearch(from, step);
    });
}

void DeliveryListModel::takeSearch(DeliveryId from, const DeliveryScan &step)
{
    if (from != m_searched) // rows made room at this end meanwhile, and there would be a gap
        return takeSearch(m_searched, {{}, 0, m_searched, false});
    m_searched = step.last;
    m_search.looked += step.looked;
    m_search.found += step.rows.size();
    m_search.ended = step.ended;
    m_toFind -= int(step.rows.size());
    m_complete = step.ended;
    if (!step.rows.isEmpty()) {
        const int first = int(m_rows.size());
        beginInsertRows({}, first, first + int(step.rows.size()) - 1);
        m_rows += step.rows;
        endInsertRows();
        dropNewest(int(m_rows.size()) - kMostRows);
    }
    m_fetching = false;
    m_search.running = !step.ended && !m_search.stopped && m_toFind > 0;
    if (m_search.running)
        askSearch();
    emit searchMoved();
}

void DeliveryListModel::stopSearch()
{
    if (!m_search.running)
        return;
    m_search.stopped = true;
    m_search.running = false;
    emit searchMoved();
}

} // namespace callboard

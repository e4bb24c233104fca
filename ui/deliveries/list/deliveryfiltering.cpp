#include "ui/deliveries/deliveriespage.h"

#include "ui/deliveries/deliverytable.h"
#include "ui/deliveries/filter/filtermenu.h"
#include "ui/deliveries/filterbar.h"
#include "ui/deliveries/list/searchline.h"
#include "ui/shell/messagebar.h"

#include <QScrollBar>

// The part of DeliveriesPage that narrows the list, and looks into payloads where that is asked for.

namespace callboard {

void DeliveriesPage::connectFilters()
{
    connect(m_filter, &FilterBar::filterChanged, this, &DeliveriesPage::takeFilter);
    connect(m_filter, &FilterBar::leaveRequested, this, [this] { m_table->setFocus(Qt::ShortcutFocusReason); });
    connect(m_model, &DeliveryListModel::searchMoved, this, &DeliveriesPage::showSearch);
    connect(m_search, &SearchLine::stopRequested, m_model, &DeliveryListModel::stopSearch);
    connect(m_search, &SearchLine::goOnRequested, m_model, &DeliveryListModel::goOnSearching);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        QStringList causes;
        for (int row = 0; row < m_model->rowCount(); ++row)
            causes.append(m_model->row(row).delivery.cause);
        causes.removeAll({});
        causes.removeDuplicates();
        m_filter->setCauses(causes);
    });
    FilterMenu &filters = m_filter->filters();
    connect(&filters, &FilterMenu::shelfChanged, this, &DeliveriesPage::keepRequested);
    connect(&filters, &FilterMenu::removed, this, [this, &filters](const NamedFilter &filter) {
        m_messages.post({Message::Kind::Info, tr("The saved filter “%1” is deleted.").arg(filter.name), tr("Undo"),
                         [&filters, filter] { filters.restore(filter); }},
                        this);
    });
}

void DeliveriesPage::takeFilter(const DeliveryFilter &filter)
{
    if (!m_filter->isEmpty())
        m_model->setFollowing(false);
    m_model->setFilter(filter);
    m_table->verticalScrollBar()->setValue(0);
    m_search->setVisible(filter.looksIntoBodies());
    if (!filter.looksIntoBodies())
        return;
    m_search->setTotal(-1);
    DeliveryFilter outside = filter;
    outside.conditions.removeIf(
        [](const DeliveryCondition &condition) { return condition.field == DeliveryCondition::Field::Body; });
    m_source.count(outside, this, [this, filter](qint64 count) {
        if (filter == m_model->filter())
            m_search->setTotal(count);
    });
}

void DeliveriesPage::showSearch()
{
    m_search->present(m_model->search());
    if (m_model->rowCount() == 0)
        showLoad();
}

void DeliveriesPage::searchPayloads()
{
    m_filter->searchPayloads();
}

} // namespace callboard

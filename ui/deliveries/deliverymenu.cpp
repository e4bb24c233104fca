#include "ui/deliveries/deliveriespage.h"

#include "ui/deliveries/deliverytable.h"
#include "ui/deliveries/filterbar.h"
#include "ui/deliveries/replay/refreshflow.h"
#include "ui/deliveries/replay/replayflow.h"
#include "ui/look/look.h"

#include <QMenu>

// The part of DeliveriesPage that is the list's context menu.

namespace callboard {

void DeliveriesPage::narrow(const std::function<void(DeliveryFilter &)> &change)
{
    DeliveryFilter filter = m_filter->filter();
    change(filter);
    m_filter->setFilter(filter);
}

void DeliveriesPage::showMenu(const QPoint &at)
{
    const QModelIndex index = m_table->indexAt(at);
    if (!index.isValid())
        return;
    const DeliveryRow row = m_model->row(index.row());
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("deliveryMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addReplays(*menu, row);
    menu->addAction(look::icon(QStringLiteral("edit")), tr("Edit target…\tE"), this, &DeliveriesPage::editTarget);
    menu->addAction(look::icon(QStringLiteral("info")), tr("Explain who was called…"), this,
                    [this, event = row.delivery.latestEvent] { explain(event); });
    menu->addAction(tr("Compare\tD"), this, &DeliveriesPage::compareSelected)->setEnabled(row.delivery.attempts > 0);
    menu->addSeparator();
    menu->addAction(look::icon(QStringLiteral("mark")), row.marked ? tr("Take the mark off\tSpace") : tr("Mark\tSpace"),
                    this, &DeliveriesPage::toggleMarks);
    menu->addAction(look::icon(QStringLiteral("note")),
                    row.note.isEmpty() ? tr("Write a note\tN") : tr("Change note\tN"), this, &DeliveriesPage::editNote);
    menu->addSeparator();
    addCopies(*menu, row.delivery, index);
    menu->addSeparator();
    addFilters(*menu, row.delivery);
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void DeliveriesPage::addReplays(QMenu &menu, const DeliveryRow &row)
{
    const bool ended = ReplayFlow::canReplay(row);
    menu.addAction(look::icon(QStringLiteral("replay")), tr("Replay the same bytes\tR"), this,
                   &DeliveriesPage::replaySelected)
        ->setEnabled(ended);
    menu.addAction(tr("Replay the latest state\tCtrl+R"), this, &DeliveriesPage::replayLatest)->setEnabled(ended);
    menu.addAction(tr("Re-send to another URL…\tShift+E"), this, &DeliveriesPage::resendSelected)->setEnabled(ended);
    if (m_refresh) {
        menu.addAction(tr("Refresh from the platform…"), this, &DeliveriesPage::refreshAsset)
            ->setEnabled(!m_refresh->isAsking(row.delivery.asset));
    }
    if (!isFinal(row.delivery.state)) {
        menu.addAction(tr("Send now"), this, [this, id = row.delivery.id] { retryNow(id); });
        menu.addAction(tr("Cancel delivery…"), this, &DeliveriesPage::cancelSelected);
    }
}

void DeliveriesPage::addFilters(QMenu &menu, const Delivery &delivery)
{
    QMenu *only = menu.addMenu(look::icon(QStringLiteral("filter")), tr("Show only"));
    only->addAction(tr("This target"), this,
                    [this, id = delivery.target] { narrow([&](DeliveryFilter &f) { f.target = id; }); });
    only->addAction(tr("This asset"), this,
                    [this, asset = delivery.asset] { narrow([&](DeliveryFilter &f) { f.asset = asset; }); });
    if (!delivery.cause.isEmpty()) {
        only->addAction(tr("This cause"), this,
                        [this, cause = delivery.cause] { narrow([&](DeliveryFilter &f) { f.cause = cause; }); });
    }
}

} // namespace callboard

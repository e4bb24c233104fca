#include "ui/deliveries/deliveriespage.h"

#include "ui/deliveries/deliverytable.h"
#include "ui/deliveries/filterbar.h"
#include "ui/deliveries/replay/refreshflow.h"
#include "ui/deliveries/replay/replayflow.h"
#include "ui/look/look.h"

#include <QClipboard>
#include <QGuiApplication>
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
    menu->addSeparator();
    addCopies(*menu, row.delivery);
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
    if (m_refresh) {
        menu.addAction(tr("Refresh from the platform…"), this, &DeliveriesPage::refreshAsset)
            ->setEnabled(!m_refresh->isAsking(row.delivery.asset));
    }
    if (!isFinal(row.delivery.state)) {
        menu.addAction(tr("Send now"), this, [this, id = row.delivery.id] { retryNow(id); });
        menu.addAction(tr("Cancel delivery…"), this, &DeliveriesPage::cancelSelected);
    }
}

void DeliveriesPage::addCopies(QMenu &menu, const Delivery &delivery)
{
    menu.addAction(look::icon(QStringLiteral("copy")), tr("Copy as cURL\tC"), this, &DeliveriesPage::copyAsCurl)
        ->setEnabled(delivery.attempts > 0);
    menu.addAction(tr("Copy id and asset\tCtrl+C"), this, &DeliveriesPage::copySelected);
    menu.addAction(tr("Copy id"), this,
                   [id = delivery.id] { QGuiApplication::clipboard()->setText(QString::number(id.value)); });
    menu.addAction(tr("Copy asset"), this, [asset = delivery.asset] { QGuiApplication::clipboard()->setText(asset); });
}

void DeliveriesPage::addFilters(QMenu &menu, const Delivery &delivery)
{
    menu.addAction(tr("Only this target"), this,
                   [this, id = delivery.target] { narrow([&](DeliveryFilter &f) { f.target = id; }); });
    menu.addAction(tr("Only this asset"), this,
                   [this, asset = delivery.asset] { narrow([&](DeliveryFilter &f) { f.asset = asset; }); });
    if (!delivery.cause.isEmpty()) {
        menu.addAction(tr("Only this cause"), this,
                       [this, cause = delivery.cause] { narrow([&](DeliveryFilter &f) { f.cause = cause; }); });
    }
}

} // namespace callboard

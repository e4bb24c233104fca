#include "ui/deliveries/deliveriespage.h"

#include "ui/deliveries/deliveryinspector.h"
#include "ui/deliveries/deliverytable.h"
#include "ui/deliveries/export/copytext.h"
#include "ui/deliveries/export/exportflow.h"
#include "ui/deliveries/list/rowcopy.h"
#include "ui/deliveries/report/reportflow.h"
#include "ui/look/look.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

// The part of DeliveriesPage that copies deliveries and saves them to files.

namespace callboard {

namespace {

// The oldest first; the list shows the newest.
QList<DeliveryId> idsOf(const QList<DeliveryRow> &rows)
{
    QList<DeliveryId> ids;
    for (const DeliveryRow &row : rows)
        ids.prepend(row.delivery.id);
    return ids;
}

} // namespace

void DeliveriesPage::addCopies(QMenu &menu, const Delivery &delivery, const QModelIndex &index)
{
    const bool sent = delivery.attempts > 0;
    menu.addAction(look::icon(QStringLiteral("copy")), tr("Copy as cURL\tC"), this, &DeliveriesPage::copyAsCurl)
        ->setEnabled(sent);
    QMenu *more = menu.addMenu(tr("Copy"));
    const auto copies = [](const QString &text) { return [text] { QGuiApplication::clipboard()->setText(text); }; };
    more->addAction(tr("As HTTPie"), this, [this] { m_inspector->copyAs(CopyForm::Httpie); })->setEnabled(sent);
    more->addAction(tr("As raw request"), this, [this] { m_inspector->copyAs(CopyForm::Raw); })->setEnabled(sent);
    more->addSeparator();
    more->addAction(tr("Rows\tCtrl+C"), this, &DeliveriesPage::copySelected);
    more->addAction(tr("Cell"), this, copies(index.data(DeliveryListModel::CopyRole).toString()));
    more->addAction(tr("Number"), this, copies(QString::number(delivery.id.value)));
    more->addAction(tr("Asset"), this, copies(delivery.asset));
    more->addSeparator();
    more->addAction(tr("Link to this delivery"), this, copies(deliveryLink(delivery.id)));
    more->addAction(tr("Link to its target"), this, copies(targetLink(delivery.target)));
    menu.addAction(tr("Save payload…\tCtrl+S"), this, &DeliveriesPage::savePayload)->setEnabled(sent);
    menu.addAction(tr("Save as HTTP Archive…"), this, &DeliveriesPage::saveArchive)->setEnabled(sent);
    menu.addAction(tr("Save as PDF…"), this,
                   [this] { askForReport(m_source, m_messages, idsOf(selectedRows()), this); });
    menu.addAction(tr("Save filtered…\tCtrl+Shift+S"), this, &DeliveriesPage::saveFiltered);
}

void DeliveriesPage::saveFiltered()
{
    m_export->askForRows(m_model->filter(), shownColumns(*m_table));
}

void DeliveriesPage::saveArchive()
{
    if (const QList<DeliveryId> ids = idsOf(selectedRows()); !ids.isEmpty())
        m_export->askForArchive(ids);
}

} // namespace callboard

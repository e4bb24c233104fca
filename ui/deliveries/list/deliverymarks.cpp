#include "ui/deliveries/deliveriespage.h"

#include "ui/deliveries/deliveryinspector.h"
#include "ui/deliveries/deliverytable.h"
#include "ui/deliveries/list/rowcopy.h"
#include "ui/deliveries/replay/replayflow.h"
#include "ui/deliveries/replay/resenddialog.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

// The part of DeliveriesPage that is about what one keeps of deliveries: marks, notes, copies; and one sent elsewhere.

namespace callboard {

// All of them, unless all are marked already. The rows say what became of it.
void DeliveriesPage::toggleMarks()
{
    const QList<DeliveryRow> rows = selectedRows();
    if (rows.isEmpty())
        return;
    const bool mark = std::any_of(rows.begin(), rows.end(), [](const DeliveryRow &row) { return !row.marked; });
    QList<DeliveryId> ids;
    for (const DeliveryRow &row : rows) {
        if (row.marked != mark)
            ids.append(row.delivery.id);
    }
    m_engine.setMarked(ids, mark, this, [this](const Result<int> &count) {
        if (!count)
            complain(count.error().detail);
    });
}

void DeliveriesPage::editNote()
{
    if (m_inspector->current().isValid())
        m_inspector->editNote();
}

void DeliveriesPage::saveNote(DeliveryId id, const QString &note)
{
    m_engine.setNote(id, note, this, [this](const Result<DeliveryId> &noted) {
        if (!noted)
            complain(tr("The note was not kept: %1").arg(noted.error().detail));
    });
}

void DeliveriesPage::findInPayload()
{
    m_inspector->find();
}

void DeliveriesPage::savePayload()
{
    m_inspector->savePayload();
}

// One at a time: of several rows the first.
void DeliveriesPage::resendSelected()
{
    const QList<DeliveryRow> rows = selectedRows();
    if (rows.isEmpty())
        return;
    const DeliveryRow &row = rows.constFirst();
    if (!ReplayFlow::canReplay(row))
        return complain(
            tr("%1 is still on its way. It can be sent again once it has ended.").arg(row.delivery.id.value));
    const auto target = m_targets.constFind(row.delivery.target);
    if (target == m_targets.constEnd())
        return complain(tr("The target of delivery %1 was removed.").arg(row.delivery.id.value));
    auto *dialog = new ResendDialog(row, *target, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ResendDialog::resendRequested, m_replay, &ReplayFlow::replayTo);
    dialog->open();
}

// A line of names and one a delivery: what a ticket or a spreadsheet takes.
void DeliveriesPage::copySelected()
{
    const QList<int> rows = m_table->selectedRows();
    if (!rows.isEmpty())
        QGuiApplication::clipboard()->setText(rowsAsText(*m_table, rows));
}

} // namespace callboard

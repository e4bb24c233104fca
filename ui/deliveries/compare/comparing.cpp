#include "ui/deliveries/compare/comparedialog.h"
#include "ui/deliveries/deliveriespage.h"

// The part of DeliveriesPage that compares: two deliveries, or the last two attempts of one, or a replay with what it
// repeats.

namespace callboard {

namespace {

ComparedSide side(const DeliveryDetail &detail, qsizetype attempt)
{
    const Attempt &tried = detail.attempts[attempt];
    return {DeliveriesPage::tr("Delivery %1, attempt %2").arg(detail.row.delivery.id.value).arg(tried.number), tried};
}

} // namespace

void DeliveriesPage::compareSelected()
{
    const QList<DeliveryRow> rows = selectedRows();
    if (rows.size() == 2) // the list shows the newest first
        compare(rows[1].delivery.id, rows[0].delivery.id);
    else if (rows.size() == 1 && rows[0].delivery.attempts < 2 && rows[0].delivery.replayOf.isValid())
        compare(rows[0].delivery.replayOf, rows[0].delivery.id);
    else if (rows.size() == 1)
        compare(rows[0].delivery.id, rows[0].delivery.id);
    else if (!rows.isEmpty())
        complain(tr("Two deliveries can be compared at a time; %n are selected.", nullptr, int(rows.size())));
}

void DeliveriesPage::compare(DeliveryId before, DeliveryId after)
{
    m_source.detail(before, this, [this, after](const Result<DeliveryDetail> &older) {
        if (!older)
            return complain(older.error().detail);
        m_source.detail(after, this, [this, older = *older](const Result<DeliveryDetail> &newer) {
            if (newer)
                showComparison(older, *newer);
            else
                complain(newer.error().detail);
        });
    });
}

void DeliveriesPage::showComparison(const DeliveryDetail &older, const DeliveryDetail &newer)
{
    const bool same = older.row.delivery.id == newer.row.delivery.id;
    const qsizetype from = older.attempts.size() - (same ? 2 : 1);
    if (from < 0 || newer.attempts.isEmpty()) {
        complain(same ? tr("It was tried less than twice: there is nothing to compare yet. Select a second delivery.")
                      : tr("One of them was never sent: there is nothing to compare yet."));
        return;
    }
    auto *dialog = new CompareDialog(side(older, from), side(newer, newer.attempts.size() - 1), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace callboard

#include "ui/deliveries/deliveriespage.h"

#include "ui/deliveries/deliveryinspector.h"
#include "ui/deliveries/deliverytable.h"
#include "ui/deliveries/filterbar.h"
#include "ui/deliveries/replayflow.h"
#include "ui/look/look.h"
#include "ui/shell/messagebar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QStackedWidget>

// The part of DeliveriesPage that does what the operator asks for: keys, context menu, replay.

namespace callboard {

void DeliveriesPage::addKeys()
{
    addKey(QKeySequence(Qt::Key_R), &DeliveriesPage::replaySelected);
    addKey(QKeySequence(Qt::SHIFT | Qt::Key_R), &DeliveriesPage::replayMatching);
    addKey(QKeySequence(Qt::Key_E), &DeliveriesPage::editTarget);
    addKey(QKeySequence(Qt::Key_C), &DeliveriesPage::copyAsCurl);
    addKey(QKeySequence(Qt::Key_F), &DeliveriesPage::follow);
    addKey(QKeySequence(Qt::Key_Slash), &DeliveriesPage::focusFilter);
    addKey(QKeySequence(Qt::Key_Escape), &DeliveriesPage::escape);
}

// Letters are commands on this page alone; a text box that has the focus takes them first.
void DeliveriesPage::addKey(const QKeySequence &key, void (DeliveriesPage::*slot)())
{
    auto *action = new QAction(this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
}

QList<DeliveryRow> DeliveriesPage::selectedRows() const
{
    QList<DeliveryRow> rows;
    for (const int row : m_table->selectedRows())
        rows.append(m_model->row(row));
    return rows;
}

void DeliveriesPage::replaySelected()
{
    m_replay->replay(selectedRows());
}

void DeliveriesPage::replayMatching()
{
    m_replay->replayMatching(m_model->filter());
}

void DeliveriesPage::takeReplays(const QList<DeliveryId> &ids)
{
    if (ids.isEmpty())
        return;
    m_toSelect = ids.constLast();
    m_model->reveal(ids);
}

// As soon as its row is there, whichever way it came.
bool DeliveriesPage::selectWanted()
{
    if (!m_toSelect.isValid() || m_model->indexOf(m_toSelect) < 0)
        return false;
    m_model->setFollowing(false);
    m_table->selectDelivery(std::exchange(m_toSelect, {}));
    return true;
}

void DeliveriesPage::takeRevealed(const QList<DeliveryId> &found)
{
    if (!m_toSelect.isValid() || (found.contains(m_toSelect) && selectWanted()))
        return;
    const DeliveryId id = std::exchange(m_toSelect, {});
    const auto show = [this, id] {
        m_toSelect = id;
        m_filter->clear();
    };
    m_messages.post({Message::Kind::Info, tr("%1 The filter hides it.").arg(m_messages.text()), tr("Show it"), show},
                    this);
}

void DeliveriesPage::editTarget()
{
    const QList<DeliveryRow> rows = selectedRows();
    if (!rows.isEmpty())
        emit editTargetRequested(rows.constFirst().delivery.target);
}

void DeliveriesPage::copyAsCurl()
{
    if (m_inspector->current().isValid())
        m_inspector->copyAsCurl();
}

// One line a delivery, id and asset apart by a tab: what a ticket or a spreadsheet takes.
void DeliveriesPage::copySelected()
{
    QStringList lines;
    for (const DeliveryRow &row : selectedRows())
        lines << QStringLiteral("%1\t%2").arg(QString::number(row.delivery.id.value), row.delivery.asset);
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void DeliveriesPage::focusFilter()
{
    m_filter->focusText();
}

// From anywhere back to the list; from the list, first the filter goes, then the inspector.
void DeliveriesPage::escape()
{
    if (!m_table->hasFocus() && m_list->currentWidget() == m_table) {
        m_table->setFocus(Qt::ShortcutFocusReason);
    } else if (!m_filter->isEmpty()) {
        m_filter->clear();
    } else {
        m_table->clearSelection();
        m_table->setCurrentIndex({});
        m_inspector->clear();
        m_inspector->hide();
    }
}

void DeliveriesPage::retryNow(DeliveryId id)
{
    m_engine.retryNow({id}, this, [this, id](const Result<int> &count) {
        if (count)
            say(tr("%1 is tried now.").arg(id.value));
        else
            complain(count.error().detail);
    });
}

void DeliveriesPage::cancelSelected()
{
    QList<DeliveryId> ids;
    for (const DeliveryRow &row : selectedRows()) {
        if (!isFinal(row.delivery.state))
            ids.append(row.delivery.id);
    }
    if (ids.isEmpty())
        return;
    const auto cancel = [this, ids] {
        m_engine.cancel(ids, this, [this](const Result<int> &count) {
            if (count)
                say(tr("%n deliveries were cancelled.", nullptr, *count));
            else
                complain(count.error().detail);
        });
    };
    m_messages.post({Message::Kind::Question,
                     tr("Cancel %n deliveries? Their receivers will not be told.", nullptr, int(ids.size())),
                     tr("Cancel them"), cancel},
                    this);
}

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
    const Delivery &delivery = row.delivery;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(look::icon(QStringLiteral("replay")), tr("Replay\tR"), this, &DeliveriesPage::replaySelected)
        ->setEnabled(ReplayFlow::canReplay(row));
    if (!isFinal(delivery.state)) {
        menu->addAction(tr("Send now"), this, [this, id = delivery.id] { retryNow(id); });
        menu->addAction(tr("Cancel delivery…"), this, &DeliveriesPage::cancelSelected);
    }
    menu->addAction(look::icon(QStringLiteral("edit")), tr("Edit target…\tE"), this, &DeliveriesPage::editTarget);
    menu->addSeparator();
    menu->addAction(look::icon(QStringLiteral("copy")), tr("Copy as cURL\tC"), this, &DeliveriesPage::copyAsCurl)
        ->setEnabled(delivery.attempts > 0);
    menu->addAction(tr("Copy id and asset\tCtrl+C"), this, &DeliveriesPage::copySelected);
    menu->addAction(tr("Copy id"), this,
                    [id = delivery.id] { QGuiApplication::clipboard()->setText(QString::number(id.value)); });
    menu->addAction(tr("Copy asset"), this, [asset = delivery.asset] { QGuiApplication::clipboard()->setText(asset); });
    menu->addSeparator();
    menu->addAction(tr("Only this target"), this,
                    [this, delivery] { narrow([&](DeliveryFilter &f) { f.target = delivery.target; }); });
    menu->addAction(tr("Only this asset"), this,
                    [this, delivery] { narrow([&](DeliveryFilter &f) { f.asset = delivery.asset; }); });
    if (!delivery.cause.isEmpty()) {
        menu->addAction(tr("Only this cause"), this,
                        [this, delivery] { narrow([&](DeliveryFilter &f) { f.cause = delivery.cause; }); });
    }
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void DeliveriesPage::actOnEmpty()
{
    if (m_model->load() == DeliveryListModel::Load::Failed)
        m_model->reload();
    else if (!m_filter->isEmpty())
        m_filter->clear();
    else if (!m_hasTargets)
        emit newTargetRequested();
    else
        emit fireEventRequested();
}

void DeliveriesPage::say(const QString &text)
{
    m_messages.post({Message::Kind::Info, text, {}, {}});
}

void DeliveriesPage::complain(const QString &text)
{
    m_messages.post({Message::Kind::Warning, text, {}, {}});
}

} // namespace callboard

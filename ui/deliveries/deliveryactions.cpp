#include "ui/deliveries/deliveriespage.h"

#include "ui/deliveries/deliveryinspector.h"
#include "ui/deliveries/deliverytable.h"
#include "ui/deliveries/filterbar.h"
#include "ui/deliveries/replay/refreshflow.h"
#include "ui/deliveries/replay/replayflow.h"
#include "ui/events/explaindialog.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/palette/commands.h"

#include <QAction>
#include <QApplication>
#include <QStackedWidget>

// The part of DeliveriesPage that does what the operator asks for: keys, replay, copying.

namespace callboard {

void DeliveriesPage::addKeys()
{
    // Named, so that the command palette finds them; those about a delivery say what they need.
    for (QAction *action :
         {addKey(tr("Replay the same bytes"), Qt::Key_R, &DeliveriesPage::replaySelected),
          addKey(tr("Replay the latest state"), Qt::CTRL | Qt::Key_R, &DeliveriesPage::replayLatest),
          addKey(tr("Edit the delivery's target"), Qt::Key_E, &DeliveriesPage::editTarget),
          addKey(tr("Copy as cURL"), Qt::Key_C, &DeliveriesPage::copyAsCurl),
          addKey(tr("Re-send to another URL…"), Qt::SHIFT | Qt::Key_E, &DeliveriesPage::resendSelected),
          addKey(tr("Compare deliveries or attempts"), Qt::Key_D, &DeliveriesPage::compareSelected),
          addKey(tr("Note on the delivery"), Qt::Key_N, &DeliveriesPage::editNote),
          addKey(tr("Find in the payload"), Qt::CTRL | Qt::Key_F, &DeliveriesPage::findInPayload),
          addKey(tr("Save the payload…"), Qt::CTRL | Qt::Key_S, &DeliveriesPage::savePayload)})
        needsSelection(*action, *m_table);
    addKey(tr("Replay all that match the filter"), Qt::SHIFT | Qt::Key_R, &DeliveriesPage::replayMatching);
    addKey(tr("Follow the newest delivery"), Qt::Key_F, &DeliveriesPage::follow);
    addKey(tr("Filter deliveries by text"), Qt::Key_Slash, &DeliveriesPage::focusFilter);
    addKey(tr("Save filtered deliveries…"), Qt::CTRL | Qt::SHIFT | Qt::Key_S, &DeliveriesPage::saveFiltered);
    addKey(tr("Find across all payloads"), Qt::CTRL | Qt::SHIFT | Qt::Key_F, &DeliveriesPage::searchPayloads);
    addKey({}, Qt::Key_Escape, &DeliveriesPage::escape);
}

// Letters are commands on this page alone; a text box that has the focus takes them first.
QAction *DeliveriesPage::addKey(const QString &text, const QKeySequence &key, void (DeliveriesPage::*slot)())
{
    auto *action = new QAction(text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
    return action;
}

void DeliveriesPage::connectPlatform()
{
    if (!m_refresh)
        return;
    m_inspector->offerRefresh();
    connect(m_inspector, &DeliveryInspector::refreshRequested, m_refresh, &RefreshFlow::refresh);
    connect(m_refresh, &RefreshFlow::askingChanged, m_inspector,
            [this](const QString &asset) { m_inspector->setRefreshing(asset, m_refresh->isAsking(asset)); });
    connect(m_refresh, &RefreshFlow::refreshed, m_inspector, [this](const RefreshedAsset &refreshed, bool awaited) {
        m_inspector->takePlatform(refreshed.asset.id, refreshed.changes);
        if (awaited && !refreshed.changes.isEmpty())
            m_inspector->revealPlatform(refreshed.asset.id);
    });
    connect(m_refresh, &RefreshFlow::replayLatestRequested, m_replay,
            [this](DeliveryId id) { m_replay->replayNow({id}, ReplayContent::LatestState); });
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

void DeliveriesPage::replayLatest()
{
    m_replay->replay(selectedRows(), ReplayContent::LatestState);
}

// One asset at a time: of several rows the first.
void DeliveriesPage::refreshAsset()
{
    const QList<DeliveryRow> rows = selectedRows();
    if (m_refresh && !rows.isEmpty())
        m_refresh->refresh(rows.constFirst());
}

void DeliveriesPage::replayMatching()
{
    m_replay->replayMatching(m_model->filter());
}

void DeliveriesPage::goOnReplaying(const QString &plan)
{
    m_replay->goOn(plan);
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

// To switch on what is on already says that somebody has looked at it: the engine forgets that it failed.
void DeliveriesPage::tryTarget(const CallbackTarget &target)
{
    m_engine.setTargetState(target.id, TargetState::Enabled, this, [this](const Result<CallbackTarget> &tried) {
        if (tried)
            say(tr("“%1” is tried now: what was held goes out, slowly at first.").arg(tried->name));
        else
            complain(tried.error().detail);
    });
}

void DeliveriesPage::explain(EventId event)
{
    m_source.explain(event, this, [this](const Result<Explanation> &explanation) {
        if (!explanation)
            return complain(explanation.error().detail);
        auto *dialog = new ExplainDialog(*explanation, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &ExplainDialog::deliveryRequested, this, &DeliveriesPage::selectDelivery);
        dialog->open();
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

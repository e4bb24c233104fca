#include "ui/deliveries/deliveriespage.h"

#include "ui/deliveries/deliveryinspector.h"
#include "ui/deliveries/deliverytable.h"
#include "ui/deliveries/filterbar.h"
#include "ui/deliveries/replay/refreshflow.h"
#include "ui/deliveries/replay/replayflow.h"
#include "ui/events/explaindialog.h"
#include "ui/shell/messagebar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QStackedWidget>

// The part of DeliveriesPage that does what the operator asks for: keys, replay, copying.

namespace callboard {

void DeliveriesPage::addKeys()
{
    addKey(QKeySequence(Qt::Key_R), &DeliveriesPage::replaySelected);
    addKey(QKeySequence(Qt::CTRL | Qt::Key_R), &DeliveriesPage::replayLatest);
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

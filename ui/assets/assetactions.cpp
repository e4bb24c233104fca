#include "ui/assets/assetinspector.h"
#include "ui/assets/assetlistmodel.h"
#include "ui/assets/assetspage.h"
#include "ui/assets/assettable.h"
#include "ui/assets/assetwords.h"
#include "ui/assets/assigndialog.h"
#include "ui/events/explaindialog.h"
#include "ui/look/look.h"
#include "ui/shell/messagebar.h"
#include "ui/targets/targetwords.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>

// The part of AssetsPage that does what the operator asks for: keys, context menu, platform, assigning.

namespace callboard {

namespace {

constexpr qsizetype kMostNamed = 4;

// "status, endDate and 3 more"
QString fieldNames(const QList<FieldChange> &changes)
{
    QStringList names;
    for (const FieldChange &change : changes.first(qMin(changes.size(), kMostNamed)))
        names.append(assetwords::shown(QString::fromUtf8(change.name)));
    const QString list = names.join(QStringLiteral(", "));
    const int more = int(changes.size() - names.size());
    return more > 0 ? AssetsPage::tr("%1 and %n more", nullptr, more).arg(list) : list;
}

} // namespace

void AssetsPage::addKeys()
{
    addKey(QKeySequence(Qt::Key_Slash), &AssetsPage::focusFilter);
    addKey(QKeySequence(Qt::Key_Escape), &AssetsPage::escape);
    addKey(QKeySequence(Qt::Key_D), &AssetsPage::showDeliveries);
    addKey(QKeySequence(Qt::Key_F5), &AssetsPage::refreshFromPlatform);
}

// Letters are commands on this page alone; a text box that has the focus takes them first.
void AssetsPage::addKey(const QKeySequence &key, void (AssetsPage::*slot)())
{
    auto *action = new QAction(this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
}

void AssetsPage::enableActions()
{
    const bool chosen = !m_current.isEmpty();
    const QString first = tr("Choose an asset first");
    m_deliveriesButton->setEnabled(chosen);
    m_deliveriesButton->setToolTip(chosen ? tr("Shows what was sent about this asset (D)") : first);
    m_explainButton->setEnabled(chosen);
    m_explainButton->setToolTip(chosen ? tr("Says who was called for the asset's newest event, who not, and why")
                                       : first);
    m_refreshButton->setEnabled(chosen && m_refreshing.isEmpty());
    m_refreshButton->setToolTip(!m_refreshing.isEmpty() ? tr("Waiting for the platform's answer")
                                    : chosen            ? tr("Asks the asset's platform for its present record (F5)")
                                                        : first);
}

void AssetsPage::actOnEmpty()
{
    switch (m_missing) {
    case Missing::Answer: return load();
    case Missing::Matches: return m_filter->clear();
    case Missing::Assets: emit fireEventRequested(); return;
    case Missing::Nothing: return;
    }
}

void AssetsPage::showMenu(const QPoint &at)
{
    const QModelIndex index = m_table->indexAt(at);
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(look::icon(QStringLiteral("deliveries")), tr("Show deliveries\tD"), this,
                    &AssetsPage::showDeliveries);
    menu->addAction(look::icon(QStringLiteral("info")), tr("Explain who was called…"), this,
                    &AssetsPage::explainNewest);
    menu->addAction(look::icon(QStringLiteral("state-retrying")), tr("Refresh from the platform\tF5"), this,
                    &AssetsPage::refreshFromPlatform)
        ->setEnabled(m_refreshing.isEmpty());
    menu->addSeparator();
    menu->addAction(look::icon(QStringLiteral("copy")), tr("Copy asset id"), this,
                    [id = m_model->asset(index.row()).id] { QGuiApplication::clipboard()->setText(id); });
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void AssetsPage::showDeliveries()
{
    if (!m_current.isEmpty())
        emit deliveriesRequested(m_current);
}

void AssetsPage::explainNewest()
{
    if (m_current.isEmpty())
        return;
    const auto query = [id = m_current](const WorkspaceReader &reader) { return callboard::explainNewest(reader, id); };
    m_reads.ask(this, query, [this](const Result<Explanation> &explanation) {
        if (!explanation)
            return m_messages.post({Message::Kind::Error, words::problem(explanation.error()), {}, {}});
        auto *dialog = new ExplainDialog(*explanation, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &ExplainDialog::deliveryRequested, this, &AssetsPage::deliveryRequested);
        dialog->open();
    });
}

void AssetsPage::refreshFromPlatform()
{
    if (m_current.isEmpty() || !m_refreshing.isEmpty())
        return;
    m_refreshing = m_current;
    enableActions();
    m_platform.refreshAsset(m_current, this, [this, id = m_current](const Result<RefreshedAsset> &refreshed) {
        takeRefreshed(id, refreshed);
    });
}

void AssetsPage::takeRefreshed(const QString &id, const Result<RefreshedAsset> &refreshed)
{
    m_refreshing.clear();
    enableActions();
    const QString asset = assetwords::shown(id);
    if (!refreshed) {
        m_messages.post({Message::Kind::Error,
                         tr("%1 was not refreshed. %2").arg(asset, words::problem(refreshed.error())),
                         {},
                         {}});
        return;
    }
    const QList<FieldChange> &changes = refreshed->changes;
    const QString said = changes.isEmpty()
        ? tr("The platform has the same record of %1: nothing differs.").arg(asset)
        : tr("The platform's record of %1 is taken in. What differs: %2.").arg(asset, fieldNames(changes));
    m_messages.post({Message::Kind::Info, said, {}, {}});
    if (id == m_current)
        m_inspector->showChanges(changes);
    load();
}

void AssetsPage::openAssignDialog()
{
    AssignDialog *dialog = m_assign.data();
    if (!dialog) {
        dialog = new AssignDialog(m_platform, m_reads, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &AssignDialog::assigned, this, &AssetsPage::load);
        m_assign = dialog;
    }
    dialog->open();
}

void AssetsPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

// From anywhere back to the list; from the list, first the filter goes, then the inspector.
void AssetsPage::escape()
{
    if (!m_table->hasFocus() && m_list->currentWidget() == m_table) {
        m_table->setFocus(Qt::ShortcutFocusReason);
    } else if (!m_filter->text().isEmpty()) {
        m_filter->clear();
    } else {
        m_current.clear();
        m_table->clearSelection();
        m_table->setCurrentIndex({});
        m_inspector->hide();
        enableActions();
    }
}

} // namespace callboard

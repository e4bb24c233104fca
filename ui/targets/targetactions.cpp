// TargetsPage's other half: what the operator does with the targets that are selected, by key and by menu.
#include "ui/shell/messagebar.h"
#include "ui/targets/history/historydialog.h"
#include "ui/targets/targetcommands.h"
#include "ui/targets/targetlistmodel.h"
#include "ui/targets/targetremoval.h"
#include "ui/targets/targetspage.h"
#include "ui/targets/targettable.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>

namespace callboard {

QAction *TargetsPage::addCommand(const QString &text, const QList<QKeySequence> &keys, std::function<void()> run)
{
    auto *action = new QAction(text, m_table);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, std::move(run));
    m_table->addAction(action);
    m_menu->addAction(action);
    return action;
}

void TargetsPage::makeActions()
{
    m_menu = new QMenu(m_table);
    addCommand(tr("Edit…"), {Qt::Key_E, Qt::Key_Return, Qt::Key_Enter}, [this] { editCurrent(); });
    m_together = addCommand(tr("Edit together…"), {}, [this] { m_commands->editTogether(m_table->selected()); });
    addCommand(tr("Duplicate…"), {Qt::CTRL | Qt::Key_D}, [this] {
        if (const auto rows = m_table->selected(); !rows.isEmpty())
            m_commands->duplicate(rows.first().target);
    });
    m_history = addCommand(tr("History…"), {Qt::Key_H}, [this] {
        if (const auto rows = m_table->selected(); rows.size() == 1)
            showHistory(rows.first().target.id);
    });
    m_menu->addSeparator();
    addCommand(tr("Enable or disable"), {Qt::Key_Space}, [this] { m_commands->toggleEnabled(m_table->selected()); });
    addCommand(tr("Pause or resume"), {Qt::Key_P}, [this] { m_commands->togglePaused(m_table->selected()); });
    addCommand(tr("Try now"), {Qt::Key_T}, [this] { m_commands->tryNow(m_table->selected()); });
    m_menu->addSeparator();
    addCommand(tr("Move up"), {Qt::ALT | Qt::Key_Up}, [this] { m_table->moveSelected(-1); });
    addCommand(tr("Move down"), {Qt::ALT | Qt::Key_Down}, [this] { m_table->moveSelected(1); });
    m_menu->addSeparator();
    addCommand(tr("Show its deliveries"), {},
               [this] { emit deliveriesRequested(m_table->selected().value(0).target.id); });
    addCommand(tr("Export selected…"), {}, [this] {
        QList<CallbackTarget> targets;
        for (const TargetSummary &row : m_table->selected())
            targets.append(row.target);
        m_commands->exportTo(targets);
    });
    m_menu->addSeparator();
    addCommand(tr("Delete"), {Qt::Key_Delete}, [this] { m_commands->removal().remove(m_table->selected()); });
    connect(m_menu, &QMenu::aboutToShow, this, [this] {
        m_together->setEnabled(m_table->selected().size() > 1);
        m_history->setEnabled(m_table->selected().size() == 1);
    });
    auto *search = new QShortcut(Qt::Key_Slash, this);
    search->setContext(Qt::WidgetWithChildrenShortcut);
    connect(search, &QShortcut::activated, m_search, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
}

void TargetsPage::editCurrent()
{
    const QList<TargetSummary> rows = m_table->selected();
    if (rows.size() > 1)
        m_commands->editTogether(rows);
    else if (!rows.isEmpty())
        m_commands->edit(rows.first());
}

void TargetsPage::showHistory(TargetId target, int revision, QWidget *over)
{
    auto *dialog = new HistoryDialog(m_reader, target, revision, over ? over : window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &HistoryDialog::restoreRequested, m_commands, &TargetCommands::restore);
    dialog->open();
}

// At once; the store follows.
void TargetsPage::arrange(const QList<TargetId> &order)
{
    m_model->arrange(order);
    m_commands->arrange(order);
}

void TargetsPage::explainOrder()
{
    m_messages->post({Message::Kind::Info,
                      tr("Targets can be arranged while all of them are shown in their own order: not sorted by a "
                         "column, and not narrowed by the search."),
                      tr("Show their own order"),
                      [this] {
                          m_search->clear();
                          m_table->showOwnOrder();
                      }},
                     this);
}

void TargetsPage::carryOut()
{
    m_commands->removal().carryOut();
}

// What the search hides is shown again: it was asked for.
void TargetsPage::showTarget(TargetId id)
{
    if (!m_table->select(id)) {
        m_search->clear();
        m_table->select(id);
    }
    m_table->setFocus(Qt::OtherFocusReason);
}

} // namespace callboard

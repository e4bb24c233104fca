#include "ui/deliveries/deliverytext.h"
#include "ui/deliveries/filter/filterfield.h"
#include "ui/deliveries/filter/filtermenu.h"
#include "ui/deliveries/filterbar.h"
#include "ui/deliveries/list/filterchip.h"
#include "ui/look/look.h"
#include "ui/targets/form/fieldline.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

// The part of FilterBar that makes its controls and lays them out.

namespace callboard {

void FilterBar::layOut()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(look::kGap);
    for (QWidget *control : std::initializer_list<QWidget *>{m_states, m_target, m_since, m_marked})
        line->addWidget(control);
    line->addWidget(m_text, 1);
    line->addWidget(m_filters);
    line->addWidget(m_clear);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look::kGap / 2);
    auto *chips = new QHBoxLayout; // a line of their own: the text needs the room
    chips->setSpacing(look::kGap);
    chips->addWidget(m_asset);
    chips->addWidget(m_cause);
    chips->addStretch();
    layout->addLayout(line);
    layout->addWidget(m_problem);
    layout->addLayout(chips);
}

void FilterBar::buildStates()
{
    m_states = new QPushButton(this);
    m_states->setObjectName(QStringLiteral("stateFilterButton"));
    m_states->setAutoDefault(false);
    m_stateMenu = new QMenu(m_states);
    m_stateMenu->setObjectName(QStringLiteral("stateFilterMenu"));
    for (const DeliveryState state : kAllDeliveryStates) {
        QAction *action = m_stateMenu->addAction(deliverytext::stateWord(state, false));
        action->setCheckable(true);
        action->setIconVisibleInMenu(true);
        connect(action, &QAction::triggered, this, &FilterBar::takeStates);
        m_stateActions.append(action);
    }
    m_states->setMenu(m_stateMenu);
    colorStates();
}

void FilterBar::buildCombos()
{
    m_target = new QComboBox(this);
    m_target->setObjectName(QStringLiteral("targetFilterCombo"));
    m_target->setAccessibleName(tr("Target"));
    m_target->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_target->setMinimumContentsLength(14);
    m_target->addItem(tr("All targets"), qint64(0));
    m_since = new QComboBox(this);
    m_since->setObjectName(QStringLiteral("sinceFilterCombo"));
    m_since->setAccessibleName(tr("Age"));
    m_since->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_since->addItem(tr("Any time"), 0);
    m_since->addItem(tr("Last hour"), 1);
    m_since->addItem(tr("Last 24 h"), 24);
    m_since->addItem(tr("Last 7 days"), 7 * 24);
    m_since->addItem(tr("Time range…"), kAskRange);
    connect(m_target, &QComboBox::activated, this,
            [this] { change(FilterKey::Target, targetTerm(TargetId{m_target->currentData().toLongLong()}, m_known)); });
    connect(m_since, &QComboBox::activated, this, &FilterBar::takeAge);
}

void FilterBar::buildChips()
{
    m_marked = new QToolButton(this);
    m_marked->setObjectName(QStringLiteral("markedFilterButton"));
    m_marked->setText(tr("Marked"));
    m_marked->setAccessibleName(tr("Marked deliveries only"));
    m_marked->setToolTip(tr("Only what was marked with Space"));
    m_marked->setIcon(look::icon(QStringLiteral("mark")));
    m_marked->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_marked->setCheckable(true);
    m_marked->setAutoRaise(true);
    m_marked->setMinimumHeight(30);
    m_marked->setFocusPolicy(Qt::StrongFocus);
    connect(m_marked, &QToolButton::clicked, this,
            [this](bool on) { change(FilterKey::Is, on ? QStringLiteral("marked") : QString()); });
    m_asset = new FilterChip("assetFilterChip", tr("asset %1"), this);
    m_cause = new FilterChip("causeFilterChip", tr("cause %1"), this);
    connect(m_asset, &FilterChip::removed, this, [this] { change(FilterKey::Asset, {}); });
    connect(m_cause, &FilterChip::removed, this, [this] { change(FilterKey::Cause, {}); });
}

void FilterBar::buildText()
{
    m_text = new FilterField(this);
    m_text->setObjectName(QStringLiteral("filterEdit"));
    m_text->setAccessibleName(tr("Filter"));
    m_text->setClearButtonEnabled(true);
    m_text->addAction(look::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_text->setPlaceholderText(tr("Text, or state:failed code:5xx dur>2s …  ( / )"));
    m_text->setMinimumWidth(120);
    connect(m_text, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_text, &FilterField::left, this, &FilterBar::leave);
    connect(m_text, &QLineEdit::editingFinished, this, [this] { m_filters->use(m_applied); });
    m_problem = new FieldLine("filterProblemLine", this);
    m_filters = new FilterMenu(this);
    connect(m_filters, &FilterMenu::chosen, this, &FilterBar::setText);
    connect(m_filters, &FilterMenu::shelfChanged, this, [this] { m_text->setRecent(m_filters->shelf().recent); });
}

void FilterBar::buildClear()
{
    m_clear = new QToolButton(this);
    m_clear->setObjectName(QStringLiteral("clearFilterButton"));
    m_clear->setText(tr("Clear filter"));
    m_clear->setToolTip(tr("Clear filter"));
    m_clear->setIcon(look::icon(QStringLiteral("clear")));
    m_clear->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_clear->setAutoRaise(true);
    m_clear->setMinimumHeight(30);
    m_clear->setFocusPolicy(Qt::StrongFocus);
    connect(m_clear, &QToolButton::clicked, this, &FilterBar::clear);
}

// From any of its controls; the line itself knows these keys.
void FilterBar::addUndo()
{
    const auto add = [this](QKeySequence::StandardKey key, void (QLineEdit::*undo)()) {
        auto *action = new QAction(this);
        action->setShortcuts(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, [this, undo] {
            (m_text->*undo)();
            apply();
        });
        addAction(action);
    };
    add(QKeySequence::Undo, &QLineEdit::undo);
    add(QKeySequence::Redo, &QLineEdit::redo);
}

void FilterBar::colorStates()
{
    for (qsizetype i = 0; i < m_stateActions.size(); ++i)
        m_stateActions[i]->setIcon(look::stateIcon(look::toneOf(kAllDeliveryStates[i], false), palette()));
    m_states->setIcon(look::icon(QStringLiteral("filter")));
}

} // namespace callboard

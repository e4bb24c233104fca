#include "ui/deliveries/filterbar.h"

#include "ui/deliveries/deliverytext.h"
#include "ui/deliveries/list/filterchip.h"
#include "ui/look/look.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

namespace callboard {

namespace {

constexpr std::chrono::milliseconds kTypingPause{120};
constexpr int kRoomForWords = 960;

} // namespace

FilterBar::FilterBar(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
{
    setObjectName(QStringLiteral("filterBar"));
    buildStates();
    buildCombos();
    buildChips();
    buildText();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look::kGap);
    layout->addWidget(m_states);
    layout->addWidget(m_target);
    layout->addWidget(m_since);
    layout->addWidget(m_marked);
    layout->addWidget(m_asset);
    layout->addWidget(m_cause);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_clear);
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    connect(&m_typing, &QTimer::timeout, this, &FilterBar::apply);
    describe();
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
        connect(action, &QAction::triggered, this, &FilterBar::apply);
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
    connect(m_target, &QComboBox::activated, this, &FilterBar::apply);
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
    connect(m_marked, &QToolButton::clicked, this, &FilterBar::apply);
    m_asset = new FilterChip("assetFilterChip", tr("asset %1"), this);
    m_cause = new FilterChip("causeFilterChip", tr("cause %1"), this);
    for (FilterChip *chip : {m_asset, m_cause}) {
        connect(chip, &FilterChip::removed, this, [this, chip] {
            chip->setValue({});
            apply();
        });
    }
}

void FilterBar::buildText()
{
    m_text = new QLineEdit(this);
    m_text->setObjectName(QStringLiteral("filterEdit"));
    m_text->setAccessibleName(tr("Filter by text"));
    m_text->setClearButtonEnabled(true);
    m_text->addAction(look::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_text->installEventFilter(this);
    m_text->setMinimumWidth(120);
    connect(m_text, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
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

void FilterBar::colorStates()
{
    for (qsizetype i = 0; i < m_stateActions.size(); ++i)
        m_stateActions[i]->setIcon(look::stateIcon(look::toneOf(kAllDeliveryStates[i], false), palette()));
    m_states->setIcon(look::icon(QStringLiteral("filter")));
}

void FilterBar::setTargets(const QList<CallbackTarget> &targets)
{
    const QSignalBlocker quiet(m_target);
    const QVariant chosen = m_target->currentData();
    while (m_target->count() > 1)
        m_target->removeItem(1);
    for (const CallbackTarget &target : targets)
        m_target->addItem(target.name, target.id.value);
    m_target->setCurrentIndex(qMax(0, m_target->findData(chosen)));
}

DeliveryFilter FilterBar::filter() const
{
    DeliveryFilter filter;
    for (qsizetype i = 0; i < m_stateActions.size(); ++i) {
        if (m_stateActions[i]->isChecked())
            filter.states.append(kAllDeliveryStates[i]);
    }
    filter.target = TargetId{m_target->currentData().toLongLong()};
    filter.asset = m_asset->value();
    filter.cause = m_cause->value();
    filter.marked = m_marked->isChecked();
    filter.text = m_text->text().trimmed();
    const int age = m_since->currentData().toInt();
    if (age > 0) {
        filter.since = m_clock.now() - std::chrono::hours(age);
    } else if (age == kRange && m_range) {
        filter.since = m_range->since;
        filter.until = m_range->until;
    }
    return filter;
}

bool FilterBar::isEmpty() const
{
    return filter() == DeliveryFilter{};
}

void FilterBar::setFilter(const DeliveryFilter &filter)
{
    for (qsizetype i = 0; i < m_stateActions.size(); ++i)
        m_stateActions[i]->setChecked(filter.states.contains(kAllDeliveryStates[i]));
    m_target->setCurrentIndex(qMax(0, m_target->findData(filter.target.value)));
    showAge(filter);
    m_marked->setChecked(filter.marked);
    m_asset->setValue(filter.asset);
    m_cause->setValue(filter.cause);
    {
        const QSignalBlocker quiet(m_text);
        m_text->setText(filter.text);
    }
    apply();
}

void FilterBar::clear()
{
    setFilter({});
}

void FilterBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FilterBar::apply()
{
    m_typing.stop();
    describe();
    emit filterChanged(filter());
}

void FilterBar::describe()
{
    QStringList words;
    for (const QAction *action : std::as_const(m_stateActions)) {
        if (action->isChecked())
            words << action->text();
    }
    QString states = tr("All states");
    if (words.size() == 1 || words.size() == 2)
        states = words.join(QStringLiteral(", "));
    else if (words.size() > 2)
        states = tr("%n states", nullptr, int(words.size()));
    m_states->setText(states);
    m_states->setToolTip(words.join(QStringLiteral(", ")));
    m_states->setAccessibleName(tr("States: %1").arg(states));
    m_text->setPlaceholderText(tr("Filter by asset, target, event, error or note  ( / )"));
    m_clear->setVisible(!isEmpty());
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
            if (m_typing.isActive())
                apply();
            emit leaveRequested();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

// Where there is little room signs do without their words.
void FilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const auto style = width() < kRoomForWords ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon;
    m_marked->setToolButtonStyle(style);
    m_clear->setToolButtonStyle(style);
}

void FilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_states)
        colorStates();
}

} // namespace callboard

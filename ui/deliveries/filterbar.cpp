#include "ui/deliveries/filterbar.h"

#include "ui/deliveries/filter/filterfield.h"
#include "ui/deliveries/filter/filtermenu.h"
#include "ui/deliveries/list/filterchip.h"
#include "ui/targets/form/fieldline.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

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
    buildClear();
    layOut();
    addUndo();
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    connect(&m_typing, &QTimer::timeout, this, &FilterBar::apply);
    describe();
}

void FilterBar::setTargets(const QList<CallbackTarget> &targets)
{
    m_known.clear();
    const QSignalBlocker quiet(m_target);
    while (m_target->count() > 1)
        m_target->removeItem(1);
    for (const CallbackTarget &target : targets) {
        m_target->addItem(target.name, target.id.value);
        m_known.append({target.id, target.name});
    }
    m_text->setTargets(m_known);
    present(filter());
}

void FilterBar::setShelf(const FilterShelf &shelf)
{
    m_filters->setShelf(shelf);
    m_text->setRecent(shelf.recent);
}

void FilterBar::setCauses(const QStringList &causes)
{
    m_text->setCauses(causes);
}

DeliveryFilter FilterBar::filter() const
{
    return parseFilter(m_applied, m_known, m_clock.now()).filter;
}

bool FilterBar::isEmpty() const
{
    return m_applied.trimmed().isEmpty();
}

void FilterBar::setFilter(const DeliveryFilter &filter)
{
    setText(filterText(filter, m_known, m_clock.now()));
}

QString FilterBar::text() const
{
    return m_applied;
}

void FilterBar::setText(const QString &text)
{
    m_text->replaceText(text);
    apply();
}

void FilterBar::clear()
{
    setText({});
}

void FilterBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FilterBar::searchPayloads()
{
    const QString rest = withTerm(m_text->text(), FilterKey::Body, {}).trimmed();
    m_text->replaceText(QStringLiteral("body~\"\"") + (rest.isEmpty() ? QString() : u' ' + rest));
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->setCursorPosition(int(QStringLiteral("body~\"").size()));
}

void FilterBar::change(FilterKey key, const QString &term)
{
    setText(withTerm(m_text->text(), key, term));
}

void FilterBar::takeStates()
{
    QList<DeliveryState> states;
    for (qsizetype i = 0; i < m_stateActions.size(); ++i) {
        if (m_stateActions[i]->isChecked())
            states.append(kAllDeliveryStates[i]);
    }
    change(FilterKey::State, stateTerm(states));
}

void FilterBar::leave()
{
    if (m_typing.isActive())
        apply();
    m_filters->use(m_applied);
    emit leaveRequested();
}

void FilterBar::apply()
{
    m_typing.stop();
    const QString text = m_text->text();
    const ParsedFilter parsed = parseFilter(text, m_known, m_clock.now());
    showProblems(parsed.problems);
    if (!parsed.problems.isEmpty())
        return;
    m_applied = text;
    present(parsed.filter);
    emit filterChanged(parsed.filter);
}

// What is still being typed is helped with; only what can't become right any more is wrong.
void FilterBar::showProblems(const QList<FilterProblem> &problems)
{
    m_text->setProblems(problems);
    if (problems.isEmpty()) {
        m_problem->hush();
        return;
    }
    const auto wrong = std::find_if(problems.begin(), problems.end(),
                                    [](const FilterProblem &problem) { return !problem.unfinished; });
    if (wrong == problems.end())
        m_problem->say(FieldLine::Mood::Hint, problems.constFirst().sentence());
    else
        m_problem->say(FieldLine::Mood::Problem, wrong->sentence());
}

void FilterBar::present(const DeliveryFilter &filter)
{
    for (qsizetype i = 0; i < m_stateActions.size(); ++i)
        m_stateActions[i]->setChecked(filter.states.contains(kAllDeliveryStates[i]));
    m_target->setCurrentIndex(qMax(0, m_target->findData(filter.target.value)));
    showAge(filter);
    m_marked->setChecked(filter.marked);
    m_asset->setValue(filter.asset);
    m_cause->setValue(filter.cause);
    m_filters->setPresent(m_applied);
    describe();
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
    m_clear->setVisible(!isEmpty());
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

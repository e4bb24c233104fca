#include "ui/targets/form/coalescingfields.h"

#include "ui/look/look.h"
#include "ui/targets/form/named.h"
#include "ui/targets/form/triggerboxes.h"
#include "ui/targets/targetwords.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace callboard {

using namespace std::chrono_literals;
using Mood = FieldLine::Mood;

namespace {

constexpr int kShortField = 120;
constexpr int kUrgentColumns = 4;

struct UrgentBox {
    Trigger trigger;
    const char *objectName;
};

constexpr UrgentBox kUrgent[] = {
    {Trigger::Success, "urgentSuccessCheck"},       {Trigger::Failure, "urgentFailureCheck"},
    {Trigger::Progress, "urgentProgressCheck"},     {Trigger::Rating, "urgentRatingCheck"},
    {Trigger::Moderation, "urgentModerationCheck"}, {Trigger::Transcode, "urgentTranscodeCheck"},
    {Trigger::External, "urgentExternalCheck"},
};

QLineEdit *durationEdit(QWidget *parent, const char *objectName, const QString &name, const QString &whenEmpty)
{
    auto *edit = named(new QLineEdit(parent), objectName, name);
    edit->setFixedWidth(kShortField);
    edit->setPlaceholderText(whenEmpty);
    return edit;
}

QString textOf(Milliseconds time)
{
    return time == 0ms ? QString() : formatDuration(time);
}

// Nothing, or the word that stands in the empty field, is no time at all.
std::optional<Milliseconds> timeIn(const QLineEdit *edit)
{
    const QString text = edit->text().trimmed();
    return text.isEmpty() || text == edit->placeholderText() ? Milliseconds(0) : parseDuration(text);
}

} // namespace

CoalescingFields::CoalescingFields(QWidget *parent)
    : FieldGrid(parent)
    , m_windowEdit(durationEdit(this, "coalesceEdit", tr("Coalescing window"), tr("off")))
    , m_longestEdit(durationEdit(this, "coalesceLongestEdit", tr("Widen the window up to"), tr("fixed")))
    , m_line(new FieldLine("coalesceLine"))
{
    m_longestEdit->setToolTip(tr("The window widens while an asset or this target changes often, and narrows when it "
                                 "is quiet. Empty: it stays as it is."));
    auto *widen = look::plainLabel(tr("widen up to"));
    addRow(tr("&Window"), inRow({m_windowEdit, widen, m_longestEdit}), m_line, m_windowEdit);
    makeUrgent();
    for (QLineEdit *edit : {m_windowEdit, m_longestEdit})
        connect(edit, &QLineEdit::textEdited, this, &CoalescingFields::edited);
    connect(this, &CoalescingFields::edited, this, &CoalescingFields::sayLines);
    sayLines();
}

void CoalescingFields::makeUrgent()
{
    m_urgentRow = new QWidget(this);
    auto *grid = new QGridLayout(m_urgentRow);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(look::kGroupGap);
    grid->setVerticalSpacing(look::kGap / 2);
    grid->setRowMinimumHeight(0, look::kRowHeight); // level with the label
    int position = 0;
    for (const auto &[trigger, objectName] : kUrgent) {
        const QString text = TriggerBoxes::label(trigger);
        auto *box = named(new QCheckBox(text, m_urgentRow), objectName, tr("Urgent: %1").arg(text));
        box->setToolTip(tr("Closes the open window at once, with everything absorbed so far"));
        const bool spark = trigger >= Trigger::Rating;
        grid->addWidget(box, spark ? 1 : 0, spark ? position - int(Trigger::Rating) : position);
        connect(box, &QCheckBox::clicked, this, &CoalescingFields::edited);
        m_urgentBoxes.insert(trigger, box);
        ++position;
    }
    grid->setColumnStretch(kUrgentColumns, 1);
    m_urgentLabel = addRow(tr("Close at once"), m_urgentRow, nullptr, m_urgentBoxes.value(Trigger::Success));
}

void CoalescingFields::load(const CallbackTarget &target)
{
    m_windowEdit->setText(textOf(target.coalesceWindow));
    m_longestEdit->setText(textOf(target.coalesceLongest));
    for (const auto &[trigger, objectName] : kUrgent)
        m_urgentBoxes.value(trigger)->setChecked(target.urgent.has(trigger));
    setTriggers(target.triggers);
}

void CoalescingFields::storeInto(CallbackTarget &target) const
{
    target.coalesceWindow = window().value_or(target.coalesceWindow);
    target.coalesceLongest = longest().value_or(target.coalesceLongest);
    target.urgent = urgent();
}

void CoalescingFields::setTriggers(TriggerSet triggers)
{
    m_triggers = triggers;
    for (const auto &[trigger, objectName] : kUrgent)
        m_urgentBoxes.value(trigger)->setEnabled(triggers.has(trigger));
    sayLines();
}

std::optional<Milliseconds> CoalescingFields::window() const
{
    return timeIn(m_windowEdit);
}

// Without a window there is nothing to widen: what stands in the field waits until there is one.
std::optional<Milliseconds> CoalescingFields::longest() const
{
    return window() == 0ms ? Milliseconds(0) : timeIn(m_longestEdit);
}

TriggerSet CoalescingFields::urgent() const
{
    TriggerSet urgent;
    for (const auto &[trigger, objectName] : kUrgent) {
        const QCheckBox *box = m_urgentBoxes.value(trigger);
        urgent.set(trigger, window() != 0ms && m_triggers.has(trigger) && box->isChecked());
    }
    return urgent;
}

void CoalescingFields::sayLines()
{
    const bool open = window() != 0ms;
    m_longestEdit->setEnabled(open);
    m_urgentLabel->setVisible(open);
    m_urgentRow->setVisible(open);
    if (const QString unread = problem(); !unread.isEmpty())
        return m_line->say(Mood::Problem, unread);
    CallbackTarget now;
    storeInto(now);
    m_line->say(Mood::Hint, open ? words::coalescing(now) : tr("Off: every event is a request of its own."));
}

void CoalescingFields::show(const QList<FieldProblem> &problems)
{
    sayLines();
    for (const FieldProblem &found : problems) {
        if (found.field == TargetField::Coalescing)
            m_line->say(found.blocking ? Mood::Problem : Mood::Warning, found.text);
    }
}

QString CoalescingFields::problem() const
{
    if (!window())
        return tr("Not a duration: write 60s, 5m or 1h, or leave it empty for off.");
    return longest() ? QString() : tr("Not a duration: write 5m or 1h, or leave it empty for a fixed window.");
}

QString CoalescingFields::value() const
{
    const auto shortest = window();
    const auto widest = longest();
    if (!shortest || !widest)
        return tr("not a duration");
    const QString text = words::window(*shortest, *widest);
    return *shortest > 0ms && *widest > *shortest ? tr("%1, adapting").arg(text) : text;
}

} // namespace callboard

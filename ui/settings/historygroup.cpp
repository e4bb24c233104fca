#include "ui/settings/historygroup.h"

#include "ui/look/recorded.h"
#include "ui/targets/form/fieldgrid.h"
#include "ui/targets/form/named.h"

#include <QLineEdit>

namespace callboard {

using Mood = FieldLine::Mood;
using namespace std::chrono_literals;

namespace {

constexpr int kShortField = 120;

// A bare number is days here: nobody keeps a log for 90 seconds. Nothing, or the word in the empty field, is for ever.
std::optional<Milliseconds> ageIn(const QLineEdit *edit)
{
    const QString text = edit->text().trimmed();
    if (text.isEmpty() || text == edit->placeholderText())
        return 0ms;
    bool isNumber = false;
    const int days = text.toInt(&isNumber);
    return isNumber ? parseDuration(QStringLiteral("%1d").arg(days)) : parseDuration(text);
}

std::optional<qint64> limitIn(const QLineEdit *edit)
{
    const QString text = edit->text().trimmed();
    return text.isEmpty() ? 0 : parseSize(text);
}

} // namespace

HistoryGroup::HistoryGroup(QWidget *parent)
    : SettingsGroup(
        "history", tr("History"),
        tr("Deliveries that have ended go, with their attempts and the events that nothing else needs. What "
           "is still owed stays, and so do targets, projects and the present record of published assets."),
        parent)
{
    m_ageEdit = named(new QLineEdit(this), "historyAgeEdit", tr("Keep deliveries for"));
    m_ageEdit->setPlaceholderText(tr("for ever"));
    m_ageEdit->setFixedWidth(kShortField);
    m_ageLine = new FieldLine("historyAgeLine");
    grid().addRow(tr("&Keep for"), inRow({m_ageEdit}), m_ageLine, m_ageEdit);
    m_limitEdit = named(new QLineEdit(this), "historyLimitEdit", tr("Size of the workspace at most"));
    m_limitEdit->setPlaceholderText(tr("no limit"));
    m_limitEdit->setFixedWidth(kShortField);
    m_limitLine = new FieldLine("historyLimitLine");
    grid().addRow(tr("Size &limit"), inRow({m_limitEdit}), m_limitLine, m_limitEdit);
    for (QLineEdit *edit : {m_ageEdit, m_limitEdit})
        connect(edit, &QLineEdit::textEdited, this, &HistoryGroup::check);
    load({});
}

void HistoryGroup::load(const Retention &retention)
{
    m_original = retention;
    m_ageEdit->setText(retention.age == 0ms ? QString() : formatDuration(retention.age));
    m_limitEdit->setText(retention.bytes == 0 ? QString() : formatSize(retention.bytes));
    check();
}

Retention HistoryGroup::retention() const
{
    Retention retention = m_original;
    retention.age = ageIn(m_ageEdit).value_or(m_original.age);
    // A size is rounded for reading: what was not touched is not a change.
    if (m_limitEdit->text() != (m_original.bytes == 0 ? QString() : formatSize(m_original.bytes)))
        retention.bytes = limitIn(m_limitEdit).value_or(m_original.bytes);
    return retention;
}

bool HistoryGroup::isDirty() const
{
    return retention() != m_original || !problem().isEmpty();
}

QString HistoryGroup::ageProblem() const
{
    if (!ageIn(m_ageEdit))
        return tr("Not a duration: write 90d or 12h, or leave it empty to keep everything.");
    return inOurLanguage(retentionProblem({retention().age, 0}).value_or(QString()));
}

QString HistoryGroup::limitProblem() const
{
    if (!limitIn(m_limitEdit))
        return tr("Not a size: write 2 GB or 500 MB, or leave it empty for no limit.");
    return inOurLanguage(retentionProblem({0ms, retention().bytes}).value_or(QString()));
}

QString HistoryGroup::problem() const
{
    const QString age = ageProblem();
    return age.isEmpty() ? limitProblem() : age;
}

void HistoryGroup::save(PlatformClient &platform)
{
    platform.saveRetention(retention(), this, [this](const Result<Retention> &result) {
        if (result)
            load(*result);
        settle(result ? std::nullopt : std::optional<Error>(result.error()));
    });
}

void HistoryGroup::focusFirst()
{
    m_ageEdit->setFocus(Qt::OtherFocusReason);
}

void HistoryGroup::check()
{
    const Retention now = retention();
    if (const QString problem = ageProblem(); !problem.isEmpty())
        m_ageLine->say(Mood::Problem, problem);
    else
        m_ageLine->say(
            Mood::Hint,
            now.age == 0ms
                ? tr("Empty: nothing goes by its age.")
                : tr("Counted from a delivery's end. An event sent again after that is taken for a new one."));
    if (const QString problem = limitProblem(); !problem.isEmpty())
        m_limitLine->say(Mood::Problem, problem);
    else
        m_limitLine->say(Mood::Hint,
                         now.bytes == 0 ? tr("Empty: the workspace may grow as it needs to.")
                                        : tr("Beyond it the oldest deliveries go first, before their time."));
    tellEdited();
}

} // namespace callboard

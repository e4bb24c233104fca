#include "ui/targets/together/togetherdialog.h"

#include "ui/look/look.h"
#include "ui/targets/form/fieldline.h"
#include "ui/targets/form/named.h"
#include "ui/targets/targetwords.h"
#include "ui/targets/together/togetherfields.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace callboard {

namespace {

constexpr int kWidth = 680;
constexpr int kMostNamed = 4;

} // namespace

TogetherDialog::TogetherDialog(EngineClient &engine, const QList<CallbackTarget> &targets, QWidget *parent)
    : EditDialog(parent)
    , m_engine(engine)
    , m_targets(targets)
{
    named(this, "togetherDialog", tr("Edit together"));
    setWindowTitle(tr("Edit %n targets together[*]", nullptr, int(targets.size())));
    setBody(makeForm());
    setSaveWords(tr("&Save %n targets", nullptr, int(targets.size())), tr("Saves all of them, or none (Enter)"));
    connect(m_fields, &TogetherRows::edited, this, [this] {
        footLine().hush();
        follow();
    });
    follow();
    resize(kWidth, sizeHint().height());
    focusFirst();
}

QWidget *TogetherDialog::makeForm()
{
    auto *form = new QWidget;
    auto *head = named(look::plainLabel(names(), form), "togetherNamesLabel", tr("Selected targets"));
    head->setWordWrap(true);
    auto *rule = look::plainLabel(tr("Only what is ticked changes. All of them are saved, or none."), form);
    look::makeQuiet(rule);
    m_fields = new TogetherFields(m_targets, form);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(look::kMargin, look::kMargin, look::kMargin, look::kGap);
    column->setSpacing(look::kGap / 2);
    column->addWidget(head);
    column->addWidget(rule);
    column->addSpacing(look::kGroupGap - look::kGap / 2);
    column->addWidget(m_fields);
    column->addStretch(1);
    return form;
}

QString TogetherDialog::names() const
{
    QStringList list;
    for (const CallbackTarget &target : m_targets.first(std::min<qsizetype>(m_targets.size(), kMostNamed)))
        list.append(target.name);
    const QString named = list.join(QStringLiteral(", "));
    return m_targets.size() > kMostNamed ? tr("%1 and %2 more").arg(named).arg(m_targets.size() - kMostNamed) : named;
}

bool TogetherDialog::isDirty() const
{
    return !m_fields->edit().isEmpty();
}

QString TogetherDialog::obstacle() const
{
    if (const QString problem = m_fields->problem(); !problem.isEmpty())
        return problem;
    const TargetEdit edit = m_fields->edit();
    if (edit.isEmpty())
        return tr("Nothing is ticked, so nothing would change.");
    const QList<CallbackTarget> changed = changedBy(m_targets, edit);
    return changed.isEmpty() ? tr("All of them have these values already.") : problemWith(changed);
}

void TogetherDialog::save()
{
    const TargetEdit edit = m_fields->edit();
    m_engine.saveTargets(changedBy(m_targets, edit), this,
                         [this, edit](const Result<QList<CallbackTarget>> &result) { saveFinished(result, edit); });
}

void TogetherDialog::saveFinished(const Result<QList<CallbackTarget>> &result, const TargetEdit &edit)
{
    savingEnded();
    if (!result) {
        footLine().say(FieldLine::Mood::Problem,
                       result.error().code == ErrorCode::Conflict ? result.error().detail
                                                                  : words::problem(result.error()));
        return;
    }
    QList<CallbackTarget> before;
    for (const CallbackTarget &target : m_targets) {
        if (edited(target, edit) != target)
            before.append(target);
    }
    emit saved(before, *result, wordsOf(edit));
    accept();
}

void TogetherDialog::focusFirst()
{
    m_fields->focusFirst();
}

} // namespace callboard

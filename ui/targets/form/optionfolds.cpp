#include "ui/targets/form/optionfolds.h"

#include "ui/look/look.h"
#include "ui/targets/form/accessfolds.h"
#include "ui/targets/form/coalescingfields.h"
#include "ui/targets/form/fieldgrid.h"
#include "ui/targets/form/foldbox.h"
#include "ui/targets/form/named.h"
#include "ui/targets/form/pipeliningfields.h"
#include "ui/targets/form/retrytimeline.h"
#include "ui/targets/form/signingfields.h"
#include "ui/targets/targetwords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace callboard {

using Mood = FieldLine::Mood;

namespace {

constexpr int kShortField = 88;

QLineEdit *shortEdit(QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setFixedWidth(kShortField);
    return edit;
}

} // namespace

OptionFolds::OptionFolds(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::kGap / 2);
    column->addWidget(makeCoalescing());
    column->addWidget(makeRetry());
    column->addWidget(makeLimits());
    column->addWidget(makeSigning());
    m_access = new AccessFolds(this);
    column->addWidget(m_access);
    watch();
    load({});
}

FoldBox *OptionFolds::makeCoalescing()
{
    m_coalescingFields = new CoalescingFields;
    return m_coalescing = new FoldBox("coalescingFold", tr("Coalescing window"), m_coalescingFields, this);
}

FoldBox *OptionFolds::makeRetry()
{
    m_retryGrid = new FieldGrid;
    m_retryEdit = named(new QLineEdit(this), "retryEdit", tr("Retry schedule"));
    m_retryEdit->setPlaceholderText(tr("5s,1m,5m or “standard” or “none”"));
    m_retryLine = new FieldLine("retryLine");
    m_retryGrid->addRow(tr("Dela&ys"), m_retryEdit, m_retryLine);
    m_retryTimeline = new RetryTimeline;
    m_retryGrid->addRow(tr("Tries"), m_retryTimeline);
    return m_retry = new FoldBox("retryFold", tr("Retry schedule"), m_retryGrid, this);
}

FoldBox *OptionFolds::makeLimits()
{
    m_limitsGrid = new FieldGrid;
    m_timeoutEdit = named(shortEdit(this), "timeoutEdit", tr("Time-out of the whole request"));
    m_connectEdit = named(shortEdit(this), "connectTimeoutEdit", tr("Time-out for connecting"));
    auto *connectLabel = look::plainLabel(tr("of which connecting"));
    m_timeoutLine = new FieldLine("timeoutLine");
    m_limitsGrid->addRow(tr("&Time-out"), inRow({m_timeoutEdit, connectLabel, m_connectEdit}), m_timeoutLine,
                         m_timeoutEdit);
    m_inFlightSpin = named(new QSpinBox(this), "inFlightSpin", tr("Requests in flight"));
    m_inFlightSpin->setRange(1, 256);
    m_inFlightSpin->setFixedWidth(kShortField);
    m_orderedCheck = named(new QCheckBox(tr("One at a time per asset, oldest first")), "orderedCheck",
                           tr("One at a time per asset, oldest first"));
    m_limitsLine = new FieldLine("limitsLine");
    m_limitsGrid->addRow(tr("&In flight"), m_inFlightSpin, m_limitsLine);
    m_limitsGrid->addRow({}, m_orderedCheck);
    m_rateLine = new FieldLine("rateLine");
    m_limitsGrid->addRow(tr("Rate"), makeRate(), m_rateLine, m_rateEdit);
    m_pipelining = new PipeliningFields(this);
    m_limitsGrid->addRow(tr("Connection"), m_pipelining, nullptr, m_pipelining->focusProxy());
    m_privateCheck = named(new QCheckBox(tr("Allow internal addresses")), "allowPrivateCheck",
                           tr("Allow internal addresses"));
    auto *privateLine = new FieldLine("privateLine");
    privateLine->say(Mood::Hint, tr("Of this computer and of private networks; else they are refused."));
    m_limitsGrid->addRow(tr("Security"), m_privateCheck, privateLine);
    m_scopeLine = new FieldLine("scopeLine");
    m_limitsGrid->addRow(tr("Sco&pe"), makeScope(), m_scopeLine, m_scopeCombo);
    return m_limits = new FoldBox("limitsFold", tr("Limits, security, scope"), m_limitsGrid, this);
}

FoldBox *OptionFolds::makeSigning()
{
    m_signingFields = new SigningFields;
    return m_signing = new FoldBox("signingFold", tr("Signing"), m_signingFields, this);
}

QWidget *OptionFolds::makeRate()
{
    m_rateEdit = named(shortEdit(this), "rateEdit", tr("Rate: requests at most in a second, minute or hour"));
    m_rateEdit->setPlaceholderText(tr("No limit"));
    return inRow({m_rateEdit});
}

QWidget *OptionFolds::makeScope()
{
    m_scopeCombo = named(new QComboBox(this), "scopeCombo", tr("Scope"));
    m_scopeCombo->addItem(tr("All assets"), int(ScopeKind::All));
    m_scopeCombo->addItem(tr("One project"), int(ScopeKind::Project));
    m_scopeCombo->addItem(tr("One asset"), int(ScopeKind::Asset));
    m_scopeEdit = named(new QLineEdit(this), "scopeEdit", tr("Project or asset"));
    m_scopeEdit->setMinimumWidth(2 * kShortField);
    return inRow({m_scopeCombo, m_scopeEdit});
}

void OptionFolds::watch()
{
    const auto tell = [this] {
        showValues();
        emit edited();
    };
    for (QLineEdit *edit : {m_retryEdit, m_timeoutEdit, m_connectEdit, m_rateEdit, m_scopeEdit})
        connect(edit, &QLineEdit::textEdited, this, tell);
    for (QCheckBox *box : {m_orderedCheck, m_privateCheck})
        connect(box, &QCheckBox::clicked, this, tell);
    connect(m_coalescingFields, &CoalescingFields::edited, this, tell);
    connect(m_pipelining, &PipeliningFields::edited, this, tell);
    connect(m_signingFields, &SigningFields::edited, this, tell);
    connect(m_access, &AccessFolds::edited, this, tell);
    connect(m_inFlightSpin, &QSpinBox::valueChanged, this, tell);
    connect(m_scopeCombo, &QComboBox::currentIndexChanged, this, tell);
}

void OptionFolds::begin(const CallbackTarget &stored)
{
    m_signingFields->begin(stored.signing);
    m_access->begin(stored);
}

void OptionFolds::aboutToSave()
{
    m_signingFields->countFromNow();
}

void OptionFolds::load(const CallbackTarget &target)
{
    const QSignalBlocker spin(m_inFlightSpin);
    const QSignalBlocker combo(m_scopeCombo);
    m_coalescingFields->load(target);
    m_retryEdit->setText(target.retry == RetryPolicy::standard() ? QStringLiteral("standard")
                                                                 : target.retry.toString());
    m_timeoutEdit->setText(formatDuration(target.totalTimeout));
    m_connectEdit->setText(formatDuration(target.connectTimeout));
    m_inFlightSpin->setValue(target.maxInFlight);
    m_rateEdit->setText(rateText(target.rate));
    m_orderedCheck->setChecked(target.ordered);
    m_pipelining->load(target);
    m_privateCheck->setChecked(target.allowPrivate);
    m_scopeCombo->setCurrentIndex(m_scopeCombo->findData(int(target.scope.kind)));
    m_scopeEdit->setText(target.scope.id);
    m_signingFields->load(target);
    m_access->load(target);
    showValues();
}

void OptionFolds::storeInto(CallbackTarget &target) const
{
    m_coalescingFields->storeInto(target);
    target.retry = RetryPolicy::parse(m_retryEdit->text()).value_or(target.retry);
    target.totalTimeout = parseDuration(m_timeoutEdit->text()).value_or(target.totalTimeout);
    target.connectTimeout = parseDuration(m_connectEdit->text()).value_or(target.connectTimeout);
    target.maxInFlight = m_inFlightSpin->value();
    target.rate = rate().value_or(target.rate);
    target.ordered = m_orderedCheck->isChecked();
    m_pipelining->storeInto(target);
    target.allowPrivate = m_privateCheck->isChecked();
    target.scope.kind = static_cast<ScopeKind>(m_scopeCombo->currentData().toInt());
    target.scope.id = target.scope.kind == ScopeKind::All ? QString() : m_scopeEdit->text().trimmed();
    m_signingFields->storeInto(target);
    m_access->storeInto(target);
}

QStringList OptionFolds::problems() const
{
    QStringList problems;
    if (const QString unread = m_coalescingFields->problem(); !unread.isEmpty())
        problems.append(unread);
    for (const FieldLine *line : {m_retryLine, m_timeoutLine, m_rateLine}) {
        if (line->mood() == Mood::Problem)
            problems.append(line->sentence());
    }
    if (const QString wrong = m_signingFields->problem(); !wrong.isEmpty())
        problems.append(wrong);
    return problems + m_access->problems();
}

void OptionFolds::setTriggers(TriggerSet triggers)
{
    m_coalescingFields->setTriggers(triggers);
}

void OptionFolds::showProblems(const QList<FieldProblem> &problems)
{
    showValues();
    m_coalescingFields->show(problems);
    m_signingFields->show(problems);
    m_access->showProblems(problems);
    for (const FieldProblem &problem : problems) {
        const Mood mood = problem.blocking ? Mood::Problem : Mood::Warning;
        switch (problem.field) {
        case TargetField::Timeout: m_timeoutLine->say(mood, problem.text); break;
        case TargetField::Limits: m_limitsLine->say(mood, problem.text); break;
        case TargetField::Scope: m_scopeLine->say(mood, problem.text); break;
        default: break;
        }
    }
}

void OptionFolds::showValues()
{
    m_coalescing->setValue(m_coalescingFields->value());
    m_signing->setValue(m_signingFields->value());
    showRetry();
    showLimits();
}

void OptionFolds::showRetry()
{
    const auto policy = RetryPolicy::parse(m_retryEdit->text());
    m_retry->setValue(policy ? words::retries(*policy) : tr("not a schedule"));
    m_retryTimeline->setEnabled(policy.has_value());
    if (policy)
        m_retryTimeline->setPolicy(*policy);
    if (!policy)
        m_retryLine->say(Mood::Problem, tr("Not a schedule: write delays such as 5s,1m,5m, or “standard” or “none”."));
    else if (policy->delays.isEmpty())
        m_retryLine->say(Mood::Hint, tr("A delivery that fails is not tried again by itself."));
    else
        m_retryLine->say(Mood::Hint, tr("%1, each delay moved by up to 20 % either way.").arg(words::retries(*policy)));
}

// Nothing, or the words that stand in the empty field, is no limit.
std::optional<Rate> OptionFolds::rate() const
{
    const QString text = m_rateEdit->text().trimmed();
    return text == m_rateEdit->placeholderText() ? Rate{} : rateLimitFrom(text);
}

void OptionFolds::showLimits()
{
    const auto total = parseDuration(m_timeoutEdit->text());
    const auto connecting = parseDuration(m_connectEdit->text());
    if (!total || !connecting)
        m_timeoutLine->say(Mood::Problem, tr("Not a duration: write 15s or 500ms."));
    else
        m_timeoutLine->hush();
    if (!rate())
        m_rateLine->say(Mood::Problem,
                        tr("Not a rate: write 50/s, 100/min or 1000/h, 100000/s at most, or leave it empty."));
    else
        m_rateLine->say(Mood::Hint, tr("Requests at most, such as 50/s, 100/min or 1000/h."));
    m_limitsLine->hush();
    m_inFlightSpin->setEnabled(!m_pipelining->isOn());
    QStringList values{total ? words::duration(*total) : QStringLiteral("–"),
                       m_pipelining->isOn() ? m_pipelining->value() : tr("%1 in flight").arg(m_inFlightSpin->value())};
    if (const Rate limit = rate().value_or(Rate{}); limit.isSet())
        values.append(tr("%1 at most").arg(rateText(limit)));
    values.append(showScope());
    m_limits->setValue(values.join(tr(", ")));
}

QString OptionFolds::showScope()
{
    m_scopeLine->hush();
    const auto kind = static_cast<ScopeKind>(m_scopeCombo->currentData().toInt());
    m_scopeEdit->setVisible(kind != ScopeKind::All);
    m_scopeEdit->setPlaceholderText(kind == ScopeKind::Project ? tr("Project, such as 16") : tr("Asset id"));
    if (kind == ScopeKind::All)
        return tr("all assets");
    return (kind == ScopeKind::Project ? tr("project %1") : tr("asset %1")).arg(m_scopeEdit->text());
}

void OptionFolds::alignWith(FieldGrid *form)
{
    FieldGrid::alignLabels(QList<FieldGrid *>{form, m_coalescingFields, m_retryGrid, m_limitsGrid, m_signingFields}
                           + m_access->grids());
    FoldBox::alignValues(QList<FoldBox *>{m_coalescing, m_retry, m_limits, m_signing} + m_access->folds());
}

} // namespace callboard

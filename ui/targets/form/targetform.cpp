// How the form is put together and what its lines say; what it holds: targetformstate.cpp.
#include "ui/targets/form/targetform.h"

#include "core/domain/urlcredentials.h"
#include "ui/look/look.h"
#include "ui/look/recorded.h"
#include "ui/targets/form/accessfolds.h"
#include "ui/targets/form/fieldgrid.h"
#include "ui/targets/form/headerfield.h"
#include "ui/targets/form/named.h"
#include "ui/targets/form/optionfolds.h"
#include "ui/targets/form/signingfields.h"
#include "ui/targets/form/sourcefields.h"
#include "ui/targets/form/triggerboxes.h"
#include "ui/targets/form/urlcheck.h"
#include "ui/targets/targetwords.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace callboard {

using Mood = FieldLine::Mood;

TargetForm::TargetForm(QWidget *parent)
    : QWidget(parent)
    , m_grid(new FieldGrid(this))
{
    setObjectName(QStringLiteral("targetForm"));
    makePresets();
    makeIdentity();
    makeMethodAndFormat();
    makeSource();
    makeHeadersAndTriggers();
    m_folds = new OptionFolds(this);
    m_folds->alignWith(m_grid);
    connect(m_folds, &OptionFolds::edited, this, [this] {
        check();
        emit edited();
    });

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::kGroupGap);
    column->addWidget(m_grid);
    column->addWidget(m_folds);
    column->addStretch(1);
    setTarget({});
}

void TargetForm::makePresets()
{
    auto *lightFlow = named(new QPushButton(tr("LightFlow")), "presetLightFlowButton", tr("LightFlow preset"));
    lightFlow->setToolTip(
        tr("What LightFlow's document says: POST, JSON, onSuccess and onFailure, each event at once"));
    auto *spark = named(new QPushButton(tr("Spark media callback")), "presetSparkButton",
                        tr("Spark media callback preset"));
    spark->setToolTip(tr("What Spark's document says: POST, XML, its four events, at most one request in 60 s with the "
                         "latest state, pipelining"));
    for (QPushButton *button : {lightFlow, spark})
        button->setAutoDefault(false);
    connect(lightFlow, &QPushButton::clicked, this, [this] { applyPreset(lightFlowPreset()); });
    connect(spark, &QPushButton::clicked, this, [this] { applyPreset(sparkPreset()); });
    m_grid->addRow(tr("Preset"), inRow({lightFlow, spark}), nullptr, lightFlow);
}

void TargetForm::makeIdentity()
{
    m_nameEdit = named(new QLineEdit(this), "nameEdit", tr("Name"));
    m_nameEdit->setPlaceholderText(tr("CMS ingest"));
    m_nameLine = new FieldLine("nameLine");
    m_grid->addRow(tr("&Name"), m_nameEdit, m_nameLine);
    m_urlEdit = named(new QLineEdit(this), "urlEdit", tr("URL"));
    m_urlEdit->setLayoutDirection(Qt::LeftToRight);
    m_urlEdit->setPlaceholderText(QStringLiteral("https://callback.example/ingest"));
    m_urlLine = new FieldLine("urlLine");
    m_grid->addRow(tr("&URL"), m_urlEdit, m_urlLine);
    m_moveButton = named(new QPushButton(tr("Move to authentication"), this), "moveCredentialsButton",
                         tr("Move the URL's user name and password to authentication"));
    m_moveButton->setAutoDefault(false);
    m_moveLabel = m_grid->addRow({}, inRow({m_moveButton}), nullptr, m_moveButton);
    connect(m_moveButton, &QPushButton::clicked, this, &TargetForm::moveCredentials);
    connect(m_nameEdit, &QLineEdit::textEdited, this, [this] {
        m_nameProblem.clear();
        touch(TargetField::Name);
    });
    connect(m_urlEdit, &QLineEdit::textEdited, this, &TargetForm::takeUrl);
}

void TargetForm::makeMethodAndFormat()
{
    m_methods = new QButtonGroup(this);
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look::kGroupGap);
    const struct {
        Method method;
        const char *objectName;
    } kRadios[] = {{Method::Post, "methodPostRadio"}, {Method::Put, "methodPutRadio"}, {Method::Get, "methodGetRadio"}};
    for (const auto &[method, objectName] : kRadios) {
        auto *radio = named(new QRadioButton(toString(method)), objectName, tr("Method %1").arg(toString(method)));
        m_methods->addButton(radio, int(method));
        layout->addWidget(radio);
    }
    m_formatCombo = named(new QComboBox(this), "formatCombo", tr("Format"));
    for (PayloadFormat format : {PayloadFormat::LightFlow, PayloadFormat::Spark, PayloadFormat::CloudEvents})
        m_formatCombo->addItem(words::format(format), int(format));
    auto *label = new QLabel(tr("For&mat"));
    label->setBuddy(m_formatCombo);
    layout->addStretch(1);
    layout->addWidget(label);
    layout->addWidget(m_formatCombo);
    m_methodLine = new FieldLine("methodLine");
    m_grid->addRow(tr("Meth&od"), row, m_methodLine, m_methods->button(int(Method::Post)));
    connect(m_methods, &QButtonGroup::idClicked, this, [this] { touch(TargetField::Method); });
    connect(m_formatCombo, &QComboBox::activated, this, [this] { touch(TargetField::Format); });
}

void TargetForm::makeSource()
{
    m_source = new SourceFields(this);
    m_grid->addRow(tr("Sour&ce"), m_source, nullptr, m_source->focusProxy());
    connect(m_source, &SourceFields::edited, this, [this] { touch(TargetField::Source); });
}

void TargetForm::makeHeadersAndTriggers()
{
    m_headers = new HeaderField(this);
    m_headersLine = new FieldLine("headersLine");
    m_grid->addRow(tr("&Headers"), m_headers, m_headersLine);
    m_triggerBoxes = new TriggerBoxes(this);
    m_grid->addRow(tr("Fires"), m_triggerBoxes, nullptr, m_triggerBoxes->firstBox());
    connect(m_headers, &HeaderField::headersChanged, this, [this] { touch(TargetField::Headers); });
    connect(m_headers, &HeaderField::curlPasted, this, &TargetForm::takeCurl);
    connect(m_triggerBoxes, &TriggerBoxes::triggersChanged, this, [this](TriggerSet triggers) {
        m_folds->setTriggers(triggers);
        touch(TargetField::Triggers);
    });
}

void TargetForm::showNameProblem(const QString &sentence)
{
    m_nameProblem = sentence;
    check();
    m_nameEdit->setFocus(Qt::OtherFocusReason);
    m_nameEdit->selectAll();
    emit edited();
}

void TargetForm::focusFirst()
{
    m_nameEdit->setFocus(Qt::OtherFocusReason);
}

void TargetForm::touch(TargetField field)
{
    m_touched.insert(field);
    check();
    emit edited();
}

void TargetForm::check()
{
    const CallbackTarget now = target();
    QList<FieldProblem> problems = validate(now);
    for (FieldProblem &problem : problems)
        problem.text = inOurLanguage(problem.text);
    showLine(m_nameLine, TargetField::Name, problems);
    if (!m_nameProblem.isEmpty())
        m_nameLine->say(Mood::Problem, m_nameProblem);
    showHeadersLine(now, problems);
    m_folds->access()->setMail(now.isMail());
    m_folds->showProblems(problems);
    showUrlLine(now, problems);
    showMethodLine(now, problems);
    m_triggerBoxes->setUrgent(now.urgent);
}

// The rule about Spark's POST concerns a choice made with one click: said at once, touched or not.
void TargetForm::showMethodLine(const CallbackTarget &target, const QList<FieldProblem> &problems)
{
    m_methodLine->say(Mood::Hint,
                      target.isMail() ? tr("An e-mail has no method; the format is its attachment's.") : QString());
    for (const FieldProblem &problem : problems) {
        if (problem.field == TargetField::Method || problem.field == TargetField::Format)
            m_methodLine->say(Mood::Problem, problem.text);
    }
}

void TargetForm::showLine(FieldLine *line, TargetField field, const QList<FieldProblem> &problems)
{
    line->hush();
    if (!m_touched.contains(field))
        return;
    const auto of = [field](bool blocking) {
        return [field, blocking](const FieldProblem &p) { return p.field == field && p.blocking == blocking; };
    };
    auto found = std::find_if(problems.begin(), problems.end(), of(true));
    if (found == problems.end())
        found = std::find_if(problems.begin(), problems.end(), of(false));
    if (found != problems.end())
        line->say(found->blocking ? Mood::Problem : Mood::Warning, found->text);
}

// A line that can't be read comes first, then what core refuses, then what to think of.
void TargetForm::showHeadersLine(const CallbackTarget &target, const QList<FieldProblem> &problems)
{
    if (!m_headers->problems().isEmpty())
        return m_headersLine->say(Mood::Problem, m_headers->problems().join(u'\n'));
    showLine(m_headersLine, TargetField::Headers, problems);
    if (!m_headersLine->sentence().isEmpty())
        return;
    if (target.isMail() && !target.headers.isEmpty())
        m_headersLine->say(Mood::Hint, tr("An e-mail does not carry these headers."));
    else if (const QStringList advice = m_headers->advice(); !advice.isEmpty())
        m_headersLine->say(Mood::Warning, advice.join(u'\n'));
}

void TargetForm::showUrlLine(const CallbackTarget &target, const QList<FieldProblem> &problems)
{
    const bool touched = m_touched.contains(TargetField::Url);
    if (m_urlCheck && touched)
        m_urlCheck->follow(target);
    m_folds->access()->offerPin(m_urlCheck ? m_urlCheck->pin() : QString());
    const bool credentials = separatedCredentials(target.url).had;
    m_moveLabel->setVisible(credentials); // what is hidden in it leaves a row its height
    m_moveButton->parentWidget()->setVisible(credentials);
    if (!touched && !credentials)
        return m_urlLine->say(Mood::Hint, tr("https, http, or mailto:name@example.com for an e-mail"));
    UrlAdvice advice = urlAdviceFor(target, problems);
    if (m_urlCheck)
        advice = together(advice, m_urlCheck->advice());
    m_urlLine->say(advice.mood, advice.sentence);
}

// What core thinks of the URL in this target counts more than what is to be thought of any.
UrlAdvice TargetForm::urlAdviceFor(const CallbackTarget &target, const QList<FieldProblem> &problems) const
{
    UrlAdvice advice = urlAdvice(target.url, target.allowPrivate);
    const auto warning = std::ranges::find_if(
        problems, [](const FieldProblem &p) { return p.field == TargetField::Url && !p.blocking; });
    if (advice.mood != Mood::Problem && warning != problems.end())
        advice = {Mood::Warning, warning->text};
    return advice;
}

void TargetForm::setResolver(Resolver &resolver)
{
    m_urlCheck = new UrlCheck(resolver, this);
    connect(m_urlCheck, &UrlCheck::changed, this, &TargetForm::check);
    check();
}

void TargetForm::setStoredPublicKey(const QString &key)
{
    m_folds->signing()->setStoredPublicKey(key);
}

void TargetForm::setKnownHeaderNames(const QStringList &names)
{
    m_headers->setKnownNames(names);
}

void TargetForm::chooseRelay()
{
    m_source->chooseRelay();
}

} // namespace callboard

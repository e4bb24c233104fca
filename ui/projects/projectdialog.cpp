#include "ui/projects/projectdialog.h"

#include "ui/look/look.h"
#include "ui/look/recorded.h"
#include "ui/targets/form/fieldgrid.h"
#include "ui/targets/form/named.h"
#include "ui/targets/form/urladvice.h"
#include "ui/targets/targetwords.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QTimeZone>
#include <QVBoxLayout>

namespace callboard {

using Mood = FieldLine::Mood;

namespace {

constexpr int kWidth = 620;

// Cities only: what a person looks for, without the abbreviations and the fixed offsets.
QStringList zoneNames()
{
    QStringList names;
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
        if (id == "UTC" || (id.contains('/') && !id.startsWith("Etc/")))
            names.append(QString::fromLatin1(id));
    }
    return names;
}

QString zoneProblem(const QString &zone)
{
    Project only;
    only.id = QStringLiteral("1");
    only.zone = zone;
    return inOurLanguage(projectProblem(only).value_or(QString()));
}

} // namespace

ProjectDialog::ProjectDialog(PlatformClient &platform, const ProjectRow &row, const QStringList &taken, QWidget *parent)
    : EditDialog(parent)
    , m_platform(platform)
    , m_before(row)
    , m_taken(taken)
{
    named(this, "projectDialog", tr("Project Settings"));
    setWindowTitle(isNew() ? tr("New project[*]")
                           : tr("Project Settings of “%1”[*]").arg(words::projectTitle(row.project)));
    setBody(makeForm());
    load();
    resize(kWidth, layout()->totalHeightForWidth(kWidth)); // sentences wrap, and are all to be read
    focusFirst();
}

QWidget *ProjectDialog::makeForm()
{
    auto *grid = new FieldGrid;
    makeIdentity(*grid);
    makeZone(*grid);
    grid->addRow(tr("Media Callback &URL"), makeUrl(), nullptr, m_urlEdit);
    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(look::kMargin, look::kMargin, look::kMargin, look::kGap);
    column->addWidget(grid);
    column->addStretch(1);
    return form;
}

void ProjectDialog::makeIdentity(FieldGrid &grid)
{
    m_nameEdit = named(new QLineEdit(this), "projectNameEdit", tr("Name"));
    m_nameEdit->setPlaceholderText(tr("Fan site"));
    grid.addRow(tr("&Name"), m_nameEdit);
    m_idEdit = named(new QLineEdit(this), "projectIdEdit", tr("Id (vhost)"));
    m_idEdit->setPlaceholderText(QStringLiteral("16"));
    m_idEdit->setReadOnly(!isNew());
    m_idLine = new FieldLine("projectIdLine");
    grid.addRow(tr("&Id (vhost)"), m_idEdit, m_idLine);
    connect(m_nameEdit, &QLineEdit::textEdited, this, &ProjectDialog::check);
    connect(m_idEdit, &QLineEdit::textEdited, this, [this] {
        m_idTouched = true;
        check();
    });
}

void ProjectDialog::makeZone(FieldGrid &grid)
{
    m_zoneCombo = named(new QComboBox(this), "projectZoneCombo", tr("Time zone of its dates"));
    m_zoneCombo->setEditable(true);
    m_zoneCombo->setInsertPolicy(QComboBox::NoInsert);
    m_zoneCombo->addItem({});
    m_zoneCombo->addItems(zoneNames());
    m_zoneCombo->completer()->setFilterMode(Qt::MatchContains);
    m_zoneCombo->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_zoneCombo->lineEdit()->setPlaceholderText(tr("Not known"));
    m_zoneCombo->lineEdit()->setObjectName(QStringLiteral("projectZoneEdit"));
    m_zoneCombo->lineEdit()->setAccessibleName(tr("Time zone of its dates"));
    m_zoneLine = new FieldLine("projectZoneLine");
    grid.addRow(tr("Time &zone"), m_zoneCombo, m_zoneLine);
    connect(m_zoneCombo, &QComboBox::editTextChanged, this, &ProjectDialog::check);
}

QWidget *ProjectDialog::makeUrl()
{
    m_urlEdit = named(new QLineEdit(this), "mediaCallbackUrlEdit", tr("Media Callback URL"));
    m_urlEdit->setLayoutDirection(Qt::LeftToRight);
    m_urlEdit->setPlaceholderText(QStringLiteral("https://example.org/yourcallback.py"));
    m_urlLine = new FieldLine("mediaCallbackUrlLine");
    m_consequenceLine = new FieldLine("consequenceLine");
    connect(m_urlEdit, &QLineEdit::textEdited, this, &ProjectDialog::check);
    auto *field = new QWidget;
    auto *column = new QVBoxLayout(field);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::kGap / 2);
    column->addWidget(m_urlEdit);
    column->addWidget(m_urlLine);
    column->addWidget(m_consequenceLine);
    return field;
}

void ProjectDialog::load()
{
    const Project &project = m_before.project;
    m_nameEdit->setText(project.name);
    m_idEdit->setText(project.id);
    m_zoneCombo->setCurrentIndex(m_zoneCombo->findText(project.zone));
    m_zoneCombo->setEditText(project.zone);
    m_urlEdit->setText(project.mediaCallbackUrl);
    m_original = this->project();
    check();
}

Project ProjectDialog::project() const
{
    Project project = m_before.project;
    project.name = m_nameEdit->text().trimmed();
    project.id = m_idEdit->text().trimmed();
    project.zone = m_zoneCombo->currentText().trimmed();
    project.mediaCallbackUrl = m_urlEdit->text().trimmed();
    return project;
}

bool ProjectDialog::isDirty() const
{
    return project() != m_original;
}

QString ProjectDialog::idProblem(const Project &project) const
{
    Project only;
    only.id = project.id;
    if (const auto problem = projectProblem(only))
        return inOurLanguage(*problem);
    return isNew() && m_taken.contains(project.id) ? tr("There is a project with the id %1 already.").arg(project.id)
                                                   : QString();
}

QString ProjectDialog::obstacle() const
{
    const Project now = project();
    if (const QString problem = idProblem(now); !problem.isEmpty())
        return problem;
    return inOurLanguage(projectProblem(now).value_or(QString()));
}

void ProjectDialog::check()
{
    const Project now = project();
    const QString id = idProblem(now);
    if (m_idTouched && !id.isEmpty())
        m_idLine->say(Mood::Problem, id);
    else
        m_idLine->say(Mood::Hint,
                      isNew() ? tr("Spark's number of the project: <vhost> in its records.")
                              : tr("The project is known by it; it can't be changed."));
    if (const QString zone = zoneProblem(now.zone); !zone.isEmpty())
        m_zoneLine->say(Mood::Problem, zone);
    else
        m_zoneLine->say(Mood::Hint, tr("Spark writes its dates without a zone. Optional."));
    showUrl(now);
    follow();
}

void ProjectDialog::showUrl(const Project &now)
{
    const QString &url = now.mediaCallbackUrl;
    const bool allowPrivate = m_before.target && m_before.target->target.allowPrivate;
    const UrlAdvice advice = url.isEmpty() ? UrlAdvice{} : urlAdvice(url, allowPrivate);
    m_urlLine->say(advice.mood, advice.sentence);
    const words::Consequence consequence = words::consequence(m_before, url);
    if (advice.mood == Mood::Problem)
        m_consequenceLine->hush();
    else
        m_consequenceLine->say(consequence.mood, consequence.sentence);
    if (consequence.removesTarget)
        setSaveWords(tr("&Save and remove target"), consequence.sentence);
    else
        setSaveWords(tr("&Save"), tr("Saves the project (Enter)"));
}

void ProjectDialog::save()
{
    m_platform.saveProject(project(), this, [this](const Result<Project> &result) {
        savingEnded();
        if (!result)
            return showFailure(result.error());
        emit saved(*result);
        accept();
    });
}

void ProjectDialog::showFailure(const Error &error)
{
    // A target takes its name from its project.
    const bool taken = error.code == ErrorCode::NameTaken;
    footLine().say(Mood::Problem,
                   taken ? tr("There is a target of that name already. Give the project another name.")
                         : words::problem(error));
    focusFirst();
}

void ProjectDialog::focusFirst()
{
    m_nameEdit->setFocus(Qt::OtherFocusReason);
}

} // namespace callboard

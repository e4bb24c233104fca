#include "ui/settings/settingsgroup.h"

#include "ui/look/look.h"
#include "ui/targets/form/fieldgrid.h"
#include "ui/targets/targetwords.h"

#include <QLabel>
#include <QVBoxLayout>

namespace callboard {

SettingsGroup::SettingsGroup(const char *objectName, const QString &title, const QString &sentence, QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_grid(new FieldGrid)
{
    const QString name = QString::fromLatin1(objectName);
    setObjectName(QString(name + QStringLiteral("Group")));
    setAccessibleName(title);
    m_failure = new FieldLine(QByteArray(name.toLatin1() + "FailureLine").constData());
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(look::kGap);
    m_column->addWidget(sectionHead(title, sentence));
    m_column->addWidget(m_grid);
    m_column->addWidget(m_failure);
}

void SettingsGroup::tellEdited()
{
    m_failure->hush();
    emit edited();
}

void SettingsGroup::settle(const std::optional<Error> &failure)
{
    if (failure)
        m_failure->say(FieldLine::Mood::Problem, words::problem(*failure));
    else
        m_failure->hush();
    emit saveFinished(!failure);
}

QWidget *sectionHead(const QString &title, const QString &sentence)
{
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::kGap / 2);
    auto *name = look::plainLabel(title);
    name->setFont(look::sectionFont());
    auto *text = look::plainLabel(sentence);
    text->setWordWrap(true);
    look::makeQuiet(text);
    column->addWidget(name);
    column->addWidget(text);
    return head;
}

} // namespace callboard

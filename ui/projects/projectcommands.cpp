#include "ui/projects/projectcommands.h"

#include "ui/projects/projectdialog.h"
#include "ui/shell/messagebar.h"
#include "ui/targets/targetwords.h"

namespace callboard {

ProjectCommands::ProjectCommands(PlatformClient &platform, MessageBar &messages, QWidget *window)
    : QObject(window)
    , m_platform(platform)
    , m_messages(messages)
    , m_window(window)
{
}

void ProjectCommands::create(const QStringList &taken)
{
    edit({}, taken);
}

void ProjectCommands::edit(const ProjectRow &row, const QStringList &taken)
{
    auto *dialog = new ProjectDialog(m_platform, row, taken, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ProjectDialog::saved, this, [this, row](const Project &now) { tellSaved(row, now); });
    dialog->open();
}

void ProjectCommands::tellSaved(const ProjectRow &before, const Project &now)
{
    emit saved(now.id);
    emit changed();
    if (before.target || !now.target.isValid())
        return;
    const QString text = tr("Project “%1” calls %2 from now on. Headers, retry and limits are its target's.")
                             .arg(words::projectTitle(now), now.mediaCallbackUrl);
    m_messages.post({Message::Kind::Info, text, tr("Edit target…"),
                     [this, target = now.target] { emit editTargetRequested(target); }},
                    this);
}

void ProjectCommands::remove(const ProjectRow &row)
{
    m_messages.post({Message::Kind::Question, words::removalQuestion(row), tr("Remove"),
                     [this, id = row.project.id] { removeNow(id); }},
                    this);
}

void ProjectCommands::removeNow(const QString &id)
{
    m_platform.removeProject(id, this, [this](const Result<QString> &result) {
        if (!result)
            m_messages.post({Message::Kind::Error, words::problem(result.error()), {}, {}});
        emit changed();
    });
}

} // namespace callboard

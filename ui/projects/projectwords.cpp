#include "ui/projects/projectwords.h"

#include "ui/targets/targetwords.h"

#include <QCoreApplication>

namespace callboard::words {

using Mood = FieldLine::Mood;

namespace {

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("ProjectWords", text, nullptr, count);
}

QString whatSparkSends()
{
    return tr("Makes a target: POST, XML, four events (rated, moderated, transcoded, external), at most one request "
              "per 60 s with the latest state.");
}

} // namespace

QString projectTitle(const Project &project)
{
    return project.name.isEmpty() ? project.id : project.name;
}

QString targetState(const ProjectRow &row)
{
    return row.target ? state(row.target->target.state) : tr("No callbacks");
}

QString lastResult(const ProjectRow &row, Timestamp now)
{
    if (!row.target)
        return QStringLiteral("–");
    if (!row.target->lastError.isEmpty())
        return row.target->lastError;
    return row.target->lastDeliveredAt ? tr("delivered %1").arg(ago(*row.target->lastDeliveredAt, now))
                                       : QStringLiteral("–");
}

QString cancelled(qint64 open)
{
    if (open == 0)
        return tr("it owes no deliveries");
    return open == 1 ? tr("1 open delivery is cancelled") : tr("%1 open deliveries are cancelled").arg(open);
}

QString removalQuestion(const ProjectRow &row)
{
    const QString question = tr("Remove project “%1”?").arg(projectTitle(row.project));
    if (!row.target)
        return tr("%1 It has no target.").arg(question);
    return tr("%1 Its target “%2” goes with it: %3. What was delivered stays in the log.")
        .arg(question, row.target->target.name, cancelled(row.target->open));
}

Consequence consequence(const ProjectRow &before, const QString &url)
{
    if (!before.target) {
        return url.isEmpty() ? Consequence{Mood::Hint, tr("Empty: the project sends no callbacks."), false}
                             : Consequence{Mood::Hint, whatSparkSends(), false};
    }
    const CallbackTarget &target = before.target->target;
    if (url.isEmpty())
        return {Mood::Warning, tr("Removes target “%1”: %2.").arg(target.name, cancelled(before.target->open)), true};
    if (url == target.url)
        return {Mood::Hint, tr("Of target “%1”, which has all other settings.").arg(target.name), false};
    return {Mood::Hint, tr("Changes the address of target “%1”; the rest of it stays.").arg(target.name), false};
}

} // namespace callboard::words

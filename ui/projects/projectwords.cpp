#include "ui/projects/projectwords.h"

#include "ui/deliveries/deliverytext.h"
#include "ui/look/recorded.h"
#include "ui/targets/targetwords.h"

#include <QCoreApplication>

namespace callboard::words {

using Mood = FieldLine::Mood;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(callboard::ProjectWords)
};

QString whatSparkSends()
{
    return Words::tr(
        "Makes a target: POST, XML, four events (rated, moderated, transcoded, external), at most one request "
        "per 60 s with the latest state.");
}

} // namespace

QString projectTitle(const Project &project)
{
    return project.name.isEmpty() ? project.id : project.name;
}

QString targetState(const ProjectRow &row)
{
    return row.target ? state(row.target->target.state) : Words::tr("No callbacks");
}

QString lastResult(const ProjectRow &row, Timestamp now)
{
    if (!row.target)
        return QStringLiteral("–");
    if (!row.target->lastError.isEmpty())
        return inOurLanguage(row.target->lastError);
    return row.target->lastDeliveredAt
        ? Words::tr("delivered %1").arg(deliverytext::ago(*row.target->lastDeliveredAt, now))
        : QStringLiteral("–");
}

QString cancelled(qint64 open)
{
    if (open == 0)
        return Words::tr("it owes no deliveries");
    return Words::tr("%n open deliveries are cancelled", nullptr, int(open));
}

QString removalQuestion(const ProjectRow &row)
{
    const QString question = Words::tr("Remove project “%1”?").arg(projectTitle(row.project));
    if (!row.target)
        return Words::tr("%1 It has no target.").arg(question);
    return Words::tr("%1 Its target “%2” goes with it: %3. What was delivered stays in the log.")
        .arg(question, row.target->target.name, cancelled(row.target->open));
}

Consequence consequence(const ProjectRow &before, const QString &url)
{
    if (!before.target) {
        return url.isEmpty() ? Consequence{Mood::Hint, Words::tr("Empty: the project sends no callbacks."), false}
                             : Consequence{Mood::Hint, whatSparkSends(), false};
    }
    const CallbackTarget &target = before.target->target;
    if (url.isEmpty())
        return {Mood::Warning, Words::tr("Removes target “%1”: %2.").arg(target.name, cancelled(before.target->open)),
                true};
    if (url == target.url)
        return {Mood::Hint, Words::tr("Of target “%1”, which has all other settings.").arg(target.name), false};
    return {Mood::Hint, Words::tr("Changes the address of target “%1”; the rest of it stays.").arg(target.name), false};
}

} // namespace callboard::words

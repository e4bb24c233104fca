#include "core/domain/project.h"

#include "core/domain/target.h"

#include <QTimeZone>

namespace callboard {

std::optional<QString> projectProblem(const Project &project)
{
    if (project.id.trimmed().isEmpty())
        return QStringLiteral("The project id (vhost) is missing.");
    if (project.id != project.id.trimmed())
        return QStringLiteral("The project id “%1” begins or ends with a blank.").arg(project.id);
    if (!project.zone.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(project.zone.toUtf8()))
        return QStringLiteral("The time zone “%1” is not known; expected a name such as America/Toronto.")
            .arg(project.zone);
    if (project.mediaCallbackUrl.isEmpty())
        return std::nullopt;
    if (project.mediaCallbackUrl.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive))
        return QStringLiteral("A Media Callback URL is called by HTTP: it begins with https:// or http://.");
    return urlProblem(project.mediaCallbackUrl);
}

} // namespace callboard

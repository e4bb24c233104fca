// Projects as the page reads them, with and without the target of their Media Callback URL.
#pragma once

#include "ui/projects/projectwords.h"

namespace callboard {

inline Project project(const QString &id, const QString &name, const QString &url = {})
{
    Project project;
    project.id = id;
    project.name = name;
    project.mediaCallbackUrl = url;
    return project;
}

inline CallbackTarget targetOf(const Project &project)
{
    CallbackTarget target = sparkPreset();
    target.name = QString(project.name + QStringLiteral(" (media callback)"));
    target.url = project.mediaCallbackUrl;
    target.scope = {ScopeKind::Project, project.id};
    return target;
}

inline ProjectRow rowWithTarget(qint64 open = 0)
{
    ProjectRow row;
    row.project = project(QStringLiteral("16"), QStringLiteral("Fan site"), QStringLiteral("https://fan.example/cb"));
    row.project.target = TargetId{7};
    TargetSummary summary;
    summary.target = targetOf(row.project);
    summary.target.id = TargetId{7};
    summary.open = open;
    row.target = summary;
    return row;
}

} // namespace callboard

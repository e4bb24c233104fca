#include "core/store/tables/projectstore.h"

namespace callboard {

namespace {

// A target that was removed on its own leaves the project without one.
const QString kSelect = QStringLiteral("SELECT p.id, p.name, p.zone, t.id, t.url FROM project p "
                                       "LEFT JOIN target t ON t.id = p.target_id AND t.removed_at IS NULL");

QList<Project> projectsFrom(Query *row)
{
    QList<Project> projects;
    while (row->next()) {
        Project project;
        project.id = row->value(0).toString();
        project.name = row->value(1).toString();
        project.zone = row->value(2).toString();
        project.target = {row->value(3).toLongLong()};
        project.mediaCallbackUrl = row->value(4).toString();
        projects.append(project);
    }
    return projects;
}

} // namespace

Result<QList<Project>> ProjectStore::all()
{
    return m_db.run(kSelect + QLatin1String(" ORDER BY LOWER(p.name), p.id")).map(projectsFrom);
}

Result<Project> ProjectStore::byId(const QString &id)
{
    return m_db.run(kSelect + QLatin1String(" WHERE p.id = ?"), {id})
        .map(projectsFrom)
        .and_then([&id](const QList<Project> &found) -> Result<Project> {
            if (found.isEmpty())
                return fail(ErrorCode::NotFound, QStringLiteral("There is no project “%1”.").arg(id));
            return found.first();
        });
}

Result<void> ProjectStore::save(const Project &project)
{
    return m_db
        .run(QStringLiteral("INSERT INTO project (id, name, zone, target_id) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO "
                            "UPDATE SET name = excluded.name, zone = excluded.zone, target_id = excluded.target_id"),
             {project.id, project.name, project.zone,
              project.target.isValid() ? QVariant(project.target.value) : QVariant()})
        .map([](Query *) {});
}

Result<void> ProjectStore::remove(const QString &id)
{
    return m_db.run(QStringLiteral("DELETE FROM project WHERE id = ?"), {id}).map([](Query *) {});
}

} // namespace callboard

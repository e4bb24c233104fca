#include "core/store/workspacefile.h"

#include "core/store/history.h"
#include "core/store/sql/filecopy.h"
#include "core/store/tables/workspacesettingsstore.h"

#include <QFileInfo>

namespace callboard {

namespace {

struct Figure {
    const char *sql;
    qint64 WorkspaceInfo::*into;
};

constexpr Figure kFigures[] = {
    {"PRAGMA user_version", &WorkspaceInfo::schema},
    {"SELECT COUNT(*) FROM target WHERE removed_at IS NULL", &WorkspaceInfo::targets},
    {"SELECT COUNT(*) FROM event", &WorkspaceInfo::events},
    {"SELECT COALESCE(SUM(n), 0) FROM tally", &WorkspaceInfo::deliveries},
    {"SELECT COALESCE(SUM(n), 0) FROM tally WHERE state < 10", &WorkspaceInfo::open},
    {"SELECT COUNT(*) FROM attempt", &WorkspaceInfo::attempts},
    {"SELECT COALESCE(MAX(value), 0) FROM total WHERE name = 'pruned'", &WorkspaceInfo::pruned},
};

Result<void> readFigures(Database &db, WorkspaceInfo &info)
{
    for (const Figure &figure : kFigures) {
        const auto value = db.number(QLatin1String(figure.sql));
        if (!value)
            return tl::unexpected(value.error());
        info.*figure.into = value->value_or(0);
    }
    for (const auto &[sql, into] :
         {std::pair{"SELECT received_at FROM event ORDER BY id LIMIT 1", &info.oldestEvent},
          std::pair{"SELECT received_at FROM event ORDER BY id DESC LIMIT 1", &info.newestEvent}}) {
        const auto time = db.number(QLatin1String(sql));
        if (!time)
            return tl::unexpected(time.error());
        if (*time)
            *into = timeFrom(**time);
    }
    return {};
}

} // namespace

Result<WorkspaceInfo> workspaceInfo(Database &db)
{
    WorkspaceInfo info;
    info.path = db.path();
    info.tag = db.tag();
    info.fileBytes = QFileInfo(db.path()).size() + QFileInfo(db.path() + QStringLiteral("-wal")).size();
    return db.beginReading()
        .and_then([&] { return readFigures(db, info); })
        .and_then([&] { return usedBytes(db); })
        .and_then([&](qint64 used) {
            info.usedBytes = used;
            return WorkspaceSettingsStore(db).load();
        })
        .map([&](const WorkspaceSettings &settings) {
            info.retention = settings.retention;
            db.rollback();
            return info;
        });
}

Result<void> backupWorkspace(Database &db, const QString &file, const FileProgress &progress)
{
    const QString path = QFileInfo(file).absoluteFilePath();
    if (QFileInfo::exists(path))
        return fail(ErrorCode::Conflict, QStringLiteral("%1 exists already; nothing was overwritten.").arg(path));
    return copyDatabase(db.handle(), path, FileExists::Refuse, progress);
}

Result<QString> keepBeforeMigration(sqlite3 *source, const QString &workspace, int schema)
{
    const QString path = QStringLiteral("%1.schema%2.bak").arg(workspace).arg(schema);
    return copyDatabase(source, path, FileExists::Replace, {})
        .map([&path] { return path; })
        .map_error([](const Error &error) {
            return Error{error.code,
                         QStringLiteral("The workspace was not brought up to date, since no copy of it could be kept: ")
                             + error.detail};
        });
}

Result<void> compact(Database &db)
{
    return db.run(QStringLiteral("VACUUM"))
        .and_then([&db](Query *) { return db.run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")); })
        .map([](Query *row) { row->finish(); });
}

} // namespace callboard

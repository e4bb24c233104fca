#include "core/store/sql/bytesearch.h"
#include "core/store/sql/database.h"
#include "core/store/sql/migrations.h"
#include "core/store/sql/schema.h"
#include "core/store/workspacefile.h"
#include "core/store/workspacerights.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QStorageInfo>

#include <algorithm>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace callboard {

namespace {

constexpr qint64 kApplicationId = 0x43614264; // "CaBd"
constexpr int kBusyTimeout = 5000;            // milliseconds
constexpr qint64 kPageSize = 4096;
constexpr qint64 kLargestLog = 4000; // pages, 16 MB: what changes often is copied back once
constexpr qint64 kSmallestLog = 64;
constexpr int kMostNamed = 5;

// Pages that the write-ahead log takes before it is copied back: where there is little room, it takes an eighth of it,
// since copying back needs room as well.
int logPages(const QString &path)
{
    const qint64 free = QStorageInfo(QFileInfo(path).absolutePath()).bytesAvailable();
    return int(std::clamp(free / 8 / kPageSize, kSmallestLog, kLargestLog));
}

QString newTag()
{
    static constexpr char kAlphabet[] = "abcdefghijkmnpqrstuvwxyz23456789";
    QString tag;
    for (int i = 0; i < 6; ++i)
        tag += QLatin1Char(kAlphabet[QRandomGenerator::system()->bounded(32)]);
    return tag;
}

// A file that was handed over may carry what acts by itself, or in another's place. It would not run; nothing is
// written into such a file all the same.
Result<void> checkSchema(sqlite3 *db, const QString &path)
{
    const auto found = notAsMade(db);
    if (!found)
        return fail(found.error().code, QStringLiteral("%1: %2").arg(path, found.error().detail));
    if (found->isEmpty())
        return {};
    QString names = found->mid(0, kMostNamed).join(QLatin1String(", "));
    if (found->size() > kMostNamed)
        names += QStringLiteral(" and %1 more").arg(found->size() - kMostNamed);
    return fail(ErrorCode::StoreCorrupt,
                QStringLiteral("%1: There is something in this workspace that Callboard did not make: %2. Nothing was "
                               "changed. “callboard workspace verify” names all of it; “callboard workspace salvage "
                               "FILE” takes what is Callboard's into a new file.")
                    .arg(path, names));
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(const QString &workspace, Access access)
{
    if (workspace.startsWith(QLatin1String("postgresql://")))
        return fail(ErrorCode::StoreUnavailable,
                    QStringLiteral("PostgreSQL workspaces are not part of this version; name a file instead."));
    std::unique_ptr<Database> db(new Database);
    db->m_path = QFileInfo(workspace).absoluteFilePath();
    const auto opened = (access == Access::Write ? checkRights(db->m_path) : Result<void>())
                            .and_then([&] { return db->prepareFile(access); })
                            .and_then([&] { return db->connect(access); })
                            .and_then([&] { return db->migrate(access); })
                            .and_then([&] { return db->readTag(); });
    if (!opened)
        return tl::unexpected(opened.error());
    sqlite3_db_config(db->m_db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
    return db;
}

Result<void> Database::prepareFile(Access access)
{
    const QFileInfo file(m_path);
    if (file.exists()) {
        if (!file.isFile())
            return fail(ErrorCode::NotADatabase, QStringLiteral("%1 is not a file.").arg(m_path));
        // The file itself is never read here: closing it would drop every lock that this process has on it, and
        // another process would then take the write-ahead log for abandoned and delete it.
        return {};
    }
    if (access == Access::Read)
        return fail(ErrorCode::StoreUnavailable, QStringLiteral("There is no workspace at %1.").arg(m_path));
    const QString directory = file.absolutePath();
    if (!QDir(directory).exists()) {
        if (!QDir().mkpath(directory))
            return fail(ErrorCode::StoreUnavailable, QStringLiteral("Can't make the directory %1.").arg(directory));
        QFile::setPermissions(directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    // Made here so that it never exists with wider rights; SQLite gives -wal and -shm the same.
    const int descriptor = ::open(QFile::encodeName(m_path).constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (descriptor < 0 && errno != EEXIST)
        return fail(ErrorCode::StoreUnavailable,
                    QStringLiteral("Can't make the file %1: %2.").arg(m_path, qt_error_string()));
    if (descriptor >= 0)
        ::close(descriptor);
    return {};
}

Result<void> Database::connect(Access access)
{
    // Statistics of its memory, which nobody asks for, would cost a mutex for each allocation.
    static const int configured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    Q_UNUSED(configured)
    // One thread uses the connection: SQLite's own mutexes are not needed.
    const int mode = access == Access::Read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    const int code = sqlite3_open_v2(m_path.toUtf8().constData(), &m_db,
                                     mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    if (code != SQLITE_OK) {
        const Error error = Query::lastError(m_db);
        return fail(error.code, QStringLiteral("%1: %2").arg(m_path, error.detail));
    }
    sqlite3_busy_timeout(m_db, kBusyTimeout);
    if (!addByteSearch(m_db))
        return fail(ErrorCode::StoreUnavailable, QStringLiteral("%1: %2").arg(m_path, Query::lastError(m_db).detail));
    // A file that is refused stays as it is, and what lies beside it as its log is not written into it.
    sqlite3_db_config(m_db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3_db_config(m_db, SQLITE_DBCONFIG_LOOKASIDE, nullptr, 1200, 256);
    distrustSchema(m_db);
    // What it is, by reading alone; only then anything is set.
    return checkIdentity()
        .and_then([&] { return access == Access::Write ? checkSchema(m_db, m_path) : Result<void>(); })
        .and_then([&] { return setPragmas(access); });
}

Result<void> Database::setPragmas(Access access)
{
    struct Pragma {
        const char *name;
        const char *value;
        const char *readBack;
        bool writing; // only where the connection may write
    };
    static constexpr Pragma kPragmas[] = {
        {"journal_mode", "WAL", "wal", true},  {"synchronous", "FULL", "2", false},
        {"foreign_keys", "ON", "1", false},    {"trusted_schema", "OFF", "0", false},
        {"cell_size_check", "ON", "1", false}, {"journal_size_limit", "67108864", "67108864", true},
        {"temp_store", "MEMORY", "2", false},  {"cache_size", "-16384", "-16384", false},
    };
    for (const Pragma &pragma : kPragmas) {
        if (pragma.writing && access == Access::Read)
            continue;
        const QString name = QLatin1String(pragma.name);
        auto set = run(QStringLiteral("PRAGMA %1 = %2").arg(name, QLatin1String(pragma.value)));
        if (!set)
            return tl::unexpected(set.error());
        (*set)->finish();
        auto read = run(QStringLiteral("PRAGMA %1").arg(name));
        if (!read)
            return tl::unexpected(read.error());
        const QString now = (*read)->next() ? (*read)->text(0) : QString();
        (*read)->finish();
        if (now != QLatin1String(pragma.readBack))
            return fail(ErrorCode::StoreUnavailable,
                        QStringLiteral("%1: The database refuses %2 = %3 (a network drive?).")
                            .arg(m_path, name, QLatin1String(pragma.value)));
    }
    if (access == Access::Write)
        sqlite3_wal_autocheckpoint(m_db, logPages(m_path));
    return {};
}

Result<void> Database::checkIdentity()
{
    const auto version = number(QStringLiteral("PRAGMA user_version"));
    const auto applicationId = number(QStringLiteral("PRAGMA application_id"));
    const auto tables = number(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    for (const auto *answer : {&version, &applicationId, &tables}) {
        if (!*answer)
            return tl::unexpected(answer->error());
    }
    if (applicationId->value_or(0) != kApplicationId && tables->value_or(0) > 0)
        return fail(
            ErrorCode::NotADatabase,
            QStringLiteral("%1: This is not a Callboard workspace: it is an SQLite database of another program.")
                .arg(m_path));
    if (version->value_or(0) > newestSchema())
        return fail(
            ErrorCode::NewerSchema,
            QStringLiteral("%1: This workspace was written by a newer Callboard (schema %2, this version knows %3). "
                           "Nothing was changed.")
                .arg(m_path)
                .arg(version->value_or(0))
                .arg(newestSchema()));
    return {};
}

Result<void> Database::migrate(Access access)
{
    const auto version = number(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return tl::unexpected(version.error());
    const int current = int(version->value_or(0));
    if (current == newestSchema())
        return {};
    if (access == Access::Read)
        return fail(ErrorCode::StoreUnavailable,
                    QStringLiteral("This workspace has to be opened for writing once, to bring it up to date."));
    if (current > 0) { // whatever the migration does, the way back is there
        if (auto kept = keepBeforeMigration(m_db, m_path, current); !kept)
            return tl::unexpected(kept.error());
    }
    for (int step = current + 1; step <= newestSchema(); ++step) {
        if (auto applied = applyMigration(step); !applied) {
            rollback();
            return applied;
        }
    }
    m_byAddress.clear();
    m_statements.clear(); // they were made for tables that look different now
    return {};
}

Result<void> Database::applyMigration(int step)
{
    if (auto begun = begin(); !begun)
        return begun;
    const auto version = number(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return tl::unexpected(version.error());
    if (version->value_or(0) >= step) { // another process was here first
        rollback();
        return {};
    }
    QStringList statements = migrationStatements(step, m_dialect);
    statements += QStringLiteral("PRAGMA user_version = %1").arg(step);
    statements += QStringLiteral("PRAGMA application_id = %1").arg(kApplicationId);
    Result<void> applied;
    for (const QString &statement : std::as_const(statements))
        applied = applied.and_then([&] { return run(statement).map([](Query *) {}); });
    return applied
        .and_then([&] {
            return run(QStringLiteral("INSERT INTO meta (key, value) VALUES ('tag', ?) ON CONFLICT (key) DO NOTHING"),
                       {newTag()});
        })
        .and_then([&](Query *) { return commit(); });
}

Result<void> Database::readTag()
{
    return run(QStringLiteral("SELECT value FROM meta WHERE key = 'tag'")).map([this](Query *query) {
        if (query->next())
            m_tag = query->text(0);
        query->finish();
    });
}

QString defaultWorkspace()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/callboard/workspace.db");
}

} // namespace callboard

#include "core/store/sql/database.h"

#include "core/store/sql/migrations.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSqlError>
#include <QStandardPaths>

#include <atomic>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace callboard {

namespace {

constexpr qint64 kApplicationId = 0x43614264; // "CaBd"

Error storeError(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt() & 0xFF; // without SQLite's extension
    if (code == 26)                                          // SQLITE_NOTADB
        return {ErrorCode::NotADatabase,
                QStringLiteral("This is not a Callboard workspace: it is no SQLite database.")};
    return {code == 5 ? ErrorCode::StoreBusy : ErrorCode::StoreUnavailable, error.databaseText()};
}

QString newTag()
{
    static constexpr char kAlphabet[] = "abcdefghijkmnpqrstuvwxyz23456789";
    QString tag;
    for (int i = 0; i < 6; ++i)
        tag += QLatin1Char(kAlphabet[QRandomGenerator::system()->bounded(32)]);
    return tag;
}

// Qt binds a null QString as NULL; here only an invalid QVariant means NULL.
QVariant neverNull(const QVariant &value)
{
    if (value.typeId() == QMetaType::QString && value.toString().isNull())
        return QStringLiteral("");
    if (value.typeId() == QMetaType::QByteArray && value.toByteArray().isNull())
        return QByteArray("");
    return value;
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(const QString &workspace, Access access)
{
    if (workspace.startsWith(QLatin1String("postgresql://")))
        return fail(ErrorCode::StoreUnavailable,
                    QStringLiteral("PostgreSQL workspaces are not part of this version; name a file instead."));
    std::unique_ptr<Database> db(new Database);
    const QString path = QFileInfo(workspace).absoluteFilePath();
    const auto opened = db->prepareFile(path, access)
                            .and_then([&] { return db->connect(path, access); })
                            .and_then([&] { return db->migrate(access); })
                            .and_then([&] { return db->readTag(); });
    if (!opened)
        return tl::unexpected(opened.error());
    return db;
}

Database::~Database()
{
    qDeleteAll(m_statements);
    m_statements.clear();
    m_db.close();
    m_db = {};
    if (!m_connection.isEmpty())
        QSqlDatabase::removeDatabase(m_connection);
}

Result<void> Database::prepareFile(const QString &path, Access access)
{
    const QFileInfo file(path);
    if (file.exists()) {
        if (!file.isFile())
            return fail(ErrorCode::NotADatabase, QStringLiteral("%1 is not a file.").arg(path));
        // The file itself is never read here: closing it would drop every lock that this process has on it, and
        // another process would then take the write-ahead log for abandoned and delete it.
        return {};
    }
    if (access == Access::Read)
        return fail(ErrorCode::StoreUnavailable, QStringLiteral("There is no workspace at %1.").arg(path));
    const QString directory = file.absolutePath();
    if (!QDir(directory).exists()) {
        if (!QDir().mkpath(directory))
            return fail(ErrorCode::StoreUnavailable, QStringLiteral("Can't make the directory %1.").arg(directory));
        QFile::setPermissions(directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    // Made here so that it never exists with wider rights; SQLite gives -wal and -shm the same.
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (descriptor < 0 && errno != EEXIST)
        return fail(ErrorCode::StoreUnavailable,
                    QStringLiteral("Can't make the file %1: %2.").arg(path, qt_error_string()));
    if (descriptor >= 0)
        ::close(descriptor);
    return {};
}

Result<void> Database::connect(const QString &path, Access access)
{
    static std::atomic<quint64> counter{0};
    m_connection = QStringLiteral("callboard-%1").arg(++counter);
    m_db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    m_db.setDatabaseName(path);
    m_db.setConnectOptions(access == Access::Read ? QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000")
                                                  : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!m_db.open())
        return fail(ErrorCode::StoreUnavailable, QStringLiteral("%1: %2").arg(path, m_db.lastError().databaseText()));
    // What it is, by reading alone; only then anything is set.
    return checkIdentity().and_then([&] { return setPragmas(access); }).map_error([&path](const Error &error) {
        return Error{error.code, QStringLiteral("%1: %2").arg(path, error.detail)};
    });
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
        {"journal_mode", "WAL", "wal", true},    {"synchronous", "FULL", "2", false},
        {"foreign_keys", "ON", "1", false},      {"trusted_schema", "OFF", "0", false},
        {"cell_size_check", "ON", "1", false},   {"journal_size_limit", "67108864", "67108864", true},
        {"busy_timeout", "5000", "5000", false}, {"temp_store", "MEMORY", "2", false},
    };
    for (const Pragma &pragma : kPragmas) {
        if (pragma.writing && access == Access::Read)
            continue;
        QSqlQuery query(m_db);
        const QString name = QLatin1String(pragma.name);
        if (!query.exec(QStringLiteral("PRAGMA %1 = %2").arg(name, QLatin1String(pragma.value))))
            return tl::unexpected(storeError(query.lastError()));
        query.finish();
        if (!query.exec(QStringLiteral("PRAGMA %1").arg(name)) || !query.next())
            return tl::unexpected(storeError(query.lastError()));
        if (query.value(0).toString() != QLatin1String(pragma.readBack))
            return fail(ErrorCode::StoreUnavailable,
                        QStringLiteral("The database refuses %1 = %2 (a network drive?).")
                            .arg(name, QLatin1String(pragma.value)));
    }
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
        return fail(ErrorCode::NotADatabase,
                    QStringLiteral("This is not a Callboard workspace: it is an SQLite database of another program."));
    if (version->value_or(0) > newestSchema())
        return fail(
            ErrorCode::NewerSchema,
            QStringLiteral("This workspace was written by a newer Callboard (schema %1, this version knows %2). "
                           "Nothing was changed.")
                .arg(version->value_or(0))
                .arg(newestSchema()));
    return {};
}

Result<void> Database::migrate(Access access)
{
    const int current = int(number(QStringLiteral("PRAGMA user_version")).value_or(std::nullopt).value_or(0));
    if (current == newestSchema())
        return {};
    if (access == Access::Read)
        return fail(ErrorCode::StoreUnavailable,
                    QStringLiteral("This workspace has to be opened for writing once, to bring it up to date."));

    for (int step = current + 1; step <= newestSchema(); ++step) {
        auto applied = begin();
        // Another process may have been here first.
        if (applied && number(QStringLiteral("PRAGMA user_version")).value_or(std::nullopt).value_or(0) >= step) {
            rollback();
            continue;
        }
        for (const QString &statement : migrationStatements(step, m_dialect))
            applied = applied.and_then([&] { return run(statement).map([](QSqlQuery *) {}); });
        applied =
            applied
                .and_then(
                    [&] { return run(QStringLiteral("PRAGMA user_version = %1").arg(step)).map([](QSqlQuery *) {}); })
                .and_then([&] {
                    return run(QStringLiteral("PRAGMA application_id = %1").arg(kApplicationId)).map([](QSqlQuery *) {
                    });
                })
                .and_then([&] {
                    return run(QStringLiteral(
                                   "INSERT INTO meta (key, value) VALUES ('tag', ?) ON CONFLICT (key) DO NOTHING"),
                               {newTag()})
                        .map([](QSqlQuery *) {});
                })
                .and_then([&] { return commit(); });
        if (!applied) {
            rollback();
            return applied;
        }
    }
    return {};
}

Result<void> Database::readTag()
{
    return run(QStringLiteral("SELECT value FROM meta WHERE key = 'tag'")).map([this](QSqlQuery *query) {
        if (query->next())
            m_tag = query->value(0).toString();
        query->finish();
    });
}

Result<QSqlQuery *> Database::run(const QString &sql, std::initializer_list<QVariant> values)
{
    return run(sql, QVariantList(values));
}

Result<QSqlQuery *> Database::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery *&query = m_statements[sql];
    if (!query) {
        auto prepared = std::make_unique<QSqlQuery>(m_db);
        prepared->setForwardOnly(true);
        if (!prepared->prepare(sql)) {
            m_statements.remove(sql);
            return tl::unexpected(storeError(prepared->lastError()));
        }
        query = prepared.release();
    }
    for (int i = 0; i < values.size(); ++i)
        query->bindValue(i, neverNull(values[i]));
    if (!query->exec())
        return tl::unexpected(storeError(query->lastError()));
    return query;
}

Result<std::optional<qint64>> Database::number(const QString &sql, const QVariantList &values)
{
    return run(sql, values).map([](QSqlQuery *query) -> std::optional<qint64> {
        std::optional<qint64> answer;
        if (query->next() && !query->isNull(0))
            answer = query->value(0).toLongLong();
        query->finish();
        return answer;
    });
}

Result<void> Database::begin()
{
    return run(beginWriting(m_dialect)).map([](QSqlQuery *query) { query->finish(); });
}

Result<void> Database::commit()
{
    return run(QStringLiteral("COMMIT")).map([](QSqlQuery *query) { query->finish(); });
}

void Database::rollback()
{
    // Fails where SQLite has rolled back by itself (disk full), which is what we want.
    (void)run(QStringLiteral("ROLLBACK"));
}

Result<void> Database::mark()
{
    return run(QStringLiteral("SAVEPOINT part")).map([](QSqlQuery *) {});
}

Result<void> Database::keepMarked()
{
    return run(QStringLiteral("RELEASE SAVEPOINT part")).map([](QSqlQuery *) {});
}

Result<void> Database::undoMarked()
{
    return run(QStringLiteral("ROLLBACK TO SAVEPOINT part"))
        .and_then([this](QSqlQuery *) { return run(QStringLiteral("RELEASE SAVEPOINT part")); })
        .map([](QSqlQuery *) {});
}

Result<qint64> Database::reserve(const QString &sequence, int count)
{
    return number(QStringLiteral("UPDATE sequence SET value = value + ? WHERE name = ? RETURNING value"),
                  {count, sequence})
        .map([count](std::optional<qint64> last) { return last.value_or(0) - count + 1; });
}

qint64 Database::dataVersion()
{
    return number(QStringLiteral("PRAGMA data_version")).value_or(std::nullopt).value_or(0);
}

QString defaultWorkspace()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/callboard/workspace.db");
}

} // namespace callboard

#include "tests/simulation/statewatch.h"

#include <QFile>

#include <sqlite3.h>

namespace callboard::sim {

namespace {

QString changesOf(const QString &workspace)
{
    return workspace + QStringLiteral(".changes");
}

QByteArray quoted(const QString &text)
{
    return '\'' + text.toUtf8().replace('\'', "''") + '\'';
}

// The workspace that is watched: SQLite calls back without saying what for.
QByteArray &watched()
{
    static QByteArray path;
    return path;
}

// The workspace itself takes no table or trigger of somebody else's.
int watch(sqlite3 *db, char **, const sqlite3_api_routines *)
{
    if (watched() != sqlite3_db_filename(db, "main") || sqlite3_db_readonly(db, "main") != 0)
        return SQLITE_OK;
    // The store of temporary things is chosen first: to choose another later takes them away.
    const QByteArray sql = "PRAGMA temp_store = MEMORY; ATTACH " + quoted(changesOf(QFile::decodeName(watched())))
        + " AS changes; PRAGMA changes.synchronous = OFF; "
          "CREATE TEMP TRIGGER delivery_made AFTER INSERT ON main.delivery BEGIN "
          "INSERT INTO state_change (delivery, was, became) VALUES (new.id, -1, new.state); END; "
          "CREATE TEMP TRIGGER delivery_moved AFTER UPDATE OF state ON main.delivery WHEN old.state <> new.state BEGIN "
          "INSERT INTO state_change (delivery, was, became) VALUES (new.id, old.state, new.state); END";
    return sqlite3_exec(db, sql.constData(), nullptr, nullptr, nullptr);
}

using Entry = void (*)();

Entry entry()
{
    return reinterpret_cast<Entry>(&watch);
}

void makeFile(const QString &path)
{
    for (const QString &suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
        QFile::remove(path + suffix);
    sqlite3 *db = nullptr;
    const char *const sql = "PRAGMA journal_mode = WAL; CREATE TABLE state_change "
                            "(seq INTEGER PRIMARY KEY, delivery INTEGER, was INTEGER, became INTEGER)";
    if (sqlite3_open(path.toUtf8().constData(), &db) != SQLITE_OK
        || sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        qFatal("simulation: %s", sqlite3_errmsg(db));
    sqlite3_close(db);
}

} // namespace

StateWatch::StateWatch(const QString &workspace)
{
    makeFile(changesOf(workspace));
    watched() = workspace.toUtf8();
    sqlite3_auto_extension(entry());
}

StateWatch::~StateWatch()
{
    sqlite3_cancel_auto_extension(entry());
    watched().clear();
}

Result<void> StateWatch::showTo(Database &reader)
{
    return reader.run(QStringLiteral("ATTACH ? AS changes"), {changesOf(reader.path())}).map([](Query *query) {
        query->finish();
    });
}

} // namespace callboard::sim

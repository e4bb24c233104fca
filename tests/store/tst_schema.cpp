#include "core/store/sql/database.h"
#include "core/store/sql/migrations.h"
#include "core/store/sql/rawfile.h"
#include "core/store/sql/schema.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace callboard;

// A workspace that somebody else had in his hands.
class tst_Schema : public QObject {
    Q_OBJECT

private slots:
    void init();
    void whatWasAddedIsRefusedForWriting_data();
    void whatWasAddedIsRefusedForWriting();
    void manyAreCounted();
    void noTriggerRuns();
    void noViewIsRead();
    void whatSqliteKeepsIsFine();
    void everyConnectionDistrusts();
    void everyOlderSchemaIsBroughtUpToDate();

private:
    QString path() const { return m_directory->filePath(QStringLiteral("w.db")); }
    QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    // As another program would, which nothing keeps from it.
    void change(const char *sql) const
    {
        sqlite3 *db = nullptr;
        QCOMPARE(sqlite3_open(path().toUtf8().constData(), &db), SQLITE_OK);
        char *error = nullptr;
        QVERIFY2(sqlite3_exec(db, sql, nullptr, nullptr, &error) == SQLITE_OK, error);
        QCOMPARE(sqlite3_close(db), SQLITE_OK);
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void tst_Schema::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(Database::open(path(), Database::Access::Write));
}

void tst_Schema::whatWasAddedIsRefusedForWriting_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const char *sql, const char *named) {
        QTest::newRow(name) << QString::fromLatin1(sql) << QString::fromLatin1(named);
    };
    row("trigger", "CREATE TRIGGER steal AFTER INSERT ON event BEGIN DELETE FROM delivery; END", "trigger steal.");
    row("trigger with a name of ours", "CREATE TRIGGER delivery AFTER INSERT ON event BEGIN DELETE FROM delivery; END",
        "trigger delivery.");
    row("view", "CREATE VIEW peek AS SELECT * FROM target", "view peek.");
    row("view in a table's place", "DROP TABLE tally; CREATE VIEW tally AS SELECT 1 AS target_id, 1 AS state, 1 AS n",
        "view tally.");
    row("virtual table", "CREATE VIRTUAL TABLE look USING fts5(text)", "table look, ");
    row("table", "CREATE TABLE recipe (id INTEGER)", "table recipe.");
    row("index with an expression", "CREATE INDEX slow ON event (hex(zeroblob(9999) || data))", "index slow.");
    row("table that is made in another way",
        "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, 'value TEXT', 'value BLOB') "
        "WHERE name = 'meta'",
        "table meta, changed.");
    row("statistics that are none",
        "PRAGMA writable_schema = ON; INSERT INTO sqlite_master VALUES ('table', 'sqlite_stat1', 'sqlite_stat1', 0, "
        "'CREATE VIRTUAL TABLE sqlite_stat1 USING fts5(text)')",
        "table sqlite_stat1.");
}

void tst_Schema::whatWasAddedIsRefusedForWriting()
{
    QFETCH(QString, sql);
    QFETCH(QString, named);
    change(sql.toUtf8().constData());
    const QByteArray before = content();
    const auto refused = Database::open(path(), Database::Access::Write);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::StoreCorrupt);
    const QString said = refused.error().detail;
    QVERIFY2(said.contains(QLatin1String("did not make: ") + named), qPrintable(said));
    QVERIFY2(said.contains(QLatin1String("workspace verify")) && said.contains(QLatin1String("workspace salvage")),
             qPrintable(said));
    QCOMPARE(content(), before);
}

void tst_Schema::manyAreCounted()
{
    for (int i = 0; i < 9; ++i)
        change(QStringLiteral("CREATE VIEW v%1 AS SELECT 1").arg(i).toUtf8().constData());
    const auto refused = Database::open(path(), Database::Access::Write);
    QVERIFY(!refused);
    QVERIFY2(refused.error().detail.contains(QLatin1String("view v4 and 4 more. ")),
             qPrintable(refused.error().detail));
}

void tst_Schema::noTriggerRuns()
{
    auto db = Database::open(path(), Database::Access::Write).value(); // it comes afterwards
    change("CREATE TRIGGER steal AFTER INSERT ON meta BEGIN UPDATE meta SET value = 'stolen'; END");
    QVERIFY(db->run(QStringLiteral("INSERT INTO meta (key, value) VALUES ('mine', 'kept')")));
    auto raw = RawFile::open(path(), RawFile::Access::Write).value();
    QVERIFY(raw->run(QStringLiteral("INSERT INTO meta (key, value) VALUES ('other', 'kept')")));
    QCOMPARE(db->number(QStringLiteral("SELECT count(*) FROM meta WHERE value = 'kept'")).value().value_or(0), 2);
    QCOMPARE(db->number(QStringLiteral("SELECT count(*) FROM meta WHERE value = 'stolen'")).value().value_or(-1), 0);
}

void tst_Schema::noViewIsRead()
{
    change("DROP TABLE tally; CREATE VIEW tally AS SELECT 1 AS target_id, 1 AS state, 4711 AS n");
    auto db = Database::open(path(), Database::Access::Read);
    QVERIFY(db);
    QVERIFY(!(*db)->number(QStringLiteral("SELECT n FROM tally")));
}

void tst_Schema::whatSqliteKeepsIsFine()
{
    change("ANALYZE");
    QVERIFY(Database::open(path(), Database::Access::Write));
}

void tst_Schema::everyConnectionDistrusts()
{
    auto write = Database::open(path(), Database::Access::Write).value();
    auto read = Database::open(path(), Database::Access::Read).value();
    auto raw = RawFile::open(path(), RawFile::Access::Read).value();
    const std::pair<int, int> wanted[] = {{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                          {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                          {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
                                          {SQLITE_DBCONFIG_ENABLE_VIEW, 0}};
    for (sqlite3 *handle : {write->handle(), read->handle(), raw->handle()}) {
        for (const auto &[option, value] : wanted) {
            int now = -1;
            QCOMPARE(sqlite3_db_config(handle, option, -1, &now), SQLITE_OK);
            QCOMPARE(now, value);
        }
    }
    const QString cells = QStringLiteral("PRAGMA cell_size_check");
    QCOMPARE(write->number(cells).value().value_or(0), 1);
    QCOMPARE(read->number(cells).value().value_or(0), 1);
    QCOMPARE(raw->number(cells).value(), 1);
}

void tst_Schema::everyOlderSchemaIsBroughtUpToDate()
{
    for (int version = 1; version < newestSchema(); ++version) {
        QVERIFY(QFile::remove(path()));
        QByteArray sql;
        for (int step = 1; step <= version; ++step)
            sql += migrationStatements(step, Dialect::Sqlite).join(QLatin1String(";\n")).toUtf8() + ';';
        sql += "PRAGMA application_id = 0x43614264; PRAGMA user_version = " + QByteArray::number(version);
        change(sql.constData());
        auto db = Database::open(path(), Database::Access::Write);
        QVERIFY2(db, db ? "" : qPrintable(db.error().detail));
        QCOMPARE(notAsMade((*db)->handle()).value(), QStringList());
        db->reset();
        for (const char *suffix : {"-wal", "-shm"})
            QFile::remove(path() + QLatin1String(suffix));
    }
}

QTEST_GUILESS_MAIN(tst_Schema)
#include "tst_schema.moc"

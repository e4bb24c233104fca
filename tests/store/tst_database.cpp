#include "core/store/enginelock.h"
#include "core/store/sql/database.h"
#include "core/store/sql/migrations.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace callboard;

class tst_Database : public QObject {
    Q_OBJECT

private slots:
    void fileAndDirectoryBelongToTheOwnerAlone();
    void pragmasAreReadBack();
    void opensAgainAndKeepsItsTag();
    void newerSchemaIsRefusedAndUntouched();
    void textFileIsNotADatabase();
    void foreignDatabaseIsRefused();
    void missingFileIsNotMadeForReading();
    void readingConnectionCannotWrite();
    void openingASecondTimeKeepsTheLocks();
    void idsAreNeverUsedTwice();
    void nullTextsAreStoredAsEmpty();
    void everyMigrationParsesForBothDialects();
    void hotQueriesUseTheIndexMeantForThem_data();
    void hotQueriesUseTheIndexMeantForThem();
    void secondEngineIsToldWhoHoldsIt();

private:
    QString path(const char *name) const { return m_directory.filePath(QLatin1String(name)); }
    static QByteArray content(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QTemporaryDir m_directory;
};

void tst_Database::fileAndDirectoryBelongToTheOwnerAlone()
{
    const QString name = path("deep/er/w.db");
    QVERIFY(Database::open(name, Database::Access::Write));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther
        | QFile::ExeOther;
    QCOMPARE(int(QFileInfo(name).permissions() & others), 0);
    QCOMPARE(int(QFileInfo(path("deep/er")).permissions() & others), 0);
}

void tst_Database::pragmasAreReadBack()
{
    auto db = Database::open(path("p.db"), Database::Access::Write);
    QVERIFY(db);
    QCOMPARE((*db)->number(QStringLiteral("PRAGMA synchronous")).value().value_or(-1), 2);
    QCOMPARE((*db)->number(QStringLiteral("PRAGMA foreign_keys")).value().value_or(-1), 1);
    auto mode = (*db)->run(QStringLiteral("PRAGMA journal_mode"));
    QVERIFY(mode && (*mode)->next());
    QCOMPARE((*mode)->value(0).toString(), QStringLiteral("wal"));
}

void tst_Database::opensAgainAndKeepsItsTag()
{
    const QString tag = Database::open(path("t.db"), Database::Access::Write).value()->tag();
    QCOMPARE(tag.size(), 6);
    QCOMPARE(Database::open(path("t.db"), Database::Access::Write).value()->tag(), tag);
}

void tst_Database::newerSchemaIsRefusedAndUntouched()
{
    const QString name = path("newer.db");
    {
        auto db = Database::open(name, Database::Access::Write).value();
        QVERIFY(db->run(QStringLiteral("PRAGMA user_version = 999")));
        QVERIFY(db->run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
    }
    const QByteArray before = content(name);
    const auto refused = Database::open(name, Database::Access::Write);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NewerSchema);
    QVERIFY(refused.error().detail.contains(QLatin1String("999")));
    QCOMPARE(content(name), before);
}

void tst_Database::textFileIsNotADatabase()
{
    QFile file(path("text.db"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is a shopping list, not a database");
    file.close();
    const auto refused = Database::open(path("text.db"), Database::Access::Write);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NotADatabase);
    QVERIFY(refused.error().detail.contains(path("text.db")));
    QCOMPARE(content(path("text.db")), QByteArray("this is a shopping list, not a database"));
    QCOMPARE(Database::open(m_directory.path(), Database::Access::Write).error().code, ErrorCode::NotADatabase);
}

void tst_Database::foreignDatabaseIsRefused()
{
    const QString name = path("foreign.db");
    {
        sqlite3 *db = nullptr;
        QCOMPARE(sqlite3_open(name.toUtf8().constData(), &db), SQLITE_OK);
        QCOMPARE(sqlite3_exec(db, "CREATE TABLE recipes (id INTEGER)", nullptr, nullptr, nullptr), SQLITE_OK);
        QCOMPARE(sqlite3_close(db), SQLITE_OK);
    }
    const QByteArray before = content(name);
    QCOMPARE(Database::open(name, Database::Access::Write).error().code, ErrorCode::NotADatabase);
    QCOMPARE(content(name), before);
}

void tst_Database::missingFileIsNotMadeForReading()
{
    QVERIFY(!Database::open(path("none.db"), Database::Access::Read));
    QVERIFY(!QFile::exists(path("none.db")));
}

void tst_Database::readingConnectionCannotWrite()
{
    QVERIFY(Database::open(path("r.db"), Database::Access::Write));
    auto db = Database::open(path("r.db"), Database::Access::Read);
    QVERIFY(db);
    QVERIFY(!(*db)->run(QStringLiteral("INSERT INTO meta (key, value) VALUES ('x', 'y')")));
}

// POSIX locks of a file vanish when the process closes any descriptor of it: another process would then delete the
// write-ahead log under us.
void tst_Database::openingASecondTimeKeepsTheLocks()
{
    auto first = Database::open(path("locks.db"), Database::Access::Write);
    QVERIFY(first);
    QVERIFY(Database::open(path("locks.db"), Database::Access::Read));
    QVERIFY(Database::open(path("locks.db"), Database::Access::Write));
    QProcess other;
    other.start(QStringLiteral("python3"),
                {QStringLiteral("-c"),
                 QStringLiteral("import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); "
                                "c.execute(\"INSERT INTO meta VALUES ('other', '1')\"); c.commit(); c.close()"),
                 path("locks.db")});
    QVERIFY(other.waitForFinished());
    QCOMPARE(other.exitCode(), 0);
    QVERIFY(QFile::exists(path("locks.db-wal"))); // the other was not the last
    QCOMPARE((*first)->number(QStringLiteral("SELECT count(*) FROM meta WHERE key = 'other'")).value().value_or(0), 1);
}

void tst_Database::idsAreNeverUsedTwice()
{
    auto db = Database::open(path("i.db"), Database::Access::Write).value();
    QVERIFY(!db->reserve(QStringLiteral("event"), 1));
    QVERIFY(db->begin());
    QCOMPARE(db->reserve(QStringLiteral("event"), 3).value(), 1);
    QCOMPARE(db->reserve(QStringLiteral("event"), 2).value(), 4);
    QCOMPARE(db->reserve(QStringLiteral("delivery"), 1).value(), 1);
    QVERIFY(db->commit());
    auto other = Database::open(path("i.db"), Database::Access::Write).value();
    QVERIFY(other->begin());
    QCOMPARE(other->reserve(QStringLiteral("event"), 1).value(), 6);
    other->rollback();
    QVERIFY(db->begin());
    QCOMPARE(db->reserve(QStringLiteral("event"), 1).value(), 6);
    QVERIFY(db->mark());
    QCOMPARE(db->reserve(QStringLiteral("event"), 1).value(), 7);
    QVERIFY(db->undoMarked());
    QCOMPARE(db->reserve(QStringLiteral("event"), 1).value(), 8); // a gap, never the same again
}

void tst_Database::nullTextsAreStoredAsEmpty()
{
    auto db = Database::open(path("n.db"), Database::Access::Write).value();
    QVERIFY(db->run(QStringLiteral("INSERT INTO meta (key, value) VALUES ('empty', ?)"), {QString()}));
    QCOMPARE(db->number(QStringLiteral("SELECT count(*) FROM meta WHERE value = ''")).value().value_or(0), 1);
}

void tst_Database::everyMigrationParsesForBothDialects()
{
    QVERIFY(newestSchema() >= 1);
    for (int number = 1; number <= newestSchema(); ++number) {
        for (Dialect dialect : {Dialect::Sqlite, Dialect::Postgres}) {
            const QStringList statements = migrationStatements(number, dialect);
            QVERIFY(!statements.isEmpty());
            for (const QString &statement : statements)
                QVERIFY2(!statement.contains(u'{') && !statement.contains(QLatin1String("--")), qPrintable(statement));
        }
    }
}

void tst_Database::hotQueriesUseTheIndexMeantForThem_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("index");
    const auto row = [](const char *name, const char *query, const char *index) {
        QTest::newRow(name) << QString::fromLatin1(query) << QString::fromLatin1(index);
    };
    row("ready",
        "SELECT d.id FROM delivery d WHERE d.target_id = 1 AND d.state < 4 AND d.state <> 2 AND d.due_at <= 9 ORDER BY "
        "d.due_at, d.id LIMIT 6",
        "delivery_ready");
    row("older open",
        "SELECT 1 FROM delivery o WHERE o.target_id = 1 AND o.asset = 'a' AND o.state < 10 AND o.id <> 3 AND (o.state "
        "= 2 OR o.id < 3)",
        "delivery_open");
    row("held", "SELECT id FROM delivery d WHERE d.target_id = 1 AND d.state = 4 ORDER BY d.id LIMIT 500",
        "delivery_held");
    row("became due",
        "SELECT DISTINCT target_id FROM delivery WHERE state < 4 AND state <> 1 AND state <> 2 AND due_at > 5 "
        "AND due_at <= 9",
        "delivery_due");
    row("event's outcomes", "SELECT COUNT(*) FROM delivery WHERE first_event = 4 AND replay_of IS NULL",
        "delivery_by_event");
    row("next due", "SELECT MIN(due_at) FROM delivery WHERE state < 4 AND state <> 1 AND state <> 2 AND due_at > 5",
        "delivery_due");
    row("last window",
        "SELECT id, target_id, state, replay_of FROM delivery WHERE asset = 'a' ORDER BY id DESC LIMIT 500",
        "delivery_by_asset");
    row("failed list",
        "SELECT * FROM delivery WHERE state IN (11) AND state >= 4 AND state <> 10 ORDER BY id DESC LIMIT 100",
        "delivery_log");
    row("oldest waiting: the turn of a target",
        "SELECT o.id FROM delivery o WHERE o.target_id = 1 AND o.state < 4 AND o.state <> 2 ORDER BY o.due_at, o.id "
        "LIMIT 1",
        "delivery_ready");
    row("oldest waiting: tried again", "SELECT r.id FROM delivery r WHERE r.state = 3 ORDER BY r.created_at LIMIT 1",
        "delivery_tried");
    row("newest that are tried again",
        "SELECT cause, error FROM delivery WHERE state = 3 ORDER BY created_at DESC LIMIT 1000", "delivery_tried");
    row("figures of a time",
        "SELECT bucket, target_id, kind, n FROM activity WHERE width = 0 AND bucket >= 1 AND bucket < 9 "
        "ORDER BY bucket, target_id, kind",
        "sqlite_autoindex_activity_1");
    row("attempts", "SELECT * FROM attempt WHERE delivery_id = 4 AND number = 1", "attempt_by_delivery");
}

void tst_Database::hotQueriesUseTheIndexMeantForThem()
{
    QFETCH(QString, query);
    QFETCH(QString, index);
    auto db = Database::open(path("plan.db"), Database::Access::Write).value();
    auto plan = db->run(QStringLiteral("EXPLAIN QUERY PLAN ") + query);
    QVERIFY(plan);
    QString text;
    while ((*plan)->next())
        text += (*plan)->value(3).toString() + QLatin1Char('\n');
    QVERIFY2(text.contains(QRegularExpression(QStringLiteral("USING (COVERING )?INDEX ") + index)), qPrintable(text));
    QVERIFY2(!text.contains(QLatin1String("B-TREE FOR ORDER BY")), qPrintable(text));
}

void tst_Database::secondEngineIsToldWhoHoldsIt()
{
    auto first = lockEngine(path("l.db"));
    QVERIFY(first);
    const auto second = lockEngine(path("l.db"));
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::WorkspaceInUse);
    QVERIFY2(second.error().detail.contains(QString::number(QCoreApplication::applicationPid())),
             qPrintable(second.error().detail));
    first->reset();
    QVERIFY(lockEngine(path("l.db")));
}

QTEST_GUILESS_MAIN(tst_Database)
#include "tst_database.moc"

#include "tests/store/historybench.h"

#include "core/store/sql/migrations.h"
#include "core/store/sql/rawfile.h"
#include "core/store/workspacecheck.h"
#include "core/store/workspacefile.h"
#include "core/store/workspacesalvage.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace callboard;

namespace {

QByteArray content(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void fill(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

void checkpoint(HistoryBench &bench)
{
    QVERIFY(bench.db->number(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
}

// Everything in one file, as after a clean stop.
QByteArray settled(HistoryBench &bench)
{
    bench.db.reset();
    return content(bench.path());
}

} // namespace

class tst_WorkspaceFile : public QObject {
    Q_OBJECT

private slots:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    void aBackupIsAWorkspaceOfItsOwn();
    void aBackupNeverOverwrites();
    void aBackupShowsOneMomentWhileOthersWrite();
    void aBackupOfADamagedFileFailsAndLeavesNothing();
    void aCopyIsKeptBeforeAMigration();
    void theMarkStaysWhereNobodyStopped();
    void aSoundWorkspaceHasNoFindings();
    void damageIsRefusedAndTheFileLeftAsItIs_data();
    void damageIsRefusedAndTheFileLeftAsItIs();
    void theLogOfAnotherFileIsFound();
    void whatIsNotAsMadeIsNamed_data();
    void whatIsNotAsMadeIsNamed();
    void whatIsNoWorkspaceIsAnError();
    void salvageKeepsDefinitionsAndWhatCanBeRead();
    void salvageOfASoundFileIsComplete();
    void compactingGivesRoomBack();
    void infoCountsWhatIsThere();

private:
    QString path(const char *name) const { return m_directory->filePath(QLatin1String(name)); }
    QStringList files() const { return QDir(m_directory->path()).entryList(QDir::Files | QDir::Hidden); }
    std::unique_ptr<QTemporaryDir> m_directory;
};

namespace {

// Each event told to every target.
void live(HistoryBench &bench, int events = 300)
{
    bench.write([&] {
        for (int i = 0; i < events; ++i)
            bench.told(QStringLiteral("asset-%1").arg(i), 1, bench.targets);
    });
}

} // namespace

void tst_WorkspaceFile::aBackupIsAWorkspaceOfItsOwn()
{
    HistoryBench bench(2);
    live(bench);
    QVERIFY(!markRunning(*bench.db).value());
    QList<int> percents;
    QVERIFY(backupWorkspace(*bench.db, path("copy.db"), [&percents](int percent) { percents.append(percent); }));
    QCOMPARE(files(), QStringList{QStringLiteral("copy.db")});
    QCOMPARE(int(QFileInfo(path("copy.db")).permissions() & (QFile::ReadGroup | QFile::ReadOther)), 0);
    QVERIFY(std::is_sorted(percents.begin(), percents.end()));
    QCOMPARE(verifyWorkspace(path("copy.db")).value(), QStringList());
    auto copy = Database::open(path("copy.db"), Database::Access::Write).value();
    QCOMPARE(copy->tag(), bench.db->tag());
    QCOMPARE(copy->number(QStringLiteral("SELECT COUNT(*) FROM delivery")).value().value_or(0), 600);
    QVERIFY(!markRunning(*copy).value()); // it never ran
}

void tst_WorkspaceFile::aBackupNeverOverwrites()
{
    HistoryBench bench;
    fill(path("taken.db"), "somebody's");
    const auto refused = backupWorkspace(*bench.db, path("taken.db"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QCOMPARE(content(path("taken.db")), QByteArray("somebody's"));
    QCOMPARE(files().size(), 1);
}

void tst_WorkspaceFile::aBackupShowsOneMomentWhileOthersWrite()
{
    HistoryBench bench(2);
    live(bench, 1500); // more than one step of pages
    auto reader = Database::open(bench.path(), Database::Access::Read).value();
    int written = 0;
    QVERIFY(backupWorkspace(*reader, path("copy.db"), [&](int) {
        bench.write([&] { bench.told(QStringLiteral("meanwhile"), 2, 2); });
        ++written;
    }));
    QVERIFY(written > 0);
    QCOMPARE(verifyWorkspace(path("copy.db")).value(), QStringList());
    auto copy = Database::open(path("copy.db"), Database::Access::Read).value();
    QCOMPARE(copy->number(QStringLiteral("SELECT COUNT(*) FROM event")).value().value_or(0), 1500);
    QCOMPARE(bench.rows("event"), 1500 + written);
}

void tst_WorkspaceFile::aBackupOfADamagedFileFailsAndLeavesNothing()
{
    HistoryBench bench(2);
    live(bench);
    QByteArray bytes = settled(bench);
    bytes.replace(bytes.size() / 2 / 4096 * 4096, 4096, QByteArray(4096, '\xA5'));
    fill(path("damaged.db"), bytes);
    auto db = Database::open(path("damaged.db"), Database::Access::Read).value();
    const auto failed = backupWorkspace(*db, path("copy.db"));
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, ErrorCode::StoreCorrupt);
    QVERIFY2(failed.error().detail.contains(QLatin1String("workspace salvage")), qPrintable(failed.error().detail));
    db.reset();
    QVERIFY(!QFile::exists(path("copy.db")));
    QVERIFY(files().filter(QStringLiteral("part")).isEmpty());
}

void tst_WorkspaceFile::aCopyIsKeptBeforeAMigration()
{
    HistoryBench bench;
    live(bench, 3);
    const QString kept = keepBeforeMigration(bench.db->handle(), path("w.db"), 2).value();
    QCOMPARE(kept, path("w.db.schema2.bak"));
    QCOMPARE(int(QFileInfo(kept).permissions() & (QFile::ReadGroup | QFile::ReadOther)), 0);
    live(bench, 3);
    QCOMPARE(keepBeforeMigration(bench.db->handle(), path("w.db"), 2).value(), kept); // after an interrupted migration
    auto copy = Database::open(kept, Database::Access::Read).value();
    QCOMPARE(copy->number(QStringLiteral("SELECT COUNT(*) FROM event")).value().value_or(0), 6);
    const auto failed = keepBeforeMigration(bench.db->handle(), path("no/such/directory/w.db"), 2);
    QVERIFY(!failed);
    QVERIFY(failed.error().detail.contains(QLatin1String("was not brought up to date")));
}

void tst_WorkspaceFile::theMarkStaysWhereNobodyStopped()
{
    HistoryBench bench(2);
    QVERIFY(!markRunning(*bench.db).value());
    QVERIFY(markStopped(*bench.db));
    QVERIFY(!markRunning(*bench.db).value());
    QVERIFY(markRunning(*bench.db).value()); // killed, and the file is sound
    live(bench);
    QByteArray bytes = settled(bench);
    bytes.replace(bytes.size() / 2 / 4096 * 4096, 4096, QByteArray(4096, '\xA5'));
    fill(path("damaged.db"), bytes);
    auto damaged = Database::open(path("damaged.db"), Database::Access::Write).value();
    QVERIFY(markRunning(*damaged).value());
    QCOMPARE(quickCheck(*damaged).error().code, ErrorCode::StoreCorrupt);
}

void tst_WorkspaceFile::aSoundWorkspaceHasNoFindings()
{
    HistoryBench bench(2);
    live(bench);
    QStringList steps;
    QCOMPARE(verifyWorkspace(bench.path(), [&steps](const QString &step) { steps.append(step); }).value(),
             QStringList());
    QCOMPARE(steps.size(), 5);
}

void tst_WorkspaceFile::damageIsRefusedAndTheFileLeftAsItIs_data()
{
    QTest::addColumn<int>("from");   // per cent of the file
    QTest::addColumn<int>("length"); // bytes overwritten; 0: cut off there
    QTest::newRow("truncated") << 60 << 0;
    QTest::newRow("truncated within the first page") << 0 << 0;
    QTest::newRow("page flipped in the middle") << 50 << 4096;
    QTest::newRow("page flipped at the end") << 98 << 4096;
    QTest::newRow("a few bytes of a page's head") << 70 << 16;
}

void tst_WorkspaceFile::damageIsRefusedAndTheFileLeftAsItIs()
{
    QFETCH(int, from);
    QFETCH(int, length);
    HistoryBench bench(2);
    live(bench);
    QByteArray bytes = settled(bench);
    const qsizetype offset = bytes.size() * from / 100 / 4096 * 4096;
    if (length > 0)
        bytes.replace(offset, length, QByteArray(length, '\xA5'));
    else
        bytes.truncate(std::max<qsizetype>(offset, 1000));
    fill(path("damaged.db"), bytes);
    const auto findings = verifyWorkspace(path("damaged.db"));
    if (findings) {
        QVERIFY(!findings->isEmpty());
        // Where it opens at all, the check after a kill finds it.
        if (auto db = Database::open(path("damaged.db"), Database::Access::Read))
            QCOMPARE(quickCheck(**db).error().code, ErrorCode::StoreCorrupt);
    } else {
        QCOMPARE(findings.error().code, ErrorCode::NotADatabase);
    }
    QCOMPARE(content(path("damaged.db")), bytes);
}

void tst_WorkspaceFile::theLogOfAnotherFileIsFound()
{
    HistoryBench one(2);
    live(one, 400);
    fill(path("one.db"), settled(one));
    HistoryBench other(2);
    live(other, 50);
    checkpoint(other);
    live(other, 20);
    QVERIFY(QFile::copy(other.path() + QStringLiteral("-wal"), path("one.db-wal")));
    const QByteArray before = content(path("one.db"));
    const auto findings = verifyWorkspace(path("one.db"));
    QVERIFY(!findings || !findings->isEmpty());
    QCOMPARE(content(path("one.db")), before);
}

void tst_WorkspaceFile::whatIsNotAsMadeIsNamed_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("finding");
    const auto row = [](const char *name, const char *change, const char *finding) {
        QTest::newRow(name) << QString::fromLatin1(change) << QString::fromLatin1(finding);
    };
    row("index gone", "DROP INDEX delivery_open", "There is no index delivery_open.");
    row("table of somebody else", "CREATE TABLE recipe (id INTEGER)", "The table recipe is not Callboard's.");
    row("trigger", "CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM delivery; END",
        "trigger t is not Callboard's");
    row("other column", "ALTER TABLE meta ADD COLUMN extra TEXT", "The table meta is not as Callboard made it.");
    row("dangling row", "INSERT INTO delivery_event (delivery_id, event_id) VALUES (1, 4711)",
        "of table delivery_event names a row of event that is not there");
    row("ledger", "UPDATE event SET owed = 3 WHERE id = 2", "Event 2 does not have as many outcomes");
    row("tally", "UPDATE tally SET n = n + 1", "The count of deliveries of target 1 is wrong.");
}

void tst_WorkspaceFile::whatIsNotAsMadeIsNamed()
{
    QFETCH(QString, change);
    QFETCH(QString, finding);
    HistoryBench bench;
    live(bench, 3);
    QVERIFY(bench.db->run(QStringLiteral("PRAGMA foreign_keys = OFF")));
    QVERIFY(bench.db->run(change));
    const QString findings = verifyWorkspace(bench.path()).value().join(u'\n');
    QVERIFY2(findings.contains(finding), qPrintable(findings));
}

void tst_WorkspaceFile::whatIsNoWorkspaceIsAnError()
{
    fill(path("list.txt"), "milk, bread, and a good deal more than sixteen bytes");
    QCOMPARE(verifyWorkspace(path("list.txt")).error().code, ErrorCode::NotADatabase);
    QCOMPARE(verifyWorkspace(path("none.db")).error().code, ErrorCode::StoreUnavailable);
    QCOMPARE(salvageWorkspace(path("list.txt"), path("new.db")).error().code, ErrorCode::NotADatabase);
    QCOMPARE(files(), QStringList{QStringLiteral("list.txt")});
}

void tst_WorkspaceFile::salvageKeepsDefinitionsAndWhatCanBeRead()
{
    HistoryBench bench(2);
    live(bench, 600);
    const QString tag = bench.db->tag();
    QByteArray bytes = settled(bench);
    for (const int percent : {30, 55, 80})
        bytes.replace(bytes.size() * percent / 100 / 4096 * 4096, 4096, QByteArray(4096, '\xA5'));
    fill(path("damaged.db"), bytes);
    const auto salvaged = salvageWorkspace(path("damaged.db"), path("rescued.db"));
    QVERIFY2(salvaged, salvaged ? "" : qPrintable(salvaged.error().detail));
    QVERIFY(!salvaged->complete);
    QCOMPARE(content(path("damaged.db")), bytes);
    auto rescued = Database::open(path("rescued.db"), Database::Access::Write).value();
    QCOMPARE(rescued->tag(), tag);
    QCOMPARE(TargetStore(*rescued).all().value().size(), 2);
    QVERIFY(rescued->number(QStringLiteral("SELECT COUNT(*) FROM delivery")).value().value_or(0) > 600);
    // Deliveries whose attempts were on a lost page are named; nothing else is wrong.
    const QStringList findings = verifyWorkspace(path("rescued.db")).value();
    for (const QString &finding : findings)
        QVERIFY2(finding.contains(QLatin1String("without an attempt")) || finding.contains(QLatin1String("more are")),
                 qPrintable(finding));
    QVERIFY(rescued->begin());
    QVERIFY(rescued->reserve(QStringLiteral("delivery"), 1).value() > 1200);
}

void tst_WorkspaceFile::salvageOfASoundFileIsComplete()
{
    HistoryBench bench(2);
    live(bench, 100);
    QCOMPARE(bench.prune(2).deliveries, 200);
    live(bench, 50);
    const auto salvaged = salvageWorkspace(bench.path(), path("rescued.db")).value();
    QVERIFY(salvaged.complete);
    QCOMPARE(verifyWorkspace(path("rescued.db")).value(), QStringList());
    const auto again = salvageWorkspace(bench.path(), path("rescued.db"));
    QCOMPARE(again.error().code, ErrorCode::Conflict);
}

void tst_WorkspaceFile::compactingGivesRoomBack()
{
    HistoryBench bench(2);
    live(bench, 600);
    checkpoint(bench);
    const qint64 before = QFileInfo(bench.path()).size();
    bench.prune(10);
    QVERIFY(compact(*bench.db));
    QVERIFY(QFileInfo(bench.path()).size() < before / 2);
    QCOMPARE(verifyWorkspace(bench.path()).value(), QStringList());
}

void tst_WorkspaceFile::infoCountsWhatIsThere()
{
    HistoryBench bench(2);
    live(bench, 5);
    bench.write([&] { bench.delivery({1}, bench.event(QStringLiteral("x"), 3, 1), QStringLiteral("x"), 3); });
    const auto info = workspaceInfo(*bench.db).value();
    QCOMPARE(info.schema, newestSchema());
    QCOMPARE(info.targets, 2);
    QCOMPARE(info.events, 6);
    QCOMPARE(info.deliveries, 11);
    QCOMPARE(info.open, 1);
    QCOMPARE(info.attempts, 10);
    QVERIFY(info.fileBytes > 0 && info.usedBytes > 0);
    QVERIFY(info.oldestEvent == HistoryBench::at(1));
    QVERIFY(info.newestEvent == HistoryBench::at(3));
    QVERIFY(info.retention == Retention{});
    bench.write([] {}); // its view of the workspace is over
}

QTEST_GUILESS_MAIN(tst_WorkspaceFile)
#include "tst_workspacefile.moc"

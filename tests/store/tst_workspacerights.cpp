#include "core/store/enginelock.h"
#include "core/store/sql/database.h"
#include "core/store/workspacerights.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace callboard;

class tst_WorkspaceRights : public QObject {
    Q_OBJECT

private slots:
    void init();
    void whatIsMadeIsPrivate();
    void whatIsSharedIsSaid_data();
    void whatIsSharedIsSaid();
    void itIsMadePrivateWhileItIsOpen();
    void whatEverybodyMayWriteIsRefused();
    void whatEverybodyMayReplaceIsRefused();
    void aLinkIsFollowed();
    void theLockIsItsOwnersAlone();

private:
    QString path(const char *name = "w.db") const { return m_directory->filePath(QLatin1String(name)); }
    static void setMode(const QString &file, mode_t mode)
    {
        QCOMPARE(::chmod(QFile::encodeName(file).constData(), mode), 0);
    }
    static int modeOf(const QString &file)
    {
        struct stat found = {};
        return ::stat(QFile::encodeName(file).constData(), &found) == 0 ? int(found.st_mode & 07777) : -1;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void tst_WorkspaceRights::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(Database::open(path(), Database::Access::Write));
}

void tst_WorkspaceRights::whatIsMadeIsPrivate()
{
    auto db = Database::open(path(), Database::Access::Write);
    QVERIFY(db);
    QCOMPARE(sharedRights(path()), std::nullopt);
    QCOMPARE(sharedRights(path("none.db")), std::nullopt);
    QVERIFY(checkRights(path("none.db")));
}

void tst_WorkspaceRights::whatIsSharedIsSaid_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("mode");
    QTest::newRow("others read it") << QString() << 0604;
    QTest::newRow("the group writes it") << QString() << 0620;
    QTest::newRow("others read its log") << QStringLiteral("-wal") << 0644;
}

void tst_WorkspaceRights::whatIsSharedIsSaid()
{
    QFETCH(QString, file);
    QFETCH(int, mode);
    auto db = Database::open(path(), Database::Access::Write);
    setMode(path() + file, mode_t(mode));
    const QString said = sharedRights(path()).value_or(QString());
    QVERIFY2(said.contains(path() + file + QStringLiteral(" (mode %1)").arg(mode, 0, 8)), qPrintable(said));
    QVERIFY(Database::open(path(), Database::Access::Write)); // said, and no more
    QVERIFY(makePrivate(path()));
    QCOMPARE(modeOf(path() + file) & 077, 0);
    QCOMPARE(sharedRights(path()), std::nullopt);
}

void tst_WorkspaceRights::itIsMadePrivateWhileItIsOpen()
{
    setMode(path(), 0644);
    auto db = Database::open(path(), Database::Access::Write).value(); // its log is made with the same rights
    QVERIFY(makePrivate(path()));
    for (const char *suffix : {"", "-wal", "-shm"})
        QCOMPARE(modeOf(path() + QLatin1String(suffix)), 0600);
    QVERIFY(db->run(QStringLiteral("INSERT INTO meta (key, value) VALUES ('a', 'b')")));
}

void tst_WorkspaceRights::whatEverybodyMayWriteIsRefused()
{
    setMode(path(), 0606);
    const auto refused = Database::open(path(), Database::Access::Write);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::StoreUnavailable);
    QVERIFY2(refused.error().detail.contains(QLatin1String("mode 606")), qPrintable(refused.error().detail));
    QVERIFY(Database::open(path(), Database::Access::Read)); // to look at
    setMode(path(), 0600);
    QVERIFY(Database::open(path(), Database::Access::Write));
}

void tst_WorkspaceRights::whatEverybodyMayReplaceIsRefused()
{
    setMode(m_directory->path(), 0777);
    for (const char *name : {"w.db", "new.db"}) {
        const auto refused = Database::open(path(name), Database::Access::Write);
        QVERIFY(!refused);
        QVERIFY2(refused.error().detail.contains(QLatin1String("mode 777")), qPrintable(refused.error().detail));
    }
    QVERIFY(!QFile::exists(path("new.db")));
    setMode(m_directory->path(), 01777); // as /tmp: nobody takes away what is another's
    QVERIFY(Database::open(path(), Database::Access::Write));
    setMode(m_directory->path(), 0700);
}

void tst_WorkspaceRights::aLinkIsFollowed()
{
    QTemporaryDir other;
    const QString link = other.filePath(QStringLiteral("link.db"));
    QVERIFY(QFile::link(path(), link));
    setMode(m_directory->path(), 0777);
    QVERIFY(!checkRights(link));
    setMode(m_directory->path(), 0700);
    QVERIFY(checkRights(link));
    setMode(path(), 0644);
    QVERIFY(sharedRights(link));
    QVERIFY(makePrivate(link));
    QCOMPARE(modeOf(path()), 0600);
}

void tst_WorkspaceRights::theLockIsItsOwnersAlone()
{
    const mode_t before = ::umask(0);
    const auto lock = lockEngine(path());
    ::umask(before);
    QVERIFY(lock);
    QCOMPARE(modeOf(path("w.db.engine")), 0600);
}

QTEST_GUILESS_MAIN(tst_WorkspaceRights)
#include "tst_workspacerights.moc"

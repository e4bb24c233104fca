// What lies in a drop folder that is no ordinary file, and folders that are no ordinary folders.
#include "tests/intake/dropfixture.h"

#include <QLocalServer>
#include <QTest>

#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace callboard;

namespace {

// Root may read everything; for as long as this lives, it is somebody who owns the folder and no more.
class Unprivileged {
public:
    explicit Unprivileged(const QString &folder)
    {
        if (m_before == 0)
            m_changed = ::chown(qPrintable(folder), kNobody, gid_t(-1)) == 0 && ::seteuid(kNobody) == 0;
    }
    ~Unprivileged() { m_changed = m_changed && ::seteuid(m_before) == 0; }
    Unprivileged(const Unprivileged &) = delete;
    Unprivileged &operator=(const Unprivileged &) = delete;

private:
    static constexpr uid_t kNobody = 65534;
    const uid_t m_before = ::geteuid();
    bool m_changed = false;
};

} // namespace

class TestDropOddities : public QObject {
    Q_OBJECT

private slots:
    void init();
    void followsNoLink();
    void tellsOfALinkOnce();
    void takesTheFileThatReplacesALink();
    void neverWaitsForAPipe();
    void leavesASocket();
    void leavesDirectories();
    void leavesWhatItMayNotRead();
    void rejectsAHugeFileUnread();
    void rejectsAnEmptyFile();
    void neverWritesAReasonOverAFile();
    void takesOddNames_data();
    void takesOddNames();
    void opensNoFolderThatIsNone_data();
    void opensNoFolderThatIsNone();
    void opensNoFolderThatCantBeWritten();
    void saysOnceThatTheFolderIsGone();
    void movesWhatWasCommittedOnceItCan();

private:
    void putAfter(const QByteArray &asset = "last") const
    {
        QVERIFY(m_drop->put(QStringLiteral("z.json"), recordJson(asset)));
    }

    std::unique_ptr<DropFixture> m_drop;
};

void TestDropOddities::init()
{
    m_drop = std::make_unique<DropFixture>();
    QCOMPARE(m_drop->open(), QString());
}

void TestDropOddities::followsNoLink()
{
    QTemporaryDir elsewhere;
    const QString secret = elsewhere.filePath(QStringLiteral("secret.json"));
    QFile file(secret);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(recordJson("secret")) > 0);
    file.close();
    QVERIFY(QFile::link(secret, m_drop->path(QStringLiteral("a.json"))));
    putAfter();
    QTRY_COMPARE(m_drop->taken->size(), 1);
    QCOMPARE(m_drop->assets(), QStringList{QStringLiteral("last")});
    QVERIFY(QFileInfo(m_drop->path(QStringLiteral("a.json"))).isSymLink());
    QVERIFY(QFile::exists(secret));
    QCOMPARE(m_drop->files(QStringLiteral("rejected")), QStringList{QStringLiteral("a.json.reason.txt")});
}

void TestDropOddities::tellsOfALinkOnce()
{
    QVERIFY(QFile::link(QStringLiteral("/nowhere"), m_drop->path(QStringLiteral("a.json"))));
    QTRY_COMPARE(m_drop->rejected->size(), 1);
    QVERIFY2(m_drop->reason(0).contains(QStringLiteral("link")), qPrintable(m_drop->reason(0)));
    QVERIFY(!m_drop->rejected->wait(kSeveralPolls));
}

void TestDropOddities::takesTheFileThatReplacesALink()
{
    const QString name = QStringLiteral("a.json");
    QVERIFY(QFile::link(QStringLiteral("/nowhere"), m_drop->path(name)));
    QTRY_COMPARE(m_drop->rejected->size(), 1);
    QCOMPARE(::unlink(qPrintable(m_drop->path(name))), 0);
    QVERIFY(m_drop->put(name, recordJson("1")));
    QTRY_COMPARE(m_drop->taken->size(), 1);
}

void TestDropOddities::neverWaitsForAPipe()
{
    QCOMPARE(::mkfifo(qPrintable(m_drop->path(QStringLiteral("a.json"))), 0600), 0);
    putAfter();
    QTRY_COMPARE(m_drop->taken->size(), 1);
    QCOMPARE(m_drop->rejected->size(), 1);
    QCOMPARE(m_drop->files(), QStringList{QStringLiteral("a.json")});
}

void TestDropOddities::leavesASocket()
{
    QLocalServer server;
    QVERIFY2(server.listen(m_drop->path(QStringLiteral("a.json"))), qPrintable(server.errorString()));
    putAfter();
    QTRY_COMPARE(m_drop->taken->size(), 1);
    QCOMPARE(m_drop->rejected->size(), 1);
    QVERIFY(QFile::exists(m_drop->path(QStringLiteral("a.json"))));
}

void TestDropOddities::leavesDirectories()
{
    QVERIFY(QDir(m_drop->dir.path()).mkpath(QStringLiteral("a.json/inner")));
    QVERIFY(m_drop->put(QStringLiteral("a.json/b.json"), recordJson("inside")));
    putAfter();
    QTRY_COMPARE(m_drop->taken->size(), 1);
    QCOMPARE(m_drop->assets(), QStringList{QStringLiteral("last")});
    QVERIFY(m_drop->rejected->isEmpty());
    QVERIFY(QFile::exists(m_drop->path(QStringLiteral("a.json/b.json"))));
}

void TestDropOddities::leavesWhatItMayNotRead()
{
    m_drop->end();
    QVERIFY(QDir(m_drop->path(QStringLiteral("done"))).removeRecursively());
    QVERIFY(QDir(m_drop->path(QStringLiteral("rejected"))).removeRecursively());
    const Unprivileged somebody(m_drop->dir.path());
    QCOMPARE(m_drop->open(), QString());
    const QString locked = m_drop->path(QStringLiteral("a.json"));
    QVERIFY(m_drop->put(QStringLiteral("a.tmp"), recordJson("locked")));
    QVERIFY(QFile::setPermissions(m_drop->path(QStringLiteral("a.tmp")), {}));
    QVERIFY(QFile::rename(m_drop->path(QStringLiteral("a.tmp")), locked));
    putAfter();
    QTRY_COMPARE(m_drop->taken->size(), 1);
    QCOMPARE(m_drop->assets(), QStringList{QStringLiteral("last")});
    QCOMPARE(m_drop->rejected->size(), 1);
    QVERIFY2(m_drop->reason(0).contains(QStringLiteral("read")), qPrintable(m_drop->reason(0)));
    QVERIFY(!m_drop->rejected->wait(kSeveralPolls));
    QVERIFY(QFile::setPermissions(locked, QFile::ReadOwner | QFile::WriteOwner));
    QTRY_COMPARE(m_drop->taken->size(), 2);
    QVERIFY(m_drop->files(QStringLiteral("done")).contains(QStringLiteral("a.json")));
}

void TestDropOddities::rejectsAHugeFileUnread()
{
    QFile huge(m_drop->path(QStringLiteral("a.json")));
    QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(qint64(1) << 40)); // sparse
    huge.close();
    QVERIFY(m_drop->put(QStringLiteral("b.json"), QByteArray(m_drop->settings.largestFile + 1, ' ')));
    const QByteArray most = recordJson("most");
    QVERIFY(m_drop->put(QStringLiteral("c.json"), most + QByteArray(m_drop->settings.largestFile - most.size(), ' ')));
    QTRY_COMPARE(m_drop->taken->size(), 1);
    QTRY_COMPARE(m_drop->rejected->size(), 2);
    QVERIFY2(m_drop->reason(0).contains(QStringLiteral("1099511627776")), qPrintable(m_drop->reason(0)));
    QCOMPARE(m_drop->assets(), QStringList{QStringLiteral("most")});
}

void TestDropOddities::rejectsAnEmptyFile()
{
    QVERIFY(m_drop->put(QStringLiteral("a.json"), {}));
    QVERIFY(m_drop->put(QStringLiteral("b.xml"), " \n"));
    QTRY_COMPARE(m_drop->rejected->size(), 2);
    QVERIFY2(m_drop->reason(0).contains(QStringLiteral("empty")), qPrintable(m_drop->reason(0)));
    QCOMPARE(m_drop->sink.submissionCount(), 0);
}

void TestDropOddities::neverWritesAReasonOverAFile()
{
    const QString reasonName = QStringLiteral("a.json.reason.txt");
    QVERIFY(m_drop->put(reasonName, "somebody's notes"));
    QTRY_COMPARE(m_drop->rejected->size(), 1);
    for (int i = 2; i <= 3; ++i) {
        QVERIFY(m_drop->put(QStringLiteral("a.json"), "{"));
        QTRY_COMPARE(m_drop->rejected->size(), i);
    }
    QCOMPARE(m_drop->content(QStringLiteral("rejected/") + reasonName), QByteArray("somebody's notes"));
    const QStringList names = m_drop->files(QStringLiteral("rejected"));
    QCOMPARE(names.size(), 6); // three files, each with its reason
    for (const QString &name : names)
        QVERIFY2(name.endsWith(QStringLiteral(".reason.txt")) || names.contains(name + QStringLiteral(".reason.txt")),
                 qPrintable(name));
}

void TestDropOddities::takesOddNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a newline") << QStringLiteral("a\nb.json");
    QTest::newRow("markup") << QStringLiteral("<img src=x>.json");
    QTest::newRow("another direction") << QStringLiteral("a\u202Enosj.json");
    QTest::newRow("no ending") << QStringLiteral("record");
    QTest::newRow("an ending in capitals") << QStringLiteral("RECORD.JSON");
    QTest::newRow("only an ending") << QStringLiteral("json");
    QTest::newRow("a dash") << QStringLiteral("-rf.json");
    QTest::newRow("the longest") << QString(QString(250, u'n') + QStringLiteral(".json"));
}

void TestDropOddities::takesOddNames()
{
    QFETCH(QString, name);
    QVERIFY(m_drop->put(name, recordJson("1")));
    QTRY_COMPARE(m_drop->taken->size(), 1);
    QCOMPARE(m_drop->taken->first().first().toString(), name);
    QCOMPARE(m_drop->files(QStringLiteral("done")).size(), 1);
    QCOMPARE(m_drop->files(), QStringList());
}

void TestDropOddities::opensNoFolderThatIsNone_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("spoiled"); // made a file before
    QTest::newRow("nothing there") << QStringLiteral("nowhere") << QString();
    QTest::newRow("a file") << QStringLiteral("file") << QStringLiteral("file");
    QTest::newRow("done is a file") << QStringLiteral("inner") << QStringLiteral("inner/done");
    QTest::newRow("rejected is a file") << QStringLiteral("inner") << QStringLiteral("inner/rejected");
    QTest::newRow("empty name") << QString() << QString();
}

void TestDropOddities::opensNoFolderThatIsNone()
{
    QFETCH(QString, folder);
    QFETCH(QString, spoiled);
    QTemporaryDir dir;
    QVERIFY(QDir(dir.path()).mkpath(QStringLiteral("inner")));
    if (!spoiled.isEmpty()) {
        QFile file(dir.filePath(spoiled));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    const auto opened = DropFolder::open({folder.isEmpty() ? QString() : dir.filePath(folder)}, m_drop->sink,
                                         m_drop->platform);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::InvalidArgument);
    QVERIFY2(opened.error().detail.contains(folder), qPrintable(opened.error().detail));
}

// Where nobody may make a folder, not even root.
void TestDropOddities::opensNoFolderThatCantBeWritten()
{
    const auto opened = DropFolder::open({QStringLiteral("/proc/self")}, m_drop->sink, m_drop->platform);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::InvalidArgument);
}

void TestDropOddities::saysOnceThatTheFolderIsGone()
{
    const QString folder = m_drop->dir.path();
    const QString aside = folder + QStringLiteral(".aside");
    QVERIFY(QDir().rename(folder, aside));
    QTRY_COMPARE(m_drop->availability->size(), 1);
    QCOMPARE(m_drop->availability->first().first().toBool(), false);
    QVERIFY(m_drop->availability->first().last().toString().contains(folder));
    QVERIFY(!m_drop->availability->wait(kSeveralPolls));
    QVERIFY(QDir().mkpath(folder)); // another one under its name
    QTRY_COMPARE(m_drop->availability->size(), 2);
    QCOMPARE(m_drop->availability->last().first().toBool(), true);
    QVERIFY(m_drop->put(QStringLiteral("a.json"), recordJson("1")));
    QTRY_COMPARE(m_drop->taken->size(), 1);
    QVERIFY(QDir(aside).removeRecursively());
}

void TestDropOddities::movesWhatWasCommittedOnceItCan()
{
    m_drop->sink.setMode(FakeSink::Mode::Hold);
    QVERIFY(m_drop->put(QStringLiteral("a.json"), recordJson("1")));
    QTRY_COMPARE(m_drop->sink.heldCount(), 1);
    const QString done = m_drop->path(QStringLiteral("done"));
    const QString aside = m_drop->path(QStringLiteral("done.tmp"));
    QVERIFY(m_drop->put(QStringLiteral("done.tmp"), "in the way"));
    // At once: it would be made anew in between.
    QCOMPARE(::renameat2(AT_FDCWD, qPrintable(done), AT_FDCWD, qPrintable(aside), RENAME_EXCHANGE), 0);
    QVERIFY(QDir(aside).removeRecursively());
    m_drop->sink.release();
    QTRY_COMPARE(m_drop->availability->size(), 1);
    QVERIFY(!m_drop->availability->wait(kSeveralPolls));
    QCOMPARE(m_drop->sink.submissionCount(), 1); // it is not taken in again meanwhile
    QVERIFY(QFile::remove(done));
    QTRY_COMPARE(m_drop->taken->size(), 1);
    QTRY_COMPARE(m_drop->availability->size(), 2);
    QCOMPARE(m_drop->files(QStringLiteral("done")), QStringList{QStringLiteral("a.json")});
    QCOMPARE(m_drop->sink.submissionCount(), 1);
}

QTEST_GUILESS_MAIN(TestDropOddities)
#include "tst_dropoddities.moc"

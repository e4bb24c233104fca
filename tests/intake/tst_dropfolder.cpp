// The drop folder's own work: taken once, in order, moved after the commit, and what happens when something is away.
#include "tests/intake/doorclient.h"
#include "tests/intake/dropfixture.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <future>

#include <fcntl.h>
#include <sys/stat.h>

using namespace callboard;

class TestDropFolder : public QObject {
    Q_OBJECT

private slots:
    void init();
    void takesAFile();
    void takesWhatWasThereBefore();
    void handsEachKindToItsSink();
    void takesTheOldestFirst();
    void worksInAThreadOfItsOwn();
    void movesOnlyAfterTheCommit();
    void waitsForAHalfWrittenFile();
    void waitsForAFileThatIsStillOpen();
    void takesWhatIsRenamedIntoPlace();
    void leavesWhatIsBeingBrought_data();
    void leavesWhatIsBeingBrought();
    void rejectsWithLineAndColumn();
    void rejectsWhatTheSinkRefuses();
    void makesADuplicateOfTheSameFileAfterACrash();
    void takesTheSameStateAgainLater();
    void suffixesANameThatIsTaken();
    void triesAgainWhenTheStoreWasAway();
    void keepsTheOrderWhenTheStoreWasAway();
    void waitsForTheVaultAlone();
    void triesAgainWhatTheSinkDropped();
    void leavesAFileThatChangedMeanwhile();
    void answersWhatWaitsWhenItCloses();
    void waitsNoLongerThanItsPatience();
    void takesLateAnswersAfterItIsGone();
    void takesNothingMoreOnceClosed();

private:
    std::unique_ptr<DropFixture> m_drop;
};

void TestDropFolder::init()
{
    m_drop = std::make_unique<DropFixture>();
    QCOMPARE(m_drop->open(), QString());
}

void TestDropFolder::takesAFile()
{
    QVERIFY(m_drop->put(QStringLiteral("a.json"), recordJson("7")));
    QTRY_COMPARE(m_drop->taken->size(), 1);
    QCOMPARE(m_drop->taken->first(), (QVariantList{QStringLiteral("a.json"), 1}));
    QCOMPARE(m_drop->files(), QStringList());
    QCOMPARE(m_drop->files(QStringLiteral("done")), QStringList{QStringLiteral("a.json")});
    QCOMPARE(m_drop->content(QStringLiteral("done/a.json")), recordJson("7"));
    QCOMPARE(m_drop->sink.events().size(), 1);
    const MediaEvent event = m_drop->sink.events().first();
    QCOMPARE(event.type, kRecordEventType);
    QCOMPARE(event.asset, QStringLiteral("7"));
    QCOMPARE(event.data, recordJson("7"));
}

void TestDropFolder::takesWhatWasThereBefore()
{
    m_drop->end();
    QVERIFY(m_drop->put(QStringLiteral("a.json"), recordJson("7")));
    QCOMPARE(m_drop->open(), QString());
    QTRY_COMPARE(m_drop->taken->size(), 1);
}

void TestDropFolder::handsEachKindToItsSink()
{
    m_drop->platform.setOutcome({NotificationId{1}, QStringLiteral("7"), false, 3});
    QVERIFY(m_drop->put(QStringLiteral("1.json"), eventJson("e-1")));
    QVERIFY(m_drop->put(QStringLiteral("2.json"), R"({"job":{"id":1,"state":"finished"},"outputs":[]})"));
    QVERIFY(m_drop->put(QStringLiteral("3.json"), R"({"parameters":{"input":{"urlPath":"/media/f.mp4"}}})"));
    QTRY_COMPARE(m_drop->taken->size() + m_drop->rejected->size(), 3);
    QVERIFY2(m_drop->rejected->isEmpty(), qPrintable(m_drop->rejected->value(0).value(1).toString()));
    QCOMPARE(m_drop->sink.submissionCount(), 1);
    QCOMPARE(m_drop->platform.notifications().size(), 1);
    QCOMPARE(m_drop->platform.published().size(), 1);
    QCOMPARE(m_drop->taken->at(1).at(1).toInt(), 3);
    QCOMPARE(m_drop->files(QStringLiteral("done")).size(), 3);
}

// A backlog: what comes in later counts as newer, whatever it is called.
void TestDropFolder::takesTheOldestFirst()
{
    m_drop->end();
    QStringList wanted;
    for (int i = 59; i >= 0; --i) { // the last of its name is the oldest, by a nanosecond each
        const QString name = QStringLiteral("%1.json").arg(i, 3, 10, QLatin1Char('0'));
        wanted.append(QString::number(i));
        QVERIFY(m_drop->put(name, recordJson(QByteArray::number(i))));
        const timespec time{1'550'000'000, 60 - i};
        const timespec times[2] = {time, time};
        QCOMPARE(::utimensat(AT_FDCWD, qPrintable(m_drop->path(name)), times, 0), 0);
    }
    QCOMPARE(m_drop->open(), QString());
    QTRY_COMPARE(m_drop->taken->size(), 60);
    QCOMPARE(m_drop->assets(), wanted);
}

// The caller's thread does nothing meanwhile, and is not the one that the signals come from.
void TestDropFolder::worksInAThreadOfItsOwn()
{
    QVERIFY(m_drop->put(QStringLiteral("a.json"), recordJson("1")));
    QTRY_COMPARE(m_drop->taken->size(), 1);
    std::promise<QThread *> told;
    const auto tell = [&told] { told.set_value(QThread::currentThread()); };
    connect(m_drop->folder.get(), &DropFolder::taken, m_drop->folder.get(), tell, Qt::DirectConnection);
    QVERIFY(m_drop->put(QStringLiteral("b.json"), recordJson("2")));
    std::future<QThread *> thread = told.get_future();
    const bool isTold = thread.wait_for(std::chrono::seconds(10)) == std::future_status::ready;
    m_drop->folder->close();
    QVERIFY(isTold);
    QVERIFY(thread.get() != QThread::currentThread());
    QCOMPARE(m_drop->files(QStringLiteral("done")).size(), 2);
}

void TestDropFolder::movesOnlyAfterTheCommit()
{
    m_drop->sink.setMode(FakeSink::Mode::Hold);
    QVERIFY(m_drop->put(QStringLiteral("a.json"), recordJson("1")));
    QVERIFY(m_drop->put(QStringLiteral("b.json"), recordJson("2")));
    QTRY_COMPARE(m_drop->sink.heldCount(), 1);
    QVERIFY(!m_drop->taken->wait(kSeveralPolls));
    QCOMPARE(m_drop->sink.submissionCount(), 1); // neither taken twice nor overtaken
    QCOMPARE(m_drop->files().size(), 2);
    m_drop->sink.setMode(FakeSink::Mode::Accept);
    m_drop->sink.release();
    QTRY_COMPARE(m_drop->taken->size(), 2);
    QCOMPARE(m_drop->assets(), (QStringList{QStringLiteral("1"), QStringLiteral("2")}));
}

void TestDropFolder::waitsForAHalfWrittenFile()
{
    m_drop->end();
    m_drop->settings.settled = std::chrono::milliseconds(1'000);
    QCOMPARE(m_drop->open(), QString());
    QFile file(m_drop->path(QStringLiteral("a.json")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"uuid\":") && file.flush());
    QTimer writing;
    connect(&writing, &QTimer::timeout, this, [&] { file.write(" ") && file.flush(); });
    writing.start(20);
    QVERIFY(m_drop->put(QStringLiteral("b.json"), recordJson("whole")));
    QTRY_COMPARE(m_drop->taken->size(), 1);
    QCOMPARE(m_drop->assets(), QStringList{QStringLiteral("whole")});
    QVERIFY(m_drop->rejected->isEmpty());
    writing.stop();
    QVERIFY(file.write("\"7\"}"));
    file.close();
    QTRY_COMPARE(m_drop->taken->size(), 2);
    QCOMPARE(m_drop->assets().last(), QStringLiteral("7"));
}

// Still for long, and whole to look at: the writer has not closed it, so that more may come.
void TestDropFolder::waitsForAFileThatIsStillOpen()
{
    QFile file(m_drop->path(QStringLiteral("a.json")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(recordJson("7")) > 0 && file.flush());
    QVERIFY(!m_drop->taken->wait(kSeveralPolls));
    QCOMPARE(m_drop->sink.submissionCount(), 0);
    QVERIFY(m_drop->put(QStringLiteral("b.json"), recordJson("8")));
    QTRY_COMPARE(m_drop->taken->size(), 1); // others don't wait for it
    QCOMPARE(m_drop->assets(), QStringList{QStringLiteral("8")});
    file.close();
    QTRY_COMPARE(m_drop->taken->size(), 2);
    QVERIFY(m_drop->rejected->isEmpty() && m_drop->postponed->isEmpty());
}

void TestDropFolder::takesWhatIsRenamedIntoPlace()
{
    QVERIFY(m_drop->put(QStringLiteral("a.json.part"), recordJson("7")));
    QVERIFY(!m_drop->taken->wait(kSeveralPolls));
    QCOMPARE(m_drop->sink.submissionCount(), 0);
    QVERIFY(QFile::rename(m_drop->path(QStringLiteral("a.json.part")), m_drop->path(QStringLiteral("a.json"))));
    QTRY_COMPARE(m_drop->taken->size(), 1);
}

void TestDropFolder::leavesWhatIsBeingBrought_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : {QStringLiteral(".hidden.json"), QStringLiteral("a.json.part"), QStringLiteral("a.TMP"),
                                QStringLiteral("a.json.filepart"), QStringLiteral("a.json~")})
        QTest::newRow(qPrintable(name)) << name;
}

void TestDropFolder::leavesWhatIsBeingBrought()
{
    QFETCH(QString, name);
    QVERIFY(m_drop->put(name, recordJson("1")));
    QVERIFY(m_drop->put(QStringLiteral("z.json"), recordJson("2")));
    QTRY_COMPARE(m_drop->taken->size(), 1);
    QCOMPARE(m_drop->assets(), QStringList{QStringLiteral("2")});
    QCOMPARE(m_drop->files(), QStringList{name});
}

void TestDropFolder::rejectsWithLineAndColumn()
{
    QVERIFY(m_drop->put(QStringLiteral("bad.json"), "{\n  \"uuid\": \"7\",\n  \"status\": nope\n}"));
    QTRY_COMPARE(m_drop->rejected->size(), 1);
    QVERIFY2(m_drop->reason(0).contains(QStringLiteral("line 3, column 13")), qPrintable(m_drop->reason(0)));
    QCOMPARE(m_drop->files(QStringLiteral("rejected")),
             (QStringList{QStringLiteral("bad.json"), QStringLiteral("bad.json.reason.txt")}));
    QCOMPARE(m_drop->content(QStringLiteral("rejected/bad.json.reason.txt")), m_drop->reason(0).toUtf8() + '\n');
    QCOMPARE(m_drop->files(), QStringList());
    QCOMPARE(m_drop->sink.submissionCount(), 0);
}

void TestDropFolder::rejectsWhatTheSinkRefuses()
{
    m_drop->sink.refuseWith(ErrorCode::Conflict, QStringLiteral("It came before with other content."));
    QVERIFY(m_drop->put(QStringLiteral("a.json"), eventJson("1")));
    QTRY_COMPARE(m_drop->rejected->size(), 1);
    QCOMPARE(m_drop->reason(0), QStringLiteral("It came before with other content."));
    QVERIFY(m_drop->files(QStringLiteral("rejected")).contains(QStringLiteral("a.json")));
}

void TestDropFolder::makesADuplicateOfTheSameFileAfterACrash()
{
    m_drop->sink.setMode(FakeSink::Mode::Hold);
    QVERIFY(m_drop->put(QStringLiteral("a.json"), recordJson("7")));
    QTRY_COMPARE(m_drop->sink.heldCount(), 1);
    m_drop->end(); // committed, not moved
    m_drop->sink.setMode(FakeSink::Mode::Accept);
    QCOMPARE(m_drop->open(), QString());
    QTRY_COMPARE(m_drop->taken->size(), 1);
    const QList<MediaEvent> events = m_drop->sink.events();
    QCOMPARE(events.size(), 2);
    QCOMPARE(events[0].source, events[1].source);
    QCOMPARE(events[0].sourceId, events[1].sourceId);
    QCOMPARE(events[0].fingerprint(), events[1].fingerprint());
}

void TestDropFolder::takesTheSameStateAgainLater()
{
    QVERIFY(m_drop->put(QStringLiteral("a.json"), recordJson("7")));
    QTRY_COMPARE(m_drop->taken->size(), 1);
    QVERIFY(m_drop->put(QStringLiteral("a.json"), recordJson("7")));
    QTRY_COMPARE(m_drop->taken->size(), 2);
    QVERIFY(m_drop->sink.events()[0].sourceId != m_drop->sink.events()[1].sourceId);
}

void TestDropFolder::suffixesANameThatIsTaken()
{
    const QString longName = QString(251, u'n') + QStringLiteral(".xml");
    for (int i = 1; i <= 3; ++i) {
        QVERIFY(m_drop->put(QStringLiteral("a.json"), recordJson(QByteArray::number(i))));
        QVERIFY(m_drop->put(longName, "<no></record>"));
        QTRY_COMPARE(m_drop->taken->size() + m_drop->rejected->size(), 2 * i);
    }
    QCOMPARE(m_drop->taken->size(), 3);
    const QStringList done = m_drop->files(QStringLiteral("done"));
    QCOMPARE(done.size(), 3);
    for (const QString &name : done)
        QVERIFY2(name.startsWith(QLatin1Char('a')) && name.endsWith(QStringLiteral(".json")), qPrintable(name));
    QCOMPARE(m_drop->content(QStringLiteral("done/a.json")), recordJson("1"));
    QCOMPARE(m_drop->files(QStringLiteral("rejected")).size(), 6);
    for (const QString &name : m_drop->files(QStringLiteral("rejected")))
        QVERIFY2(name.size() <= 255, qPrintable(name));
}

void TestDropFolder::triesAgainWhenTheStoreWasAway()
{
    m_drop->sink.refuseWith(ErrorCode::StoreUnavailable, QStringLiteral("The disk is full."));
    QVERIFY(m_drop->put(QStringLiteral("a.json"), recordJson("7")));
    QTRY_VERIFY(m_drop->sink.submissionCount() >= 3);
    QCOMPARE(m_drop->files(), QStringList{QStringLiteral("a.json")});
    QTRY_COMPARE(m_drop->postponed->size(), 1); // of three tries
    QCOMPARE(m_drop->postponed->first(), (QVariantList{QStringLiteral("a.json"), QStringLiteral("The disk is full.")}));
    m_drop->sink.acceptAgain();
    QTRY_COMPARE(m_drop->taken->size(), 1);
    QCOMPARE(m_drop->postponed->size(), 1);
    QVERIFY(m_drop->rejected->isEmpty());
    QCOMPARE(m_drop->files(QStringLiteral("rejected")), QStringList());
}

void TestDropFolder::keepsTheOrderWhenTheStoreWasAway()
{
    m_drop->sink.refuseWith(ErrorCode::StoreBusy, QStringLiteral("Busy."));
    QVERIFY(m_drop->put(QStringLiteral("a.json"), recordJson("1")));
    QVERIFY(m_drop->put(QStringLiteral("b.json"), recordJson("2")));
    QTRY_VERIFY(m_drop->sink.submissionCount() >= 3);
    QVERIFY(!m_drop->assets().contains(QStringLiteral("2")));
    m_drop->sink.acceptAgain();
    QTRY_COMPARE(m_drop->taken->size(), 2);
    QCOMPARE(m_drop->taken->at(0).at(0).toString(), QStringLiteral("a.json"));
}

void TestDropFolder::waitsForTheVaultAlone()
{
    m_drop->platform.refuseWith(ErrorCode::VaultUnavailable, QStringLiteral("The vault is locked."));
    QVERIFY(m_drop->put(QStringLiteral("a.json"), R"({"parameters":{"input":{"urlPath":"/media/f.mp4"}}})"));
    QVERIFY(m_drop->put(QStringLiteral("b.json"), recordJson("2")));
    QTRY_COMPARE(m_drop->taken->size(), 1);
    QTRY_VERIFY(m_drop->platform.published().size() >= 3);
    QCOMPARE(m_drop->files(), QStringList{QStringLiteral("a.json")});
    QCOMPARE(m_drop->postponed->size(), 1);
    QCOMPARE(m_drop->postponed->first(),
             (QVariantList{QStringLiteral("a.json"), QStringLiteral("The vault is locked.")}));
    m_drop->platform.acceptAgain();
    QTRY_COMPARE(m_drop->taken->size(), 2);
    QVERIFY(m_drop->rejected->isEmpty());
}

void TestDropFolder::triesAgainWhatTheSinkDropped()
{
    m_drop->sink.setMode(FakeSink::Mode::Drop);
    QVERIFY(m_drop->put(QStringLiteral("a.json"), recordJson("7")));
    QTRY_COMPARE(m_drop->sink.submissionCount(), 1);
    m_drop->sink.setMode(FakeSink::Mode::Accept);
    QTRY_COMPARE(m_drop->taken->size(), 1);
}

void TestDropFolder::leavesAFileThatChangedMeanwhile()
{
    m_drop->sink.setMode(FakeSink::Mode::Hold);
    QVERIFY(m_drop->put(QStringLiteral("a.json"), recordJson("1")));
    QTRY_COMPARE(m_drop->sink.heldCount(), 1);
    QVERIFY(m_drop->put(QStringLiteral("new.tmp"), recordJson("2")));
    QCOMPARE(::rename(qPrintable(m_drop->path(QStringLiteral("new.tmp"))),
                      qPrintable(m_drop->path(QStringLiteral("a.json")))),
             0);
    m_drop->sink.setMode(FakeSink::Mode::Accept);
    m_drop->sink.release();
    QTRY_COMPARE(m_drop->taken->size(), 2);
    QCOMPARE(m_drop->assets(), (QStringList{QStringLiteral("1"), QStringLiteral("2")}));
    QCOMPARE(m_drop->content(QStringLiteral("done/a.json")), recordJson("2"));
    QCOMPARE(m_drop->files(), QStringList());
}

void TestDropFolder::answersWhatWaitsWhenItCloses()
{
    m_drop->sink.setMode(FakeSink::Mode::Hold);
    QVERIFY(m_drop->put(QStringLiteral("a.json"), recordJson("1")));
    QTRY_COMPARE(m_drop->sink.heldCount(), 1);
    const auto engine = std::async(std::launch::async, [this] { m_drop->sink.release(); });
    m_drop->folder->close(std::chrono::seconds(10));
    QCOMPARE(m_drop->files(QStringLiteral("done")), QStringList{QStringLiteral("a.json")});
    QTRY_COMPARE(m_drop->taken->size(), 1);
    m_drop->folder->close(std::chrono::seconds(10)); // and a second time is nothing
}

void TestDropFolder::waitsNoLongerThanItsPatience()
{
    m_drop->sink.setMode(FakeSink::Mode::Hold);
    QVERIFY(m_drop->put(QStringLiteral("a.json"), recordJson("1")));
    QTRY_COMPARE(m_drop->sink.heldCount(), 1);
    QElapsedTimer timer;
    timer.start();
    m_drop->folder->close(std::chrono::milliseconds(100));
    QVERIFY2(timer.elapsed() >= 100, "it gave up before");
    m_drop->folder.reset();
    QVERIFY2(timer.elapsed() < 5'000, "it waited on");
    QCOMPARE(m_drop->files(), QStringList{QStringLiteral("a.json")});
}

void TestDropFolder::takesLateAnswersAfterItIsGone()
{
    m_drop->sink.setMode(FakeSink::Mode::Hold);
    QVERIFY(m_drop->put(QStringLiteral("a.json"), recordJson("1")));
    QTRY_COMPARE(m_drop->sink.heldCount(), 1);
    QList<Submission> late = m_drop->sink.takeHeld();
    m_drop->end();
    late.first().done(Accepted{1, 0, {}});
    late.clear();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(m_drop->files(), QStringList{QStringLiteral("a.json")});
}

void TestDropFolder::takesNothingMoreOnceClosed()
{
    m_drop->folder->close();
    QVERIFY(m_drop->put(QStringLiteral("a.json"), recordJson("1")));
    QVERIFY(!m_drop->taken->wait(kSeveralPolls));
    QCOMPARE(m_drop->sink.submissionCount(), 0);
}

QTEST_GUILESS_MAIN(TestDropFolder)
#include "tst_dropfolder.moc"

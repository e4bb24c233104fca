// The door's limits: how large, how many, how deep, how short and how slow a request may be.
#include "core/intake/httpdoor.h"
#include "core/payload/cloudevents.h"

#include "tests/intake/doorclient.h"
#include "tests/intake/fakeplatform.h"
#include "tests/intake/fakesink.h"

#include <QTest>

#include <limits>

using namespace callboard;

class TestDoorLimits : public QObject {
    Q_OBJECT

private slots:
    void init();
    void refusesTooManyEvents();
    void refusesTooDeepNesting();
    void refusesABodyThatIsTooLargeUnread();
    void refusesAChunkedBodyThatGrowsTooLarge();
    void givesUpOnAChunkedBodyThatNeverEnds();
    void takesABodyOfExactlyTheLimit();
    void neverTakesAShortBody_data();
    void neverTakesAShortBody();

private:
    void open(qsizetype largestBody, std::chrono::seconds timeout = std::chrono::seconds(30));
    WireAnswer ask(const WireRequest &request) const { return askOnce(m_door->port(), request); }

    std::unique_ptr<FakeSink> m_sink;
    FakePlatform m_platform;
    std::unique_ptr<HttpDoor> m_door;
};

void TestDoorLimits::init()
{
    open(kLargestBody);
}

void TestDoorLimits::open(qsizetype largestBody, std::chrono::seconds timeout)
{
    m_door.reset();
    m_sink = std::make_unique<FakeSink>();
    auto door = HttpDoor::open(
        {.port = 0, .token = kToken, .hostNames = {}, .largestBody = largestBody, .requestTimeout = timeout}, *m_sink,
        m_platform);
    QVERIFY2(door, door ? "" : qPrintable(door.error().detail));
    m_door = std::move(*door);
}

void TestDoorLimits::refusesTooManyEvents()
{
    QByteArrayList events(kMostEventsPerBatch + 1, eventJson("x"));
    const WireAnswer tooMany = ask(
        {.contentType = "application/cloudevents-batch+json", .body = '[' + events.join(',') + ']'});
    QCOMPARE(tooMany.status, 400);
    QVERIFY(tooMany.detail().contains(QStringLiteral("10")));
    QCOMPARE(m_sink->submissionCount(), 0);
}

void TestDoorLimits::refusesTooDeepNesting()
{
    const QByteArray deep = QByteArray(kDeepestNesting + 1, '[') + QByteArray(kDeepestNesting + 1, ']');
    const WireAnswer answer = ask({.body = QByteArray(eventJson("1")).replace("\"finished\"", deep)});
    QCOMPARE(answer.status, 400);
    QCOMPARE(m_sink->submissionCount(), 0);
}

void TestDoorLimits::refusesABodyThatIsTooLargeUnread()
{
    DoorClient client(m_door->port());
    const WireRequest request{.contentLength = kLargestBody + 1};
    client.write(request.bytes(m_door->port())); // the head alone
    const WireAnswer answer = client.read();
    QCOMPARE(answer.status, 413);
    QVERIFY2(answer.detail().contains(QString::number(kLargestBody)), qPrintable(answer.detail()));
}

void TestDoorLimits::refusesAChunkedBodyThatGrowsTooLarge()
{
    open(1'000);
    QCOMPARE(ask({.body = QByteArray(1'500, ' '), .chunked = true}).status, 413);
    QCOMPARE(m_sink->submissionCount(), 0);
}

void TestDoorLimits::givesUpOnAChunkedBodyThatNeverEnds()
{
    open(1'000);
    QCOMPARE(ask({.body = QByteArray(100'000, ' '), .chunked = true}).status, 0);
    QCOMPARE(m_sink->submissionCount(), 0);
}

void TestDoorLimits::takesABodyOfExactlyTheLimit()
{
    const QByteArray body = eventJson("1");
    open(body.size());
    QCOMPARE(ask({.body = body}).status, 202);
    QCOMPARE(ask({.body = body + ' '}).status, 413);
}

void TestDoorLimits::neverTakesAShortBody_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qint64>("announced");
    QTest::newRow("one byte short") << eventJson("1") << qint64(eventJson("1").size() + 1);
    QTest::newRow("nothing came") << QByteArray() << qint64(100);
    QTest::newRow("negative") << eventJson("1") << qint64(-1);
    QTest::newRow("the largest number") << eventJson("1") << std::numeric_limits<qint64>::max();
}

void TestDoorLimits::neverTakesAShortBody()
{
    QFETCH(QByteArray, body);
    QFETCH(qint64, announced);
    // A sender that only ends its half is noticed when its time is up.
    open(kLargestBody, std::chrono::seconds(1));
    DoorClient client(m_door->port());
    client.write(WireRequest{.body = body, .contentLength = announced}.bytes(m_door->port()));
    client.endWriting();
    const WireAnswer answer = client.read();
    QVERIFY2(answer.status == 0 || answer.status == 400 || answer.status == 413,
             qPrintable(QString::number(answer.status)));
    QCOMPARE(m_sink->submissionCount(), 0);
}

QTEST_GUILESS_MAIN(TestDoorLimits)
#include "tst_doorlimits.moc"

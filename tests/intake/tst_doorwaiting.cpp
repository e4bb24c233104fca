// Connections that wait for the commit: many at a time, through a slow sink, and while the door closes.
#include "core/intake/httpdoor.h"

#include "tests/intake/doorclient.h"
#include "tests/intake/fakeplatform.h"
#include "tests/intake/fakesink.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <memory>
#include <semaphore>
#include <vector>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

// Keeps the door's thread until the gate is open.
class GatedSink final : public EventSink {
public:
    void submit(Submission submission) override
    {
        reached.release();
        gate.acquire();
        submission.done(Accepted{1, 0, {}});
    }

    std::binary_semaphore reached{0};
    std::binary_semaphore gate{0};
};

} // namespace

class TestDoorWaiting : public QObject {
    Q_OBJECT

private slots:
    void init();
    void acknowledgesNothingBeforeTheCommit();
    void sharesOneCommitAmongTwoThousandPosts();
    void survivesAClientThatLeaves();
    void answersWhatWaitsWhenItCloses();
    void refusesNewEventsWhileItCloses();
    void tellsTheImpatientToComeBack();
    void takesLateAnswersAfterItIsGone();
    void closesAtOnceWhenNobodyWaits();
    void freesItsPort();
    void cutsARequestThatTakesTooLong();
    void cutsAHeadThatDrips();
    void seesHoweverManyAtOnce_data();
    void seesHoweverManyAtOnce();

private:
    void open(int mostConnections = 1024, std::chrono::seconds timeout = 30s);
    QByteArray post(const QByteArray &id) const { return WireRequest{.body = eventJson(id)}.bytes(m_door->port()); }

    std::unique_ptr<FakeSink> m_sink;
    FakePlatform m_platform;
    std::unique_ptr<HttpDoor> m_door;
};

void TestDoorWaiting::init()
{
    open();
}

void TestDoorWaiting::open(int mostConnections, std::chrono::seconds timeout)
{
    m_door.reset();
    m_sink = std::make_unique<FakeSink>();
    m_sink->setMode(FakeSink::Mode::Hold);
    auto door = HttpDoor::open(
        {.port = 0, .token = kToken, .hostNames = {}, .mostConnections = mostConnections, .requestTimeout = timeout},
        *m_sink, m_platform);
    QVERIFY2(door, door ? "" : qPrintable(door.error().detail));
    m_door = std::move(*door);
}

void TestDoorWaiting::acknowledgesNothingBeforeTheCommit()
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_door->port());
    socket.write(post("1"));
    QTRY_COMPARE(m_sink->heldCount(), 1);
    // The door still serves others, and this one has heard nothing.
    QCOMPARE(askOnce(m_door->port(), {.method = "GET", .path = "/healthz", .contentType = {}}).status, 200);
    QCOMPARE(socket.bytesAvailable(), 0);
    m_sink->release();
    QTRY_VERIFY(socket.peek(12) == "HTTP/1.1 202");
}

void TestDoorWaiting::sharesOneCommitAmongTwoThousandPosts()
{
    constexpr int kPosts = 2'000;
    open(kPosts + 10);
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < kPosts; ++i) {
        auto socket = std::make_unique<QTcpSocket>();
        const QByteArray bytes = post(QByteArray::number(i));
        connect(socket.get(), &QTcpSocket::connected, this, [raw = socket.get(), bytes] { raw->write(bytes); });
        socket->connectToHost(QHostAddress(QHostAddress::LocalHost), m_door->port());
        sockets.push_back(std::move(socket));
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->heldCount(), kPosts, 60'000);
    m_sink->release();
    const auto accepted = [&] {
        return std::ranges::count_if(sockets,
                                     [](const auto &socket) { return socket->peek(12) == QByteArray("HTTP/1.1 202"); });
    };
    QTRY_COMPARE_WITH_TIMEOUT(accepted(), qsizetype(kPosts), 60'000);
    // Each got the answer to its own event.
    for (int i = 0; i < kPosts; ++i) {
        const QByteArray own = R"("ids":[")" + QByteArray::number(i) + R"("]})";
        QTRY_VERIFY(sockets[size_t(i)]->peek(4096).endsWith(own));
    }
}

void TestDoorWaiting::survivesAClientThatLeaves()
{
    {
        DoorClient client(m_door->port());
        client.write(post("1"));
        QTRY_COMPARE(m_sink->heldCount(), 1);
    }
    m_sink->release();
    m_sink->setMode(FakeSink::Mode::Accept);
    QCOMPARE(askOnce(m_door->port(), {.body = eventJson("2")}).status, 202);
}

void TestDoorWaiting::answersWhatWaitsWhenItCloses()
{
    DoorClient waiting(m_door->port());
    DoorClient watching(m_door->port());
    QCOMPARE(watching.send({.method = "GET", .path = "/readyz", .contentType = {}}).status, 200);
    waiting.write(post("1"));
    QTRY_COMPARE(m_sink->heldCount(), 1);
    std::unique_ptr<QThread> closing(QThread::create([this] { m_door->close(20s); }));
    closing->start();
    QTRY_COMPARE(watching.send({.method = "GET", .path = "/readyz", .contentType = {}}).status, 503);
    m_sink->release();
    QCOMPARE(waiting.read().status, 202);
    QVERIFY(closing->wait(20'000));
}

void TestDoorWaiting::refusesNewEventsWhileItCloses()
{
    DoorClient waiting(m_door->port());
    DoorClient late(m_door->port());
    QCOMPARE(late.send({.method = "GET", .path = "/healthz", .contentType = {}}).status, 200);
    waiting.write(post("1"));
    QTRY_COMPARE(m_sink->heldCount(), 1);
    std::unique_ptr<QThread> closing(QThread::create([this] { m_door->close(20s); }));
    closing->start();
    QTRY_COMPARE(late.send({.method = "GET", .path = "/readyz", .contentType = {}}).status, 503);
    const WireAnswer refused = late.send({.body = eventJson("2")});
    QCOMPARE(refused.status, 503);
    QVERIFY(!refused.header("Retry-After").isEmpty());
    m_sink->release();
    QVERIFY(closing->wait(20'000));
    QCOMPARE(m_sink->submissionCount(), 1);
}

void TestDoorWaiting::tellsTheImpatientToComeBack()
{
    DoorClient first(m_door->port());
    DoorClient second(m_door->port());
    first.write(post("1"));
    second.write(post("2"));
    QTRY_COMPARE(m_sink->heldCount(), 2);
    m_door->close(50ms);
    QCOMPARE(first.read().status, 503);
    QCOMPARE(second.read().status, 503);
}

void TestDoorWaiting::takesLateAnswersAfterItIsGone()
{
    DoorClient client(m_door->port());
    client.write(post("1"));
    QTRY_COMPARE(m_sink->heldCount(), 1);
    QList<Submission> late = m_sink->takeHeld();
    m_door->close(1ms);
    m_door.reset();
    late.first().done(Accepted{1, 0, {QStringLiteral("1")}});
    late.first().done(fail(ErrorCode::StoreUnavailable, QStringLiteral("again")));
    late.clear();
    QCOMPARE(client.read().status, 503);
}

void TestDoorWaiting::closesAtOnceWhenNobodyWaits()
{
    DoorClient idle(m_door->port());
    DoorClient halfway(m_door->port());
    halfway.write(post("1").chopped(5));
    QElapsedTimer timer;
    timer.start();
    m_door->close(20s);
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(halfway.read().status, 0);
    QCOMPARE(m_sink->submissionCount(), 0);
    m_door->close(20s); // and a second time is nothing
}

void TestDoorWaiting::freesItsPort()
{
    const quint16 port = m_door->port();
    m_door->close();
    const auto again = HttpDoor::open({.port = port, .token = kToken, .hostNames = {}}, *m_sink, m_platform);
    QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
}

void TestDoorWaiting::cutsARequestThatTakesTooLong()
{
    open(16, 1s);
    DoorClient client(m_door->port());
    client.write(post("1").chopped(5));
    QCOMPARE(client.read().status, 0);
    QCOMPARE(m_sink->submissionCount(), 0);
}

void TestDoorWaiting::cutsAHeadThatDrips()
{
    open(16, 2s);
    DoorClient client(m_door->port());
    QCOMPARE(client.send({.method = "GET", .path = "/healthz", .contentType = {}}).status, 200);
    client.write("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n");
    QElapsedTimer timer;
    timer.start();
    while (client.isOpen() && timer.elapsed() < 20'000) { // never quiet for as long as the library waits
        client.write("X-Drip: 1\r\n");
        QThread::msleep(200);
    }
    QVERIFY(!client.isOpen());
    QCOMPARE(DoorClient(m_door->port()).send({.method = "GET", .path = "/healthz", .contentType = {}}).status, 200);
}

void TestDoorWaiting::seesHoweverManyAtOnce_data()
{
    QTest::addColumn<int>("clients");
    for (const int clients : {127, 128, 129, 256})
        QTest::addRow("%d", clients) << clients;
}

// The library asks for 128 at a time.
void TestDoorWaiting::seesHoweverManyAtOnce()
{
    QFETCH(int, clients);
    m_door.reset();
    GatedSink sink;
    auto door = HttpDoor::open({.port = 0, .token = kToken, .hostNames = {}}, sink, m_platform);
    QVERIFY(door);
    m_door = std::move(*door);
    const WireRequest hello{.method = "GET", .path = "/healthz", .contentType = {}};
    std::vector<std::unique_ptr<DoorClient>> waiting;
    for (int i = 0; i < clients; ++i) {
        waiting.push_back(std::make_unique<DoorClient>(m_door->port()));
        QCOMPARE(waiting.back()->send(hello).status, 200);
    }
    DoorClient first(m_door->port());
    first.write(post("first"));
    sink.reached.acquire(); // the door's thread is busy with it, and all others come meanwhile
    for (const auto &client : waiting)
        client->write(hello.bytes(m_door->port()));
    sink.gate.release();
    QCOMPARE(first.read().status, 202);
    for (const auto &client : waiting)
        QCOMPARE(client->read().status, 200);
    m_door.reset();
}

QTEST_GUILESS_MAIN(TestDoorWaiting)
#include "tst_doorwaiting.moc"

#include "core/receiver/receiver.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

using Action = ReceiverRule::Action;

namespace {

// A client that writes bytes and keeps what comes back.
class Client : public QTcpSocket {
public:
    explicit Client(const Receiver &receiver)
    {
        connect(this, &QTcpSocket::readyRead, this, [this] { answer += readAll(); });
        connect(this, &QTcpSocket::errorOccurred, this, [this](SocketError error) { failure = error; });
        connectToHost(QHostAddress(QHostAddress::LocalHost), receiver.port());
    }
    [[nodiscard]] bool closed() const { return state() == UnconnectedState && failure != UnknownSocketError; }

    QByteArray answer;
    SocketError failure = UnknownSocketError;
};

QByteArray post(const QByteArray &path, const QByteArray &body, const QByteArray &extra = {})
{
    return "POST " + path + " HTTP/1.1\r\nHost: x\r\n" + extra + "Content-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body;
}

ReceiverRule rule(Action action)
{
    ReceiverRule made;
    made.action = action;
    return made;
}

} // namespace

class TestReceiver : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void keepsTheRequestByteForByte();
    void answersWithLengthAndCount();
    void answersPipelinedRequestsInOrder();
    void answersThousandsOfPipelinedRequests();
    void takesARequestInPieces();
    void takesAChunkedBody();
    void asksForABodyThatWaits();
    void sendsNoBodyToHead();
    void closesWhereTheRequestSaysSo_data();
    void closesWhereTheRequestSaysSo();
    void refusesWhatIsNotHttp();
    void delaysAnswers();
    void usesRulesUpInTurn();
    void choosesRulesByPath();
    void writesExactlyWhatTheActionSays_data();
    void writesExactlyWhatTheActionSays();
    void resetsTheConnection();
    void hangsAndStillCounts();
    void dripsOneByteAtATime();
    void poursWithoutEnd();
    void keepsOnlyTheNewest();
    void namesAddressAndPortWhenTaken();

private:
    std::unique_ptr<Receiver> m_receiver;
};

void TestReceiver::init()
{
    m_receiver = std::make_unique<Receiver>();
    QVERIFY(m_receiver->listen().has_value());
}

void TestReceiver::cleanup()
{
    m_receiver.reset();
}

void TestReceiver::keepsTheRequestByteForByte()
{
    const QByteArray body("\x00\xff{\"n\":1.10}", 12);
    QSignalSpy received(m_receiver.get(), &Receiver::received);
    Client client(*m_receiver);
    client.write(post("/a/b?c=d%20e", body, "X-Twice: 1\r\nx-twice: 2\r\n"));
    QTRY_COMPARE(received.size(), 1);
    const ReceivedRequest request = m_receiver->requests().first();
    QCOMPARE(request.number, quint64(1));
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.target, QByteArray("/a/b?c=d%20e"));
    QCOMPARE(request.body, body);
    QVERIFY(request.headers.contains({"X-Twice", "1"}));
    QVERIFY(request.headers.contains({"x-twice", "2"}));
    QCOMPARE(request.answeredStatus, 200);
}

void TestReceiver::answersWithLengthAndCount()
{
    Client client(*m_receiver);
    client.write(post("/", "x"));
    QTRY_VERIFY(client.answer.endsWith("\r\n\r\n{\"received\":1}"));
    QVERIFY(client.answer.startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(client.answer.contains("Content-Length: 14\r\n"));
}

void TestReceiver::answersPipelinedRequestsInOrder()
{
    ReceiverRule slow;
    slow.path = "/slow";
    slow.delay = 100ms;
    slow.body = "first";
    ReceiverRule quick;
    quick.body = "second";
    m_receiver->setRules({slow, quick});
    Client client(*m_receiver);
    client.write(post("/slow", "a") + post("/quick", "b") + "GET /quick HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_COMPARE(client.answer.count("HTTP/1.1 200"), 3);
    QVERIFY(client.answer.indexOf("first") < client.answer.indexOf("second"));
    QCOMPARE(m_receiver->requests().at(2).method, QByteArray("GET"));
}

void TestReceiver::answersThousandsOfPipelinedRequests()
{
    constexpr int count = 20'000;
    QByteArray all;
    for (int i = 0; i < count; ++i)
        all += post("/n", QByteArray::number(i));
    Client client(*m_receiver);
    client.write(all);
    QTRY_COMPARE_WITH_TIMEOUT(m_receiver->count(), quint64(count), 30'000);
    QTRY_VERIFY(client.answer.endsWith("{\"received\":20000}"));
    QCOMPARE(m_receiver->requests().last().body, QByteArray("19999"));
}

void TestReceiver::takesARequestInPieces()
{
    Client client(*m_receiver);
    client.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    const QByteArray whole = post("/pieces", "0123456789");
    for (const char byte : whole) {
        QSignalSpy written(&client, &QTcpSocket::bytesWritten);
        client.write(&byte, 1);
        QVERIFY(!written.isEmpty() || written.wait());
    }
    QTRY_COMPARE(m_receiver->count(), quint64(1));
    QCOMPARE(m_receiver->requests().first().body, QByteArray("0123456789"));
}

void TestReceiver::takesAChunkedBody()
{
    Client client(*m_receiver);
    client.write("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n3\r\n ab\r\n0\r\n\r\n");
    QTRY_COMPARE(m_receiver->count(), quint64(1));
    QCOMPARE(m_receiver->requests().first().body, QByteArray("hello ab"));
}

void TestReceiver::asksForABodyThatWaits()
{
    Client client(*m_receiver);
    client.write("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    QTRY_COMPARE(client.answer, QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    client.write("ok");
    QTRY_VERIFY(client.answer.contains("HTTP/1.1 200 OK"));
    QCOMPARE(client.answer.count("100 Continue"), 1);
}

void TestReceiver::sendsNoBodyToHead()
{
    Client client(*m_receiver);
    client.write("HEAD / HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_COMPARE(client.answer.count("HTTP/1.1 200"), 2);
    QCOMPARE(client.answer.count("{\"received\""), 1);
    QVERIFY(client.answer.endsWith("{\"received\":2}"));
}

void TestReceiver::closesWhereTheRequestSaysSo_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<bool>("closes");
    QTest::newRow("1.1") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\n\r\n") << false;
    QTest::newRow("1.1 close") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n") << true;
    QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << true;
    QTest::newRow("1.0 keep-alive") << QByteArray("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n") << false;
}

void TestReceiver::closesWhereTheRequestSaysSo()
{
    QFETCH(QByteArray, request);
    QFETCH(bool, closes);
    Client client(*m_receiver);
    client.write(request);
    QTRY_VERIFY(client.answer.contains("\"received\":1"));
    if (closes) {
        QTRY_VERIFY(client.closed());
        QVERIFY(client.answer.contains("Connection: close\r\n"));
    } else {
        client.write(request);
        QTRY_VERIFY(client.answer.contains("\"received\":2"));
    }
}

void TestReceiver::refusesWhatIsNotHttp()
{
    Client client(*m_receiver);
    client.write("\x16\x03\x01 hello\r\n\r\n");
    QTRY_VERIFY(client.closed());
    QVERIFY(client.answer.startsWith("HTTP/1.1 400 "));
    QCOMPARE(m_receiver->count(), quint64(0));
}

void TestReceiver::delaysAnswers()
{
    ReceiverRule slow;
    slow.delay = 150ms;
    m_receiver->setRules({slow});
    Client client(*m_receiver);
    QElapsedTimer elapsed;
    elapsed.start();
    client.write(post("/", "x"));
    QTRY_VERIFY(!client.answer.isEmpty());
    QVERIFY(elapsed.elapsed() >= 150);
}

void TestReceiver::usesRulesUpInTurn()
{
    ReceiverRule busy;
    busy.status = 503;
    busy.times = 2;
    busy.headers = {{"Retry-After", "7"}};
    m_receiver->setRules({busy});
    Client client(*m_receiver);
    client.write(post("/", "1") + post("/", "2") + post("/", "3"));
    QTRY_COMPARE(m_receiver->count(), quint64(3));
    QTRY_VERIFY(client.answer.contains("\"received\":3"));
    QCOMPARE(client.answer.count("HTTP/1.1 503 Service Unavailable\r\n"), 2);
    QCOMPARE(client.answer.count("Retry-After: 7\r\n"), 2);
    QCOMPARE(client.answer.count("HTTP/1.1 200 OK\r\n"), 1);
}

void TestReceiver::choosesRulesByPath()
{
    ReceiverRule gone;
    gone.path = "/old";
    gone.status = 410;
    m_receiver->setRules({gone});
    Client client(*m_receiver);
    client.write(post("/new", "x") + post("/old/1", "x"));
    QTRY_COMPARE(m_receiver->count(), quint64(2));
    QCOMPARE(m_receiver->requests().at(0).answeredStatus, 200);
    QCOMPARE(m_receiver->requests().at(1).answeredStatus, 410);
}

void TestReceiver::writesExactlyWhatTheActionSays_data()
{
    QTest::addColumn<int>("action");
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<int>("status");
    const QByteArray head("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 14\r\n");
    QTest::newRow("close") << int(Action::Close) << QByteArray() << 0;
    QTest::newRow("partial status") << int(Action::PartialStatus) << QByteArray("HTTP/1.1 20") << 0;
    QTest::newRow("partial headers") << int(Action::PartialHeaders) << QByteArray("HTTP/1.1 200 OK\r\nContent-Ty")
                                     << 200;
    QTest::newRow("half body") << int(Action::HalfBody) << QByteArray(head + "\r\n{\"recei") << 200;
    QTest::newRow("answer then close") << int(Action::AnswerThenClose)
                                       << QByteArray(head + "Connection: keep-alive\r\n\r\n{\"received\":1}") << 200;
    QTest::newRow("garbage") << int(Action::Garbage) << QByteArray("This is not what HTTP looks like.\r\n\r\n") << 0;
}

void TestReceiver::writesExactlyWhatTheActionSays()
{
    QFETCH(int, action);
    QFETCH(QByteArray, written);
    QFETCH(int, status);
    m_receiver->setRules({rule(static_cast<Action>(action))});
    Client client(*m_receiver);
    client.write(post("/", "x"));
    QTRY_VERIFY(client.closed());
    QCOMPARE(client.answer, written);
    QCOMPARE(client.failure, QAbstractSocket::RemoteHostClosedError);
    QCOMPARE(m_receiver->requests().first().answeredStatus, status);
}

void TestReceiver::resetsTheConnection()
{
    m_receiver->setRules({rule(Action::Reset)});
    Client client(*m_receiver);
    client.write(post("/", "x"));
    QTRY_VERIFY(client.closed());
    QCOMPARE(client.answer, QByteArray());
    // Qt tells a reset by its words only.
    QCOMPARE(client.failure, QAbstractSocket::RemoteHostClosedError);
    QCOMPARE(m_receiver->count(), quint64(1));
}

void TestReceiver::hangsAndStillCounts()
{
    ReceiverRule once = rule(Action::Hang);
    once.times = 1;
    m_receiver->setRules({once});
    Client client(*m_receiver);
    client.write(post("/", "1") + post("/", "2"));
    QTRY_COMPARE(m_receiver->count(), quint64(2));
    Client other(*m_receiver);
    other.write(post("/", "3"));
    QTRY_VERIFY(!other.answer.isEmpty());
    QCOMPARE(client.answer, QByteArray());
    QCOMPARE(client.state(), QAbstractSocket::ConnectedState);
}

void TestReceiver::dripsOneByteAtATime()
{
    m_receiver->setRules({rule(Action::Drip)});
    Client client(*m_receiver);
    client.write(post("/", "x"));
    QTRY_COMPARE(client.answer, QByteArray("HTT"));
    QCOMPARE(client.state(), QAbstractSocket::ConnectedState);
}

void TestReceiver::poursWithoutEnd()
{
    m_receiver->setRules({rule(Action::Endless)});
    Client client(*m_receiver);
    client.write(post("/", "x"));
    QTRY_VERIFY(client.answer.size() > 8 * 1024 * 1024);
    QVERIFY(client.answer.contains("Transfer-Encoding: chunked\r\n"));
    QCOMPARE(client.state(), QAbstractSocket::ConnectedState);
}

void TestReceiver::keepsOnlyTheNewest()
{
    m_receiver->setKeep(2);
    Client client(*m_receiver);
    client.write(post("/1", "") + post("/2", "") + post("/3", ""));
    QTRY_COMPARE(m_receiver->count(), quint64(3));
    QCOMPARE(m_receiver->requests().size(), 2);
    QCOMPARE(m_receiver->requests().first().target, QByteArray("/2"));
    m_receiver->clear();
    QCOMPARE(m_receiver->count(), quint64(0));
    QVERIFY(m_receiver->requests().isEmpty());
}

void TestReceiver::namesAddressAndPortWhenTaken()
{
    Receiver second;
    const auto port = second.listen(QHostAddress(QHostAddress::LocalHost), m_receiver->port());
    QVERIFY(!port.has_value());
    QCOMPARE(port.error().code, ErrorCode::AddressInUse);
    QVERIFY(port.error().detail.contains(QStringLiteral("127.0.0.1")));
    QVERIFY(port.error().detail.contains(QString::number(m_receiver->port())));
}

QTEST_GUILESS_MAIN(TestReceiver)
#include "tst_receiver.moc"

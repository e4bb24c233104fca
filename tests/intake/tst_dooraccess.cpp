// Who may speak to the door: token, host, origin, path and method.
#include "core/intake/httpdoor.h"

#include "tests/intake/doorclient.h"
#include "tests/intake/fakeplatform.h"
#include "tests/intake/fakesink.h"

#include <QTest>

using namespace callboard;

class TestDoorAccess : public QObject {
    Q_OBJECT

private slots:
    void init();
    void refusesWithoutTheToken_data();
    void refusesWithoutTheToken();
    void takesTheSchemeInAnyCase();
    void answersHealthWithoutAToken();
    void keepsReadinessBehindTheToken();
    void refusesForeignHosts_data();
    void refusesForeignHosts();
    void takesItsOwnNames_data();
    void takesItsOwnNames();
    void refusesWebPages_data();
    void refusesWebPages();
    void refusesABrowsersPreflight();
    void takesSameOriginTools();
    void namesTheMethodsOfAPath();
    void knowsNoOtherPath();
    void describesRefusalsAsProblems();
    void refusesHeadersToldTwice_data();
    void refusesHeadersToldTwice();
    void opensNoDoorWithoutAToken();
    void saysWhichAddressIsInUse();
    void listensOnVersionSixToo();

private:
    WireAnswer ask(const WireRequest &request) const { return askOnce(m_door->port(), request); }

    std::unique_ptr<FakeSink> m_sink;
    FakePlatform m_platform;
    std::unique_ptr<HttpDoor> m_door;
};

void TestDoorAccess::init()
{
    m_door.reset();
    m_sink = std::make_unique<FakeSink>();
    DoorSettings settings{.port = 0, .token = kToken, .hostNames = {QStringLiteral("door.example.com")}};
    auto door = HttpDoor::open(settings, *m_sink, m_platform);
    QVERIFY2(door, door ? "" : qPrintable(door.error().detail));
    m_door = std::move(*door);
}

void TestDoorAccess::refusesWithoutTheToken_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("empty") << QByteArray("Bearer ");
    QTest::newRow("wrong") << QByteArray("Bearer wrong");
    QTest::newRow("longer") << QByteArray("Bearer " + kToken + "x");
    QTest::newRow("shorter") << QByteArray("Bearer " + kToken.chopped(1));
    QTest::newRow("other case") << QByteArray("Bearer " + kToken.toUpper());
    QTest::newRow("another scheme") << QByteArray("Basic " + kToken);
    QTest::newRow("no scheme") << kToken;
}

void TestDoorAccess::refusesWithoutTheToken()
{
    QFETCH(QByteArray, authorization);
    WireRequest request{.token = {}, .body = eventJson("1")};
    if (!authorization.isNull())
        request.headers.emplaceBack("Authorization", authorization);
    for (const QByteArray path : {"/v1/events", "/nowhere"}) {
        request.path = path;
        const WireAnswer answer = ask(request);
        QCOMPARE(answer.status, 401);
        QVERIFY(answer.header("WWW-Authenticate").startsWith("Bearer"));
    }
    QCOMPARE(m_sink->submissionCount(), 0);
}

void TestDoorAccess::takesTheSchemeInAnyCase()
{
    const WireRequest request{.token = {}, .headers = {{"authorization", "bEARER " + kToken}}, .body = eventJson("1")};
    QCOMPARE(ask(request).status, 202);
}

void TestDoorAccess::answersHealthWithoutAToken()
{
    const WireAnswer answer = ask({.method = "GET", .path = "/healthz", .token = {}, .contentType = {}});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json().value(QStringLiteral("status")).toString(), QStringLiteral("ok"));
    QCOMPARE(answer.header("Content-Type"), QByteArray("application/json"));
}

void TestDoorAccess::keepsReadinessBehindTheToken()
{
    QCOMPARE(ask({.method = "GET", .path = "/readyz", .token = {}, .contentType = {}}).status, 401);
    QCOMPARE(ask({.method = "GET", .path = "/readyz", .contentType = {}}).status, 200);
}

void TestDoorAccess::refusesForeignHosts_data()
{
    QTest::addColumn<QByteArray>("host");
    for (const char *name : {"evil.example.com", "door.example.com.evil.org", "127.0.0.1.nip.io", "127.0.0.2",
                             "192.168.0.1", "[::2]", "user@localhost", "localhost/x", ""})
        QTest::newRow(name) << QByteArray(name);
}

void TestDoorAccess::refusesForeignHosts()
{
    QFETCH(QByteArray, host);
    const QByteArray withPort = host + ':' + QByteArray::number(m_door->port());
    const WireAnswer answer = ask({.path = "/healthz", .host = withPort, .body = eventJson("1")});
    QCOMPARE(answer.status, 403);
    QCOMPARE(ask({.host = "127.0.0.1:1", .body = eventJson("1")}).status, 403);
    QCOMPARE(ask({.host = "localhost", .body = eventJson("1")}).status, 403);
    QCOMPARE(m_sink->submissionCount(), 0);
}

void TestDoorAccess::takesItsOwnNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("withPort");
    QTest::newRow("listen address") << QByteArray("127.0.0.1") << true;
    QTest::newRow("localhost") << QByteArray("localhost") << true;
    QTest::newRow("other case") << QByteArray("LocalHost") << true;
    QTest::newRow("version 6") << QByteArray("[::1]") << true;
    QTest::newRow("configured") << QByteArray("door.example.com") << true;
    QTest::newRow("configured, behind a proxy") << QByteArray("Door.Example.com") << false;
}

void TestDoorAccess::takesItsOwnNames()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, withPort);
    const QByteArray host = withPort ? name + ':' + QByteArray::number(m_door->port()) : name;
    QCOMPARE(ask({.host = host, .body = eventJson("1")}).status, 202);
}

void TestDoorAccess::refusesWebPages_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("origin") << QByteArray("Origin") << QByteArray("https://evil.example.com");
    QTest::newRow("opaque origin") << QByteArray("origin") << QByteArray("null");
    QTest::newRow("our own origin") << QByteArray("Origin") << QByteArray("http://localhost");
    QTest::newRow("cross-site") << QByteArray("Sec-Fetch-Site") << QByteArray("cross-site");
}

void TestDoorAccess::refusesWebPages()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    const WireAnswer answer = ask({.headers = {{name, value}}, .body = eventJson("1")});
    QCOMPARE(answer.status, 403);
    QVERIFY(answer.header("Access-Control-Allow-Origin").isEmpty());
    QCOMPARE(ask({.method = "GET", .path = "/healthz", .contentType = {}, .headers = {{name, value}}}).status, 403);
    QCOMPARE(m_sink->submissionCount(), 0);
}

void TestDoorAccess::refusesABrowsersPreflight()
{
    const WireAnswer answer = ask(
        {.method = "OPTIONS",
         .token = {},
         .contentType = {},
         .headers = {{"Origin", "https://evil.example.com"}, {"Access-Control-Request-Method", "POST"}}});
    QCOMPARE(answer.status, 403);
    QVERIFY(answer.header("Access-Control-Allow-Origin").isEmpty());
}

void TestDoorAccess::takesSameOriginTools()
{
    QCOMPARE(ask({.headers = {{"Sec-Fetch-Site", "none"}}, .body = eventJson("1")}).status, 202);
}

void TestDoorAccess::namesTheMethodsOfAPath()
{
    for (const QByteArray method : {"GET", "PUT", "DELETE", "FROBNICATE"}) {
        const WireAnswer answer = ask({.method = method, .contentType = {}});
        QCOMPARE(answer.status, 405);
        QCOMPARE(answer.header("Allow"), QByteArray("POST"));
    }
    const WireAnswer answer = ask({.path = "/healthz", .body = "x"});
    QCOMPARE(answer.status, 405);
    QCOMPARE(answer.header("Allow"), QByteArray("GET, HEAD"));
}

void TestDoorAccess::knowsNoOtherPath()
{
    for (const QByteArray path : {"/", "/v1/events/", "/v1/Events", "/v1/events/1", "//v1/events"})
        QCOMPARE(ask({.path = path, .body = eventJson("1")}).status, 404);
    QCOMPARE(ask({.path = "/v1/events?x=1", .body = eventJson("1")}).status, 202);
}

void TestDoorAccess::describesRefusalsAsProblems()
{
    const WireAnswer answer = ask({.path = "/nowhere", .body = eventJson("1")});
    QCOMPARE(answer.header("Content-Type"), QByteArray("application/problem+json"));
    QCOMPARE(answer.json().value(QStringLiteral("status")).toInt(), 404);
    QCOMPARE(answer.json().value(QStringLiteral("title")).toString(), QStringLiteral("Not Found"));
    QVERIFY(answer.json().value(QStringLiteral("type")).toString().startsWith(QStringLiteral("urn:callboard:")));
    QVERIFY(answer.detail().contains(QStringLiteral("/nowhere")));
}

void TestDoorAccess::refusesHeadersToldTwice_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("Host") << QByteArray("Host") << QByteArray("127.0.0.1");
    QTest::newRow("Authorization") << QByteArray("Authorization") << QByteArray("Bearer " + kToken);
    QTest::newRow("Content-Type") << QByteArray("Content-Type") << QByteArray("application/json");
    QTest::newRow("Content-Length") << QByteArray("Content-Length") << QByteArray("3");
    QTest::newRow("both framings") << QByteArray("Transfer-Encoding") << QByteArray("chunked");
}

void TestDoorAccess::refusesHeadersToldTwice()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    DoorClient client(m_door->port());
    client.write(WireRequest{.headers = {{name, value}}, .body = eventJson("1")}.bytes(m_door->port()));
    client.endWriting();
    const WireAnswer answer = client.read();
    // Where the two disagree about the body's end, no answer at all is right too; an acceptance never is.
    QVERIFY2(answer.status == 400 || answer.status == 0, qPrintable(QString::number(answer.status)));
    QCOMPARE(m_sink->submissionCount(), 0);
}

void TestDoorAccess::opensNoDoorWithoutAToken()
{
    const auto door = HttpDoor::open({.port = 0, .token = {}, .hostNames = {}}, *m_sink, m_platform);
    QVERIFY(!door);
    QCOMPARE(door.error().code, ErrorCode::InvalidArgument);
}

void TestDoorAccess::saysWhichAddressIsInUse()
{
    const auto second = HttpDoor::open({.port = m_door->port(), .token = kToken, .hostNames = {}}, *m_sink, m_platform);
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::AddressInUse);
    const QString place = QStringLiteral("127.0.0.1:%1").arg(m_door->port());
    QVERIFY2(second.error().detail.contains(place), qPrintable(second.error().detail));
}

void TestDoorAccess::listensOnVersionSixToo()
{
    const QHostAddress six(QHostAddress::LocalHostIPv6);
    const auto door = HttpDoor::open({.address = six, .port = 0, .token = kToken, .hostNames = {}}, *m_sink,
                                     m_platform);
    QVERIFY2(door, door ? "" : qPrintable(door.error().detail));
    QCOMPARE((*door)->url(), QStringLiteral("http://[::1]:%1").arg((*door)->port()));
    QTcpSocket socket;
    socket.connectToHost(six, (*door)->port());
    QVERIFY(socket.waitForConnected(5'000));
}

QTEST_GUILESS_MAIN(TestDoorAccess)
#include "tst_dooraccess.moc"

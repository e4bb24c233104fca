// The door with TLS: which certificates it takes, what it speaks, and that it reads a renewed one while it runs.
#include "core/intake/httpdoor.h"

#include "tests/intake/doorclient.h"
#include "tests/intake/fakeplatform.h"
#include "tests/intake/fakesink.h"
#include "tests/support/testcertificate.h"

#include <QFile>
#include <QRegularExpression>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

constexpr int kPatience = 20'000;

} // namespace

class TestDoorTls : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void takesEventsOverTls();
    void takesALargeBody();
    void waitsForTheCommit();
    void speaksNothingOlder_data();
    void speaksNothingOlder();
    void tellsPlainHttpNothing();
    void endsAHandshakeThatIsNone();
    void needsACertificateBeyondLoopback();
    void boundsTheConnectionsOfOneAddress();
    void refusesCertificates_data();
    void refusesCertificates();
    void readsARenewedOneWhileItRuns();

private:
    void open(std::chrono::seconds timeout = 30s);
    DoorTls files() const { return {m_path + QStringLiteral("/door.crt"), m_path + QStringLiteral("/door.key")}; }
    void install(const TestCertificate &made) const;
    std::unique_ptr<QSslSocket> connected(QSsl::SslProtocol protocol = QSsl::SecureProtocols) const;
    WireAnswer ask(const WireRequest &request) const;

    QTemporaryDir m_directory;
    QString m_path;
    TestCertificate m_certificate;
    std::unique_ptr<FakeSink> m_sink;
    FakePlatform m_platform;
    std::unique_ptr<HttpDoor> m_door;
};

void TestDoorTls::initTestCase()
{
    m_path = m_directory.path();
    m_certificate = selfSignedCertificate(m_path, QStringLiteral("localhost"));
    QVERIFY(!m_certificate.certificate.isNull());
}

void TestDoorTls::init()
{
    install(m_certificate);
    open();
}

void TestDoorTls::install(const TestCertificate &made) const
{
    QFile certificate(files().certificate);
    QVERIFY(certificate.open(QIODevice::WriteOnly));
    certificate.write(made.certificate.toPem());
    QFile key(files().key);
    QVERIFY(key.open(QIODevice::WriteOnly));
    QVERIFY(key.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    key.write(made.key.toPem());
}

void TestDoorTls::open(std::chrono::seconds timeout)
{
    m_door.reset();
    m_sink = std::make_unique<FakeSink>();
    auto door = HttpDoor::open({.port = 0, .token = kToken, .hostNames = {}, .requestTimeout = timeout, .tls = files()},
                               *m_sink, m_platform);
    QVERIFY2(door, door ? "" : qPrintable(door.error().detail));
    m_door = std::move(*door);
}

std::unique_ptr<QSslSocket> TestDoorTls::connected(QSsl::SslProtocol protocol) const
{
    auto socket = std::make_unique<QSslSocket>();
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(protocol);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // which one it shows is compared by the tests
    socket->setSslConfiguration(configuration);
    socket->connectToHostEncrypted(QStringLiteral("127.0.0.1"), m_door->port());
    socket->waitForEncrypted(kPatience);
    return socket;
}

WireAnswer TestDoorTls::ask(const WireRequest &request) const
{
    const auto socket = connected();
    socket->write(request.bytes(m_door->port()));
    QByteArray data;
    while (!data.contains("\r\n\r\n") || !data.endsWith('}')) {
        if (!socket->waitForReadyRead(kPatience))
            return {};
        data += socket->readAll();
    }
    const qsizetype end = data.indexOf("\r\n\r\n");
    return {data.mid(9, 3).toInt(), data.first(end + 2), data.sliced(end + 4)};
}

void TestDoorTls::takesEventsOverTls()
{
    QVERIFY(m_door->url().startsWith(QStringLiteral("https://127.0.0.1:")));
    QCOMPARE(connected()->peerCertificate(), m_certificate.certificate);
    QCOMPARE(ask({.body = eventJson("1")}).status, 202);
    QCOMPARE(ask({.token = "wrong", .body = eventJson("1")}).status, 401);
    QCOMPARE(ask({.host = "evil.example.com", .body = eventJson("1")}).status, 403);
    QCOMPARE(ask({.headers = {{"Origin", "https://evil.example"}}, .body = eventJson("1")}).status, 403);
    QCOMPARE(m_sink->submissionCount(), 1);
}

// More than one record of TLS, and more than what the library reads at a time.
void TestDoorTls::takesALargeBody()
{
    QByteArrayList events;
    for (int i = 0; i < 5000; ++i)
        events.append(eventJson(QByteArray::number(i)));
    const WireAnswer answer = ask(
        {.contentType = "application/cloudevents-batch+json", .body = '[' + events.join(',') + ']'});
    QCOMPARE(answer.status, 202);
    QCOMPARE(m_sink->events().size(), 5000);
}

void TestDoorTls::waitsForTheCommit()
{
    m_sink->setMode(FakeSink::Mode::Hold);
    const auto socket = connected();
    socket->write(WireRequest{.body = eventJson("1")}.bytes(m_door->port()));
    QVERIFY(socket->waitForBytesWritten(kPatience));
    QTRY_COMPARE(m_sink->heldCount(), 1);
    QVERIFY(!socket->waitForReadyRead(50));
    m_sink->release();
    QVERIFY(socket->waitForReadyRead(kPatience));
    QVERIFY(socket->readAll().startsWith("HTTP/1.1 202"));
}

void TestDoorTls::speaksNothingOlder_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<bool>("speaks");
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    QTest::newRow("1.0") << int(QSsl::TlsV1_0) << false;
    QTest::newRow("1.1") << int(QSsl::TlsV1_1) << false;
    QT_WARNING_POP
    QTest::newRow("1.2") << int(QSsl::TlsV1_2) << true;
    QTest::newRow("1.3") << int(QSsl::TlsV1_3) << true;
}

void TestDoorTls::speaksNothingOlder()
{
    QFETCH(int, protocol);
    QFETCH(bool, speaks);
    QCOMPARE(connected(QSsl::SslProtocol(protocol))->isEncrypted(), speaks);
}

void TestDoorTls::tellsPlainHttpNothing()
{
    const WireAnswer answer = askOnce(m_door->port(), {.body = eventJson("1")});
    QCOMPARE(answer.status, 0);
    QCOMPARE(m_sink->submissionCount(), 0);
    QCOMPARE(ask({.body = eventJson("2")}).status, 202);
}

void TestDoorTls::endsAHandshakeThatIsNone()
{
    open(1s);
    DoorClient client(m_door->port());
    client.write("\x16\x03\x01"); // the beginning of one
    QCOMPARE(client.read().status, 0);
}

void TestDoorTls::needsACertificateBeyondLoopback()
{
    const auto door = HttpDoor::open(
        {.address = QHostAddress(QHostAddress::AnyIPv4), .port = 0, .token = kToken, .hostNames = {}}, *m_sink,
        m_platform);
    QVERIFY(!door);
    QCOMPARE(door.error().code, ErrorCode::InvalidArgument);
    const auto secure = HttpDoor::open(
        {.address = QHostAddress(QHostAddress::AnyIPv4), .port = 0, .token = kToken, .hostNames = {}, .tls = files()},
        *m_sink, m_platform);
    QVERIFY(secure);
}

void TestDoorTls::boundsTheConnectionsOfOneAddress()
{
    auto door = HttpDoor::open({.address = QHostAddress(QHostAddress::AnyIPv4),
                                .port = 0,
                                .token = kToken,
                                .hostNames = {},
                                .mostConnectionsOfOne = 3,
                                .tls = files()},
                               *m_sink, m_platform);
    QVERIFY(door);
    m_door = std::move(*door);
    auto first = connected();
    const auto second = connected();
    const auto third = connected();
    QVERIFY(first->isEncrypted() && second->isEncrypted() && third->isEncrypted());
    QVERIFY(!connected()->isEncrypted());
    first.reset();
    const auto opensAgain = [this, &first] {
        if (!first || !first->isEncrypted())
            first = connected();
        return first->isEncrypted();
    };
    QTRY_VERIFY_WITH_TIMEOUT(opensAgain(), kPatience);
}

void TestDoorTls::refusesCertificates_data()
{
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QString>("says");
    QTest::newRow("no certificate") << QByteArray("no certificate") << QStringLiteral("no such file");
    QTest::newRow("no key") << QByteArray("no key") << QStringLiteral("no such file");
    QTest::newRow("text") << QByteArray("text") << QStringLiteral("no certificate in PEM");
    QTest::newRow("a key that is none") << QByteArray("bad key") << QStringLiteral("no private key in PEM");
    QTest::newRow("another's key") << QByteArray("other key") << QStringLiteral("is not the key of the certificate");
    QTest::newRow("an open key") << QByteArray("open key") << QStringLiteral("chmod 600");
    QTest::newRow("expired") << QByteArray("expired") << QStringLiteral("expired on");
}

void TestDoorTls::refusesCertificates()
{
    QFETCH(QByteArray, what);
    QFETCH(QString, says);
    QTemporaryDir directory;
    const auto write = [](const QString &name, const QByteArray &content) {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    };
    if (what == "no certificate")
        QVERIFY(QFile::remove(files().certificate));
    else if (what == "no key")
        QVERIFY(QFile::remove(files().key));
    else if (what == "text")
        write(files().certificate, "hello");
    else if (what == "bad key")
        write(files().key, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    else if (what == "other key")
        write(files().key, selfSignedCertificate(directory.path(), QStringLiteral("localhost")).key.toPem());
    else if (what == "open key")
        QVERIFY(QFile::setPermissions(files().key, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    else
        install(expiredCertificate(directory.path(), QStringLiteral("localhost")));
    const auto door = HttpDoor::open({.port = 0, .token = kToken, .hostNames = {}, .tls = files()}, *m_sink,
                                     m_platform);
    QVERIFY(!door);
    QVERIFY2(door.error().detail.contains(says), qPrintable(door.error().detail));
    QVERIFY(!door.error().detail.contains(QStringLiteral("PRIVATE KEY")));
}

void TestDoorTls::readsARenewedOneWhileItRuns()
{
    QTemporaryDir directory;
    const TestCertificate renewed = selfSignedCertificate(directory.path(), QStringLiteral("localhost"));
    const auto before = connected();
    QCOMPARE(before->peerCertificate(), m_certificate.certificate);
    QVERIFY(QFile::remove(files().key)); // half of it: the one before stays
    static std::atomic_bool goesOn;
    goesOn = false;
    const auto handler = qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &text) {
        if (text.contains(QLatin1String("goes on with the certificate it has")))
            goesOn = true;
    });
    QTRY_VERIFY_WITH_TIMEOUT((connected(), goesOn.load()), kPatience); // it looks once a second, at a handshake
    qInstallMessageHandler(handler);
    QCOMPARE(connected()->peerCertificate(), m_certificate.certificate);
    install(renewed);
    QTRY_COMPARE_WITH_TIMEOUT(connected()->peerCertificate(), renewed.certificate, kPatience);
    before->write(WireRequest{.body = eventJson("1")}.bytes(m_door->port()));
    QVERIFY(before->waitForReadyRead(kPatience));
    QVERIFY(before->readAll().startsWith("HTTP/1.1 202"));
}

QTEST_GUILESS_MAIN(TestDoorTls)
#include "tst_doortls.moc"

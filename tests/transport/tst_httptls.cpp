// TLS that goes wrong, the same for both HTTP transports: before the request nothing leaves and the cause is named;
// after it the request is in doubt, never "not sent".
#include "tests/transport/httpfixture.h"

using namespace callboard;
using namespace std::chrono_literals;

using Then = Fault::Then;

Q_DECLARE_METATYPE(callboard::Fault)

namespace {

const QByteArray kHead("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n");

// Says something to whoever says hello, in place of a handshake.
class NoHandshake : public QTcpServer {
public:
    explicit NoHandshake(const Fault &fault)
    {
        connect(this, &QTcpServer::newConnection, this, [this, fault] {
            ++connections;
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, fault] {
                socket->readAll();
                socket->write(fault.bytes);
                if (fault.then == Then::Close)
                    socket->disconnectFromHost();
                else if (fault.then == Then::Reset)
                    socket->abort();
            });
        });
        listen(QHostAddress::LocalHost);
    }

    int connections = 0;
};

} // namespace

class TestHttpTls : public HttpFixture {
    Q_OBJECT

private slots:
    void initTestCase_data() { addTransports(Over::HttpsAlone); }
    void sendsWhereTheCertificateIsGood();
    void refusesACertificate_data();
    void refusesACertificate();
    void saysThatTheHandshakeBroke_data();
    void saysThatTheHandshakeBroke();
    void isInDoubtWhereTlsEndsAfterTheRequest_data();
    void isInDoubtWhereTlsEndsAfterTheRequest();
    void isInDoubtWhereTheReceiverDemandsACertificate();

private:
    [[nodiscard]] TestCertificate certificate(const QByteArray &kind) const;
};

TestCertificate TestHttpTls::certificate(const QByteArray &kind) const
{
    const QString directory = m_directory.filePath(QString::fromLatin1(kind));
    const QString name = QStringLiteral("callback.example");
    if (kind == "expired")
        return expiredCertificate(directory, name);
    if (kind == "unknown issuer")
        return issuedCertificate(directory, name);
    return selfSignedCertificate(directory, kind == "another name" ? QStringLiteral("other.example") : name);
}

void TestHttpTls::sendsWhereTheCertificateIsGood()
{
    FaultyReceiver receiver({.bytes = kOk}, m_certificate);
    QCOMPARE(summary(exchangeBesideAnother(request(kFaulty, receiver.port()))), QStringLiteral("delivered 200"));
    QCOMPARE(receiver.requests(), 1);
}

void TestHttpTls::refusesACertificate_data()
{
    QTest::addColumn<bool>("trusted");
    QTest::addColumn<QString>("words");
    QTest::newRow("expired") << true << QStringLiteral("expired");
    QTest::newRow("another name") << true << QStringLiteral("host name");
    QTest::newRow("self-signed") << false << QStringLiteral("self-signed");
    QTest::newRow("unknown issuer") << false << QStringLiteral("issuer");
}

void TestHttpTls::refusesACertificate()
{
    QFETCH(bool, trusted);
    QFETCH(QString, words);
    const TestCertificate bad = certificate(QTest::currentDataTag());
    QVERIFY(!bad.certificate.isNull());
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    if (trusted)
        trust(bad);
    FaultyReceiver receiver({.bytes = kOk}, bad);
    const Exchange got = exchangeBesideAnother(request(kFaulty, receiver.port()));
    QSslConfiguration::setDefaultConfiguration(before);
    QCOMPARE(summary(got), QStringLiteral("not-sent tls"));
    QVERIFY2(got.errorText.contains(words), qPrintable(got.errorText));
    QVERIFY(got.errorText.contains(QStringLiteral("callback.example")));
    QCOMPARE(receiver.requests(), 0);
}

void TestHttpTls::saysThatTheHandshakeBroke_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("words");
    const QString tls = QStringLiteral("not-sent tls");
    const QByteArray alert("\x15\x03\x03\x00\x02\x02\x28", 7); // fatal: handshake_failure
    QTest::newRow("an alert") << Fault{.bytes = alert} << tls << QStringLiteral("handshake");
    QTest::newRow("an alert and closes") << Fault{.bytes = alert, .then = Then::Close} << tls
                                         << QStringLiteral("handshake");
    QTest::newRow("closes") << Fault{.then = Then::Close} << tls << QStringLiteral("broke off the TLS handshake");
    QTest::newRow("resets") << Fault{.then = Then::Reset} << tls << QStringLiteral("broke off the TLS handshake");
    QTest::newRow("speaks HTTP") << Fault{.bytes = "HTTP/1.1 400 Bad Request\r\n\r\n", .then = Then::Close} << tls
                                 << QStringLiteral("TLS");
    QTest::newRow("stays silent") << Fault{} << QStringLiteral("not-sent connect-timeout") << QStringLiteral("within");
}

void TestHttpTls::saysThatTheHandshakeBroke()
{
    QFETCH(Fault, fault);
    QFETCH(QString, expected);
    QFETCH(QString, words);
    NoHandshake receiver(fault);
    TransportRequest sent = request(kFaulty, receiver.serverPort());
    sent.connectTimeout = 400ms;
    const Exchange got = exchangeBesideAnother(sent);
    QCOMPARE(summary(got), expected);
    QVERIFY2(got.errorText.contains(words), qPrintable(got.errorText));
    QVERIFY(got.timings.done < sent.connectTimeout + 1s);
    QCOMPARE(receiver.connections, 1);
}

void TestHttpTls::isInDoubtWhereTlsEndsAfterTheRequest_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("expected");
    const QString closed = QStringLiteral("in-doubt closed");
    QTest::newRow("close_notify alone") << Fault{.then = Then::SayGoodbye} << closed;
    QTest::newRow("close_notify and the end") << Fault{.then = Then::Close} << closed;
    QTest::newRow("the end without close_notify") << Fault{.then = Then::Reset} << closed;
    QTest::newRow("bytes that are no TLS") << Fault{.then = Then::BreakTls} << closed;
    QTest::newRow("close_notify in the body")
        << Fault{.bytes = kHead + "half", .then = Then::SayGoodbye} << QStringLiteral("delivered 200");
}

void TestHttpTls::isInDoubtWhereTlsEndsAfterTheRequest()
{
    QFETCH(Fault, fault);
    QFETCH(QString, expected);
    FaultyReceiver receiver(fault, m_certificate);
    const Exchange got = exchangeBesideAnother(request(kFaulty, receiver.port()));
    QCOMPARE(summary(got), expected);
    QVERIFY2(got.errorText.contains(got.status == 0 ? QStringLiteral("closed") : QStringLiteral("incomplete")),
             qPrintable(got.errorText));
    QCOMPARE(receiver.requests(), 1);
}

// With TLS 1.3 the request leaves before the receiver says that it wanted a certificate.
void TestHttpTls::isInDoubtWhereTheReceiverDemandsACertificate()
{
    FaultyReceiver receiver({.bytes = kOk}, m_certificate);
    receiver.demandCertificate();
    const Exchange got = exchangeBesideAnother(request(kFaulty, receiver.port()));
    QCOMPARE(summary(got), QStringLiteral("in-doubt closed"));
    QCOMPARE(receiver.requests(), 0);
}

QTEST_GUILESS_MAIN(TestHttpTls)
#include "tst_httptls.moc"

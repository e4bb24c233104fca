// TLS against a real server on this machine: trusted, not trusted, the wrong name, broken off.
#include "core/transport/qnamtransport.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeresolver.h"
#include "tests/support/testcertificate.h"
#include "tests/support/transportresults.h"

#include <QSslConfiguration>
#include <QSslServer>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

// Answers each complete request head with 200 and counts them.
class TlsServer : public QSslServer {
public:
    TlsServer()
    {
        connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                const QByteArray bytes = socket->readAll();
                requests += bytes;
                if (bytes.contains("\r\n\r\n"))
                    socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            });
        });
    }

    QByteArray requests;
};

} // namespace

class TestQnamTls : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void refusesACertificateThatNobodyVouchesFor();
    void sendsUnderTheNameOfTheTarget();
    void refusesACertificateForAnotherName();
    void saysThatTheHandshakeBroke_data();
    void saysThatTheHandshakeBroke();

private:
    [[nodiscard]] TransportRequest request(const QString &host, quint16 port) const;
    Exchange exchange(const TransportRequest &request);
    void trustTheCertificate();

    QTemporaryDir m_directory;
    TestCertificate m_certificate;
    QSslConfiguration m_default;
    FakeClock m_clock;
    FakeResolver m_resolver;
    std::unique_ptr<TlsServer> m_server;
};

void TestQnamTls::initTestCase()
{
    m_certificate = selfSignedCertificate(m_directory.path(), QStringLiteral("callback.example"));
    QVERIFY(!m_certificate.certificate.isNull());
    m_default = QSslConfiguration::defaultConfiguration();
    m_resolver.answer(QStringLiteral("callback.example"), {QStringLiteral("127.0.0.1")});
    m_resolver.answer(QStringLiteral("other.example"), {QStringLiteral("127.0.0.1")});
}

void TestQnamTls::init()
{
    m_server = std::make_unique<TlsServer>();
    QSslConfiguration configuration = m_default;
    configuration.setLocalCertificate(m_certificate.certificate);
    configuration.setPrivateKey(m_certificate.key);
    m_server->setSslConfiguration(configuration);
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
}

void TestQnamTls::cleanup()
{
    QSslConfiguration::setDefaultConfiguration(m_default);
}

TransportRequest TestQnamTls::request(const QString &host, quint16 port) const
{
    TransportRequest made;
    made.ticket = 1;
    made.target = TargetId{1};
    made.url = QUrl(QStringLiteral("https://%1:%2/hook").arg(host).arg(port));
    made.method = "POST";
    made.body = "{}";
    made.allowPrivate = true;
    return made;
}

Exchange TestQnamTls::exchange(const TransportRequest &request)
{
    QnamTransport transport(m_resolver, m_clock);
    TransportResults results(transport);
    transport.send({request});
    [&] { QTRY_VERIFY(results.has(request.ticket)); }();
    [&] { QCOMPARE(transport.hiddenResends(), quint64(0)); }();
    return results[request.ticket];
}

void TestQnamTls::trustTheCertificate()
{
    QSslConfiguration trusting = m_default;
    trusting.addCaCertificate(m_certificate.certificate);
    QSslConfiguration::setDefaultConfiguration(trusting);
}

void TestQnamTls::refusesACertificateThatNobodyVouchesFor()
{
    const Exchange got = exchange(request(QStringLiteral("callback.example"), m_server->serverPort()));
    QCOMPARE(toString(got.outcome), toString(Outcome::NotSent));
    QCOMPARE(toString(got.errorClass), toString(ErrorClass::Tls));
    QVERIFY2(got.errorText.contains(QStringLiteral("self-signed")), qPrintable(got.errorText));
    QCOMPARE(m_server->requests, QByteArray());
}

void TestQnamTls::sendsUnderTheNameOfTheTarget()
{
    trustTheCertificate();
    const Exchange got = exchange(request(QStringLiteral("callback.example"), m_server->serverPort()));
    QVERIFY2(got.outcome == Outcome::Delivered, qPrintable(got.errorText));
    QVERIFY(got.timings.encrypted.has_value());
    QVERIFY(m_server->requests.startsWith("POST /hook HTTP/1.1\r\n"));
    const QByteArray host = "Host: callback.example:" + QByteArray::number(m_server->serverPort());
    QVERIFY(m_server->requests.contains(host));
    QVERIFY(got.remoteAddress.startsWith(QStringLiteral("127.0.0.1:")));
}

void TestQnamTls::refusesACertificateForAnotherName()
{
    trustTheCertificate();
    const Exchange got = exchange(request(QStringLiteral("other.example"), m_server->serverPort()));
    QCOMPARE(toString(got.outcome), toString(Outcome::NotSent));
    QCOMPARE(toString(got.errorClass), toString(ErrorClass::Tls));
    QCOMPARE(m_server->requests, QByteArray());
}

void TestQnamTls::saysThatTheHandshakeBroke_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("with a body") << QByteArray("{}");
    QTest::newRow("without a body") << QByteArray();
}

void TestQnamTls::saysThatTheHandshakeBroke()
{
    QFETCH(QByteArray, body);
    QTcpServer closing;
    QVERIFY(closing.listen(QHostAddress::LocalHost));
    int connections = 0;
    connect(&closing, &QTcpServer::newConnection, &closing, [&closing, &connections] {
        ++connections;
        QTcpSocket *socket = closing.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->readAll();
            socket->disconnectFromHost();
        });
    });
    TransportRequest broken = request(QStringLiteral("callback.example"), closing.serverPort());
    broken.body = body;
    const Exchange got = exchange(broken);
    QVERIFY2(got.outcome == Outcome::NotSent, qPrintable(got.errorText));
    QCOMPARE(toString(got.errorClass), toString(ErrorClass::Tls));
    QCOMPARE(connections, 1);
}

QTEST_GUILESS_MAIN(TestQnamTls)
#include "tst_qnamtls.moc"

// Against a receiver that others run too: nginx, plain and over TLS.
#include "core/transport/pipelinedtransport.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeresolver.h"
#include "tests/support/nginx.h"
#include "tests/support/testcertificate.h"
#include "tests/support/transportresults.h"

#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>

using namespace callboard;

namespace {

// The lines of the log that begin so, sorted.
QList<QByteArray> served(const Nginx &nginx, const QByteArray &beginning)
{
    QList<QByteArray> lines = nginx.accessLog();
    lines.removeIf([&beginning](const QByteArray &line) { return !line.startsWith(beginning); });
    std::sort(lines.begin(), lines.end());
    return lines;
}

} // namespace

class TestPipelinedNginx : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void deliversEachRequestOnce_data();
    void deliversEachRequestOnce();
    void losesNothingWhereConnectionsAreShort();
    void sendsOnceWhereTheServerClosesWithoutAnswer();
    void refusesACertificateThatNobodyVouchesFor();
    void refusesACertificateForAnotherName();
    void saysThatTheHandshakeBroke();

private:
    [[nodiscard]] TransportRequest request(const QString &base, const QString &path);
    [[nodiscard]] QString base(const QString &scheme, const QString &host, const Nginx &nginx) const;
    Exchange exchange(const TransportRequest &request);
    void trustTheCertificate();

    QTemporaryDir m_directory;
    TestCertificate m_certificate;
    QSslConfiguration m_default = QSslConfiguration::defaultConfiguration();
    Nginx m_plain;
    Nginx m_tls;
    FakeClock m_clock;
    FakeResolver m_resolver;
    quint64 m_ticket = 0;
};

void TestPipelinedNginx::initTestCase()
{
    m_certificate = selfSignedCertificate(m_directory.path(), QStringLiteral("callback.example"));
    QVERIFY(!m_certificate.certificate.isNull());
    const QByteArray locations("location / { return 200 \"$connection $request_uri\"; } location /444 { return 444; }");
    QVERIFY(m_plain.start(locations));
    // `ssl on` turns the listener that the support class writes into one for TLS.
    QVERIFY(m_tls.start("ssl on; ssl_certificate " + m_certificate.certificateFile.toUtf8() + "; ssl_certificate_key "
                        + m_certificate.keyFile.toUtf8() + "; keepalive_requests 10; " + locations));
    m_resolver.answer(QStringLiteral("callback.example"), {QStringLiteral("127.0.0.1")});
    m_resolver.answer(QStringLiteral("other.example"), {QStringLiteral("127.0.0.1")});
}

void TestPipelinedNginx::cleanup()
{
    QSslConfiguration::setDefaultConfiguration(m_default);
}

QString TestPipelinedNginx::base(const QString &scheme, const QString &host, const Nginx &nginx) const
{
    return QStringLiteral("%1://%2:%3").arg(scheme, host).arg(nginx.port());
}

TransportRequest TestPipelinedNginx::request(const QString &base, const QString &path)
{
    TransportRequest made;
    made.ticket = ++m_ticket;
    made.target = TargetId{1};
    made.url = QUrl(base + path);
    made.method = "POST";
    made.body = "{}";
    made.allowPrivate = true;
    made.pipelining = true;
    return made;
}

Exchange TestPipelinedNginx::exchange(const TransportRequest &request)
{
    PipelinedTransport transport(m_resolver, m_clock);
    TransportResults results(transport);
    transport.send({request});
    [&] { QTRY_VERIFY(results.has(request.ticket)); }();
    return results[request.ticket];
}

void TestPipelinedNginx::trustTheCertificate()
{
    QSslConfiguration trusting = m_default;
    trusting.addCaCertificate(m_certificate.certificate);
    QSslConfiguration::setDefaultConfiguration(trusting);
}

void TestPipelinedNginx::deliversEachRequestOnce_data()
{
    QTest::addColumn<bool>("tls");
    QTest::newRow("plain") << false;
    QTest::newRow("TLS") << true;
}

void TestPipelinedNginx::deliversEachRequestOnce()
{
    QFETCH(bool, tls);
    trustTheCertificate();
    const QString to = tls ? base(QStringLiteral("https"), QStringLiteral("callback.example"), m_tls)
                           : base(QStringLiteral("http"), QStringLiteral("callback.example"), m_plain);
    const Nginx &nginx = tls ? m_tls : m_plain;
    PipelinedTransport transport(m_resolver, m_clock);
    TransportResults results(transport);
    QList<TransportRequest> batch;
    const int count = tls ? 10 : 1000;
    for (int i = 0; i < count; ++i) {
        batch.append(request(to, QStringLiteral("/once-%1-%2").arg(tls).arg(i)));
        batch.last().connections = tls ? 1 : 4;
    }
    transport.send(batch);
    QTRY_COMPARE(results.reports, count);
    for (const TransportRequest &sent : std::as_const(batch)) {
        const Exchange got = results[sent.ticket];
        QVERIFY2(got.outcome == Outcome::Delivered, qPrintable(got.errorText));
        QVERIFY2(got.responseBody.endsWith(sent.url.path().toLatin1()), got.responseBody.constData());
        QCOMPARE(got.timings.encrypted.has_value(), tls && sent.ticket == batch.first().ticket);
    }
    const QByteArray mark = "POST /once-" + QByteArray::number(int(tls)) + '-';
    QTRY_COMPARE(served(nginx, mark).size(), count);
}

void TestPipelinedNginx::losesNothingWhereConnectionsAreShort()
{
    trustTheCertificate();
    PipelinedTransport transport(m_resolver, m_clock);
    TransportResults results(transport);
    const QString to = base(QStringLiteral("https"), QStringLiteral("callback.example"), m_tls);
    QList<TransportRequest> batch;
    for (int i = 0; i < 200; ++i)
        batch.append(request(to, QStringLiteral("/short-%1").arg(i)));
    transport.send(batch);
    QTRY_COMPARE(results.reports, 200);
    QList<QByteArray> delivered;
    for (const TransportRequest &sent : std::as_const(batch)) {
        const Exchange got = results[sent.ticket];
        QVERIFY2(got.outcome == Outcome::Delivered || got.tail == Tail::Unprocessed, qPrintable(got.errorText));
        if (got.outcome == Outcome::Delivered)
            delivered.append("POST " + sent.url.path().toLatin1() + " 200");
    }
    QVERIFY2(delivered.size() > 150, qPrintable(QString::number(delivered.size())));
    std::sort(delivered.begin(), delivered.end());
    QTRY_COMPARE(served(m_tls, "POST /short-"), delivered); // what was told to be not looked at was not
}

void TestPipelinedNginx::sendsOnceWhereTheServerClosesWithoutAnswer()
{
    const QString path = QStringLiteral("/444/once");
    const Exchange got = exchange(
        request(base(QStringLiteral("http"), QStringLiteral("callback.example"), m_plain), path));
    QCOMPARE(toString(got.outcome), toString(Outcome::InDoubt));
    QCOMPARE(toString(got.errorClass), toString(ErrorClass::Closed));
    QTRY_COMPARE(m_plain.accessLog().count("POST /444/once 444"), 1);
}

void TestPipelinedNginx::refusesACertificateThatNobodyVouchesFor()
{
    const Exchange got = exchange(request(base(QStringLiteral("https"), QStringLiteral("callback.example"), m_tls),
                                          QStringLiteral("/untrusted")));
    QCOMPARE(toString(got.outcome), toString(Outcome::NotSent));
    QCOMPARE(toString(got.errorClass), toString(ErrorClass::Tls));
    QVERIFY2(got.errorText.contains(QStringLiteral("self-signed")), qPrintable(got.errorText));
    QCOMPARE(m_tls.accessLog().count("POST /untrusted 200"), 0);
}

void TestPipelinedNginx::refusesACertificateForAnotherName()
{
    trustTheCertificate();
    const Exchange got = exchange(
        request(base(QStringLiteral("https"), QStringLiteral("other.example"), m_tls), QStringLiteral("/other")));
    QCOMPARE(toString(got.outcome), toString(Outcome::NotSent));
    QCOMPARE(toString(got.errorClass), toString(ErrorClass::Tls));
    QCOMPARE(m_tls.accessLog().count("POST /other 200"), 0);
}

void TestPipelinedNginx::saysThatTheHandshakeBroke()
{
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
    const Exchange got = exchange(
        request(QStringLiteral("https://callback.example:%1").arg(closing.serverPort()), QStringLiteral("/")));
    QVERIFY2(got.outcome == Outcome::NotSent, qPrintable(got.errorText));
    QCOMPARE(toString(got.errorClass), toString(ErrorClass::Tls));
    QCOMPARE(connections, 1);
}

QTEST_GUILESS_MAIN(TestPipelinedNginx)
#include "tst_pipelinednginx.moc"

// Looking at an endpoint without a request: a real nginx with TLS, and receivers that are not there.
#include "core/security/networkpolicy.h"
#include "core/transport/endpointlook.h"
#include "tests/support/fakeresolver.h"
#include "tests/support/nginx.h"
#include "tests/support/testcertificate.h"

#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslServer>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

constexpr Milliseconds kLimit = 5s;

QSslConfiguration serving(const TestCertificate &certificate)
{
    QSslConfiguration configuration;
    configuration.setLocalCertificate(certificate.certificate);
    configuration.setPrivateKey(certificate.key);
    return configuration;
}

} // namespace

class TestEndpointLook : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void tellsWhenATrustedCertificateEnds();
    void sendsNoRequest();
    void saysThatNobodyVouchesForTheCertificate();
    void saysThatTheCertificateIsExpired();
    void plainHttpStandsWithoutACertificate();
    void policyRefusesInTheWordsOfADelivery();
    void aNameThatCantBeLookedUpIsSaid();
    void aClosedPortIsSaid();
    void onlyTheNewestLookAnswers();
    void aCancelledLookStaysSilent();
    void endsWhileALookIsUnderWay();

private:
    [[nodiscard]] QUrl secure(quint16 port) const;
    [[nodiscard]] EndpointReport look(const QUrl &url, bool allowPrivate = true);
    bool serve(Nginx &nginx, const TestCertificate &certificate);
    void trust(const QSslCertificate &issuer);

    QTemporaryDir m_directory;
    TestCertificate m_certificate;
    QSslConfiguration m_default = QSslConfiguration::defaultConfiguration();
    FakeResolver m_resolver;
};

void TestEndpointLook::initTestCase()
{
    qRegisterMetaType<EndpointReport>();
    m_certificate = issuedCertificate(m_directory.filePath(QStringLiteral("good")), QStringLiteral("callback.example"));
    QVERIFY(!m_certificate.certificate.isNull());
    m_resolver.answer(QStringLiteral("callback.example"), {QStringLiteral("127.0.0.1")});
    m_resolver.answerError(QStringLiteral("nowhere.example"), QStringLiteral("Host not found"));
    m_resolver.staySilent(QStringLiteral("silent.example"));
}

void TestEndpointLook::cleanup()
{
    QSslConfiguration::setDefaultConfiguration(m_default);
}

QUrl TestEndpointLook::secure(quint16 port) const
{
    return QUrl(QStringLiteral("https://callback.example:%1/ingest").arg(port));
}

EndpointReport TestEndpointLook::look(const QUrl &url, bool allowPrivate)
{
    EndpointLook look(m_resolver);
    QSignalSpy looked(&look, &EndpointLook::looked);
    look.look(url, allowPrivate, kLimit);
    [&] { QTRY_COMPARE(looked.count(), 1); }();
    return looked.isEmpty() ? EndpointReport() : looked.first().first().value<EndpointReport>();
}

bool TestEndpointLook::serve(Nginx &nginx, const TestCertificate &certificate)
{
    // `ssl on` turns the listener that the support class writes into one for TLS.
    return nginx.start("ssl on; ssl_certificate " + certificate.certificateFile.toUtf8() + "; ssl_certificate_key "
                       + certificate.keyFile.toUtf8() + "; location / { return 200; }");
}

void TestEndpointLook::trust(const QSslCertificate &issuer)
{
    QSslConfiguration trusting = m_default;
    trusting.addCaCertificate(issuer);
    QSslConfiguration::setDefaultConfiguration(trusting);
}

void TestEndpointLook::tellsWhenATrustedCertificateEnds()
{
    Nginx nginx;
    QVERIFY(serve(nginx, m_certificate));
    trust(m_certificate.issuer);
    const EndpointReport report = look(secure(nginx.port()));
    QVERIFY2(report.stood(), qPrintable(report.verdict.text));
    QCOMPARE(report.address, QHostAddress(QHostAddress::LocalHost));
    QVERIFY(report.expires.has_value());
    QCOMPARE(report.expires->time_since_epoch().count(), m_certificate.certificate.expiryDate().toMSecsSinceEpoch());
}

void TestEndpointLook::sendsNoRequest()
{
    QTcpServer plain;
    QSslServer secured;
    secured.setSslConfiguration(serving(m_certificate));
    trust(m_certificate.issuer);
    for (QTcpServer *server : {&plain, static_cast<QTcpServer *>(&secured)}) {
        QVERIFY(server->listen(QHostAddress::LocalHost));
        QUrl url = secure(server->serverPort());
        if (server == &plain)
            url.setScheme(QStringLiteral("http"));
        QVERIFY(look(url).stood());
        QTRY_VERIFY(server->hasPendingConnections());
        QTcpSocket *peer = server->nextPendingConnection();
        QTRY_COMPARE(peer->state(), QAbstractSocket::UnconnectedState); // it has said all that it had to say
        QCOMPARE(peer->readAll(), QByteArray());
    }
}

void TestEndpointLook::saysThatNobodyVouchesForTheCertificate()
{
    Nginx nginx;
    QVERIFY(serve(nginx, m_certificate));
    const EndpointReport report = look(secure(nginx.port()));
    QVERIFY(report.verdict.errorClass == ErrorClass::Tls);
    QVERIFY2(report.verdict.text.startsWith(QStringLiteral("No trusted TLS connection to callback.example")),
             qPrintable(report.verdict.text));
}

void TestEndpointLook::saysThatTheCertificateIsExpired()
{
    const TestCertificate expired = expiredCertificate(m_directory.filePath(QStringLiteral("expired")),
                                                       QStringLiteral("callback.example"));
    Nginx nginx;
    QVERIFY(serve(nginx, expired));
    trust(expired.issuer);
    const EndpointReport report = look(secure(nginx.port()));
    QVERIFY(report.verdict.errorClass == ErrorClass::Tls);
    QVERIFY2(report.verdict.text.contains(QStringLiteral("expired")), qPrintable(report.verdict.text));
}

void TestEndpointLook::plainHttpStandsWithoutACertificate()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const EndpointReport report = look(QUrl(QStringLiteral("http://callback.example:%1/").arg(server.serverPort())));
    QVERIFY2(report.stood(), qPrintable(report.verdict.text));
    QVERIFY(!report.expires.has_value());
}

void TestEndpointLook::policyRefusesInTheWordsOfADelivery()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QUrl url(QStringLiteral("http://callback.example:%1/").arg(server.serverPort()));
    const EndpointReport report = look(url, false);
    QVERIFY(report.verdict.errorClass == ErrorClass::Policy);
    QCOMPARE(report.verdict.text, refusal(QHostAddress(QStringLiteral("127.0.0.1")), false).value_or(QString()));
    QVERIFY(!server.hasPendingConnections());
}

void TestEndpointLook::aNameThatCantBeLookedUpIsSaid()
{
    const EndpointReport report = look(QUrl(QStringLiteral("https://nowhere.example/")));
    QVERIFY(report.verdict.errorClass == ErrorClass::Resolve);
    QCOMPARE(report.verdict.text, QStringLiteral("The name nowhere.example could not be looked up: Host not found."));
}

void TestEndpointLook::aClosedPortIsSaid()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();
    const EndpointReport report = look(QUrl(QStringLiteral("http://callback.example:%1/").arg(port)));
    QVERIFY(report.verdict.errorClass == ErrorClass::Refused);
}

void TestEndpointLook::onlyTheNewestLookAnswers()
{
    EndpointLook look(m_resolver);
    QSignalSpy looked(&look, &EndpointLook::looked);
    look.look(QUrl(QStringLiteral("https://silent.example/")), true, kLimit);
    look.look(QUrl(QStringLiteral("https://callback.example:1/")), false, kLimit);
    look.look(QUrl(QStringLiteral("https://nowhere.example/")), true, kLimit);
    QTRY_COMPARE(looked.count(), 1);
    QVERIFY(looked.first().first().value<EndpointReport>().verdict.errorClass == ErrorClass::Resolve);
}

void TestEndpointLook::aCancelledLookStaysSilent()
{
    EndpointLook look(m_resolver);
    QSignalSpy looked(&look, &EndpointLook::looked);
    look.look(QUrl(QStringLiteral("https://callback.example:1/")), false, kLimit);
    look.cancel();
    // What is asked after it is answered; by then the cancelled one would have been.
    look.look(QUrl(QStringLiteral("https://nowhere.example/")), true, kLimit);
    QTRY_COMPARE(looked.count(), 1);
    QVERIFY(looked.first().first().value<EndpointReport>().verdict.errorClass == ErrorClass::Resolve);
}

void TestEndpointLook::endsWhileALookIsUnderWay()
{
    const int before = m_resolver.lookUps();
    {
        EndpointLook look(m_resolver);
        look.look(QUrl(QStringLiteral("https://silent.example/")), true, 60s);
        QTRY_COMPARE(m_resolver.lookUps(), before + 1);
    }
    QVERIFY(look(QUrl(QStringLiteral("https://nowhere.example/"))).verdict.errorClass == ErrorClass::Resolve);
}

QTEST_GUILESS_MAIN(TestEndpointLook)
#include "tst_endpointlook.moc"

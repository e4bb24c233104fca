// What the look at an address says is what a delivery of that target would meet: its authorities, pinned keys, client
// certificate and proxy count.
#include "core/transport/certificates.h"
#include "core/transport/connectionsecurity.h"
#include "core/transport/endpointlook.h"
#include "tests/support/fakeresolver.h"
#include "tests/support/proxyprocess.h"
#include "tests/support/testauthority.h"
#include "tests/support/testcertificate.h"

#include <QSignalSpy>
#include <QSslServer>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

class TestEndpointTrust : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void tellsTheKeyToPin();
    void tellsTheKeyWhereAnotherIsPinned();
    void doesNotOfferAKeyThatNobodyVouchesFor();
    void trustsTheTargetsAuthorities();
    void showsTheTargetsCertificate();
    void looksThroughTheProxy_data();
    void looksThroughTheProxy();
    void saysThatTheProxyIsNotThere();

private:
    [[nodiscard]] EndpointReport look(const QString &host, const TlsSettings &tls, const ProxySettings &proxy = {});

    QTemporaryDir m_directory;
    TestCertificate m_certificate; // of localhost, by an authority that the system does not know
    QSslServer m_receiver;
    QList<QByteArray> m_shown; // the names on the certificates that it was shown
    FakeResolver m_resolver;
};

void TestEndpointTrust::initTestCase()
{
    qRegisterMetaType<EndpointReport>();
    m_certificate = issuedCertificate(m_directory.path(), QStringLiteral("localhost"));
    QVERIFY(!m_certificate.certificate.isNull());
    QSslConfiguration configuration;
    configuration.setLocalCertificate(m_certificate.certificate);
    configuration.setPrivateKey(m_certificate.key);
    configuration.setPeerVerifyMode(QSslSocket::QueryPeer);
    m_receiver.setSslConfiguration(configuration);
    connect(&m_receiver, &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (auto *socket = qobject_cast<QSslSocket *>(m_receiver.nextPendingConnection()))
            m_shown.append(socket->peerCertificate().subjectInfo(QSslCertificate::CommonName).join(u',').toUtf8());
    });
    QVERIFY(m_receiver.listen(QHostAddress::LocalHost));
    m_resolver.answer(QStringLiteral("localhost"), {QStringLiteral("127.0.0.1")});
}

EndpointReport TestEndpointTrust::look(const QString &host, const TlsSettings &tls, const ProxySettings &proxy)
{
    EndpointLook look(m_resolver);
    QSignalSpy looked(&look, &EndpointLook::looked);
    const auto security = makeConnectionSecurity(tls, proxy);
    [&] { QVERIFY(security); }();
    look.look(QUrl(QStringLiteral("https://%1:%2/").arg(host).arg(m_receiver.serverPort())), true, 5s,
              security.value_or(nullptr));
    [&] { QTRY_COMPARE(looked.count(), 1); }();
    return looked.isEmpty() ? EndpointReport() : looked.first().first().value<EndpointReport>();
}

void TestEndpointTrust::tellsTheKeyToPin()
{
    const EndpointReport report = look(QStringLiteral("localhost"), trusting(m_certificate.issuer.toPem()));
    QVERIFY2(report.stood(), qPrintable(report.verdict.text));
    QCOMPARE(report.pin, pinOf(m_certificate.certificate));
    QCOMPARE(report.proxy, QString());
    TlsSettings pinned = trusting(m_certificate.issuer.toPem());
    pinned.pins.append(report.pin);
    QVERIFY(look(QStringLiteral("localhost"), pinned).stood());
}

void TestEndpointTrust::tellsTheKeyWhereAnotherIsPinned()
{
    TlsSettings pinned = trusting(m_certificate.issuer.toPem());
    pinned.pins.append(pinOf(m_certificate.issuer));
    const EndpointReport report = look(QStringLiteral("localhost"), pinned);
    QCOMPARE(toString(report.verdict.errorClass), toString(ErrorClass::Tls));
    QVERIFY2(report.verdict.text.contains(QStringLiteral("not the pinned one")), qPrintable(report.verdict.text));
    QCOMPARE(report.pin, pinOf(m_certificate.certificate));
    QVERIFY(report.expires.has_value());
}

void TestEndpointTrust::doesNotOfferAKeyThatNobodyVouchesFor()
{
    const EndpointReport report = look(QStringLiteral("localhost"), {});
    QCOMPARE(toString(report.verdict.errorClass), toString(ErrorClass::Tls));
    QCOMPARE(report.pin, QString());
}

void TestEndpointTrust::trustsTheTargetsAuthorities()
{
    const TestAuthority other(m_directory.path(), QStringLiteral("other"));
    const EndpointReport report = look(QStringLiteral("localhost"), trusting(other.own().certificatePem));
    QCOMPARE(toString(report.verdict.errorClass), toString(ErrorClass::Tls));
    QVERIFY2(report.verdict.text.contains(QStringLiteral("none of the authorities that this target trusts")),
             qPrintable(report.verdict.text));
}

void TestEndpointTrust::showsTheTargetsCertificate()
{
    m_shown.clear();
    const TestAuthority clients(m_directory.path(), QStringLiteral("clients"));
    const IssuedCertificate ours = clients.issue(QStringLiteral("ours"));
    const EndpointReport report = look(QStringLiteral("localhost"),
                                       showing(ours.certificatePem, ours.keyPem, m_certificate.issuer.toPem()));
    QVERIFY2(report.stood(), qPrintable(report.verdict.text));
    QTRY_COMPARE(m_shown, QList<QByteArray>{"ours"});
}

void TestEndpointTrust::looksThroughTheProxy_data()
{
    QTest::addColumn<ProxyKind>("kind");
    QTest::newRow("HTTP") << ProxyKind::Http;
    QTest::newRow("SOCKS5") << ProxyKind::Socks5;
}

void TestEndpointTrust::looksThroughTheProxy()
{
    QFETCH(ProxyKind, kind);
    ProxyProcess proxy;
    QVERIFY(proxy.start(kind, QStringLiteral("me"), QStringLiteral("sesame")));
    const int lookUps = m_resolver.lookUps();
    const EndpointReport report = look(QStringLiteral("localhost"), trusting(m_certificate.issuer.toPem()),
                                       proxy.settings());
    QVERIFY2(report.stood(), qPrintable(report.verdict.text));
    QCOMPARE(report.proxy, QStringLiteral("127.0.0.1:%1").arg(proxy.settings().port));
    QVERIFY(report.address.isNull());
    QCOMPARE(report.pin, pinOf(m_certificate.certificate));
    QCOMPARE(m_resolver.lookUps(), lookUps);
}

void TestEndpointTrust::saysThatTheProxyIsNotThere()
{
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    const ProxySettings proxy{ProxyKind::Http, QStringLiteral("127.0.0.1"), gone.serverPort(), {}, {}};
    gone.close();
    const EndpointReport report = look(QStringLiteral("localhost"), {}, proxy);
    QVERIFY(!report.stood());
    QCOMPARE(report.verdict.text, QStringLiteral("The proxy 127.0.0.1:%1 refused the connection.").arg(proxy.port));
}

QTEST_GUILESS_MAIN(TestEndpointTrust)
#include "tst_endpointtrust.moc"

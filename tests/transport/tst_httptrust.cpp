// Whom a receiver has to be and what is shown to it, the same for both HTTP transports: the target's own authorities,
// pinned keys and a client certificate, against nginx, OpenSSL's own server and a receiver that counts bytes.
#include "core/transport/certificates.h"
#include "core/transport/connectionsecurity.h"
#include "tests/support/nginx.h"
#include "tests/support/testauthority.h"
#include "tests/transport/httpfixture.h"
#include "tests/transport/trustreceivers.h"

using namespace callboard;
using namespace std::chrono_literals;

namespace {

SharedSecurity security(const TlsSettings &tls)
{
    const auto made = makeConnectionSecurity(tls, {});
    [&] { QVERIFY2(made, qPrintable(made ? QString() : made.error().detail)); }();
    return made.value_or(nullptr);
}

TlsSettings showing(const IssuedCertificate &issued, const QByteArray &authorities)
{
    return callboard::showing(issued.certificatePem, issued.keyPem, authorities);
}

} // namespace

class TestHttpTrust : public HttpFixture {
    Q_OBJECT

private slots:
    void initTestCase_data() { addTransports(Over::HttpsAlone); }
    void initTestCase();
    void ownAuthoritiesAreTrusted();
    void ownAuthoritiesTakeTheSystemsPlace();
    void aPinnedKeyIsLetThrough();
    void nothingLeavesForAnotherKey_data();
    void nothingLeavesForAnotherKey();
    void nothingLeavesForAnotherKeyOfManyAtOnce();
    void aPinDoesNotReplaceTheAuthority();
    void oldConnectionsDoNotServeNewSettings();
    void theSameSettingsMadeAgainShareAConnection();
    void showsItsCertificate_data();
    void showsItsCertificate();
    void showsWhatIsBetweenToo();
    void isRejectedByNginxWithoutAGoodCertificate_data();
    void isRejectedByNginxWithoutAGoodCertificate();
    void saysThatTheReceiverRefusedTheCertificate_data();
    void saysThatTheReceiverRefusedTheCertificate();
    void saysItOfEachRequestThatWasUnderWay();

private:
    [[nodiscard]] TransportRequest with(const TlsSettings &tls, quint16 port);
    [[nodiscard]] bool serve(Nginx &nginx, const TestAuthority &clients) const;

    TestCertificate m_issued; // callback.example, by an authority that the system does not know
    std::unique_ptr<TestAuthority> m_clients;
    IssuedCertificate m_strangers; // of an authority that the receivers do not know
    IssuedCertificate m_ended;
};

void TestHttpTrust::initTestCase()
{
    HttpFixture::initTestCase();
    m_issued = issuedCertificate(m_directory.filePath(QStringLiteral("issued")), QStringLiteral("callback.example"));
    m_clients = std::make_unique<TestAuthority>(m_directory.filePath(QStringLiteral("clients")),
                                                QStringLiteral("clients"));
    const TestAuthority strangers(m_directory.filePath(QStringLiteral("strangers")), QStringLiteral("strangers"));
    m_strangers = strangers.issue(QStringLiteral("stranger"));
    m_ended = m_clients->issue(QStringLiteral("ended"), {.days = -1});
    QVERIFY(!m_issued.certificate.isNull());
    QVERIFY(!m_strangers.certificatePem.isEmpty());
    QVERIFY(!m_ended.certificatePem.isEmpty());
}

TransportRequest TestHttpTrust::with(const TlsSettings &tls, quint16 port)
{
    TransportRequest made = request(kFaulty, port);
    made.totalTimeout = 5s;
    made.security = security(tls);
    return made;
}

bool TestHttpTrust::serve(Nginx &nginx, const TestAuthority &clients) const
{
    return nginx.start("ssl on; ssl_certificate " + m_issued.certificateFile.toUtf8() + "; ssl_certificate_key "
                       + m_issued.keyFile.toUtf8() + "; ssl_verify_client on; ssl_verify_depth 3; "
                       + "ssl_client_certificate " + clients.own().certificateFile.toUtf8()
                       + "; location / { return 200 \"$ssl_client_s_dn\"; }");
}

void TestHttpTrust::ownAuthoritiesAreTrusted()
{
    FaultyReceiver receiver({.bytes = kOk}, m_issued);
    const Exchange got = exchange(with(trusting(m_issued.issuer.toPem()), receiver.port()));
    QVERIFY2(summary(got) == QStringLiteral("delivered 200"), qPrintable(got.errorText));
    QCOMPARE(receiver.requests(), 1);
    QCOMPARE(got.note, QString());
}

void TestHttpTrust::ownAuthoritiesTakeTheSystemsPlace()
{
    FaultyReceiver receiver({.bytes = kOk}, m_certificate); // which the fixture has made the system trust
    const Exchange got = exchange(with(trusting(m_issued.issuer.toPem()), receiver.port()));
    QCOMPARE(summary(got), QStringLiteral("not-sent tls"));
    QVERIFY2(got.errorText.contains(QStringLiteral("none of the authorities that this target trusts")),
             qPrintable(got.errorText));
    QCOMPARE(receiver.requests(), 0);
}

void TestHttpTrust::aPinnedKeyIsLetThrough()
{
    FaultyReceiver receiver({.bytes = kOk}, m_certificate);
    const QStringList pins{QStringLiteral("sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
                           pinOf(m_certificate.certificate)};
    for (int i = 1; i <= 3; ++i) { // on the connection that stands as well
        const Exchange got = exchange(with(pinning(pins), receiver.port()));
        QVERIFY2(summary(got) == QStringLiteral("delivered 200"), qPrintable(got.errorText));
        QCOMPARE(receiver.requests(), i);
    }
    QCOMPARE(receiver.connections(), 1);
}

void TestHttpTrust::nothingLeavesForAnotherKey_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("POST") << QByteArray("POST") << QByteArray("{\"title\":\"kept\"}");
    QTest::newRow("a large POST") << QByteArray("POST") << QByteArray(1'000'000, 'x');
    QTest::newRow("GET") << QByteArray("GET") << QByteArray();
}

void TestHttpTrust::nothingLeavesForAnotherKey()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    const QStringList pins{pinOf(m_issued.certificate)};
    constexpr int kHandshake = 700; // bytes of ours, at most: a request would make them more
    constexpr int kTimes = 10;      // were it a matter of who is faster, it would show
    ByteCounter receiver(m_certificate);
    for (int i = 0; i < kTimes; ++i) {
        TransportRequest sent = with(pinning(pins), receiver.port());
        sent.method = method;
        sent.body = body;
        const Exchange got = exchange(sent);
        QCOMPARE(summary(got), QStringLiteral("not-sent tls"));
        QCOMPARE(got.errorText,
                 QStringLiteral("The receiver's key is not the pinned one: callback.example has %1 (port %2).")
                     .arg(pinOf(m_certificate.certificate))
                     .arg(receiver.port()));
    }
    QTRY_COMPARE(receiver.ended, kTimes); // nothing more can come
    QCOMPARE(receiver.handshakes, kTimes);
    QCOMPARE(receiver.bytes, 0);
    QVERIFY2(receiver.onTheWire < kTimes * kHandshake, qPrintable(QString::number(receiver.onTheWire)));
}

void TestHttpTrust::nothingLeavesForAnotherKeyOfManyAtOnce()
{
    ByteCounter receiver(m_certificate);
    QList<TransportRequest> batch;
    for (int i = 0; i < 20; ++i)
        batch.append(with(pinning({pinOf(m_issued.certificate)}), receiver.port()));
    m_transport->send(batch);
    for (const TransportRequest &sent : std::as_const(batch)) {
        QTRY_VERIFY(m_results->has(sent.ticket));
        QCOMPARE(summary((*m_results)[sent.ticket]), QStringLiteral("not-sent tls"));
    }
    QVERIFY(receiver.handshakes > 0);
    QTRY_COMPARE(receiver.ended, receiver.handshakes);
    QCOMPARE(receiver.bytes, 0);
}

void TestHttpTrust::aPinDoesNotReplaceTheAuthority()
{
    FaultyReceiver receiver({.bytes = kOk}, m_issued);
    const Exchange got = exchange(with(pinning({pinOf(m_issued.certificate)}), receiver.port()));
    QCOMPARE(summary(got), QStringLiteral("not-sent tls"));
    QVERIFY2(!got.errorText.contains(QStringLiteral("pinned")), qPrintable(got.errorText));
    QCOMPARE(receiver.requests(), 0);
}

void TestHttpTrust::oldConnectionsDoNotServeNewSettings()
{
    FaultyReceiver receiver({.bytes = kOk}, m_certificate);
    const TlsSettings good = pinning({pinOf(m_certificate.certificate)});
    const TlsSettings changed = pinning({pinOf(m_issued.certificate)});
    TransportRequest unguarded = with({}, receiver.port());
    QCOMPARE(summary(exchange(unguarded)), QStringLiteral("delivered 200"));
    QCOMPARE(summary(exchange(with(good, receiver.port()))), QStringLiteral("delivered 200"));
    QCOMPARE(receiver.connections(), 2);
    QCOMPARE(summary(exchange(with(changed, receiver.port()))), QStringLiteral("not-sent tls"));
    QCOMPARE(summary(exchange(with(good, receiver.port()))), QStringLiteral("delivered 200"));
    QCOMPARE(receiver.requests(), 3);
    // All at once, where each may be under way when the next comes.
    QList<TransportRequest> mixed;
    for (int i = 0; i < 9; ++i)
        mixed.append(with(i % 3 == 0 ? TlsSettings() : i % 3 == 1 ? good : changed, receiver.port()));
    m_transport->send(mixed);
    for (qsizetype i = 0; i < mixed.size(); ++i) {
        QTRY_VERIFY(m_results->has(mixed[i].ticket));
        QCOMPARE(summary((*m_results)[mixed[i].ticket]),
                 i % 3 == 2 ? QStringLiteral("not-sent tls") : QStringLiteral("delivered 200"));
    }
    QCOMPARE(receiver.requests(), 9);
}

void TestHttpTrust::theSameSettingsMadeAgainShareAConnection()
{
    FaultyReceiver receiver({.bytes = kOk}, m_issued);
    const TlsSettings tls = showing(m_clients->issue(QStringLiteral("again")), m_issued.issuer.toPem());
    for (int i = 0; i < 3; ++i)
        QCOMPARE(summary(exchange(with(tls, receiver.port()))), QStringLiteral("delivered 200"));
    QCOMPARE(receiver.connections(), 1);
}

void TestHttpTrust::showsItsCertificate_data()
{
    QTest::addColumn<QString>("key");
    for (const char *key : {"rsa:2048", "ec", "ed25519"})
        QTest::newRow(key) << QString::fromLatin1(key);
}

void TestHttpTrust::showsItsCertificate()
{
    QFETCH(QString, key);
    Nginx nginx;
    QVERIFY(serve(nginx, *m_clients));
    const IssuedCertificate ours = m_clients->issue(QStringLiteral("ours"), {.key = key});
    const Exchange got = exchange(with(showing(ours, m_issued.issuer.toPem()), nginx.port()));
    QVERIFY2(summary(got) == QStringLiteral("delivered 200"), got.responseBody.constData());
    QCOMPARE(got.responseBody, QByteArray("CN=ours"));
    QCOMPARE(nginx.accessLog(), QList<QByteArray>{"POST /hook 200"});
}

void TestHttpTrust::showsWhatIsBetweenToo()
{
    Nginx nginx;
    QVERIFY(serve(nginx, *m_clients));
    const TestAuthority between(m_directory.filePath(QStringLiteral("clients")), QStringLiteral("between"), *m_clients);
    IssuedCertificate ours = between.issue(QStringLiteral("below"));
    ours.certificatePem += between.own().certificatePem;
    const Exchange got = exchange(with(showing(ours, m_issued.issuer.toPem()), nginx.port()));
    QVERIFY2(summary(got) == QStringLiteral("delivered 200"), got.responseBody.constData());
    QCOMPARE(got.responseBody, QByteArray("CN=below"));
}

void TestHttpTrust::isRejectedByNginxWithoutAGoodCertificate_data()
{
    QTest::addColumn<TlsSettings>("tls");
    QTest::addColumn<QByteArray>("words");
    const QByteArray authorities = m_issued.issuer.toPem();
    QTest::newRow("none") << trusting(authorities) << QByteArray("No required SSL certificate");
    QTest::newRow("a stranger's") << showing(m_strangers, authorities) << QByteArray("SSL certificate error");
    QTest::newRow("one that has ended") << showing(m_ended, authorities) << QByteArray("SSL certificate error");
}

void TestHttpTrust::isRejectedByNginxWithoutAGoodCertificate()
{
    QFETCH(TlsSettings, tls);
    QFETCH(QByteArray, words);
    Nginx nginx;
    QVERIFY(serve(nginx, *m_clients));
    const Exchange got = exchange(with(tls, nginx.port()));
    QCOMPARE(summary(got), QStringLiteral("rejected http 400"));
    QVERIFY2(got.responseBody.contains(words), got.responseBody.constData());
    QCOMPARE(nginx.accessLog(), QList<QByteArray>{"POST /hook 400"});
}

void TestHttpTrust::saysThatTheReceiverRefusedTheCertificate_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<TlsSettings>("tls");
    QTest::addColumn<QString>("words");
    const QByteArray authorities = m_issued.issuer.toPem();
    const TlsSettings stranger = showing(m_strangers, authorities);
    const TlsSettings ended = showing(m_ended, authorities);
    const QString refused = QStringLiteral("did not accept our client certificate");
    const QString v13 = QStringLiteral("-tls1_3");
    const QString v12 = QStringLiteral("-tls1_2");
    QTest::newRow("none, TLS 1.3") << v13 << trusting(authorities) << QStringLiteral("wants a client certificate");
    QTest::newRow("a stranger's, TLS 1.3") << v13 << stranger << refused;
    QTest::newRow("one that has ended, TLS 1.3") << v13 << ended << refused;
    QTest::newRow("none, TLS 1.2") << v12 << trusting(authorities) << QStringLiteral("may want a client certificate");
    QTest::newRow("a stranger's, TLS 1.2") << v12 << stranger << refused;
    QTest::newRow("one that has ended, TLS 1.2") << v12 << ended << refused;
}

void TestHttpTrust::saysThatTheReceiverRefusedTheCertificate()
{
    QFETCH(QString, version);
    QFETCH(TlsSettings, tls);
    QFETCH(QString, words);
    StrictServer receiver;
    QVERIFY(receiver.start(m_issued, *m_clients, version));
    const Exchange got = exchange(with(tls, receiver.port()));
    QVERIFY2(got.errorText.contains(words), qPrintable(summary(got) + got.errorText));
    QCOMPARE(summary(got), QStringLiteral("not-sent tls"));
    QVERIFY2(!receiver.said().contains("POST /hook"), receiver.said().constData());
}

void TestHttpTrust::saysItOfEachRequestThatWasUnderWay()
{
    StrictServer receiver;
    QVERIFY(receiver.start(m_issued, *m_clients, QStringLiteral("-tls1_3")));
    QList<TransportRequest> batch;
    for (int i = 0; i < 5; ++i)
        batch.append(with(showing(m_strangers, m_issued.issuer.toPem()), receiver.port()));
    m_transport->send(batch);
    for (const TransportRequest &sent : std::as_const(batch)) {
        QTRY_VERIFY(m_results->has(sent.ticket));
        const Exchange got = (*m_results)[sent.ticket];
        QVERIFY2(got.errorText.contains(QStringLiteral("did not accept our client certificate")),
                 qPrintable(summary(got) + got.errorText));
        QCOMPARE(summary(got), QStringLiteral("not-sent tls"));
    }
    QVERIFY2(!receiver.said().contains("POST /hook"), receiver.said().constData());
}

QTEST_GUILESS_MAIN(TestHttpTrust)
#include "tst_httptrust.moc"

// The way through a proxy, the same for both HTTP transports: tinyproxy, microsocks, and proxies that answer by a
// script. The request is on the wire once or not at all, and a name is looked up by the proxy alone.
#include "core/transport/connectionsecurity.h"
#include "tests/support/proxyprocess.h"
#include "tests/support/testauthority.h"
#include "tests/transport/httpfixture.h"
#include "tests/transport/scriptedproxy.h"

using namespace callboard;
using namespace std::chrono_literals;

using Then = Fault::Then;

namespace {

const QString kUser = QStringLiteral("operator");
const QString kPassword = QStringLiteral("sesame-0451");
const QByteArray kWantsPassword("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic "
                                "realm=\"proxy\"\r\nContent-Length: 2\r\n\r\nno");
const QByteArray kForbidden("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno");

ProxySettings settings(ProxyKind kind, quint16 port)
{
    return {kind, QStringLiteral("127.0.0.1"), port, kUser, {kPassword, {}}};
}

} // namespace

class TestHttpProxy : public HttpFixture {
    Q_OBJECT

private slots:
    void initTestCase_data() { addTransports(Over::Both); }
    void goesThrough_data();
    void goesThrough();
    void tellsTheProxyTheName();
    void isRefusedForItsPassword_data();
    void isRefusedForItsPassword();
    void isChallengedOnceAtMost();
    void saysThatTheProxyIsNotThere_data();
    void saysThatTheProxyIsNotThere();
    void saysThatTheProxysNameIsNotKnown_data();
    void saysThatTheProxysNameIsNotKnown();
    void saysThatTheProxyRefuses();
    void saysThatTheProxyEndsIt();
    void saysThatTheProxyIsSilent();
    void saysThatTheReceiverIsNotThere_data();
    void saysThatTheReceiverIsNotThere();
    void isInDoubtWhereTheReceiverCloses();
    void holdsAddressesToThePolicy_data();
    void holdsAddressesToThePolicy();
    void checksTheReceiverAsWithoutAProxy();

private:
    [[nodiscard]] TransportRequest through(const ProxySettings &proxy, quint16 port, const TlsSettings &tls = {});
    // A request in clear is handed to an HTTP proxy by the one transport, where the other opens a tunnel.
    [[nodiscard]] bool isHanded() const { return !m_tls && !m_pipelining; }
    [[nodiscard]] QString words(quint16 port) const;
};

TransportRequest TestHttpProxy::through(const ProxySettings &proxy, quint16 port, const TlsSettings &tls)
{
    TransportRequest made = request(kFaulty, port);
    made.totalTimeout = 5s;
    const auto security = makeConnectionSecurity(tls, proxy);
    [&] { QVERIFY(security); }();
    made.security = security.value_or(nullptr);
    return made;
}

QString TestHttpProxy::words(quint16 port) const
{
    return QStringLiteral("127.0.0.1:%1").arg(port);
}

void TestHttpProxy::goesThrough_data()
{
    QTest::addColumn<ProxyKind>("kind");
    QTest::addColumn<QString>("user");
    QTest::newRow("tinyproxy") << ProxyKind::Http << QString();
    QTest::newRow("tinyproxy with a password") << ProxyKind::Http << kUser;
    QTest::newRow("microsocks") << ProxyKind::Socks5 << QString();
    QTest::newRow("microsocks with a password") << ProxyKind::Socks5 << kUser;
}

void TestHttpProxy::goesThrough()
{
    QFETCH(ProxyKind, kind);
    QFETCH(QString, user);
    ProxyProcess proxy;
    QVERIFY(proxy.start(kind, user, user.isEmpty() ? QString() : kPassword));
    const TestCertificate forLocalhost = issuedCertificate(m_directory.filePath(QStringLiteral("localhost")),
                                                           QStringLiteral("localhost")); // which the proxy can look up
    FaultyReceiver receiver({.bytes = kOk}, m_tls ? forLocalhost : TestCertificate());
    for (int i = 1; i <= 3; ++i) {
        TransportRequest sent = through(proxy.settings(), receiver.port(), trusting(forLocalhost.issuer.toPem()));
        sent.url.setHost(QStringLiteral("localhost"));
        const Exchange got = exchange(sent);
        QVERIFY2(summary(got) == QStringLiteral("delivered 200"), qPrintable(got.errorText));
        QCOMPARE(receiver.requests(), i);
        QCOMPARE(got.remoteAddress, words(proxy.settings().port));
        QCOMPARE(got.note.section(QStringLiteral("; "), -1),
                 QStringLiteral("through the proxy ") + words(proxy.settings().port));
        QVERIFY(!receiver.firstHead().contains("Proxy-Authorization"));
    }
}

void TestHttpProxy::tellsTheProxyTheName()
{
    FaultyReceiver receiver({.bytes = kOk}, certificateIfTls());
    ScriptedProxy proxy(receiver.port(), [this](const QByteArray &) { return isHanded() ? kOk : QByteArray(); });
    const int before = m_resolver->lookUps();
    TransportRequest sent = through(settings(ProxyKind::Http, proxy.serverPort()), receiver.port());
    sent.url.setQuery(QStringLiteral("a=1"));
    const Exchange got = exchange(sent);
    QVERIFY2(summary(got) == QStringLiteral("delivered 200"), qPrintable(got.errorText));
    QCOMPARE(m_resolver->lookUps(), before);
    QCOMPARE(proxy.heads().size(), 1);
    const QByteArray authority = "callback.example:" + QByteArray::number(receiver.port());
    const QByteArray tunnel = "CONNECT " + authority + " HTTP/1.1\r\n";
    const QByteArray handed = "POST http://" + authority + "/hook?a=1 HTTP/1.1\r\n";
    const QByteArray expected = isHanded() ? handed : tunnel;
    QVERIFY2(proxy.heads().first().startsWith(expected), proxy.heads().first().constData());
    QCOMPARE(receiver.requests(), isHanded() ? 0 : 1);
    const QString pair = kUser + u':' + kPassword;
    const QByteArray credentials = "Proxy-Authorization: Basic " + pair.toUtf8().toBase64() + "\r\n";
    if (isHanded()) // where no challenge can be answered, name and password go with it
        QVERIFY(proxy.heads().first().contains(credentials));
    else
        QVERIFY(!proxy.all().contains("POST"));
}

void TestHttpProxy::isRefusedForItsPassword_data()
{
    QTest::addColumn<ProxyKind>("kind");
    QTest::addColumn<QString>("user");
    QTest::newRow("tinyproxy, another") << ProxyKind::Http << kUser;
    QTest::newRow("tinyproxy, none") << ProxyKind::Http << QString();
    QTest::newRow("microsocks, another") << ProxyKind::Socks5 << kUser;
    QTest::newRow("microsocks, none") << ProxyKind::Socks5 << QString();
}

void TestHttpProxy::isRefusedForItsPassword()
{
    QFETCH(ProxyKind, kind);
    QFETCH(QString, user);
    ProxyProcess proxy;
    QVERIFY(proxy.start(kind, kUser, QStringLiteral("the-right-one")));
    FaultyReceiver receiver({.bytes = kOk}, certificateIfTls());
    ProxySettings wrong = proxy.settings();
    wrong.user = user;
    wrong.password.plain = user.isEmpty() ? QString() : kPassword;
    TransportRequest sent = through(wrong, receiver.port());
    sent.url.setHost(QStringLiteral("localhost"));
    const Exchange got = exchange(sent);
    if (kind == ProxyKind::Http && !user.isEmpty() && isHanded()) { // tinyproxy answers as the receiver would
        QCOMPARE(summary(got), QStringLiteral("rejected http 401"));
    } else {
        QCOMPARE(toString(got.outcome), toString(Outcome::NotSent));
        QVERIFY2(got.errorText.startsWith(QStringLiteral("The proxy ") + words(wrong.port)), qPrintable(got.errorText));
    }
    if (kind == ProxyKind::Http && user.isEmpty()) {
        QCOMPARE(summary(got), QStringLiteral("not-sent refused"));
        QVERIFY2(got.errorText.contains(QStringLiteral("asks for a name and password")), qPrintable(got.errorText));
    }
    QVERIFY(!got.errorText.contains(kPassword) && !got.note.contains(kPassword));
    QCOMPARE(receiver.connections(), 0);
}

void TestHttpProxy::isChallengedOnceAtMost()
{
    FaultyReceiver receiver({.bytes = kOk}, certificateIfTls());
    ScriptedProxy proxy(receiver.port(), [](const QByteArray &) { return kWantsPassword; });
    const Exchange got = exchange(through(settings(ProxyKind::Http, proxy.serverPort()), receiver.port()));
    QCOMPARE(summary(got), QStringLiteral("not-sent refused"));
    QCOMPARE(got.errorText,
             QStringLiteral("The proxy %1 asks for a name and password that it knows.").arg(words(proxy.serverPort())));
    QVERIFY2(proxy.heads().size() <= (isHanded() ? 1 : 2), proxy.all().constData());
    QVERIFY(proxy.all().count("Proxy-Authorization") <= 1);
    QCOMPARE(proxy.all().count("POST"), isHanded() ? 1 : 0);
    QCOMPARE(receiver.connections(), 0);
}

void TestHttpProxy::saysThatTheProxyIsNotThere_data()
{
    QTest::addColumn<ProxyKind>("kind");
    QTest::newRow("HTTP") << ProxyKind::Http;
    QTest::newRow("SOCKS5") << ProxyKind::Socks5;
}

void TestHttpProxy::saysThatTheProxyIsNotThere()
{
    QFETCH(ProxyKind, kind);
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    const quint16 port = gone.serverPort();
    gone.close();
    FaultyReceiver receiver({.bytes = kOk}, certificateIfTls());
    const Exchange got = exchange(through(settings(kind, port), receiver.port()));
    QCOMPARE(toString(got.outcome), toString(Outcome::NotSent));
    QVERIFY2(got.errorText.contains(QStringLiteral("The proxy ") + words(port)), qPrintable(got.errorText));
    if (isHanded() && kind == ProxyKind::Http)
        QCOMPARE(summary(got), QStringLiteral("not-sent refused"));
    QCOMPARE(receiver.connections(), 0);
}

void TestHttpProxy::saysThatTheProxysNameIsNotKnown_data()
{
    saysThatTheProxyIsNotThere_data();
}

void TestHttpProxy::saysThatTheProxysNameIsNotKnown()
{
    QFETCH(ProxyKind, kind);
    FaultyReceiver receiver({.bytes = kOk}, certificateIfTls());
    ProxySettings unknown = settings(kind, 3128);
    unknown.host = QStringLiteral("nowhere.invalid"); // RFC 6761 §6.4
    const Exchange got = exchange(through(unknown, receiver.port()));
    QCOMPARE(toString(got.outcome), toString(Outcome::NotSent));
    QVERIFY2(got.errorText.contains(QStringLiteral("proxy nowhere.invalid:3128")), qPrintable(got.errorText));
    QCOMPARE(got.remoteAddress, QStringLiteral("nowhere.invalid:3128"));
    QCOMPARE(receiver.connections(), 0);
}

void TestHttpProxy::saysThatTheProxyRefuses()
{
    FaultyReceiver receiver({.bytes = kOk}, certificateIfTls());
    ScriptedProxy proxy(receiver.port(), [](const QByteArray &) { return kForbidden; });
    const Exchange got = exchange(through(settings(ProxyKind::Http, proxy.serverPort()), receiver.port()));
    if (isHanded()) { // nobody can tell whose answer it is
        QCOMPARE(summary(got), QStringLiteral("rejected http 403"));
        QCOMPARE(got.note, QStringLiteral("through the proxy ") + words(proxy.serverPort()));
    } else {
        QCOMPARE(toString(got.outcome), toString(Outcome::NotSent));
        QVERIFY2(got.errorText.contains(QStringLiteral("The proxy ") + words(proxy.serverPort())),
                 qPrintable(got.errorText));
    }
    QCOMPARE(proxy.all().count("POST"), isHanded() ? 1 : 0);
    QCOMPARE(receiver.connections(), 0);
}

void TestHttpProxy::saysThatTheProxyEndsIt()
{
    FaultyReceiver receiver({.bytes = kOk}, certificateIfTls());
    ScriptedProxy proxy(receiver.port(), [](const QByteArray &) { return ScriptedProxy::kClose; });
    const Exchange got = exchange(through(settings(ProxyKind::Http, proxy.serverPort()), receiver.port()));
    // What it was handed it may have passed on.
    QCOMPARE(toString(got.outcome), toString(isHanded() ? Outcome::InDoubt : Outcome::NotSent));
    QCOMPARE(proxy.all().count("POST"), isHanded() ? 1 : 0);
    QCOMPARE(receiver.connections(), 0);
}

void TestHttpProxy::saysThatTheProxyIsSilent()
{
    FaultyReceiver receiver({.bytes = kOk}, certificateIfTls());
    ScriptedProxy proxy(receiver.port(), [](const QByteArray &) { return ScriptedProxy::kSilence; });
    TransportRequest sent = through(settings(ProxyKind::Http, proxy.serverPort()), receiver.port());
    sent.connectTimeout = 400ms;
    sent.totalTimeout = 800ms;
    const Exchange got = exchange(sent);
    if (isHanded()) {
        QCOMPARE(summary(got), QStringLiteral("in-doubt timeout"));
    } else {
        QCOMPARE(summary(got), QStringLiteral("not-sent connect-timeout"));
        QVERIFY2(got.errorText.contains(QStringLiteral("through the proxy ") + words(proxy.serverPort())),
                 qPrintable(got.errorText));
    }
    QCOMPARE(proxy.heads().size(), 1);
}

void TestHttpProxy::saysThatTheReceiverIsNotThere_data()
{
    saysThatTheProxyIsNotThere_data();
}

void TestHttpProxy::saysThatTheReceiverIsNotThere()
{
    QFETCH(ProxyKind, kind);
    ProxyProcess proxy;
    QVERIFY(proxy.start(kind));
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    const quint16 port = gone.serverPort();
    gone.close();
    TransportRequest sent = through(proxy.settings(), port);
    sent.url.setHost(QStringLiteral("localhost"));
    const Exchange got = exchange(sent);
    if (kind == ProxyKind::Http && isHanded())
        QCOMPARE(toString(got.outcome), toString(Outcome::Rejected)); // by the proxy's own page
    else
        QCOMPARE(toString(got.outcome), toString(Outcome::NotSent));
    QVERIFY(!got.errorText.isEmpty());
}

void TestHttpProxy::isInDoubtWhereTheReceiverCloses()
{
    FaultyReceiver receiver({.then = Then::Close}, certificateIfTls());
    ScriptedProxy proxy(receiver.port(),
                        [this](const QByteArray &) { return isHanded() ? ScriptedProxy::kClose : QByteArray(); });
    const Exchange got = exchange(through(settings(ProxyKind::Http, proxy.serverPort()), receiver.port()));
    QCOMPARE(summary(got), QStringLiteral("in-doubt closed"));
    QCOMPARE(receiver.requests() + (isHanded() ? int(proxy.all().count("POST")) : 0), 1);
}

void TestHttpProxy::holdsAddressesToThePolicy_data()
{
    QTest::addColumn<QString>("host");
    for (const char *host : {"127.0.0.1", "127.0.0.1.", "2130706433", "localhost", "LOCALHOST.", "sub.localhost",
                             "[::1]", "10.0.0.1", "169.254.169.254", "[::ffff:127.0.0.1]"})
        QTest::newRow(host) << QString::fromLatin1(host);
}

void TestHttpProxy::holdsAddressesToThePolicy()
{
    QFETCH(QString, host);
    ScriptedProxy proxy(0, [](const QByteArray &) { return kOk; });
    TransportRequest sent = through(settings(ProxyKind::Http, proxy.serverPort()), 8443);
    sent.url = QUrl(QStringLiteral("%1://%2:8443/hook").arg(sent.url.scheme(), host));
    sent.allowPrivate = false;
    const Exchange got = exchange(sent);
    QCOMPARE(summary(got), QStringLiteral("not-sent policy"));
    QCOMPARE(got.remoteAddress, QString());
    QCOMPARE(got.note, QString());
    QCOMPARE(proxy.connections(), 0);
}

void TestHttpProxy::checksTheReceiverAsWithoutAProxy()
{
    if (!m_tls)
        return;
    FaultyReceiver receiver({.bytes = kOk}, m_certificate);
    ScriptedProxy proxy(receiver.port());
    const TlsSettings pinned = pinning({QStringLiteral("sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")});
    const Exchange got = exchange(through(settings(ProxyKind::Http, proxy.serverPort()), receiver.port(), pinned));
    QCOMPARE(summary(got), QStringLiteral("not-sent tls"));
    QVERIFY2(got.errorText.contains(QStringLiteral("not the pinned one")), qPrintable(got.errorText));
    QCOMPARE(receiver.requests(), 0);
}

QTEST_GUILESS_MAIN(TestHttpProxy)
#include "tst_httpproxy.moc"

#include "core/transport/verdict.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

using Error = QNetworkReply::NetworkError;

Q_DECLARE_METATYPE(callboard::Observation)

class TestVerdict : public QObject {
    Q_OBJECT

private slots:
    void judges_data();
    void judges();
    void namesHostPortAndSide();
    void warnsOfAnIncompleteAnswer();
    void tellsAStatusFromABrokenConnection();
    void tellsOfTheProxy_data();
    void tellsOfTheProxy();
    void tellsOfTheClientCertificate_data();
    void tellsOfTheClientCertificate();
};

namespace {

Observation seen(int status, Error error, bool mayHaveLeft, RequestEnd end = RequestEnd::Finished)
{
    Observation made;
    made.host = QStringLiteral("callback.example");
    made.port = 443;
    made.status = status;
    made.error = error;
    made.mayHaveLeft = mayHaveLeft;
    made.end = end;
    made.limit = 15s;
    return made;
}

Observation handshaking(Error error)
{
    Observation made = seen(0, error, false);
    made.handshaking = true;
    return made;
}

} // namespace

void TestVerdict::judges_data()
{
    QTest::addColumn<Observation>("observation");
    QTest::addColumn<QString>("verdict"); // outcome and class
    const auto row = [](const char *name, const Observation &observation, const char *verdict) {
        QTest::newRow(name) << observation << QString::fromLatin1(verdict);
    };
    row("200", seen(200, Error::NoError, true), "delivered ");
    row("204, body cut off", seen(204, Error::RemoteHostClosedError, true), "delivered ");
    row("200, then the deadline", seen(200, Error::NoError, true, RequestEnd::TotalTimeout), "delivered ");
    row("200, then cancelled", seen(200, Error::NoError, true, RequestEnd::Cancelled), "delivered ");
    row("200, enough read", seen(200, Error::NoError, true, RequestEnd::Cut), "delivered ");
    row("101", seen(101, Error::NoError, true), "rejected http");
    row("103, which Qt takes for an answer", seen(103, Error::NoError, true), "in-doubt protocol");
    row("302", seen(302, Error::NoError, true), "rejected http");
    row("404", seen(404, Error::ContentNotFoundError, true), "rejected http");
    row("503, body cut off", seen(503, Error::RemoteHostClosedError, true), "rejected http");
    row("refused", seen(0, Error::ConnectionRefusedError, true), "not-sent refused");
    row("no such host", seen(0, Error::HostNotFoundError, true), "not-sent dns");
    row("certificate", seen(0, Error::SslHandshakeFailedError, false), "not-sent tls");
    row("TLS broken after it left", seen(0, Error::SslHandshakeFailedError, true), "in-doubt tls");
    row("closed in the handshake", handshaking(Error::ContentReSendError), "not-sent tls");
    row("no route", seen(0, Error::UnknownNetworkError, false), "not-sent unreachable");
    row("network gone after it left", seen(0, Error::UnknownNetworkError, true), "in-doubt closed");
    row("closed", seen(0, Error::RemoteHostClosedError, true), "in-doubt closed");
    row("would have been sent again", seen(0, Error::ContentReSendError, true), "in-doubt closed");
    row("not HTTP", seen(0, Error::ProtocolFailure, true), "in-doubt protocol");
    row("nothing at all", seen(0, Error::NoError, true), "in-doubt protocol");
    row("deadline", seen(0, Error::NoError, true, RequestEnd::TotalTimeout), "in-doubt timeout");
    row("deadline, nothing left", seen(0, Error::NoError, false, RequestEnd::TotalTimeout), "not-sent connect-timeout");
    row("connecting", seen(0, Error::NoError, false, RequestEnd::ConnectTimeout), "not-sent connect-timeout");
    row("looking up", seen(0, Error::NoError, false, RequestEnd::ResolveTimeout), "not-sent dns");
    row("cancelled", seen(0, Error::NoError, true, RequestEnd::Cancelled), "in-doubt cancelled");
    row("cancelled early", seen(0, Error::NoError, false, RequestEnd::Cancelled), "not-sent cancelled");
}

void TestVerdict::judges()
{
    QFETCH(Observation, observation);
    QFETCH(QString, verdict);
    const Verdict got = judge(observation);
    QCOMPARE(QStringLiteral("%1 %2").arg(toString(got.outcome), toString(got.errorClass)), verdict);
    if (got.outcome != Outcome::Delivered)
        QVERIFY2(got.text.contains(observation.host) && got.text.endsWith(u'.'), qPrintable(got.text));
}

void TestVerdict::namesHostPortAndSide()
{
    QCOMPARE(judge(seen(0, Error::ConnectionRefusedError, true)).text,
             QStringLiteral("callback.example refused the connection (port 443)."));
    QCOMPARE(judge(seen(0, Error::NoError, true, RequestEnd::TotalTimeout)).text,
             QStringLiteral("callback.example did not answer within 15 s (port 443)."));
    Observation certificate = seen(0, Error::SslHandshakeFailedError, false);
    certificate.errorDetail = QStringLiteral("The certificate has expired");
    QCOMPARE(judge(certificate).text,
             QStringLiteral("No trusted TLS connection to callback.example (port 443): The certificate has expired."));
    Observation moved = seen(302, Error::NoError, true);
    moved.reason = QStringLiteral("Found");
    moved.location = QStringLiteral("http://%1/"); // a receiver's text is never a format
    QCOMPARE(
        judge(moved).text,
        QStringLiteral("callback.example answered 302 Found and points to http://%1/ (port 443); redirects are not "
                       "followed."));
}

void TestVerdict::warnsOfAnIncompleteAnswer()
{
    QVERIFY(judge(seen(200, Error::NoError, true)).text.isEmpty());
    QVERIFY(judge(seen(200, Error::NoError, true, RequestEnd::Cut)).text.isEmpty());
    QVERIFY(judge(seen(200, Error::RemoteHostClosedError, true)).text.contains(QStringLiteral("incomplete")));
    const Observation late = seen(200, Error::NoError, true, RequestEnd::TotalTimeout);
    QVERIFY(judge(late).text.contains(QStringLiteral("incomplete")));
}

void TestVerdict::tellsAStatusFromABrokenConnection()
{
    QVERIFY(brokeOff(Error::RemoteHostClosedError));
    QVERIFY(brokeOff(Error::ContentReSendError));
    QVERIFY(!brokeOff(Error::NoError));
    QVERIFY(!brokeOff(Error::ContentNotFoundError));
    QVERIFY(!brokeOff(Error::InternalServerError));
}

void TestVerdict::tellsOfTheProxy_data()
{
    QTest::addColumn<Observation>("observation");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, Observation observation, const char *expected) {
        observation.proxy = QStringLiteral("proxy.example:3128");
        QTest::newRow(name) << observation << QString::fromLatin1(expected);
    };
    row("a password", seen(0, Error::ProxyAuthenticationRequiredError, false),
        "not-sent refused The proxy proxy.example:3128 asks for a name and password that it knows.");
    row("a password, of a request that it was handed", seen(0, Error::ProxyAuthenticationRequiredError, true),
        "not-sent refused The proxy proxy.example:3128 asks for a name and password that it knows.");
    row("refused", seen(0, Error::ProxyConnectionRefusedError, false),
        "not-sent refused The proxy proxy.example:3128 refused the connection.");
    row("closed", seen(0, Error::ProxyConnectionClosedError, false),
        "not-sent refused The proxy proxy.example:3128 closed the connection.");
    row("no name", seen(0, Error::ProxyNotFoundError, false),
        "not-sent dns The name of the proxy proxy.example:3128 could not be looked up.");
    row("slow", seen(0, Error::ProxyTimeoutError, false),
        "not-sent unreachable The proxy proxy.example:3128 did not answer in time.");
    row("no tunnel", seen(0, Error::UnknownNetworkError, false),
        "not-sent unreachable The proxy proxy.example:3128 made no connection to callback.example (port 443).");
    row("our limit", seen(0, Error::NoError, false, RequestEnd::ConnectTimeout),
        "not-sent connect-timeout There was no connection to callback.example through the proxy proxy.example:3128 "
        "within 15 s (port 443).");
    row("the receiver's status", seen(502, Error::NoError, true),
        "rejected http callback.example answered 502 (port 443).");
    row("the receiver's end", seen(0, Error::RemoteHostClosedError, true),
        "in-doubt closed callback.example closed the connection before a complete answer (port 443).");
    row("the receiver's handshake", handshaking(Error::RemoteHostClosedError),
        "not-sent tls callback.example broke off the TLS handshake (port 443).");
}

void TestVerdict::tellsOfTheProxy()
{
    QFETCH(Observation, observation);
    const Verdict verdict = judge(observation);
    const QString said = toString(verdict.outcome) + u' ' + toString(verdict.errorClass) + u' ' + verdict.text;
    QTEST(said, "expected");
}

void TestVerdict::tellsOfTheClientCertificate_data()
{
    QTest::addColumn<QString>("detail");
    QTest::addColumn<bool>("shown");
    QTest::addColumn<bool>("left"); // the request, by then
    QTest::addColumn<QString>("expected");
    const QString none = QStringLiteral("not-sent tls callback.example wants a client certificate, and this target "
                                        "has none (port 443).");
    const QString refused = QStringLiteral("not-sent tls callback.example did not accept our client certificate "
                                           "(port 443): %1.");
    for (const char *alert :
         {"sslv3 alert bad certificate", "sslv3 alert certificate expired", "tlsv1 alert unknown ca",
          "tlsv13 alert certificate required", "tlsv1 alert access denied", "sslv3 alert certificate revoked"}) {
        const QString detail = QString::fromLatin1(alert);
        QTest::addRow("%s, one shown", alert) << detail << true << true << refused.arg(detail);
        QTest::addRow("%s, none shown", alert) << detail << false << true << none;
        QTest::addRow("%s, in the handshake", alert) << detail << true << false << refused.arg(detail);
    }
    const QString handshake = QStringLiteral("sslv3 alert handshake failure");
    QTest::newRow("no more than a failure")
        << handshake << false << false
        << QStringLiteral(
               "not-sent tls callback.example broke off the TLS handshake; it may want a client certificate, "
               "which this target does not have (port 443).");
    QTest::newRow("a failure with one shown")
        << handshake << true << false
        << QStringLiteral("not-sent tls No trusted TLS connection to callback.example (port 443): %1.").arg(handshake);
}

void TestVerdict::tellsOfTheClientCertificate()
{
    QFETCH(QString, detail);
    QFETCH(bool, shown);
    QFETCH(bool, left);
    Observation observation = seen(0, Error::SslHandshakeFailedError, left);
    observation.errorDetail = detail;
    observation.certificateShown = shown;
    const Verdict verdict = judge(observation);
    const QString said = toString(verdict.outcome) + u' ' + toString(verdict.errorClass) + u' ' + verdict.text;
    QTEST(said, "expected");
}

QTEST_GUILESS_MAIN(TestVerdict)
#include "tst_verdict.moc"

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

QTEST_GUILESS_MAIN(TestVerdict)
#include "tst_verdict.moc"

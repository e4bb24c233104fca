// What leaves is what was asked for, and what the transport refuses to do: follow, remember, split, take another way.
#include "tests/transport/qnamfixture.h"

using namespace callboard;
using namespace std::chrono_literals;

namespace {

QByteArray headerOf(const ReceivedRequest &request, QByteArrayView name)
{
    for (const auto &[key, value] : request.headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace

class TestQnamGuards : public QnamFixture {
    Q_OBJECT

private slots:
    void sendsWhatItWasGiven();
    void readsTheWholeAnswer();
    void readsRetryAfter();
    void followsNoRedirect_data();
    void followsNoRedirect();
    void sendsNoCookieBack();
    void reusesNoCredentials();
    void sendsNothingThatItCannotSendRight_data();
    void sendsNothingThatItCannotSendRight();
    void ignoresTheProxyOfTheEnvironment();
    void reportsInBatches();
    void servesManyTargets();
};

void TestQnamGuards::sendsWhatItWasGiven()
{
    m_resolver->answer(QStringLiteral("callback.example"), {QStringLiteral("127.0.0.1")});
    TransportRequest sent = request();
    sent.url.setHost(QStringLiteral("callback.example"));
    sent.url.setPath(QStringLiteral("/a b/ü"));
    sent.url.setQuery(QStringLiteral("x=1&y=%2F"));
    sent.body = QByteArray("\x00\xff{}", 4);
    sent.headers = {{"Content-Type", "application/json"},
                    {"X-Case", "caf\xc3\xa9"},
                    {"X-Empty", ""},
                    {"User-Agent", "Callboard/1"}};
    QCOMPARE(toString(exchange(sent).outcome), toString(Outcome::Delivered));

    const ReceivedRequest got = m_receiver->requests().first();
    QCOMPARE(got.target, QByteArray("/a%20b/%C3%BC?x=1&y=%2F"));
    QCOMPARE(got.body, sent.body);
    QVERIFY(got.headers.contains({"Content-Type", "application/json"}));
    QVERIFY(got.headers.contains({"X-Case", "caf\xc3\xa9"}));
    QVERIFY(got.headers.contains({"X-Empty", ""}));
    QVERIFY(got.headers.contains({"User-Agent", "Callboard/1"}));
    QVERIFY(got.headers.contains({"Accept-Encoding", "identity"}));
    QVERIFY(got.headers.contains({"Accept-Language", "en"}));
    QCOMPARE(headerOf(got, "Host"), "callback.example:" + QByteArray::number(m_receiver->port()));
    QCOMPARE(headerOf(got, "Content-Length"), QByteArray("4"));
}

void TestQnamGuards::readsTheWholeAnswer()
{
    ReceiverRule rule;
    rule.status = 404;
    rule.body = "<b>no</b>";
    rule.headers = {{"X-Reply", "yes"}, {"Set-Cookie", "a=1"}, {"Set-Cookie", "b=2"}};
    m_receiver->setRules({rule});
    const Exchange got = exchange(request());
    QCOMPARE(toString(got.outcome), toString(Outcome::Rejected));
    QCOMPARE(toString(got.errorClass), toString(ErrorClass::Status));
    QCOMPARE(got.status, 404);
    QCOMPARE(got.responseBody, rule.body);
    QCOMPARE(got.responseSize, 9);
    QVERIFY(!got.truncated);
    QVERIFY(got.responseHead.startsWith("HTTP/1.1 404 Not Found\r\n"));
    QVERIFY(got.responseHead.endsWith("\r\n\r\n"));
    for (const char *line : {"X-Reply: yes\r\n", "Set-Cookie: a=1\r\n", "Set-Cookie: b=2\r\n"})
        QVERIFY2(got.responseHead.contains(line), got.responseHead.constData());
    QCOMPARE(got.remoteAddress, QStringLiteral("127.0.0.1:%1").arg(m_receiver->port()));
    QVERIFY(got.errorText.contains(QStringLiteral("404 Not Found")));
    const Timings &at = got.timings;
    QVERIFY(at.resolved && at.connected && at.firstByte && at.done);
    QVERIFY(at.resolved <= at.connected && at.connected <= at.firstByte && at.firstByte <= at.done);
    QVERIFY(!at.encrypted);
}

void TestQnamGuards::readsRetryAfter()
{
    ReceiverRule busy;
    busy.status = 503;
    busy.headers = {{"Retry-After", "Mon, 01 Jan 2024 00:02:00 GMT"}};
    m_receiver->setRules({busy});
    QCOMPARE(exchange(request()).retryAfter, std::chrono::seconds(120));
}

void TestQnamGuards::followsNoRedirect_data()
{
    QTest::addColumn<int>("status");
    for (int status : {301, 302, 303, 307, 308})
        QTest::newRow(QByteArray::number(status).constData()) << status;
}

void TestQnamGuards::followsNoRedirect()
{
    QFETCH(int, status);
    Receiver elsewhere;
    QVERIFY(elsewhere.listen().has_value());
    ReceiverRule rule;
    rule.status = status;
    rule.headers = {{"Location", elsewhere.url().toLatin1()}};
    m_receiver->setRules({rule});
    for (const char *method : {"POST", "GET"}) {
        TransportRequest sent = request();
        sent.method = method;
        const Exchange got = exchange(sent);
        QCOMPARE(toString(got.outcome), toString(Outcome::Rejected));
        QCOMPARE(got.status, status);
        QVERIFY2(got.errorText.contains(elsewhere.url()), qPrintable(got.errorText));
    }
    QCOMPARE(m_receiver->count(), quint64(2));
    QCOMPARE(elsewhere.count(), quint64(0));
}

void TestQnamGuards::sendsNoCookieBack()
{
    ReceiverRule rule;
    rule.headers = {{"Set-Cookie", "session=1; Path=/"}};
    m_receiver->setRules({rule});
    exchange(request());
    exchange(request());
    QCOMPARE(m_receiver->count(), quint64(2));
    QVERIFY(headerOf(m_receiver->requests().last(), "Cookie").isEmpty());
}

void TestQnamGuards::reusesNoCredentials()
{
    ReceiverRule asks;
    asks.status = 401;
    asks.times = 1;
    asks.headers = {{"WWW-Authenticate", "Basic realm=\"x\""}};
    m_receiver->setRules({asks});
    TransportRequest first = request();
    first.headers = {{"Authorization", "Basic dTpw"}};
    const Exchange got = exchange(first);
    QCOMPARE(toString(got.outcome), toString(Outcome::Rejected));
    QCOMPARE(got.status, 401);
    QCOMPARE(m_receiver->count(), quint64(1));
    QCOMPARE(headerOf(m_receiver->requests().first(), "Authorization"), QByteArray("Basic dTpw"));
    exchange(request());
    QVERIFY(headerOf(m_receiver->requests().last(), "Authorization").isEmpty());
}

void TestQnamGuards::sendsNothingThatItCannotSendRight_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("CR LF in a value") << QByteArray("X-Title") << QByteArray("a\r\nX-Injected: 1");
    QTest::newRow("LF in a value") << QByteArray("X-Title") << QByteArray("a\nb");
    QTest::newRow("NUL in a value") << QByteArray("X-Title") << QByteArray("a\0b", 3);
    QTest::newRow("space in a name") << QByteArray("X Title") << QByteArray("a");
    QTest::newRow("Host") << QByteArray("Host") << QByteArray("elsewhere.example");
    QTest::newRow("Content-Length") << QByteArray("Content-Length") << QByteArray("1");
}

void TestQnamGuards::sendsNothingThatItCannotSendRight()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    TransportRequest sent = request();
    sent.headers = {{name, value}};
    const Exchange got = exchange(sent);
    QCOMPARE(toString(got.outcome), toString(Outcome::NotSent));
    QCOMPARE(toString(got.errorClass), toString(ErrorClass::Configuration));
    QVERIFY(!got.errorText.isEmpty());
    QCOMPARE(m_receiver->count(), quint64(0));
}

void TestQnamGuards::ignoresTheProxyOfTheEnvironment()
{
    Receiver proxy;
    QVERIFY(proxy.listen().has_value());
    const QByteArray before = qgetenv("http_proxy");
    qputenv("http_proxy", proxy.url().toLatin1());
    const Exchange got = exchange(request());
    before.isNull() ? qunsetenv("http_proxy") : qputenv("http_proxy", before);
    QCOMPARE(toString(got.outcome), toString(Outcome::Delivered));
    QCOMPARE(m_receiver->count(), quint64(1));
    QCOMPARE(proxy.count(), quint64(0));
}

void TestQnamGuards::reportsInBatches()
{
    QList<TransportRequest> batch;
    for (int i = 0; i < 500; ++i) {
        batch.append(request());
        batch.last().headers = {{"Bad Name", "x"}};
    }
    m_transport->send(batch);
    QTRY_COMPARE(m_results->reports, 500);
    QCOMPARE(m_results->exchanges.size(), 500);
    QVERIFY2(m_results->batches < 250, qPrintable(QString::number(m_results->batches)));
}

void TestQnamGuards::servesManyTargets()
{
    QList<TransportRequest> batch;
    for (int round = 0; round < 2; ++round) {
        for (qint64 target = 0; target < 60; ++target) { // more than stay warm; 0 is no target
            batch.append(request());
            batch.last().target = TargetId{target};
        }
    }
    for (const TransportRequest &one : std::as_const(batch))
        m_transport->send({one});
    QTRY_COMPARE_WITH_TIMEOUT(m_results->reports, 120, 20'000);
    for (const Exchange &got : std::as_const(m_results->exchanges))
        QVERIFY2(got.outcome == Outcome::Delivered, qPrintable(got.errorText));
    QCOMPARE(m_receiver->count(), quint64(120));
}

QTEST_GUILESS_MAIN(TestQnamGuards)
#include "tst_qnamguards.moc"

// Against a receiver that others run too: nginx.
#include "core/transport/qnamtransport.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeresolver.h"
#include "tests/support/nginx.h"
#include "tests/support/transportresults.h"

#include <QTest>

using namespace callboard;

class TestQnamNginx : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void deliversOverOneConnection();
    void deliversALargeBody();
    void sendsOnceWhereTheServerClosesWithoutAnswer_data();
    void sendsOnceWhereTheServerClosesWithoutAnswer();

private:
    [[nodiscard]] TransportRequest request(const QString &path);
    Exchange exchange(QnamTransport &transport, const TransportRequest &request);

    Nginx m_nginx;
    FakeClock m_clock;
    FakeResolver m_resolver;
    quint64 m_ticket = 0;
};

void TestQnamNginx::initTestCase()
{
    QVERIFY(m_nginx.start("location / { return 200 \"$connection $host $request_method\"; }"
                          "location /444 { return 444; }"));
    m_resolver.answer(QStringLiteral("callback.example"), {QStringLiteral("127.0.0.1")});
}

TransportRequest TestQnamNginx::request(const QString &path)
{
    TransportRequest made;
    made.ticket = ++m_ticket;
    made.target = TargetId{1};
    made.url = QUrl(QStringLiteral("http://callback.example:%1%2").arg(m_nginx.port()).arg(path));
    made.method = "POST";
    made.body = "{}";
    made.allowPrivate = true;
    return made;
}

Exchange TestQnamNginx::exchange(QnamTransport &transport, const TransportRequest &request)
{
    TransportResults results(transport);
    transport.send({request});
    [&] { QTRY_VERIFY(results.has(request.ticket)); }();
    return results[request.ticket];
}

void TestQnamNginx::deliversOverOneConnection()
{
    QnamTransport transport(m_resolver, m_clock);
    const Exchange first = exchange(transport, request(QStringLiteral("/")));
    QVERIFY2(first.outcome == Outcome::Delivered, qPrintable(first.errorText));
    QVERIFY(first.responseBody.endsWith(" callback.example POST"));
    TransportRequest get = request(QStringLiteral("/"));
    get.method = "GET";
    get.body.clear();
    const Exchange second = exchange(transport, get);
    QVERIFY(second.responseBody.endsWith(" callback.example GET"));
    const QByteArray connection = first.responseBody.split(' ').first();
    QCOMPARE(second.responseBody.split(' ').first(), connection);
    QVERIFY(!second.timings.connected);
}

void TestQnamNginx::deliversALargeBody()
{
    QnamTransport transport(m_resolver, m_clock);
    TransportRequest large = request(QStringLiteral("/large"));
    large.method = "PUT";
    large.body = QByteArray(5'000'000, 'x');
    QCOMPARE(toString(exchange(transport, large).outcome), toString(Outcome::Delivered));
    QTRY_COMPARE(m_nginx.accessLog().count("PUT /large 200"), 1);
}

void TestQnamNginx::sendsOnceWhereTheServerClosesWithoutAnswer_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("POST") << QByteArray("POST") << QByteArray("{}");
    QTest::newRow("empty POST") << QByteArray("POST") << QByteArray();
    QTest::newRow("PUT") << QByteArray("PUT") << QByteArray("{}");
    QTest::newRow("GET") << QByteArray("GET") << QByteArray();
}

void TestQnamNginx::sendsOnceWhereTheServerClosesWithoutAnswer()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    QnamTransport transport(m_resolver, m_clock);
    TransportRequest sent = request(QStringLiteral("/444/%1").arg(m_ticket));
    sent.method = method;
    sent.body = body;
    const Exchange got = exchange(transport, sent);
    QCOMPARE(toString(got.outcome), toString(Outcome::InDoubt));
    QCOMPARE(toString(got.errorClass), toString(ErrorClass::Closed));
    const QByteArray line = method + ' ' + sent.url.path().toLatin1() + " 444";
    QTRY_COMPARE(m_nginx.accessLog().count(line), 1);
    QCOMPARE(transport.hiddenResends(), quint64(0));
}

QTEST_GUILESS_MAIN(TestQnamNginx)
#include "tst_qnamnginx.moc"

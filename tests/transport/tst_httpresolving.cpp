// Names that can't be looked up, addresses that come and go, ports where nobody listens, a proxy that is down: the same
// for both HTTP transports. Nothing leaves, the cause is named, and other targets go on.
#include "tests/support/deafserver.h"
#include "tests/transport/httpfixture.h"

#include <QScopeGuard>

using namespace callboard;
using namespace std::chrono_literals;

class TestHttpResolving : public HttpFixture {
    Q_OBJECT

private slots:
    void initTestCase_data() { addTransports(Over::HttpAlone); }
    void saysWhyThereIsNoAddress_data();
    void saysWhyThereIsNoAddress();
    void givesUpALookUpThatNeverEnds_data();
    void givesUpALookUpThatNeverEnds();
    void goesOnWhereTheNameFlaps();
    void triesTheNextAddress_data();
    void triesTheNextAddress();
    void sendsNothingWhereTheNameTurnsInside();
    void saysThatNobodyListens();
    void givesUpConnecting();
    void needsNoProxy_data();
    void needsNoProxy();

private:
    [[nodiscard]] TransportRequest requestTo(const QString &host);
};

TransportRequest TestHttpResolving::requestTo(const QString &host)
{
    TransportRequest made = request(kFaulty, m_healthy->port());
    made.url.setHost(host);
    return made;
}

void TestHttpResolving::saysWhyThereIsNoAddress_data()
{
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("words");
    QTest::newRow("NXDOMAIN") << QStringLiteral("Host not found") << QStringLiteral("Host not found");
    QTest::newRow("SERVFAIL") << QStringLiteral("Temporary failure in name resolution")
                              << QStringLiteral("Temporary failure");
    QTest::newRow("no address") << QString() << QStringLiteral("has no address");
}

void TestHttpResolving::saysWhyThereIsNoAddress()
{
    QFETCH(QString, error);
    QFETCH(QString, words);
    const QString host = QStringLiteral("lost.example");
    if (error.isEmpty())
        m_resolver->answer(host, {});
    else
        m_resolver->answerError(host, error);
    const Exchange got = exchangeBesideAnother(requestTo(host));
    QCOMPARE(summary(got), QStringLiteral("not-sent dns"));
    QVERIFY2(got.errorText.contains(words) && got.errorText.contains(host), qPrintable(got.errorText));
    QVERIFY(got.remoteAddress.isEmpty());
    QVERIFY(!got.timings.sent);
    QCOMPARE(m_healthy->requests(), 3);
}

void TestHttpResolving::givesUpALookUpThatNeverEnds_data()
{
    QTest::addColumn<int>("connectMs");
    QTest::addColumn<int>("totalMs");
    QTest::newRow("within the time to connect") << 300 << 5000;
    QTest::newRow("within the time for all") << 5000 << 300;
}

void TestHttpResolving::givesUpALookUpThatNeverEnds()
{
    QFETCH(int, connectMs);
    QFETCH(int, totalMs);
    m_resolver->staySilent(QStringLiteral("lost.example"));
    TransportRequest sent = requestTo(QStringLiteral("lost.example"));
    sent.connectTimeout = Milliseconds(connectMs);
    sent.totalTimeout = Milliseconds(totalMs);
    const Exchange got = exchangeBesideAnother(sent);
    QCOMPARE(summary(got), QStringLiteral("not-sent dns"));
    QVERIFY2(got.errorText.contains(QStringLiteral("within 0.3 s; the name server did not answer")),
             qPrintable(got.errorText));
    QVERIFY(got.timings.done >= 300ms);
    QVERIFY(got.timings.done < 1300ms);
}

void TestHttpResolving::goesOnWhereTheNameFlaps()
{
    const QString host = QStringLiteral("flapping.example");
    const QString delivered = QStringLiteral("delivered 200");
    const QString unknown = QStringLiteral("not-sent dns");
    QStringList expected;
    for (int round = 0; round < 10; ++round) {
        m_resolver->answer(host, {QStringLiteral("127.0.0.1")});
        m_resolver->answerError(host, QStringLiteral("Temporary failure in name resolution"));
        expected << delivered << unknown;
    }
    QStringList got;
    for (int i = 0; i < 20; ++i) {
        TransportRequest sent = requestTo(host);
        sent.target = TargetId{10 + i}; // a connection that stands needs no name
        got.append(summary(exchange(sent)));
    }
    QCOMPARE(got, expected);
    QCOMPARE(m_healthy->requests(), 10);
}

void TestHttpResolving::triesTheNextAddress_data()
{
    QTest::addColumn<QStringList>("addresses");
    QTest::newRow("IPv6 is down") << QStringList{QStringLiteral("::1"), QStringLiteral("127.0.0.1")};
    QTest::newRow("the first host is down") << QStringList{QStringLiteral("127.0.0.2"), QStringLiteral("127.0.0.1")};
}

void TestHttpResolving::triesTheNextAddress()
{
    QFETCH(QStringList, addresses);
    m_resolver->answer(QStringLiteral("two.example"), addresses);
    const Exchange got = exchange(requestTo(QStringLiteral("two.example")));
    QCOMPARE(summary(got), QStringLiteral("delivered 200"));
    QVERIFY(got.remoteAddress.startsWith(QStringLiteral("127.0.0.1:")));
    QCOMPARE(m_healthy->requests(), 1);
}

void TestHttpResolving::sendsNothingWhereTheNameTurnsInside()
{
    m_resolver->answer(QStringLiteral("rebound.example"), {QStringLiteral("127.0.0.1")});
    TransportRequest sent = requestTo(QStringLiteral("rebound.example"));
    sent.allowPrivate = false;
    QCOMPARE(summary(exchangeBesideAnother(sent)), QStringLiteral("not-sent policy"));
    QCOMPARE(m_healthy->requests(), 3);
}

void TestHttpResolving::saysThatNobodyListens()
{
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    TransportRequest sent = request(kFaulty, gone.serverPort());
    gone.close();
    const Exchange got = exchangeBesideAnother(sent);
    QCOMPARE(summary(got), QStringLiteral("not-sent refused"));
    QVERIFY2(got.errorText.contains(QStringLiteral("refused the connection")), qPrintable(got.errorText));
}

void TestHttpResolving::givesUpConnecting()
{
    const DeafServer deaf;
    TransportRequest sent = request(kFaulty, deaf.port());
    sent.connectTimeout = 300ms;
    sent.totalTimeout = 5s;
    const Exchange got = exchangeBesideAnother(sent);
    QCOMPARE(summary(got), QStringLiteral("not-sent connect-timeout"));
    QVERIFY2(got.errorText.contains(QStringLiteral("did not accept a connection within 0.3 s")),
             qPrintable(got.errorText));
    QVERIFY(got.timings.done >= 300ms);
    QVERIFY(got.timings.done < 1300ms);
}

void TestHttpResolving::needsNoProxy_data()
{
    QTest::addColumn<QByteArray>("variable");
    for (const char *variable : {"http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"})
        QTest::newRow(variable) << QByteArray(variable);
}

// The proxy of the environment is down: whoever asked it would be refused.
void TestHttpResolving::needsNoProxy()
{
    QFETCH(QByteArray, variable);
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    const QByteArray before = qgetenv(variable.constData());
    const auto restore = qScopeGuard([&] {
        if (before.isNull())
            qunsetenv(variable.constData());
        else
            qputenv(variable.constData(), before);
    });
    qputenv(variable.constData(), "http://127.0.0.1:" + QByteArray::number(gone.serverPort()));
    gone.close();
    QCOMPARE(summary(exchange(requestTo(QStringLiteral("callback.example")))), QStringLiteral("delivered 200"));
}

QTEST_GUILESS_MAIN(TestHttpResolving)
#include "tst_httpresolving.moc"

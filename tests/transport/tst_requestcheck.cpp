#include "core/transport/requestcheck.h"

#include <QTest>

using namespace callboard;

class TestRequestCheck : public QObject {
    Q_OBJECT

private slots:
    void letsAnOrdinaryRequestPass();
    void refuses_data();
    void refuses();
    void refusesEveryControlByteInAValue();
    void joinsHeadersOfOneName();
};

namespace {

TransportRequest ordinary()
{
    TransportRequest request;
    request.url = QUrl(QStringLiteral("https://callback.example:8443/x?y=z"));
    request.method = "POST";
    request.headers = {{"Content-Type", "application/json"}, {"X-Name", "caf\xc3\xa9\tok"}, {"X-Empty", ""}};
    return request;
}

} // namespace

void TestRequestCheck::letsAnOrdinaryRequestPass()
{
    QVERIFY(!requestProblem(ordinary()).has_value());
}

void TestRequestCheck::refuses_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("says");
    const char *url = "http://callback.example/";
    const auto row = [](const char *tag, const char *to, const char *method, const char *name, const char *says) {
        QTest::newRow(tag) << QString::fromLatin1(to) << QByteArray(method) << QByteArray(name)
                           << QString::fromLatin1(says);
    };
    row("header name with space", url, "POST", "X Y", "X Y");
    row("header name splits", url, "POST", "A:b\r\nC", "name");
    row("empty header name", url, "POST", "", "name");
    for (const char *name : {"Host", "content-length", "Transfer-Encoding", "Connection", "Expect", "Upgrade"})
        row(name, url, "POST", name, name);
    row("method splits", url, "GET / HTTP/1.1\r\nX:", "X", "method");
    row("no method", url, "", "X", "method");
    row("user info", "http://u:p@callback.example/", "POST", "X", "password");
    for (const char *other :
         {"file:///etc/passwd", "ftp://callback.example/", "mailto:a@callback.example", "//x/y", "data:text/plain,x",
          "qrc:/samples/x", "unix+http://callback.example/", "javascript:alert(1)", "ws://callback.example/"})
        row(other, other, "POST", "X", "");
    row("no URL", "", "POST", "X", "");
    for (const char *port : {"1", "22", "25", "6667"})
        row(port, qPrintable(QStringLiteral("http://callback.example:%1/").arg(QLatin1String(port))), "POST", "X",
            "belongs to another protocol");
    row("port 0", "http://callback.example:0/", "POST", "X", "port");
}

void TestRequestCheck::refuses()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, name);
    QFETCH(QString, says);
    TransportRequest request = ordinary();
    request.url = QUrl(url);
    request.method = method;
    request.headers.append({name, "v"});
    const auto problem = requestProblem(request);
    QVERIFY(problem.has_value());
    QVERIFY2(problem->contains(says), qPrintable(*problem));
    QVERIFY(!problem->contains(u'\r') && !problem->contains(u'\n'));
}

void TestRequestCheck::refusesEveryControlByteInAValue()
{
    for (int byte = 0; byte < 256; ++byte) {
        TransportRequest request = ordinary();
        request.headers = {{"X-Title", QByteArray("a") + static_cast<char>(byte) + "b"}};
        const bool control = (byte < 0x20 && byte != '\t') || byte == 0x7F;
        QCOMPARE(requestProblem(request).has_value(), control);
    }
}

void TestRequestCheck::joinsHeadersOfOneName()
{
    const WireHeaders joined = joinedHeaders({{"X-Tag", "a"}, {"Y", "1"}, {"x-tag", "b"}});
    QCOMPARE(joined, (WireHeaders{{"X-Tag", "a, b"}, {"Y", "1"}}));
    QVERIFY(hasHeader(joined, "y"));
    QVERIFY(!hasHeader(joined, "z"));
}

QTEST_GUILESS_MAIN(TestRequestCheck)
#include "tst_requestcheck.moc"

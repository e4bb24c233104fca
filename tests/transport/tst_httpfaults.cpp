// Receivers that go wrong once a request reaches them, the same ones for both HTTP transports: one request on the wire,
// the outcome and its cause, the deadline, bounded memory, and another target that notices nothing.
#include "tests/support/peakmemory.h"
#include "tests/transport/httpfixture.h"

#include <QProcess>

using namespace callboard;
using namespace std::chrono_literals;

using Then = Fault::Then;

Q_DECLARE_METATYPE(callboard::Fault)

namespace {

constexpr qint64 kGiB = qint64(1024) * 1024 * 1024;
constexpr qint64 kMostGrowth = 20 * 1024 * 1024;

const QByteArray kHead("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n");
const QByteArray kBlock(64 * 1024, 'x');

// 8 MiB of zeros in a few kB; one behind the other they are one stream.
QByteArray bombPart()
{
    QProcess gzip;
    gzip.start(QStringLiteral("gzip"), {QStringLiteral("-9")});
    gzip.write(QByteArray(8 * 1024 * 1024, '\0'));
    gzip.closeWriteChannel();
    gzip.waitForFinished();
    return gzip.readAllStandardOutput();
}

} // namespace

class TestHttpFaults : public HttpFixture {
    Q_OBJECT

private slots:
    void initTestCase_data() { addTransports(Over::Both); }
    void endsBeforeAnAnswer_data();
    void endsBeforeAnAnswer();
    void endsWithinAnAnswer_data();
    void endsWithinAnAnswer();
    void takesAnAnswerThatIsOdd_data();
    void takesAnAnswerThatIsOdd();
    void floodsWithoutAnAnswer_data();
    void floodsWithoutAnAnswer();
    void floodsWithAnAnswer_data();
    void floodsWithAnAnswer();
    void inflatesNothing();

private:
    // What every fault has to keep; the exchange with the receiver that is at fault.
    Exchange suffer(const Fault &fault, const QByteArray &body = "{}", bool staysSmall = kMemoryTells);
    void check(const Exchange &got, const QString &plain, const QString &pipelined, const QString &words);
};

Exchange TestHttpFaults::suffer(const Fault &fault, const QByteArray &body, bool staysSmall)
{
    FaultyReceiver receiver(fault, certificateIfTls());
    TransportRequest sent = request(kFaulty, receiver.port());
    sent.body = body;
    const PeakMemory memory;
    const Exchange got = exchangeBesideAnother(sent);
    const qint64 growth = memory.growth();
    [&] {
        QVERIFY2(!staysSmall || growth < kMostGrowth, qPrintable(QStringLiteral("%1 KiB more").arg(growth / 1024)));
        QVERIFY(got.timings.done < sent.totalTimeout + 1s);
        if (got.errorClass == ErrorClass::Timeout)
            QVERIFY(got.timings.done >= sent.totalTimeout);
        QCOMPARE(receiver.requests(), 1);
        if (m_pipelining) // Qt may connect once more, and says nothing then
            QCOMPARE(receiver.connections(), 1);
    }();
    return got;
}

void TestHttpFaults::check(const Exchange &got, const QString &plain, const QString &pipelined, const QString &words)
{
    QCOMPARE(summary(got), m_pipelining ? pipelined : plain);
    QVERIFY2(got.errorText.contains(words), qPrintable(got.errorText));
    if (!got.errorText.isEmpty())
        QVERIFY2(got.errorText.contains(QStringLiteral("callback.example")), qPrintable(got.errorText));
}

void TestHttpFaults::endsBeforeAnAnswer_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("plain");
    QTest::addColumn<QString>("pipelined");
    QTest::addColumn<QString>("words");
    const QByteArray small("{}");
    const QByteArray large(4 * 1024 * 1024, 'x');
    const QString late = QStringLiteral("in-doubt timeout");
    const QString lateWords = QStringLiteral("did not answer within 0.");
    const QString closed = QStringLiteral("in-doubt closed");
    const QString closedWords = QStringLiteral("closed the connection");
    const QString garbled = QStringLiteral("in-doubt protocol");
    const QString garbledWords = QStringLiteral("not HTTP");

    const auto row = [](const char *name, const Fault &fault, const QByteArray &body, const QString &plain,
                        const QString &pipelined,
                        const QString &words) { QTest::newRow(name) << fault << body << plain << pipelined << words; };
    row("stays silent", Fault{}, small, late, late, lateWords);
    row("drips its status line", {.bytes = kHead, .drip = 60ms}, small, late, late, lateWords);
    row("stops in its status line", {.bytes = "HTTP/1.1 20"}, small, late, late, lateWords);
    row("stops reading", {.actAfter = 64 * 1024}, large, late, late, lateWords);
    row("resets in the middle of the request", {.then = Then::Reset, .actAfter = 64 * 1024}, large, closed, closed,
        closedWords);
    row("closes", {.then = Then::Close}, small, closed, closed, closedWords);
    row("closes on an empty request", {.then = Then::Close}, {}, closed, closed, closedWords);
    row("resets", {.then = Then::Reset}, small, closed, closed, closedWords);
    row("closes in its status line", {.bytes = "HTTP/1.1 20", .then = Then::Close}, small, closed, closed, closedWords);
    row("closes after 100", {.bytes = "HTTP/1.1 100 Continue\r\n\r\n", .then = Then::Close}, small, closed, closed,
        closedWords);
    row("stops in a 100", {.bytes = "HTTP/1.1 100 Continue\r\nX: "}, small, late, late, lateWords);
    row("closes in a 100", {.bytes = "HTTP/1.1 100 Continue\r\nX: ", .then = Then::Close}, small, closed, closed,
        closedWords);
    // Qt tells a connection that was closed and an answer that is none alike.
    row("sends garbage", {.bytes = "what is this\r\n"}, small, closed, garbled, garbledWords);
    row("sends garbage and closes", {.bytes = "what is this\r\n", .then = Then::Close}, small, closed, garbled,
        garbledWords);
    row("switches protocols", {.bytes = "HTTP/1.1 101 Switching Protocols\r\n\r\n"}, small,
        QStringLiteral("rejected http 101"), QStringLiteral("rejected http 101"), QStringLiteral("101"));
    row("speaks another protocol", {.bytes = "220 mail.example ESMTP\r\n"}, small, closed, garbled, garbledWords);
}

void TestHttpFaults::endsBeforeAnAnswer()
{
    QFETCH(Fault, fault);
    QFETCH(QByteArray, body);
    QFETCH(QString, plain);
    QFETCH(QString, pipelined);
    QFETCH(QString, words);
    const Exchange got = suffer(fault, body);
    check(got, plain, pipelined, words);
    QCOMPARE(got.responseHead.isEmpty(), got.status == 0);
}

// The status line is what counts (P5). Qt shows it once all headers are there, the pipelined transport at once.
void TestHttpFaults::endsWithinAnAnswer_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("plain");
    QTest::addColumn<QString>("pipelined");
    const QString accepted = QStringLiteral("delivered 200");
    const QString closed = QStringLiteral("in-doubt closed");
    const QString late = QStringLiteral("in-doubt timeout");
    const QByteArray half("HTTP/1.1 200 OK\r\nContent-Le");
    const auto row = [](const char *name, const Fault &fault, const QString &plain, const QString &pipelined) {
        QTest::newRow(name) << fault << plain << pipelined;
    };
    row("closes in its headers", {.bytes = half, .then = Then::Close}, closed, accepted);
    row("stops in its headers", {.bytes = half}, late, accepted);
    row("closes in its body", {.bytes = kHead + "half", .then = Then::Close}, accepted, accepted);
    row("resets in its body", {.bytes = kHead + "half", .then = Then::Reset}, accepted, accepted);
    row("stops in its body", {.bytes = kHead + "half"}, accepted, accepted);
    row("drips its body", {.bytes = kHead + QByteArray(100, 'x'), .drip = 20ms, .atOnce = kHead.size()}, accepted,
        accepted);
    row("closes in a chunk",
        {.bytes = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nhalf", .then = Then::Close}, accepted,
        accepted);
    row("refuses and closes in its body",
        {.bytes = "HTTP/1.1 503 Busy\r\nContent-Length: 100\r\n\r\nhalf", .then = Then::Close},
        QStringLiteral("rejected http 503"), QStringLiteral("rejected http 503"));
}

void TestHttpFaults::endsWithinAnAnswer()
{
    QFETCH(Fault, fault);
    QFETCH(QString, plain);
    QFETCH(QString, pipelined);
    const Exchange got = suffer(fault);
    check(got, plain, pipelined, {});
    QCOMPARE(got.truncated, got.status != 0);
    if (got.status == 200)
        QVERIFY2(got.errorText.contains(QStringLiteral("its answer is incomplete")), qPrintable(got.errorText));
}

void TestHttpFaults::takesAnAnswerThatIsOdd_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("plain");
    QTest::addColumn<QString>("pipelined");
    const QByteArray ok("HTTP/1.1 200 OK\r\n");
    const QString accepted = QStringLiteral("delivered 200");
    const auto row = [accepted](const char *name, const QByteArray &bytes, const QString &plain = {},
                                const QString &pipelined = {}) {
        QTest::newRow(name) << bytes << (plain.isEmpty() ? accepted : plain)
                            << (pipelined.isEmpty() ? accepted : pipelined);
    };
    row("more than announced", kOk + "and more of it");
    row("a length that is no number", ok + "Content-Length: many\r\n\r\nok");
    row("a length below nothing", ok + "Content-Length: -2\r\n\r\nok");
    row("two lengths", ok + "Content-Length: 2\r\nContent-Length: 50\r\n\r\nok");
    row("a chunk without a size", ok + "Transfer-Encoding: chunked\r\n\r\nzz\r\nok");
    row("many 100 Continue", QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(50) + kOk);
    row("a NUL in a header", ok + QByteArray("X: a\0b\r\nContent-Length: 2\r\n\r\nok", 33));
    row("a header without a name", ok + ": x\r\nContent-Length: 2\r\n\r\nok");
    row("a body where there may be none", "HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\nok",
        QStringLiteral("delivered 204"), QStringLiteral("delivered 204"));
    // Qt takes it for the answer: what the receiver did in the end stays unknown.
    row("103 Early Hints", "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + kOk,
        QStringLiteral("in-doubt protocol 103"));
    // RFC 9112 §2.2: a recipient may take it for a line's end, and need not.
    row("line feeds alone", "HTTP/1.1 200 OK\nContent-Length: 2\n\nok", {}, QStringLiteral("in-doubt protocol"));
}

void TestHttpFaults::takesAnAnswerThatIsOdd()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, plain);
    QFETCH(QString, pipelined);
    check(suffer({.bytes = bytes}), plain, pipelined, {});
}

void TestHttpFaults::floodsWithoutAnAnswer_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("plain");
    QTest::addColumn<QString>("pipelined");
    const QString late = QStringLiteral("in-doubt timeout");
    QTest::newRow("100 Continue") << Fault{.pour = "HTTP/1.1 100 Continue\r\n\r\n"} << late << late;
    QTest::newRow("a status line without end")
        << Fault{.bytes = "HTTP/1.1 200 ", .pour = kBlock} << late << QStringLiteral("in-doubt protocol");
    QTest::newRow("headers") << Fault{.bytes = "HTTP/1.1 200 OK\r\n",
                                      .pour = "X-Flood: " + QByteArray(900, 'x') + "\r\n"}
                             << late << QStringLiteral("delivered 200");
    QTest::newRow("a header without end")
        << Fault{.bytes = "HTTP/1.1 200 OK\r\nX: ", .pour = kBlock} << late << QStringLiteral("delivered 200");
    QTest::newRow("line feeds") << Fault{.pour = QByteArray(1000, '\n')} << late << QStringLiteral("in-doubt protocol");
}

void TestHttpFaults::floodsWithoutAnAnswer()
{
    QFETCH(Fault, fault);
    QFETCH(QString, plain);
    QFETCH(QString, pipelined);
    // Qt 6.4 reads a head of any size: there only the deadline ends it.
    check(suffer(fault, "{}", m_pipelining && kMemoryTells), plain, pipelined, {});
}

void TestHttpFaults::floodsWithAnAnswer_data()
{
    QTest::addColumn<Fault>("fault");
    const QByteArray ok("HTTP/1.1 200 OK\r\n");
    QTest::newRow("1 GiB") << Fault{
        .bytes = ok + "Content-Length: " + QByteArray::number(kGiB) + "\r\n\r\n", .pour = kBlock, .pourTotal = kGiB};
    QTest::newRow("without end") << Fault{.bytes = ok + "\r\n", .pour = kBlock};
    QTest::newRow("chunks without end") << Fault{.bytes = ok + "Transfer-Encoding: chunked\r\n\r\n",
                                                 .pour = "10000\r\n" + kBlock + "\r\n"};
    QTest::newRow("a chunk without end") << Fault{.bytes = ok + "Transfer-Encoding: chunked\r\n\r\nfffffffff\r\n",
                                                  .pour = kBlock};
}

void TestHttpFaults::floodsWithAnAnswer()
{
    QFETCH(Fault, fault);
    const Exchange got = suffer(fault);
    QCOMPARE(summary(got), QStringLiteral("delivered 200"));
    QVERIFY(got.truncated);
    QCOMPARE(got.responseBody.size(), 256 * 1024);
    QVERIFY(got.responseSize > got.responseBody.size());
}

void TestHttpFaults::inflatesNothing()
{
    const QByteArray part = bombPart();
    QVERIFY(part.size() < 16 * 1024);
    const Fault bomb{.bytes = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                         + QByteArray::number(part.size() * 16) + "\r\n\r\n" + part.repeated(16)};
    FaultyReceiver receiver(bomb, certificateIfTls());
    const PeakMemory memory;
    const Exchange got = exchangeBesideAnother(request(kFaulty, receiver.port()));
    QVERIFY(!kMemoryTells || memory.growth() < kMostGrowth);
    QCOMPARE(summary(got), QStringLiteral("delivered 200"));
    QCOMPARE(got.responseBody, part.repeated(16)); // 128 MiB if anybody took it at its word
    QVERIFY(receiver.firstHead().contains("\r\nAccept-Encoding: identity\r\n"));
}

QTEST_GUILESS_MAIN(TestHttpFaults)
#include "tst_httpfaults.moc"

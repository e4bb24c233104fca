// Requests back to back on a well-behaved receiver: order, depth, connections, limits of time, what is reported.
#include "tests/transport/pipelinedfixture.h"

#include "core/transport/wirehead.h"

using namespace callboard;
using namespace std::chrono_literals;

class TestPipelined : public PipelinedFixture {
    Q_OBJECT

private slots:
    void writesRequestsBackToBack();
    void matchesAnswersInOrder();
    void sendsTheVeryBytesOfTheHead();
    void goesNoDeeperThanItIsTold();
    void spreadsOverItsConnections();
    void opensNoMoreConnectionsThanAreUseful();
    void sharesNoConnectionBetweenTargets();
    void reportsAsTheOtherTransportDoes();
    void reportsInBatches();
    void sendsLargeBodies();
    void refusesWhatMayNotBeSent();
    void refusesInternalAddresses();
    void triesTheNextAddress();
    void saysThatAConnectionWasRefused();
    void saysThatANameDoesNotExist();
    void givesUpALookUp();
    void endsAtTheDeadline();
    void judgesAnAnswerThatIsNotCompleteInTimeByItsStatus();
    void cancelsWhatRunsAndWhatWaits();
    void reportsWhatIsUnderWayWhenItEnds();
    void letsAsManyFlyAsFit();
};

void TestPipelined::writesRequestsBackToBack()
{
    m_receiver->setScript(
        [](const auto &) { return ScriptedAnswer{.holdUntil = 8}; }); // answers nothing before the eighth
    exchange(requests(8));
    QCOMPARE(count(Outcome::Delivered), 8);
    QCOMPARE(m_receiver->connections(), 1);
    QVERIFY2(m_receiver->largestRead() > 1, "several in one segment");
}

void TestPipelined::matchesAnswersInOrder()
{
    m_receiver->setScript([](const ScriptedReceiver::Request &request) {
        const QByteArray body = request.path;
        const QByteArray status = request.number % 3 == 0 ? "503 Busy" : "200 OK";
        return ScriptedAnswer{.bytes = "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size())
                                  + "\r\n\r\n" + body};
    });
    exchange(requests(100));
    for (quint64 ticket = 1; ticket <= 100; ++ticket) {
        const Exchange got = (*m_results)[ticket];
        QCOMPARE(got.responseBody, "/" + QByteArray::number(ticket));
        QCOMPARE(toString(got.outcome), toString(ticket % 3 == 0 ? Outcome::Rejected : Outcome::Delivered));
    }
    const QList<QByteArray> paths = m_receiver->paths();
    for (int i = 0; i < 100; ++i)
        QCOMPARE(paths[i], "/" + QByteArray::number(i + 1));
}

void TestPipelined::sendsTheVeryBytesOfTheHead()
{
    TransportRequest post = request();
    post.headers = {{"webhook-id", "dl_1"}, {"X-One", "a"}, {"x-one", "b"}};
    TransportRequest get = request();
    get.method = "GET";
    get.body.clear();
    exchange({post, get});
    QCOMPARE(m_receiver->requests().value(0).bytes, wireHead(post) + post.body);
    QCOMPARE(m_receiver->requests().value(1).bytes, wireHead(get));
}

void TestPipelined::goesNoDeeperThanItIsTold()
{
    m_receiver->setScript([](const auto &) { return ScriptedAnswer{.bytes = {}}; });
    QList<TransportRequest> batch = requests(9);
    for (TransportRequest &sent : batch)
        sent.pipelineDepth = 3;
    m_transport->send(batch);
    QTRY_COMPARE(m_receiver->requests().size(), 3);
    m_receiver->newest()->write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    QTRY_COMPARE(m_receiver->requests().size(), 4);
    QCOMPARE(m_results->reports, 1);
    m_transport->cancelAll();
}

void TestPipelined::spreadsOverItsConnections()
{
    m_receiver->setScript([](const auto &) { return ScriptedAnswer{.holdUntil = 8}; });
    QList<TransportRequest> batch = requests(32);
    for (TransportRequest &sent : batch)
        sent.connections = 4;
    exchange(batch);
    QCOMPARE(count(Outcome::Delivered), 32);
    QCOMPARE(m_receiver->connections(), 4);
}

void TestPipelined::opensNoMoreConnectionsThanAreUseful()
{
    QList<TransportRequest> batch = requests(8);
    for (TransportRequest &sent : batch)
        sent.connections = 4;
    exchange(batch);
    QCOMPARE(m_receiver->connections(), 1);
}

void TestPipelined::sharesNoConnectionBetweenTargets()
{
    TransportRequest one = request();
    TransportRequest other = request();
    other.target = TargetId{2};
    exchange({one, other});
    QCOMPARE(m_receiver->connections(), 2);
}

void TestPipelined::reportsAsTheOtherTransportDoes()
{
    m_receiver->setScript([](const auto &) {
        return ScriptedAnswer{.bytes = "HTTP/1.1 429 Too Many\r\nRetry-After: 9\r\nContent-Length: 6\r\n\r\nslower"};
    });
    TransportRequest sent = request();
    sent.keepResponseBytes = 4;
    const Exchange got = exchange(sent);
    QCOMPARE(toString(got.errorClass), toString(ErrorClass::Status));
    QCOMPARE(got.errorText, QStringLiteral("127.0.0.1 answered 429 Too Many (port %1).").arg(m_receiver->serverPort()));
    QCOMPARE(got.status, 429);
    QCOMPARE(got.responseHead, QByteArray("HTTP/1.1 429 Too Many\r\nRetry-After: 9\r\nContent-Length: 6\r\n\r\n"));
    QCOMPARE(got.responseBody, QByteArray("slow"));
    QCOMPARE(got.responseSize, qint64(6));
    QVERIFY(got.truncated);
    QCOMPARE(got.retryAfter, std::chrono::seconds(9));
    QCOMPARE(got.remoteAddress, QStringLiteral("127.0.0.1:%1").arg(m_receiver->serverPort()));
    const Timings &times = got.timings;
    QVERIFY(times.resolved && times.connected && times.sent && times.firstByte && times.done);
    QVERIFY(*times.resolved <= *times.connected && *times.connected <= *times.sent && *times.sent <= *times.firstByte
            && *times.firstByte <= *times.done);
    QVERIFY(!exchange(request()).timings.connected); // the connection stood
    QCOMPARE(m_receiver->connections(), 1);
}

void TestPipelined::reportsInBatches()
{
    m_receiver->setScript([](const auto &) { return ScriptedAnswer{.holdUntil = 8}; });
    exchange(requests(8));
    QVERIFY2(m_results->batches < 8, qPrintable(QString::number(m_results->batches)));
}

void TestPipelined::sendsLargeBodies()
{
    QList<TransportRequest> batch = requests(8);
    for (TransportRequest &sent : batch)
        sent.body = QByteArray(3'000'000, 'x');
    exchange(batch);
    QCOMPARE(count(Outcome::Delivered), 8);
    QCOMPARE(m_receiver->requests().last().bytes.size(), wireHead(batch.last()).size() + 3'000'000);
}

void TestPipelined::refusesWhatMayNotBeSent()
{
    TransportRequest smuggling = request();
    smuggling.headers = {{"X", "a\r\nContent-Length: 0"}};
    const Exchange got = exchange(smuggling);
    QCOMPARE(toString(got.outcome), toString(Outcome::NotSent));
    QCOMPARE(toString(got.errorClass), toString(ErrorClass::Configuration));
    QCOMPARE(m_receiver->connections(), 0);
}

void TestPipelined::refusesInternalAddresses()
{
    m_resolver->answer(QStringLiteral("two.example"), {QStringLiteral("93.184.216.34"), QStringLiteral("127.0.0.1")});
    TransportRequest inside = request();
    inside.allowPrivate = false;
    TransportRequest mixed = request();
    mixed.allowPrivate = false;
    mixed.url.setHost(QStringLiteral("two.example"));
    exchange({inside, mixed});
    for (quint64 ticket : {1, 2}) {
        QCOMPARE(toString((*m_results)[ticket].outcome), toString(Outcome::NotSent));
        QCOMPARE(toString((*m_results)[ticket].errorClass), toString(ErrorClass::Policy));
    }
    QCOMPARE(m_receiver->connections(), 0);
}

void TestPipelined::triesTheNextAddress()
{
    m_resolver->answer(QStringLiteral("two.example"), {QStringLiteral("127.0.0.2"), QStringLiteral("127.0.0.1")});
    TransportRequest sent = request();
    sent.url.setHost(QStringLiteral("two.example"));
    const Exchange got = exchange(sent);
    QCOMPARE(toString(got.outcome), toString(Outcome::Delivered));
    QCOMPARE(got.remoteAddress, QStringLiteral("127.0.0.1:%1").arg(m_receiver->serverPort()));
}

void TestPipelined::saysThatAConnectionWasRefused()
{
    QList<TransportRequest> batch = requests(20);
    m_receiver->close();
    exchange(batch);
    for (const Exchange &got : std::as_const(m_results->exchanges)) {
        QCOMPARE(toString(got.outcome), toString(Outcome::NotSent));
        QCOMPARE(toString(got.errorClass), toString(ErrorClass::Refused));
        QCOMPARE(got.errorText,
                 QStringLiteral("127.0.0.1 refused the connection (port %1).").arg(batch.first().url.port()));
    }
}

void TestPipelined::saysThatANameDoesNotExist()
{
    TransportRequest lost = request();
    lost.url.setHost(QStringLiteral("nowhere.example"));
    const Exchange got = exchange(lost);
    QCOMPARE(toString(got.outcome), toString(Outcome::NotSent));
    QCOMPARE(toString(got.errorClass), toString(ErrorClass::Resolve));
    QVERIFY(got.errorText.contains(QStringLiteral("nowhere.example")));
}

void TestPipelined::givesUpALookUp()
{
    m_resolver->staySilent(QStringLiteral("silent.example"));
    TransportRequest lost = request();
    lost.url.setHost(QStringLiteral("silent.example"));
    lost.connectTimeout = 50ms;
    const Exchange got = exchange(lost);
    QCOMPARE(toString(got.outcome), toString(Outcome::NotSent));
    QCOMPARE(toString(got.errorClass), toString(ErrorClass::Resolve));
    QVERIFY2(got.errorText.contains(QStringLiteral("0.05 s")), qPrintable(got.errorText));
}

void TestPipelined::endsAtTheDeadline()
{
    m_receiver->setScript(
        [](const auto &request) { return request.number == 1 ? ScriptedAnswer() : ScriptedAnswer{.bytes = {}}; });
    QList<TransportRequest> batch = requests(3);
    batch[1].totalTimeout = 100ms;
    exchange(batch);
    QCOMPARE(toString((*m_results)[1].outcome), toString(Outcome::Delivered));
    QCOMPARE(toString((*m_results)[2].outcome), toString(Outcome::InDoubt));
    QCOMPARE(toString((*m_results)[2].errorClass), toString(ErrorClass::Timeout));
    QVERIFY((*m_results)[2].tail == Tail::None);
    QVERIFY2((*m_results)[2].errorText.contains(QStringLiteral("0.1 s")), qPrintable((*m_results)[2].errorText));
    QCOMPARE(toString((*m_results)[3].outcome), toString(Outcome::InDoubt));
    QCOMPARE(toString((*m_results)[3].errorClass), toString(ErrorClass::Closed));
    QVERIFY((*m_results)[3].tail == Tail::Lost);
}

void TestPipelined::judgesAnAnswerThatIsNotCompleteInTimeByItsStatus()
{
    m_receiver->setScript(
        [](const auto &) { return ScriptedAnswer{.bytes = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"}; });
    TransportRequest sent = request();
    sent.totalTimeout = 100ms;
    const Exchange got = exchange(sent);
    QCOMPARE(toString(got.outcome), toString(Outcome::Delivered));
    QVERIFY(got.truncated);
    QCOMPARE(got.responseBody, QByteArray("half"));
    QVERIFY2(got.errorText.contains(QStringLiteral("incomplete")), qPrintable(got.errorText));
}

void TestPipelined::cancelsWhatRunsAndWhatWaits()
{
    m_receiver->setScript([](const auto &) { return ScriptedAnswer{.bytes = {}}; });
    m_transport->send(requests(12));
    QTRY_COMPARE(m_receiver->requests().size(), 8);
    m_transport->cancelAll();
    QTRY_COMPARE(m_results->reports, 12);
    QCOMPARE(count(Outcome::InDoubt), 8);
    QCOMPARE(count(Outcome::NotSent), 4);
    for (const Exchange &got : std::as_const(m_results->exchanges))
        QCOMPARE(toString(got.errorClass), toString(ErrorClass::Cancelled));
    m_receiver->setScript([](const auto &) { return ScriptedAnswer(); });
    QCOMPARE(toString(exchange(request()).outcome), toString(Outcome::Delivered));
}

void TestPipelined::reportsWhatIsUnderWayWhenItEnds()
{
    m_receiver->setScript([](const auto &) { return ScriptedAnswer{.bytes = {}}; });
    m_transport->send(requests(2));
    QTRY_COMPARE(m_receiver->requests().size(), 2);
    m_transport.reset();
    QTRY_COMPARE(m_results->reports, 2);
    QCOMPARE(count(Outcome::InDoubt), 2);
}

void TestPipelined::letsAsManyFlyAsFit()
{
    CallbackTarget target;
    target.connections = 3;
    target.pipelineDepth = 5;
    QCOMPARE(m_transport->inFlight(target), 15);
}

QTEST_GUILESS_MAIN(TestPipelined)
#include "tst_pipelined.moc"

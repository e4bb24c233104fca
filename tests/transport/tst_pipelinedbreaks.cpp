// Receivers that end connections, early or with notice, or break pipelining: what is told of each request, that none is
// sent twice or lost, and what is learnt for the next connection.
#include "tests/transport/pipelinedfixture.h"

#include <QSignalSpy>

using namespace callboard;
using namespace std::chrono_literals;

using Then = ScriptedAnswer::Then;

namespace {

const QByteArray kOk("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
const QByteArray kLast("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok");
const QByteArray kOld("HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok");

} // namespace

class TestPipelinedBreaks : public PipelinedFixture {
    Q_OBJECT

private slots:
    void saysThatTheTailIsLost_data();
    void saysThatTheTailIsLost();
    void judgesAnAnswerThatBreaksOffByItsStatus();
    void saysThatTheTailWasNotLookedAt_data();
    void saysThatTheTailWasNotLookedAt();
    void readsWhatArrivedBeforeAReset();
    void beginsWithOneAfterALoss();
    void opensOneConnectionAfterALoss();
    void sendsOneAtATimeWhereTheReceiverAlwaysCloses();
    void sendsOneAtATimeWhereTailsGetLostRepeatedly();
    void sendsOneAtATimeAfterGarbage();
    void sendsOneAtATimeAfterAnAnswerNobodyAskedFor();
    void goesDeepAgainAfterAWhile();
    void learnsHowManyRequestsAConnectionTakes();
    void keepsWhatDidNotFitOnAConnectionThatEnds();
    void takesTheConnectionsEndForTheBodysEnd();
    void cutsAHugeBody();
    void endsEndlessHeadersAtTheDeadline();
    void reconnectsWhereAConnectionEndedWhileItRested();
    void forgivesATimeoutAnswerOnARestingConnection();
};

void TestPipelinedBreaks::saysThatTheTailIsLost_data()
{
    QTest::addColumn<int>("answered");
    QTest::addColumn<int>("then");
    for (int answered : {0, 1, 3, 7}) {
        QTest::addRow("close after %d", answered) << answered << int(Then::Close);
        QTest::addRow("reset after %d", answered) << answered << int(Then::Reset);
    }
}

void TestPipelinedBreaks::saysThatTheTailIsLost()
{
    QFETCH(int, answered);
    QFETCH(int, then);
    m_receiver->setScript([answered, then](const auto &request) {
        return request.connection == 1 && request.number == answered + 1
            ? ScriptedAnswer{.bytes = {}, .then = static_cast<Then>(then)}
            : ScriptedAnswer();
    });
    exchange(requests(8));
    for (quint64 ticket = 1; ticket <= 8; ++ticket) {
        const Exchange got = (*m_results)[ticket];
        const bool delivered = ticket <= quint64(answered);
        QCOMPARE(toString(got.outcome), toString(delivered ? Outcome::Delivered : Outcome::InDoubt));
        QCOMPARE(toString(got.errorClass), toString(delivered ? ErrorClass::None : ErrorClass::Closed));
        QVERIFY(got.tail == (delivered ? Tail::None : Tail::Lost));
        QCOMPARE(got.errorText.contains(QString::number(m_receiver->serverPort())), !delivered);
    }
}

void TestPipelinedBreaks::judgesAnAnswerThatBreaksOffByItsStatus()
{
    m_receiver->setScript([](const auto &request) {
        return request.number == 2
            ? ScriptedAnswer{.bytes = "HTTP/1.1 202 Accepted\r\nContent-Length: 9\r\n\r\nhalf", .then = Then::Close}
            : ScriptedAnswer();
    });
    exchange(requests(3));
    QCOMPARE(outcomes(1, 3),
             (QStringList{toString(Outcome::Delivered), toString(Outcome::Delivered), toString(Outcome::InDoubt)}));
    QCOMPARE((*m_results)[2].status, 202);
    QVERIFY((*m_results)[2].truncated);
    QVERIFY((*m_results)[2].tail == Tail::None);
    QVERIFY((*m_results)[3].tail == Tail::Lost);
}

void TestPipelinedBreaks::saysThatTheTailWasNotLookedAt_data()
{
    QTest::addColumn<QByteArray>("last");
    QTest::newRow("Connection: close") << kLast;
    QTest::newRow("HTTP/1.0") << kOld;
}

void TestPipelinedBreaks::saysThatTheTailWasNotLookedAt()
{
    QFETCH(QByteArray, last);
    m_receiver->setScript([last](const auto &request) {
        return request.connection == 1 && request.number == 3 ? ScriptedAnswer{.bytes = last, .then = Then::Close}
                                                              : ScriptedAnswer();
    });
    exchange(requests(8));
    for (quint64 ticket = 1; ticket <= 8; ++ticket) {
        const Exchange got = (*m_results)[ticket];
        const bool delivered = ticket <= 3;
        QCOMPARE(toString(got.outcome), toString(delivered ? Outcome::Delivered : Outcome::NotSent));
        QVERIFY(got.tail == (delivered ? Tail::None : Tail::Unprocessed));
        QCOMPARE(got.note.isEmpty(), delivered);
        if (!delivered)
            QCOMPARE(toString(got.errorClass), toString(ErrorClass::Closed));
    }
    QCOMPARE(toString(exchange(request()).outcome), toString(Outcome::Delivered));
}

void TestPipelinedBreaks::readsWhatArrivedBeforeAReset()
{
    m_receiver->setScript([](const auto &request) {
        return request.connection == 1
            ? ScriptedAnswer{.bytes = kOk, .then = request.number == 2 ? Then::Reset : Then::GoOn}
            : ScriptedAnswer();
    });
    exchange(requests(2));
    QCOMPARE(count(Outcome::Delivered), 2);
}

void TestPipelinedBreaks::beginsWithOneAfterALoss()
{
    m_receiver->setScript([](const auto &request) {
        if (request.connection == 1)
            return ScriptedAnswer{.bytes = {}, .then = Then::Close};
        return ScriptedAnswer{.bytes = request.connection == 2 && request.number == 1 ? QByteArray() : kOk};
    });
    exchange(requests(8));
    QCOMPARE(count(Outcome::InDoubt), 8);
    m_transport->send(requests(8));
    QTRY_COMPARE(m_receiver->requests().size(), 9);
    m_receiver->setScript([](const auto &) { return ScriptedAnswer{.holdUntil = 8}; }); // deep from here on
    m_receiver->newest()->write(kOk);
    QTRY_COMPARE(m_results->reports, 16);
    QCOMPARE(count(Outcome::Delivered), 8);
    QCOMPARE(m_receiver->connections(), 2);
}

void TestPipelinedBreaks::opensOneConnectionAfterALoss()
{
    m_receiver->setScript([](const auto &) { return ScriptedAnswer{.bytes = {}, .then = Then::Close}; });
    exchange(request());
    m_receiver->setScript([](const auto &) { return ScriptedAnswer{.bytes = {}}; });
    QList<TransportRequest> batch = requests(8);
    for (TransportRequest &sent : batch) {
        sent.connections = 4;
        sent.totalTimeout = 300ms;
    }
    m_transport->send(batch);
    QTRY_COMPARE(m_receiver->requests().size(), 2);
    QCOMPARE(m_receiver->connections(), 2);
    QTRY_VERIFY(m_results->reports >= 2); // the first was given up
    QVERIFY(m_receiver->connections() <= 3);
    m_transport->cancelAll();
}

void TestPipelinedBreaks::sendsOneAtATimeWhereTheReceiverAlwaysCloses()
{
    m_receiver->setScript([](const auto &) { return ScriptedAnswer{.bytes = kOld, .then = Then::Close}; });
    exchange(requests(8));
    QCOMPARE(count(Outcome::NotSent), 7); // these are repeated by whoever sent them
    exchange(requests(8));
    QCOMPARE(count(Outcome::Delivered), 9);
    const QString note = (*m_results)[16].note;
    QVERIFY2(note.startsWith(QStringLiteral("sent one at a time: ")), qPrintable(note));
}

void TestPipelinedBreaks::sendsOneAtATimeWhereTailsGetLostRepeatedly()
{
    // Takes one request of each read and forgets the rest.
    m_receiver->setScript([](const auto &request) {
        return request.number == 2 ? ScriptedAnswer{.bytes = {}, .then = Then::Reset} : ScriptedAnswer();
    });
    for (int round = 0; round < 3; ++round)
        exchange(requests(4));
    const int lost = count(Outcome::InDoubt);
    QVERIFY(lost > 0);
    m_receiver->setScript([](const auto &) { return ScriptedAnswer(); });
    exchange(requests(8));
    QCOMPARE(count(Outcome::InDoubt), lost);
    QVERIFY((*m_results)[m_ticket].note.startsWith(QStringLiteral("sent one at a time: ")));
    QCOMPARE(toString((*m_results)[m_ticket].outcome), toString(Outcome::Delivered));
}

void TestPipelinedBreaks::sendsOneAtATimeAfterGarbage()
{
    m_receiver->setScript([](const auto &request) {
        return request.connection == 1 && request.number == 2 ? ScriptedAnswer{.bytes = "what is this\r\n"}
                                                              : ScriptedAnswer();
    });
    exchange(requests(4));
    QCOMPARE(toString((*m_results)[1].outcome), toString(Outcome::Delivered));
    QCOMPARE(toString((*m_results)[2].errorClass), toString(ErrorClass::Protocol));
    for (quint64 ticket : {3, 4}) {
        QCOMPARE(toString((*m_results)[ticket].outcome), toString(Outcome::InDoubt));
        QVERIFY((*m_results)[ticket].tail == Tail::Lost);
    }
    exchange(requests(4));
    QVERIFY((*m_results)[8].note.startsWith(QStringLiteral("sent one at a time: ")));
    QCOMPARE(m_receiver->connections(), 2);
}

void TestPipelinedBreaks::sendsOneAtATimeAfterAnAnswerNobodyAskedFor()
{
    m_receiver->setScript(
        [](const auto &request) { return ScriptedAnswer{.bytes = request.connection == 1 ? kOk + kOk : kOk}; });
    QCOMPARE(toString(exchange(request()).outcome), toString(Outcome::Delivered));
    m_receiver->setScript([](const auto &) { return ScriptedAnswer(); });
    const Exchange next = exchange(request());
    QCOMPARE(toString(next.outcome), toString(Outcome::Delivered));
    QVERIFY(next.note.startsWith(QStringLiteral("sent one at a time: ")));
    QCOMPARE(m_receiver->connections(), 2);
}

void TestPipelinedBreaks::goesDeepAgainAfterAWhile()
{
    m_receiver->setScript([](const auto &) { return ScriptedAnswer{.bytes = kOk + kOk}; });
    exchange(request());
    m_receiver->setScript([](const auto &) { return ScriptedAnswer(); });
    QVERIFY(!exchange(request()).note.isEmpty());
    m_clock.advance(6min);
    QVERIFY(exchange(request()).note.isEmpty());
    m_receiver->setScript([](const auto &) { return ScriptedAnswer{.holdUntil = 10}; });
    exchange(requests(8));
    QCOMPARE(count(Outcome::Delivered), 11);
}

void TestPipelinedBreaks::learnsHowManyRequestsAConnectionTakes()
{
    m_receiver->setScript([](const auto &request) {
        return request.number == 5 ? ScriptedAnswer{.bytes = kLast, .then = Then::Close} : ScriptedAnswer();
    });
    exchange(requests(8));
    QCOMPARE(count(Outcome::NotSent), 3);
    exchange(requests(40));
    QCOMPARE(count(Outcome::NotSent), 3); // no more of them
    QCOMPARE(m_receiver->connections(), 9);
}

void TestPipelinedBreaks::keepsWhatDidNotFitOnAConnectionThatEnds()
{
    m_receiver->setScript([](const auto &request) {
        return request.connection == 1 && request.number == 8
            ? ScriptedAnswer{.bytes = kLast, .then = Then::Close}
            : ScriptedAnswer{.holdUntil = request.connection == 1 ? 8 : 0};
    });
    exchange(requests(12)); // four wait here while the connection ends
    QCOMPARE(count(Outcome::Delivered), 12);
    QCOMPARE(m_receiver->connections(), 2);
}

void TestPipelinedBreaks::takesTheConnectionsEndForTheBodysEnd()
{
    m_receiver->setScript([](const auto &request) {
        return request.connection == 1
            ? ScriptedAnswer{.bytes = "HTTP/1.1 200 OK\r\n\r\nuntil the end", .then = Then::Close}
            : ScriptedAnswer();
    });
    exchange(requests(2));
    QCOMPARE((*m_results)[1].responseBody, QByteArray("until the end"));
    QVERIFY(!(*m_results)[1].truncated);
    QCOMPARE(toString((*m_results)[2].outcome), toString(Outcome::InDoubt)); // nobody announced the end
}

void TestPipelinedBreaks::cutsAHugeBody()
{
    m_receiver->setScript([](const auto &request) {
        return request.connection == 1 ? ScriptedAnswer{.bytes = "HTTP/1.1 200 OK\r\nContent-Length: 50000000\r\n\r\n"
                                                            + QByteArray(20'000'000, 'x')}
                                       : ScriptedAnswer();
    });
    exchange(requests(2));
    const Exchange got = (*m_results)[1];
    QCOMPARE(toString(got.outcome), toString(Outcome::Delivered));
    QVERIFY(got.truncated);
    QCOMPARE(got.responseBody.size(), 256 * 1024);
    QVERIFY(got.responseSize > 8'000'000 && got.responseSize < 10'000'000);
    QVERIFY((*m_results)[2].tail == Tail::Lost);
}

void TestPipelinedBreaks::endsEndlessHeadersAtTheDeadline()
{
    m_receiver->setScript(
        [](const auto &) { return ScriptedAnswer{.bytes = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200"}; });
    TransportRequest sent = request();
    sent.totalTimeout = 100ms;
    const Exchange got = exchange(sent);
    QCOMPARE(toString(got.outcome), toString(Outcome::InDoubt));
    QCOMPARE(toString(got.errorClass), toString(ErrorClass::Timeout));
}

void TestPipelinedBreaks::reconnectsWhereAConnectionEndedWhileItRested()
{
    exchange(request());
    m_receiver->newest()->disconnectFromHost(); // it may not have been noticed when the next request is sent
    const Exchange got = exchange(request());
    QCOMPARE(toString(got.outcome), toString(Outcome::Delivered));
    QVERIFY(got.note.isEmpty());
    QCOMPARE(m_receiver->connections(), 2);
}

void TestPipelinedBreaks::forgivesATimeoutAnswerOnARestingConnection()
{
    exchange(request());
    QSignalSpy gone(m_receiver->newest(), &QTcpSocket::disconnected);
    m_receiver->newest()->write("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    QTRY_COMPARE(gone.size(), 1);
    QVERIFY(exchange(request()).note.isEmpty());
}

QTEST_GUILESS_MAIN(TestPipelinedBreaks)
#include "tst_pipelinedbreaks.moc"

// Requests that could not be written, and cancelling in every state: nothing leaves afterwards, and each is reported
// once. Driven in the test's own thread, so that a connection's end is there and not read yet.
#include "core/transport/pipelined/origin.h"
#include "core/transport/pipelined/pipelinedworker.h"
#include "core/transport/wirehead.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeresolver.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace callboard;

namespace {

// Connections as bare descriptors: they do nothing of themselves, and live on when the other side stops writing.
class BareReceiver : public QTcpServer {
public:
    BareReceiver() { listen(QHostAddress::LocalHost); }
    ~BareReceiver() override
    {
        for (int i = 0; i < connections(); ++i)
            hangUp(i);
    }

    [[nodiscard]] int connections() const { return static_cast<int>(m_visits.size()); }
    // All that came on it until now.
    [[nodiscard]] QByteArray received(int connection)
    {
        if (connection >= connections())
            return {};
        Visit &visit = m_visits[connection];
        QByteArray bytes(64 * 1024, '\0');
        const ssize_t got = ::recv(visit.fd, bytes.data(), static_cast<size_t>(bytes.size()), MSG_DONTWAIT);
        return visit.in += bytes.first(std::max<ssize_t>(got, 0));
    }
    bool answer(int connection)
    {
        const QByteArray ok("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        return ::send(m_visits[connection].fd, ok.constData(), static_cast<size_t>(ok.size()), MSG_NOSIGNAL)
            == ok.size();
    }
    void hangUp(int connection)
    {
        if (const int fd = std::exchange(m_visits[connection].fd, -1); fd >= 0)
            ::close(fd);
    }

protected:
    void incomingConnection(qintptr fd) override { m_visits.append(Visit{static_cast<int>(fd), {}}); }

private:
    struct Visit {
        int fd = -1;
        QByteArray in;
    };
    QList<Visit> m_visits;
};

int descriptorIn(const QObject &owner)
{
    return static_cast<int>(owner.findChild<QTcpSocket *>()->socketDescriptor());
}

bool stopWriting(const QObject &owner)
{
    return ::shutdown(descriptorIn(owner), SHUT_WR) == 0;
}

// No event is handled meanwhile.
bool waitForTheEnd(const QObject &owner)
{
    pollfd end{.fd = descriptorIn(owner), .events = POLLIN, .revents = 0};
    return ::poll(&end, 1, 5'000) == 1;
}

QByteArray wire(const TransportRequest &request)
{
    return wireHead(request) + request.body;
}

QString summary(const TransportResult &result)
{
    return QStringLiteral("%1 %2 %3")
        .arg(QString::number(result.ticket), toString(result.exchange.outcome), toString(result.exchange.errorClass))
        .trimmed();
}

} // namespace

class TestPipelinedOrigin : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void sendsElsewhereWhatCouldNotBeWrittenBehindAnother();
    void endsAConnectionThatOwesNothingAndTakesNothing();
    void cancelsWhatCouldNotBeWrittenBehindAnother();
    void cancelsWhatFoundItsConnectionEnded();
    void becomesEmptyWhenCancelledWhileItDials();
    void leavesAConnectionThatRestsWhenCancelled();
    void forgetsALoneOriginThatIsCancelledWhileItDials();
    void reportsAllWhenTheTransportEnds();

private:
    [[nodiscard]] TransportRequest request();
    [[nodiscard]] Way way() { return wayOf(request()); }
    void send(const TransportRequest &request);
    // The first is answered, its connection rests.
    void sendAndAnswerOne();
    // The first is written and owed an answer; the second can't be written behind it.
    [[nodiscard]] TransportRequest sendTwoOfWhichOneLeaves();
    [[nodiscard]] QStringList reports() const;

    FakeClock m_clock;
    FakeResolver m_resolver;
    std::unique_ptr<BareReceiver> m_receiver;
    std::unique_ptr<Origin> m_origin;
    QList<TransportResult> m_results;
    quint64 m_ticket = 0;
};

void TestPipelinedOrigin::init()
{
    m_resolver.staySilent(QStringLiteral("silent.example"));
    m_receiver = std::make_unique<BareReceiver>();
    m_origin = std::make_unique<Origin>(
        way(), m_resolver, m_clock, [this](const TransportResult &result) { m_results.append(result); }, nullptr);
    m_results.clear();
    m_ticket = 0;
}

void TestPipelinedOrigin::cleanup()
{
    m_origin.reset();
    m_receiver.reset();
}

TransportRequest TestPipelinedOrigin::request()
{
    TransportRequest made;
    made.ticket = ++m_ticket;
    made.target = TargetId{1};
    made.url = QUrl(QStringLiteral("http://127.0.0.1:%1/%2").arg(m_receiver->serverPort()).arg(made.ticket));
    made.method = "POST";
    made.body = "{\"n\":" + QByteArray::number(made.ticket) + "}";
    made.allowPrivate = true;
    made.pipelining = true;
    made.connections = 1;
    made.pipelineDepth = 8;
    return made;
}

void TestPipelinedOrigin::send(const TransportRequest &request)
{
    m_origin->enqueue(request);
    m_origin->pump();
}

void TestPipelinedOrigin::sendAndAnswerOne()
{
    const TransportRequest first = request();
    send(first);
    QTRY_COMPARE(m_receiver->received(0), wire(first));
    QVERIFY(m_receiver->answer(0));
    QTRY_COMPARE(reports(), QStringList{QStringLiteral("1 delivered")});
}

TransportRequest TestPipelinedOrigin::sendTwoOfWhichOneLeaves()
{
    const TransportRequest first = request();
    send(first);
    [&] { QTRY_COMPARE(m_receiver->received(0), wire(first)); }();
    [&] { QVERIFY(stopWriting(*m_origin)); }();
    const TransportRequest second = request();
    send(second);
    return second;
}

QStringList TestPipelinedOrigin::reports() const
{
    QStringList reports;
    for (const TransportResult &result : m_results)
        reports.append(summary(result));
    return reports;
}

void TestPipelinedOrigin::sendsElsewhereWhatCouldNotBeWrittenBehindAnother()
{
    const TransportRequest second = sendTwoOfWhichOneLeaves();
    QTRY_COMPARE(m_receiver->received(1), wire(second));
    QCOMPARE(reports(), QStringList()); // the first still waits for its answer, and none was given up
    QVERIFY(m_receiver->answer(1));
    QTRY_COMPARE(reports(), QStringList{QStringLiteral("2 delivered")});
    QVERIFY(m_receiver->answer(0));
    QTRY_COMPARE(reports(), (QStringList{QStringLiteral("2 delivered"), QStringLiteral("1 delivered")}));
}

void TestPipelinedOrigin::endsAConnectionThatOwesNothingAndTakesNothing()
{
    const TransportRequest second = sendTwoOfWhichOneLeaves();
    QVERIFY(m_receiver->answer(0));
    QTRY_COMPARE(m_receiver->received(1), wire(second));
    QTRY_COMPARE(m_origin->findChildren<Pipeline *>().size(), 1);
    QCOMPARE(reports(), QStringList{QStringLiteral("1 delivered")});
}

void TestPipelinedOrigin::cancelsWhatCouldNotBeWrittenBehindAnother()
{
    static_cast<void>(sendTwoOfWhichOneLeaves());
    QSignalSpy empty(m_origin.get(), &Origin::becameEmpty);
    m_origin->cancelAll();
    QCOMPARE(reports(), (QStringList{QStringLiteral("1 in-doubt cancelled"), QStringLiteral("2 not-sent cancelled")}));
    QVERIFY(m_origin->isEmpty()); // nothing is left that could send it
    QCOMPARE(empty.size(), 1);
}

void TestPipelinedOrigin::cancelsWhatFoundItsConnectionEnded()
{
    sendAndAnswerOne();
    m_receiver->hangUp(0);
    QVERIFY(waitForTheEnd(*m_origin));
    send(request());
    QSignalSpy empty(m_origin.get(), &Origin::becameEmpty);
    m_origin->cancelAll();
    QCOMPARE(reports(), (QStringList{QStringLiteral("1 delivered"), QStringLiteral("2 not-sent cancelled")}));
    QVERIFY(m_origin->isEmpty());
    QCOMPARE(empty.size(), 1);
}

void TestPipelinedOrigin::becomesEmptyWhenCancelledWhileItDials()
{
    TransportRequest lost = request();
    lost.url.setHost(QStringLiteral("silent.example"));
    m_origin = std::make_unique<Origin>(
        wayOf(lost), m_resolver, m_clock, [this](const TransportResult &result) { m_results.append(result); }, nullptr);
    QSignalSpy empty(m_origin.get(), &Origin::becameEmpty);
    send(lost);
    QVERIFY(!m_origin->isEmpty());
    m_origin->cancelAll();
    QCOMPARE(m_results.size(), 1);
    QCOMPARE(toString(m_results.first().exchange.errorClass), toString(ErrorClass::Cancelled));
    QVERIFY(m_origin->isEmpty());
    QCOMPARE(empty.size(), 1);
}

void TestPipelinedOrigin::leavesAConnectionThatRestsWhenCancelled()
{
    sendAndAnswerOne();
    QSignalSpy empty(m_origin.get(), &Origin::becameEmpty);
    m_origin->cancelAll();
    QCOMPARE(empty.size(), 0);
    const TransportRequest second = request();
    send(second);
    QTRY_VERIFY(m_receiver->received(0).endsWith(wire(second)));
    QCOMPARE(m_receiver->connections(), 1);
}

void TestPipelinedOrigin::forgetsALoneOriginThatIsCancelledWhileItDials()
{
    PipelinedWorker worker(m_resolver, m_clock);
    QSignalSpy finished(&worker, &PipelinedWorker::finished);
    TransportRequest lone = request();
    lone.target = {};
    lone.url.setHost(QStringLiteral("silent.example"));
    worker.obey({.cancelled = {}, .cancelRunning = false, .requests = {lone}});
    QCOMPARE(worker.findChildren<Origin *>().size(), 1);
    worker.obey({.cancelled = {}, .cancelRunning = true, .requests = {}});
    QTRY_COMPARE(worker.findChildren<Origin *>().size(), 0);
    QTRY_COMPARE(finished.size(), 1);
}

// What PipelinedTransport's destructor has its thread do.
void TestPipelinedOrigin::reportsAllWhenTheTransportEnds()
{
    PipelinedWorker worker(m_resolver, m_clock);
    connect(&worker, &PipelinedWorker::finished, this,
            [this](const QList<TransportResult> &results) { m_results += results; });
    m_ticket = 0;
    const TransportRequest first = request();
    worker.obey({.cancelled = {}, .cancelRunning = false, .requests = {first}});
    QTRY_COMPARE(m_receiver->received(0), wire(first));
    QVERIFY(stopWriting(worker));
    worker.obey({.cancelled = {}, .cancelRunning = false, .requests = {request()}});
    worker.obey({.cancelled = {}, .cancelRunning = true, .requests = {}});
    worker.flush();
    QVERIFY(worker.findChildren<Dialer *>().isEmpty());
    QCOMPARE(reports(), (QStringList{QStringLiteral("1 in-doubt cancelled"), QStringLiteral("2 not-sent cancelled")}));
}

QTEST_GUILESS_MAIN(TestPipelinedOrigin)
#include "tst_pipelinedorigin.moc"

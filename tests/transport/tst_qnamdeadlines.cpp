// How long a request may take, how much of an answer is taken, how many run at once, and how it all ends.
#include "core/receiver/receiver.h"
#include "core/transport/qnamtransport.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeresolver.h"
#include "tests/support/transportresults.h"

#include <QFile>
#include <QTcpSocket>
#include <QTest>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace callboard;
using namespace std::chrono_literals;

using Action = ReceiverRule::Action;

namespace {

// Listens and never accepts, with a queue that is full: a connection to it neither stands nor fails.
class DeafServer {
public:
    DeafServer()
        : m_fd(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(m_fd, reinterpret_cast<sockaddr *>(&address), size) == 0 && ::listen(m_fd, 0) == 0
            && ::getsockname(m_fd, reinterpret_cast<sockaddr *>(&address), &size) == 0)
            port = ntohs(address.sin_port);
        for (QTcpSocket &socket : m_fillers)
            socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        for (QTcpSocket &socket : m_fillers)
            socket.waitForConnected(200);
    }
    ~DeafServer() { ::close(m_fd); }
    DeafServer(const DeafServer &) = delete;
    DeafServer &operator=(const DeafServer &) = delete;

    quint16 port = 0;

private:
    int m_fd;
    std::array<QTcpSocket, 3> m_fillers;
};

qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
}

} // namespace

class TestQnamDeadlines : public QObject {
    Q_OBJECT

private slots:
    void init();
    void endsAtTheDeadline_data();
    void endsAtTheDeadline();
    void givesUpConnecting();
    void givesUpALookUp();
    void cutsAnEndlessAnswer();
    void keepsAnAnswerThatFitsExactly();
    void sendsSixAtATimeAndLetsNoDeadlineRunBefore();
    void cancelsWhatRunsAndWhatWaits();
    void cancelsOnlyWhatCameBefore();
    void reportsWhatIsUnderWayWhenItEnds();

private:
    [[nodiscard]] TransportRequest request(quint64 ticket);
    void misbehave(Action action);

    FakeClock m_clock;
    FakeResolver m_resolver;
    std::unique_ptr<Receiver> m_receiver;
};

void TestQnamDeadlines::init()
{
    m_receiver = std::make_unique<Receiver>();
    QVERIFY(m_receiver->listen().has_value());
}

TransportRequest TestQnamDeadlines::request(quint64 ticket)
{
    TransportRequest made;
    made.ticket = ticket;
    made.target = TargetId{1};
    made.url = QUrl(m_receiver->url());
    made.method = "POST";
    made.body = "{}";
    made.allowPrivate = true;
    return made;
}

void TestQnamDeadlines::misbehave(Action action)
{
    ReceiverRule rule;
    rule.action = action;
    m_receiver->setRules({rule});
}

void TestQnamDeadlines::endsAtTheDeadline_data()
{
    QTest::addColumn<int>("action");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("hangs") << int(Action::Hang) << QByteArray("{}");
    QTest::newRow("hangs on an empty request") << int(Action::Hang) << QByteArray();
    QTest::newRow("drips") << int(Action::Drip) << QByteArray("{}");
}

void TestQnamDeadlines::endsAtTheDeadline()
{
    QFETCH(int, action);
    QFETCH(QByteArray, body);
    misbehave(static_cast<Action>(action));
    QnamTransport transport(m_resolver, m_clock);
    TransportResults results(transport);
    TransportRequest late = request(1);
    late.body = body;
    late.totalTimeout = 600ms;
    transport.send({late});
    QTRY_VERIFY(results.has(1));

    QCOMPARE(toString(results[1].outcome), toString(Outcome::InDoubt));
    QCOMPARE(toString(results[1].errorClass), toString(ErrorClass::Timeout));
    QVERIFY(results[1].errorText.contains(QStringLiteral("did not answer within 0.6 s")));
    QVERIFY(results[1].timings.done >= 600ms);
    QVERIFY(results[1].timings.done < 1600ms);
    QCOMPARE(m_receiver->count(), quint64(1));
}

void TestQnamDeadlines::givesUpConnecting()
{
    DeafServer deaf;
    QVERIFY(deaf.port != 0);
    QnamTransport transport(m_resolver, m_clock);
    TransportResults results(transport);
    TransportRequest unheard = request(1);
    unheard.url.setPort(deaf.port);
    unheard.connectTimeout = 400ms;
    transport.send({unheard});
    QTRY_VERIFY(results.has(1));
    QCOMPARE(toString(results[1].outcome), toString(Outcome::NotSent));
    QCOMPARE(toString(results[1].errorClass), toString(ErrorClass::ConnectTimeout));
    QVERIFY(results[1].timings.done >= 400ms);
    QVERIFY(results[1].timings.done < 1400ms);
}

void TestQnamDeadlines::givesUpALookUp()
{
    m_resolver.staySilent(QStringLiteral("silent.example"));
    QnamTransport transport(m_resolver, m_clock);
    TransportResults results(transport);
    TransportRequest lost = request(1);
    lost.url = QUrl(QStringLiteral("http://silent.example/"));
    lost.connectTimeout = 300ms;
    transport.send({lost});
    QTRY_VERIFY(results.has(1));
    QCOMPARE(toString(results[1].outcome), toString(Outcome::NotSent));
    QCOMPARE(toString(results[1].errorClass), toString(ErrorClass::Resolve));
    QVERIFY(results[1].errorText.contains(QStringLiteral("silent.example")));
}

void TestQnamDeadlines::cutsAnEndlessAnswer()
{
    misbehave(Action::Endless);
    QnamTransport transport(m_resolver, m_clock);
    TransportResults results(transport);
    const qint64 before = residentBytes();
    TransportRequest flooded = request(1);
    flooded.keepResponseBytes = 64 * 1024;
    transport.send({flooded});
    QTRY_VERIFY(results.has(1));
    QCOMPARE(toString(results[1].outcome), toString(Outcome::Delivered));
    QCOMPARE(results[1].status, 200);
    QCOMPARE(results[1].responseBody.size(), 64 * 1024);
    QVERIFY(results[1].truncated);
    QVERIFY(results[1].responseSize >= 64 * 1024);
    QVERIFY(results[1].timings.done < 5s);
    QVERIFY(residentBytes() - before < 32 * 1024 * 1024);
}

void TestQnamDeadlines::keepsAnAnswerThatFitsExactly()
{
    ReceiverRule rule;
    rule.body = QByteArray(1000, 'x');
    m_receiver->setRules({rule});
    QnamTransport transport(m_resolver, m_clock);
    TransportResults results(transport);
    TransportRequest fits = request(1);
    fits.keepResponseBytes = 1000;
    TransportRequest isCut = request(2);
    isCut.keepResponseBytes = 999;
    transport.send({fits, isCut});
    QTRY_VERIFY(results.has(1) && results.has(2));
    QCOMPARE(results[1].responseBody, rule.body);
    QVERIFY(!results[1].truncated);
    QCOMPARE(results[1].responseSize, 1000);
    QCOMPARE(results[2].responseBody.size(), 999);
    QVERIFY(results[2].truncated);
    QCOMPARE(results[2].responseSize, 1000);
}

void TestQnamDeadlines::sendsSixAtATimeAndLetsNoDeadlineRunBefore()
{
    ReceiverRule slow;
    slow.delay = 400ms;
    m_receiver->setRules({slow});
    QnamTransport transport(m_resolver, m_clock);
    QCOMPARE(transport.inFlight(CallbackTarget{}), 6);
    TransportResults results(transport);
    QList<TransportRequest> batch;
    for (quint64 ticket = 1; ticket <= 14; ++ticket) {
        batch.append(request(ticket));
        batch.last().totalTimeout = 1000ms; // less than the 1200 ms that all take together
    }
    transport.send(batch);
    QTRY_COMPARE(results.reports, 14);

    for (const Exchange &exchange : std::as_const(results.exchanges))
        QVERIFY2(exchange.outcome == Outcome::Delivered, qPrintable(exchange.errorText));
    const QList<ReceivedRequest> &received = m_receiver->requests();
    QCOMPARE(received.size(), 14);
    for (int i = 6; i < received.size(); ++i)
        QVERIFY(received[i].receivedAt - received[i - 6].receivedAt >= 390ms);
}

void TestQnamDeadlines::cancelsWhatRunsAndWhatWaits()
{
    misbehave(Action::Hang);
    QnamTransport transport(m_resolver, m_clock);
    TransportResults results(transport);
    QList<TransportRequest> batch;
    for (quint64 ticket = 1; ticket <= 14; ++ticket)
        batch.append(request(ticket));
    transport.send(batch);
    QTRY_COMPARE(m_receiver->count(), quint64(6));
    transport.cancelAll();
    QTRY_COMPARE(results.reports, 14);
    QCOMPARE(results.exchanges.size(), 14);
    for (quint64 ticket = 1; ticket <= 14; ++ticket) {
        QCOMPARE(toString(results[ticket].errorClass), toString(ErrorClass::Cancelled));
        QCOMPARE(toString(results[ticket].outcome), toString(ticket <= 6 ? Outcome::InDoubt : Outcome::NotSent));
    }
    QCOMPARE(m_receiver->count(), quint64(6));
}

void TestQnamDeadlines::cancelsOnlyWhatCameBefore()
{
    QnamTransport transport(m_resolver, m_clock);
    TransportResults results(transport);
    transport.cancelAll();
    transport.send({request(1)});
    QTRY_VERIFY(results.has(1));
    QCOMPARE(toString(results[1].outcome), toString(Outcome::Delivered));
}

void TestQnamDeadlines::reportsWhatIsUnderWayWhenItEnds()
{
    misbehave(Action::Hang);
    auto transport = std::make_unique<QnamTransport>(m_resolver, m_clock);
    TransportResults results(*transport);
    transport->send({request(1)});
    QTRY_COMPARE(m_receiver->count(), quint64(1));
    transport->send({request(2)});
    transport.reset();
    QTRY_COMPARE(results.reports, 2);
    QCOMPARE(toString(results[1].outcome), toString(Outcome::InDoubt));
    QCOMPARE(toString(results[2].errorClass), toString(ErrorClass::Cancelled));
}

QTEST_GUILESS_MAIN(TestQnamDeadlines)
#include "tst_qnamdeadlines.moc"

// A mail server that refuses, breaks off, stays silent or is not there: what is said of it, and whether the mail may
// have arrived.
#include "tests/support/deafserver.h"
#include "tests/transport/mailfixture.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

// Says one thing to everybody who connects, then hangs up.
class Grump : public QTcpServer {
public:
    explicit Grump(const QByteArray &words)
    {
        connect(this, &QTcpServer::newConnection, this, [this, words] {
            QTcpSocket *socket = nextPendingConnection();
            socket->write(words);
            socket->disconnectFromHost();
        });
        listen(QHostAddress::LocalHost);
    }
};

} // namespace

class TestMailTrouble : public QObject {
    Q_OBJECT

private slots:
    void init();
    void reportsAnAnswerOtherThan250_data();
    void reportsAnAnswerOtherThan250();
    void namesTheRecipientThatWasRefused();
    void isInDoubtWhenTheAnswerIsLost();
    void isInDoubtWhenTheAnswerIsLate();
    void isNotSentWhenNobodyGreets();
    void waitsForASlowGreetingLongerThanForAConnection();
    void givesUpConnecting();
    void saysThatNobodyListens();
    void saysThatTheNameHasNoAddress();
    void reportsWhatAServerSaysAtTheDoor_data();
    void reportsWhatAServerSaysAtTheDoor();
    void cancelsWhatRunsAndWhatWaits();
    void reportsWhatIsUnderWayWhenItEnds();
    void sendsOnAfterACancellation();
    void refusesARequestThatIsNoMail();

private:
    void start(const QStringList &options);

    std::unique_ptr<TestSmtpServer> m_server;
    Letter m_letter;
};

void TestMailTrouble::init()
{
    m_server = std::make_unique<TestSmtpServer>();
    m_letter = {};
}

void TestMailTrouble::start(const QStringList &options)
{
    QVERIFY(m_server->start(options));
    m_letter.server = plainServer(m_server->port());
}

void TestMailTrouble::reportsAnAnswerOtherThan250_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("cause");
    QTest::newRow("for now") << s("451 4.7.1 Greylisted, <b>come back</b> %1 %2") << s("rejected http 451")
                             << s("smtp-451");
    QTest::newRow("for good") << s("550 5.7.1 Not here") << s("rejected http 550") << s("smtp-550");
}

void TestMailTrouble::reportsAnAnswerOtherThan250()
{
    QFETCH(QString, answer);
    start({s("--answer"), answer});
    const Exchange got = post(m_letter);
    QTEST(summary(got), "expected");
    QTEST(failureCause(got), "cause");
    QCOMPARE(got.responseHead, answer.toUtf8() + "\r\n");
    QVERIFY2(got.errorText.contains(answer), qPrintable(got.errorText));
    QVERIFY2(got.errorText.contains(s("127.0.0.1")), qPrintable(got.errorText));
}

void TestMailTrouble::namesTheRecipientThatWasRefused()
{
    start({s("--refuse-recipient"), s("gone@x.example"), s("550 5.1.1 No such user")});
    m_letter.recipients = {s("a@x.example"), s("gone@x.example"), s("c@x.example")};
    const Exchange got = post(m_letter);
    QCOMPARE(summary(got), s("rejected http 550"));
    QVERIFY2(got.errorText.contains(s("gone@x.example")), qPrintable(got.errorText));
    QVERIFY2(got.errorText.contains(s("No such user")), qPrintable(got.errorText));
    QCOMPARE(m_server->mails().size(), 0);
}

void TestMailTrouble::isInDoubtWhenTheAnswerIsLost()
{
    start({s("--after-mail"), s("close")});
    const Exchange got = post(m_letter);
    QCOMPARE(summary(got), s("in-doubt closed"));
    QVERIFY(got.timings.sent);
    QCOMPARE(m_server->mails().size(), 1);
}

void TestMailTrouble::isInDoubtWhenTheAnswerIsLate()
{
    start({s("--after-mail"), s("silence")});
    m_letter.total = 1500ms;
    const Exchange got = post(m_letter);
    QCOMPARE(summary(got), s("in-doubt timeout"));
    QVERIFY2(got.errorText.contains(s("1.5 s")), qPrintable(got.errorText));
}

void TestMailTrouble::isNotSentWhenNobodyGreets()
{
    start({s("--silent")});
    m_letter.total = 500ms;
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(summary(post(m_letter)), s("not-sent timeout"));
    QVERIFY(timer.elapsed() >= 500 && timer.elapsed() < 5000);
}

void TestMailTrouble::waitsForASlowGreetingLongerThanForAConnection()
{
    start({s("--slow-greeting"), s("1.5")});
    MailTransport transport;
    TransportResults results(transport);
    TransportRequest request = requestOf(m_letter);
    request.connectTimeout = 300ms;
    transport.send({request});
    QTRY_VERIFY_WITH_TIMEOUT(results.has(1), 15'000);
    QCOMPARE(summary(results[1]), s("delivered 250"));
}

void TestMailTrouble::givesUpConnecting()
{
    const DeafServer deaf;
    m_letter.server = plainServer(deaf.port());
    MailTransport transport;
    TransportResults results(transport);
    TransportRequest request = requestOf(m_letter);
    request.connectTimeout = 300ms;
    QElapsedTimer timer;
    timer.start();
    transport.send({request});
    QTRY_VERIFY_WITH_TIMEOUT(results.has(1), 10'000);
    QCOMPARE(summary(results[1]), s("not-sent connect-timeout"));
    QVERIFY2(results[1].errorText.contains(s("0.3 s")), qPrintable(results[1].errorText));
    QVERIFY(timer.elapsed() >= 300 && timer.elapsed() < 4000); // libcurl looks up once a second
}

void TestMailTrouble::saysThatNobodyListens()
{
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    m_letter.server = plainServer(gone.serverPort());
    gone.close();
    const Exchange got = post(m_letter);
    QCOMPARE(summary(got), s("not-sent refused"));
    QVERIFY2(got.errorText.contains(QString::number(m_letter.server.port)), qPrintable(got.errorText));
}

void TestMailTrouble::saysThatTheNameHasNoAddress()
{
    m_letter.server = plainServer(2525);
    m_letter.server.host = s("no-such-host.invalid");
    const Exchange got = post(m_letter);
    QCOMPARE(summary(got), s("not-sent dns"));
    QVERIFY2(got.errorText.contains(s("no-such-host.invalid")), qPrintable(got.errorText));
}

void TestMailTrouble::reportsWhatAServerSaysAtTheDoor_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QString>("expected");
    QTest::newRow("busy") << QByteArray("421 4.3.2 Too busy\r\n") << s("rejected http 421");
    QTest::newRow("no mail here") << QByteArray("554-We take\r\n554 no mail\r\n") << s("rejected http 554");
    QTest::newRow("hangs up") << QByteArray() << s("not-sent closed");
    QTest::newRow("HTTP") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n") << s("not-sent closed");
    QTest::newRow("another protocol") << QByteArray("300 hello\r\n") << s("not-sent protocol");
}

void TestMailTrouble::reportsWhatAServerSaysAtTheDoor()
{
    QFETCH(QByteArray, words);
    const Grump grump(words);
    m_letter.server = plainServer(grump.serverPort());
    const Exchange got = post(m_letter);
    QTEST(summary(got), "expected");
    QVERIFY(!got.errorText.isEmpty());
}

void TestMailTrouble::cancelsWhatRunsAndWhatWaits()
{
    start({s("--after-mail"), s("silence")});
    MailTransport transport;
    TransportResults results(transport);
    QList<TransportRequest> batch;
    for (quint64 ticket = 1; ticket <= 6; ++ticket)
        batch.append(requestOf(m_letter, ticket));
    transport.send(batch);
    QTRY_COMPARE(m_server->mails().size(), 4); // as many as there are threads
    transport.cancelAll();
    QTRY_COMPARE_WITH_TIMEOUT(results.reports, 6, 10'000);
    QHash<QString, int> counts;
    for (const Exchange &exchange : std::as_const(results.exchanges))
        ++counts[summary(exchange)];
    QCOMPARE(counts.value(s("in-doubt cancelled")), 4);
    QCOMPARE(counts.value(s("not-sent cancelled")), 2);
    QCOMPARE(m_server->mails().size(), 4);
}

void TestMailTrouble::reportsWhatIsUnderWayWhenItEnds()
{
    start({s("--silent")});
    auto transport = std::make_unique<MailTransport>();
    TransportResults results(*transport);
    transport->send({requestOf(m_letter, 1), requestOf(m_letter, 2)});
    transport.reset();
    QTRY_COMPARE(results.reports, 2);
    QCOMPARE(summary(results[1]), s("not-sent cancelled"));
}

void TestMailTrouble::sendsOnAfterACancellation()
{
    start({});
    MailTransport transport;
    TransportResults results(transport);
    transport.cancelAll();
    transport.send({requestOf(m_letter)});
    QTRY_VERIFY_WITH_TIMEOUT(results.has(1), 10'000);
    QCOMPARE(summary(results[1]), s("delivered 250"));
}

void TestMailTrouble::refusesARequestThatIsNoMail()
{
    MailTransport transport;
    TransportResults results(transport);
    TransportRequest request;
    request.ticket = 1;
    request.url = QUrl(s("https://example.org"));
    transport.send({request});
    QTRY_VERIFY(results.has(1));
    QCOMPARE(summary(results[1]), s("not-sent configuration"));
}

QTEST_GUILESS_MAIN(TestMailTrouble)
#include "tst_mailtrouble.moc"

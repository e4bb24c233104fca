// One attempt is one request on the wire, whatever the receiver does: counted at the receiver.
#include "core/receiver/receiver.h"
#include "core/transport/qnamtransport.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeresolver.h"
#include "tests/support/transportresults.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

using Action = ReceiverRule::Action;

Q_DECLARE_METATYPE(callboard::Outcome)
Q_DECLARE_METATYPE(callboard::ErrorClass)

class TestQnamResend : public QObject {
    Q_OBJECT

private slots:
    void init();
    void sendsOnceAndJudgesRight_data();
    void sendsOnceAndJudgesRight();
    void sendsOnceOnAConnectionThatWasGood_data();
    void sendsOnceOnAConnectionThatWasGood();

private:
    [[nodiscard]] TransportRequest request(const QByteArray &method, const QByteArray &body);

    FakeClock m_clock;
    FakeResolver m_resolver;
    std::unique_ptr<Receiver> m_receiver;
    quint64 m_ticket = 0;
};

void TestQnamResend::init()
{
    m_receiver = std::make_unique<Receiver>();
    QVERIFY(m_receiver->listen().has_value());
}

TransportRequest TestQnamResend::request(const QByteArray &method, const QByteArray &body)
{
    TransportRequest made;
    made.ticket = ++m_ticket;
    made.target = TargetId{1};
    made.url = QUrl(m_receiver->url() + QStringLiteral("/callback"));
    made.method = method;
    made.body = body;
    made.allowPrivate = true;
    made.totalTimeout = 10s;
    return made;
}

void TestQnamResend::sendsOnceAndJudgesRight_data()
{
    QTest::addColumn<int>("action");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<ErrorClass>("errorClass");

    const QList<std::tuple<const char *, Action, Outcome, ErrorClass>> receivers{
        {"answers", Action::Answer, Outcome::Delivered, ErrorClass::None},
        {"closes", Action::Close, Outcome::InDoubt, ErrorClass::Closed},
        {"resets", Action::Reset, Outcome::InDoubt, ErrorClass::Closed},
        {"sends part of a status", Action::PartialStatus, Outcome::InDoubt, ErrorClass::Closed},
        {"sends part of the headers", Action::PartialHeaders, Outcome::InDoubt, ErrorClass::Closed},
        {"sends half a body", Action::HalfBody, Outcome::Delivered, ErrorClass::None},
        {"sends garbage", Action::Garbage, Outcome::InDoubt, ErrorClass::Closed},
        {"answers and closes", Action::AnswerThenClose, Outcome::Delivered, ErrorClass::None}};
    const QList<std::tuple<const char *, QByteArray, QByteArray>> requests{
        {"POST", "POST", "{\"a\":1}"},
        {"PUT", "PUT", "{\"a\":1}"},
        {"GET", "GET", {}},
        {"empty POST", "POST", {}},
        {"300 kB POST", "POST", QByteArray(300'000, 'x')}};
    for (const auto &[does, action, outcome, errorClass] : receivers) {
        for (const auto &[name, method, body] : requests)
            QTest::addRow("%s, %s", name, does) << int(action) << method << body << outcome << errorClass;
    }
}

void TestQnamResend::sendsOnceAndJudgesRight()
{
    QFETCH(int, action);
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    QFETCH(Outcome, outcome);
    QFETCH(ErrorClass, errorClass);
    ReceiverRule rule;
    rule.action = static_cast<Action>(action);
    m_receiver->setRules({rule});

    QnamTransport transport(m_resolver, m_clock);
    TransportResults results(transport);
    const TransportRequest sent = request(method, body);
    transport.send({sent});
    QTRY_VERIFY(results.has(sent.ticket));

    const Exchange exchange = results[sent.ticket];
    QCOMPARE(m_receiver->count(), quint64(1));
    QCOMPARE(transport.hiddenResends(), quint64(0));
    QCOMPARE(m_receiver->requests().first().method, method);
    QCOMPARE(m_receiver->requests().first().body, body);
    QVERIFY2(exchange.outcome == outcome, qPrintable(exchange.errorText));
    QVERIFY2(exchange.errorClass == errorClass, qPrintable(exchange.errorText));
    QCOMPARE(exchange.truncated, rule.action == Action::HalfBody);
    QCOMPARE(exchange.status != 0, outcome == Outcome::Delivered);
    if (outcome == Outcome::InDoubt)
        QVERIFY(exchange.errorText.contains(QString::number(m_receiver->port())));
}

void TestQnamResend::sendsOnceOnAConnectionThatWasGood_data()
{
    QTest::addColumn<int>("action");
    QTest::newRow("closes") << int(Action::Close);
    QTest::newRow("resets") << int(Action::Reset);
}

void TestQnamResend::sendsOnceOnAConnectionThatWasGood()
{
    QFETCH(int, action);
    ReceiverRule good;
    good.times = 1;
    ReceiverRule bad;
    bad.action = static_cast<Action>(action);
    m_receiver->setRules({good, bad});

    QnamTransport transport(m_resolver, m_clock);
    TransportResults results(transport);
    const TransportRequest first = request("POST", "1");
    transport.send({first});
    QTRY_VERIFY(results.has(first.ticket));
    const TransportRequest second = request("POST", "2");
    transport.send({second});
    QTRY_VERIFY(results.has(second.ticket));

    QCOMPARE(toString(results[first.ticket].outcome), toString(Outcome::Delivered));
    QCOMPARE(toString(results[second.ticket].outcome), toString(Outcome::InDoubt));
    QCOMPARE(m_receiver->count(), quint64(2));
    QCOMPARE(transport.hiddenResends(), quint64(0));
}

QTEST_GUILESS_MAIN(TestQnamResend)
#include "tst_qnamresend.moc"

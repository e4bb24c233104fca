// The matrix of tst_qnamresend: one attempt is one request on the wire, whatever the built-in receiver does.
#include "core/receiver/receiver.h"
#include "core/transport/pipelinedtransport.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeresolver.h"
#include "tests/support/transportresults.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

using Action = ReceiverRule::Action;

Q_DECLARE_METATYPE(callboard::Outcome)
Q_DECLARE_METATYPE(callboard::ErrorClass)

class TestPipelinedResend : public QObject {
    Q_OBJECT

private slots:
    void sendsOnceAndJudgesRight_data();
    void sendsOnceAndJudgesRight();
};

void TestPipelinedResend::sendsOnceAndJudgesRight_data()
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
        // The status line is complete, and here it can be seen.
        {"sends part of the headers", Action::PartialHeaders, Outcome::Delivered, ErrorClass::None},
        {"sends half a body", Action::HalfBody, Outcome::Delivered, ErrorClass::None},
        {"sends garbage", Action::Garbage, Outcome::InDoubt, ErrorClass::Protocol},
        {"hangs", Action::Hang, Outcome::InDoubt, ErrorClass::Timeout},
        {"never ends its answer", Action::Endless, Outcome::Delivered, ErrorClass::None},
        {"drips", Action::Drip, Outcome::InDoubt, ErrorClass::Timeout},
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

void TestPipelinedResend::sendsOnceAndJudgesRight()
{
    QFETCH(int, action);
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    QFETCH(Outcome, outcome);
    QFETCH(ErrorClass, errorClass);
    FakeClock clock;
    FakeResolver resolver;
    Receiver receiver;
    QVERIFY(receiver.listen().has_value());
    ReceiverRule rule;
    rule.action = static_cast<Action>(action);
    receiver.setRules({rule});

    PipelinedTransport transport(resolver, clock);
    TransportResults results(transport);
    TransportRequest sent;
    sent.ticket = 1;
    sent.target = TargetId{1};
    sent.url = QUrl(receiver.url() + QStringLiteral("/callback"));
    sent.method = method;
    sent.body = body;
    sent.allowPrivate = true;
    sent.pipelining = true;
    sent.totalTimeout = 500ms;
    transport.send({sent});
    QTRY_VERIFY(results.has(1));

    QCOMPARE(receiver.count(), quint64(1));
    QCOMPARE(receiver.requests().first().method, method);
    QCOMPARE(receiver.requests().first().body, body);
    QVERIFY2(results[1].outcome == outcome, qPrintable(results[1].errorText));
    QVERIFY2(results[1].errorClass == errorClass, qPrintable(results[1].errorText));
    QCOMPARE(results[1].status != 0, outcome == Outcome::Delivered);
    if (outcome == Outcome::InDoubt)
        QVERIFY(results[1].errorText.contains(QString::number(receiver.port())));
}

QTEST_GUILESS_MAIN(TestPipelinedResend)
#include "tst_pipelinedresend.moc"

#include "tests/engine/enginebench.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;
using S = DeliveryState;

// What a pipelining transport reports of a connection that ended before its answers came.
class tst_EngineTails : public QObject {
    Q_OBJECT

private slots:
    void lostTailComesBackInOrderWithTheSameIds();
    void unprocessedTailGoesAgainAtOnce();
    void pipeliningTargetFillsItsConnections();
    void pipeliningTargetLeavesRoomForOthers();
    void untouchedTriesDoNotCount();
};

namespace {

Exchange ended(Tail tail, Outcome outcome)
{
    Exchange exchange;
    exchange.tail = tail;
    exchange.outcome = outcome;
    exchange.errorClass = ErrorClass::Closed;
    exchange.errorText = QStringLiteral("The connection ended before the answer came.");
    return exchange;
}

QByteArray idOf(const TransportRequest &request)
{
    for (const auto &[name, value] : request.headers) {
        if (name == "webhook-id")
            return value;
    }
    return {};
}

CallbackTarget pipelined()
{
    CallbackTarget target = plainTarget(QStringLiteral("fast"));
    target.pipelining = true;
    return target;
}

} // namespace

void tst_EngineTails::lostTailComesBackInOrderWithTheSameIds()
{
    EngineBench bench;
    bench.random = 0.93; // would spread them, were there jitter
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(pipelined()).isValid());
    bench.transport->limit = 8;
    for (int i = 1; i <= 4; ++i)
        QVERIFY(bench.emitEvents({published(QStringLiteral("a%1").arg(i), QStringLiteral("e%1").arg(i))}));
    QCOMPARE(bench.transport->sent.size(), 4);
    QByteArrayList ids;
    for (const TransportRequest &request : std::as_const(bench.transport->sent))
        ids.append(idOf(request));
    for (int i = 0; i < 4; ++i)
        bench.transport->report(i, ended(Tail::Lost, Outcome::InDoubt));
    bench.spin();
    QVERIFY(bench.row({1}).inDoubt);
    bench.advance(5s);
    QCOMPARE(bench.transport->sent.size(), 8);
    for (int i = 0; i < 4; ++i)
        QCOMPARE(idOf(bench.transport->sent[4 + i]), ids[i]);
}

void tst_EngineTails::unprocessedTailGoesAgainAtOnce()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(pipelined()).isValid());
    QVERIFY(bench.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1"))}));
    bench.answer(0, ended(Tail::Unprocessed, Outcome::NotSent));
    QCOMPARE(bench.transport->sent.size(), 2);
    QCOMPARE(idOf(bench.transport->sent[1]), idOf(bench.transport->sent[0]));
    bench.answer(1, 200);
    QCOMPARE(toString(bench.row({1}).delivery.state), toString(S::Delivered));
    QCOMPARE(bench.detail({1}).attempts.size(), 2);
}

void tst_EngineTails::pipeliningTargetFillsItsConnections()
{
    EngineBench bench;
    QVERIFY(bench.start());
    bench.transport->limit = 32;
    CallbackTarget target = pipelined();
    target.maxInFlight = 2; // not for pipelining
    QVERIFY(bench.addTarget(target).isValid());
    QList<MediaEvent> events;
    for (int i = 0; i < 40; ++i)
        events.append(published(QStringLiteral("a%1").arg(i), QStringLiteral("e%1").arg(i)));
    QVERIFY(bench.emitEvents(events));
    QCOMPARE(bench.transport->sent.size(), 32);
    QVERIFY(bench.transport->sent[0].pipelining);
    QCOMPARE(bench.transport->sent[0].pipelineDepth, 8);
}

void tst_EngineTails::pipeliningTargetLeavesRoomForOthers()
{
    EngineBench bench;
    QVERIFY(bench.start());
    bench.transport->limit = 1024;
    QVERIFY(bench.addTarget(pipelined()).isValid());
    QList<MediaEvent> events;
    for (int i = 0; i < 400; ++i)
        events.append(published(QStringLiteral("a%1").arg(i), QStringLiteral("e%1").arg(i)));
    QVERIFY(bench.emitEvents(events));
    QCOMPARE(bench.transport->sent.size(), 128);
}

void tst_EngineTails::untouchedTriesDoNotCount()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget target = pipelined();
    target.retry = {{5s}};
    QVERIFY(bench.addTarget(target).isValid());
    QVERIFY(bench.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1"))}));
    for (int i = 0; i < 3; ++i)
        bench.answer(i, ended(Tail::Unprocessed, Outcome::NotSent));
    bench.answer(3, 503); // the first that anybody looked at
    QCOMPARE(toString(bench.row({1}).delivery.state), toString(S::Retrying));
    bench.advance(5s);
    bench.answer(4, 503);
    QCOMPARE(toString(bench.row({1}).delivery.state), toString(S::Failed));
}

QTEST_GUILESS_MAIN(tst_EngineTails)
#include "tst_enginetails.moc"

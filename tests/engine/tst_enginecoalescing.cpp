#include "tests/engine/enginebench.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;
using S = DeliveryState;

// seeds/spark-media-callback.txt, line 22: one request per 60 seconds with the very latest information.
class tst_EngineCoalescing : public QObject {
    Q_OBJECT

private slots:
    void sendsTheLatestStateOnceAWindow();
    void windowIsHigherOrLowerWhereTheTargetSaysSo_data();
    void windowIsHigherOrLowerWhereTheTargetSaysSo();
    void nextWindowBeginsWithTheNextEvent();
    void assetsHaveWindowsOfTheirOwn();
    void windowOutlivesARestart();
    void clockStepDoesNotOpenTheWindow();
    void retryingStateIsSupersededByANewerOne();
    void heldOnesAbsorbToo();
    void whatIsUnderWayAbsorbsNothing();
    void failedOneGivesWayToTheStateThatCameMeanwhile();
};

namespace {

CallbackTarget sparkTarget()
{
    CallbackTarget target = sparkPreset();
    target.name = QStringLiteral("spark");
    target.url = QStringLiteral("https://spark.example/callback");
    target.retry = {{5min, 5min}};
    return target;
}

} // namespace

void tst_EngineCoalescing::sendsTheLatestStateOnceAWindow()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(sparkTarget()).isValid());
    for (int i = 1; i <= 14; ++i) {
        QVERIFY(bench.emitEvents({rated(QStringLiteral("556114"), QStringLiteral("e%1").arg(i), i)}));
        bench.advance(1s);
    }
    QCOMPARE(bench.transport->sent.size(), 0);
    QCOMPARE(bench.rows().size(), 1);
    QCOMPARE(toString(bench.row({1}).delivery.state), toString(S::Waiting));
    bench.advance(45'999ms);
    QCOMPARE(bench.transport->sent.size(), 0);
    bench.advance(1ms);
    QCOMPARE(bench.transport->sent.size(), 1);
    QVERIFY(bench.transport->sent[0].body.contains("<votecount>14</votecount>"));
    bench.answer(0, 200);
    QCOMPARE(bench.row({1}).delivery.merged, 13);
    QCOMPARE(bench.detail({1}).events.size(), 14);
    QCOMPARE(bench.ledger().accepted, 14);
    QCOMPARE(bench.ledger().outcomes, 14);
    QCOMPARE(bench.ledger().unexplained, 0);
}

void tst_EngineCoalescing::windowIsHigherOrLowerWhereTheTargetSaysSo_data()
{
    QTest::addColumn<int>("seconds");
    QTest::newRow("lower") << 10;
    QTest::newRow("higher") << 300;
}

void tst_EngineCoalescing::windowIsHigherOrLowerWhereTheTargetSaysSo()
{
    QFETCH(int, seconds);
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget target = sparkTarget();
    target.coalesceWindow = std::chrono::seconds(seconds);
    QVERIFY(bench.addTarget(target).isValid());
    QVERIFY(bench.emitEvents({rated(QStringLiteral("f"), QStringLiteral("e1"), 1)}));
    bench.advance(target.coalesceWindow - 1ms);
    QVERIFY(bench.emitEvents({rated(QStringLiteral("f"), QStringLiteral("e2"), 2)}));
    QCOMPARE(bench.transport->sent.size(), 0);
    bench.advance(1ms);
    QCOMPARE(bench.transport->sent.size(), 1);
    QVERIFY(bench.transport->sent[0].body.contains("<votecount>2</votecount>"));
}

void tst_EngineCoalescing::nextWindowBeginsWithTheNextEvent()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(sparkTarget()).isValid());
    QVERIFY(bench.emitEvents({rated(QStringLiteral("f"), QStringLiteral("e1"), 1)}));
    bench.advance(60s);
    bench.answer(0, 200);
    bench.advance(5s);
    QVERIFY(bench.emitEvents({rated(QStringLiteral("f"), QStringLiteral("e2"), 2)}));
    bench.advance(59s);
    QCOMPARE(bench.transport->sent.size(), 1);
    bench.advance(1s);
    QCOMPARE(bench.transport->sent.size(), 2);
}

void tst_EngineCoalescing::assetsHaveWindowsOfTheirOwn()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(sparkTarget()).isValid());
    QVERIFY(bench.emitEvents({rated(QStringLiteral("f"), QStringLiteral("e1"), 1)}));
    bench.advance(30s);
    QVERIFY(bench.emitEvents({rated(QStringLiteral("g"), QStringLiteral("e2"), 1)}));
    bench.advance(30s);
    QCOMPARE(bench.transport->sent.size(), 1);
    bench.advance(30s);
    QCOMPARE(bench.transport->sent.size(), 2);
}

void tst_EngineCoalescing::windowOutlivesARestart()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(sparkTarget()).isValid());
    QVERIFY(bench.emitEvents({rated(QStringLiteral("f"), QStringLiteral("e1"), 1)}));
    bench.advance(20s);
    bench.restart();
    QVERIFY(bench.emitEvents({rated(QStringLiteral("f"), QStringLiteral("e2"), 2)}));
    bench.advance(39s);
    QCOMPARE(bench.transport->sent.size(), 0);
    bench.advance(1s);
    QCOMPARE(bench.transport->sent.size(), 1);
    QVERIFY(bench.transport->sent[0].body.contains("<votecount>2</votecount>"));
}

void tst_EngineCoalescing::clockStepDoesNotOpenTheWindow()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(sparkTarget()).isValid());
    QVERIFY(bench.emitEvents({rated(QStringLiteral("f"), QStringLiteral("e1"), 1)}));
    bench.clock.stepWall(3h);
    bench.advance(59s);
    QCOMPARE(bench.transport->sent.size(), 0);
    bench.clock.stepWall(-6h);
    bench.advance(1s);
    QCOMPARE(bench.transport->sent.size(), 1);
}

void tst_EngineCoalescing::retryingStateIsSupersededByANewerOne()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(sparkTarget()).isValid());
    QVERIFY(bench.emitEvents({rated(QStringLiteral("f"), QStringLiteral("e1"), 1)}));
    bench.advance(60s);
    bench.answer(0, 503);
    QVERIFY(bench.emitEvents({rated(QStringLiteral("f"), QStringLiteral("e2"), 2)}));
    QCOMPARE(toString(bench.row({1}).delivery.state), toString(S::Cancelled));
    QCOMPARE(bench.row({1}).delivery.supersededBy, DeliveryId{2});
    bench.advance(60s);
    QCOMPARE(bench.transport->sent.size(), 2);
    QVERIFY(bench.transport->sent[1].body.contains("<votecount>2</votecount>"));
    bench.answer(1, 200);
    bench.advance(10min);
    QCOMPARE(bench.transport->sent.size(), 2);
    QCOMPARE(bench.ledger().unexplained, 0);
}

void tst_EngineCoalescing::heldOnesAbsorbToo()
{
    EngineBench bench;
    QVERIFY(bench.start());
    const TargetId id = bench.addTarget(sparkTarget());
    QVERIFY(bench.order<CallbackTarget>(
        [&](Orders &orders) { return orders.setTargetState(id, TargetState::Paused, {}); }));
    QVERIFY(bench.emitEvents(
        {rated(QStringLiteral("f"), QStringLiteral("e1"), 1), rated(QStringLiteral("f"), QStringLiteral("e2"), 2)}));
    QCOMPARE(bench.rows().size(), 1);
    bench.advance(1h);
    QCOMPARE(toString(bench.row({1}).delivery.state), toString(S::Held));
    QVERIFY(bench.order<CallbackTarget>(
        [&](Orders &orders) { return orders.setTargetState(id, TargetState::Enabled, {}); }));
    QCOMPARE(bench.transport->sent.size(), 1);
    QVERIFY(bench.transport->sent[0].body.contains("<votecount>2</votecount>"));
}

void tst_EngineCoalescing::whatIsUnderWayAbsorbsNothing()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(sparkTarget()).isValid());
    QVERIFY(bench.emitEvents({rated(QStringLiteral("f"), QStringLiteral("e1"), 1)}));
    bench.advance(60s);
    QVERIFY(bench.emitEvents({rated(QStringLiteral("f"), QStringLiteral("e2"), 2)}));
    QCOMPARE(bench.rows().size(), 2);
    bench.advance(60s);
    QCOMPARE(bench.transport->sent.size(), 1); // one at a time for each asset
    bench.answer(0, 200);
    QCOMPARE(bench.transport->sent.size(), 2);
}

void tst_EngineCoalescing::failedOneGivesWayToTheStateThatCameMeanwhile()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget target = sparkTarget();
    target.urgent = {Trigger::Rating};
    QVERIFY(bench.addTarget(target).isValid());
    QVERIFY(bench.emitEvents({rated(QStringLiteral("f"), QStringLiteral("e1"), 1)}));
    QCOMPARE(bench.transport->sent.size(), 1);
    QVERIFY(bench.emitEvents({rated(QStringLiteral("f"), QStringLiteral("e2"), 2)})); // waits behind the first
    QCOMPARE(bench.transport->sent.size(), 1);
    bench.answer(0, 503);
    QCOMPARE(toString(bench.row({1}).delivery.state), toString(S::Cancelled));
    QVERIFY(bench.row({1}).delivery.supersededBy == DeliveryId{2});
    QCOMPARE(bench.transport->sent.size(), 2);
    QVERIFY(bench.transport->sent[1].body.contains("<votecount>2</votecount>"));
    QCOMPARE(bench.ledger().unexplained, 0);
}

QTEST_GUILESS_MAIN(tst_EngineCoalescing)
#include "tst_enginecoalescing.moc"

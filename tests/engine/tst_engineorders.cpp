#include "tests/engine/enginebench.h"

#include <QTest>

#include <chrono>

using namespace callboard;
using namespace std::chrono_literals;
using S = DeliveryState;

class tst_EngineOrders : public QObject {
    Q_OBJECT

private slots:
    void pausedHoldsAndResumeSends();
    void disabledWantsNothingNew();
    void replayIsANewDeliveryOfTheSameEvent();
    void replayGoesOutWhileTheTargetIsPaused();
    void replayOfWhatIsUnderWayIsRefused();
    void removedTargetCancelsWhatItIsOwed();
    void whatFailsAfterItsTargetWasRemovedIsCancelled();
    void targetHandedToTheEncoderIsNotSentAnyMore();
    void cancelAndRetryNow();
    void nameTakenChangesNothing();
};

void tst_EngineOrders::pausedHoldsAndResumeSends()
{
    EngineBench bench;
    QVERIFY(bench.start());
    const TargetId id = bench.addTarget(plainTarget(QStringLiteral("cms")));
    const auto become = [&](TargetState state) {
        return bench.order<CallbackTarget>([&](Orders &orders) { return orders.setTargetState(id, state, {}); });
    };
    QVERIFY(become(TargetState::Paused));
    QVERIFY(bench.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1"))}));
    QCOMPARE(toString(bench.row({1}).delivery.state), toString(S::Held));
    QCOMPARE(bench.transport->sent.size(), 0);
    QVERIFY(become(TargetState::Enabled));
    QCOMPARE(bench.transport->sent.size(), 1);
    bench.answer(0, 204);
    QCOMPARE(toString(bench.row({1}).delivery.state), toString(S::Delivered));
}

void tst_EngineOrders::disabledWantsNothingNew()
{
    EngineBench bench;
    QVERIFY(bench.start());
    const TargetId id = bench.addTarget(plainTarget(QStringLiteral("cms")));
    QVERIFY(bench.order<CallbackTarget>(
        [&](Orders &orders) { return orders.setTargetState(id, TargetState::Disabled, {}); }));
    QVERIFY(bench.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1"))}));
    QCOMPARE(bench.rows().size(), 0);
    QCOMPARE(bench.ledger().unexplained, 0);
}

void tst_EngineOrders::replayIsANewDeliveryOfTheSameEvent()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget target = plainTarget(QStringLiteral("cms"));
    target.retry = {};
    const TargetId id = bench.addTarget(target);
    QVERIFY(bench.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1"))}));
    bench.answer(0, 404);
    QCOMPARE(toString(bench.row({1}).delivery.state), toString(S::Failed));
    auto mended = (*WorkspaceReader::open(bench.workspace()))->target(QString::number(id.value)).value();
    mended.url = QStringLiteral("https://cms.example/right");
    QVERIFY(bench.order<CallbackTarget>([&](Orders &orders) { return orders.saveTarget(mended); }));
    const auto made = bench.order<QList<DeliveryId>>([](Orders &orders) { return orders.replay({DeliveryId{1}}); });
    QVERIFY(made);
    QCOMPARE(*made, QList<DeliveryId>{DeliveryId{2}});
    QCOMPARE(bench.transport->sent.size(), 2);
    QCOMPARE(bench.transport->sent[1].url.path(), QStringLiteral("/right"));
    QCOMPARE(bench.transport->sent[1].body, bench.transport->sent[0].body);
    bench.answer(1, 200);
    const DeliveryDetail replay = bench.detail({2});
    QCOMPARE(toString(replay.row.delivery.state), toString(S::Delivered));
    QCOMPARE(replay.row.delivery.replayOf, DeliveryId{1});
    QCOMPARE(replay.events.size(), 1);
    QCOMPARE(toString(bench.row({1}).delivery.state), toString(S::Failed)); // history is not rewritten
    QCOMPARE(bench.detail({1}).replays, QList<DeliveryId>{DeliveryId{2}});
    QCOMPARE(bench.ledger().unexplained, 0);
}

void tst_EngineOrders::replayGoesOutWhileTheTargetIsPaused()
{
    EngineBench bench;
    QVERIFY(bench.start());
    const TargetId id = bench.addTarget(plainTarget(QStringLiteral("cms")));
    QVERIFY(bench.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1"))}));
    bench.answer(0, 200);
    QVERIFY(bench.order<CallbackTarget>(
        [&](Orders &orders) { return orders.setTargetState(id, TargetState::Paused, {}); }));
    QVERIFY(bench.order<QList<DeliveryId>>([](Orders &orders) { return orders.replay({DeliveryId{1}}); }));
    QCOMPARE(bench.transport->sent.size(), 2);
    bench.answer(1, 500);
    QCOMPARE(toString(bench.row({2}).delivery.state), toString(S::Failed)); // one try, no schedule
}

void tst_EngineOrders::replayOfWhatIsUnderWayIsRefused()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(plainTarget(QStringLiteral("cms"))).isValid());
    QVERIFY(bench.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1"))}));
    const auto refused = bench.order<QList<DeliveryId>>([](Orders &orders) { return orders.replay({DeliveryId{1}}); });
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    const auto unknown = bench.order<QList<DeliveryId>>([](Orders &orders) { return orders.replay({DeliveryId{99}}); });
    QCOMPARE(unknown.error().code, ErrorCode::NotFound);
    QCOMPARE(bench.rows().size(), 1);
}

void tst_EngineOrders::removedTargetCancelsWhatItIsOwed()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget target = plainTarget(QStringLiteral("cms"));
    target.maxInFlight = 1;
    const TargetId id = bench.addTarget(target);
    QVERIFY(bench.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1")),
                              published(QStringLiteral("a2"), QStringLiteral("e2"))}));
    QVERIFY(bench.order<TargetId>([&](Orders &orders) { return orders.removeTarget(id); }));
    QCOMPARE(toString(bench.row({2}).delivery.state), toString(S::Cancelled));
    bench.answer(0, 200);
    QCOMPARE(toString(bench.row({1}).delivery.state), toString(S::Delivered));
    QVERIFY(bench.addTarget(plainTarget(QStringLiteral("cms"))).isValid()); // the name is free again
    QCOMPARE(bench.ledger().unexplained, 0);
}

void tst_EngineOrders::whatFailsAfterItsTargetWasRemovedIsCancelled()
{
    EngineBench bench;
    QVERIFY(bench.start());
    const TargetId id = bench.addTarget(plainTarget(QStringLiteral("cms")));
    QVERIFY(bench.emitEvents({published(QStringLiteral("a"), QStringLiteral("e1"))}));
    QVERIFY(bench.order<TargetId>([&](Orders &orders) { return orders.removeTarget(id); }));
    bench.answer(0, 503);
    QCOMPARE(toString(bench.row({1}).delivery.state), QStringLiteral("cancelled"));
    QCOMPARE(bench.ledger().unexplained, 0);
}

void tst_EngineOrders::targetHandedToTheEncoderIsNotSentAnyMore()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget target = plainTarget(QStringLiteral("cms"));
    const TargetId id = bench.addTarget(target);
    QVERIFY(bench.emitEvents({published(QStringLiteral("a"), QStringLiteral("e1"))}));
    bench.answer(0, 503);
    target.id = id;
    target.revision = 1;
    target.source = CallbackSource::Encoder;
    QVERIFY(bench.order<CallbackTarget>([&](Orders &orders) { return orders.saveTarget(target); }));
    bench.advance(std::chrono::hours(1));
    QCOMPARE(bench.transport->sent.size(), 1);
    QCOMPARE(toString(bench.row({1}).delivery.state), QStringLiteral("held"));
    const auto replay = bench.order<QList<DeliveryId>>([](Orders &orders) { return orders.replay({DeliveryId{1}}); });
    QVERIFY(replay.error().code == ErrorCode::Conflict);
}

void tst_EngineOrders::cancelAndRetryNow()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(plainTarget(QStringLiteral("cms"))).isValid());
    QVERIFY(bench.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1")),
                              published(QStringLiteral("a2"), QStringLiteral("e2"))}));
    bench.answer(0, 500);
    bench.answer(1, 500);
    QCOMPARE(bench.order<int>([](Orders &orders) { return orders.cancel({DeliveryId{1}}); }).value_or(-1), 1);
    QCOMPARE(toString(bench.row({1}).delivery.state), toString(S::Cancelled));
    QCOMPARE(bench.order<int>([](Orders &orders) {
                      return orders.retryNow({DeliveryId{1}, DeliveryId{2}});
                  })
                 .value_or(-1),
             1);
    QCOMPARE(bench.transport->sent.size(), 3);
}

void tst_EngineOrders::nameTakenChangesNothing()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(plainTarget(QStringLiteral("cms"))).isValid());
    CallbackTarget second = plainTarget(QStringLiteral("other"));
    second.name = QStringLiteral("CMS");
    const auto refused = bench.order<CallbackTarget>([&](Orders &orders) { return orders.saveTarget(second); });
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NameTaken);
    QCOMPARE((*WorkspaceReader::open(bench.workspace()))->targets().size(), 1);
}

QTEST_GUILESS_MAIN(tst_EngineOrders)
#include "tst_engineorders.moc"

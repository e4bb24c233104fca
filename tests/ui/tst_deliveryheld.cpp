// What can be done about a delivery that an open circuit holds.
#include "tests/ui/deliverybench.h"

#include <QPushButton>

using namespace callboard;

class TestDeliveryHeld : public QObject {
    Q_OBJECT

private slots:
    void anOpenCircuitCanBeTriedFromItsDelivery();
    void aTargetThatWasPausedSinceIsNotTried();
};

namespace {

void hold(fakes::DeliveryBench &bench, TargetState state)
{
    DeliveryRow row = fakes::row(1, DeliveryState::Held, bench.clock);
    row.delivery.error = QStringLiteral("Its circuit is open: 9 of the last 12 attempts failed.");
    bench.source.put(row);
    bench.source.put(fakes::row(2, DeliveryState::Retrying, bench.clock));
    CallbackTarget target;
    target.id = row.delivery.target;
    target.name = row.targetName;
    target.state = state;
    bench.source.targetList = {target};
}

} // namespace

void TestDeliveryHeld::anOpenCircuitCanBeTriedFromItsDelivery()
{
    fakes::DeliveryBench bench;
    hold(bench, TargetState::Enabled);
    bench.start();
    bench.table->selectDelivery(DeliveryId{1});
    auto *button = bench.child<QPushButton>("retryNowButton");
    QTRY_VERIFY(button->isVisible());
    QCOMPARE(button->text(), QStringLiteral("Try now"));
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(bench.engine.states.size(), 1);
    QCOMPARE(bench.engine.states.first().first, TargetId{1});
    QVERIFY(bench.engine.states.first().second == TargetState::Enabled);
    bench.table->selectDelivery(DeliveryId{2});
    QTRY_COMPARE(button->text(), QStringLiteral("Retry now"));
}

void TestDeliveryHeld::aTargetThatWasPausedSinceIsNotTried()
{
    fakes::DeliveryBench bench;
    hold(bench, TargetState::Enabled);
    bench.start();
    bench.table->selectDelivery(DeliveryId{1});
    auto *button = bench.child<QPushButton>("retryNowButton");
    QTRY_VERIFY(button->isVisible());
    bench.source.targetList.first().state = TargetState::Paused;
    EngineChange change;
    change.targets = true;
    emit bench.engine.changed(change);
    QTRY_VERIFY(!button->isVisible());
    QVERIFY(bench.engine.states.isEmpty());
}

QTEST_MAIN(TestDeliveryHeld)
#include "tst_deliveryheld.moc"

#include "tests/engine/enginebench.h"

#include "core/domain/targethealth.h"
#include "core/store/sql/database.h"
#include "core/store/tables/healthstore.h"

#include <QTest>

#include <chrono>

using namespace callboard;
using namespace std::chrono_literals;
using S = DeliveryState;

class tst_EngineLimits : public QObject {
    Q_OBJECT

private slots:
    void rateIsKept();
    void failingTargetIsSparedAndNothingIsLost();
    void failedProbeWaitsLonger();
    void openCircuitOutlivesTheProgram();
    void replayGoesPastAnOpenCircuit();
    void savingATargetClosesItsCircuit();
    void retryAfterSilencesTheWholeTarget();
    void targetThatHangsLeavesPlacesForOthers();
    void manyAreHeldAndReleasedInSteps();
    void targetThatOnlyFailsIsPausedAfterFiveDays();
    void faultOfTheStoreGivesPlacesAndProbesBack();
    void removalThatFailsLeavesTheCircuitOpen();
    void changeThatFailsLeavesTheCircuitOpen();
    void changeThatFailsLeavesTheRateAsItWas();
    void dueWhileTheEngineWasBusyIsNotForgotten();

private:
    static void failCommits(EngineBench &bench, const bool &failing)
    {
        bench.storeFault = [&failing](const QString &sql) -> std::optional<Error> {
            if (failing && sql == QLatin1String("COMMIT"))
                return Error{ErrorCode::StoreUnavailable, QStringLiteral("disk full")};
            return std::nullopt;
        };
    }
    static QList<MediaEvent> events(int count, const QString &prefix = QStringLiteral("a"))
    {
        QList<MediaEvent> events;
        for (int i = 0; i < count; ++i) {
            const QString name = QStringLiteral("%1%2").arg(prefix).arg(i);
            events.append(published(name, name));
        }
        return events;
    }
    static int count(const EngineBench &bench, S state)
    {
        return int(std::ranges::count_if(bench.rows(),
                                         [state](const DeliveryRow &row) { return row.delivery.state == state; }));
    }
    // Lets ten attempts fail, so that the circuit opens.
    static void breakTarget(EngineBench &bench)
    {
        QVERIFY(bench.emitEvents(events(10, QStringLiteral("broken"))));
        for (qsizetype i = 0; i < 10; ++i)
            bench.answer(i, 503);
        QCOMPARE(bench.transport->sent.size(), 10);
    }
};

void tst_EngineLimits::rateIsKept()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget target = plainTarget(QStringLiteral("cms"));
    target.rate = {10, 1s};
    QVERIFY(bench.addTarget(target).isValid());
    QVERIFY(bench.emitEvents(events(30)));
    QCOMPARE(bench.transport->sent.size(), 1);
    for (int step = 1; step <= 29; ++step) {
        bench.answer(bench.transport->sent.size() - 1, 200);
        bench.advance(100ms);
        QCOMPARE(bench.transport->sent.size(), 1 + step);
    }
}

void tst_EngineLimits::failingTargetIsSparedAndNothingIsLost()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(plainTarget(QStringLiteral("cms"))).isValid());
    breakTarget(bench);
    bench.advance(10ms);
    QCOMPARE(count(bench, S::Held), 10);
    QVERIFY2(bench.rows().first().delivery.error.contains(QLatin1String("10 of the last 10 attempts failed")),
             qPrintable(bench.rows().first().delivery.error));
    QVERIFY(bench.emitEvents(events(5, QStringLiteral("later"))));
    QCOMPARE(count(bench, S::Held), 15);
    bench.advance(29s);
    QCOMPARE(bench.transport->sent.size(), 10);
    bench.advance(1s); // a probe, alone
    QCOMPARE(bench.transport->sent.size(), 11);
    bench.answer(10, 200);
    for (int i = 0; i < 20 && count(bench, S::Delivered) < 15; ++i) {
        bench.advance(1s);
        for (qsizetype sent = 11; sent < bench.transport->sent.size(); ++sent)
            bench.answer(sent, 200);
    }
    QCOMPARE(count(bench, S::Delivered), 15);
    QCOMPARE(bench.ledger().unexplained, 0);
}

void tst_EngineLimits::failedProbeWaitsLonger()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(plainTarget(QStringLiteral("cms"))).isValid());
    breakTarget(bench);
    bench.advance(30s);
    QCOMPARE(bench.transport->sent.size(), 11);
    bench.answer(10, 503);
    bench.advance(59s);
    QCOMPARE(bench.transport->sent.size(), 11);
    bench.advance(1s);
    QCOMPARE(bench.transport->sent.size(), 12);
}

void tst_EngineLimits::openCircuitOutlivesTheProgram()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(plainTarget(QStringLiteral("cms"))).isValid());
    breakTarget(bench);
    bench.advance(10ms);
    bench.restart();
    QCOMPARE(bench.transport->sent.size(), 1); // one probe at once, the others are held still
    QCOMPARE(count(bench, S::Held), 9);
    bench.answer(0, 200);
    bench.advance(10s); // their next try was due by then
    QVERIFY(bench.transport->sent.size() > 1);
}

void tst_EngineLimits::replayGoesPastAnOpenCircuit()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(plainTarget(QStringLiteral("cms"))).isValid());
    breakTarget(bench);
    bench.advance(10ms);
    const DeliveryId id = bench.rows().first().delivery.id;
    QVERIFY(bench.order<QList<DeliveryId>>([id](Orders &orders) { return orders.replay({id}); }));
    QCOMPARE(bench.transport->sent.size(), 11);
}

void tst_EngineLimits::savingATargetClosesItsCircuit()
{
    EngineBench bench;
    QVERIFY(bench.start());
    const TargetId id = bench.addTarget(plainTarget(QStringLiteral("cms")));
    breakTarget(bench);
    bench.advance(10ms);
    QCOMPARE(count(bench, S::Held), 10);
    QVERIFY(bench.emitEvents({published(QStringLiteral("late"), QStringLiteral("late"))}));
    QVERIFY2(isOpenCircuitReason(bench.rows().first().delivery.error), qPrintable(bench.rows().first().delivery.error));
    QVERIFY(bench.order<CallbackTarget>(
        [id](Orders &orders) { return orders.setTargetState(id, TargetState::Enabled, {}); }));
    QCOMPARE(count(bench, S::Held), 0);
    auto db = Database::open(bench.workspace(), Database::Access::Read).value();
    QVERIFY(HealthStore(*db).all().value().isEmpty());
    bench.advance(5min);
    QVERIFY(bench.transport->sent.size() > 10);
}

void tst_EngineLimits::retryAfterSilencesTheWholeTarget()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(plainTarget(QStringLiteral("cms"))).isValid());
    QVERIFY(bench.emitEvents(events(1)));
    Exchange busy;
    busy.outcome = Outcome::Rejected;
    busy.errorClass = ErrorClass::Status;
    busy.status = 429;
    busy.retryAfter = 60s;
    bench.answer(0, busy);
    QVERIFY(bench.emitEvents(events(3, QStringLiteral("later"))));
    bench.advance(59s);
    QCOMPARE(bench.transport->sent.size(), 1);
    bench.advance(1s);
    QVERIFY(bench.transport->sent.size() > 1);
}

void tst_EngineLimits::targetThatHangsLeavesPlacesForOthers()
{
    EngineBench bench;
    QVERIFY(bench.start());
    bench.transport->limit = 8;
    for (int i = 0; i < 99; ++i)
        QVERIFY(bench.addTarget(plainTarget(QStringLiteral("hangs%1").arg(i))).isValid());
    QVERIFY(bench.emitEvents(events(20)));
    QVERIFY(bench.transport->sent.size() <= kMostInFlight);
    const TargetId healthy = bench.addTarget(plainTarget(QStringLiteral("healthy")));
    for (int i = 0; i < 5; ++i) {
        const QString name = QStringLiteral("late%1").arg(i);
        QVERIFY(bench.emitEvents({published(name, name)}));
        const auto sent = std::ranges::find_if(bench.transport->sent, [&](const TransportRequest &request) {
            return request.target == healthy && request.body.contains(name.toUtf8());
        });
        QVERIFY2(sent != bench.transport->sent.end(), qPrintable(name));
        bench.answer(std::distance(bench.transport->sent.begin(), sent), 200);
    }
    QVERIFY(bench.transport->sent.size() <= kMostInFlight + 5);
}

void tst_EngineLimits::manyAreHeldAndReleasedInSteps()
{
    EngineBench bench;
    QVERIFY(bench.start());
    const TargetId id = bench.addTarget(plainTarget(QStringLiteral("cms")));
    constexpr int kMany = 2600;
    QVERIFY(bench.emitEvents(events(kMany)));
    const auto counts = [&bench] { return (*WorkspaceReader::open(bench.workspace()))->counts().value(); };
    const auto under = bench.transport->sent.size();
    QVERIFY(bench.order<CallbackTarget>(
        [id](Orders &orders) { return orders.setTargetState(id, TargetState::Paused, {}); }));
    QVERIFY(counts().held < kMany - under); // not all in one transaction
    for (int i = 0; i < 10; ++i)
        bench.advance(1ms);
    QCOMPARE(counts().held, kMany - under);
    for (qsizetype i = 0; i < under; ++i)
        bench.answer(i, 200);
    QCOMPARE(bench.transport->sent.size(), under);
    QVERIFY(bench.order<CallbackTarget>(
        [id](Orders &orders) { return orders.setTargetState(id, TargetState::Enabled, {}); }));
    QCOMPARE(bench.transport->sent.size(), under + 1); // slowly at first
    for (qsizetype sent = under; sent < bench.transport->sent.size(); ++sent)
        bench.answer(sent, 200);
    for (int i = 0; i < 10; ++i)
        bench.advance(1ms);
    for (qsizetype sent = under; sent < bench.transport->sent.size(); ++sent)
        bench.answer(sent, 200);
    QCOMPARE(counts().delivered, kMany);
    QCOMPARE(bench.ledger().unexplained, 0);
}

void tst_EngineLimits::targetThatOnlyFailsIsPausedAfterFiveDays()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget target = plainTarget(QStringLiteral("cms"));
    target.retry = RetryPolicy::parse(QStringLiteral("24h,24h,24h,24h,24h,24h,24h")).value();
    const TargetId id = bench.addTarget(target);
    QVERIFY(bench.emitEvents(events(1)));
    bench.answer(0, 503);
    for (qsizetype day = 1; day <= 5; ++day) {
        bench.advance(24h);
        QCOMPARE(bench.transport->sent.size(), day + 1);
        bench.answer(day, 503);
    }
    const auto now = (*WorkspaceReader::open(bench.workspace()))->target(QString::number(id.value)).value();
    QVERIFY(now.state == TargetState::Paused);
    QVERIFY2(now.stateReason.contains(QLatin1String("five days")), qPrintable(now.stateReason));
    QCOMPARE(count(bench, S::Held), 1);
}

void tst_EngineLimits::faultOfTheStoreGivesPlacesAndProbesBack()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(plainTarget(QStringLiteral("cms"))).isValid());
    breakTarget(bench);
    bench.advance(10ms);
    bool failing = true;
    failCommits(bench, failing);
    bench.advance(30s); // the probe's transaction fails
    QCOMPARE(bench.transport->sent.size(), 10);
    failing = false;
    bench.advance(1s);
    QCOMPARE(bench.transport->sent.size(), 11);
    bench.answer(10, 200);
    for (int i = 0; i < 10; ++i) {
        bench.advance(1s);
        for (qsizetype sent = 11; sent < bench.transport->sent.size(); ++sent)
            bench.answer(sent, 200);
    }
    QCOMPARE(count(bench, S::Delivered), 10);
    QCOMPARE(bench.ledger().unexplained, 0);
}

void tst_EngineLimits::removalThatFailsLeavesTheCircuitOpen()
{
    EngineBench bench;
    QVERIFY(bench.start());
    const TargetId id = bench.addTarget(plainTarget(QStringLiteral("cms")));
    breakTarget(bench);
    bench.advance(10ms);
    bool failing = true;
    failCommits(bench, failing);
    QVERIFY(!bench.order<TargetId>([id](Orders &orders) { return orders.removeTarget(id); }));
    failing = false;
    QVERIFY(bench.emitEvents(events(1)));
    bench.advance(10s);
    QCOMPARE(bench.transport->sent.size(), 10); // no probe is due yet
    QCOMPARE(count(bench, S::Held), 11);
}

void tst_EngineLimits::changeThatFailsLeavesTheCircuitOpen()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget target = plainTarget(QStringLiteral("cms"));
    target.id = bench.addTarget(target);
    breakTarget(bench);
    bench.advance(10ms);
    bool failing = true;
    failCommits(bench, failing);
    target.name = QStringLiteral("mended");
    QVERIFY(!bench.order<CallbackTarget>([&target](Orders &orders) { return orders.saveTarget(target); }));
    failing = false;
    QVERIFY(bench.emitEvents(events(1)));
    bench.advance(10s);
    QCOMPARE(bench.transport->sent.size(), 10); // no probe is due yet
    QCOMPARE(count(bench, S::Held), 11);
}

// Without a rate and with it again, all within a transaction that fails: the bucket is not full because of it.
void tst_EngineLimits::changeThatFailsLeavesTheRateAsItWas()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget target = plainTarget(QStringLiteral("cms"));
    target.rate = {1, 1s};
    target.id = bench.addTarget(target);
    QVERIFY(bench.emitEvents(events(2)));
    QCOMPARE(bench.transport->sent.size(), 1);
    bool failing = true;
    failCommits(bench, failing);
    CallbackTarget unlimited = target;
    unlimited.rate = {};
    QVERIFY(!bench.order<CallbackTarget>([&](Orders &orders) { return orders.saveTarget(unlimited); }));
    failing = false;
    bench.answer(0, 200);
    bench.advance(100ms);
    QCOMPARE(bench.transport->sent.size(), 1);
    bench.advance(1s);
    QCOMPARE(bench.transport->sent.size(), 2);
}

// A window that ends between the look at the store and the setting of the timer must not wait for something else.
void tst_EngineLimits::dueWhileTheEngineWasBusyIsNotForgotten()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget target = plainTarget(QStringLiteral("cms"));
    target.coalesceWindow = 1s;
    QVERIFY(bench.addTarget(target).isValid());
    QVERIFY(bench.emitEvents(events(1)));
    bench.clock.advance(1s); // due, and nobody has looked yet
    QVERIFY(bench.emitEvents({rated(QStringLiteral("other"), QStringLiteral("o1"), 3)}));
    QTRY_COMPARE(bench.transport->sent.size(), 1); // by the engine's own timer
}

QTEST_GUILESS_MAIN(tst_EngineLimits)
#include "tst_enginelimits.moc"

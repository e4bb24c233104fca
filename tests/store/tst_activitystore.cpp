#include "core/store/tables/activitystore.h"
#include "core/store/workspacereader.h"
#include "tests/store/historybench.h"

#include <QRandomGenerator>

using namespace callboard;
using namespace std::chrono_literals;
using S = DeliveryState;
using W = ActivityWidth;

namespace {

const QString kAsset = QStringLiteral("asset-1");

} // namespace

class tst_ActivityStore : public QObject {
    Q_OBJECT

private slots:
    void figuresBalanceWithTheTablesAfterARandomStory();
    void aRolledBackTransactionLeavesNothing();
    void whatIsUndoneAloneIsNotCounted();
    void aBucketHoldsItsStartAndNotItsEnd();
    void oneTargetIsToldApart();
    void unknownIsToldApartFromNothing();
    void minutesGoAfterADayAndHoursStay();
    void hoursGoWithTheHistory();
    void anInterruptedAttemptIsInDoubt();
    void theOldestWaitingIsFoundWhateverItsState();
    void causesComeWithTheirCounts();

private:
    static Activity read(const HistoryBench &bench, Timestamp since, Timestamp until, W width = W::Minute,
                         TargetId target = {})
    {
        return WorkspaceReader::open(bench.path()).value()->activity(since, until, width, target).value();
    }
    static Activity readAll(const HistoryBench &bench, W width)
    {
        return read(bench, HistoryBench::at(-10), HistoryBench::at(400), width);
    }
    static void fail(HistoryBench &bench, DeliveryId id, S state, const QString &cause, Timestamp at)
    {
        DeliveryChange change;
        change.state = state;
        change.cause = cause;
        change.error = cause + QStringLiteral(" in words");
        if (isFinal(state))
            change.finishedAt = at;
        QVERIFY(DeliveryStore(*bench.db).apply(*DeliveryStore(*bench.db).byId(id).value(), change));
    }
};

void tst_ActivityStore::figuresBalanceWithTheTablesAfterARandomStory()
{
    HistoryBench bench(3);
    QRandomGenerator dice(4711);
    for (int step = 0; step < 120; ++step) {
        QVERIFY(bench.db->begin());
        const EventId event = bench.event(QStringLiteral("a-%1").arg(step), step, 3);
        for (int target = 1; target <= 3; ++target) {
            const DeliveryId id = bench.delivery({target}, event, QStringLiteral("a-%1").arg(step), step);
            const auto fate = dice.bounded(4);
            if (fate == 0)
                bench.end(id, step + dice.bounded(3), S::Delivered);
            else if (fate == 1)
                bench.end(id, step, S::Failed);
            else if (fate == 2)
                QVERIFY(DeliveryStore(*bench.db).cancel(id, {}, HistoryBench::at(step)).value());
        }
        if (dice.bounded(5) == 0)
            bench.db->rollback();
        else
            QVERIFY(bench.db->commit());
    }
    for (const W width : {W::Minute, W::Hour}) {
        const Activity activity = readAll(bench, width);
        const auto inState = [&](S state, TargetId target = {}) {
            const QString of = target.isValid() ? QStringLiteral(" AND target_id = %1").arg(target.value) : QString();
            return bench.number(QStringLiteral("SELECT COUNT(*) FROM delivery WHERE state = %1").arg(int(state)) + of);
        };
        QVERIFY(inState(S::Delivered) > 0 && inState(S::Failed) > 0 && inState(S::Cancelled) > 0);
        QCOMPARE(activity.sum.delivered, inState(S::Delivered));
        QCOMPARE(activity.sum.failed, inState(S::Failed));
        QCOMPARE(activity.sum.cancelled, inState(S::Cancelled));
        QCOMPARE(activity.targets.size(), 3);
        ActivityCounts buckets;
        for (const ActivityBucket &bucket : activity.buckets)
            buckets += bucket.counts;
        QCOMPARE(buckets, activity.sum);
        for (const TargetActivity &target : activity.targets) {
            QCOMPARE(target.name, QStringLiteral("target-%1").arg(target.target.value));
            QCOMPARE(target.counts.delivered, inState(S::Delivered, target.target));
            QCOMPARE(target.counts.failed, inState(S::Failed, target.target));
        }
    }
}

void tst_ActivityStore::aRolledBackTransactionLeavesNothing()
{
    HistoryBench bench;
    QVERIFY(bench.db->begin());
    bench.told(kAsset, 1);
    bench.db->rollback();
    bench.write([&] { bench.event(kAsset, 2, 0); });
    QCOMPARE(bench.rows("activity"), 0);
}

void tst_ActivityStore::whatIsUndoneAloneIsNotCounted()
{
    HistoryBench bench;
    bench.write([&] {
        bench.told(kAsset, 1);
        QVERIFY(bench.db->mark());
        bench.told(kAsset, 1);
        QVERIFY(bench.db->undoMarked());
    });
    QCOMPARE(readAll(bench, W::Minute).sum.delivered, 1);
}

void tst_ActivityStore::aBucketHoldsItsStartAndNotItsEnd()
{
    HistoryBench bench;
    const Timestamp start = HistoryBench::at(5);
    bench.write([&] {
        bench.db->note(ActivityKind::Accepted, {1}, start);
        bench.db->note(ActivityKind::Accepted, {1}, start + 59'999ms);
        bench.db->note(ActivityKind::Accepted, {1}, start + 60s, 4);
    });
    const Activity minute = read(bench, start, start + 1min);
    QCOMPARE(minute.since, start);
    QCOMPARE(minute.until, start + 1min);
    QCOMPARE(minute.sum.accepted, 2);
    QCOMPARE(minute.buckets.size(), 1);
    const Activity both = read(bench, start + 30s, start + 61s); // widened to whole buckets
    QCOMPARE(both.until, start + 2min);
    QCOMPARE(both.sum.accepted, 6);
    QCOMPARE(read(bench, start, start + 1h, W::Hour).buckets.size(), 1);
}

void tst_ActivityStore::oneTargetIsToldApart()
{
    HistoryBench bench(2);
    bench.write([&] { bench.told(kAsset, 3, 2); });
    const Activity one = read(bench, HistoryBench::at(3), HistoryBench::at(4), W::Hour, {2});
    QCOMPARE(one.sum.delivered, 1);
    QCOMPARE(one.targets.size(), 1);
    QCOMPARE(one.targets.first().target, TargetId{2});
}

void tst_ActivityStore::unknownIsToldApartFromNothing()
{
    HistoryBench bench;
    const Timestamp now = SystemClock().now();
    const Activity fresh = read(bench, now - 1h, now + 1min);
    QVERIFY(fresh.isKnown());
    QVERIFY(fresh.knownSince > now - 5min && fresh.knownSince <= now + 1s);
    QVERIFY(!read(bench, now - 48h, now - 47h).isKnown());
    bench.write([&] { bench.db->note(ActivityKind::Delivered, {1}, now - 47h - 30min); }); // under another clock
    QVERIFY(read(bench, now - 48h, now - 47h).isKnown());
}

void tst_ActivityStore::minutesGoAfterADayAndHoursStay()
{
    HistoryBench bench;
    bench.write([&] {
        for (int minute = 0; minute < 700; ++minute)
            bench.db->note(ActivityKind::Delivered, {1}, HistoryBench::at(1) + std::chrono::minutes(minute));
    });
    History history(*bench.db);
    const Retention forEver{0ms, 0};
    Pruned first;
    bench.write([&] { first = history.step(forEver, HistoryBench::at(1) + kMinutesKept + 10h).value(); });
    QCOMPARE(first.figures, History::kBatch);
    QVERIFY(first.more);
    QVERIFY(first.any() && !first.anyListed());
    bench.write(
        [&] { QCOMPARE(history.step(forEver, HistoryBench::at(1) + kMinutesKept + 10h).value().figures, 100); });
    QCOMPARE(readAll(bench, W::Minute).sum.delivered, 100);
    QCOMPARE(readAll(bench, W::Hour).sum.delivered, 700);
}

void tst_ActivityStore::hoursGoWithTheHistory()
{
    HistoryBench bench;
    bench.write([&] {
        for (int day = 1; day <= 10; ++day)
            bench.told(kAsset, day);
    });
    const Timestamp made = readAll(bench, W::Hour).knownSince;
    QCOMPARE(made, HistoryBench::at(1));
    bench.prune(6, 3);
    const Activity left = readAll(bench, W::Hour);
    QCOMPARE(left.sum.delivered, 5);
    QCOMPARE(left.buckets.first().start, HistoryBench::at(6));
    QVERIFY(!read(bench, HistoryBench::at(2), HistoryBench::at(3), W::Hour).isKnown());
}

void tst_ActivityStore::anInterruptedAttemptIsInDoubt()
{
    HistoryBench bench;
    bench.write([&] {
        const DeliveryId id = bench.delivery({1}, bench.event(kAsset, 1, 1), kAsset, 1);
        Attempt attempt;
        attempt.id = {bench.db->reserve(QStringLiteral("attempt"), 1).value()};
        attempt.delivery = id;
        attempt.startedAt = HistoryBench::at(1);
        QVERIFY(AttemptStore(*bench.db).insertPending(attempt, false));
        const auto interrupted = AttemptStore(*bench.db).markInterrupted(HistoryBench::at(2));
        QCOMPARE(interrupted.value(), QList<DeliveryId>{id});
    });
    const Activity activity = read(bench, HistoryBench::at(2), HistoryBench::at(3), W::Hour);
    QCOMPARE(activity.sum.attemptsInDoubt, 1);
    QCOMPARE(activity.targets.first().target, TargetId{1});
}

void tst_ActivityStore::theOldestWaitingIsFoundWhateverItsState()
{
    HistoryBench bench(2);
    const auto oldest = [&] { return WorkspaceReader::open(bench.path()).value()->oldestWaiting().value(); };
    QVERIFY(!oldest());
    DeliveryId tried;
    DeliveryId queued;
    bench.write([&] {
        bench.told(kAsset, 1, 1);
        tried = bench.delivery({1}, bench.event(kAsset, 2, 1), kAsset, 2);
        queued = bench.delivery({2}, bench.event(kAsset, 3, 1), kAsset, 3);
        bench.delivery({1}, bench.event(kAsset, 4, 1), kAsset, 4);
        DeliveryChange later;
        later.state = S::Retrying;
        later.dueAt = HistoryBench::at(30);
        QVERIFY(DeliveryStore(*bench.db).apply(*DeliveryStore(*bench.db).byId(tried).value(), later));
    });
    QCOMPARE(oldest()->delivery, tried);
    QVERIFY(oldest()->state == S::Retrying);
    QCOMPARE(oldest()->createdAt, HistoryBench::at(2));
    bench.write([&] { bench.end(tried, 5); });
    QCOMPARE(oldest()->delivery, queued);
    QCOMPARE(oldest()->target, TargetId{2});
}

void tst_ActivityStore::causesComeWithTheirCounts()
{
    HistoryBench bench;
    bench.write([&] {
        const auto made = [&](int day) { return bench.delivery({1}, bench.event(kAsset, day, 1), kAsset, day); };
        fail(bench, made(1), S::Failed, QStringLiteral("tls"), HistoryBench::at(1));
        for (int day = 5; day < 8; ++day)
            fail(bench, made(day), S::Failed, QStringLiteral("http-503"), HistoryBench::at(day));
        fail(bench, made(8), S::Failed, QStringLiteral("refused"), HistoryBench::at(8));
        fail(bench, made(9), S::Retrying, QStringLiteral("refused"), HistoryBench::at(9));
        fail(bench, made(9), S::Failed, QStringLiteral("dns"), HistoryBench::at(9));
        bench.told(kAsset, 9);
    });
    const auto causes = WorkspaceReader::open(bench.path()).value()->failureCauses(HistoryBench::at(3), 2).value();
    QCOMPARE(causes.size(), 2);
    QCOMPARE(causes[0].cause, QStringLiteral("http-503"));
    QCOMPARE(causes[0].count, 3);
    QCOMPARE(causes[0].error, QStringLiteral("http-503 in words"));
    QCOMPARE(causes[0].newest, HistoryBench::at(7));
    QCOMPARE(causes[1].cause, QStringLiteral("refused"));
    QCOMPARE(causes[1].count, 2);
}

QTEST_GUILESS_MAIN(tst_ActivityStore)
#include "tst_activitystore.moc"

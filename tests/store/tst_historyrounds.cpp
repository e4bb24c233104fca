#include "tests/store/historybench.h"

#include <QElapsedTimer>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

const QString kAsset = QStringLiteral("asset-1");

} // namespace

// How the history is walked: in batches, with a cursor, in idle moments.
class tst_HistoryRounds : public QObject {
    Q_OBJECT

private slots:
    void oldHeldDeliveriesInFrontAreLookedAtOncePerRound();
    void whatEndsBehindTheCursorGoesInTheNextRound();
    void aRolledBackBatchLosesNothing();
    void stepRestsWhenThereIsNothingToDo();
    void stepKeepsTheFileBelowItsLimitOldestFirst();
    void noStatementGoesThroughAWholeTable();
    void aBatchIsShort();
};

void tst_HistoryRounds::oldHeldDeliveriesInFrontAreLookedAtOncePerRound()
{
    HistoryBench bench;
    constexpr int kHeld = 500;
    bench.write([&] {
        for (int i = 0; i < kHeld; ++i)
            bench.delivery({1}, bench.event(QStringLiteral("held-%1").arg(i), 1, 1), QStringLiteral("held-%1").arg(i),
                           1);
        for (int i = 0; i < 100; ++i)
            bench.told(QStringLiteral("told-%1").arg(i), 2);
    });
    // Each batch of ten looks at forty rows: had it to pass those in front every time, it would never come to an end.
    History history(*bench.db);
    int batches = 0;
    for (Pruned pruned{.more = true}; pruned.more && batches < 100; ++batches) {
        QVERIFY(bench.db->begin());
        pruned = history.pruneBatch(HistoryBench::at(10), 10).value();
        QVERIFY(bench.db->commit());
    }
    QCOMPARE(bench.rows("delivery"), kHeld);
    QCOMPARE(bench.rows("event"), kHeld);
    QVERIFY(batches < 100);
    QCOMPARE(bench.imbalance(), QString());
}

void tst_HistoryRounds::whatEndsBehindTheCursorGoesInTheNextRound()
{
    HistoryBench bench;
    DeliveryId held;
    bench.write([&] {
        held = bench.delivery({1}, bench.event(kAsset, 1, 1), kAsset, 1);
        bench.told(kAsset, 2);
    });
    History history(*bench.db);
    QCOMPARE(bench.prune(history, 10).deliveries, 1);
    bench.write([&] { bench.end(held, 11); });
    QCOMPARE(bench.prune(history, 20).deliveries, 1);
    QCOMPARE(bench.rows("event"), 0);
    QCOMPARE(bench.imbalance(), QString());
}

void tst_HistoryRounds::aRolledBackBatchLosesNothing()
{
    HistoryBench bench;
    bench.write([&] {
        for (int i = 0; i < 20; ++i)
            bench.told(kAsset, 1);
    });
    History history(*bench.db);
    QVERIFY(bench.db->begin());
    QCOMPARE(history.pruneBatch(HistoryBench::at(10), 5)->deliveries, 5);
    bench.db->rollback();
    QCOMPARE(bench.imbalance(), QString());
    QCOMPARE(bench.prune(history, 10).deliveries, 15);
    QCOMPARE(bench.prune(history, 10).deliveries, 5); // the next round
    QCOMPARE(bench.rows("event"), 0);
    QCOMPARE(bench.imbalance(), QString());
}

void tst_HistoryRounds::stepRestsWhenThereIsNothingToDo()
{
    HistoryBench bench;
    bench.write([&] {
        bench.told(kAsset, 1);
        bench.told(kAsset, 95);
    });
    History history(*bench.db);
    int statements = 0;
    const auto step = [&](Timestamp now, const Retention &retention) {
        Pruned pruned;
        statements = 0;
        bench.write([&] {
            bench.db->setFault([&statements](const QString &) -> std::optional<Error> {
                ++statements;
                return std::nullopt;
            });
            pruned = history.step(retention, now).value();
            bench.db->setFault({});
        });
        return pruned;
    };
    const Timestamp now = HistoryBench::at(100);
    step(now, {0ms, 0});                         // counts by the minute go whatever the history
    QCOMPARE(step(now, {0ms, 0}).deliveries, 0); // for ever
    QCOMPARE(statements, 0);
    Pruned all = step(now, {});
    while (all.more)
        all += step(now, {});
    QCOMPARE(all.deliveries, 1);
    step(now + 59min, {});
    QCOMPARE(statements, 0);
    QVERIFY(!step(now + 61min, {}).any());
    QVERIFY(statements > 0);
    QVERIFY(!step(now - 24h, {}).any());
    QVERIFY(statements > 0); // a clock that was set back does not stop it
}

void tst_HistoryRounds::stepKeepsTheFileBelowItsLimitOldestFirst()
{
    HistoryBench bench;
    bench.write([&] {
        for (int day = 1; day <= 40; ++day) {
            for (int i = 0; i < 100; ++i)
                bench.told(QStringLiteral("asset-%1").arg(day), day);
        }
    });
    const qint64 limit = usedBytes(*bench.db).value() / 2;
    History history(*bench.db);
    const Retention retention{0ms, limit};
    Pruned all;
    for (int i = 0; i < 1000 && usedBytes(*bench.db).value() > limit; ++i)
        bench.write([&] { all += history.step(retention, HistoryBench::at(50)).value(); });
    QVERIFY(usedBytes(*bench.db).value() <= limit);
    const qint64 left = bench.rows("delivery");
    QVERIFY2(left > 1000 && left < 2500, qPrintable(QString::number(left)));
    QCOMPARE(bench.number(QStringLiteral("SELECT MIN(id) FROM delivery")), 4000 - left + 1);
    QVERIFY(bench.rows("event") <= left + History::kBatch);
    QCOMPARE(bench.imbalance(), QString());
    bench.write([&] { QVERIFY(!history.step(retention, HistoryBench::at(51)).value().any()); });
}

// What a batch costs must not grow with the workspace. Notifications are read from the oldest on and no further.
void tst_HistoryRounds::noStatementGoesThroughAWholeTable()
{
    HistoryBench bench;
    bench.write([&] {
        for (int i = 0; i < 10; ++i)
            bench.told(kAsset, 1);
    });
    QSet<QString> statements;
    bench.db->setFault([&statements](const QString &sql) -> std::optional<Error> {
        statements.insert(sql);
        return std::nullopt;
    });
    bench.prune(10);
    bench.db->setFault({});
    QVERIFY(statements.size() > 10);
    int tables = 0;
    for (const QString &sql : std::as_const(statements)) {
        QVariantList values;
        values.fill(0, sql.count(u'?'));
        QVERIFY(bench.db->each(QStringLiteral("EXPLAIN QUERY PLAN ") + sql, values, [&](const Query &row) {
            const QString step = row.text(3);
            tables += step.startsWith(QLatin1String("SEARCH")) ? 1 : 0;
            static const QStringList kFree{QStringLiteral("g"),
                                           QStringLiteral("s"),
                                           QStringLiteral("shortened"),
                                           QStringLiteral("carried"),
                                           QStringLiteral("notification"),
                                           QStringLiteral("CONSTANT")};
            if (step.startsWith(QLatin1String("SCAN ")))
                QVERIFY2(kFree.contains(step.section(u' ', 1, 1)), qPrintable(sql + u'\n' + step));
        }));
    }
    QVERIFY(tables > 10);
}

// 500 deliveries with their attempts and events: far below what anybody notices, also in a debug build.
void tst_HistoryRounds::aBatchIsShort()
{
    HistoryBench bench;
    bench.write([&] {
        for (int i = 0; i < 5000; ++i)
            bench.told(QStringLiteral("asset-%1").arg(i % 700), 1 + i / 1000);
    });
    History history(*bench.db);
    qint64 longest = 0;
    for (Pruned pruned{.more = true}; pruned.more;) {
        QElapsedTimer took;
        took.start();
        QVERIFY(bench.db->begin());
        pruned = history.pruneBatch(HistoryBench::at(10)).value();
        QVERIFY(bench.db->commit());
        longest = std::max(longest, took.nsecsElapsed() / 1000);
    }
    qInfo("the longest of these batches took %lld µs", longest);
    QVERIFY(longest < 500'000);
}

QTEST_GUILESS_MAIN(tst_HistoryRounds)
#include "tst_historyrounds.moc"

#include "tests/store/historybench.h"

#include <sqlite3.h>

using namespace callboard;

namespace {

const QString kAsset = QStringLiteral("asset-1");

// Instructions of SQLite's own machine, in thousands: the same on every computer.
int effort(HistoryBench &bench)
{
    int thousands = 0;
    const auto count = [](void *counter) {
        ++*static_cast<int *>(counter);
        return 0;
    };
    sqlite3_progress_handler(bench.db->handle(), 1000, count, &thousands);
    const QString wrong = bench.imbalance();
    sqlite3_progress_handler(bench.db->handle(), 0, nullptr, nullptr);
    if (!wrong.isEmpty())
        qFatal("%s", qPrintable(wrong));
    return thousands;
}

// One target told of everything, every second event merged into the delivery before it.
void fill(HistoryBench &bench, int events)
{
    bench.write([&] {
        for (int i = 0; i < events; i += 2) {
            const EventId first = bench.event(kAsset, 1, 1);
            const DeliveryId delivery = bench.delivery({1}, first, kAsset, 1);
            bench.absorb(delivery, bench.event(kAsset, 1, 1));
            bench.end(delivery, 1);
        }
    });
}

QString findings(HistoryBench &bench)
{
    return recount(*bench.db).value().findings.join(u'\n');
}

} // namespace

class tst_Ledger : public QObject {
    Q_OBJECT

private slots:
    void aRecountGrowsNoFasterThanTheWorkspace();
    void twoDeliveriesOfOneEventAreFound();
    void anEventSentAndMergedIsFound();
    void anEventMergedTwiceIsFound();
};

void tst_Ledger::aRecountGrowsNoFasterThanTheWorkspace()
{
    HistoryBench bench;
    fill(bench, 1000);
    const int before = effort(bench);
    fill(bench, 7000);
    const int after = effort(bench);
    QVERIFY(before > 0);
    QVERIFY2(after < 12 * before, qPrintable(QStringLiteral("%1 → %2").arg(before).arg(after)));
}

void tst_Ledger::twoDeliveriesOfOneEventAreFound()
{
    HistoryBench bench;
    bench.write([&] {
        const EventId event = bench.event(kAsset, 1, 2);
        bench.delivery({1}, event, kAsset, 1);
        bench.delivery({1}, event, kAsset, 1);
    });
    QCOMPARE(findings(bench), QStringLiteral("Event 1 has two outcomes for one target."));
}

void tst_Ledger::anEventSentAndMergedIsFound()
{
    HistoryBench bench;
    bench.write([&] {
        const DeliveryId first = bench.delivery({1}, bench.event(kAsset, 1, 1), kAsset, 1);
        const EventId event = bench.event(kAsset, 1, 2);
        bench.delivery({1}, event, kAsset, 1);
        bench.absorb(first, event);
    });
    QCOMPARE(findings(bench), QStringLiteral("Event 2 has two outcomes for one target."));
}

void tst_Ledger::anEventMergedTwiceIsFound()
{
    HistoryBench bench;
    bench.write([&] {
        const DeliveryId first = bench.delivery({1}, bench.event(kAsset, 1, 1), kAsset, 1);
        const DeliveryId second = bench.delivery({1}, bench.event(kAsset, 1, 1), kAsset, 1);
        const EventId event = bench.event(kAsset, 1, 2);
        bench.absorb(first, event);
        bench.absorb(second, event);
    });
    QCOMPARE(findings(bench), QStringLiteral("Event 3 has two outcomes for one target."));
}

QTEST_GUILESS_MAIN(tst_Ledger)
#include "tst_ledger.moc"

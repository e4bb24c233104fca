// Marks and notes in the store: what they narrow a list to, and that they keep a delivery; and the list read upwards.
#include "core/store/tables/markstore.h"
#include "core/store/workspacereader.h"
#include "tests/store/historybench.h"

using namespace callboard;

class tst_Marks : public QObject {
    Q_OBJECT

private slots:
    void aListCanBeNarrowedToWhatIsMarked();
    void notesAreFoundByText();
    void aRangeOfTimeHasTwoEnds();
    void pagesCanBeReadUpwards();
    void whatIsMarkedOrNotedOutlivesItsTime();
    void withoutMarkAndNoteNothingIsKept();

private:
    static QList<qint64> ids(const QList<DeliveryRow> &rows)
    {
        QList<qint64> ids;
        for (const DeliveryRow &row : rows)
            ids.append(row.delivery.id.value);
        return ids;
    }
    static void tell(HistoryBench &bench, int days)
    {
        bench.write([&] {
            for (int day = 1; day <= days; ++day)
                bench.told(QStringLiteral("asset-%1").arg(day), day);
        });
    }
};

void tst_Marks::aListCanBeNarrowedToWhatIsMarked()
{
    HistoryBench bench;
    tell(bench, 4);
    bench.write([&] {
        QVERIFY(MarkStore(*bench.db).setMarked({2}, true, bench.at(9)).value());
        QVERIFY(MarkStore(*bench.db).setMarked({3}, true, bench.at(9)).value());
        QVERIFY(MarkStore(*bench.db).setMarked({3}, false, bench.at(9)).value());
        QVERIFY(MarkStore(*bench.db).setNote({4}, QStringLiteral("only noted"), bench.at(9)).value());
        QVERIFY(!MarkStore(*bench.db).setMarked({77}, true, bench.at(9)).value());
    });
    const auto reader = WorkspaceReader::open(bench.path()).value();
    DeliveryFilter marked;
    marked.marked = true;
    QCOMPARE(ids(reader->deliveries(marked, {}, 10)), QList<qint64>{2});
    QCOMPARE(reader->count(marked), 1);
    const QList<DeliveryRow> all = reader->deliveries({}, {}, 10);
    QVERIFY(all[2].marked);
    QVERIFY(!all[1].marked);
    QCOMPARE(all[0].note, QStringLiteral("only noted"));
}

void tst_Marks::notesAreFoundByText()
{
    HistoryBench bench;
    tell(bench, 3);
    bench.write(
        [&] { QVERIFY(MarkStore(*bench.db).setNote({2}, QStringLiteral("asked the 100% CMS"), bench.at(9)).value()); });
    const auto reader = WorkspaceReader::open(bench.path()).value();
    DeliveryFilter text;
    text.text = QStringLiteral("100%");
    QCOMPARE(ids(reader->deliveries(text, {}, 10)), QList<qint64>{2});
    QCOMPARE(reader->count(text), 1);
}

void tst_Marks::aRangeOfTimeHasTwoEnds()
{
    HistoryBench bench;
    tell(bench, 5);
    const auto reader = WorkspaceReader::open(bench.path()).value();
    DeliveryFilter range;
    range.since = bench.at(2);
    range.until = bench.at(4);
    QCOMPARE(ids(reader->deliveries(range, {}, 10)), (QList<qint64>{3, 2}));
}

void tst_Marks::pagesCanBeReadUpwards()
{
    HistoryBench bench;
    tell(bench, 9);
    const auto reader = WorkspaceReader::open(bench.path()).value();
    QCOMPARE(ids(reader->deliveriesAfter({}, {3}, 2)), (QList<qint64>{5, 4}));
    QCOMPARE(ids(reader->deliveriesAfter({}, {8}, 5)), QList<qint64>{9});
    QVERIFY(reader->deliveriesAfter({}, {9}, 5).isEmpty());
}

void tst_Marks::whatIsMarkedOrNotedOutlivesItsTime()
{
    HistoryBench bench;
    tell(bench, 4);
    bench.write([&] {
        QVERIFY(MarkStore(*bench.db).setMarked({1}, true, bench.at(9)).value());
        QVERIFY(MarkStore(*bench.db).setNote({3}, QStringLiteral("kept"), bench.at(9)).value());
    });
    QCOMPARE(bench.prune(100).deliveries, 2);
    QVERIFY(bench.has(DeliveryId{1}));
    QVERIFY(bench.has(DeliveryId{3}));
    QCOMPARE(bench.rows("event"), 2);
    QCOMPARE(bench.imbalance(), QString());
    bench.write([&] { QVERIFY(MarkStore(*bench.db).setMarked({1}, false, bench.at(9)).value()); });
    QCOMPARE(bench.prune(100).deliveries, 1);
    QVERIFY(!bench.has(DeliveryId{1}));
}

void tst_Marks::withoutMarkAndNoteNothingIsKept()
{
    HistoryBench bench;
    tell(bench, 1);
    bench.write([&] {
        QVERIFY(MarkStore(*bench.db).setMarked({1}, true, bench.at(9)).value());
        QVERIFY(MarkStore(*bench.db).setNote({1}, QStringLiteral("n"), bench.at(9)).value());
        QVERIFY(MarkStore(*bench.db).setMarked({1}, false, bench.at(9)).value());
    });
    QCOMPARE(bench.rows("delivery_mark"), 1);
    bench.write([&] { QVERIFY(MarkStore(*bench.db).setNote({1}, {}, bench.at(9)).value()); });
    QCOMPARE(bench.rows("delivery_mark"), 0);
}

QTEST_GUILESS_MAIN(tst_Marks)
#include "tst_marks.moc"

#include "core/domain/activity.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

class tst_Activity : public QObject {
    Q_OBJECT

private slots:
    void everyDurationHasItsClass_data();
    void everyDurationHasItsClass();
    void percentileIsInterpolatedInsideItsClass_data();
    void percentileIsInterpolatedInsideItsClass();
    void nothingAnsweredHasNoPercentile();
    void percentilesNeverCross();
    void successIsOfWhatWasDeliveredOrFailed();
    void unknownKindsAreLeftOut();
    void bucketsBeginAtTheirLength_data();
    void bucketsBeginAtTheirLength();
    void mergingKeepsEverySum();
};

void tst_Activity::everyDurationHasItsClass_data()
{
    QTest::addColumn<qint64>("microseconds");
    QTest::addColumn<int>("expected");
    QTest::newRow("nothing") << qint64(0) << 0;
    QTest::newRow("1 ms is within") << qint64(1'000) << 0;
    QTest::newRow("just over 1 ms") << qint64(1'001) << 1;
    QTest::newRow("2 ms") << qint64(2'000) << 1;
    QTest::newRow("3 ms") << qint64(3'000) << 2;
    QTest::newRow("38 ms") << qint64(38'000) << 6;
    QTest::newRow("65536 ms") << qint64(65'536'000) << 16;
    QTest::newRow("beyond") << qint64(65'536'001) << 17;
    QTest::newRow("an hour") << qint64(3'600'000'000) << 17;
}

void tst_Activity::everyDurationHasItsClass()
{
    QFETCH(qint64, microseconds);
    QFETCH(int, expected);
    QCOMPARE(latencyClass(std::chrono::microseconds(microseconds)), expected);
    ActivityCounts counts;
    counts.add(latencyKind(expected), 3);
    QCOMPARE(counts.latency[size_t(expected)], 3);
}

void tst_Activity::percentileIsInterpolatedInsideItsClass_data()
{
    QTest::addColumn<QList<int>>("classes"); // one attempt for each entry
    QTest::addColumn<double>("share");
    QTest::addColumn<qint64>("milliseconds");
    const QList<int> hundred(100, 7); // above 64, up to 128 ms
    QTest::newRow("none of a class: its lower bound") << hundred << 0.0 << qint64(64);
    QTest::newRow("half of a class") << hundred << 0.5 << qint64(96);
    QTest::newRow("95 of a hundred") << hundred << 0.95 << qint64(125);
    QTest::newRow("all of a class: its upper bound") << hundred << 1.0 << qint64(128);
    QTest::newRow("more than all") << hundred << 1.5 << qint64(128);
    QTest::newRow("less than none") << hundred << -1.0 << qint64(64);
    QTest::newRow("the edge between two classes belongs to the lower") << QList<int>{3, 7} << 0.5 << qint64(8);
    QTest::newRow("just above the edge") << QList<int>{3, 7} << 0.51 << qint64(65);
    QTest::newRow("empty classes between are passed") << QList<int>{0, 0, 0, 10} << 1.0 << qint64(1024);
    QTest::newRow("the lowest class begins at nothing") << QList<int>{0, 0} << 0.5 << qint64(1);
    QTest::newRow("beyond the last bound it is that bound") << QList<int>{17, 17} << 0.99 << qint64(65536);
}

void tst_Activity::percentileIsInterpolatedInsideItsClass()
{
    QFETCH(QList<int>, classes);
    QFETCH(double, share);
    QFETCH(qint64, milliseconds);
    LatencyHistogram histogram{};
    for (const int one : classes)
        ++histogram[size_t(one)];
    QCOMPARE(percentile(histogram, share).value_or(-1ms).count(), milliseconds);
}

void tst_Activity::nothingAnsweredHasNoPercentile()
{
    QVERIFY(!percentile(LatencyHistogram{}, 0.5));
}

void tst_Activity::percentilesNeverCross()
{
    LatencyHistogram histogram{};
    for (int i = 0; i < kLatencyClasses; ++i)
        histogram[size_t(i)] = (i * 7) % 5;
    Milliseconds before{0};
    for (int hundredths = 0; hundredths <= 100; ++hundredths) {
        const auto time = percentile(histogram, hundredths / 100.0);
        QVERIFY(time && *time >= before);
        before = *time;
    }
}

void tst_Activity::successIsOfWhatWasDeliveredOrFailed()
{
    ActivityCounts counts;
    QVERIFY(!counts.successRate());
    counts.cancelled = 5;
    QVERIFY(!counts.successRate());
    counts.delivered = 3;
    counts.failed = 1;
    QCOMPARE(counts.successRate().value_or(-1), 0.75);
    QCOMPARE(counts.ended(), 9);
    QVERIFY(counts.any());
}

void tst_Activity::unknownKindsAreLeftOut()
{
    ActivityCounts counts;
    counts.add(ActivityKind(9), 4);
    counts.add(ActivityKind(200), 4);
    QVERIFY(!counts.any());
}

void tst_Activity::bucketsBeginAtTheirLength_data()
{
    QTest::addColumn<qint64>("time");
    QTest::addColumn<qint64>("minute");
    QTest::newRow("at its start") << qint64(120'000) << qint64(120'000);
    QTest::newRow("at its end") << qint64(179'999) << qint64(120'000);
    QTest::newRow("at the next") << qint64(180'000) << qint64(180'000);
    QTest::newRow("before 1970") << qint64(-1) << qint64(-60'000);
}

void tst_Activity::bucketsBeginAtTheirLength()
{
    QFETCH(qint64, time);
    QFETCH(qint64, minute);
    QCOMPARE(bucketStart(Timestamp(Milliseconds(time)), 1min).time_since_epoch().count(), minute);
}

void tst_Activity::mergingKeepsEverySum()
{
    QList<ActivityBucket> minutes;
    ActivityCounts all;
    for (const int minute : {0, 1, 4, 5, 9, 31}) {
        ActivityBucket bucket{Timestamp(std::chrono::minutes(minute)), {}};
        bucket.counts.delivered = minute + 1;
        bucket.counts.latency[3] = 2;
        all += bucket.counts;
        minutes.append(bucket);
    }
    const QList<ActivityBucket> fives = merged(minutes, 5min);
    QCOMPARE(fives.size(), 3);
    QCOMPARE(fives[1].start, Timestamp(5min));
    QCOMPARE(fives[1].counts.delivered, 16);
    ActivityCounts sum;
    for (const ActivityBucket &bucket : fives)
        sum += bucket.counts;
    QCOMPARE(sum, all);
    QCOMPARE(merged(minutes, 1min), minutes);
}

QTEST_GUILESS_MAIN(tst_Activity)
#include "tst_activity.moc"

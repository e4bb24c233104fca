#include "core/engine/tokenbucket.h"

#include <QTest>

#include <climits>
#include <deque>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp kStart{Milliseconds(1'700'000'000'123)};

Rate rate(const char *text)
{
    return rateFrom(QString::fromLatin1(text)).value();
}

TokenBucket bucketOf(const char *text)
{
    TokenBucket bucket;
    bucket.setRate(rate(text), kStart);
    return bucket;
}

} // namespace

class tst_TokenBucket : public QObject {
    Q_OBJECT

private slots:
    void withoutARateThereIsNoEnd();
    void holdsWhatTheRateGivesIn100Milliseconds_data();
    void holdsWhatTheRateGivesIn100Milliseconds();
    void givesExactlyTheRateInTheLongRun_data();
    void givesExactlyTheRateInTheLongRun();
    void wakingLateLosesNothing();
    void noSecondGetsMuchMoreThanTheRate();
    void saysWhenTheNextMayLeave();
    void aDebtIsFilledUpFirst();
    void timeThatGoesBackBringsNothing();
    void aSmallStepBackCountsNoMillisecondTwice();
    void aChangedRateKeepsWhatItHolds();
    void theSameRateAgainChangesNothing();
};

void tst_TokenBucket::withoutARateThereIsNoEnd()
{
    TokenBucket bucket;
    QCOMPARE(bucket.available(kStart), INT_MAX);
    bucket.take(INT_MAX, kStart);
    QCOMPARE(bucket.available(kStart), INT_MAX);
    QVERIFY(bucket.nextAt(kStart) == kStart);
}

void tst_TokenBucket::holdsWhatTheRateGivesIn100Milliseconds_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("held");
    QTest::newRow("one an hour") << QByteArray("1/h") << 1;
    QTest::newRow("100 a minute") << QByteArray("100/min") << 1;
    QTest::newRow("19 a second") << QByteArray("19/s") << 1;
    QTest::newRow("20 a second") << QByteArray("20/s") << 2;
    QTest::newRow("50 a second") << QByteArray("50/s") << 5;
    QTest::newRow("the fastest") << QByteArray("100000/s") << 10'000;
    QTest::newRow("the fastest by the hour") << QByteArray("360000000/h") << 10'000;
}

void tst_TokenBucket::holdsWhatTheRateGivesIn100Milliseconds()
{
    QFETCH(QByteArray, text);
    QFETCH(int, held);
    TokenBucket bucket = bucketOf(text.constData());
    QCOMPARE(bucket.available(kStart), held);
    QCOMPARE(bucket.available(kStart + std::chrono::years(100)), held);
    bucket.take(held, kStart);
    QCOMPARE(bucket.available(kStart), 0);
    QCOMPARE(bucket.available(kStart + std::chrono::years(100)), held);
}

void tst_TokenBucket::givesExactlyTheRateInTheLongRun_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("hours");
    QTest::addColumn<int>("expected");
    QTest::newRow("one an hour") << QByteArray("1/h") << 1000 << 1000;
    QTest::newRow("7 a minute") << QByteArray("7/min") << 24 << 7 * 60 * 24;
    QTest::newRow("3 a second") << QByteArray("3/s") << 24 << 3 * 3600 * 24;
    QTest::newRow("17 a second") << QByteArray("17/s") << 1 << 17 * 3600;
    QTest::newRow("333 a second") << QByteArray("333/s") << 1 << 333 * 3600;
    QTest::newRow("30001 a second") << QByteArray("30001/s") << 1 << 30'001 * 3600;
}

// One takes what there is as soon as it is there: a rounding that loses or wins a bit each time would show.
void tst_TokenBucket::givesExactlyTheRateInTheLongRun()
{
    QFETCH(QByteArray, text);
    QFETCH(int, hours);
    QFETCH(int, expected);
    TokenBucket bucket = bucketOf(text.constData());
    bucket.take(bucket.available(kStart), kStart);
    const Timestamp end = kStart + std::chrono::hours(hours);
    int taken = 0;
    for (Timestamp now = bucket.nextAt(kStart); now <= end; now = bucket.nextAt(now)) {
        const int count = bucket.available(now);
        QVERIFY(count >= 1);
        bucket.take(count, now);
        taken += count;
    }
    QVERIFY2(taken == expected || taken == expected + 1, qPrintable(QString::number(taken))); // what it began with
}

void tst_TokenBucket::wakingLateLosesNothing()
{
    for (const char *text : {"10/s", "50/s", "90/min"}) {
        TokenBucket bucket = bucketOf(text);
        bucket.take(bucket.available(kStart), kStart);
        int taken = 0;
        const Timestamp end = kStart + 10min;
        for (Timestamp now = bucket.nextAt(kStart) + 40ms; now <= end + 40ms; now = bucket.nextAt(now) + 40ms) {
            const int count = bucket.available(now);
            bucket.take(count, now);
            taken += count;
        }
        const auto expected = int(10min / rate(text).per) * rate(text).count;
        QVERIFY2(taken >= expected - 1 && taken <= expected + 3,
                 qPrintable(QStringLiteral("%1 of %2").arg(taken).arg(expected)));
    }
}

void tst_TokenBucket::noSecondGetsMuchMoreThanTheRate()
{
    for (const auto &[text, most] : {std::pair{"50/s", 55}, std::pair{"10/s", 11}, std::pair{"1/s", 2}}) {
        TokenBucket bucket = bucketOf(text);
        std::deque<Timestamp> lastSecond;
        Timestamp now = kStart;
        for (int i = 0; i < 20'000; ++i) {
            now += Milliseconds(1 + i * 7919 % 61); // as it comes: now early, now late
            while (!lastSecond.empty() && lastSecond.front() <= now - 1s)
                lastSecond.pop_front();
            const int count = bucket.available(now);
            bucket.take(count, now);
            lastSecond.insert(lastSecond.end(), size_t(count), now);
            QVERIFY2(int(lastSecond.size()) <= most, text);
        }
    }
}

void tst_TokenBucket::saysWhenTheNextMayLeave()
{
    TokenBucket bucket = bucketOf("50/s");
    QVERIFY(bucket.nextAt(kStart) == kStart);
    bucket.take(5, kStart);
    QVERIFY(bucket.nextAt(kStart) == kStart + 20ms);
    QVERIFY(bucket.nextAt(kStart + 7ms) == kStart + 20ms);
    QCOMPARE(bucket.available(kStart + 19ms), 0);
    QCOMPARE(bucket.available(kStart + 20ms), 1);
    QVERIFY(bucket.nextAt(kStart + 25ms) == kStart + 25ms);
    TokenBucket hourly = bucketOf("7/h");
    hourly.take(1, kStart);
    const Timestamp next = hourly.nextAt(kStart);
    QCOMPARE(hourly.available(next - 1ms), 0);
    QCOMPARE(hourly.available(next), 1);
}

void tst_TokenBucket::aDebtIsFilledUpFirst()
{
    TokenBucket bucket = bucketOf("50/s");
    bucket.take(105, kStart); // 100 more than there are
    QCOMPARE(bucket.available(kStart), 0);
    QCOMPARE(bucket.available(kStart + 2s), 0);
    QVERIFY(bucket.nextAt(kStart + 1s) == kStart + 2020ms);
    bucket.take(0, kStart + 2020ms);
    bucket.take(-3, kStart + 2020ms);
    QCOMPARE(bucket.available(kStart + 2020ms), 1);
}

void tst_TokenBucket::timeThatGoesBackBringsNothing()
{
    TokenBucket bucket = bucketOf("50/s");
    bucket.take(5, kStart);
    const Timestamp earlier = kStart - 1h;
    QCOMPARE(bucket.available(earlier), 0);
    QVERIFY(bucket.nextAt(earlier) == earlier + 20ms);
    bucket.take(1, earlier);
    QCOMPARE(bucket.available(earlier + 20ms), 0); // that one was a debt
    QCOMPARE(bucket.available(earlier + 40ms), 1); // and from there it goes on
}

void tst_TokenBucket::aSmallStepBackCountsNoMillisecondTwice()
{
    TokenBucket bucket = bucketOf("200/s");
    Timestamp now = kStart;
    int taken = 0;
    for (int i = 0; i < 1000; ++i) { // 10 ms on, 5 ms back: 5 s in all
        for (const Milliseconds step : {10ms, -5ms}) {
            now += step;
            if (bucket.available(now) > 0) {
                bucket.take(1, now);
                ++taken;
            }
        }
    }
    QVERIFY2(taken >= 1000 && taken <= 1020, qPrintable(QString::number(taken)));
}

void tst_TokenBucket::aChangedRateKeepsWhatItHolds()
{
    TokenBucket bucket = bucketOf("50/s");
    bucket.take(3, kStart);
    bucket.setRate(rate("6000/min"), kStart);
    QCOMPARE(bucket.available(kStart), 2);
    bucket.setRate(rate("1/s"), kStart); // has no room for two
    QCOMPARE(bucket.available(kStart), 1);
    bucket.take(1, kStart);
    bucket.setRate(rate("100/s"), kStart);
    QCOMPARE(bucket.available(kStart), 0);
    QVERIFY(bucket.nextAt(kStart) <= kStart + 10ms);
    bucket.setRate({}, kStart);
    QCOMPARE(bucket.available(kStart), INT_MAX);
    bucket.setRate(rate("100/s"), kStart);
    QCOMPARE(bucket.available(kStart), 10);
}

void tst_TokenBucket::theSameRateAgainChangesNothing()
{
    TokenBucket bucket = bucketOf("3/s");
    bucket.take(1, kStart);
    const Timestamp next = bucket.nextAt(kStart);
    for (Timestamp now = kStart; now < next; now += 1ms)
        bucket.setRate(rate("3/s"), now);
    QVERIFY(bucket.nextAt(kStart) == next);
}

QTEST_APPLESS_MAIN(tst_TokenBucket)
#include "tst_tokenbucket.moc"

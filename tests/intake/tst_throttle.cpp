// How often a caller may come, and how many callers are remembered.
#include "core/intake/throttle.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

class TestThrottle : public QObject {
    Q_OBJECT

private slots:
    void letsABurstThroughAndThenItsRate();
    void tellsHowLongToWait();
    void aRefusedOneIsNotCounted();
    void eachCallerHasItsOwn();
    void noRateLetsEverybodyThrough();
    void forgetsWhoWasSeenLongestAgo();
};

void TestThrottle::letsABurstThroughAndThenItsRate()
{
    Throttle throttle({100, 1s}, 20);
    int taken = 0;
    for (int i = 0; i < 50; ++i)
        taken += throttle.take("a", 5s) == 0ns ? 1 : 0;
    QCOMPARE(taken, 20);
    taken = 0;
    for (int millisecond = 1; millisecond <= 1000; ++millisecond)
        taken += throttle.take("a", 5s + std::chrono::milliseconds(millisecond)) == 0ns ? 1 : 0;
    QCOMPARE(taken, 100);
}

void TestThrottle::tellsHowLongToWait()
{
    Throttle throttle({10, 1min}, 10);
    for (int i = 0; i < 10; ++i)
        QVERIFY(throttle.take("a", 1s) == 0ns);
    const auto wait = throttle.take("a", 1s);
    QVERIFY(wait == 6s);
    QVERIFY(throttle.take("a", 1s + wait - 1ns) > 0ns);
    QVERIFY(throttle.take("a", 1s + wait) == 0ns);
}

void TestThrottle::aRefusedOneIsNotCounted()
{
    Throttle throttle({1, 1s}, 1);
    QVERIFY(throttle.take("a", 1s) == 0ns);
    for (int i = 0; i < 1000; ++i)
        QVERIFY(throttle.take("a", 1500ms) == 500ms);
    QVERIFY(throttle.take("a", 2s) == 0ns);
}

void TestThrottle::eachCallerHasItsOwn()
{
    Throttle throttle({1, 1s}, 1);
    QVERIFY(throttle.take("a", 1s) == 0ns);
    QVERIFY(throttle.take("b", 1s) == 0ns);
    QVERIFY(throttle.take("a", 1s) != 0ns);
}

void TestThrottle::noRateLetsEverybodyThrough()
{
    Throttle throttle({}, 0);
    for (int i = 0; i < 1000; ++i)
        QVERIFY(throttle.take("a", 1s) == 0ns);
    QCOMPARE(throttle.callers(), size_t(0));
}

void TestThrottle::forgetsWhoWasSeenLongestAgo()
{
    Throttle throttle({1, 1h}, 1, 3);
    for (const QByteArray caller : {"a", "b", "c"})
        QVERIFY(throttle.take(caller, 1s) == 0ns);
    QVERIFY(throttle.take("a", 2s) != 0ns); // seen again: now b is the one
    QVERIFY(throttle.take("d", 3s) == 0ns);
    QCOMPARE(throttle.callers(), size_t(3));
    QVERIFY(throttle.take("a", 4s) != 0ns);
    QVERIFY(throttle.take("b", 4s) == 0ns); // as if it had never come
    for (int i = 0; i < 10'000; ++i)
        QVERIFY(throttle.take(QByteArray::number(i), 5s) == 0ns);
    QCOMPARE(throttle.callers(), size_t(3));
}

QTEST_GUILESS_MAIN(TestThrottle)
#include "tst_throttle.moc"

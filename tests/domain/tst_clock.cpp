#include "core/domain/clock.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

class HandClock final : public Clock {
public:
    Timestamp now() const override { return m_wall; }
    Milliseconds steady() const override { return m_steady; }

    Timestamp m_wall{Milliseconds(1'000'000)};
    Milliseconds m_steady{500};
};

} // namespace

class TestClock : public QObject {
    Q_OBJECT

private slots:
    void readsDurations_data();
    void readsDurations();
    void refusesWhatIsNoDuration_data();
    void refusesWhatIsNoDuration();
    void writesTheShortestExactSpelling_data();
    void writesTheShortestExactSpelling();
    void writesTimesInUtcWithMilliseconds();
    void readsTimesOfOtherZones();
    void dueTimesIgnoreASteppedWallClock();
};

void TestClock::readsDurations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("days") << QStringLiteral("90d") << qint64(90) * 86'400'000;
    QTest::newRow("hours") << QStringLiteral("1h") << qint64(3'600'000);
    QTest::newRow("minutes") << QStringLiteral("2m") << qint64(120'000);
    QTest::newRow("seconds") << QStringLiteral("60s") << qint64(60'000);
    QTest::newRow("milliseconds") << QStringLiteral("250ms") << qint64(250);
    QTest::newRow("bare number") << QStringLiteral("15") << qint64(15'000);
    QTest::newRow("blanks") << QStringLiteral(" 5 s ") << qint64(5'000);
    QTest::newRow("zero") << QStringLiteral("0s") << qint64(0);
}

void TestClock::readsDurations()
{
    QFETCH(QString, text);
    QFETCH(qint64, milliseconds);
    QCOMPARE(parseDuration(text), Milliseconds(milliseconds));
}

void TestClock::refusesWhatIsNoDuration_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("no number") << QStringLiteral("s");
    QTest::newRow("unknown unit") << QStringLiteral("5 weeks");
    QTest::newRow("fraction") << QStringLiteral("1.5h");
    QTest::newRow("negative") << QStringLiteral("-1s");
    QTest::newRow("past ten years") << QStringLiteral("4000d");
    QTest::newRow("overflow") << QStringLiteral("99999999999999999999s");
}

void TestClock::refusesWhatIsNoDuration()
{
    QFETCH(QString, text);
    QCOMPARE(parseDuration(text), std::nullopt);
}

void TestClock::writesTheShortestExactSpelling_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("90 s stay seconds") << qint64(90'000) << QStringLiteral("90s");
    QTest::newRow("an hour") << qint64(3'600'000) << QStringLiteral("1h");
    QTest::newRow("two days") << qint64(172'800'000) << QStringLiteral("2d");
    QTest::newRow("milliseconds") << qint64(1'001) << QStringLiteral("1001ms");
    QTest::newRow("nothing") << qint64(0) << QStringLiteral("0s");
}

void TestClock::writesTheShortestExactSpelling()
{
    QFETCH(qint64, milliseconds);
    QFETCH(QString, text);
    QCOMPARE(formatDuration(Milliseconds(milliseconds)), text);
    QCOMPARE(parseDuration(text), Milliseconds(milliseconds));
}

void TestClock::writesTimesInUtcWithMilliseconds()
{
    const Timestamp time{Milliseconds(1'550'176'991'825)};
    QCOMPARE(toIso(time), QStringLiteral("2019-02-14T20:43:11.825Z"));
    QCOMPARE(fromIso(toIso(time)), time);
}

void TestClock::readsTimesOfOtherZones()
{
    QCOMPARE(fromIso(QStringLiteral("2019-02-14T21:43:11.825+01:00")), Timestamp(Milliseconds(1'550'176'991'825)));
    QCOMPARE(fromIso(QStringLiteral("yesterday")), std::nullopt);
}

void TestClock::dueTimesIgnoreASteppedWallClock()
{
    HandClock clock;
    const DueClock due(clock);
    const Timestamp start = clock.m_wall;
    clock.m_wall += 10h; // the system clock is set
    clock.m_steady += 3s;
    QCOMPARE(due.now(), start + 3s);
}

QTEST_APPLESS_MAIN(TestClock)
#include "tst_clock.moc"

#include "core/domain/rate.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

class TestRate : public QObject {
    Q_OBJECT

private slots:
    void readsRates_data();
    void readsRates();
    void refusesWhatIsNoRate_data();
    void refusesWhatIsNoRate();
    void nothingAndNoneAreNoLimit();
    void writesWhatItReads();
    void anUnsetRateHasNoText();
};

void TestRate::readsRates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("seconds");
    QTest::newRow("a second") << QStringLiteral("50/s") << 50 << 1;
    QTest::newRow("a minute") << QStringLiteral("100/min") << 100 << 60;
    QTest::newRow("a minute, as durations spell it") << QStringLiteral("100/m") << 100 << 60;
    QTest::newRow("an hour") << QStringLiteral("1000/h") << 1000 << 3600;
    QTest::newRow("the slowest") << QStringLiteral("1/h") << 1 << 3600;
    QTest::newRow("the fastest") << QStringLiteral("100000/s") << 100'000 << 1;
    QTest::newRow("as fast by the hour") << QStringLiteral("360000000/h") << 360'000'000 << 3600;
    QTest::newRow("blanks") << QStringLiteral(" 5 / min ") << 5 << 60;
}

void TestRate::readsRates()
{
    QFETCH(QString, text);
    QFETCH(int, count);
    QFETCH(int, seconds);
    const auto rate = rateFrom(text);
    QVERIFY(rate.has_value());
    QCOMPARE(rate->count, count);
    QCOMPARE(rate->per.count(), Milliseconds(std::chrono::seconds(seconds)).count());
    QVERIFY(rate->isSet());
}

void TestRate::refusesWhatIsNoRate_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("none") << QStringLiteral("none");
    QTest::newRow("no unit") << QStringLiteral("50");
    QTest::newRow("empty unit") << QStringLiteral("50/");
    QTest::newRow("no number") << QStringLiteral("/s");
    QTest::newRow("unknown unit") << QStringLiteral("50/week");
    QTest::newRow("a duration for a unit") << QStringLiteral("50/10s");
    QTest::newRow("zero") << QStringLiteral("0/s");
    QTest::newRow("negative") << QStringLiteral("-5/s");
    QTest::newRow("fraction") << QStringLiteral("1.5/s");
    QTest::newRow("too fast") << QStringLiteral("100001/s");
    QTest::newRow("too fast by the minute") << QStringLiteral("6000001/min");
    QTest::newRow("overflow") << QStringLiteral("99999999999999999999/h");
    QTest::newRow("two units") << QStringLiteral("50/s/s");
}

void TestRate::refusesWhatIsNoRate()
{
    QFETCH(QString, text);
    QVERIFY(!rateFrom(text).has_value());
}

void TestRate::nothingAndNoneAreNoLimit()
{
    for (const QString &text : {QString(), QStringLiteral("  "), QStringLiteral("none"), QStringLiteral(" none ")}) {
        const auto limit = rateLimitFrom(text);
        QVERIFY(limit.has_value());
        QVERIFY(!limit->isSet());
    }
    QCOMPARE(rateLimitFrom(QStringLiteral("50/s")), rateFrom(QStringLiteral("50/s")));
    QVERIFY(!rateLimitFrom(QStringLiteral("0/s")).has_value());
    QVERIFY(!rateLimitFrom(QStringLiteral("nonesuch")).has_value());
}

void TestRate::writesWhatItReads()
{
    for (const char *text : {"1/s", "50/s", "100/min", "1000/h", "100000/s"}) {
        const auto rate = rateFrom(QString::fromLatin1(text));
        QVERIFY2(rate.has_value(), text);
        QCOMPARE(rateText(*rate), QString::fromLatin1(text));
    }
}

void TestRate::anUnsetRateHasNoText()
{
    QVERIFY(!Rate{}.isSet());
    QVERIFY(rateText({}).isEmpty());
    QVERIFY(rateText({0, 60s}).isEmpty());
    QVERIFY(rateText({-1, 1s}).isEmpty());
}

QTEST_APPLESS_MAIN(TestRate)
#include "tst_rate.moc"

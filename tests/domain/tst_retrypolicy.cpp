#include "core/domain/retrypolicy.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

class TestRetryPolicy : public QObject {
    Q_OBJECT

private slots:
    void standardGivesElevenTriesInAboutThreeDays();
    void readsWhatItWrites();
    void readsNamedSchedules();
    void refusesWhatIsNoSchedule_data();
    void refusesWhatIsNoSchedule();
    void movesADelayByAFifthAtMost();
    void endsWithTheSchedule();
};

void TestRetryPolicy::standardGivesElevenTriesInAboutThreeDays()
{
    const RetryPolicy policy = RetryPolicy::standard();
    QCOMPARE(policy.delays.size(), 10);
    QCOMPARE(policy.delays.first(), Milliseconds(5s));
    QCOMPARE(policy.delays.last(), Milliseconds(24h));
    QCOMPARE(policy.span(), Milliseconds(75h + 36min + 5s));
}

void TestRetryPolicy::readsWhatItWrites()
{
    const RetryPolicy policy{{250ms, 5s, 90s, 2h, 48h}};
    QCOMPARE(policy.toString(), QStringLiteral("250ms,5s,90s,2h,2d"));
    QCOMPARE(RetryPolicy::parse(policy.toString()), policy);
    QCOMPARE(RetryPolicy::parse(RetryPolicy::standard().toString()), RetryPolicy::standard());
}

void TestRetryPolicy::readsNamedSchedules()
{
    QCOMPARE(RetryPolicy::parse(QStringLiteral("standard")), RetryPolicy::standard());
    QCOMPARE(RetryPolicy::parse(QStringLiteral("none")), RetryPolicy());
    QCOMPARE(RetryPolicy().toString(), QStringLiteral("none"));
}

void TestRetryPolicy::refusesWhatIsNoSchedule_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("word") << QStringLiteral("often");
    QTest::newRow("hole") << QStringLiteral("5s,,1m");
    QTest::newRow("negative") << QStringLiteral("-5s");
    QTest::newRow("endless") << QString(QStringLiteral("1s,").repeated(50) + QStringLiteral("1s"));
}

void TestRetryPolicy::refusesWhatIsNoSchedule()
{
    QFETCH(QString, text);
    QCOMPARE(RetryPolicy::parse(text), std::nullopt);
}

void TestRetryPolicy::movesADelayByAFifthAtMost()
{
    const RetryPolicy policy{{100s}};
    QCOMPARE(policy.delayAfter(1, 0.0), Milliseconds(80s));
    QCOMPARE(policy.delayAfter(1, 0.5), Milliseconds(100s));
    QVERIFY(*policy.delayAfter(1, 0.999999) <= Milliseconds(120s));
}

void TestRetryPolicy::endsWithTheSchedule()
{
    const RetryPolicy policy{{1s, 2s}};
    QCOMPARE(policy.delayAfter(2, 0.5), Milliseconds(2s));
    QCOMPARE(policy.delayAfter(3, 0.5), std::nullopt);
    QCOMPARE(policy.delayAfter(0, 0.5), std::nullopt);
    QCOMPARE(RetryPolicy().delayAfter(1, 0.5), std::nullopt);
}

QTEST_APPLESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"

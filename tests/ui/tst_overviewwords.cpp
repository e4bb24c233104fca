#include "ui/overview/overviewrows.h"
#include "ui/overview/overviewwords.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

class TestOverviewWords : public QObject {
    Q_OBJECT

private slots:
    void percentIsNeverKinderThanTheTruth_data();
    void percentIsNeverKinderThanTheTruth();
    void answerTimesShareTheirUnit();
    void agesAreShort();
    void everyCauseHasItsWord();
    void stepsFitTheRoom_data();
    void stepsFitTheRoom();
    void onlyFiguresThatAreSomethingAreSaid();
    void theWorstTargetsComeFirst();
};

void TestOverviewWords::percentIsNeverKinderThanTheTruth_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0.0 << QStringLiteral("0 %");
    QTest::newRow("all") << 1.0 << QStringLiteral("100 %");
    QTest::newRow("one of a million failed") << 0.999999 << QStringLiteral("99.9 %");
    QTest::newRow("half") << 0.5 << QStringLiteral("50 %");
    QTest::newRow("a third") << 1.0 / 3 << QStringLiteral("33.3 %");
    QTest::newRow("exactly what it is") << 0.996 << QStringLiteral("99.6 %");
}

void TestOverviewWords::percentIsNeverKinderThanTheTruth()
{
    QFETCH(double, share);
    QFETCH(QString, text);
    QCOMPARE(overviewwords::percent(share), text);
    QCOMPARE(overviewwords::percent(std::nullopt), QStringLiteral("–"));
}

void TestOverviewWords::answerTimesShareTheirUnit()
{
    QCOMPARE(overviewwords::pair(38ms, 120ms), QStringLiteral("38 · 120 ms"));
    QCOMPARE(overviewwords::pair(38ms, 1200ms), QStringLiteral("38 ms · 1.2 s"));
    QCOMPARE(overviewwords::pair(0ms, 3ms), QStringLiteral("<1 ms · 3 ms"));
    QCOMPARE(overviewwords::pair(std::nullopt, 3ms), QStringLiteral("–"));
}

void TestOverviewWords::agesAreShort()
{
    QCOMPARE(overviewwords::age(-5s), QStringLiteral("0 s"));
    QCOMPARE(overviewwords::age(59'999ms), QStringLiteral("59 s"));
    QCOMPARE(overviewwords::age(60s), QStringLiteral("1 min"));
    QCOMPARE(overviewwords::age(47h + 59min), QStringLiteral("47 h"));
    QCOMPARE(overviewwords::age(48h), QStringLiteral("2 d"));
}

void TestOverviewWords::everyCauseHasItsWord()
{
    QCOMPARE(overviewwords::causeWord(QStringLiteral("http-503")), QStringLiteral("503 Service Unavailable"));
    QCOMPARE(overviewwords::causeWord(QStringLiteral("http-599")), QStringLiteral("599"));
    QCOMPARE(overviewwords::causeWord(QStringLiteral("smtp-550")), QStringLiteral("550 from the mail server"));
    QCOMPARE(overviewwords::causeWord({}), QStringLiteral("Cause not recorded"));
    for (int i = int(ErrorClass::Resolve); i <= int(ErrorClass::Cancelled); ++i) {
        const QString cause = toString(ErrorClass(i));
        if (ErrorClass(i) != ErrorClass::Status)
            QVERIFY2(overviewwords::causeWord(cause) != cause, qPrintable(cause));
    }
}

void TestOverviewWords::stepsFitTheRoom_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<int>("finest");
    QTest::addColumn<int>("most");
    QTest::addColumn<int>("step");
    QTest::newRow("an hour by minutes") << 60 << 1 << 60 << 1;
    QTest::newRow("one too few places") << 60 << 1 << 59 << 2;
    QTest::newRow("a day") << 24 * 60 << 1 << 100 << 15;
    QTest::newRow("never finer than what is kept") << 120 << 60 << 100 << 60;
    QTest::newRow("a month") << 30 * 24 * 60 << 60 << 100 << 12 * 60;
    QTest::newRow("no room at all") << 60 << 1 << 0 << 60;
}

void TestOverviewWords::stepsFitTheRoom()
{
    QFETCH(int, minutes);
    QFETCH(int, finest);
    QFETCH(int, most);
    QFETCH(int, step);
    const TimeSpan view{Timestamp{}, Timestamp{} + std::chrono::minutes(minutes)};
    QCOMPARE(stepFor(view, std::chrono::minutes(finest), most), Milliseconds(std::chrono::minutes(step)));
}

void TestOverviewWords::onlyFiguresThatAreSomethingAreSaid()
{
    ActivityCounts counts;
    QCOMPARE(overviewwords::outcomes(counts), QStringLiteral("0 delivered"));
    counts.delivered = 1203;
    counts.attemptsInDoubt = 2;
    QCOMPARE(overviewwords::outcomes(counts), QStringLiteral("1,203 delivered\n2 attempts in doubt"));
}

void TestOverviewWords::theWorstTargetsComeFirst()
{
    Activity activity;
    const auto add = [&activity](qint64 id, qint64 failed, qint64 attempts) {
        TargetActivity target{{id}, QStringLiteral("t%1").arg(id), {}};
        target.counts.delivered = 3;
        target.counts.failed = failed;
        target.counts.attemptsFailed = attempts;
        activity.targets.append(target);
    };
    add(1, 0, 0); // all is well
    add(2, 0, 7);
    add(3, 5, 5);
    add(4, 1, 9);
    const QList<TargetActivity> failing = failingTargets(activity, 2);
    QCOMPARE(failing.size(), 2);
    QCOMPARE(failing[0].target, TargetId{3});
    QCOMPARE(failing[1].target, TargetId{4});
    const RankingRow row = rankingRow(failing[0], Timestamp(5s));
    QCOMPARE(row.cells,
             (QStringList{QStringLiteral("t3"), QStringLiteral("5"), QStringLiteral("5"), QStringLiteral("37.5 %")}));
    QCOMPARE(row.filter.target, TargetId{3});
    QCOMPARE(row.filter.since.value_or(Timestamp{}), Timestamp(5s));
}

QTEST_GUILESS_MAIN(TestOverviewWords)
#include "tst_overviewwords.moc"

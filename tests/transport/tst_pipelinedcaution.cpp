// What is learnt from the ends of connections.
#include "core/transport/pipelined/caution.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

class TestPipelinedCaution : public QObject {
    Q_OBJECT

private slots:
    void goesDeepAtFirst();
    void beginsWithOneUntilSuchAConnectionHasAnAnswer();
    void countsConnectionsThatOneEventEndedOnce();
    void forgivesLossesAfterManyAnswers();
    void forgivesAnnouncementsAfterAPipelinedAnswer();
    void countsAnAnnouncementOnTheOneTriedAfterwards();
    void blamesNoPipeliningForTheLossOfASingleRequest();
    void endsItsPauseByTheClock();
    void forgetsALimitThatIsPassed();
};

void TestPipelinedCaution::goesDeepAtFirst()
{
    Caution caution;
    QVERIFY(!caution.startsWithOne());
    QVERIFY(caution.oneAtATime(0ms).isEmpty());
    caution.ended(Ending::Rested, {.answers = 5}, 0ms);
    QVERIFY(!caution.startsWithOne());
}

void TestPipelinedCaution::beginsWithOneUntilSuchAConnectionHasAnAnswer()
{
    Caution caution;
    caution.ended(Ending::Lost, {.unanswered = 3, .pipelined = true}, 0ms);
    QVERIFY(caution.startsWithOne());
    caution.answered({.behindAnother = true}); // on a connection from before
    QVERIFY(caution.startsWithOne());
    caution.answered({.begunWithOne = true});
    QVERIFY(!caution.startsWithOne());
}

void TestPipelinedCaution::countsConnectionsThatOneEventEndedOnce()
{
    Caution caution;
    for (int i = 0; i < 8; ++i)
        caution.ended(Ending::Lost, {.generation = 0, .unanswered = 3, .pipelined = true}, 0ms);
    QVERIFY(caution.oneAtATime(0ms).isEmpty());
    for (int i = 0; i < 2; ++i)
        caution.ended(Ending::Lost, {.generation = caution.generation(), .unanswered = 3, .pipelined = true}, 0ms);
    QVERIFY(!caution.oneAtATime(0ms).isEmpty());
}

void TestPipelinedCaution::forgivesLossesAfterManyAnswers()
{
    Caution caution;
    for (int round = 0; round < 10; ++round) {
        caution.ended(Ending::Overdue, {.generation = caution.generation(), .unanswered = 3, .pipelined = true}, 0ms);
        for (int i = 0; i < 100; ++i)
            caution.answered({.behindAnother = true});
    }
    QVERIFY(caution.oneAtATime(0ms).isEmpty());
}

void TestPipelinedCaution::forgivesAnnouncementsAfterAPipelinedAnswer()
{
    Caution caution;
    for (int round = 0; round < 10; ++round) {
        caution.answered({.behindAnother = true, .number = 2});
        caution.ended(Ending::Announced, {.generation = caution.generation(), .answers = 3, .unanswered = 3}, 0ms);
    }
    QVERIFY(caution.oneAtATime(0ms).isEmpty());
    QCOMPARE(caution.requestsPerConnection(), 3);
}

void TestPipelinedCaution::countsAnAnnouncementOnTheOneTriedAfterwards()
{
    Caution caution;
    caution.ended(Ending::Announced, {.answers = 1, .unanswered = 7}, 0ms);
    QVERIFY(caution.startsWithOne());
    caution.answered({.begunWithOne = true, .goesOn = false});
    caution.ended(Ending::Announced, {.generation = 1, .answers = 1, .begunWithOne = true}, 0ms);
    QVERIFY(!caution.oneAtATime(0ms).isEmpty());
}

void TestPipelinedCaution::blamesNoPipeliningForTheLossOfASingleRequest()
{
    Caution caution;
    for (int i = 0; i < 10; ++i)
        caution.ended(Ending::Lost, {.generation = caution.generation(), .unanswered = 1}, 0ms);
    QVERIFY(caution.startsWithOne());
    QVERIFY(caution.oneAtATime(0ms).isEmpty());
}

void TestPipelinedCaution::endsItsPauseByTheClock()
{
    Caution caution;
    caution.ended(Ending::Unasked, {.answers = 1}, 1s);
    QVERIFY(!caution.oneAtATime(1s + Caution::kPause - 1ms).isEmpty());
    QVERIFY(caution.oneAtATime(1s + Caution::kPause).isEmpty());
    QVERIFY(caution.startsWithOne());
}

void TestPipelinedCaution::forgetsALimitThatIsPassed()
{
    Caution caution;
    caution.ended(Ending::Announced, {.answers = 100}, 0ms);
    QCOMPARE(caution.requestsPerConnection(), 100);
    caution.answered({.number = 99});
    caution.answered({.goesOn = false, .number = 100});
    QCOMPARE(caution.requestsPerConnection(), 100);
    caution.answered({.number = 100});
    QCOMPARE(caution.requestsPerConnection(), 0);
}

QTEST_GUILESS_MAIN(TestPipelinedCaution)
#include "tst_pipelinedcaution.moc"

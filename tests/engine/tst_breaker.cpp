#include "core/engine/breaker.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp kStart{Milliseconds(1'700'000'000'000)}; // at the beginning of ten seconds

// "AAAF": three that arrived and one that failed, a millisecond apart.
void record(CircuitBreaker &breaker, const char *attempts, Timestamp now = kStart)
{
    for (const char *attempt = attempts; *attempt != '\0'; ++attempt)
        breaker.record(*attempt == 'A', now += 1ms);
}

CircuitBreaker opened()
{
    CircuitBreaker breaker;
    for (int i = 0; i < 10; ++i)
        breaker.record(false, kStart);
    return breaker;
}

} // namespace

class tst_Breaker : public QObject {
    Q_OBJECT

private slots:
    void opensWhereMostOfEnoughAttemptsFailed_data();
    void opensWhereMostOfEnoughAttemptsFailed();
    void forgetsWhatIsFiveMinutesOld();
    void remembersWhatIsNearlyFiveMinutesOld();
    void countsAgainAfterALongQuiet();
    void saysWhatOpenedIt();
    void probesAfterThirtySeconds();
    void eachFailedProbeDoublesTheWaitUpToTenMinutes();
    void oneArrivedProbeClosesItAndForgets();
    void whatLeftBeforeItOpenedChangesNothing();
    void aLostProbeMayLeaveAgainAtOnce();
    void probesOnlyWhereItIsOpen();
    void aRestoredCircuitProbesAtOnceAndGoesOnDoubling();
    void theOperatorClosesIt();
    void aClockSetBackBreaksNothing();
};

void tst_Breaker::opensWhereMostOfEnoughAttemptsFailed_data()
{
    QTest::addColumn<QByteArray>("attempts");
    QTest::addColumn<bool>("open");
    QTest::newRow("nothing") << QByteArray("") << false;
    QTest::newRow("nine are too few") << QByteArray("FFFFFFFFF") << false;
    QTest::newRow("ten") << QByteArray("FFFFFFFFFF") << true;
    QTest::newRow("seven of ten") << QByteArray("AAAFFFFFFF") << true;
    QTest::newRow("six of ten") << QByteArray("AAAAFFFFFF") << false;
    QTest::newRow("nine of thirteen") << QByteArray("AAAAFFFFFFFFF") << false;
    QTest::newRow("ten of fourteen") << QByteArray("AAAAFFFFFFFFFF") << true;
    QTest::newRow("one that arrives is no reason") << QByteArray("FFFFFFFAAA") << false;
    QTest::newRow("but the next that fails is") << QByteArray("FFFFFFFAAAF") << true;
    QTest::newRow("all well") << QByteArray("AAAAAAAAAAAAAAAAAAAA") << false;
}

void tst_Breaker::opensWhereMostOfEnoughAttemptsFailed()
{
    QFETCH(QByteArray, attempts);
    QFETCH(bool, open);
    CircuitBreaker breaker;
    record(breaker, attempts.constData());
    QVERIFY(breaker.circuit() == (open ? Circuit::Open : Circuit::Closed));
    QCOMPARE(breaker.reason().isEmpty(), !open);
}

void tst_Breaker::forgetsWhatIsFiveMinutesOld()
{
    CircuitBreaker breaker;
    record(breaker, "FFFFFFFFF");
    record(breaker, "FFFFFFFFF", kStart + 5min);
    QVERIFY(breaker.circuit() == Circuit::Closed);
    record(breaker, "F", kStart + 5min);
    QVERIFY(breaker.circuit() == Circuit::Open);
    QCOMPARE(breaker.reason(), QStringLiteral("10 of the last 10 attempts failed"));
}

void tst_Breaker::remembersWhatIsNearlyFiveMinutesOld()
{
    CircuitBreaker breaker;
    for (int i = 0; i < 9; ++i)
        breaker.record(false, kStart + i * 30s);
    QVERIFY(breaker.circuit() == Circuit::Closed);
    breaker.record(false, kStart + 299s);
    QVERIFY(breaker.circuit() == Circuit::Open);
}

void tst_Breaker::countsAgainAfterALongQuiet()
{
    CircuitBreaker breaker;
    record(breaker, "AAAAAAAAAAAAAAAAAAAA");
    record(breaker, "FFFFFFFFFF", kStart + 25h + 70s);
    QCOMPARE(breaker.reason(), QStringLiteral("10 of the last 10 attempts failed"));
}

void tst_Breaker::saysWhatOpenedIt()
{
    CircuitBreaker breaker;
    record(breaker, "AFAAFFFFFFFF"); // the last two had left before
    QCOMPARE(breaker.reason(), QStringLiteral("7 of the last 10 attempts failed"));
    breaker.probe(kStart + 30s);
    breaker.record(false, kStart + 31s);
    QCOMPARE(breaker.reason(), QStringLiteral("7 of the last 10 attempts failed"));
}

void tst_Breaker::probesAfterThirtySeconds()
{
    const CircuitBreaker breaker = opened();
    QVERIFY(breaker.circuit() == Circuit::Open);
    QVERIFY(breaker.probeAt() == kStart + 30s);
    QCOMPARE(breaker.probes(), 0);
}

void tst_Breaker::eachFailedProbeDoublesTheWaitUpToTenMinutes()
{
    CircuitBreaker breaker = opened();
    Timestamp now = breaker.probeAt();
    int failed = 0;
    for (const auto wait : {60s, 120s, 240s, 480s, 600s, 600s, 600s}) {
        breaker.probe(now);
        QVERIFY(breaker.circuit() == Circuit::Probing);
        now += 2s; // it takes its time to fail
        breaker.record(false, now);
        QVERIFY(breaker.circuit() == Circuit::Open);
        QCOMPARE(breaker.probes(), ++failed);
        QVERIFY2(breaker.probeAt() == now + wait, qPrintable(QString::number(wait.count())));
        now = breaker.probeAt();
    }
}

void tst_Breaker::oneArrivedProbeClosesItAndForgets()
{
    CircuitBreaker breaker = opened();
    breaker.probe(kStart + 30s);
    breaker.record(false, kStart + 31s);
    breaker.probe(breaker.probeAt());
    breaker.record(true, kStart + 95s);
    QVERIFY(breaker.circuit() == Circuit::Closed);
    QVERIFY(breaker.reason().isEmpty());
    QCOMPARE(breaker.probes(), 0);
    record(breaker, "FFFFFFFFF", kStart + 96s); // those that opened it are still less than five minutes old
    QVERIFY(breaker.circuit() == Circuit::Closed);
    record(breaker, "F", kStart + 97s);
    QVERIFY(breaker.circuit() == Circuit::Open);
    QVERIFY(breaker.probeAt() == kStart + 97s + 1ms + 30s);
}

void tst_Breaker::whatLeftBeforeItOpenedChangesNothing()
{
    CircuitBreaker breaker = opened();
    record(breaker, "FAFFFA", kStart + 5s);
    QVERIFY(breaker.circuit() == Circuit::Open);
    QVERIFY(breaker.probeAt() == kStart + 30s);
    QCOMPARE(breaker.probes(), 0);
}

void tst_Breaker::aLostProbeMayLeaveAgainAtOnce()
{
    CircuitBreaker breaker = opened();
    breaker.probe(kStart + 30s);
    breaker.probeLost(kStart + 33s);
    QVERIFY(breaker.circuit() == Circuit::Open);
    QVERIFY(breaker.probeAt() == kStart + 33s);
    QCOMPARE(breaker.probes(), 0);
    breaker.probeLost(kStart + 40s); // there is none under way
    QVERIFY(breaker.probeAt() == kStart + 33s);
}

void tst_Breaker::probesOnlyWhereItIsOpen()
{
    CircuitBreaker breaker;
    breaker.probe(kStart);
    QVERIFY(breaker.circuit() == Circuit::Closed);
    breaker.probeLost(kStart);
    QVERIFY(breaker.circuit() == Circuit::Closed);
}

void tst_Breaker::aRestoredCircuitProbesAtOnceAndGoesOnDoubling()
{
    CircuitBreaker breaker;
    breaker.restore(2, kStart);
    QVERIFY(breaker.circuit() == Circuit::Open);
    QVERIFY(breaker.probeAt() == kStart);
    QCOMPARE(breaker.probes(), 2);
    QVERIFY(!breaker.reason().isEmpty());
    breaker.probe(kStart);
    breaker.record(false, kStart);
    QVERIFY(breaker.probeAt() == kStart + 240s);
    breaker.restore(1'000'000, kStart);
    breaker.probe(kStart);
    breaker.record(false, kStart);
    QVERIFY(breaker.probeAt() == kStart + 10min);
}

void tst_Breaker::theOperatorClosesIt()
{
    CircuitBreaker breaker = opened();
    breaker.close();
    QVERIFY(breaker.circuit() == Circuit::Closed);
    record(breaker, "FFFFFFFFF", kStart + 1s);
    QVERIFY(breaker.circuit() == Circuit::Closed);
}

void tst_Breaker::aClockSetBackBreaksNothing()
{
    CircuitBreaker breaker;
    record(breaker, "FFFFFFFFF");
    record(breaker, "FFFFFFFFF", kStart - 47min); // what lies ahead does not count
    QVERIFY(breaker.circuit() == Circuit::Closed);
    record(breaker, "F", kStart - 47min);
    QVERIFY(breaker.circuit() == Circuit::Open);
    CircuitBreaker early;
    record(early, "FFFFFFFFFF", Timestamp{-1h});
    QVERIFY(early.circuit() == Circuit::Open);
}

QTEST_APPLESS_MAIN(tst_Breaker)
#include "tst_breaker.moc"

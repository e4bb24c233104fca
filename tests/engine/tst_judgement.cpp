#include "core/engine/judgement.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;
using S = DeliveryState;

namespace {

const Timestamp kNow{Milliseconds(1'000'000)};

Exchange answered(int status)
{
    Exchange exchange;
    exchange.status = status;
    exchange.outcome = status / 100 == 2 ? Outcome::Delivered : Outcome::Rejected;
    exchange.errorClass = status / 100 == 2 ? ErrorClass::None : ErrorClass::Status;
    return exchange;
}

Exchange broken(Outcome outcome, ErrorClass errorClass)
{
    Exchange exchange;
    exchange.outcome = outcome;
    exchange.errorClass = errorClass;
    return exchange;
}

Judgement judged(const Exchange &exchange, int attempts, const Delivery &delivery = {})
{
    return judge(exchange, delivery, RetryPolicy{{5s, 60s, 300s, 600s}}, attempts, kNow, kNow, 0.5);
}

} // namespace

class tst_Judgement : public QObject {
    Q_OBJECT

private slots:
    void any2xxIsDelivered();
    void serverErrorsFollowTheSchedule();
    void clientErrorsAreTriedThreeTimes();
    void throttlingIsNotAClientError();
    void retryAfterIsCapped();
    void goneIsHeld();
    void policyAndConfigurationAreFinal();
    void inDoubtIsTriedAgain();
    void stoppedByUsIsDueAtOnce();
    void replayIsTriedOnce();
};

void tst_Judgement::any2xxIsDelivered()
{
    for (int status : {200, 201, 202, 204, 299}) {
        QCOMPARE(toString(judged(answered(status), 1).change.state), toString(S::Delivered));
        QVERIFY(judged(answered(status), 1).change.finishedAt.has_value());
    }
}

void tst_Judgement::serverErrorsFollowTheSchedule()
{
    QCOMPARE(judged(answered(500), 1).change.dueAt, std::optional(kNow + 5s));
    QCOMPARE(judged(answered(302), 2).change.dueAt, std::optional(kNow + 60s));
    QCOMPARE(toString(judged(answered(500), 4).change.state), toString(S::Retrying));
    QCOMPARE(toString(judged(answered(500), 5).change.state), toString(S::Failed));
}

void tst_Judgement::clientErrorsAreTriedThreeTimes()
{
    QCOMPARE(toString(judged(answered(404), 2).change.state), toString(S::Retrying));
    QCOMPARE(toString(judged(answered(404), 3).change.state), toString(S::Failed));
}

void tst_Judgement::throttlingIsNotAClientError()
{
    for (int status : {408, 425, 429})
        QCOMPARE(toString(judged(answered(status), 3).change.state), toString(S::Retrying));
}

void tst_Judgement::retryAfterIsCapped()
{
    Exchange exchange = answered(503);
    exchange.retryAfter = 30s;
    QCOMPARE(judged(exchange, 1).change.dueAt, std::optional(kNow + 30s));
    exchange.retryAfter = 1s;
    QCOMPARE(judged(exchange, 1).change.dueAt, std::optional(kNow + 5s));
    exchange.retryAfter = 1000h;
    QCOMPARE(judged(exchange, 1).change.dueAt, std::optional(kNow + Milliseconds(24h)));
}

void tst_Judgement::goneIsHeld()
{
    const Judgement judgement = judged(answered(410), 1);
    QCOMPARE(toString(judgement.change.state), toString(S::Held));
    QVERIFY(judgement.targetGone);
}

void tst_Judgement::policyAndConfigurationAreFinal()
{
    QCOMPARE(toString(judged(broken(Outcome::NotSent, ErrorClass::Policy), 1).change.state), toString(S::Failed));
    QCOMPARE(toString(judged(broken(Outcome::NotSent, ErrorClass::Configuration), 1).change.state),
             toString(S::Failed));
    QCOMPARE(toString(judged(broken(Outcome::NotSent, ErrorClass::Resolve), 1).change.state), toString(S::Retrying));
}

void tst_Judgement::inDoubtIsTriedAgain()
{
    const Judgement judgement = judged(broken(Outcome::InDoubt, ErrorClass::Timeout), 1);
    QCOMPARE(toString(judgement.change.state), toString(S::Retrying));
    QCOMPARE(judgement.change.cause, QStringLiteral("timeout"));
}

void tst_Judgement::stoppedByUsIsDueAtOnce()
{
    const Judgement judgement = judged(broken(Outcome::InDoubt, ErrorClass::Cancelled), 5);
    QCOMPARE(toString(judgement.change.state), toString(S::Retrying));
    QCOMPARE(judgement.change.dueAt, std::optional(kNow));
}

void tst_Judgement::replayIsTriedOnce()
{
    Delivery replay;
    replay.replayOf = {1};
    QCOMPARE(toString(judged(answered(500), 1, replay).change.state), toString(S::Failed));
    QCOMPARE(toString(judged(answered(410), 1, replay).change.state), toString(S::Failed));
    QVERIFY(!judged(answered(410), 1, replay).targetGone);
}

QTEST_GUILESS_MAIN(tst_Judgement)
#include "tst_judgement.moc"

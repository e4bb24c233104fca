#include "tests/engine/enginebench.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;
using S = DeliveryState;

class tst_EngineRecovery : public QObject {
    Q_OBJECT

private slots:
    void whatWasUnderWayIsInDoubtAndRepeated();
    void whatWasQueuedAndRetryingGoesOn();
    void watchingEngineSendsNothing();
    void takesUpWhatAnotherProcessWrote();
    void targetWithASecretIsHeldWithoutAVault();
};

void tst_EngineRecovery::whatWasUnderWayIsInDoubtAndRepeated()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(plainTarget(QStringLiteral("cms"))).isValid());
    QVERIFY(bench.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1"))}));
    bench.restart();
    QCOMPARE(bench.transport->sent.size(), 1);
    const DeliveryDetail detail = bench.detail({1});
    QCOMPARE(detail.attempts.size(), 2);
    QCOMPARE(toString(detail.attempts[0].exchange.outcome), toString(Outcome::InDoubt));
    QCOMPARE(toString(detail.attempts[0].exchange.errorClass), toString(ErrorClass::Interrupted));
    QCOMPARE(toString(detail.attempts[1].exchange.outcome), toString(Outcome::Pending));
    QCOMPARE(detail.attempts[1].requestBody, detail.attempts[0].requestBody);
    bench.answer(0, 200);
    QCOMPARE(toString(bench.row({1}).delivery.state), toString(S::Delivered));
    QCOMPARE(bench.ledger().unexplained, 0);
}

void tst_EngineRecovery::whatWasQueuedAndRetryingGoesOn()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget target = plainTarget(QStringLiteral("cms"));
    target.maxInFlight = 1;
    target.retry = {{10s}};
    QVERIFY(bench.addTarget(target).isValid());
    QVERIFY(bench.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1")),
                              published(QStringLiteral("a2"), QStringLiteral("e2")),
                              published(QStringLiteral("a3"), QStringLiteral("e3"))}));
    bench.answer(0, 500); // a1 retrying, a2 under way, a3 queued
    bench.restart();
    QCOMPARE(bench.transport->sent.size(), 1);
    bench.answer(0, 200);
    bench.answer(1, 200);
    bench.advance(10s);
    bench.answer(2, 200);
    QCOMPARE((*WorkspaceReader::open(bench.workspace()))->counts().value().delivered, 3);
    QCOMPARE(bench.ledger().unexplained, 0);
}

void tst_EngineRecovery::watchingEngineSendsNothing()
{
    EngineBench bench({false, QStringLiteral("process 7 dispatches")});
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(plainTarget(QStringLiteral("cms"))).isValid());
    QVERIFY(bench.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1"))}));
    QCOMPARE(bench.transport->sent.size(), 0);
    QCOMPARE(toString(bench.row({1}).delivery.state), toString(S::Queued));
}

void tst_EngineRecovery::takesUpWhatAnotherProcessWrote()
{
    EngineBench bench;
    QVERIFY(bench.start());
    EngineBench other({false, {}});
    other.transport = std::make_unique<ScriptedTransport>();
    other.engine = std::make_unique<Engine>(
        EngineParts{other.clock, *other.transport, [](bool) { return fail(ErrorCode::VaultUnavailable, QString()); },
                    [] { return 0.5; }},
        EngineOptions{false, {}});
    QVERIFY(other.engine->start(bench.workspace()));
    QVERIFY(other.addTarget(plainTarget(QStringLiteral("cms"))).isValid());
    QVERIFY(other.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1"))}));
    QTRY_COMPARE_WITH_TIMEOUT(bench.transport->sent.size(), 1, 3000);
}

void tst_EngineRecovery::targetWithASecretIsHeldWithoutAVault()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(plainTarget(QStringLiteral("open"))).isValid());
    {
        auto db = Database::open(bench.workspace(), Database::Access::Write).value();
        QVERIFY(
            db->run(QStringLiteral("INSERT INTO target_header VALUES (1, 0, 'Authorization', '', 1, 1, x'00112233')")));
    }
    bench.restart();
    QTRY_COMPARE_WITH_TIMEOUT(bench.engine->inbox().take().isEmpty(), true, 100);
    QVERIFY(bench.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1"))}));
    QTRY_VERIFY_WITH_TIMEOUT((bench.engine->processDue(), bench.row({1}).delivery.state == S::Held), 3000);
    QVERIFY(bench.row({1}).delivery.error.contains(QLatin1String("no vault in this test")));
    QCOMPARE(bench.transport->sent.size(), 0);
}

QTEST_GUILESS_MAIN(tst_EngineRecovery)
#include "tst_enginerecovery.moc"

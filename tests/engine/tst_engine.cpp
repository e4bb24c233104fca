#include "tests/engine/enginebench.h"

#include <QTest>

#include <chrono>

using namespace callboard;
using namespace std::chrono_literals;
using S = DeliveryState;

class tst_Engine : public QObject {
    Q_OBJECT

private slots:
    void sendsWhatIsDueInTheSameCycle();
    void attemptIsOnDiskBeforeItLeaves();
    void duplicateChangesNothing();
    void conflictRefusesTheWholeBatch();
    void unwantedEventOwesNothing();
    void retriesByTheScheduleThenFails();
    void retryAfterIsAMinimum();
    void keepsTheLimitInFlight();
    void keepsTheOrderOfAnAsset();
    void unorderedTargetGoesOn();
    void goneHoldsEverything();
    void mailIsHeldUntilThereIsAServer();
    void recordThatCannotBeRenderedFailsAndSaysWhy();
    void drainLetsTheLastAnswerIn();
};

void tst_Engine::sendsWhatIsDueInTheSameCycle()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(plainTarget(QStringLiteral("cms"))).isValid());
    const auto accepted = bench.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1"))});
    QVERIFY(accepted);
    QCOMPARE(accepted->accepted, 1);
    QCOMPARE(accepted->ids, QStringList{QStringLiteral("e1")});
    QCOMPARE(bench.transport->sent.size(), 1);
    QCOMPARE(bench.transport->sent[0].method, QByteArray("POST"));
    QVERIFY(bench.transport->sent[0].body.contains("\"uuid\": \"a1\""));
    bench.answer(0, 200);
    QCOMPARE(toString(bench.rows().first().delivery.state), toString(S::Delivered));
    QCOMPARE(bench.ledger().unexplained, 0);
    QCOMPARE(bench.ledger().accepted, 1);
}

void tst_Engine::attemptIsOnDiskBeforeItLeaves()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(plainTarget(QStringLiteral("cms"))).isValid());
    QVERIFY(bench.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1"))}));
    const DeliveryDetail detail = bench.detail({1});
    QCOMPARE(toString(detail.row.delivery.state), toString(S::Sending));
    QCOMPARE(detail.attempts.size(), 1);
    QCOMPARE(toString(detail.attempts[0].exchange.outcome), toString(Outcome::Pending));
    QCOMPARE(detail.attempts[0].requestBody, bench.transport->sent[0].body);
    QCOMPARE(detail.attempts[0].url, QStringLiteral("https://cms.example/hook"));
    QVERIFY(detail.attempts[0].requestHead.startsWith("POST /hook HTTP/1.1\r\nHost: cms.example\r\n"));
    QVERIFY(detail.attempts[0].requestHead.contains(detail.webhookId.toUtf8()));
}

void tst_Engine::duplicateChangesNothing()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(plainTarget(QStringLiteral("cms"))).isValid());
    const MediaEvent event = published(QStringLiteral("a1"), QStringLiteral("e1"));
    QVERIFY(bench.emitEvents({event, event}));
    const auto again = bench.emitEvents({event});
    QVERIFY(again);
    QCOMPARE(again->accepted, 0);
    QCOMPARE(again->duplicates, 1);
    QCOMPARE(bench.rows().size(), 1);
}

void tst_Engine::conflictRefusesTheWholeBatch()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(plainTarget(QStringLiteral("cms"))).isValid());
    QVERIFY(bench.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1"))}));
    const auto refused = bench.emitEvents({published(QStringLiteral("a2"), QStringLiteral("e2")),
                                           published(QStringLiteral("other"), QStringLiteral("e1"))});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QVERIFY2(refused.error().detail.contains(QLatin1String("Event 2 of 2")), qPrintable(refused.error().detail));
    QCOMPARE(bench.rows().size(), 1);
}

void tst_Engine::unwantedEventOwesNothing()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(plainTarget(QStringLiteral("cms"))).isValid());
    QVERIFY(bench.emitEvents({rated(QStringLiteral("f1"), QStringLiteral("e1"), 1)}));
    QCOMPARE(bench.rows().size(), 0);
    QCOMPARE(bench.ledger().accepted, 0);
    QCOMPARE(bench.ledger().unexplained, 0);
}

void tst_Engine::retriesByTheScheduleThenFails()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget target = plainTarget(QStringLiteral("cms"));
    target.retry = {{5s, 60s}};
    QVERIFY(bench.addTarget(target).isValid());
    QVERIFY(bench.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1"))}));
    bench.answer(0, 503);
    QCOMPARE(toString(bench.row({1}).delivery.state), toString(S::Retrying));
    QCOMPARE(bench.row({1}).delivery.cause, QStringLiteral("http-503"));
    bench.advance(4'999ms);
    QCOMPARE(bench.transport->sent.size(), 1);
    bench.advance(1ms);
    QCOMPARE(bench.transport->sent.size(), 2);
    bench.answer(1, 0);
    QCOMPARE(bench.row({1}).delivery.cause, QStringLiteral("refused"));
    bench.advance(60s);
    bench.answer(2, 500);
    QCOMPARE(toString(bench.row({1}).delivery.state), toString(S::Failed));
    QCOMPARE(bench.row({1}).delivery.attempts, 3);
    bench.advance(24h);
    QCOMPARE(bench.transport->sent.size(), 3);
    const auto head = [&](int i) { return bench.transport->sent[i].headers; };
    const auto id = [&](int i) {
        for (const auto &[n, v] : head(i))
            if (n == "webhook-id")
                return v;
        return QByteArray();
    };
    QCOMPARE(id(0), id(2));
    QVERIFY(!id(0).isEmpty());
    QCOMPARE(bench.ledger().unexplained, 0);
}

void tst_Engine::retryAfterIsAMinimum()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget target = plainTarget(QStringLiteral("cms"));
    target.retry = {{5s, 5s}};
    QVERIFY(bench.addTarget(target).isValid());
    QVERIFY(bench.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1"))}));
    TransportResult result{bench.transport->sent[0].ticket, {}};
    result.exchange.outcome = Outcome::Rejected;
    result.exchange.status = 429;
    result.exchange.retryAfter = 90s;
    emit bench.transport->finished({result});
    bench.spin();
    bench.advance(89s);
    QCOMPARE(bench.transport->sent.size(), 1);
    bench.advance(1s);
    QCOMPARE(bench.transport->sent.size(), 2);
}

void tst_Engine::keepsTheLimitInFlight()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget target = plainTarget(QStringLiteral("cms"));
    target.maxInFlight = 3;
    QVERIFY(bench.addTarget(target).isValid());
    QList<MediaEvent> events;
    for (int i = 0; i < 10; ++i)
        events.append(published(QStringLiteral("a%1").arg(i), QStringLiteral("e%1").arg(i)));
    QVERIFY(bench.emitEvents(events));
    QCOMPARE(bench.transport->sent.size(), 3);
    bench.answer(0, 200);
    QCOMPARE(bench.transport->sent.size(), 4);
    for (int i = 1; i < 10; ++i)
        bench.answer(i, 200);
    QCOMPARE(bench.transport->sent.size(), 10);
    QCOMPARE((*WorkspaceReader::open(bench.workspace()))->counts().value().delivered, 10);
}

void tst_Engine::keepsTheOrderOfAnAsset()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget target = plainTarget(QStringLiteral("cms"));
    target.retry = {{5s, 5s}};
    QVERIFY(bench.addTarget(target).isValid());
    QVERIFY(bench.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1")),
                              published(QStringLiteral("a1"), QStringLiteral("e2")),
                              published(QStringLiteral("b1"), QStringLiteral("e3"))}));
    QCOMPARE(bench.transport->sent.size(), 2); // a1's first and b1
    bench.answer(0, 500);
    QCOMPARE(toString(bench.row({2}).delivery.state), toString(S::Queued)); // waits behind the one that is retried
    bench.advance(5s);
    bench.answer(2, 200);
    QCOMPARE(bench.transport->sent.size(), 4);
    QCOMPARE(toString(bench.row({2}).delivery.state), toString(S::Sending));
}

void tst_Engine::unorderedTargetGoesOn()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget target = plainTarget(QStringLiteral("cms"));
    target.ordered = false;
    QVERIFY(bench.addTarget(target).isValid());
    QVERIFY(bench.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1")),
                              published(QStringLiteral("a1"), QStringLiteral("e2"))}));
    QCOMPARE(bench.transport->sent.size(), 2);
}

void tst_Engine::goneHoldsEverything()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(plainTarget(QStringLiteral("cms"))).isValid());
    QVERIFY(bench.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1"))}));
    bench.answer(0, 410);
    QCOMPARE(toString(bench.row({1}).delivery.state), toString(S::Held));
    QVERIFY(bench.emitEvents({published(QStringLiteral("a2"), QStringLiteral("e2"))}));
    QCOMPARE(toString(bench.row({2}).delivery.state), toString(S::Held));
    QCOMPARE(bench.transport->sent.size(), 1);
    const auto targets = (*WorkspaceReader::open(bench.workspace()))->targets();
    QCOMPARE(toString(targets.first().state), toString(TargetState::Gone));
    QVERIFY(targets.first().stateReason.contains(QLatin1String("410")));
}

void tst_Engine::mailIsHeldUntilThereIsAServer()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget target = plainTarget(QStringLiteral("mail"));
    target.url = QStringLiteral("mailto:johndoe@epiclabs.io");
    QVERIFY(bench.addTarget(target).isValid());
    QVERIFY(bench.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1"))}));
    QCOMPARE(toString(bench.row({1}).delivery.state), toString(S::Held));
    QVERIFY(bench.row({1}).delivery.error.contains(QLatin1String("SMTP")));
    QCOMPARE(bench.transport->sent.size(), 0);
}

void tst_Engine::recordThatCannotBeRenderedFailsAndSaysWhy()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(plainTarget(QStringLiteral("cms"))).isValid());
    MediaEvent event = published(QStringLiteral("a1"), QStringLiteral("e1"));
    event.data = "not a record";
    QVERIFY(bench.emitEvents({event}));
    QCOMPARE(toString(bench.row({1}).delivery.state), toString(S::Failed));
    QCOMPARE(bench.row({1}).delivery.cause, QStringLiteral("configuration"));
    QVERIFY(!bench.row({1}).delivery.error.isEmpty());
    QCOMPARE(bench.transport->sent.size(), 0);
    QCOMPARE(bench.ledger().unexplained, 0);
}

void tst_Engine::drainLetsTheLastAnswerIn()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget target = plainTarget(QStringLiteral("cms"));
    target.maxInFlight = 1;
    QVERIFY(bench.addTarget(target).isValid());
    QVERIFY(bench.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1")),
                              published(QStringLiteral("a2"), QStringLiteral("e2"))}));
    bool drained = false;
    QObject::connect(bench.engine.get(), &Engine::drained, bench.engine.get(), [&drained] { drained = true; });
    bench.engine->drain(10s);
    QVERIFY(!drained);
    const auto late = bench.emitEvents({published(QStringLiteral("a3"), QStringLiteral("e3"))});
    QVERIFY(!late);
    bench.answer(0, 200);
    QVERIFY(drained);
    QCOMPARE(toString(bench.row({1}).delivery.state), toString(S::Delivered));
    QCOMPARE(toString(bench.row({2}).delivery.state), toString(S::Queued)); // kept for the next start
    QCOMPARE(bench.ledger().unexplained, 0);
}

QTEST_GUILESS_MAIN(tst_Engine)
#include "tst_engine.moc"

#include "tests/engine/enginebench.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

class tst_EngineWindows : public QObject {
    Q_OBJECT

private slots:
    void urgentTriggerClosesTheOpenWindow();
    void urgentTriggerOpensNone();
    void theNextWindowAfterAnUrgentOneIsWhole();
    void widensForABusyAssetAndSaysWhy();
    void narrowsAgain();
};

namespace {

CallbackTarget site()
{
    CallbackTarget target = sparkPreset();
    target.name = QStringLiteral("site");
    target.url = QStringLiteral("https://site.example/callback");
    target.urgent = {Trigger::Moderation};
    return target;
}

MediaEvent denied(const QString &asset, const QString &id)
{
    MediaEvent event = rated(asset, id, 1);
    event.trigger = Trigger::Moderation;
    event.type = QStringLiteral("media.file.moderated");
    event.data = R"({"id":556114,"moderationstatus":2})";
    return event;
}

const QString kAsset = QStringLiteral("556114");

} // namespace

// "you can take the appropriate action to immediately remove media that has been denied" (line 12)
void tst_EngineWindows::urgentTriggerClosesTheOpenWindow()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(site()).isValid());
    for (int i = 1; i <= 3; ++i)
        QVERIFY(bench.emitEvents({rated(kAsset, QStringLiteral("r%1").arg(i), i)}));
    bench.advance(5s);
    QCOMPARE(bench.transport->sent.size(), 0);
    QVERIFY(bench.emitEvents({denied(kAsset, QStringLiteral("d1"))}));
    QCOMPARE(bench.transport->sent.size(), 1);
    QVERIFY(bench.transport->sent[0].body.contains("<moderationstatus>2</moderationstatus>"));
    const Delivery delivery = bench.row({1}).delivery;
    QCOMPARE(delivery.merged, 3);
    QCOMPARE(delivery.window.count(), 60'000);
    QCOMPARE(delivery.windowReason, QStringLiteral("closed early: “moderated” is urgent"));
    QCOMPARE(bench.ledger().unexplained, 0);
}

void tst_EngineWindows::urgentTriggerOpensNone()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(site()).isValid());
    QVERIFY(bench.emitEvents({denied(kAsset, QStringLiteral("d1"))}));
    QCOMPARE(bench.transport->sent.size(), 1);
}

void tst_EngineWindows::theNextWindowAfterAnUrgentOneIsWhole()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(site()).isValid());
    QVERIFY(bench.emitEvents({denied(kAsset, QStringLiteral("d1"))}));
    bench.answer(0, 200);
    QVERIFY(bench.emitEvents({rated(kAsset, QStringLiteral("r1"), 1)}));
    bench.advance(59s);
    QCOMPARE(bench.transport->sent.size(), 1);
    bench.advance(1s);
    QCOMPARE(bench.transport->sent.size(), 2);
}

void tst_EngineWindows::widensForABusyAssetAndSaysWhy()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget target = site();
    target.coalesceLongest = 4min;
    QVERIFY(bench.addTarget(target).isValid());
    for (int i = 1; i <= 5; ++i)
        QVERIFY(bench.emitEvents({rated(kAsset, QStringLiteral("r%1").arg(i), i)}));
    bench.advance(60s);
    bench.answer(0, 200);
    QVERIFY(bench.emitEvents({rated(kAsset, QStringLiteral("s1"), 6)}));
    bench.advance(119s);
    QCOMPARE(bench.transport->sent.size(), 1);
    bench.advance(1s);
    QCOMPARE(bench.transport->sent.size(), 2);
    QCOMPARE(bench.row({2}).delivery.windowReason,
             QStringLiteral("widened to 2m: the asset changed 5 times in the 1m before"));
}

void tst_EngineWindows::narrowsAgain()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget target = site();
    target.coalesceLongest = 4min;
    QVERIFY(bench.addTarget(target).isValid());
    for (int i = 1; i <= 5; ++i)
        QVERIFY(bench.emitEvents({rated(kAsset, QStringLiteral("r%1").arg(i), i)}));
    bench.advance(60s);
    bench.answer(0, 200);
    QVERIFY(bench.emitEvents({rated(kAsset, QStringLiteral("s1"), 6)}));
    bench.advance(2min);
    bench.answer(1, 200);
    QVERIFY(bench.emitEvents({rated(kAsset, QStringLiteral("t1"), 7)}));
    bench.advance(60s);
    QCOMPARE(bench.transport->sent.size(), 3);
    QVERIFY(bench.row({3}).delivery.windowReason.startsWith(QLatin1String("narrowed to 1m")));
}

QTEST_GUILESS_MAIN(tst_EngineWindows)
#include "tst_enginewindows.moc"

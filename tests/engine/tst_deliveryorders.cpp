// What an operator says about single deliveries, and one that is sent to another address this once.
#include "core/security/vault.h"
#include "tests/engine/enginebench.h"

#include <QTest>

using namespace callboard;

namespace {

const QString kElsewhere = QStringLiteral("https://other.example/try?x=1");

// A delivery that ended as `status` says.
void deliver(EngineBench &bench, int status)
{
    QVERIFY(bench.emitEvents({published(QStringLiteral("a1"), QStringLiteral("e1"))}));
    bench.answer(0, status);
}

Result<DeliveryId> replayTo(EngineBench &bench, const QString &url)
{
    return bench.order<DeliveryId>([&](Orders &orders) { return orders.replayTo({1}, url); });
}

// What is known of the target's health is written with the next commit.
bool fails(EngineBench &bench)
{
    bench.advance(Milliseconds(1'000));
    return (*WorkspaceReader::open(bench.workspace()))->targetSummaries().constFirst().health.has_value();
}

} // namespace

class tst_DeliveryOrders : public QObject {
    Q_OBJECT

private slots:
    void theSameBytesGoElsewhereOnceAndTheTargetStaysAsItIs();
    void secretsGoToTheTargetsOwnReceiverAlone();
    void whatAnotherReceiverAnswersSaysNothingAboutTheTarget();
    void whatWasUnderWayWhenTheProgramEndedStillGoesThere();
    void anAddressThatTheTargetCouldNotHaveIsRefused();
    void marksAndNotesAreKept();
    void whatDoesNotExistCannotBeNoted();
};

void tst_DeliveryOrders::theSameBytesGoElsewhereOnceAndTheTargetStaysAsItIs()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget target = plainTarget(QStringLiteral("cms"));
    target.pipelining = true; // its pipelines lead to the target
    QVERIFY(bench.addTarget(target).isValid());
    deliver(bench, 404);
    const auto made = replayTo(bench, kElsewhere);
    QVERIFY(made);
    QCOMPARE(bench.transport->sent.size(), 2);
    QCOMPARE(bench.transport->sent[1].url.toString(), kElsewhere);
    QCOMPARE(bench.transport->sent[1].body, bench.transport->sent[0].body);
    QVERIFY(!bench.transport->sent[1].pipelining);
    bench.answer(1, 200);
    const DeliveryDetail replay = bench.detail(*made);
    QCOMPARE(toString(replay.row.delivery.state), QStringLiteral("delivered"));
    QCOMPARE(replay.row.delivery.replayOf, DeliveryId{1});
    QCOMPARE(replay.otherUrl, kElsewhere);
    QCOMPARE(replay.attempts.constLast().url, kElsewhere);
    QCOMPARE(bench.detail({1}).otherUrl, QString());
    QVERIFY(bench.order<QList<DeliveryId>>([](Orders &orders) { return orders.replay({DeliveryId{1}}); }));
    QCOMPARE(bench.transport->sent[2].url.host(), QStringLiteral("cms.example"));
    QCOMPARE(bench.ledger().unexplained, 0);
}

void tst_DeliveryOrders::secretsGoToTheTargetsOwnReceiverAlone()
{
    EngineBench bench;
    bench.vault = Vault::fromKey(QByteArray(kVaultKeyBytes, 'k')).value();
    QVERIFY(bench.start());
    CallbackTarget target = plainTarget(QStringLiteral("cms"));
    target.headers = {{QStringLiteral("Authorization"), QStringLiteral("s3cret"), {}, true, true},
                      {QStringLiteral("X-Plain"), QStringLiteral("yes"), {}, false, true}};
    Order save; // the vault is opened on another thread
    save.needsVault = true;
    bool saved = false;
    save.write = [&](Workplace &place) { return place.orders.saveTarget(target).map([](const CallbackTarget &) {}); };
    save.done = [&](const Result<void> &done) { saved = done.has_value(); };
    bench.engine->inbox().put([&](Work &work) { work.orders.push_back(std::move(save)); });
    QTRY_VERIFY(saved);
    deliver(bench, 404);
    QVERIFY(replayTo(bench, kElsewhere));
    bench.answer(1, 200);
    QVERIFY(replayTo(bench, QStringLiteral("https://cms.example/other/path")));
    const auto carries = [&](qsizetype index, const QByteArray &value) {
        for (const auto &[name, sent] : bench.transport->sent[index].headers) {
            if (sent == value)
                return true;
        }
        return false;
    };
    QVERIFY(carries(0, "s3cret"));
    QVERIFY(!carries(1, "s3cret"));
    QVERIFY(carries(1, "yes"));
    QVERIFY(carries(2, "s3cret"));
}

void tst_DeliveryOrders::whatAnotherReceiverAnswersSaysNothingAboutTheTarget()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(plainTarget(QStringLiteral("cms"))).isValid());
    deliver(bench, 200);
    QVERIFY(replayTo(bench, kElsewhere));
    bench.answer(1, 500);
    QCOMPARE(toString(bench.row({2}).delivery.state), QStringLiteral("failed"));
    QVERIFY(!fails(bench));
    QVERIFY(bench.order<QList<DeliveryId>>([](Orders &orders) { return orders.replay({DeliveryId{1}}); }));
    bench.answer(2, 500);
    QVERIFY2(fails(bench), "its own answer does");
}

void tst_DeliveryOrders::whatWasUnderWayWhenTheProgramEndedStillGoesThere()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(plainTarget(QStringLiteral("cms"))).isValid());
    deliver(bench, 404);
    QVERIFY(replayTo(bench, kElsewhere));
    bench.restart();
    bench.spin();
    QVERIFY(!bench.transport->sent.isEmpty());
    QCOMPARE(bench.transport->sent.constLast().url.host(), QStringLiteral("other.example"));
}

void tst_DeliveryOrders::anAddressThatTheTargetCouldNotHaveIsRefused()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(plainTarget(QStringLiteral("cms"))).isValid());
    deliver(bench, 404);
    for (const char *url : {"", "ftp://other.example/", "mailto:ops@example.org", "not an address"}) {
        const auto refused = replayTo(bench, QString::fromLatin1(url));
        QVERIFY2(!refused, url);
        QCOMPARE(refused.error().code, ErrorCode::InvalidUrl);
    }
    QCOMPARE(bench.rows().size(), 1);
}

void tst_DeliveryOrders::marksAndNotesAreKept()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(plainTarget(QStringLiteral("cms"))).isValid());
    deliver(bench, 404);
    const auto mark = [&](bool marked) {
        return bench.order<int>([marked](Orders &orders) { return orders.setMarked({DeliveryId{1}, {99}}, marked); });
    };
    QCOMPARE(mark(true).value_or(-1), 1);
    QVERIFY(bench.row({1}).marked);
    QVERIFY(
        bench.order<DeliveryId>([](Orders &orders) { return orders.setNote({1}, QStringLiteral("  asked\nthem ")); }));
    QCOMPARE(bench.row({1}).note, QStringLiteral("asked them"));
    QVERIFY(bench.row({1}).marked);
    QCOMPARE(mark(false).value_or(-1), 1);
    QVERIFY(!bench.row({1}).marked);
    QCOMPARE(bench.row({1}).note, QStringLiteral("asked them"));
    bench.restart();
    QCOMPARE(bench.row({1}).note, QStringLiteral("asked them"));
}

void tst_DeliveryOrders::whatDoesNotExistCannotBeNoted()
{
    EngineBench bench;
    QVERIFY(bench.start());
    const auto refused = bench.order<DeliveryId>(
        [](Orders &orders) { return orders.setNote({7}, QStringLiteral("nobody")); });
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(tst_DeliveryOrders)
#include "tst_deliveryorders.moc"

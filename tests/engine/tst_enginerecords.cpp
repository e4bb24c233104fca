#include "core/engine/recordnaming.h"
#include "tests/engine/enginebench.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;
using S = DeliveryState;

// Records without an event, what a target was last told, and replays of the same bytes or of the latest state.
class tst_EngineRecords : public QObject {
    Q_OBJECT

private slots:
    void firstSightIsOnlyKept();
    void changeNamesTheEvent();
    void severalChangesNameSeveralEvents();
    void sameRecordAgainChangesNothing();
    void refreshedRecordFiresNothing();
    void detailShowsWhatWasSentBefore();
    void replayOfTheSameBytesSendsTheSameBody();
    void replayOfTheLatestStateSendsTheNewestRecord();
};

namespace {

MediaEvent record(const QString &id, const QByteArray &json)
{
    MediaEvent event;
    event.source = QStringLiteral("urn:callboard:drop");
    event.sourceId = id;
    event.type = kRecordEventType;
    event.asset = QStringLiteral("556114");
    event.project = QStringLiteral("16");
    event.dataContentType = QStringLiteral("application/json");
    event.data = json;
    return event;
}

CallbackTarget site()
{
    CallbackTarget target = sparkPreset();
    target.name = QStringLiteral("site");
    target.url = QStringLiteral("https://site.example/callback");
    target.coalesceWindow = 0ms;
    return target;
}

const QByteArray kFirst = R"({"id":556114,"moderationstatus":0,"rating":0,"votecount":0,"vhost":16})";

} // namespace

void tst_EngineRecords::firstSightIsOnlyKept()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(site()).isValid());
    const auto accepted = bench.emitEvents({record(QStringLiteral("f1"), kFirst)});
    QVERIFY(accepted);
    QCOMPARE(accepted->accepted, 1);
    QCOMPARE(bench.transport->sent.size(), 0);
    const auto asset = (*WorkspaceReader::open(bench.workspace()))->asset(QStringLiteral("556114"));
    QVERIFY(asset);
    QCOMPARE(asset->presentRecord(), kFirst);
}

void tst_EngineRecords::changeNamesTheEvent()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(site()).isValid());
    QVERIFY(bench.emitEvents({record(QStringLiteral("f1"), kFirst)}));
    QVERIFY(bench.emitEvents({record(QStringLiteral("f2"),
                                     QByteArray(kFirst).replace("\"moderationstatus\":0", "\"moderationstatus\":2"))}));
    QCOMPARE(bench.transport->sent.size(), 1);
    QCOMPARE(toString(bench.row({1}).delivery.state), toString(S::Sending));
    QVERIFY(bench.row({1}).delivery.trigger == Trigger::Moderation);
    QCOMPARE(bench.ledger().unexplained, 0);
}

void tst_EngineRecords::severalChangesNameSeveralEvents()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget target = site();
    target.coalesceWindow = 60s;
    QVERIFY(bench.addTarget(target).isValid());
    QVERIFY(bench.emitEvents({record(QStringLiteral("f1"), kFirst)}));
    QVERIFY(bench.emitEvents(
        {record(QStringLiteral("f2"), R"({"id":556114,"moderationstatus":1,"rating":4,"votecount":9,"vhost":16})")}));
    QCOMPARE(bench.detail({1}).events.size(), 2);
    bench.advance(60s);
    QCOMPARE(bench.transport->sent.size(), 1);
}

void tst_EngineRecords::sameRecordAgainChangesNothing()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(site()).isValid());
    QVERIFY(bench.emitEvents({record(QStringLiteral("f1"), kFirst)}));
    const auto again = bench.emitEvents({record(QStringLiteral("f1"), kFirst)});
    QVERIFY(again);
    QCOMPARE(again->duplicates, 1);
    QCOMPARE(again->accepted, 0);
    QVERIFY(bench.emitEvents({record(QStringLiteral("f3"), kFirst)})); // another file, nothing new in it
    QCOMPARE(bench.rows().size(), 0);
}

void tst_EngineRecords::refreshedRecordFiresNothing()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(site()).isValid());
    QVERIFY(bench.emitEvents({record(QStringLiteral("f1"), kFirst)}));
    MediaEvent refreshed = record(QStringLiteral("r1"), R"({"id":556114,"moderationstatus":2})");
    refreshed.source = kRefreshSource;
    QVERIFY(bench.emitEvents({refreshed}));
    QCOMPARE(bench.rows().size(), 0);
}

void tst_EngineRecords::detailShowsWhatWasSentBefore()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(site()).isValid());
    QVERIFY(bench.emitEvents({rated(QStringLiteral("556114"), QStringLiteral("e1"), 1)}));
    bench.answer(0, 200);
    QVERIFY(!bench.detail({1}).lastSent);
    QVERIFY(bench.emitEvents({rated(QStringLiteral("556114"), QStringLiteral("e2"), 2)}));
    bench.answer(1, 200);
    const DeliveryDetail detail = bench.detail({2});
    QVERIFY(detail.lastSent);
    QCOMPARE(detail.lastSent->sourceId, QStringLiteral("e1"));
    QVERIFY(detail.lastSentBy == DeliveryId{1});
}

void tst_EngineRecords::replayOfTheSameBytesSendsTheSameBody()
{
    EngineBench bench;
    QVERIFY(bench.start());
    const TargetId id = bench.addTarget(site());
    QVERIFY(bench.emitEvents({rated(QStringLiteral("556114"), QStringLiteral("e1"), 1)}));
    bench.answer(0, 500);
    bench.answer(0, 500);
    QVERIFY(bench.order<CallbackTarget>([&](Orders &orders) {
        CallbackTarget changed = site();
        changed.id = id;
        changed.revision = 1;
        changed.format = PayloadFormat::LightFlow; // would render something else
        return orders.saveTarget(changed);
    }));
    QVERIFY(bench.order<QList<DeliveryId>>([](Orders &orders) { return orders.replay({DeliveryId{1}}); }));
    const TransportRequest &replay = bench.transport->sent.last();
    QCOMPARE(replay.body, bench.transport->sent[0].body);
    QVERIFY(replay.headers.contains({QByteArray("Content-Type"), QByteArray("application/xml")}));
}

void tst_EngineRecords::replayOfTheLatestStateSendsTheNewestRecord()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(site()).isValid());
    QVERIFY(bench.emitEvents({rated(QStringLiteral("556114"), QStringLiteral("e1"), 1)}));
    bench.answer(0, 200);
    QVERIFY(bench.emitEvents({rated(QStringLiteral("556114"), QStringLiteral("e2"), 7)}));
    bench.answer(1, 200);
    const auto made = bench.order<QList<DeliveryId>>(
        [](Orders &orders) { return orders.replay({DeliveryId{1}}, ReplayContent::LatestState); });
    QVERIFY(made);
    QVERIFY(bench.transport->sent[2].body.contains("<votecount>7</votecount>"));
    QVERIFY(bench.row(made->first()).delivery.replayContent == ReplayContent::LatestState);
    bench.answer(2, 200);
    QCOMPARE(bench.ledger().unexplained, 0);
}

QTEST_GUILESS_MAIN(tst_EngineRecords)
#include "tst_enginerecords.moc"

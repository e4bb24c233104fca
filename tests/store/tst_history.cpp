#include "tests/store/historybench.h"

#include "core/store/tables/assetstore.h"
#include "core/store/tables/notificationstore.h"

using namespace callboard;

namespace {

const QString kAsset = QStringLiteral("asset-1");

} // namespace

class tst_History : public QObject {
    Q_OBJECT

private slots:
    void whatEndedBeforeGoesAndBalances();
    void whatIsOwedOrEndedLateStays();
    void anEventStaysAsLongAsOneTargetNeedsIt();
    void mergedEventsGoWithTheirDelivery();
    void whatAReplayRepeatsStays();
    void whatAReplayOfTheLatestStateCarriesStays();
    void whatTookThePlaceOfWhatIsKeptStays();
    void replaysAndWhatTheyRepeatGoTogether();
    void eventsNobodyWantedGoToo();
    void thePresentRecordOfAPublishedAssetStays();
    void notificationsAndForgottenLinksGo();
    void theSumsOfTheWholeLifeStay();
};

void tst_History::whatEndedBeforeGoesAndBalances()
{
    HistoryBench bench(2);
    bench.write([&] {
        for (int day = 1; day <= 10; ++day)
            bench.told(QStringLiteral("asset-%1").arg(day), day, 2);
    });
    QCOMPARE(bench.imbalance(), QString());
    const Pruned pruned = bench.prune(6, 3);
    QCOMPARE(pruned.deliveries, 10);
    QCOMPARE(pruned.attempts, 10);
    QCOMPARE(pruned.events, 5);
    QCOMPARE(pruned.pairs, 10);
    QCOMPARE(bench.rows("delivery"), 10);
    QCOMPARE(bench.rows("attempt"), 10);
    QCOMPARE(bench.rows("event"), 5);
    QCOMPARE(bench.imbalance(), QString());
    QVERIFY(!bench.prune(6).any());
}

void tst_History::whatIsOwedOrEndedLateStays()
{
    HistoryBench bench;
    DeliveryId open;
    DeliveryId late;
    bench.write([&] {
        open = bench.delivery({1}, bench.event(kAsset, 1, 1), kAsset, 1);
        late = bench.delivery({1}, bench.event(kAsset, 2, 1), kAsset, 2);
        bench.end(late, 20, DeliveryState::Failed);
        bench.told(kAsset, 3);
    });
    QCOMPARE(bench.prune(10).deliveries, 1);
    QVERIFY(bench.has(open));
    QVERIFY(bench.has(late));
    QCOMPARE(bench.rows("event"), 2);
    QCOMPARE(bench.imbalance(), QString());
}

void tst_History::anEventStaysAsLongAsOneTargetNeedsIt()
{
    HistoryBench bench(2);
    EventId event;
    DeliveryId second;
    bench.write([&] {
        event = bench.event(kAsset, 1, 2);
        bench.end(bench.delivery({1}, event, kAsset, 1), 1);
        second = bench.delivery({2}, event, kAsset, 1);
    });
    QCOMPARE(bench.prune(10).deliveries, 1);
    QVERIFY(bench.has(event));
    QCOMPARE(bench.number(QStringLiteral("SELECT owed FROM event")), 1);
    QCOMPARE(bench.number(QStringLiteral("SELECT value FROM total WHERE name = 'rules_checked_from'")), event.value);
    QCOMPARE(bench.imbalance(), QString());
    bench.write([&] { bench.end(second, 12); });
    QCOMPARE(bench.prune(20).events, 1);
    QCOMPARE(bench.imbalance(), QString());
}

void tst_History::mergedEventsGoWithTheirDelivery()
{
    HistoryBench bench(2);
    bench.write([&] {
        const EventId first = bench.event(kAsset, 1, 2);
        const EventId second = bench.event(kAsset, 1, 2);
        const EventId third = bench.event(kAsset, 1, 2);
        const DeliveryId whole = bench.delivery({1}, first, kAsset, 1);
        bench.absorb(whole, second);
        bench.absorb(whole, third);
        bench.end(whole, 1);
        bench.end(bench.delivery({2}, first, kAsset, 1), 1);
        bench.absorb(bench.delivery({2}, second, kAsset, 2), third); // open
    });
    QCOMPARE(bench.imbalance(), QString());
    const Pruned pruned = bench.prune(10);
    QCOMPARE(pruned.deliveries, 2);
    QCOMPARE(pruned.pairs, 4);
    QCOMPARE(pruned.events, 1);
    QCOMPARE(bench.rows("delivery_event"), 1);
    QCOMPARE(bench.imbalance(), QString());
}

void tst_History::whatAReplayRepeatsStays()
{
    HistoryBench bench;
    DeliveryId original;
    DeliveryId between;
    bench.write([&] {
        const EventId event = bench.event(kAsset, 1, 1);
        original = bench.delivery({1}, event, kAsset, 1);
        bench.end(original, 1);
        between = bench.delivery({1}, event, kAsset, 2, original);
        bench.end(between, 2);
        bench.end(bench.delivery({1}, event, kAsset, 3, between), 30);
    });
    QVERIFY(!bench.prune(10).anyListed());
    QVERIFY(bench.has(original));
    QVERIFY(bench.has(between));
    QCOMPARE(bench.prune(40).deliveries, 3);
    QCOMPARE(bench.rows("event"), 0);
    QCOMPARE(bench.imbalance(), QString());
}

void tst_History::whatAReplayOfTheLatestStateCarriesStays()
{
    HistoryBench bench;
    EventId latest;
    bench.write([&] {
        const EventId event = bench.event(kAsset, 1, 1);
        const DeliveryId original = bench.delivery({1}, event, kAsset, 1);
        bench.end(original, 1);
        latest = bench.told(kAsset, 2);
        const DeliveryId replay = bench.delivery({1}, event, kAsset, 3, original);
        QVERIFY(bench.db->run(QStringLiteral("UPDATE delivery SET latest_event = ?, replay_content = 1 WHERE id = ?"),
                              {latest.value, replay.value}));
    });
    QCOMPARE(bench.prune(10).deliveries, 1);
    QVERIFY(bench.has(latest));
    QCOMPARE(bench.imbalance(), QString());
    // One that is made while a round is under way counts as well.
    HistoryBench other;
    History history(*other.db);
    EventId asked;
    bench.write([] {});
    other.write([&] {
        for (int i = 0; i < 8; ++i)
            other.told(QStringLiteral("a%1").arg(i), 1);
        asked = other.told(QStringLiteral("late"), 2);
    });
    QVERIFY(other.db->begin());
    QVERIFY(history.pruneBatch(HistoryBench::at(10), 2)->more);
    QVERIFY(other.db->commit());
    other.write([&] {
        const DeliveryId original = other.delivery({1}, other.event(QStringLiteral("late"), 11, 1),
                                                   QStringLiteral("late"), 11);
        const DeliveryId replay = other.delivery({1}, asked, QStringLiteral("late"), 11, original);
        QVERIFY(other.db->run(QStringLiteral("UPDATE delivery SET replay_content = 1 WHERE id = ?"), {replay.value}));
    });
    other.prune(history, 10, 2);
    QVERIFY(other.has(asked));
    QCOMPARE(other.imbalance(), QString());
}

void tst_History::whatTookThePlaceOfWhatIsKeptStays()
{
    HistoryBench bench;
    DeliveryId first;
    DeliveryId second;
    DeliveryId third;
    bench.write([&] {
        const EventId event = bench.event(kAsset, 1, 1);
        first = bench.delivery({1}, event, kAsset, 1);
        bench.end(first, 1, DeliveryState::Cancelled);
        second = bench.delivery({1}, bench.event(kAsset, 2, 1), kAsset, 2);
        bench.end(second, 3, DeliveryState::Cancelled);
        third = bench.delivery({1}, bench.event(kAsset, 3, 1), kAsset, 3);
        bench.end(third, 4);
        bench.delivery({1}, event, kAsset, 5, first); // an open replay holds the first, and by it the others
        const QString sql = QStringLiteral("UPDATE delivery SET superseded_by = ? WHERE id = ?");
        QVERIFY(bench.db->run(sql, {second.value, first.value}));
        QVERIFY(bench.db->run(sql, {third.value, second.value}));
        bench.told(QStringLiteral("other"), 6);
    });
    for (const int most : {1, 500})
        bench.prune(10, most);
    QVERIFY(bench.has(first) && bench.has(second) && bench.has(third));
    QCOMPARE(bench.rows("delivery"), 4);
    QCOMPARE(bench.imbalance(), QString());
}

void tst_History::replaysAndWhatTheyRepeatGoTogether()
{
    HistoryBench bench;
    bench.write([&] {
        const EventId event = bench.event(kAsset, 1, 1);
        const DeliveryId original = bench.delivery({1}, event, kAsset, 1);
        bench.end(original, 1);
        for (int i = 0; i < 3; ++i)
            bench.end(bench.delivery({1}, event, kAsset, 2, original), 2);
    });
    const Pruned pruned = bench.prune(10);
    QCOMPARE(pruned.deliveries, 4);
    QCOMPARE(pruned.pairs, 1); // a replay carries no event of its own
    QCOMPARE(bench.imbalance(), QString());
}

void tst_History::eventsNobodyWantedGoToo()
{
    HistoryBench bench;
    bench.write([&] {
        QVERIFY(bench.db->run(QStringLiteral("UPDATE target_rule SET state = 2"))); // nobody wants anything
        for (int day = 1; day <= 20; ++day)
            bench.event(kAsset, day, 0);
    });
    QCOMPARE(bench.prune(11, 3).events, 10);
    QCOMPARE(bench.rows("event"), 10);
    QCOMPARE(bench.imbalance(), QString());
}

void tst_History::thePresentRecordOfAPublishedAssetStays()
{
    HistoryBench bench;
    EventId present;
    EventId elsewhere;
    bench.write([&] {
        MediaAsset asset;
        asset.id = kAsset;
        asset.record = "{}";
        QVERIFY(AssetStore(*bench.db).insert(asset));
        bench.told(kAsset, 1);
        present = bench.told(kAsset, 2);
        elsewhere = bench.told(QStringLiteral("from elsewhere"), 3);
    });
    bench.prune(10);
    QCOMPARE(bench.rows("delivery"), 0);
    QCOMPARE(bench.rows("event"), 1);
    QVERIFY(bench.has(present));
    QVERIFY(!bench.has(elsewhere));
    QVERIFY(AssetStore(*bench.db).find(kAsset).value().latest.has_value());
    bench.write([&] { bench.told(kAsset, 11); });
    bench.prune(10); // there is a newer one now
    QVERIFY(!bench.has(present));
    QCOMPARE(bench.imbalance(), QString());
}

void tst_History::notificationsAndForgottenLinksGo()
{
    HistoryBench bench;
    bench.write([&] {
        AssetStore assets(*bench.db);
        QVERIFY(assets.link(AssetLink::ZencoderJob, QStringLiteral("1"), QStringLiteral("forgotten")));
        QVERIFY(assets.link(AssetLink::ZencoderJob, QStringLiteral("2"), QStringLiteral("told lately")));
        QVERIFY(assets.link(AssetLink::BrightcoveVideo, QStringLiteral("1"), QStringLiteral("notified lately")));
        bench.told(QStringLiteral("forgotten"), 1);
        bench.told(QStringLiteral("told lately"), 12);
        for (const int day : {1, 2, 13}) {
            EncoderNotification notification;
            notification.id = {bench.db->reserve(QStringLiteral("notification"), 1).value()};
            notification.jobId = QString::number(day);
            notification.asset = day == 13 ? QStringLiteral("notified lately") : QString();
            notification.receivedAt = HistoryBench::at(day);
            QVERIFY(NotificationStore(*bench.db).insert(notification));
        }
    });
    const Pruned pruned = bench.prune(10, 1);
    QCOMPARE(pruned.notifications, 2);
    QCOMPARE(pruned.links, 1);
    QCOMPARE(bench.rows("notification"), 1);
    QCOMPARE(bench.rows("asset_link"), 2);
    QVERIFY(!AssetStore(*bench.db).linked(AssetLink::ZencoderJob, QStringLiteral("1")).value());
}

void tst_History::theSumsOfTheWholeLifeStay()
{
    HistoryBench bench(3);
    bench.write([&] {
        for (int day = 1; day <= 4; ++day)
            bench.told(kAsset, day, 3);
    });
    bench.prune(3);
    const auto count = balance(*bench.db).value();
    QCOMPARE(count.accepted, 12);
    QCOMPARE(count.unexplained, 0);
    QCOMPARE(bench.number(QStringLiteral("SELECT value FROM total WHERE name = 'pruned'")), 6);
    QCOMPARE(bench.number(QStringLiteral("SELECT SUM(n) FROM tally")), 6);
}

QTEST_GUILESS_MAIN(tst_History)
#include "tst_history.moc"

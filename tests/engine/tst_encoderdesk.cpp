#include "core/engine/encoderdesk.h"
#include "core/engine/publishing.h"
#include "core/payload/encoder/notification.h"
#include "tests/engine/enginebench.h"

#include <QFile>
#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

// The encoders' real notifications, from arrival to callback.
class tst_EncoderDesk : public QObject {
    Q_OBJECT

private slots:
    void jobNotificationFiresItsAssetsCallbacks();
    void repeatedNotificationChangesNothing();
    void passThroughFindsTheAsset();
    void jobIdFindsTheAssetOnceItIsKnown();
    void unmatchedIsKeptAndCanBeAssigned();
    void assigningTwiceIsRefused();
    void withoutAJobOnlyTheChosenOneIsAssigned();
    void repeatThatNamesItsAssetIsMatched();
    void brightcoveSetsTheExternalId();
    void relayTargetIsCalledForTheEncodersEventsOnly();
    void encoderTargetWithoutRelayIsNeverCalled();
};

namespace {

QByteArray sample(const QString &name)
{
    QFile file(QStringLiteral(CALLBOARD_SOURCE_DIR "/resources/samples/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

EncoderNotification zencoderJob(const QString &asset = {})
{
    auto parsed = parseNotification(Encoder::Zencoder, sample(QStringLiteral("zencoder-job-notification.json")),
                                    QStringLiteral("application/json"));
    if (!parsed)
        qFatal("%s", qPrintable(parsed.error().detail));
    parsed->asset = asset;
    return *parsed;
}

NotificationOutcome take(EngineBench &bench, const EncoderNotification &notification)
{
    const auto outcome = bench.work<NotificationOutcome>(
        [&](Workplace &place) { return EncoderDesk(place).take(notification); });
    if (!outcome)
        qFatal("%s", qPrintable(outcome.error().detail));
    return *outcome;
}

QString publish(EngineBench &bench)
{
    AssetRequest request;
    request.record = R"({"assetName":"T1S03","inputUrl":"http://someserver.com/VideoSample.mp4"})";
    const auto made = bench.work<AssetDescription>([&](Workplace &place) { return publishAsset(place, request, {}); });
    return made ? made->asset.id : QString();
}

QString statusOf(EngineBench &bench, const QString &asset)
{
    return assetStatus((*WorkspaceReader::open(bench.workspace()))->asset(asset).value());
}

} // namespace

void tst_EncoderDesk::jobNotificationFiresItsAssetsCallbacks()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(plainTarget(QStringLiteral("cms"))).isValid());
    const QString asset = publish(bench);
    QCOMPARE(statusOf(bench, asset), QStringLiteral("queued"));
    const NotificationOutcome outcome = take(bench, zencoderJob(asset));
    QCOMPARE(outcome.asset, asset);
    QVERIFY(outcome.events >= 1);
    QCOMPARE(statusOf(bench, asset), QStringLiteral("finished"));
    QCOMPARE(bench.transport->sent.size(), 1);
    const QByteArray body = bench.transport->sent[0].body;
    QVERIFY2(body.contains("\"assetName\": \"T1S03\""), body.constData());
    QVERIFY2(body.contains("\"status\": \"finished\""), body.constData());
    QVERIFY2(body.contains("\"endDate\": \"2011-09-27T04:21:18Z\""), body.constData());
}

void tst_EncoderDesk::repeatedNotificationChangesNothing()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(plainTarget(QStringLiteral("cms"))).isValid());
    const QString asset = publish(bench);
    take(bench, zencoderJob(asset));
    const NotificationOutcome again = take(bench, zencoderJob(asset));
    QVERIFY(again.repeated);
    QCOMPARE(again.events, 0);
    QCOMPARE(bench.transport->sent.size(), 1);
    const auto kept = (*WorkspaceReader::open(bench.workspace()))->notifications(asset, 10);
    QVERIFY(kept);
    QCOMPARE(kept->size(), 1);
    QCOMPARE(kept->first().repeats, 1);
}

void tst_EncoderDesk::passThroughFindsTheAsset()
{
    EngineBench bench;
    QVERIFY(bench.start());
    const QString asset = publish(bench);
    EncoderNotification notification = zencoderJob();
    notification.passThrough = asset;
    QCOMPARE(take(bench, notification).asset, asset);
    EncoderNotification foreign = zencoderJob();
    foreign.jobId = QStringLiteral("99");
    foreign.passThrough = QStringLiteral("somebody else's");
    QCOMPARE(take(bench, foreign).asset, QString());
}

void tst_EncoderDesk::jobIdFindsTheAssetOnceItIsKnown()
{
    EngineBench bench;
    QVERIFY(bench.start());
    const QString asset = publish(bench);
    QVERIFY(bench.work<bool>([&](Workplace &place) {
        return EncoderDesk(place).rememberJob(Encoder::Zencoder, QStringLiteral("172151"), asset).map([] {
            return true;
        });
    }));
    QCOMPARE(take(bench, zencoderJob()).asset, asset);
}

void tst_EncoderDesk::unmatchedIsKeptAndCanBeAssigned()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(plainTarget(QStringLiteral("cms"))).isValid());
    const QString asset = publish(bench);
    const NotificationOutcome unmatched = take(bench, zencoderJob());
    QCOMPARE(unmatched.asset, QString());
    QCOMPARE(bench.transport->sent.size(), 0);
    const auto reader = WorkspaceReader::open(bench.workspace());
    QCOMPARE((*reader)->unmatchedNotifications(10).value().size(), 1);
    const auto assigned = bench.work<NotificationOutcome>(
        [&](Workplace &place) { return EncoderDesk(place).assign(unmatched.id, asset); });
    QVERIFY(assigned);
    QVERIFY(assigned->events >= 1);
    QCOMPARE((*reader)->unmatchedNotifications(10).value().size(), 0);
    QCOMPARE(bench.transport->sent.size(), 1);
    EncoderNotification next = zencoderJob(); // of the same job
    next.state = QStringLiteral("failed");
    QCOMPARE(take(bench, next).asset, asset);
}

void tst_EncoderDesk::assigningTwiceIsRefused()
{
    EngineBench bench;
    QVERIFY(bench.start());
    const QString asset = publish(bench);
    const NotificationOutcome unmatched = take(bench, zencoderJob());
    const auto assign = [&](const QString &to) {
        return bench.work<NotificationOutcome>(
            [&](Workplace &place) { return EncoderDesk(place).assign(unmatched.id, to); });
    };
    QVERIFY(assign(QStringLiteral("nobody")).error().code == ErrorCode::NotFound);
    QVERIFY(assign(asset));
    QVERIFY(assign(asset).error().code == ErrorCode::Conflict);
}

void tst_EncoderDesk::withoutAJobOnlyTheChosenOneIsAssigned()
{
    EngineBench bench;
    QVERIFY(bench.start());
    const QString asset = publish(bench);
    EncoderNotification first = zencoderJob();
    first.encoder = Encoder::Brightcove;
    first.jobId.clear();
    first.triggers.clear();
    first.videoId = QStringLiteral("video-a");
    first.part = QStringLiteral("video-change/video-a");
    EncoderNotification second = first;
    second.videoId = QStringLiteral("video-b");
    second.part = QStringLiteral("video-change/video-b");
    const NotificationOutcome chosen = take(bench, first);
    take(bench, second);
    QVERIFY(
        bench.work<NotificationOutcome>([&](Workplace &place) { return EncoderDesk(place).assign(chosen.id, asset); }));
    const auto left = (*WorkspaceReader::open(bench.workspace()))->unmatchedNotifications(10).value();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left[0].videoId, QStringLiteral("video-b"));
}

void tst_EncoderDesk::repeatThatNamesItsAssetIsMatched()
{
    EngineBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.addTarget(plainTarget(QStringLiteral("cms"))).isValid());
    const QString asset = publish(bench);
    QCOMPARE(take(bench, zencoderJob()).asset, QString());
    const NotificationOutcome again = take(bench, zencoderJob(asset));
    QVERIFY(again.repeated);
    QCOMPARE(again.asset, asset);
    QVERIFY(again.events >= 1);
    QCOMPARE(bench.transport->sent.size(), 1);
}

// "When the system receives a callback from Brightcove (externalid)" (seeds/spark-media-callback.txt, line 10)
void tst_EncoderDesk::brightcoveSetsTheExternalId()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget spark = sparkPreset();
    spark.name = QStringLiteral("site");
    spark.url = QStringLiteral("https://site.example/callback");
    QVERIFY(bench.addTarget(spark).isValid());
    QVERIFY(bench.emitEvents({rated(QStringLiteral("556114"), QStringLiteral("e1"), 3)}));
    bench.advance(60s);
    bench.answer(0, 200);
    auto parsed = parseNotification(Encoder::Brightcove, sample(QStringLiteral("brightcove-title-create.json")),
                                    QStringLiteral("application/json"));
    QVERIFY(parsed);
    parsed->asset = QStringLiteral("556114");
    QCOMPARE(take(bench, *parsed).events, 1);
    bench.advance(60s);
    QCOMPARE(bench.transport->sent.size(), 2);
    const QByteArray body = bench.transport->sent[1].body;
    QVERIFY2(body.contains("<externalid>5660367449001</externalid>"), body.constData());
    QVERIFY2(body.contains("<votecount>3</votecount>"), body.constData()); // everything else stays
    EncoderNotification later = *parsed;                                   // found by its video from now on
    later.asset.clear();
    later.jobId = QStringLiteral("another-job");
    QCOMPARE(take(bench, later).asset, QStringLiteral("556114"));
}

void tst_EncoderDesk::relayTargetIsCalledForTheEncodersEventsOnly()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget relay = plainTarget(QStringLiteral("relay"));
    relay.source = CallbackSource::Encoder;
    relay.relay = true;
    relay.triggers = {Trigger::Failure}; // what Zencoder itself can't do: a filter on the state
    QVERIFY(bench.addTarget(relay).isValid());
    const QString asset = publish(bench);
    QVERIFY(bench.emitEvents({published(asset, QStringLiteral("ours"))}));
    take(bench, zencoderJob(asset));
    QCOMPARE(bench.transport->sent.size(), 0);
    auto failed = parseNotification(
        Encoder::Zencoder,
        sample(QStringLiteral("zencoder-job-notification.json"))
            .replace("\"id\": 172151,\n    \"state\": \"finished\"", "\"id\": 172151,\n    \"state\": \"failed\""),
        QStringLiteral("application/json"));
    QVERIFY(failed);
    QCOMPARE(failed->state, QStringLiteral("failed"));
    failed->asset = asset;
    take(bench, *failed);
    QCOMPARE(bench.transport->sent.size(), 1);
    QVERIFY(bench.transport->sent[0].body.contains("\"status\": \"error\""));
}

// seeds/lightflow-callbacks.txt, line 84: "the encoder will be the one triggering the callback"
void tst_EncoderDesk::encoderTargetWithoutRelayIsNeverCalled()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget encoder = plainTarget(QStringLiteral("encoder"));
    encoder.source = CallbackSource::Encoder;
    QVERIFY(bench.addTarget(encoder).isValid());
    const QString asset = publish(bench);
    QVERIFY(bench.emitEvents({published(asset, QStringLiteral("ours"))}));
    take(bench, zencoderJob(asset));
    bench.advance(24h);
    QCOMPARE(bench.transport->sent.size(), 0);
    QCOMPARE(bench.ledger().unexplained, 0);
}

QTEST_GUILESS_MAIN(tst_EncoderDesk)
#include "tst_encoderdesk.moc"

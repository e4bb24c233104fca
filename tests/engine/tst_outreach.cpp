#include "core/engine/definitions.h"
#include "core/engine/publishing.h"
#include "core/transport/mailjob.h"
#include "tests/engine/enginebench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

class tst_Outreach : public QObject {
    Q_OBJECT

private slots:
    void submitsTheJobWithItsNotifications();
    void theEncoderIsGivenWhatItCanShow();
    void refusedJobNamesTheAnswer();
    void whatTheEncoderSaysBackIsHidden();
    void jobWithoutAKeyIsNotSent();
    void refreshTakesThePresentRecord();
    void refreshThatFindsNothingNewKeepsNothing();
    void refreshGivesWayToWhatHappenedMeanwhile();
    void refreshWithoutAPlatformSaysSo();
    void testMailGoesToItsAddress();
};

namespace {

struct Bench : EngineBench {
    Bench()
    {
        vault = Vault::fromKey(QByteArray(kVaultKeyBytes, 'k')).value();
        if (!start())
            qFatal("no engine");
    }

    // Runs an order that needs the vault, which is opened on another thread.
    template <class T>
    Result<T> guarded(std::function<Result<T>(Workplace &)> write)
    {
        Result<T> answer = tl::unexpected(Error{});
        bool answered = false;
        Order order;
        order.needsVault = true;
        order.write = [&](Workplace &place) {
            answer = write(place);
            return answer.map([](const T &) {});
        };
        order.done = [&](const Result<void> &) { answered = true; };
        engine->inbox().put([&](Work &work) { work.orders.push_back(std::move(order)); });
        [&] { QTRY_VERIFY(answered); }();
        spin();
        return answer;
    }

    void setKey()
    {
        EncoderSettings settings;
        settings.apiKey.plain = QStringLiteral("the-key");
        if (!guarded<EncoderSettings>([&](Workplace &place) { return Definitions(place).save(settings); }))
            qFatal("no settings");
    }

    QString publish()
    {
        AssetRequest request;
        request.record = R"({"assetName":"T1S03","inputUrl":"http://someserver.com/VideoSample.mp4"})";
        CallbackTarget callback;
        callback.url = QStringLiteral("https://callback.example/ingest");
        callback.source = CallbackSource::Encoder;
        request.callbacks = {callback};
        return work<AssetDescription>([&](Workplace &place) { return publishAsset(place, request, {}); })->asset.id;
    }
};

Exchange answered(int status, const QByteArray &body)
{
    Exchange exchange;
    exchange.status = status;
    exchange.outcome = status / 100 == 2 ? Outcome::Delivered : Outcome::Rejected;
    exchange.responseBody = body;
    return exchange;
}

} // namespace

void tst_Outreach::submitsTheJobWithItsNotifications()
{
    Bench bench;
    bench.setKey();
    const QString asset = bench.publish();
    Result<SubmittedJob> job = tl::unexpected(Error{});
    bench.engine->submitJob(asset, [&](const Result<SubmittedJob> &result) { job = result; });
    QCOMPARE(bench.transport->sent.size(), 1);
    const TransportRequest &request = bench.transport->sent[0];
    QCOMPARE(request.url.toString(), QStringLiteral("https://app.zencoder.com/api/v2/jobs"));
    QCOMPARE(request.method, QByteArray("POST"));
    QVERIFY(request.headers.contains({QByteArray("Zencoder-Api-Key"), QByteArray("the-key")}));
    QVERIFY(!request.allowPrivate);
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    QCOMPARE(body[u"input"].toString(), QStringLiteral("http://someserver.com/VideoSample.mp4"));
    QCOMPARE(body[u"pass_through"].toString(), asset);
    QCOMPARE(body[u"notifications"].toArray().size(), 1);
    bench.answer(0, answered(201, R"({"id":172151,"outputs":[]})"));
    QVERIFY(job);
    QCOMPARE(job->jobId, QStringLiteral("172151"));
    QVERIFY(!job->exchange.requestHead.contains("the-key"));
}

void tst_Outreach::theEncoderIsGivenWhatItCanShow()
{
    Bench bench;
    bench.setKey();
    const QString asset = bench.publish();
    CallbackTarget target = (*WorkspaceReader::open(bench.workspace()))->targets().at(0);
    const auto save = [&] {
        const auto saved = bench.guarded<CallbackTarget>(
            [&](Workplace &place) { return place.orders.saveTarget(target); });
        return saved.has_value();
    };
    Result<SubmittedJob> job = tl::unexpected(Error{});
    const auto submit = [&] {
        bench.engine->submitJob(asset, [&](const Result<SubmittedJob> &result) { job = result; });
    };
    target.authentication.scheme = AuthScheme::Basic;
    target.authentication.user = QStringLiteral("me");
    target.authentication.secret.plain = QStringLiteral("planted-4711");
    QVERIFY(save());
    submit();
    QCOMPARE(bench.transport->sent.size(), 1);
    const QByteArray credentials = QByteArray("me:planted-4711").toBase64();
    QVERIFY2(bench.transport->sent[0].body.contains(QByteArray("Basic " + credentials)),
             bench.transport->sent[0].body.constData());
    bench.answer(0, answered(201, R"({"id":172151,"outputs":[]})"));
    QVERIFY(job);
    QVERIFY(!job->exchange.requestBody.contains(credentials));
    target.authentication.scheme = AuthScheme::OAuth2;
    target.authentication.tokenUrl = QStringLiteral("https://login.example.com/token");
    target.revision = (*WorkspaceReader::open(bench.workspace()))->targets().at(0).revision;
    QVERIFY(save());
    submit();
    QCOMPARE(bench.transport->sent.size(), 1);
    QVERIFY(!job);
    QVERIFY2(job.error().detail.contains(QLatin1String("let Callboard relay it")), qPrintable(job.error().detail));
}

void tst_Outreach::whatTheEncoderSaysBackIsHidden()
{
    Bench bench;
    bench.setKey();
    const QString asset = bench.publish();
    Result<SubmittedJob> job = tl::unexpected(Error{});
    const auto submit = [&] {
        bench.engine->submitJob(asset, [&](const Result<SubmittedJob> &result) { job = result; });
    };
    submit();
    bench.answer(0, answered(201, R"({"id":172151,"you":"the-key","dGhlLWtleQ":"dGhlLWtleQ=="})"));
    QVERIFY(job);
    const Exchange shown = job->exchange.exchange;
    QVERIFY2(!shown.responseBody.contains("the-key"), shown.responseBody.constData());
    QVERIFY2(!shown.responseBody.contains("dGhlLWtleQ"), shown.responseBody.constData());
    QCOMPARE(shown.note, QStringLiteral("1 secret of the target was hidden in the answer."));
    submit();
    bench.answer(1, answered(401, QByteArray(496, 'x') + "the-key is not known")); // it is cut amid the key
    QVERIFY2(!job.error().detail.contains(QLatin1String("the-")), qPrintable(job.error().detail));
}

void tst_Outreach::refusedJobNamesTheAnswer()
{
    Bench bench;
    bench.setKey();
    Result<SubmittedJob> job = tl::unexpected(Error{});
    bench.engine->submitJob(bench.publish(), [&](const Result<SubmittedJob> &result) { job = result; });
    bench.answer(0, answered(422, R"({"errors":["Url of input file is not valid"]})"));
    QVERIFY(!job);
    QVERIFY(job.error().detail.contains(QLatin1String("422")));
    QVERIFY(job.error().detail.contains(QLatin1String("Url of input file is not valid")));
}

void tst_Outreach::jobWithoutAKeyIsNotSent()
{
    Bench bench;
    Result<SubmittedJob> job = tl::unexpected(Error{});
    bench.engine->submitJob(bench.publish(), [&](const Result<SubmittedJob> &result) { job = result; });
    QVERIFY(job.error().code == ErrorCode::NotFound);
    QCOMPARE(bench.transport->sent.size(), 0);
}

void tst_Outreach::refreshTakesThePresentRecord()
{
    Bench bench;
    PlatformSettings settings;
    settings.kind = PlatformKind::Spark;
    settings.baseUrl = QStringLiteral("http://api.newspark.ca/services/rest");
    settings.key.plain = QStringLiteral("spark-key");
    QVERIFY(bench.guarded<PlatformSettings>([&](Workplace &place) { return Definitions(place).save(settings); }));
    MediaEvent event = rated(QStringLiteral("556114"), QStringLiteral("e1"), 3);
    QVERIFY(bench.emitEvents({event}));
    Result<RefreshedAsset> refreshed = tl::unexpected(Error{});
    bench.engine->refreshAsset(QStringLiteral("556114"),
                               [&](const Result<RefreshedAsset> &result) { refreshed = result; });
    QCOMPARE(bench.transport->sent.size(), 1);
    QVERIFY(bench.transport->sent[0].url.toString().startsWith(
        QLatin1String("http://api.newspark.ca/services/rest/media/getFileInfo?")));
    bench.answer(0,
                 answered(200,
                          "<?xml version=\"1.0\"?><result><id>556114</id><votecount>9</votecount>"
                          "<externalid>x</externalid></result>"));
    QVERIFY2(refreshed, qPrintable(refreshed ? QString() : refreshed.error().detail));
    QVERIFY(!refreshed->changes.isEmpty());
    const auto asset = (*WorkspaceReader::open(bench.workspace()))->asset(QStringLiteral("556114"));
    QVERIFY(asset->presentRecord().contains("<votecount>9</votecount>"));
    QCOMPARE(bench.rows().size(), 0); // it is no event
}

void tst_Outreach::refreshThatFindsNothingNewKeepsNothing()
{
    Bench bench;
    PlatformSettings settings;
    settings.kind = PlatformKind::LightFlow;
    settings.baseUrl = QStringLiteral("https://api.lightflow.media");
    QVERIFY(bench.guarded<PlatformSettings>([&](Workplace &place) { return Definitions(place).save(settings); }));
    QVERIFY(bench.emitEvents({published(QStringLiteral("6b48fbce"), QStringLiteral("e1"))}));
    Result<RefreshedAsset> refreshed = tl::unexpected(Error{});
    bench.engine->refreshAsset(QStringLiteral("6b48fbce"),
                               [&](const Result<RefreshedAsset> &result) { refreshed = result; });
    QCOMPARE(bench.transport->sent[0].url.toString(), QStringLiteral("https://api.lightflow.media/assets/6b48fbce"));
    bench.answer(0, answered(200, published(QStringLiteral("6b48fbce"), {}).data));
    QVERIFY(refreshed);
    QVERIFY(refreshed->changes.isEmpty());
    const auto asset = (*WorkspaceReader::open(bench.workspace()))->asset(QStringLiteral("6b48fbce"));
    QCOMPARE(asset->latest->sourceId, QStringLiteral("e1"));
}

void tst_Outreach::refreshGivesWayToWhatHappenedMeanwhile()
{
    Bench bench;
    PlatformSettings settings;
    settings.baseUrl = QStringLiteral("https://api.lightflow.media");
    QVERIFY(bench.guarded<PlatformSettings>([&](Workplace &place) { return Definitions(place).save(settings); }));
    QVERIFY(bench.emitEvents({published(QStringLiteral("a"), QStringLiteral("e1"))}));
    Result<RefreshedAsset> refreshed = tl::unexpected(Error{});
    bench.engine->refreshAsset(QStringLiteral("a"), [&](const Result<RefreshedAsset> &result) { refreshed = result; });
    QVERIFY(bench.emitEvents({published(QStringLiteral("a"), QStringLiteral("e2"))}));
    bench.answer(0, answered(200, R"({"uuid":"a","status":"running"})"));
    QVERIFY(refreshed.error().code == ErrorCode::Conflict);
    const auto asset = (*WorkspaceReader::open(bench.workspace()))->asset(QStringLiteral("a"));
    QCOMPARE(asset->latest->sourceId, QStringLiteral("e2"));
}

void tst_Outreach::refreshWithoutAPlatformSaysSo()
{
    Bench bench;
    QVERIFY(bench.emitEvents({published(QStringLiteral("6b48fbce"), QStringLiteral("e1"))}));
    Result<RefreshedAsset> refreshed = tl::unexpected(Error{});
    bench.engine->refreshAsset(QStringLiteral("6b48fbce"),
                               [&](const Result<RefreshedAsset> &result) { refreshed = result; });
    QVERIFY(refreshed.error().code == ErrorCode::NotFound);
    QVERIFY(refreshed.error().detail.contains(QLatin1String("lightflow")));
}

void tst_Outreach::testMailGoesToItsAddress()
{
    Bench bench;
    SmtpServer server;
    server.host = QStringLiteral("mail.example.org");
    server.from = QStringLiteral("Callboard <callboard@example.org>");
    Result<TestResult> tested = tl::unexpected(Error{});
    bench.engine->sendTestMail(server, QStringLiteral("ops@example.org"),
                               [&](const Result<TestResult> &result) { tested = result; });
    QCOMPARE(bench.transport->sent.size(), 1);
    QCOMPARE(bench.transport->sent[0].mail->recipients, QStringList{QStringLiteral("ops@example.org")});
    bench.answer(0, answered(250, {}));
    QVERIFY(tested);
    Result<TestResult> refused = tl::unexpected(Error{});
    bench.engine->sendTestMail(server, QStringLiteral("ops@example.org\r\nBcc: all@example.org"),
                               [&](const Result<TestResult> &result) { refused = result; });
    QVERIFY(!refused);
    QCOMPARE(bench.transport->sent.size(), 1);
}

QTEST_GUILESS_MAIN(tst_Outreach)
#include "tst_outreach.moc"

#include "core/payload/encoder/zencoderjob.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace callboard;

namespace {

HandOff handOff(const QString &url = QStringLiteral("https://example.com/z"))
{
    CallbackTarget target;
    target.id = {7};
    target.name = QStringLiteral("Site");
    target.url = url;
    target.source = CallbackSource::Encoder;
    return {target, {}};
}

HandOff relayed()
{
    HandOff callback = handOff();
    callback.target.relay = true;
    return callback;
}

EncoderSettings withRelay()
{
    EncoderSettings settings;
    settings.relayUrl = QStringLiteral("https://callboard.example/");
    settings.notificationSecret.sealed = "sealed";
    return settings;
}

EncoderNotifications translated(const QList<HandOff> &callbacks, const EncoderSettings &settings = {})
{
    return zencoderNotifications(callbacks, QStringLiteral("a/1"), settings);
}

QList<HandOffProblem> blocking(const EncoderNotifications &notifications)
{
    QList<HandOffProblem> found;
    for (const HandOffProblem &problem : notifications.problems) {
        if (problem.blocking)
            found.append(problem);
    }
    return found;
}

MediaAsset videoAsset()
{
    MediaAsset asset;
    asset.id = QStringLiteral("6b48fbce-cd10-459c-b397-5673e4bbafaf");
    asset.published = true;
    asset.contentType = QStringLiteral("application/json");
    asset.record = R"({"assetName":"T1S03","inputUrl":"https://storage.googleapis.com/T1S03.mp4"})";
    return asset;
}

} // namespace

class TestZencoderJob : public QObject {
    Q_OBJECT

private slots:
    void aPlainCallbackIsABareAddress();
    void headersMakeAnObject();
    void sparksFormatAsksForXml();
    void mailIsABareAddressAndSaysWhatIsDropped();
    void progressStandsAtEveryOutput();
    void whatIsNotHandedOverIsPassedBy();
    void refusesWhatTheEncoderCantDo_data();
    void refusesWhatTheEncoderCantDo();
    void aRefusedHeaderIsCountedAsALine();
    void aRepeatedHeaderCollapsesAndSaysSo();
    void fivePerJobAndPerOutput();
    void relayedTargetsShareOneEntry();
    void theRelayIsNeverTheOneTooMany();
    void aRelayNeedsAnAddress_data();
    void aRelayNeedsAnAddress();
    void aRelayNeedsANotificationSecret();
    void writesTheWholeJob();
    void leavesOutEmptyLists();
    void findsTheInputInTheRecordAsPublished();
    void refusesAJobThatCantBe();
    void readsTheJobsId();
};

void TestZencoderJob::aPlainCallbackIsABareAddress()
{
    const auto result = translated({handOff()});
    QCOMPARE(result.job, QByteArray("[\n  \"https://example.com/z\"\n]"));
    QCOMPARE(result.outputs, QByteArray("[]"));
    QVERIFY(!result.isBlocked());
    QCOMPARE(result.problems.size(), 1); // whose body it is
    QCOMPARE(result.problems[0].text,
             QStringLiteral("What arrives is Zencoder's own notification in JSON, not LightFlow's body."));
    QCOMPARE(result.problems[0].target, TargetId{7});
    QCOMPARE(result.problems[0].targetName, QStringLiteral("Site"));
}

void TestZencoderJob::headersMakeAnObject()
{
    HandOff callback = handOff();
    callback.headers = {{QStringLiteral("Accept"), QStringLiteral("a\"b"), {}, false, true},
                        {QStringLiteral("X-Off"), QStringLiteral("1"), {}, false, false},
                        {QStringLiteral("Internal-Id"), kMask, {}, true, true}};
    const auto result = translated({callback});
    QVERIFY(!result.isBlocked());
    const QString expected = QStringLiteral(R"([
  {
    "url": "https://example.com/z",
    "format": "json",
    "headers": {
      "Accept": "a\"b",
      "Internal-Id": "•••"
    }
  }
])");
    QCOMPARE(QString::fromUtf8(result.job), expected);
}

void TestZencoderJob::sparksFormatAsksForXml()
{
    HandOff callback = handOff();
    callback.target.format = PayloadFormat::Spark;
    const auto result = translated({callback});
    QCOMPARE(result.job,
             QByteArray("[\n  {\n    \"url\": \"https://example.com/z\",\n    \"format\": \"xml\"\n  }\n]"));
    QVERIFY(result.problems[0].text.contains(QStringLiteral("XML, not Spark's")));
    callback.target.format = PayloadFormat::CloudEvents;
    QCOMPARE(translated({callback}).job, QByteArray("[\n  \"https://example.com/z\"\n]"));
}

void TestZencoderJob::mailIsABareAddressAndSaysWhatIsDropped()
{
    HandOff callback = handOff(QStringLiteral("mailto:john%2Bz@epiclabs.io,b@epiclabs.io?subject=Done"));
    callback.target.method = Method::Put;
    callback.headers = {{QStringLiteral("X-A"), QStringLiteral("1"), {}, false, true}};
    const auto result = translated({callback});
    QCOMPARE(result.job, QByteArray("[\n  \"john+z@epiclabs.io\",\n  \"b@epiclabs.io\"\n]"));
    QVERIFY(!result.isBlocked());
    QCOMPARE(result.problems.size(), 1);
    QCOMPARE(result.problems[0].text,
             QStringLiteral("Zencoder writes the e-mail itself; dropped: the subject, the "
                            "headers, the method PUT."));
}

void TestZencoderJob::progressStandsAtEveryOutput()
{
    HandOff callback = handOff();
    callback.target.triggers = {Trigger::Progress};
    auto result = translated({callback});
    QCOMPARE(result.job, QByteArray("[]"));
    QCOMPARE(result.outputs, QByteArray("[\n  \"https://example.com/z\"\n]"));
    QVERIFY(!result.isBlocked());
    callback.target.triggers = {Trigger::Success, Trigger::Failure, Trigger::Progress};
    result = translated({callback});
    QCOMPARE(result.job, result.outputs);
}

void TestZencoderJob::whatIsNotHandedOverIsPassedBy()
{
    HandOff ours = handOff();
    ours.target.source = CallbackSource::LightFlow;
    HandOff silent = handOff();
    silent.target.triggers = {};
    HandOff silentRelay = relayed();
    silentRelay.target.triggers = {};
    const auto result = translated({ours, silent, silentRelay});
    QCOMPARE(result.job, QByteArray("[]"));
    QCOMPARE(result.outputs, QByteArray("[]"));
    QVERIFY(result.problems.isEmpty());
}

void TestZencoderJob::refusesWhatTheEncoderCantDo_data()
{
    QTest::addColumn<int>("method");
    QTest::addColumn<quint32>("triggers");
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("part");
    const quint32 ends = TriggerSet{Trigger::Success, Trigger::Failure}.bits();
    const auto row = [](const char *name, Method method, quint32 triggers, const QString &header, const QString &part) {
        QTest::newRow(name) << int(method) << triggers << header << part;
    };
    row("GET", Method::Get, ends, {}, QStringLiteral("always sends POST; GET"));
    row("PUT", Method::Put, ends, {}, QStringLiteral("always sends POST; PUT"));
    row("success only", Method::Post, TriggerSet{Trigger::Success}.bits(), {}, QStringLiteral("only onSuccess"));
    row("failure only", Method::Post, TriggerSet{Trigger::Failure}.bits(), {}, QStringLiteral("only onFailure"));
    for (Trigger trigger : {Trigger::Rating, Trigger::Moderation, Trigger::Transcode, Trigger::External}) {
        TriggerSet triggers = TriggerSet::fromBits(ends);
        triggers.set(trigger, true);
        row(info(trigger).flag.data(), Method::Post, triggers.bits(), {}, info(trigger).flag);
    }
    row("header name begins with a digit", Method::Post, ends, QStringLiteral("1A"), QStringLiteral("“1A”"));
    row("header name with underscore", Method::Post, ends, QStringLiteral("X_A"), QStringLiteral("“X_A”"));
}

void TestZencoderJob::refusesWhatTheEncoderCantDo()
{
    QFETCH(int, method);
    QFETCH(quint32, triggers);
    QFETCH(QString, header);
    QFETCH(QString, part);
    HandOff callback = handOff();
    callback.target.method = Method(method);
    callback.target.triggers = TriggerSet::fromBits(triggers);
    if (!header.isEmpty())
        callback.headers = {{header, QStringLiteral("1"), {}, false, true}};
    const auto result = translated({callback});
    const auto problems = blocking(result);
    QVERIFY(result.isBlocked());
    QCOMPARE(problems.size(), 1);
    QVERIFY(problems[0].relayHelps);
    QVERIFY2(problems[0].text.contains(part), qPrintable(problems[0].text));
    callback.target.relay = true; // and the relay does help
    QVERIFY(!translated({callback}, withRelay()).isBlocked());
}

void TestZencoderJob::aRefusedHeaderIsCountedAsALine()
{
    HandOff callback = handOff();
    callback.headers = {{QStringLiteral("Authorization"), QString(85, u'x'), {}, true, true}};
    QVERIFY(!translated({callback}).isBlocked()); // Authorization: and 85 make 100
    callback.headers[0].value.append(u'x');
    const auto problems = blocking(translated({callback}));
    QCOMPARE(problems.size(), 1);
    QVERIFY(problems[0].relayHelps);
    QCOMPARE(problems[0].text, QStringLiteral("The header Authorization is 101 characters long; Zencoder takes 100."));
}

void TestZencoderJob::aRepeatedHeaderCollapsesAndSaysSo()
{
    HandOff callback = handOff();
    callback.headers = {{QStringLiteral("X-A"), QStringLiteral("1"), {}, false, true},
                        {QStringLiteral("x-a"), QStringLiteral("2"), {}, false, true}};
    const auto result = translated({callback});
    QVERIFY(!result.isBlocked());
    const auto headers = QJsonDocument::fromJson(result.job).array()[0][QStringLiteral("headers")].toObject();
    QCOMPARE(headers.size(), 1);
    QCOMPARE(headers[QStringLiteral("X-A")].toString(), QStringLiteral("2"));
    const auto isSaid = [](const HandOffProblem &problem) {
        return problem.text.contains(QLatin1String("more than once"));
    };
    QVERIFY(std::any_of(result.problems.begin(), result.problems.end(), isSaid));
}

void TestZencoderJob::fivePerJobAndPerOutput()
{
    QList<HandOff> callbacks;
    for (int i = 0; i < 5; ++i)
        callbacks.append(handOff(QStringLiteral("https://example.com/%1").arg(i)));
    callbacks[0].target.triggers.set(Trigger::Progress, true); // counts on its own
    QVERIFY(!translated(callbacks).isBlocked());
    callbacks.append(handOff(QStringLiteral("https://example.com/5")));
    const auto result = translated(callbacks);
    const auto problems = blocking(result);
    QCOMPARE(problems.size(), 1);
    QVERIFY(problems[0].relayHelps);
    QCOMPARE(QJsonDocument::fromJson(result.job).array().size(), 5);
}

void TestZencoderJob::relayedTargetsShareOneEntry()
{
    HandOff progress = relayed();
    progress.target.triggers = {Trigger::Success, Trigger::Progress};
    const auto result = translated({relayed(), progress, relayed()}, withRelay());
    const QByteArray entry("[\n  \"https://callboard.example/v1/encoders/zencoder/a%2F1\"\n]");
    QCOMPARE(result.job, entry);
    QCOMPARE(result.outputs, entry);
    QVERIFY(result.problems.isEmpty());
    QCOMPARE(translated({relayed()}, withRelay()).outputs, QByteArray("[]"));
}

void TestZencoderJob::theRelayIsNeverTheOneTooMany()
{
    QList<HandOff> callbacks(5, handOff());
    callbacks.append(relayed());
    const auto result = translated(callbacks, withRelay());
    const auto problems = blocking(result);
    QCOMPARE(problems.size(), 1);
    QVERIFY(problems[0].relayHelps);
    QVERIFY(QJsonDocument::fromJson(result.job).array()[0].toString().contains(QLatin1String("callboard.example")));
}

void TestZencoderJob::aRelayNeedsAnAddress_data()
{
    QTest::addColumn<QString>("relayUrl");
    QTest::addColumn<QString>("part");
    QTest::newRow("none") << QString() << QStringLiteral("not set");
    QTest::newRow("no scheme") << QStringLiteral("callboard.example") << QStringLiteral("scheme");
    QTest::newRow("mail") << QStringLiteral("mailto:a@b.example") << QStringLiteral("https://");
    QTest::newRow("query") << QStringLiteral("https://callboard.example/?x=1") << QStringLiteral("“?”");
    QTest::newRow("empty query") << QStringLiteral("https://callboard.example/?") << QStringLiteral("“?”");
    QTest::newRow("fragment") << QStringLiteral("https://callboard.example/#top") << QStringLiteral("“#”");
}

void TestZencoderJob::aRelayNeedsAnAddress()
{
    QFETCH(QString, relayUrl);
    QFETCH(QString, part);
    EncoderSettings settings = withRelay();
    settings.relayUrl = relayUrl;
    const auto result = translated({relayed()}, settings);
    const auto problems = blocking(result);
    QCOMPARE(problems.size(), 1);
    QVERIFY(!problems[0].relayHelps);
    QVERIFY2(problems[0].text.contains(part), qPrintable(problems[0].text));
    QCOMPARE(result.job, QByteArray("[]"));
}

void TestZencoderJob::aRelayNeedsANotificationSecret()
{
    EncoderSettings settings = withRelay();
    settings.notificationSecret = {};
    const auto problems = blocking(translated({relayed(), handOff()}, settings));
    QCOMPARE(problems.size(), 1);
    QVERIFY(!problems[0].relayHelps);
    QVERIFY2(problems[0].text.contains(QLatin1String("encoder set zencoder --notification-secret @FILE")),
             qPrintable(problems[0].text));
    settings.notificationSecret.plain = QStringLiteral("just typed");
    QVERIFY(!translated({relayed()}, settings).isBlocked());
    QVERIFY(!translated({handOff()}).isBlocked()); // what is handed over directly needs none
}

void TestZencoderJob::writesTheWholeJob()
{
    HandOff callback = handOff();
    callback.target.triggers.set(Trigger::Progress, true);
    const auto job = zencoderJob({callback}, videoAsset(), {});
    QVERIFY(job);
    const QByteArray expected = R"({
  "input": "https://storage.googleapis.com/T1S03.mp4",
  "pass_through": "6b48fbce-cd10-459c-b397-5673e4bbafaf",
  "notifications": [
    "https://example.com/z"
  ],
  "outputs": [
    {
      "notifications": [
        "https://example.com/z"
      ]
    }
  ]
})";
    QCOMPARE(*job, expected);
}

void TestZencoderJob::leavesOutEmptyLists()
{
    const auto job = zencoderJob({}, videoAsset(), {});
    QVERIFY(job);
    QCOMPARE(QJsonDocument::fromJson(*job).object().keys(),
             (QStringList{QStringLiteral("input"), QStringLiteral("pass_through")}));
}

void TestZencoderJob::findsTheInputInTheRecordAsPublished()
{
    MediaAsset asset = videoAsset();
    asset.latest = MediaEvent();
    asset.latest->data = R"({"status":"queued"})";
    asset.latest->dataContentType = QStringLiteral("application/json");
    QVERIFY(zencoderJob({}, asset, {}));
    asset.record.clear();
    QVERIFY(!zencoderJob({}, asset, {}));
}

void TestZencoderJob::refusesAJobThatCantBe()
{
    MediaAsset asset = videoAsset();
    asset.record = R"({"inputUrl":null})";
    QCOMPARE(zencoderJob({}, asset, {}).error().code, ErrorCode::Malformed);
    asset = videoAsset();
    asset.id = QString(255, u'x');
    QVERIFY(zencoderJob({}, asset, {}));
    asset.id.append(u'x');
    QVERIFY(zencoderJob({}, asset, {}).error().detail.contains(QLatin1String("256 characters")));
    HandOff callback = handOff();
    callback.target.method = Method::Get;
    const auto job = zencoderJob({callback}, videoAsset(), {});
    QCOMPARE(job.error().detail, QStringLiteral("Site: Zencoder always sends POST; GET can't be had."));
}

void TestZencoderJob::readsTheJobsId()
{
    QCOMPARE(zencoderJobId(R"({"id":9007199254740993,"outputs":[{"id":1}]})").value(),
             QStringLiteral("9007199254740993"));
    QCOMPARE(zencoderJobId(R"({"id":"12"})").value(), QStringLiteral("12"));
    for (const char *answer : {R"({"id":null,"outputs":[{"id":null}]})", R"({"outputs":[{"id":1}]})", "<html>", ""})
        QCOMPARE(zencoderJobId(answer).error().code, ErrorCode::Malformed);
    QVERIFY(zencoderJobId(R"({"errors":["Input is missing"]})").error().detail.contains(QLatin1String("Input is")));
}

QTEST_APPLESS_MAIN(TestZencoderJob)
#include "tst_zencoderjob.moc"

#include "core/payload/assetrequest.h"
#include "core/payload/mediarecord.h"
#include "tests/payload/samples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace callboard;

namespace {

const QString kJson = QStringLiteral("application/json");

// The document's request (lines 3-36) as it was meant.
QByteArray documentsRequest()
{
    const QByteArray headers = R"([{"name": "Authorization", "value": "Bearer <JWT TOKEN>"},)"
                               R"( {"name": "X-Custom-Header", "value" : "X-Custom-Header-Value"}])";
    const QByteArray callback = R"({"url":"https://callback.epiclabs/ingest", "headers":)" + headers
        + R"(, "method":"POST"})";
    return R"({"parameters": {"input": {"urlPath": "http://someserver.com/VideoSample.mp4"},)"
           R"( "perceptual-quality": {"h264": {"maxBitrate": 8000, "minBitrate": 250}}, "callbacks": [)"
        + callback + "]}}";
}

QByteArray requestWith(const QByteArray &callbacks, const QByteArray &more = {})
{
    return R"({"parameters":{"input":{"urlPath":"http://s/v.mp4"},"callbacks":)" + callbacks + "}" + more + "}";
}

AssetRequest parsed(const QByteArray &body)
{
    auto request = parseAssetRequest(body);
    if (!request)
        qWarning("%s", qPrintable(request.error().detail));
    return request.value_or(AssetRequest());
}

MediaAsset published(const QByteArray &record = R"({"assetName":"T1S03","inputUrl":"https://s/T1S03.mp4"})")
{
    MediaAsset asset;
    asset.id = QStringLiteral("u1");
    asset.published = true;
    asset.contentType = kJson;
    asset.record = record;
    return asset;
}

MediaAsset withEvent(const QByteArray &data, Trigger trigger = Trigger::Success, const QString &type = kJson)
{
    MediaAsset asset = published();
    asset.latest = MediaEvent();
    asset.latest->trigger = trigger;
    asset.latest->data = data;
    asset.latest->dataContentType = type;
    return asset;
}

QByteArrayList keysOf(const QByteArray &json)
{
    QByteArrayList keys;
    for (const RecordField &field : parseRecord(json, kJson).value_or(MediaRecord()).fields)
        keys.append(field.name);
    return keys;
}

const QByteArrayList kEleven{"uuid",   "assetName", "inputUrl", "username", "startDate", "endDate",
                             "status", "metadata",  "duration", "assetUrl", "thumbnail"};

} // namespace

class TestAssetRequest : public QObject {
    Q_OBJECT

private slots:
    void readsTheDocumentsRequest();
    void takesNamesWhereTheyAreGiven();
    void keepsMetadataByteForByte();
    void callbacksHaveTheDocumentsDefaults();
    void acceptsTheDocumentsOwnSpellings();
    void aRequestNeedsNoCallbacks();
    void namesThePathOfWhatIsWrong_data();
    void namesThePathOfWhatIsWrong();
    void keepsItsLimits();
    void tellsTheStatus();
    void tellsTheName();
    void describesAnAssetInLightFlowsKeys();
    void describesASparkAssetToo();
    void knowsNothingAndSaysSo();
    void masksSecretsOfACallback();
    void credentialsInAUrlAreNotShown();
};

void TestAssetRequest::readsTheDocumentsRequest()
{
    const AssetRequest request = parsed(documentsRequest());
    const QByteArray record = R"({"assetName":"VideoSample.mp4","inputUrl":"http://someserver.com/VideoSample.mp4"})";
    QCOMPARE(request.record, record);
    QCOMPARE(request.callbacks.size(), 1);
    const CallbackTarget &target = request.callbacks[0];
    QCOMPARE(target.name, QStringLiteral("callback.epiclabs"));
    QCOMPARE(target.url, QStringLiteral("https://callback.epiclabs/ingest"));
    QVERIFY(target.method == Method::Post);
    QCOMPARE(target.headers.size(), 2);
    QVERIFY(target.headers[0].secret);
    QCOMPARE(target.headers[0].value, QStringLiteral("Bearer <JWT TOKEN>"));
    QCOMPARE(target.headers[1].value, QStringLiteral("X-Custom-Header-Value"));
}

void TestAssetRequest::takesNamesWhereTheyAreGiven()
{
    const auto record = [](const QByteArray &top, const QByteArray &inner) {
        return parsed("{" + top + R"("parameters":{)" + inner + R"("input":{"urlPath":"v.mp4"}}})").record;
    };
    QCOMPARE(record(R"("assetName":"A","username":"u",)", {}),
             QByteArray(R"({"assetName":"A","inputUrl":"v.mp4","username":"u"})"));
    QCOMPARE(record({}, R"("name":"B","username":"v","metadata":{"a":1},)"),
             QByteArray(R"({"assetName":"B","inputUrl":"v.mp4","username":"v","metadata":{"a":1}})"));
    QCOMPARE(record(R"("name":"top",)", R"("assetName":"inner",)"),
             QByteArray(R"({"assetName":"top","inputUrl":"v.mp4"})"));
}

void TestAssetRequest::keepsMetadataByteForByte()
{
    const QByteArray metadata = R"({ "n":1.10, "big":9223372036854775809, "s":"\u00e9" })";
    const QByteArray field = "\"metadata\":" + metadata;
    QVERIFY(parsed(requestWith("[]", ',' + field)).record.contains(field));
}

void TestAssetRequest::callbacksHaveTheDocumentsDefaults()
{
    CallbackTarget expected;
    expected.name = QStringLiteral("a");
    expected.url = QStringLiteral("https://a/");
    const QByteArray callbacks = R"([{"url":"https://a/"}])";
    QCOMPARE(parsed(requestWith(callbacks)).callbacks, QList<CallbackTarget>{expected});
}

void TestAssetRequest::acceptsTheDocumentsOwnSpellings()
{
    const QByteArray encoders = R"({"url":"https://a/","onSuccess":"false","on Failure":"true",)"
                                R"("onProgressEncoding":true,"source":"encoder"})";
    const QByteArray mails = R"({"url":"mailto:johndoe@epiclabs.io"})";
    const auto callbacks = parsed(requestWith('[' + encoders + ',' + mails + ']')).callbacks;
    QCOMPARE(callbacks.size(), 2);
    QCOMPARE(callbacks[0].triggers, (TriggerSet{Trigger::Failure, Trigger::Progress}));
    QVERIFY(callbacks[0].source == CallbackSource::Encoder);
    QVERIFY(callbacks[1].isMail());
}

void TestAssetRequest::aRequestNeedsNoCallbacks()
{
    QVERIFY(parsed(R"({"parameters":{"input":{"urlPath":"v.mp4"}}})").callbacks.isEmpty());
    QVERIFY(parsed(requestWith("null")).callbacks.isEmpty());
    QVERIFY(parseAssetRequest(requestWith("[]")));
}

void TestAssetRequest::namesThePathOfWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("begin");
    const auto row = [](const char *name, const QByteArray &body, const QString &begin) {
        QTest::newRow(name) << body << begin;
    };
    const auto second = [](const QByteArray &callback) {
        return requestWith(R"([{"url":"https://a/"},)" + callback + ']');
    };
    const QString at = QStringLiteral("parameters.callbacks[1]");
    row("empty", "", QStringLiteral("line 1, column 1"));
    row("trailing comma", R"({"parameters":{},})", QStringLiteral("line 1, column 17"));
    row("top twice", R"({"parameters":{},"parameters":{}})", QStringLiteral("line 1, column 18: duplicate"));
    row("no parameters", "{}", QStringLiteral("parameters: is missing"));
    row("parameters no object", R"({"parameters":[]})", QStringLiteral("parameters: expected an object"));
    row("parameters twice", R"({"parameters":{"input":1,"input":2}})", QStringLiteral("parameters: duplicate field"));
    row("no input", R"({"parameters":{}})", QStringLiteral("parameters.input: is missing"));
    row("no urlPath", R"({"parameters":{"input":{}}})", QStringLiteral("parameters.input.urlPath: is missing"));
    row("urlPath a number", R"({"parameters":{"input":{"urlPath":1}}})",
        QStringLiteral("parameters.input.urlPath: expected"));
    row("name a number", requestWith("[]", R"(,"assetName":1)"), QStringLiteral("assetName: expected a string"));
    row("metadata a list", requestWith("[]", R"(,"metadata":[])"), QStringLiteral("metadata: expected an object"));
    row("callbacks no array", requestWith("{}"), QStringLiteral("parameters.callbacks: expected an array"));
    row("callback no object", second("1"), at + QStringLiteral(": a callback is an object"));
    row("callback without url", second("{}"), at + QStringLiteral(": the callback has no"));
    row("url", second(R"({"url":"ftp://a/"})"), at + QStringLiteral(".url: Scheme"));
    row("method", second(R"({"url":"https://a/","method":"DELETE"})"), at + QStringLiteral(".method: method “DELETE”"));
    row("method in lower case", second(R"({"url":"https://a/","method":"put"})"),
        at + QStringLiteral(".method: method “put”: expected PUT"));
    row("source", second(R"({"url":"https://a/","source":"moon"})"), at + QStringLiteral(".source: “moon”"));
    row("flag", second(R"({"url":"https://a/","onSuccess":"maybe"})"), at + QStringLiteral(".onSuccess: "));
    row("flag in capitals", second(R"({"url":"https://a/","onSuccess":"TRUE"})"), at + QStringLiteral(".onSuccess: "));
    row("key", second(R"({"url":"https://a/","on_failure":true})"),
        at + QStringLiteral(".on_failure: key “on_failure”: expected “onFailure”"));
    row("key misspelt", second(R"({"url":"https://a/","onSucess":true})"),
        at + QStringLiteral(".onSucess: “onSucess” is no key"));
    row("key unknown", second(R"({"url":"https://a/","note":null})"), at + QStringLiteral(".note: “note” is no key"));
    const QByteArray mask = kMask.toUtf8();
    row("header masked",
        second(R"({"url":"https://a/","headers":[{"name":"A","value":"1"},{"name":"B","value":")" + mask + "\"}]}"),
        at + QStringLiteral(".headers[1].value: the value is masked"));
    row("secret header masked",
        second(R"({"url":"https://a/","headers":[{"name":"A","secret":true,"value":" )" + mask + "\"}]}"),
        at + QStringLiteral(".headers[0].value: the value is masked"));
    row("signed", second(R"({"url":"https://a/","signing":{"scheme":"hmac"}})"),
        at + QStringLiteral(".signing: callbacks that come this way can't be signed"));
    row("authentication", second(R"({"url":"https://a/","authentication":{"scheme":"bearer","secret":"s"}})"),
        at + QStringLiteral(".authentication: callbacks that come this way have no “authentication”"));
    row("certificates", second(R"({"url":"https://a/","tls":{"pins":[]}})"),
        at + QStringLiteral(".tls: callbacks that come this way have no “tls”"));
    row("a proxy", second(R"({"url":"https://a/","proxy":"http://10.0.0.1:3128"})"),
        at + QStringLiteral(".proxy: callbacks that come this way have no “proxy”"));
    row("header masked in a map", second(R"({"url":"https://a/","headers":{"A":")" + mask + "\"}}"),
        at + QStringLiteral(".headers.A: the value is masked"));
    row("header name", second(R"({"url":"https://a/","headers":[{"name":"X","value":""},{"name":"A B","value":"1"}]})"),
        at + QStringLiteral(".headers[1].name: "));
    row("header value", second(R"({"url":"https://a/","headers":[{"name":"A","value":"1\n2"}]})"),
        at + QStringLiteral(".headers[0].value: "));
    row("header reserved", second(R"({"url":"https://a/","headers":[{"name":"Host","value":"b"}]})"),
        at + QStringLiteral(".headers[0].name: "));
    row("Spark by PUT", second(R"({"url":"https://a/","format":"spark","method":"PUT"})"),
        at + QStringLiteral(".method: Spark"));
    row("key twice", second(R"({"url":"https://a/","url":"https://b/"})"), at + QStringLiteral(".url: is there twice"));
    row("header key twice", second(R"({"url":"https://a/","headers":[{"name":"A","name":"B","value":"1"}]})"),
        at + QStringLiteral(".headers[0].name: is there twice"));
}

void TestAssetRequest::namesThePathOfWhatIsWrong()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, begin);
    const auto request = parseAssetRequest(body);
    QVERIFY(!request);
    QCOMPARE(request.error().code, ErrorCode::Malformed);
    QVERIFY2(request.error().detail.startsWith(begin), qPrintable(request.error().detail));
}

void TestAssetRequest::keepsItsLimits()
{
    QCOMPARE(parseAssetRequest(QByteArray(10 * 1024 * 1024 + 1, ' ')).error().code, ErrorCode::TooLarge);
    QByteArrayList callbacks(100, R"({"url":"https://a/"})");
    QCOMPARE(parsed(requestWith('[' + callbacks.join(',') + ']')).callbacks.size(), 100);
    callbacks.append(callbacks.first());
    QCOMPARE(parseAssetRequest(requestWith('[' + callbacks.join(',') + ']')).error().code, ErrorCode::TooLarge);
    const QByteArray large = R"([{"url":"https://a/","headers":[)" + QByteArray(300'000, ' ') + "]}]";
    QCOMPARE(parseAssetRequest(requestWith(large)).error().code, ErrorCode::TooLarge);
    QVERIFY(!parseAssetRequest(requestWith(QByteArray(100, '[') + QByteArray(100, ']'))));
}

void TestAssetRequest::tellsTheStatus()
{
    QCOMPARE(assetStatus(published()), QStringLiteral("queued"));
    QCOMPARE(assetStatus(withEvent(R"({"status":"finished"})")), QStringLiteral("finished"));
    QCOMPARE(assetStatus(withEvent("<r><id>1</id><status>4</status></r>", Trigger::Transcode,
                                   QStringLiteral("application/xml"))),
             QStringLiteral("error"));
    QCOMPARE(assetStatus(withEvent(R"({"status":104})")), QStringLiteral("canceled"));
    QCOMPARE(assetStatus(withEvent(R"({"status":"resting"})")), QStringLiteral("resting"));
    QCOMPARE(assetStatus(withEvent("{}", Trigger::Failure)), QStringLiteral("error")); // the event says it
    QCOMPARE(assetStatus(withEvent("{}", Trigger::Rating)), QStringLiteral("queued"));
    QVERIFY(assetStatus(MediaAsset()).isEmpty());
}

void TestAssetRequest::tellsTheName()
{
    QCOMPARE(assetName(published()), QStringLiteral("T1S03"));
    QCOMPARE(assetName(withEvent(R"({"status":"finished"})")), QStringLiteral("T1S03")); // as it was published
    const QByteArray unnamed = R"({"inputUrl":"https://s/dir/T%201.mp4?x=1"})";
    QCOMPARE(assetName(published(unnamed)), QStringLiteral("T 1.mp4"));
    QCOMPARE(assetName(published("{\"title\":\"\",\"filename\":\"a.jpg\"}")), QStringLiteral("a.jpg"));
    QVERIFY(assetName(MediaAsset()).isEmpty());
}

void TestAssetRequest::describesAnAssetInLightFlowsKeys()
{
    MediaAsset asset = withEvent(
        R"({"status":"finished","n":1.10,"externalid":"566","uuid":"other","duration":1.552})");
    CallbackTarget target;
    target.url = QStringLiteral("https://a/");
    const QByteArray json = assetJson(asset, {target});
    const QByteArrayList after{"externalid", "n", "callbacks"};
    QCOMPARE(keysOf(json), kEleven + after);
    QVERIFY2(json.contains(R"("n":1.10)"), json.constData());
    QVERIFY(json.contains(R"("duration":1.552)"));
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    QCOMPARE(object[QStringLiteral("uuid")].toString(), QStringLiteral("u1")); // the one it is asked for by
    QCOMPARE(object[QStringLiteral("assetName")].toString(), QStringLiteral("T1S03"));
    QCOMPARE(object[QStringLiteral("inputUrl")].toString(), QStringLiteral("https://s/T1S03.mp4"));
    QCOMPARE(object[QStringLiteral("status")].toString(), QStringLiteral("finished"));
    QVERIFY(object[QStringLiteral("startDate")].isNull());
    QCOMPARE(object[QStringLiteral("callbacks")].toArray().size(), 1);
}

void TestAssetRequest::describesASparkAssetToo()
{
    const MediaAsset asset = withEvent(sample(QStringLiteral("spark-media-callback.xml")), Trigger::Rating,
                                       QStringLiteral("application/xml"));
    const QByteArray json = assetJson(asset, {});
    const QByteArrayList keys = keysOf(json);
    QCOMPARE(keys.first(11), kEleven);
    QCOMPARE(keys.last(), QByteArray("callbacks"));
    QVERIFY(keys.contains("moderationstatus"));
    QVERIFY(!keys.contains("externalid")); // empty: not known
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    QCOMPARE(object[QStringLiteral("status")].toString(), QStringLiteral("finished"));
    QCOMPARE(object[QStringLiteral("assetName")].toString(), QStringLiteral("T1S03"));
    QCOMPARE(object[QStringLiteral("title")].toString(), QStringLiteral("Test 7 : single + empty"));
}

void TestAssetRequest::knowsNothingAndSaysSo()
{
    MediaAsset asset;
    asset.id = QStringLiteral("u1");
    const QJsonObject object = QJsonDocument::fromJson(assetJson(asset, {})).object();
    QCOMPARE(object.size(), 12);
    QCOMPARE(object[QStringLiteral("uuid")].toString(), QStringLiteral("u1"));
    QVERIFY(object[QStringLiteral("status")].isNull());
    QCOMPARE(QJsonDocument::fromJson(assetJson(published(), {}))[QStringLiteral("status")].toString(),
             QStringLiteral("queued"));
}

void TestAssetRequest::masksSecretsOfACallback()
{
    CallbackTarget target;
    target.url = QStringLiteral("https://a/");
    target.method = Method::Put;
    target.source = CallbackSource::Encoder;
    target.triggers = {Trigger::Failure, Trigger::Progress};
    target.headers = {{QStringLiteral("X-Token"), QStringLiteral("s3cret"), {}, true, true},
                      {QStringLiteral("Authorization"), QStringLiteral("s3cret"), {}, false, true},
                      {QStringLiteral("X-Plain"), QStringLiteral("v"), {}, false, true},
                      {QStringLiteral("X-Off"), QStringLiteral("v"), {}, false, false}};
    const QString expected = QStringLiteral(R"({"url":"https://a/","headers":[{"name":"X-Token","value":"•••"},)"
                                            R"({"name":"Authorization","value":"•••"},{"name":"X-Plain","value":"v"}],)"
                                            R"("method":"PUT","source":"encoder","onSuccess":false,"onFailure":true,)"
                                            R"("onProgressEncoding":true})");
    QCOMPARE(QString::fromUtf8(callbackJson(target)), expected);
}

void TestAssetRequest::credentialsInAUrlAreNotShown()
{
    const QByteArray given = R"([{"url":"https://me:canary@a.example/x"}])";
    const AssetRequest request = parsed(requestWith(given));
    QCOMPARE(request.callbacks.size(), 1);
    const CallbackTarget &callback = request.callbacks[0];
    QVERIFY(callback.authentication.scheme == AuthScheme::Basic);
    QCOMPARE(callback.authentication.user, QStringLiteral("me"));
    QCOMPARE(callback.authentication.secret.plain, QStringLiteral("canary"));
    const QByteArray shown = callbackJson(callback);
    QCOMPARE(QJsonDocument::fromJson(shown)[QStringLiteral("url")].toString(), QStringLiteral("https://a.example/x"));
    QVERIFY(!shown.contains("canary"));
    const QByteArray hostile = R"([{"url":"https://me:canary@a.example:25/"}])";
    const auto refused = parseAssetRequest(requestWith(hostile));
    QVERIFY(!refused);
    QVERIFY2(refused.error().detail.startsWith(QLatin1String("parameters.callbacks[0].url: ")),
             qPrintable(refused.error().detail));
    QVERIFY(!refused.error().detail.contains(QLatin1String("canary")));
}

QTEST_APPLESS_MAIN(TestAssetRequest)
#include "tst_assetrequest.moc"

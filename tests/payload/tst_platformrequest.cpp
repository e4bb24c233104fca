#include "core/payload/platformrequest.h"
#include "tests/payload/samples.h"

#include <QTest>

using namespace callboard;

namespace {

PlatformSettings settings(PlatformKind kind, const QString &baseUrl)
{
    PlatformSettings result;
    result.kind = kind;
    result.baseUrl = baseUrl;
    return result;
}

Result<PlatformQuestion> question(PlatformKind kind, const char *baseUrl, const char *key, const char *asset,
                                  const char *project = "")
{
    return platformQuestion(settings(kind, QString::fromLatin1(baseUrl)), QString::fromLatin1(key),
                            QString::fromLatin1(asset), QString::fromLatin1(project));
}

QString refusal(PlatformKind kind, const QByteArray &body)
{
    const auto answer = readPlatformAnswer(kind, body);
    return answer ? QStringLiteral("accepted") : answer.error().detail;
}

MediaAsset assetWith(const QByteArray &record)
{
    MediaAsset asset;
    asset.record = record;
    return asset;
}

constexpr PlatformKind kLightFlow = PlatformKind::LightFlow;
constexpr PlatformKind kSpark = PlatformKind::Spark;

} // namespace

class TestPlatformRequest : public QObject {
    Q_OBJECT

private slots:
    void asksLightFlowWithABearerToken();
    void asksSparkWithTheKeyInTheQuery();
    void encodesWhatItPutsIntoTheUrl();
    void refusesAQuestionItCantAsk_data();
    void refusesAQuestionItCantAsk();
    void readsLightFlowsAnswer();
    void readsSparksXml();
    void readsSparksJson();
    void refusesErrorFormsInTheirOwnWords_data();
    void refusesErrorFormsInTheirOwnWords();
    void tellsThePlatformByTheRecordsNames();
    void readsKindsInAnyCase();
};

void TestPlatformRequest::asksLightFlowWithABearerToken()
{
    const auto asked = question(kLightFlow, "https://api.lightflow.media/", "tok", "6b48fbce");
    QVERIFY(asked);
    QCOMPARE(asked->url.toEncoded(), QByteArray("https://api.lightflow.media/assets/6b48fbce"));
    QCOMPARE(asked->authorization, QByteArray("Bearer tok"));
    QVERIFY(question(kLightFlow, "https://a", "", "1")->authorization.isEmpty());
}

void TestPlatformRequest::asksSparkWithTheKeyInTheQuery()
{
    const char *base = "http://api.newspark.ca/services/rest";
    const auto asked = question(kSpark, base, "k1", "556114", "16");
    QVERIFY(asked);
    QCOMPARE(asked->url.toEncoded(),
             QByteArray("http://api.newspark.ca/services/rest/media/getFileInfo?id=556114&vhost=16&APIKEY=k1"));
    QVERIFY(asked->authorization.isEmpty());
    QCOMPARE(question(kSpark, base, "", "556114")->url.query(), QStringLiteral("id=556114"));
}

void TestPlatformRequest::encodesWhatItPutsIntoTheUrl()
{
    QCOMPARE(question(kLightFlow, "https://a/v1", "", "a/b?c#d e")->url.toEncoded(),
             QByteArray("https://a/v1/assets/a%2Fb%3Fc%23d%20e"));
    QCOMPARE(question(kSpark, "https://a", "x&y=z+1", "1&id=2", "#")->url.toEncoded(),
             QByteArray("https://a/media/getFileInfo?id=1%26id%3D2&vhost=%23&APIKEY=x%26y%3Dz%2B1"));
}

void TestPlatformRequest::refusesAQuestionItCantAsk_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("asset");
    QTest::addColumn<ErrorCode>("code");
    const QByteArray base = "https://a/";
    QTest::newRow("not set up") << QByteArray() << QByteArray() << QByteArray("1") << ErrorCode::InvalidUrl;
    QTest::newRow("no scheme") << QByteArray("api.example") << QByteArray() << QByteArray("1") << ErrorCode::InvalidUrl;
    QTest::newRow("mail") << QByteArray("mailto:a@b.c") << QByteArray() << QByteArray("1") << ErrorCode::InvalidUrl;
    QTest::newRow("query") << QByteArray("https://a/?x=1") << QByteArray() << QByteArray("1") << ErrorCode::InvalidUrl;
    QTest::newRow("fragment") << QByteArray("https://a/#x") << QByteArray() << QByteArray("1") << ErrorCode::InvalidUrl;
    QTest::newRow("no asset") << base << QByteArray() << QByteArray() << ErrorCode::InvalidArgument;
    QTest::newRow("the way up") << base << QByteArray() << QByteArray("..") << ErrorCode::InvalidArgument;
    QTest::newRow("key with a line end") << base << QByteArray("a\r\nB: c") << QByteArray("1")
                                         << ErrorCode::InvalidHeader;
}

void TestPlatformRequest::refusesAQuestionItCantAsk()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, asset);
    QFETCH(ErrorCode, code);
    for (PlatformKind kind : {kLightFlow, kSpark}) {
        const auto asked = question(kind, base.constData(), key.constData(), asset.constData());
        QVERIFY(!asked);
        QCOMPARE(asked.error().code, code);
        QVERIFY(key.isEmpty() || !asked.error().detail.contains(QString::fromLatin1(key))); // it is a secret
    }
}

void TestPlatformRequest::readsLightFlowsAnswer()
{
    const QByteArray body = sample(QStringLiteral("lightflow-callback.json"));
    const auto answer = readPlatformAnswer(kLightFlow, body);
    QVERIFY(answer);
    QCOMPARE(answer->record, body);
    QCOMPARE(answer->contentType, QStringLiteral("application/json"));
}

void TestPlatformRequest::readsSparksXml()
{
    const QByteArray body = sample(QStringLiteral("spark-media-callback.xml"));
    const auto answer = readPlatformAnswer(kSpark, body);
    QVERIFY(answer);
    QCOMPARE(answer->record, body);
    QCOMPARE(answer->contentType, QStringLiteral("application/xml"));
}

void TestPlatformRequest::readsSparksJson()
{
    const auto answer = readPlatformAnswer(kSpark, R"({"status":true,"result":{"id":556114,"length":1.10}})");
    QVERIFY(answer);
    QCOMPARE(answer->record, QByteArray(R"({"id":556114,"length":1.10})"));
    QCOMPARE(answer->contentType, QStringLiteral("application/json"));
    QVERIFY(readPlatformAnswer(kSpark, R"({"id":556114,"status":3})"));
}

void TestPlatformRequest::refusesErrorFormsInTheirOwnWords_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, PlatformKind kind, const char *body, const QString &part) {
        QTest::newRow(name) << int(kind) << QByteArray(body) << part;
    };
    row("message", kLightFlow, R"({"message":"asset not found"})", QStringLiteral("asset not found"));
    row("no record", kLightFlow, R"({"items":[]})", QStringLiteral("uuid"));
    row("not JSON", kLightFlow, "<html>", QStringLiteral("line 1"));
    row("empty", kLightFlow, "", QStringLiteral("empty"));
    row("error", kSpark, "<error><message/><type>FileMobile_Storage_FileNotFoundException</type><code>0</code></error>",
        QStringLiteral("FileMobile_Storage_FileNotFoundException"));
    row("error in a result", kSpark, "<result><error><message>No access</message><type>T</type></error></result>",
        QStringLiteral("No access"));
    row("web page", kSpark, "<html><body>Hello</body></html>", QStringLiteral("<html>"));
    row("list", kSpark, "<result><totalCount>0</totalCount><data/></result>", QStringLiteral("<id>"));
    row("DOCTYPE", kSpark, "<!DOCTYPE result><result><id>1</id></result>", QStringLiteral("DOCTYPE"));
    row("false", kSpark, R"({"status":false,"result":"No such file"})", QStringLiteral("No such file"));
    row("false, wordless", kSpark, R"({"status":false})", QStringLiteral("does not say which"));
    row("no result", kSpark, R"({"status":true})", QStringLiteral("result is missing"));
    row("empty result", kSpark, R"({"status":true,"result":{}})", QStringLiteral("id is missing"));
    row("another object", kSpark, R"({"a":1})", QStringLiteral("id is missing"));
}

void TestPlatformRequest::refusesErrorFormsInTheirOwnWords()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, body);
    QFETCH(QString, part);
    const auto answer = readPlatformAnswer(PlatformKind(kind), body);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Malformed);
    const QString said = refusal(PlatformKind(kind), body);
    QVERIFY2(said.contains(part), qPrintable(said));
}

void TestPlatformRequest::tellsThePlatformByTheRecordsNames()
{
    QVERIFY(platformOf(assetWith(sample(QStringLiteral("lightflow-callback.json")))) == kLightFlow);
    QVERIFY(platformOf(assetWith(sample(QStringLiteral("spark-media-callback.xml")))) == kSpark);
    QVERIFY(platformOf(assetWith(R"({"id":1,"status":3})")) == kSpark);
    QVERIFY(platformOf(assetWith(R"({"moderationstatus":"2"})")) == kSpark);
    QVERIFY(platformOf(assetWith(R"({"inputUrl":"x","id":"1"})")) == kLightFlow);
    QVERIFY(platformOf(assetWith(R"({"status":"finished"})")) == kLightFlow);
    QVERIFY(platformOf(assetWith({})) == kLightFlow);
}

void TestPlatformRequest::readsKindsInAnyCase()
{
    for (PlatformKind kind : {kLightFlow, kSpark})
        QVERIFY(platformFrom(toString(kind).toUpper()) == kind);
    QVERIFY(!platformFrom(QStringLiteral("moon")));
}

QTEST_APPLESS_MAIN(TestPlatformRequest)
#include "tst_platformrequest.moc"

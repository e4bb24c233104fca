#include "core/payload/lightflowcodec.h"
#include "core/payload/rendering.h"
#include "tests/payload/samples.h"

#include <QTest>

using namespace callboard;

namespace {

MediaRecord record(const QByteArray &json)
{
    return parseRecord(json).value();
}

MediaEvent eventOf(Trigger trigger = Trigger::Success)
{
    MediaEvent event;
    event.trigger = trigger;
    event.asset = QStringLiteral("asset-7");
    return event;
}

QByteArray valueOf(QByteArrayView key, const QByteArray &body)
{
    return decodeLightFlow(body).value().raw(key);
}

} // namespace

class TestLightFlowCodec : public QObject {
    Q_OBJECT

private slots:
    void writesTheDocumentsBytes();
    void readsBackWhatItWrites();
    void writesElevenKeysForAnEmptyRecord();
    void keepsTokensByteForByte();
    void leavesUnknownFieldsOut();
    void statusFollowsTheTriggerWhereThereIsNone_data();
    void statusFollowsTheTriggerWhereThereIsNone();
    void translatesASparkRecord();
    void translatesSparksCodes_data();
    void translatesSparksCodes();
    void fallsBackToTheFileName();
    void refusesABodyThatIsNotLightFlows();
    void getAddsToTheQuery_data();
    void getAddsToTheQuery();
    void getEncodesWhatAQueryCannotCarry();
};

void TestLightFlowCodec::writesTheDocumentsBytes()
{
    const QByteArray document = sample(QStringLiteral("lightflow-callback.json"));
    QCOMPARE(encodeLightFlow(record(document), eventOf()), document);
}

void TestLightFlowCodec::readsBackWhatItWrites()
{
    const QByteArray document = sample(QStringLiteral("lightflow-callback.json"));
    QCOMPARE(decodeLightFlow(encodeLightFlow(record(document), eventOf())).value(), record(document));
}

void TestLightFlowCodec::writesElevenKeysForAnEmptyRecord()
{
    const auto fields = decodeLightFlow(encodeLightFlow(record("{}"), eventOf(Trigger::Rating))).value().fields;
    const QList<RecordField> expected{{"uuid", "\"asset-7\""}, {"assetName", "null"}, {"inputUrl", "null"},
                                      {"username", "null"},    {"startDate", "null"}, {"endDate", "null"},
                                      {"status", "null"},      {"metadata", "{}"},    {"duration", "null"},
                                      {"assetUrl", "null"},    {"thumbnail", "null"}};
    QCOMPARE(fields, expected);
}

void TestLightFlowCodec::keepsTokensByteForByte()
{
    const QByteArray body = encodeLightFlow(
        record(R"({"duration":1.10,"metadata":{"z": 9223372036854775809, "a":[1.0]},"assetName":"a\/b\u00e9ぽつ"})"),
        eventOf());
    QCOMPARE(valueOf("duration", body), "1.10");
    QCOMPARE(valueOf("metadata", body), R"({"z": 9223372036854775809, "a":[1.0]})");
    QCOMPARE(valueOf("assetName", body), R"("a\/b\u00e9ぽつ")");
}

void TestLightFlowCodec::leavesUnknownFieldsOut()
{
    const QByteArray body = encodeLightFlow(record(R"({"uuid":"u","extra":1})"), eventOf());
    QCOMPARE(decodeLightFlow(body).value().fields.size(), 11);
}

void TestLightFlowCodec::statusFollowsTheTriggerWhereThereIsNone_data()
{
    QTest::addColumn<int>("trigger");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("success") << int(Trigger::Success) << QByteArray("\"finished\"");
    QTest::newRow("failure") << int(Trigger::Failure) << QByteArray("\"error\"");
    QTest::newRow("progress") << int(Trigger::Progress) << QByteArray("\"running\"");
    QTest::newRow("moderation") << int(Trigger::Moderation) << QByteArray("null");
}

void TestLightFlowCodec::statusFollowsTheTriggerWhereThereIsNone()
{
    QFETCH(int, trigger);
    QFETCH(QByteArray, status);
    const MediaEvent happened = eventOf(static_cast<Trigger>(trigger));
    const QByteArray body = encodeLightFlow(record("{\"status\":null}"), happened);
    QVERIFY2(body.contains(QByteArray("\"status\": " + status + ',')), body.constData());
    const QByteArray own = encodeLightFlow(record("{\"status\":\"canceled\"}"), happened);
    QCOMPARE(valueOf("status", own), "\"canceled\"");
}

void TestLightFlowCodec::translatesASparkRecord()
{
    const MediaRecord spark = record(sample(QStringLiteral("spark-media-callback.xml")));
    const QByteArray expected = R"({
  "uuid": "556114",
  "assetName": "Test 7 : single + empty",
  "inputUrl": null,
  "username": "evert",
  "startDate": "2009-01-31 22:11:18",
  "endDate": "2009-02-04 12:17:41",
  "status": "finished",
  "metadata": {},
  "duration": 0.00,
  "assetUrl": "http://fmdevs3.filemobile.com/storage/556114",
  "thumbnail": "http://fmdev.s3.amazonaws.com/storage/556114"
})";
    QCOMPARE(encodeLightFlow(spark, eventOf(Trigger::Rating)), expected);
}

void TestLightFlowCodec::translatesSparksCodes_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("word");
    const auto row = [](const char *code, const char *word) {
        QTest::newRow(code) << QByteArray(code) << QByteArray(word);
    };
    row("0", "queued");
    row("1", "queued");
    row("2", "running");
    row("3", "finished");
    row("4", "error");
    row("5", "error");
    row("104", "canceled");
    row("200", "canceled");
    row("17", "17");
}

void TestLightFlowCodec::translatesSparksCodes()
{
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, word);
    const QByteArray body = encodeLightFlow(record("{\"status\":\"" + code + "\"}"), eventOf());
    QCOMPARE(valueOf("status", body), '"' + word + '"');
}

void TestLightFlowCodec::fallsBackToTheFileName()
{
    const QByteArray body = encodeLightFlow(record(R"({"title":"","filename":"a.jpg"})"), eventOf());
    QCOMPARE(valueOf("assetName", body), "\"a.jpg\"");
}

void TestLightFlowCodec::refusesABodyThatIsNotLightFlows()
{
    QVERIFY(!decodeLightFlow("{\"id\":1}"));
    QVERIFY(!decodeLightFlow("[]"));
    QVERIFY(!decodeLightFlow("<r><uuid>1</uuid></r>"));
}

void TestLightFlowCodec::getAddsToTheQuery_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray added("status=finished&endDate=2019-02-14T20%3A43%3A11.825Z");
    const auto row = [&](const char *name, const QString &url, const QByteArray &before) {
        QTest::newRow(name) << url << before + added;
    };
    row("no query", QStringLiteral("https://h/p"), "https://h/p?");
    row("empty query", QStringLiteral("https://h/p?"), "https://h/p?");
    row("query", QStringLiteral("https://h/p?id=1"), "https://h/p?id=1&");
    row("encoded query", QStringLiteral("https://h/p?a=1%2B1+x&b=%26%3D%20c&status=mine&x"),
        "https://h/p?a=1%2B1+x&b=%26%3D%20c&status=mine&x&");
    row("fragment", QStringLiteral("https://h/p?id=1#top"), "https://h/p?id=1&");
}

void TestLightFlowCodec::getAddsToTheQuery()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, expected);
    const MediaRecord asset = record(sample(QStringLiteral("lightflow-callback.json")));
    QCOMPARE(lightFlowGetUrl(QUrl(url, QUrl::StrictMode), asset, eventOf()).toEncoded(), expected);
}

void TestLightFlowCodec::getEncodesWhatAQueryCannotCarry()
{
    const MediaRecord asset = record(R"({"status":"a+b&c=d#é%","endDate":"2019-02-14T20:43:11+01:00"})");
    QCOMPARE(lightFlowGetUrl(QUrl(QStringLiteral("https://h/")), asset, eventOf()).toEncoded(),
             "https://h/?status=a%2Bb%26c%3Dd%23%C3%A9%25&endDate=2019-02-14T20%3A43%3A11%2B01%3A00");
    QCOMPARE(lightFlowGetUrl(QUrl(QStringLiteral("https://h/")), record("{}"), eventOf()).toEncoded(),
             "https://h/?status=finished&endDate=");
}

QTEST_APPLESS_MAIN(TestLightFlowCodec)
#include "tst_lightflowcodec.moc"

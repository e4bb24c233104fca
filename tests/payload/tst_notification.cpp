#include "tests/payload/notifications.h"

#include <QTest>

using namespace callboard;

class TestNotification : public QObject {
    Q_OBJECT

private slots:
    void readsTheDocumentedJobNotification();
    void readsAnOutputsNotification();
    void tellsWhatAStateMeans_data();
    void tellsWhatAStateMeans();
    void readsXmlOfAnyRoot();
    void readsXmlListsOfEitherKind();
    void collectsErrorTexts();
    void decidesByTheFirstByteWithoutAContentType();
    void readsBrightcovesTitle();
    void tellsWhatAnIngestMeans();
    void readsFormFields();
    void onlyNotesAChangeInTheCms();
    void refuses_data();
    void refuses();
    void keepsItsLimits();
};

void TestNotification::readsTheDocumentedJobNotification()
{
    const EncoderNotification notification = parsed(jobSample(), kJson);
    QCOMPARE(notification.jobId, QStringLiteral("172151"));
    QCOMPARE(notification.part, QStringLiteral("job"));
    QCOMPARE(notification.state, QStringLiteral("finished"));
    QVERIFY(notification.passThrough.isEmpty()); // null
    QCOMPARE(notification.triggers, (QList<Trigger>{Trigger::Success, Trigger::Transcode}));
    QCOMPARE(notification.key(), QStringLiteral("172151/job/finished"));
    QCOMPARE(notification.body, jobSample());
    QCOMPARE(notification.contentType, kJson);
}

void TestNotification::readsAnOutputsNotification()
{
    const EncoderNotification notification = parsed(kOutput);
    QCOMPARE(notification.jobId, QStringLiteral("7"));
    QCOMPARE(notification.part, QStringLiteral("235314"));
    QCOMPARE(notification.state, QStringLiteral("finished"));
    QCOMPARE(notification.passThrough, QStringLiteral("42"));
    QCOMPARE(notification.triggers, QList<Trigger>{Trigger::Progress});
}

void TestNotification::tellsWhatAStateMeans_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<int>("trigger");
    QTest::newRow("failed") << QByteArray("failed") << int(Trigger::Failure);
    QTest::newRow("cancelled") << QByteArray("cancelled") << int(Trigger::Failure);
    QTest::newRow("processing") << QByteArray("processing") << -1;
    QTest::newRow("unheard of") << QByteArray("no input") << -1;
}

void TestNotification::tellsWhatAStateMeans()
{
    QFETCH(QByteArray, state);
    QFETCH(int, trigger);
    const EncoderNotification notification = ended(state.constData());
    QCOMPARE(notification.state, QString::fromUtf8(state));
    QCOMPARE(notification.triggers, trigger < 0 ? QList<Trigger>{} : QList<Trigger>{Trigger(trigger)});
    QVERIFY(parsed(R"({"job":{"id":7},"output":{"id":1,"state":"failed"}})").triggers.isEmpty()); // the job goes on
}

void TestNotification::readsXmlOfAnyRoot()
{
    for (const QByteArray &root : {QByteArray("hash"), QByteArray("api-response")}) {
        const QByteArray xml = "\n<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + root + R"(>
  <job><id type="integer">172151</id><state>failed</state><pass-through>a &amp; b</pass-through></job>
  <outputs type="array"><anything><error-message>Broken</error-message><label nil="true"/></anything></outputs>
</)" + root + ">";
        const EncoderNotification notification = parsed(xml, kXml);
        QCOMPARE(notification.jobId, QStringLiteral("172151"));
        QCOMPARE(notification.passThrough, QStringLiteral("a & b"));
        QCOMPARE(notification.state, QStringLiteral("failed"));
        QCOMPARE(notification.part, QStringLiteral("job"));
        QCOMPARE(notification.error, QStringLiteral("Broken"));
    }
    const EncoderNotification output = parsed("<hash><job><id>1</id><pass_through>x</pass_through></job>"
                                              "<output><id>2</id><state>finished</state></output></hash>");
    QCOMPARE(output.key(), QStringLiteral("1/2/finished"));
    QCOMPARE(output.passThrough, QStringLiteral("x"));
}

void TestNotification::readsXmlListsOfEitherKind()
{
    const QByteArray image = "<images type=\"array\"><image><url>http://t/1.png</url></image></images>";
    const QByteArray job = "<job><id>1</id><state>finished</state></job>";
    const QByteArray output = "<output><thumbnails type=\"array\"><t>" + image + "</t></thumbnails></output>";
    const QByteArrayList lists{"<outputs type=\"array\">" + output + "</outputs>", "<outputs>" + output + "</outputs>",
                               "<outputs><output><id>1</id></output>" + output + "</outputs>"};
    for (const QByteArray &outputs : lists) {
        const QByteArray record = updated(R"({"uuid":"a1"})", parsed("<r>" + job + outputs + "</r>", kXml));
        QVERIFY2(record.contains("\"thumbnail\":\"http://t/1.png\""), record.constData());
    }
}

void TestNotification::collectsErrorTexts()
{
    const EncoderNotification notification = parsed(R"({"job":{"id":1,"state":"failed"},"outputs":[
        {"state":"failed","error_message":"No video","error_link":"http:\/\/e\/1","error_class":null},
        {"state":"failed","error_message":"No video","primary_upload_error_message":"refused"}]})");
    QCOMPARE(notification.error, QStringLiteral("No video; http://e/1; refused"));
}

void TestNotification::decidesByTheFirstByteWithoutAContentType()
{
    QCOMPARE(parsed(" \n" + kOutput).jobId, QStringLiteral("7"));
    QCOMPARE(parsed("\xEF\xBB\xBF" + kOutput, QStringLiteral("text/plain")).jobId, QStringLiteral("7"));
    QCOMPARE(parsed("<h><job><id>3</id><state>x</state></job></h>", QString()).jobId, QStringLiteral("3"));
    QVERIFY(!parseNotification(Encoder::Zencoder, kOutput, kXml));
}

void TestNotification::readsBrightcovesTitle()
{
    const EncoderNotification notification = parsed(sample(QStringLiteral("brightcove-title-create.json")), kJson,
                                                    Encoder::Brightcove);
    QCOMPARE(notification.jobId, QStringLiteral("d3ef8751-2b88-4141-95d5-83f0393aca07"));
    QCOMPARE(notification.videoId, QStringLiteral("5660367449001"));
    QCOMPARE(notification.part, QStringLiteral("TITLE/CREATE/5660367449001"));
    QCOMPARE(notification.state, QStringLiteral("SUCCESS"));
    QCOMPARE(notification.triggers, QList<Trigger>{Trigger::External});
}

void TestNotification::tellsWhatAnIngestMeans()
{
    QCOMPARE(ingest("TITLE", "CREATE", "FAILED").triggers, QList<Trigger>{Trigger::Failure});
    QVERIFY(ingest("TITLE", "PUBLISH", "SUCCESS").triggers.isEmpty()); // comes in the middle
    QVERIFY(ingest("DIGITAL_MASTER", "CREATE", "SUCCESS").triggers.isEmpty());
    const EncoderNotification rendition = ingest("DYNAMIC_RENDITION", "CREATE", "SUCCESS");
    QCOMPARE(rendition.triggers, QList<Trigger>{Trigger::Progress});
    QCOMPARE(rendition.part, QStringLiteral("DYNAMIC_RENDITION/CREATE/default/audio192"));
    QVERIFY(ingest("DYNAMIC_RENDITION", "CREATE", "FAILED").triggers.isEmpty());
}

void TestNotification::readsFormFields()
{
    const EncoderNotification notification = parsed(
        "entity=566&entityType=TITLE&action=CREATE&jobId=j%2F1&status=FAILED"
        "&errorMessage=No+%26+never",
        QStringLiteral("application/x-www-form-urlencoded; charset=utf-8"), Encoder::Brightcove);
    QCOMPARE(notification.jobId, QStringLiteral("j/1"));
    QCOMPARE(notification.videoId, QStringLiteral("566"));
    QCOMPARE(notification.error, QStringLiteral("No & never"));
    QCOMPARE(notification.triggers, QList<Trigger>{Trigger::Failure});
}

void TestNotification::onlyNotesAChangeInTheCms()
{
    const QByteArray body = R"({"timestamp":1644444444000,"account_id":"1","event":"video-change","video":"566",
        "version":12,"action":"UPDATE","updated_by":{"type":"user"}})";
    const EncoderNotification notification = parsed(body, kJson, Encoder::Brightcove);
    QVERIFY(notification.triggers.isEmpty());
    QCOMPARE(notification.videoId, QStringLiteral("566"));
    QCOMPARE(notification.key(), QStringLiteral("/video-change/UPDATE/566/version 12"));
}

void TestNotification::refuses_data()
{
    QTest::addColumn<int>("encoder");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, Encoder encoder, const QByteArray &body, const QString &part) {
        QTest::newRow(name) << int(encoder) << body << part;
    };
    const Encoder z = Encoder::Zencoder;
    row("empty", z, " ", QStringLiteral("empty"));
    row("not JSON", z, "{", QStringLiteral("line 1"));
    row("an array", z, "[]", QStringLiteral("expected an object"));
    row("no job", z, R"({"outputs":[]})", QStringLiteral("job is missing"));
    row("job is text", z, R"({"job":"1"})", QStringLiteral("job is not an object"));
    row("no job id", z, R"({"job":{"state":"finished"},"outputs":[]})", QStringLiteral("job.id is missing"));
    row("null job id", z, R"({"job":{"id":null,"state":"finished"}})", QStringLiteral("job.id is missing"));
    row("object as id", z, R"({"job":{"id":{},"state":"x"}})", QStringLiteral("job.id is neither"));
    row("long id", z, R"({"job":{"id":")" + QByteArray(256, 'x') + R"(","state":"x"}})",
        QStringLiteral("job.id is longer"));
    row("no state", z, R"({"job":{"id":1}})", QStringLiteral("job.state is missing"));
    row("no output id", z, R"({"job":{"id":1},"output":{"state":"finished"}})", QStringLiteral("output.id is missing"));
    row("no output state", z, R"({"job":{"id":1},"output":{"id":2}})", QStringLiteral("output.state is missing"));
    row("id twice", z, R"({"job":{"id":1,"id":2,"state":"x"}})", QStringLiteral("duplicate"));
    row("XML without job", z, "<hash><outputs/></hash>", QStringLiteral("job is missing"));
    row("XML without job id", z, "<hash><job><state>x</state></job></hash>", QStringLiteral("job.id is missing"));
    row("XML cut off", z, "<hash><job>", QStringLiteral("line 1"));
    row("XML with an entity", z, "<!DOCTYPE h [<!ENTITY e \"x\">]><h><job><id>&e;</id></job></h>",
        QStringLiteral("DOCTYPE"));
    row("XML element twice", z, "<h><job><id>1</id><id>2</id><state>x</state></job></h>", QStringLiteral("duplicate"));
    row("ingest without job", Encoder::Brightcove, R"({"status":"SUCCESS"})", QStringLiteral("jobId is missing"));
    row("ingest without status", Encoder::Brightcove, R"({"jobId":"1"})", QStringLiteral("status is missing"));
    row("change of no video", Encoder::Brightcove, R"({"event":"video-change"})", QStringLiteral("video is missing"));
}

void TestNotification::refuses()
{
    QFETCH(int, encoder);
    QFETCH(QByteArray, body);
    QFETCH(QString, part);
    const auto result = parseNotification(Encoder(encoder), body, {});
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Malformed);
    QVERIFY2(result.error().detail.contains(part), qPrintable(result.error().detail));
}

void TestNotification::keepsItsLimits()
{
    const auto nestedXml = [](int levels) -> QByteArray {
        QByteArray open;
        QByteArray close;
        for (int i = 0; i < levels; ++i) {
            open += "<a>";
            close += "</a>";
        }
        return "<h><job><id>1</id><state>x</state></job>" + open + close + "</h>";
    };
    QVERIFY(parseNotification(Encoder::Zencoder, nestedXml(63), {}));
    QVERIFY(
        parseNotification(Encoder::Zencoder, nestedXml(64), {}).error().detail.contains(QLatin1String("64 levels")));
    const QByteArray deep = R"({"job":{"id":1,"state":"x"},"x":)" + QByteArray(70, '[') + QByteArray(70, ']') + '}';
    QCOMPARE(parseNotification(Encoder::Zencoder, deep, {}).error().code, ErrorCode::Malformed);
    const QByteArray large(10 * 1024 * 1024 + 1, ' ');
    QCOMPARE(parseNotification(Encoder::Zencoder, large, {}).error().code, ErrorCode::TooLarge);
}

QTEST_APPLESS_MAIN(TestNotification)
#include "tst_notification.moc"

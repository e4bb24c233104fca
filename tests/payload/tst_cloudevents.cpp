#include "core/payload/cloudevents.h"
#include "core/payload/mediarecord.h"
#include "core/payload/rendering.h"
#include "tests/payload/samples.h"

#include <QTest>

using namespace callboard;

namespace {

const QByteArray kEvent = R"({"specversion":"1.0","id":"e1","source":"/lightflow","type":"media.asset.published",)"
                          R"("subject":"a1","time":"2019-02-14T20:43:11Z","project":"p9","data":{"uuid":"a1",)"
                          R"( "duration" : 1.10,"n":9223372036854775809}})";

QString errorOf(const QByteArray &body)
{
    const auto events = parseCloudEvents(body);
    return events ? QStringLiteral("accepted") : events.error().detail;
}

QByteArray with(const char *from, const char *to)
{
    return QByteArray(kEvent).replace(from, to);
}

} // namespace

class TestCloudEvents : public QObject {
    Q_OBJECT

private slots:
    void readsAStructuredEvent();
    void keepsTheDataByteForByte();
    void readsABatchInOrder();
    void aBatchIsTakenWholeOrNotAtAll();
    void refuses_data();
    void refuses();
    void takesTheProjectFromTheRecord();
    void readsAnXmlRecord();
    void readsBase64Data();
    void limitsTheBatch();
    void limitsTheSize();
    void readsJsonLines();
    void namesTheLineOfABadEvent();
    void readsBinaryMode();
    void namesTheHeaderThatIsMissing();
    void knowsAllSevenTypes();
    void readsBackWhatItWrites_data();
    void readsBackWhatItWrites();
    void writesOneLine();
};

void TestCloudEvents::readsAStructuredEvent()
{
    const auto events = parseCloudEvents(kEvent);
    QVERIFY2(events, qPrintable(errorOf(kEvent)));
    QCOMPARE(events->size(), 1);
    const MediaEvent &event = events->first();
    QCOMPARE(event.sourceId, QStringLiteral("e1"));
    QCOMPARE(event.source, QStringLiteral("/lightflow"));
    QCOMPARE(event.trigger, Trigger::Success);
    QCOMPARE(event.asset, QStringLiteral("a1"));
    QCOMPARE(event.project, QStringLiteral("p9"));
    QCOMPARE(event.time, QStringLiteral("2019-02-14T20:43:11Z"));
    QCOMPARE(event.dataContentType, QStringLiteral("application/json"));
}

void TestCloudEvents::keepsTheDataByteForByte()
{
    QCOMPARE(parseCloudEvents(kEvent)->first().data, R"({"uuid":"a1", "duration" : 1.10,"n":9223372036854775809})");
}

void TestCloudEvents::readsABatchInOrder()
{
    const auto events = parseCloudEvents(" [" + kEvent + ",\n" + with("\"e1\"", "\"e2\"") + "]\n");
    QVERIFY(events);
    QCOMPARE(events->size(), 2);
    QCOMPARE(events->at(0).sourceId, QStringLiteral("e1"));
    QCOMPARE(events->at(1).sourceId, QStringLiteral("e2"));
    QCOMPARE(parseCloudEvents("[]")->size(), 0);
}

void TestCloudEvents::aBatchIsTakenWholeOrNotAtAll()
{
    const QByteArray bad = with("\"subject\":\"a1\",", "");
    QCOMPARE(errorOf('[' + kEvent + ',' + kEvent + ',' + bad + ',' + kEvent + ',' + kEvent + ']'),
             QStringLiteral("event 3 of 5: \"subject\" is missing"));
}

void TestCloudEvents::refuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const QByteArray &body, const QString &error) {
        QTest::newRow(name) << body << error;
    };
    row("no id", with("\"id\":\"e1\",", ""), QStringLiteral("\"id\" is missing"));
    row("null source", with("\"/lightflow\"", "null"), QStringLiteral("\"source\" is missing"));
    row("empty subject", with("\"subject\":\"a1\"", "\"subject\":\"\""), QStringLiteral("\"subject\" is empty"));
    row("number as id", with("\"e1\"", "7"), QStringLiteral("\"id\" is not a string"));
    row("unknown type", with("asset.published", "asset.lost"),
        QStringLiteral("\"type\" is not known: \"media.asset.lost\""));
    row("old version", with("1.0\",\"id", "0.3\",\"id"), QStringLiteral("\"specversion\" is \"0.3\", not \"1.0\""));
    row("no version", with("\"specversion\":\"1.0\",", ""), QStringLiteral("\"specversion\" is missing"));
    row("time as object", with("\"2019-02-14T20:43:11Z\"", "{}"), QStringLiteral("\"time\" is not a string"));
    row("data as text", with("{\"uuid\":\"a1\", \"duration\" : 1.10,\"n\":9223372036854775809}", "\"x\""),
        QStringLiteral("\"data\" is not an object"));
    row("data twice the same field", with("\"n\":", "\"uuid\":"),
        QStringLiteral("\"data\": line 1, column 33: duplicate field “uuid”"));
    row("other content type", with("\"data\":", "\"datacontenttype\":\"image/png\",\"data\":"),
        QStringLiteral("\"datacontenttype\" is neither JSON nor XML: \"image/png\""));
    row("not JSON", "{\"specversion\":\"1.0\",\n}", QStringLiteral("line 1, column 21: trailing comma"));
    row("attribute twice", with("\"id\":\"e1\"", "\"id\":\"e1\",\"id\":\"e2\""),
        QStringLiteral("line 1, column 32: duplicate field “id”"));
    row("text", "hello", QStringLiteral("line 1, column 1: “hello” is no value; text needs quotes"));
    row("nothing", "  ", QStringLiteral("the body is empty"));
    row("batch of numbers", "[1]", QStringLiteral("event 1 of 1: line 1, column 1: expected an object, found 1"));
}

void TestCloudEvents::refuses()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, error);
    const auto events = parseCloudEvents(body);
    QVERIFY(!events);
    QCOMPARE(events.error().code, ErrorCode::Malformed);
    QCOMPARE(events.error().detail, error);
}

void TestCloudEvents::takesTheProjectFromTheRecord()
{
    const QByteArray body = with("\"project\":\"p9\",", "").replace("\"n\":", "\"vhost\":");
    QCOMPARE(parseCloudEvents(body)->first().project, QStringLiteral("9223372036854775809"));
    QCOMPARE(parseCloudEvents(with("\"n\":", "\"vhost\":"))->first().project, QStringLiteral("p9"));
}

void TestCloudEvents::readsAnXmlRecord()
{
    const QByteArray xml = sample(QStringLiteral("spark-media-callback.xml"));
    const QByteArray head = R"({"specversion":"1.0","id":"1","source":"s","type":"media.file.rated",)"
                            R"("subject":"556114","datacontenttype":"application/xml; charset=utf-8","data":)";
    const auto events = parseCloudEvents(head + jsonString(QString::fromUtf8(xml)) + '}');
    QVERIFY(events);
    QCOMPARE(events->first().data, xml);
    QCOMPARE(events->first().dataContentType, QStringLiteral("application/xml"));
    QCOMPARE(events->first().project, QStringLiteral("16"));
    QCOMPARE(errorOf(head + "{}}"), QStringLiteral("\"data\" is not a string with XML in it"));
    QVERIFY(errorOf(head + "\"<a>\"}").startsWith(QLatin1String("\"data\": line 1")));
}

void TestCloudEvents::readsBase64Data()
{
    const QByteArray record = "{\"uuid\": \"a1\"}";
    const QByteArray head = R"({"specversion":"1.0","id":"1","source":"s","type":"media.asset.failed","subject":"a1",)";
    const auto events = parseCloudEvents(head + "\"data_base64\":\"" + record.toBase64() + "\"}");
    QVERIFY(events);
    QCOMPARE(events->first().data, record);
    QCOMPARE(errorOf(head + "\"data_base64\":\"***\"}"), QStringLiteral("\"data_base64\" is not base64"));
    QCOMPARE(errorOf(head + "\"data\":{},\"data_base64\":\"e30=\"}"),
             QStringLiteral("\"data\" and \"data_base64\" are both there"));
    QCOMPARE(errorOf(head + "\"time\":\"t\"}"), QStringLiteral("\"data\" is missing"));
}

void TestCloudEvents::limitsTheBatch()
{
    QByteArray body("[{}");
    for (int i = 0; i < kMostEventsPerBatch; ++i)
        body.append(",{}");
    const auto events = parseCloudEvents(body + ']');
    QVERIFY(!events);
    QCOMPARE(events.error().code, ErrorCode::TooLarge);
}

void TestCloudEvents::limitsTheSize()
{
    const auto events = parseCloudEvents(QByteArray(kLargestBody + 1, ' '));
    QVERIFY(!events);
    QCOMPARE(events.error().code, ErrorCode::TooLarge);
}

void TestCloudEvents::readsJsonLines()
{
    const auto events = parseCloudEventLines(kEvent + "\r\n\n" + with("\"e1\"", "\"e2\"") + '\n');
    QVERIFY(events);
    QCOMPARE(events->size(), 2);
    QCOMPARE(events->last().sourceId, QStringLiteral("e2"));
}

void TestCloudEvents::namesTheLineOfABadEvent()
{
    const auto events = parseCloudEventLines(kEvent + "\n\n{}\n");
    QVERIFY(!events);
    QCOMPARE(events.error().detail, QStringLiteral("line 3: \"specversion\" is missing"));
}

void TestCloudEvents::readsBinaryMode()
{
    const QHash<QByteArray, QByteArray> headers{{"ce-id", "e1"},
                                                {"ce-source", "/s"},
                                                {"ce-specversion", "1.0"},
                                                {"ce-type", "media.file.moderated"},
                                                {"ce-subject", "%E3%81%BD"},
                                                {"ce-project", "16"},
                                                {"content-type", "application/xml"},
                                                {"host", "x"}};
    const QByteArray body = sample(QStringLiteral("spark-media-callback.xml"));
    const auto event = parseBinaryCloudEvent(headers, body);
    QVERIFY2(event, qPrintable(event ? QString() : event.error().detail));
    QCOMPARE(event->trigger, Trigger::Moderation);
    QCOMPARE(event->asset, QStringLiteral("ぽ"));
    QCOMPARE(event->data, body);
    QCOMPARE(event->dataContentType, QStringLiteral("application/xml"));
    QVERIFY(!parseBinaryCloudEvent(headers, "{}"));
}

void TestCloudEvents::namesTheHeaderThatIsMissing()
{
    const auto event = parseBinaryCloudEvent({{"ce-id", "1"}, {"ce-specversion", "1.0"}}, "{}");
    QVERIFY(!event);
    QCOMPARE(event.error().detail, QStringLiteral("header \"ce-source\" is missing"));
}

void TestCloudEvents::knowsAllSevenTypes()
{
    for (const TriggerInfo &entry : allTriggers()) {
        const QByteArray type(entry.eventType.data(), entry.eventType.size());
        const auto events = parseCloudEvents(QByteArray(kEvent).replace("media.asset.published", type));
        QVERIFY(events);
        QCOMPARE(events->first().trigger, entry.trigger);
    }
}

void TestCloudEvents::readsBackWhatItWrites_data()
{
    QTest::addColumn<int>("trigger");
    for (const TriggerInfo &entry : allTriggers())
        QTest::newRow(entry.option.data()) << int(entry.trigger);
}

void TestCloudEvents::readsBackWhatItWrites()
{
    QFETCH(int, trigger);
    const MediaEvent event = sampleEvent(static_cast<Trigger>(trigger));
    const auto events = parseCloudEvents(encodeCloudEvent(event));
    QVERIFY(events);
    const MediaEvent &back = events->first();
    QCOMPARE(back.sourceId, event.sourceId);
    QCOMPARE(back.type, event.type);
    QCOMPARE(back.asset, event.asset);
    QCOMPARE(back.project, event.project);
    QCOMPARE(back.time, event.time);
    QCOMPARE(parseRecord(back.data, back.dataContentType).value(),
             parseRecord(event.data, event.dataContentType).value());
}

void TestCloudEvents::writesOneLine()
{
    MediaEvent event = parseCloudEvents(kEvent)->first();
    QVERIFY(encodeCloudEvent(event).contains(QByteArray(",\"data\":" + event.data + "}")));
    event.data = "{\n  \"a\": 1.10,\r\n  \"b\": \"x  y\"\n}";
    const QByteArray line = encodeCloudEvent(event);
    QVERIFY(!line.contains('\n') && !line.contains('\r'));
    QVERIFY(line.endsWith(R"("data":{"a":1.10,"b":"x  y"}})"));
}

QTEST_APPLESS_MAIN(TestCloudEvents)
#include "tst_cloudevents.moc"

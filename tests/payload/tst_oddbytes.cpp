// Bytes that fuzzing found, or that a sender with bad intent would choose: each once broke a promise of this room.
#include "core/payload/cloudevents.h"
#include "core/payload/encoder/notification.h"
#include "core/payload/lightflowcodec.h"
#include "core/payload/record/jsontokens.h"
#include "core/payload/targetimport.h"

#include <QJsonDocument>
#include <QTest>

using namespace callboard;

namespace {

const QByteArray kMark = "\xEF\xBB\xBF";
const QByteArray kHead = R"({"specversion":"1.0","id":"e1","source":"/s","type":"media.file.rated","subject":"a1",)";
const QString kXml = QStringLiteral("application/xml");

MediaEvent binaryEvent(const QByteArray &contentType, const QByteArray &body)
{
    return parseBinaryCloudEvent({{"ce-id", "e1"},
                                  {"ce-source", "/s"},
                                  {"ce-specversion", "1.0"},
                                  {"ce-type", "media.file.rated"},
                                  {"ce-subject", "a1"},
                                  {"content-type", contentType}},
                                 body)
        .value_or(MediaEvent());
}

MediaEvent sentAndRead(const MediaEvent &event)
{
    return parseCloudEvents(encodeCloudEvent(event)).value_or(QList<MediaEvent>{{}}).first();
}

} // namespace

class TestOddBytes : public QObject {
    Q_OBJECT

private slots:
    void aByteOrderMarkIsNotPassedOn();
    void aByteOrderMarkBeforeAnEventIsTakenOff();
    void xmlInItsOwnEncodingTravelsAsItIs_data();
    void xmlInItsOwnEncodingTravelsAsItIs();
    void aFaultInALineIsPlacedInTheWhole();
    void everyFaultHasAPlace_data();
    void everyFaultHasAPlace();
    void aFaultBehindBlankLinesIsPlacedInTheWhole();
    void aNumberBeyondAllNumbersStaysText();
    void aMarkAtTheBeginningOfATextIsPartOfIt();
    void listsInXmlAreNoWayAroundTheLimit();
    void manyElementsAreReadInTime();
    void halfASurrogatePairIsMended_data();
    void halfASurrogatePairIsMended();
    void manyTargetsOfOneNameAreNamedInTime();
};

void TestOddBytes::aByteOrderMarkIsNotPassedOn()
{
    const MediaEvent event = binaryEvent("application/json", kMark + "{\"id\":\"1\"}");
    QVERIFY(encodeCloudEvent(event).endsWith("\"data\":{\"id\":\"1\"}}"));
    QCOMPARE(sentAndRead(event).data, "{\"id\":\"1\"}");
}

void TestOddBytes::aByteOrderMarkBeforeAnEventIsTakenOff()
{
    const QByteArray event = kMark + kHead + "\"data\":{}}";
    QVERIFY(parseCloudEvents(event));
    QVERIFY(parseCloudEventLines(event + '\n'));
    QVERIFY(parseCloudEvents(kMark + '[' + event.mid(3) + ']'));
}

void TestOddBytes::xmlInItsOwnEncodingTravelsAsItIs_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("Latin-1") << QByteArray("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><r><id>\xE9</id></r>");
    const QString text = QStringLiteral("<r><id>é</id></r>");
    const QByteArray utf16(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE" + utf16);
}

void TestOddBytes::xmlInItsOwnEncodingTravelsAsItIs()
{
    QFETCH(QByteArray, xml);
    const MediaEvent event = binaryEvent("application/xml", xml);
    QCOMPARE(parseRecord(event.data, event.dataContentType).value().text("id"), QStringLiteral("é"));
    QVERIFY(QByteArrayView(encodeCloudEvent(event)).isValidUtf8());
    QCOMPARE(sentAndRead(event).data, xml);
}

void TestOddBytes::aFaultInALineIsPlacedInTheWhole()
{
    const QByteArray event = kHead + "\"data\":{}}\n";
    const auto events = parseCloudEventLines(event + event + "{\"a\":1,}\n");
    QVERIFY(!events);
    QCOMPARE(events.error().detail, QStringLiteral("line 3, column 7: trailing comma"));
}

void TestOddBytes::everyFaultHasAPlace_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("place");
    QTest::newRow("not UTF-8") << QByteArray("{\"a\":1,\n \"b\":\"\xFF\"}") << QStringLiteral("line 2, column ");
    QTest::newRow("beyond all numbers") << QByteArray("{\"a\":1,\n \"b\":1E400}") << QStringLiteral("line 2, column ");
    QTest::newRow("half a pair") << QByteArray("{\"a\":\"\\udc00\"}") << QStringLiteral("line 1, column ");
    QTest::newRow("not UTF-8, and long") << QByteArray("{\"a\":\"" + QByteArray(300'000, 'x') + "\",\n\"b\":\"\xFF\"}")
                                         << QStringLiteral("line 2, column ");
}

void TestOddBytes::everyFaultHasAPlace()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, place);
    const auto record = parseRecord(json);
    QVERIFY(!record);
    QVERIFY2(record.error().detail.startsWith(place), qPrintable(record.error().detail));
}

void TestOddBytes::aFaultBehindBlankLinesIsPlacedInTheWhole()
{
    for (const QByteArray &body : {QByteArray("\n\n<r>\n<job></r>"), QByteArray("\n\n{\n\"job\":,}")}) {
        const auto notification = parseNotification(Encoder::Zencoder, body, {});
        QVERIFY(!notification);
        const QString detail = notification.error().detail;
        QVERIFY2(detail.startsWith(QLatin1String("line 4, ")), qPrintable(detail));
    }
}

void TestOddBytes::aNumberBeyondAllNumbersStaysText()
{
    const QByteArray body = encodeLightFlow(parseRecord(R"({"uuid":"a","duration":"1E400"})").value(), {});
    QVERIFY(body.contains("\"duration\": \"1E400\""));
    QVERIFY(decodeLightFlow(body));
}

void TestOddBytes::aMarkAtTheBeginningOfATextIsPartOfIt()
{
    const QString text = QStringLiteral("\uFEFFa");
    QCOMPARE(jsonText(jsonString(text)), text);
    const auto record = parseRecord("{\"" + kMark + "a\":1,\"a\":2}");
    QVERIFY(record);
    QCOMPARE(readJsonObject(writeJsonObject(record->fields)).value(), record->fields);
}

void TestOddBytes::listsInXmlAreNoWayAroundTheLimit()
{
    const auto nested = [](int levels) -> QByteArray {
        return "<r><a>" + QByteArray("<b/><b>").repeated(levels) + QByteArray("</b>").repeated(levels) + "</a></r>";
    };
    const auto record = parseRecord(nested(30), kXml);
    QVERIFY(record);
    QVERIFY(readJsonObject(writeJsonObject(record->fields)));
    const auto tooDeep = parseRecord(nested(40), kXml);
    QVERIFY(!tooDeep);
    QVERIFY2(tooDeep.error().detail.contains(QLatin1String("64 levels")), qPrintable(tooDeep.error().detail));
}

void TestOddBytes::manyElementsAreReadInTime()
{
    QByteArray xml("<r><x>");
    for (int i = 0; i < 100'000; ++i)
        xml += "<a" + QByteArray::number(i) + "/>";
    QVERIFY(parseRecord(xml + "</x></r>", kXml));
}

void TestOddBytes::halfASurrogatePairIsMended_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("in JSON") << QByteArray(R"([{"url":"https://a.example","headers":{"A":"b\udc00"}}])");
    QTest::newRow("in a command") << QByteArray(R"(curl https://a.example -H $'A: b\udc00')");
}

void TestOddBytes::halfASurrogatePairIsMended()
{
    QFETCH(QByteArray, text);
    const auto imported = importTargets(text);
    QVERIFY2(imported, qPrintable(imported ? QString() : imported.error().detail));
    QCOMPARE(imported->targets.first().headers.first().value, QStringLiteral("b\uFFFD"));
    QCOMPARE(imported->repairs.size(), 1);
    QCOMPARE(imported->repairs.first().what, QStringLiteral("half a surrogate pair"));
    const auto again = importTargets(exportTargets(imported->targets));
    QVERIFY(again);
    QCOMPARE(again->targets.first(), imported->targets.first());
}

void TestOddBytes::manyTargetsOfOneNameAreNamedInTime()
{
    constexpr int kMany = 40'000;
    const auto imported = importTargets('[' + QByteArray("\"http://a.example\",").repeated(kMany - 1)
                                        + "\"http://a.example\"]");
    QVERIFY(imported);
    QCOMPARE(imported->targets.last().name, QStringLiteral("a.example (%1)").arg(kMany));
}

QTEST_GUILESS_MAIN(TestOddBytes)
#include "tst_oddbytes.moc"

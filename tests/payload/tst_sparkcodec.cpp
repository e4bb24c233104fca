#include "core/payload/lightflowcodec.h"
#include "core/payload/sparkcodec.h"
#include "tests/payload/samples.h"

#include <QTest>

#include <algorithm>

using namespace callboard;

namespace {

MediaRecord record(const QByteArray &bytes)
{
    return parseRecord(bytes).value();
}

MediaEvent eventOf(Trigger trigger = Trigger::Rating)
{
    MediaEvent event;
    event.trigger = trigger;
    event.asset = QStringLiteral("556114");
    return event;
}

QString elementText(QByteArrayView name, const QByteArray &body)
{
    return decodeSpark(body).value().text(name).value();
}

} // namespace

class TestSparkCodec : public QObject {
    Q_OBJECT

private slots:
    void writesTheDocumentsBytes();
    void writesTheDocumentsBytesFromThePrintedPage();
    void namesTheElementsInTheDocumentsOrder();
    void saysNotWhatHasChanged();
    void writesEmptyElementsAsTheDocumentDoes();
    void readsBackEveryText_data();
    void readsBackEveryText();
    void replacesWhatXmlCannotCarry();
    void fieldsMayComeInAnyOrder();
    void keepsNumbersAsTheyAre();
    void translatesALightFlowRecord();
    void translatesDatesWithAZone_data();
    void translatesDatesWithAZone();
    void fallsBackToTheEvent();
    void refusesABodyThatIsNotSparks();
};

void TestSparkCodec::writesTheDocumentsBytes()
{
    const QByteArray document = sample(QStringLiteral("spark-media-callback.xml"));
    QVERIFY(!document.isEmpty());
    QCOMPARE(encodeSpark(record(document), eventOf()), document);
    QCOMPARE(decodeSpark(encodeSpark(record(document), eventOf())).value(), record(document));
}

void TestSparkCodec::writesTheDocumentsBytesFromThePrintedPage()
{
    QCOMPARE(encodeSpark(record(sample(QStringLiteral("spark-media-callback-as-printed.xml"))), eventOf()),
             sample(QStringLiteral("spark-media-callback.xml")));
}

void TestSparkCodec::namesTheElementsInTheDocumentsOrder()
{
    QByteArrayList names;
    for (const RecordField &field : record(sample(QStringLiteral("spark-media-callback.xml"))).fields)
        names.append(field.name);
    QCOMPARE(sparkElements(), names);
    QCOMPARE(names.size(), 52);
}

// "we don't specifically mention what has been changed" (seeds/spark-media-callback.txt, line 84)
void TestSparkCodec::saysNotWhatHasChanged()
{
    const QByteArray document = sample(QStringLiteral("spark-media-callback.xml"));
    for (const TriggerInfo &entry : allTriggers())
        QCOMPARE(encodeSpark(record(document), eventOf(entry.trigger)), document);
}

void TestSparkCodec::writesEmptyElementsAsTheDocumentDoes()
{
    const QByteArray body = encodeSpark(record("{\"message\":null}"), eventOf());
    QCOMPARE(body.count("/>\n"), 3);
    QVERIFY(body.contains("  <geo_latitude/>\n  <geo_longitude/>\n  <externalid/>\n"));
    QVERIFY(body.contains("  <message></message>\n"));
    QCOMPARE(decodeSpark(body).value().fields.size(), 52);
    QVERIFY(encodeSpark(record("{\"externalid\":7}"), eventOf()).contains("  <externalid>7</externalid>\n"));
}

void TestSparkCodec::readsBackEveryText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("markup") << QStringLiteral("<b>&amp;</b> ]]> \"q\" 'a'");
    QTest::newRow("Japanese") << QStringLiteral("エヴァート ぽつ");
    QTest::newRow("emoji") << QStringLiteral("😀");
    QTest::newRow("line ends") << QStringLiteral("a\nb\r\nc\td\r");
    QTest::newRow("blanks around") << QStringLiteral("  a  ");
    QTest::newRow("backslashes") << QStringLiteral("C:\\new \"x\"");
    QTest::newRow("last of the first plane") << QStringLiteral("\uFFFD\uFFEF");
}

void TestSparkCodec::readsBackEveryText()
{
    QFETCH(QString, text);
    MediaRecord media;
    media.setText("title", text);
    media.setText("externalid", text);
    const QByteArray body = encodeSpark(media, eventOf());
    QCOMPARE(elementText("title", body), text);
    QCOMPARE(elementText("externalid", body), text);
}

void TestSparkCodec::replacesWhatXmlCannotCarry()
{
    MediaRecord media;
    media.setText("title",
                  QStringLiteral("a\x01"
                                 "b\x1F\uFFFE\uFFFFz"));
    QCOMPARE(elementText("title", encodeSpark(media, eventOf())), QStringLiteral("a\uFFFDb\uFFFD\uFFFD\uFFFDz"));
}

void TestSparkCodec::fieldsMayComeInAnyOrder()
{
    MediaRecord media = record(sample(QStringLiteral("spark-media-callback.xml")));
    std::reverse(media.fields.begin(), media.fields.end());
    QCOMPARE(encodeSpark(media, eventOf()), sample(QStringLiteral("spark-media-callback.xml")));
}

void TestSparkCodec::keepsNumbersAsTheyAre()
{
    const MediaRecord media = record(R"({"length":1.10,"id":9223372036854775809,"tags":["a",1]})");
    const QByteArray body = encodeSpark(media, eventOf());
    QCOMPARE(elementText("length", body), QStringLiteral("1.10"));
    QCOMPARE(elementText("id", body), QStringLiteral("9223372036854775809"));
    QCOMPARE(elementText("tags", body), QStringLiteral("[\"a\",1]"));
}

void TestSparkCodec::translatesALightFlowRecord()
{
    const QByteArray body = encodeSpark(record(sample(QStringLiteral("lightflow-callback.json"))), eventOf());
    QCOMPARE(elementText("id", body), QStringLiteral("6b48fbce-cd10-459c-b397-5673e4bbafaf"));
    QCOMPARE(elementText("title", body), QStringLiteral("T1S03"));
    QCOMPARE(elementText("filename", body), QStringLiteral("T1S03.mp4"));
    QCOMPARE(elementText("status", body), QStringLiteral("3"));
    QCOMPARE(elementText("length", body), QStringLiteral("120"));
    QCOMPARE(elementText("user_name", body), QStringLiteral("jonhdoe@epiclabs.io"));
    QCOMPARE(elementText("upload", body), QStringLiteral("2019-02-14 20:32:48"));
    QCOMPARE(elementText("date", body), QStringLiteral("2019-02-14 20:32:48"));
    QCOMPARE(elementText("converttime", body), QStringLiteral("2019-02-14 20:43:11"));
    QVERIFY(body.contains("?time=50&amp;width=320</thumbUrl>"));
    QVERIFY(body.contains("<publicUrl>https://dashboard.lightflow.media/"));
    QVERIFY(body.contains("<hits></hits>"));
}

void TestSparkCodec::translatesDatesWithAZone_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("expected");
    QTest::newRow("UTC") << QStringLiteral("2019-02-14T20:43:11.825Z") << QStringLiteral("2019-02-14 20:43:11");
    QTest::newRow("offset") << QStringLiteral("2019-02-14T00:30:00+01:00") << QStringLiteral("2019-02-13 23:30:00");
    QTest::newRow("no zone") << QStringLiteral("2019-02-14 20:43:11") << QStringLiteral("2019-02-14 20:43:11");
    QTest::newRow("no date") << QStringLiteral("soon") << QStringLiteral("soon");
}

void TestSparkCodec::translatesDatesWithAZone()
{
    QFETCH(QString, date);
    QFETCH(QString, expected);
    MediaRecord media;
    media.setText("endDate", date);
    QCOMPARE(elementText("converttime", encodeSpark(media, eventOf())), expected);
}

void TestSparkCodec::fallsBackToTheEvent()
{
    MediaEvent happened = eventOf(Trigger::Failure);
    happened.project = QStringLiteral("16");
    const QByteArray body = encodeSpark(record("{}"), happened);
    QCOMPARE(elementText("id", body), QStringLiteral("556114"));
    QCOMPARE(elementText("status", body), QStringLiteral("4"));
    QCOMPARE(elementText("vhost", body), QStringLiteral("16"));
    QCOMPARE(elementText("status", encodeSpark(record("{}"), eventOf(Trigger::Rating))), QString(QLatin1String("")));
}

void TestSparkCodec::refusesABodyThatIsNotSparks()
{
    QVERIFY(!decodeSpark("<result><nothing>1</nothing></result>"));
    QVERIFY(!decodeSpark("{\"id\":1}"));
    QVERIFY(!decodeSpark("<result>"));
}

QTEST_APPLESS_MAIN(TestSparkCodec)
#include "tst_sparkcodec.moc"

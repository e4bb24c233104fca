// What a dropped file is taken for, by its name's ending and its content, and what each bad one is told.
#include "core/intake/drop/dropreader.h"

#include "core/domain/event.h"
#include "tests/intake/samplefile.h"

#include <QSet>
#include <QTest>

using namespace callboard;

namespace {

const QByteArray kEvent = R"({"specversion":"1.0","id":"1","source":"/t","type":"media.asset.published","subject":"7",)"
                          R"("data":{"uuid":"7","status":"finished"}})";
const QByteArray kRecord = R"({"uuid":"7","status":"finished","duration":1.10})";

QString kindOf(const Result<DropContent> &content)
{
    if (!content)
        return content.error().detail;
    if (const auto *events = std::get_if<QList<MediaEvent>>(&*content)) {
        const bool bare = !events->isEmpty() && events->first().type == kRecordEventType;
        return (bare ? QStringLiteral("records %1") : QStringLiteral("events %1")).arg(events->size());
    }
    if (const auto *notification = std::get_if<EncoderNotification>(&*content))
        return toString(notification->encoder);
    return QStringLiteral("publish");
}

QList<MediaEvent> eventsOf(const DroppedFile &file)
{
    const auto content = readDrop(file);
    return content && std::holds_alternative<QList<MediaEvent>>(*content) ? std::get<QList<MediaEvent>>(*content)
                                                                          : QList<MediaEvent>();
}

} // namespace

class TestDropReader : public QObject {
    Q_OBJECT

private slots:
    void tellsWhatItIs_data();
    void tellsWhatItIs();
    void readsTheDocumentsRecords();
    void readsTheEncodersOwnSamples();
    void keepsTheBytesOfARecord();
    void givesEachRecordAnIdOfItsOwn();
    void givesTheSameFileTheSameIds();
    void saysWhereTheFaultIs_data();
    void saysWhereTheFaultIs();
    void refusesTooManyRecords();
};

void TestDropReader::tellsWhatItIs_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *title, const char *name, const QByteArray &content, const char *kind) {
        QTest::newRow(title) << QByteArray(name) << content << QString::fromLatin1(kind);
    };
    const QByteArray job = R"({"job":{"id":1,"state":"finished"},"output":{"id":2,"state":"finished"}})";
    const QByteArray publish = R"({"parameters":{"input":{"urlPath":"/media/f.mp4"},"callbacks":[]}})";
    const QByteArray spark = "<?xml version=\"1.0\"?>\n<result><id>556114</id><vhost>16</vhost></result>";
    const QByteArray jobXml = "<hash><job><id>1</id><state>finished</state></job><output><id>2</id>"
                              "<state>finished</state></output></hash>";
    row("an event", "a.json", kEvent, "events 1");
    row("several events", "a.json", '[' + kEvent + ',' + kEvent + ']', "events 2");
    row("lines of events", "a.jsonl", kEvent + "\n\n" + kEvent + '\n', "events 2");
    row("lines of events, otherwise named", "a.log", kEvent + '\n' + kEvent, "events 2");
    row("a record", "a.json", kRecord, "records 1");
    row("a record with a byte order mark", "a.json", "\xEF\xBB\xBF" + kRecord, "records 1");
    row("a record behind blanks", "a", "\r\n  " + kRecord, "records 1");
    row("records", "a.json", '[' + kRecord + ',' + kRecord + ']', "records 2");
    row("lines of records", "a.NDJSON", kRecord + "\r\n" + kRecord + "\r\n", "records 2");
    row("one line", "a.jsonl", kRecord, "records 1");
    row("a record over several lines", "a", "{\n\"uuid\": \"7\"\n}", "records 1");
    row("an id instead of uuid", "a.json", R"({"id":556114})", "records 1");
    row("Zencoder's", "a.json", job, "zencoder");
    row("Zencoder's, otherwise named", "a.txt", job, "zencoder");
    row("Zencoder's as XML", "a.xml", jobXml, "zencoder");
    row("a record that has a job", "a.json", R"({"uuid":"7","job":"painter","output":"x"})", "records 1");
    row("a publish request", "a.json", publish, "publish");
    row("a record that has parameters", "a.json", R"({"uuid":"7","parameters":{"x":1}})", "records 1");
    row("Spark's record", "a.xml", spark, "records 1");
    row("Spark's record, otherwise named", "a", "\n" + spark, "records 1");
}

void TestDropReader::tellsWhatItIs()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, content);
    QFETCH(QString, kind);
    QCOMPARE(kindOf(readDrop({name, 1, content})), kind);
}

void TestDropReader::readsTheDocumentsRecords()
{
    const auto spark = eventsOf({"spark.xml", 1, sampleFile("spark-media-callback.xml")});
    QCOMPARE(spark.size(), 1);
    QCOMPARE(spark.first().asset, QStringLiteral("556114"));
    QCOMPARE(spark.first().project, QStringLiteral("16"));
    QCOMPARE(spark.first().dataContentType, QStringLiteral("application/xml"));
    const auto lightFlow = eventsOf({"lightflow.json", 1, sampleFile("lightflow-callback.json")});
    QCOMPARE(lightFlow.size(), 1);
    QCOMPARE(lightFlow.first().asset, QStringLiteral("6b48fbce-cd10-459c-b397-5673e4bbafaf"));
    QCOMPARE(lightFlow.first().source, kDropSource);
}

void TestDropReader::readsTheEncodersOwnSamples()
{
    QCOMPARE(kindOf(readDrop({"z.json", 1, sampleFile("zencoder-job-notification.json")})), QStringLiteral("zencoder"));
    QCOMPARE(kindOf(readDrop({"b.json", 1, sampleFile("brightcove-title-create.json")})), QStringLiteral("brightcove"));
}

void TestDropReader::keepsTheBytesOfARecord()
{
    const QByteArray content = "\xEF\xBB\xBF{ \"uuid\" : \"7\",\n\"big\": 9223372036854775809 , \"d\":1.10}\n";
    QCOMPARE(eventsOf({"a.json", 1, content}).value(0).data, content);
    const QByteArray item = R"({ "uuid":"8", "d":1.10 })";
    QCOMPARE(eventsOf({"a.json", 1, "[ " + item + " ]"}).value(0).data, item);
    QCOMPARE(eventsOf({"a.jsonl", 1, item + "\r\n"}).value(0).data, item);
}

void TestDropReader::givesEachRecordAnIdOfItsOwn()
{
    QSet<QString> ids;
    const auto lines = eventsOf({"a.jsonl", 1, kRecord + '\n' + kRecord});
    const auto otherName = eventsOf({"b.jsonl", 1, kRecord});
    const auto otherTime = eventsOf({"a.jsonl", 2, kRecord});
    const auto otherState = eventsOf({"a.jsonl", 1, QByteArray(kRecord).replace("finished", "running")});
    for (const auto &events : {lines, otherName, otherTime, otherState}) {
        for (const MediaEvent &event : events)
            ids.insert(event.sourceId);
    }
    QCOMPARE(ids.size(), 5);
}

void TestDropReader::givesTheSameFileTheSameIds()
{
    const DroppedFile file{"a.jsonl", 1, kRecord + '\n' + kRecord};
    QCOMPARE(eventsOf(file).size(), 2);
    QCOMPARE(eventsOf(file), eventsOf(file));
}

void TestDropReader::saysWhereTheFaultIs_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *title, const char *name, const QByteArray &content, const char *place) {
        QTest::newRow(title) << QByteArray(name) << content << QString::fromLatin1(place);
    };
    row("nothing", "a.json", "", "line 1, column 1");
    row("only a byte order mark", "a.json", "\xEF\xBB\xBF", "line 1, column 1");
    row("no JSON", "a.json", "{\n  \"uuid\": nope\n}", "line 2, column 11");
    row("neither JSON nor XML", "a.txt", "hello", "line 1, column 1");
    row("a PNG", "a.png", QByteArray("\x89PNG\r\n\x1a\n\0\0", 10), "line");
    row("a twin field", "a.json", "{\"uuid\":\"7\",\n\"uuid\":\"8\"}", "line 2");
    row("no id at all", "a.json", "{\"status\":\"finished\"}", "uuid");
    row("an id that is null", "a.json", "{\"uuid\":null,\"id\":\"\"}", "uuid");
    row("an empty array", "a.json", "[]", "line 1, column 1");
    row("an item that is none", "a.json", '[' + kRecord + ",7]", "item 2 of 2");
    row("a bad line", "a.jsonl", kRecord + "\n\n{\"uuid\":}\n", "line 3, column 9");
    row("a line without an id", "a.jsonl", kRecord + "\n{}\n", "line 2, column 1");
    row("a bad line of events", "a.jsonl", kEvent + "\n{}\n", "line 2");
    row("a record among events", "a.json", '[' + kEvent + ',' + kRecord + ']', "specversion");
    row("no XML", "a.xml", "<result>\n<id>7</di>\n</result>", "line 2");
    row("a DOCTYPE", "a.xml", "<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><r><id>&e;</id></r>", "DOCTYPE");
    row("XML without an id", "a.xml", "<error><message>no such file</message></error>", "id");
    row("a job without an id", "a.json", R"({"job":{"state":"finished"},"outputs":[]})", "job.id");
    row("a publish request without an input", "a.json", R"({"parameters":{"callbacks":[]}})", "parameters.input");
}

void TestDropReader::saysWhereTheFaultIs()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, content);
    QFETCH(QString, place);
    const auto read = readDrop({name, 1, content});
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Malformed);
    QVERIFY2(read.error().detail.contains(place), qPrintable(read.error().detail));
}

void TestDropReader::refusesTooManyRecords()
{
    const QByteArray line = R"({"id":1})";
    const auto lines = readDrop({"a.jsonl", 1, QByteArray(line + '\n').repeated(10'001)});
    QVERIFY(!lines);
    QCOMPARE(lines.error().code, ErrorCode::TooLarge);
    const auto array = readDrop({"a.json", 1, '[' + QByteArray(line + ',').repeated(10'000) + line + ']'});
    QVERIFY(!array);
    QCOMPARE(array.error().code, ErrorCode::TooLarge);
    QCOMPARE(eventsOf({"a.jsonl", 1, QByteArray(line + '\n').repeated(10'000)}).size(), 10'000);
}

QTEST_GUILESS_MAIN(TestDropReader)
#include "tst_dropreader.moc"

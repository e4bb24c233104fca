#include "core/payload/recordwords.h"
#include "tests/payload/samples.h"

#include <QTest>

using namespace callboard;

namespace {

ReadableField field(const QByteArray &name, const QByteArray &value, const QString &zone = {})
{
    MediaRecord record;
    record.setText(name, QString::fromUtf8(value));
    return readableFields(record, zone).value(0);
}

const QString kToronto = QStringLiteral("America/Toronto");

} // namespace

class TestRecordWords : public QObject {
    Q_OBJECT

private slots:
    void namesFileTypes();
    void namesFileStatuses_data();
    void namesFileStatuses();
    void namesModerationStatuses();
    void datesAreTakenInTheProjectsZone();
    void datesSayWhereTheZoneIsMissing();
    void clocksThatWereChangedAreSaidSo();
    void zeroSizesAreNotKnown();
    void readsTheDocumentsRecord();
    void keepsUnknownFieldsAndCodes();
};

void TestRecordWords::namesFileTypes()
{
    QCOMPARE(fileTypeWord(QStringLiteral("0")), QStringLiteral("unknown"));
    QCOMPARE(fileTypeWord(QStringLiteral("1")), QStringLiteral("image"));
    QCOMPARE(fileTypeWord(QStringLiteral("2")), QStringLiteral("video"));
    QCOMPARE(fileTypeWord(QStringLiteral("3")), QStringLiteral("audio"));
    QCOMPARE(fileTypeWord(QStringLiteral("4")), QStringLiteral("text"));
    for (const char *code : {"5", "-1", "01", "1.0", " 1", "", "image"})
        QVERIFY(fileTypeWord(QString::fromLatin1(code)).isEmpty());
}

void TestRecordWords::namesFileStatuses_data()
{
    QTest::addColumn<QString>("word");
    const auto row = [](const char *code, const QString &word) { QTest::newRow(code) << word; };
    row("0", QStringLiteral("uploading"));
    row("1", QStringLiteral("queued"));
    row("2", QStringLiteral("converting"));
    row("3", QStringLiteral("converted, ready"));
    row("4", QStringLiteral("failed"));
    row("5", QStringLiteral("incomplete upload"));
    row("6", {});
    row("99", {});
    row("100", QStringLiteral("trashed"));
    row("101", QStringLiteral("trashed, was: uploading")); // shifted by one
    row("102", QStringLiteral("trashed, was: queued"));
    row("103", QStringLiteral("trashed, was: converting"));
    row("104", QStringLiteral("trashed, was: converted, ready"));
    row("105", QStringLiteral("trashed, was: failed"));
    row("106", {});
    row("200", QStringLiteral("deleted"));
    row("201", QStringLiteral("deleted, was: uploading"));
    row("205", QStringLiteral("deleted, was: failed"));
    row("206", {});
    row("300", {});
    row("finished", {});
}

void TestRecordWords::namesFileStatuses()
{
    QFETCH(QString, word);
    QCOMPARE(fileStatusWord(QString::fromLatin1(QTest::currentDataTag())), word);
}

void TestRecordWords::namesModerationStatuses()
{
    QCOMPARE(moderationStatusWord(QStringLiteral("0")), QStringLiteral("unmoderated"));
    QCOMPARE(moderationStatusWord(QStringLiteral("1")), QStringLiteral("accepted"));
    QCOMPARE(moderationStatusWord(QStringLiteral("2")), QStringLiteral("denied"));
    QVERIFY(moderationStatusWord(QStringLiteral("3")).isEmpty()); // exists, and nobody documents it
}

void TestRecordWords::datesAreTakenInTheProjectsZone()
{
    for (const char *name : {"date", "upload", "converttime"})
        QCOMPARE(field(name, "2009-01-31 22:11:18", kToronto).meaning,
                 QStringLiteral("2009-01-31 22:11:18 in America/Toronto (2009-02-01T03:11:18Z)"));
    QCOMPARE(field("date", "2009-07-31 22:11:18", kToronto).meaning,
             QStringLiteral("2009-07-31 22:11:18 in America/Toronto (2009-08-01T02:11:18Z)"));
}

void TestRecordWords::datesSayWhereTheZoneIsMissing()
{
    QCOMPARE(field("date", "2009-01-31 22:11:18").meaning, QStringLiteral("2009-01-31 22:11:18, time zone not known"));
    QCOMPARE(field("date", "2009-01-31 22:11:18", QStringLiteral("Mars/Base")).meaning,
             QStringLiteral("2009-01-31 22:11:18, time zone not known"));
    for (const char *text : {"0000-00-00 00:00:00", "2009-02-30 00:00:00", "yesterday", ""})
        QVERIFY(field("date", text, kToronto).meaning.isEmpty());
}

void TestRecordWords::clocksThatWereChangedAreSaidSo()
{
    QVERIFY(field("date", "2009-03-08 02:30:00", kToronto).meaning.contains(QLatin1String("the clocks skipped it")));
    QVERIFY(field("date", "2009-11-01 01:30:00", kToronto)
                .meaning.contains(QLatin1String("(2009-11-01T05:30:00Z or 2009-11-01T06:30:00Z)")));
}

void TestRecordWords::zeroSizesAreNotKnown()
{
    QCOMPARE(field("width", "0").meaning, QStringLiteral("not known"));
    QCOMPARE(field("height", "0").meaning, QStringLiteral("not known"));
    QCOMPARE(field("length", "0.00").meaning, QStringLiteral("not known"));
    QCOMPARE(field("length", "0.00").value, QStringLiteral("0.00"));
    QVERIFY(field("width", "640").meaning.isEmpty());
    QVERIFY(field("width", "").meaning.isEmpty());
    QCOMPARE(field("ofilesize", "113111").meaning, QStringLiteral("unit not known"));
}

void TestRecordWords::readsTheDocumentsRecord()
{
    const auto record = parseRecord(sample(QStringLiteral("spark-media-callback.xml")));
    QVERIFY(record);
    const QList<ReadableField> fields = readableFields(*record, kToronto);
    QCOMPARE(fields.size(), 52);
    for (const ReadableField &field : fields)
        QVERIFY2(field.known, field.name.constData());
    QCOMPARE(fields[1].meaning, QStringLiteral("converted, ready"));
    QCOMPARE(fields[3].meaning, QStringLiteral("image"));
    QVERIFY(fields[7].value.isEmpty());  // <message></message>
    QVERIFY(fields[46].value.isEmpty()); // <geo_latitude/>
    const auto lightFlow = parseRecord(sample(QStringLiteral("lightflow-callback.json")));
    QVERIFY(lightFlow);
    for (const ReadableField &field : readableFields(*lightFlow, {}))
        QVERIFY2(field.known, field.name.constData());
}

void TestRecordWords::keepsUnknownFieldsAndCodes()
{
    const ReadableField unknown = field("uservote", "1");
    QVERIFY(!unknown.known);
    QCOMPARE(unknown.value, QStringLiteral("1"));
    QVERIFY(unknown.meaning.isEmpty());
    QVERIFY(field("privacy", "1").known);
    QVERIFY(field("privacy", "1").meaning.isEmpty()); // not documented: nothing is made up
}

QTEST_APPLESS_MAIN(TestRecordWords)
#include "tst_recordwords.moc"

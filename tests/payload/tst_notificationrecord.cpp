#include "tests/payload/notifications.h"

#include <QTest>

using namespace callboard;

class TestNotificationRecord : public QObject {
    Q_OBJECT

private slots:
    void finishesALightFlowRecord();
    void keepsEverythingElseByteForByte();
    void writesWordsInTheRecordsVocabulary();
    void anOutputDoesNotEndTheAsset();
    void aLateOutputDoesNotReviveTheAsset();
    void anOutputNeverLowersAnEndedSparkStatus_data();
    void anOutputNeverLowersAnEndedSparkStatus();
    void writesSecondsExactly_data();
    void writesSecondsExactly();
    void beginsARecordWhereThereIsNone();
    void setsTheExternalIdInEitherVocabulary();
    void firesItsEvents();
};

void TestNotificationRecord::finishesALightFlowRecord()
{
    const QByteArray record = R"({"uuid":"a1","assetName":"T","status":"running"})";
    const QByteArray expected =
        R"({"uuid":"a1","assetName":"T","status":"finished","startDate":"2011-09-27T04:20:10Z",)"
        R"("endDate":"2011-09-27T04:21:18Z","duration":1.552,)"
        R"("thumbnail":"ftp://example.com/images/123.png"})";
    QCOMPARE(updated(record, parsed(jobSample())), expected);
}

void TestNotificationRecord::keepsEverythingElseByteForByte()
{
    const QByteArray record =
        R"({"uuid":"a1","n":1.10,"big":9223372036854775809,"s":"\u00e9\/","o":{ "b":1e2, "a":[ ] }})";
    const QByteArray result = updated(record, ended("failed"));
    const QByteArray expected = record.chopped(1) + R"(,"status":"error")";
    QVERIFY2(result.startsWith(expected), result.constData());
}

void TestNotificationRecord::writesWordsInTheRecordsVocabulary()
{
    QVERIFY(updated(R"({"uuid":"a1"})", ended("cancelled")).contains(R"("status":"canceled")"));
    QCOMPARE(updated(R"({"id":1,"status":2})", ended("finished")), QByteArray(R"({"id":1,"status":3})"));
    QCOMPARE(updated(R"({"id":1,"status":2})", ended("failed")), QByteArray(R"({"id":1,"status":4})"));
    QCOMPARE(updated("<result><id>1</id><status>2</status><geo_latitude/></result>", ended("finished"), kXml),
             QByteArray(R"({"id":"1","status":"3","geo_latitude":""})"));
    QCOMPARE(updated(R"({"id":1,"status":2})", ended("processing")), QByteArray(R"({"id":1,"status":2})"));
}

void TestNotificationRecord::anOutputDoesNotEndTheAsset()
{
    QCOMPARE(updated(R"({"uuid":"a1","status":"queued","endDate":"2010-01-01T00:00:00Z"})", parsed(kOutput)),
             QByteArray(R"({"uuid":"a1","status":"running","endDate":null,"startDate":"2011-09-27T04:20:10Z",)"
                        R"("duration":1.552})"));
    QCOMPARE(updated(R"({"id":"1","status":"1"})", parsed(kOutput)), QByteArray(R"({"id":"1","status":"2"})"));
}

void TestNotificationRecord::aLateOutputDoesNotReviveTheAsset()
{
    const QByteArray finished = updated(R"({"uuid":"a1"})", ended("finished"));
    const QByteArray after = updated(finished, parsed(kOutput));
    QVERIFY2(after.contains(R"("status":"finished")"), after.constData());
    QVERIFY2(after.contains(R"("endDate":"2011-09-27T04:21:18Z")"), after.constData());
    // Another job of the same asset does.
    EncoderNotification next = parsed(QByteArray(kOutput).replace("2011-09-27", "2012-01-01"));
    QVERIFY(updated(finished, next).contains(R"("status":"running")"));
}

void TestNotificationRecord::anOutputNeverLowersAnEndedSparkStatus_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    for (const char *ended : {"3", "4", "100", "104", "\"3\"", "\"104\""})
        QTest::addRow("%s stays", ended) << QByteArray(ended) << QByteArray(ended);
    QTest::newRow("waiting") << QByteArray("1") << QByteArray("2");
    QTest::newRow("converting") << QByteArray("2") << QByteArray("2");
    QTest::newRow("between") << QByteArray("5") << QByteArray("2");
    QTest::newRow("no code") << QByteArray("\"new\"") << QByteArray("\"2\"");
}

void TestNotificationRecord::anOutputNeverLowersAnEndedSparkStatus()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QCOMPARE(updated(R"({"id":1,"status":)" + before + '}', parsed(kOutput)), R"({"id":1,"status":)" + after + '}');
}

void TestNotificationRecord::writesSecondsExactly_data()
{
    QTest::addColumn<QByteArray>("milliseconds");
    QTest::addColumn<QByteArray>("seconds");
    for (const auto &[in, out] :
         {std::pair("1552", "1.552"), std::pair("120000", "120"), std::pair("1500", "1.5"), std::pair("7", "0.007"),
          std::pair("0", "0"), std::pair("9007199254740993", "9007199254740.993"), std::pair("\"1552\"", "1.552"),
          std::pair("-5", ""), std::pair("1.5", ""), std::pair("null", ""), std::pair("\"99999999999999999999\"", "")})
        QTest::newRow(in) << QByteArray(in) << QByteArray(out);
}

void TestNotificationRecord::writesSecondsExactly()
{
    QFETCH(QByteArray, milliseconds);
    QFETCH(QByteArray, seconds);
    const auto notification = parsed(R"({"job":{"id":1,"state":"finished"},"input":{"duration_in_ms":)" + milliseconds
                                     + "}}");
    const QByteArray expected = seconds.isEmpty() ? QByteArray() : ",\"duration\":" + seconds;
    QCOMPARE(updated(R"({"uuid":"a1"})", notification), R"({"uuid":"a1","status":"finished")" + expected + '}');
}

void TestNotificationRecord::beginsARecordWhereThereIsNone()
{
    QVERIFY(updated({}, ended("finished")).startsWith(R"({"uuid":"a1","status":"finished")"));
    QCOMPARE(updated({}, ingest("TITLE", "CREATE", "SUCCESS")), QByteArray(R"({"id":"a1","externalid":"566"})"));
    MediaAsset unknown;
    QVERIFY(updatedRecord(unknown, ended("finished")).value().startsWith(R"({"uuid":"zencoder:7")"));
    QVERIFY(updatedRecord(unknown, parsed(kOutput)).value().startsWith(R"({"uuid":"42")"));
    QVERIFY(!updatedRecord(assetWith("{broken"), ended("finished")));
}

void TestNotificationRecord::setsTheExternalIdInEitherVocabulary()
{
    const EncoderNotification created = ingest("TITLE", "CREATE", "SUCCESS");
    QCOMPARE(updated(R"({"id":"1","status":"3","externalid":""})", created),
             QByteArray(R"({"id":"1","status":"3","externalid":"566"})"));
    QCOMPARE(updated(R"({"uuid":"1","status":"finished"})", created),
             QByteArray(R"({"uuid":"1","status":"finished","externalid":"566"})"));
    QCOMPARE(updated(R"({"id":"1","status":"3"})", ingest("TITLE", "CREATE", "FAILED")),
             QByteArray(R"({"id":"1","status":"4","externalid":"566"})"));
}

void TestNotificationRecord::firesItsEvents()
{
    EncoderNotification notification = parsed(jobSample());
    notification.receivedAt = Timestamp(Milliseconds(5));
    const QByteArray record = R"({"id":"1","vhost":"16"})";
    const QList<MediaEvent> events = eventsOf(notification, assetWith(record), record);
    QCOMPARE(events.size(), 2);
    QCOMPARE(events[0].source, QStringLiteral("urn:callboard:encoder:zencoder"));
    QCOMPARE(events[0].sourceId, QStringLiteral("172151/job/finished/published"));
    QCOMPARE(events[0].type, QStringLiteral("media.asset.published"));
    QVERIFY(events[0].trigger == Trigger::Success);
    QCOMPARE(events[0].asset, QStringLiteral("a1"));
    QCOMPARE(events[0].project, QStringLiteral("16"));
    QCOMPARE(events[0].time, QStringLiteral("2011-09-27T04:21:18Z"));
    QCOMPARE(events[0].dataContentType, kJson);
    QCOMPARE(events[0].data, record);
    QCOMPARE(events[0].receivedAt, notification.receivedAt);
    QCOMPARE(events[1].sourceId, QStringLiteral("172151/job/finished/transcoded"));
    QVERIFY(events[1].trigger == Trigger::Transcode);
    QVERIFY(isFromEncoder(events[1].source));
    QVERIFY(eventsOf(ended("processing"), assetWith(record), record).isEmpty());
}

QTEST_APPLESS_MAIN(TestNotificationRecord)
#include "tst_notificationrecord.moc"

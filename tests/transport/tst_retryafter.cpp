#include "core/transport/retryafter.h"

#include <QTest>

using namespace callboard;

class TestRetryAfter : public QObject {
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
};

void TestRetryAfter::reads_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("seconds"); // -1: nothing
    QTest::newRow("absent") << QByteArray() << -1;
    QTest::newRow("seconds") << QByteArray("120") << 120;
    QTest::newRow("zero") << QByteArray("0") << 0;
    QTest::newRow("spaces around") << QByteArray(" 7 ") << 7;
    QTest::newRow("more than a day") << QByteArray("864000") << 86'400;
    QTest::newRow("more than fits") << QByteArray("99999999999999999999999") << 86'400;
    QTest::newRow("negative") << QByteArray("-5") << -1;
    QTest::newRow("fraction") << QByteArray("1.5") << -1;
    QTest::newRow("words") << QByteArray("soon") << -1;
    QTest::newRow("date") << QByteArray("Mon, 01 Jan 2024 00:01:30 GMT") << 90;
    QTest::newRow("RFC 850 date") << QByteArray("Monday, 01-Jan-24 00:01:30 GMT") << 90;
    QTest::newRow("asctime date") << QByteArray("Mon Jan  1 00:01:30 2024") << 90;
    QTest::newRow("date gone by") << QByteArray("Sun, 31 Dec 2023 23:00:00 GMT") << 0;
    QTest::newRow("date years ahead") << QByteArray("Thu, 01 Jan 2099 00:00:00 GMT") << 86'400;
}

void TestRetryAfter::reads()
{
    QFETCH(QByteArray, value);
    QFETCH(int, seconds);
    const Timestamp now(Milliseconds(1'704'067'200'000)); // 2024-01-01T00:00:00Z
    const auto read = parseRetryAfter(value, now);
    QCOMPARE(read ? int(read->count()) : -1, seconds);
}

QTEST_GUILESS_MAIN(TestRetryAfter)
#include "tst_retryafter.moc"

#include "core/domain/retention.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

class tst_Retention : public QObject {
    Q_OBJECT

private slots:
    void keepsNinetyDaysUnlessToldOtherwise();
    void refusesWhatWouldLeaveNothing();
    void readsSizes_data();
    void readsSizes();
    void writesSizesThatItReads();
};

void tst_Retention::keepsNinetyDaysUnlessToldOtherwise()
{
    const Retention retention;
    QVERIFY(retention.age == std::chrono::days(90));
    QCOMPARE(retention.bytes, 0);
    QVERIFY(retention.isSet());
    QVERIFY(!(Retention{0ms, 0}.isSet()));
}

void tst_Retention::refusesWhatWouldLeaveNothing()
{
    QVERIFY(!retentionProblem({}));
    QVERIFY(!retentionProblem({0ms, 0}));
    QVERIFY(!retentionProblem({1h, Retention::kSmallestLimit}));
    QVERIFY(retentionProblem({59min, 0})->contains(QLatin1String("an hour")));
    QVERIFY(retentionProblem({-1ms, 0}).has_value());
    QVERIFY(retentionProblem({0ms, Retention::kSmallestLimit - 1})->contains(QLatin1String("64.0 MB")));
    QVERIFY(retentionProblem({0ms, -1}).has_value());
}

void tst_Retention::readsSizes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("bytes"); // -1: none
    const auto row = [](const char *text, qint64 bytes) { QTest::newRow(text) << QString::fromLatin1(text) << bytes; };
    row("2GB", qint64(2) << 30);
    row(" 1.5 gb ", qint64(3) << 29);
    row("500M", qint64(500) << 20);
    row("64KiB", 65'536);
    row("1T", qint64(1) << 40);
    row("none", 0);
    row("", -1);
    row("2", -1);
    row("-2GB", -1);
    row("2 GB or so", -1);
    row("1e3GB", -1);
    row("999999999999TB", -1);
}

void tst_Retention::readsSizes()
{
    QFETCH(QString, text);
    QFETCH(qint64, bytes);
    QCOMPARE(parseSize(text).value_or(-1), bytes);
}

void tst_Retention::writesSizesThatItReads()
{
    for (const qint64 bytes : {qint64(300) << 10, qint64(64) << 20, qint64(3) << 29, qint64(2) << 30})
        QCOMPARE(parseSize(formatSize(bytes)).value_or(-1), bytes);
}

QTEST_GUILESS_MAIN(tst_Retention)
#include "tst_retention.moc"

// How far an event has come, as a header says it.
#include "core/domain/hops.h"

#include <QTest>

using namespace callboard;

class TestHops : public QObject {
    Q_OBJECT

private slots:
    void readsAWholeNumber();
    void readsNothingElse_data();
    void readsNothingElse();
    void countsWhatMayComeBack();
    void anEventIsTheSameByEitherWay();
};

void TestHops::readsAWholeNumber()
{
    QCOMPARE(hopsFrom("0"), std::optional(0));
    QCOMPARE(hopsFrom("3"), std::optional(3));
    QCOMPARE(hopsFrom("007"), std::optional(7));
    QCOMPARE(hopsFrom("999999999"), std::optional(999'999'999));
    for (const QByteArray &huge : {QByteArray("4294967296"), QByteArray(1000, '9'), QByteArray("00000000000000000001")})
        QVERIFY(hopsFrom(huge).value_or(0) > kMostHops);
}

void TestHops::readsNothingElse_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", " ", "-1", "+1", "1.0", "1e0", "0x1", "1, 2", "1 ", " 1", "one", "\xd9\xa1"})
        QTest::newRow(text) << QByteArray(text);
    QTest::newRow("NUL") << QByteArray("1\0", 2);
}

void TestHops::readsNothingElse()
{
    QFETCH(QByteArray, text);
    QCOMPARE(hopsFrom(text), std::nullopt);
}

void TestHops::countsWhatMayComeBack()
{
    CallbackTarget target;
    MediaEvent event;
    QVERIFY(!countsHops(target, event)); // ends at its receiver: it is no event for a door
    target.format = PayloadFormat::CloudEvents;
    QVERIFY(countsHops(target, event));
    event.hops = 1;
    target.format = PayloadFormat::Spark;
    QVERIFY(countsHops(target, event));
}

void TestHops::anEventIsTheSameByEitherWay()
{
    MediaEvent event;
    event.asset = QStringLiteral("a1");
    MediaEvent further = event;
    further.hops = 2;
    QCOMPARE(further.fingerprint(), event.fingerprint());
}

QTEST_APPLESS_MAIN(TestHops)
#include "tst_hops.moc"

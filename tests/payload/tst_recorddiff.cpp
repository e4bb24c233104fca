#include "core/payload/recorddiff.h"
#include "tests/payload/samples.h"

#include <QTest>

using namespace callboard;

namespace {

MediaRecord record(const QByteArray &bytes)
{
    return parseRecord(bytes).value_or(MediaRecord());
}

QList<FieldChange> changes(const QByteArray &before, const QByteArray &after)
{
    return changesBetween(record(before), record(after));
}

QList<Trigger> shown(const QByteArray &before, const QByteArray &after)
{
    return triggersShownBy(changes(before, after));
}

} // namespace

class TestRecordDiff : public QObject {
    Q_OBJECT

private slots:
    void namesWhatChangedInTheNewersOrder();
    void findsNothingInTheSameRecord();
    void emptyIsEmptyInEverySpelling();
    void comparesTextAndNotNumbers();
    void ignoresTheLayoutOfNestedValues();
    void namesCompareWithoutCase();
    void tellsTheEvent_data();
    void tellsTheEvent();
    void tellsAllEventsInTheirOrder();
    void aFieldThatTurnsUpEmptyOrGoesIsNoEvent();
    void staysQuickWithManyFields();
};

void TestRecordDiff::namesWhatChangedInTheNewersOrder()
{
    const QString one = QStringLiteral("1");
    const QString two = QStringLiteral("2");
    QCOMPARE(changes(R"({"a":"1","gone":"1","b":"1","c":"1"})", R"({"b":"2","new":"1","a":"2","c":"1"})"),
             (QList<FieldChange>{
                 {"b", one, two}, {"new", std::nullopt, one}, {"a", one, two}, {"gone", one, std::nullopt}}));
}

void TestRecordDiff::findsNothingInTheSameRecord()
{
    const QByteArray spark = sample(QStringLiteral("spark-media-callback.xml"));
    QVERIFY(record(spark).fields.size() == 52);
    QVERIFY(changes(spark, spark).isEmpty());
}

void TestRecordDiff::emptyIsEmptyInEverySpelling()
{
    QVERIFY(changes("<r><a/><b></b></r>", "<r><a></a><b/></r>").isEmpty());
    QVERIFY(changes(R"({"a":"","b":null})", R"({"a":null})").isEmpty());
    QCOMPARE(changes("<r><a/></r>", "<r><a>x</a></r>"),
             (QList<FieldChange>{{"a", QString(QLatin1String("")), QStringLiteral("x")}}));
}

void TestRecordDiff::comparesTextAndNotNumbers()
{
    QCOMPARE(changes(R"({"a":1.0})", R"({"a":1.00})").size(), 1);
    QVERIFY(changes("<r><a>3</a></r>", R"({"a":3})").isEmpty());
    QVERIFY(changes(R"({"a":"\u00e9"})", "{\"a\":\"é\"}").isEmpty());
}

void TestRecordDiff::ignoresTheLayoutOfNestedValues()
{
    QVERIFY(changes(R"({"m":{ "a" : [1, 2], "b":"x y" }})", R"({"m":{"a":[1,2],"b":"x y"}})").isEmpty());
    QCOMPARE(changes(R"({"m":{"b":"x y"}})", R"({"m":{"b":"xy"}})").size(), 1);
}

void TestRecordDiff::namesCompareWithoutCase()
{
    QVERIFY(changes(R"({"publicUrl":"x"})", R"({"publicurl":"x"})").isEmpty());
}

void TestRecordDiff::tellsTheEvent_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<int>("trigger");
    const auto row = [](const char *field, const char *before, const char *after, int trigger) {
        const QByteArray open = QByteArray("{\"") + field + "\":\"";
        QTest::addRow("%s %s to %s", field, before, after) << open + before + "\"}" << open + after + "\"}" << trigger;
    };
    row("rating", "0", "5", int(Trigger::Rating));
    row("votecount", "1", "2", int(Trigger::Rating));
    row("moderationstatus", "0", "2", int(Trigger::Moderation));
    row("moderationstatus", "2", "0", int(Trigger::Moderation));
    row("moderationdeniedid", "0", "9", int(Trigger::Moderation));
    row("status", "2", "3", int(Trigger::Transcode));
    row("status", "2", "4", int(Trigger::Transcode));
    row("status", "1", "2", -1);
    row("converttime", "2009-02-04 12:17:41", "2009-02-05 12:17:41", int(Trigger::Transcode));
    row("conversiontime", "1.5", "3.808", int(Trigger::Transcode));
    row("externalid", "", "5660367449001", int(Trigger::External));
    row("externalid", "5660367449001", "", -1);
    row("status", "running", "finished", int(Trigger::Success));
    row("status", "running", "error", int(Trigger::Failure));
    row("status", "running", "canceled", -1);
    row("hits", "1", "2", -1);
}

void TestRecordDiff::tellsTheEvent()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(int, trigger);
    QCOMPARE(changes(before, after).size(), 1);
    QCOMPARE(shown(before, after), trigger < 0 ? QList<Trigger>{} : QList<Trigger>{Trigger(trigger)});
}

void TestRecordDiff::tellsAllEventsInTheirOrder()
{
    QCOMPARE(shown(R"({"externalid":"","status":"2","rating":"0","votecount":"0"})",
                   R"({"externalid":"5","status":"3","rating":"4","votecount":"1"})"),
             (QList<Trigger>{Trigger::Rating, Trigger::Transcode, Trigger::External}));
}

void TestRecordDiff::aFieldThatTurnsUpEmptyOrGoesIsNoEvent()
{
    QVERIFY(shown(R"({"id":"1"})", R"({"id":"1","rating":"0","moderationstatus":0})").isEmpty());
    QVERIFY(shown(R"({"rating":"","moderationstatus":null})", R"({"rating":"0","moderationstatus":0})").isEmpty());
    QVERIFY(shown("<r><rating/></r>", "<r><rating>0</rating></r>").isEmpty());
    QCOMPARE(shown(R"({"rating":""})", R"({"rating":"5"})"), QList<Trigger>{Trigger::Rating});
    QVERIFY(shown(R"({"id":"1","rating":"5"})", R"({"id":"1"})").isEmpty());
    QCOMPARE(shown(R"({"id":"1"})", R"({"id":"1","rating":"5"})"), QList<Trigger>{Trigger::Rating});
}

void TestRecordDiff::staysQuickWithManyFields()
{
    MediaRecord many;
    for (int i = 0; i < 100'000; ++i)
        many.fields.append({"f" + QByteArray::number(i), "1"});
    MediaRecord other = many;
    other.fields.last().raw = "2";
    QCOMPARE(changesBetween(many, other).size(), 1); // a search for each field would outlast the test's time
}

QTEST_APPLESS_MAIN(TestRecordDiff)
#include "tst_recorddiff.moc"

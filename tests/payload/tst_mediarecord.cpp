#include "core/payload/mediarecord.h"
#include "tests/payload/samples.h"

#include <QTest>

using namespace callboard;

class TestMediaRecord : public QObject {
    Q_OBJECT

private slots:
    void keepsTokensAsTheyCame_data();
    void keepsTokensAsTheyCame();
    void keepsTheOrderOfFields();
    void unescapesText();
    void nullCountsAsAbsent();
    void namesIgnoreCase();
    void setReplacesOrAppends();
    void writesTextThatReadsBack_data();
    void writesTextThatReadsBack();
    void namesLineAndColumnOfAFault_data();
    void namesLineAndColumnOfAFault();
    void nestsAsDeepAsAgreedAndNoDeeper();
    void readsXmlUnderAnyRoot();
    void keepsElementsWithinElements();
    void warnsOfStrayTextWhereItStands();
    void refusesXml_data();
    void refusesXml();
    void decidesByTheFirstByteWithoutAContentType();
    void skipsAByteOrderMarkAndBlankLinesBeforeXml();
};

void TestMediaRecord::keepsTokensAsTheyCame_data()
{
    QTest::addColumn<QByteArray>("token");
    for (const char *token : {"1.10", "9223372036854775809", "-0.0", "1E400", "true", "\"a\\u00e9\\/\\n\"", "\"\"",
                              "{\"b\": 1.0, \"a\" : [1,  2]}", "[ ]", "\"エヴァート\""})
        QTest::newRow(token) << QByteArray(token);
}

void TestMediaRecord::keepsTokensAsTheyCame()
{
    QFETCH(QByteArray, token);
    const auto record = parseRecord("{ \"x\" : " + token + " , \"y\":1 }");
    if (token == "1E400") { // no double can hold it; refused rather than passed on
        QVERIFY(!record);
        return;
    }
    QVERIFY2(record, qPrintable(record ? QString() : record.error().detail));
    QCOMPARE(record->raw("x"), token);
    QCOMPARE(record->raw("y"), "1");
}

void TestMediaRecord::keepsTheOrderOfFields()
{
    const auto record = parseRecord("{\"z\":1,\"a\":2,\"m\":3}");
    QVERIFY(record);
    QCOMPARE(record->fields, (QList<RecordField>{{"z", "1"}, {"a", "2"}, {"m", "3"}}));
}

void TestMediaRecord::unescapesText()
{
    const auto record = parseRecord(R"({"t":"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00","n":1.10})");
    QVERIFY(record);
    QCOMPARE(record->text("t"), QStringLiteral("\"\\/\b\f\n\r\té😀"));
    QCOMPARE(record->text("n"), QStringLiteral("1.10"));
}

void TestMediaRecord::nullCountsAsAbsent()
{
    const auto record = parseRecord("{\"a\":null,\"b\":\"\"}");
    QVERIFY(record);
    QVERIFY(!record->has("a"));
    QCOMPARE(record->text("a"), std::nullopt);
    QVERIFY(record->has("b"));
    QCOMPARE(record->text("b"), QString(QLatin1String("")));
}

void TestMediaRecord::namesIgnoreCase()
{
    const auto record = parseRecord("{\"publicUrl\":\"x\"}");
    QVERIFY(record);
    QCOMPARE(record->text("publicurl"), QStringLiteral("x"));
    QVERIFY(!record->has("publicUr"));
}

void TestMediaRecord::setReplacesOrAppends()
{
    MediaRecord record;
    record.set("a", "1.10");
    record.setText("b", QStringLiteral("say \"hi\""));
    record.set("A", "2");
    QCOMPARE(record.fields, (QList<RecordField>{{"a", "2"}, {"b", "\"say \\\"hi\\\"\""}}));
}

void TestMediaRecord::writesTextThatReadsBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("quotes") << QStringLiteral("\"a\\b\"");
    QTest::newRow("controls") << QStringLiteral("\x01\x1F\t\r\n");
    QTest::newRow("Japanese") << QStringLiteral("エヴァート ぽつ");
    QTest::newRow("beyond the first plane") << QStringLiteral("😀");
}

void TestMediaRecord::writesTextThatReadsBack()
{
    QFETCH(QString, text);
    const auto record = parseRecord("{\"x\":" + jsonString(text) + '}');
    QVERIFY(record);
    QCOMPARE(record->text("x"), text);
}

void TestMediaRecord::namesLineAndColumnOfAFault_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const char *json, const QString &error) {
        QTest::newRow(name) << QByteArray(json) << error;
    };
    row("missing comma", "{\n  \"a\": \"b\"\n  \"c\": 1\n}", QStringLiteral("line 2, column 11: missing comma"));
    row("trailing comma", "{\"é\": 1,}", QStringLiteral("line 1, column 8: trailing comma"));
    row("never closed", "{\"a\": 1", QStringLiteral("line 1, column 1: “{” is never closed"));
    row("bare word", "{\"a\":\n yes}", QStringLiteral("line 2, column 2: “yes” is no value; text needs quotes"));
    row("bad escape", "{\"a\": \"\\q\"}", QStringLiteral("line 1, column 8: backslash that escapes nothing"));
    row("leading zero", "{\"a\": 01}", QStringLiteral("line 1, column 7: “01” is no value; text needs quotes"));
    row("twice", "{\"a\":1,\n \"b\":2, \"a\":3}", QStringLiteral("line 2, column 9: duplicate field “a”"));
    row("array", "[1]", QStringLiteral("line 1, column 1: expected an object, found [1]"));
    row("more behind", "{} {}", QStringLiteral("line 1, column 4: more text after the end of the JSON"));
    row("empty", " \n", QStringLiteral("line 1, column 1: the record is empty"));
}

void TestMediaRecord::namesLineAndColumnOfAFault()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, error);
    const auto record = parseRecord(json);
    QVERIFY(!record);
    QCOMPARE(record.error().code, ErrorCode::Malformed);
    QCOMPARE(record.error().detail, error);
}

void TestMediaRecord::nestsAsDeepAsAgreedAndNoDeeper()
{
    const auto nested = [](int levels) -> QByteArray {
        return "{\"a\":" + QByteArray(levels - 1, '[') + QByteArray(levels - 1, ']') + '}';
    };
    QVERIFY(parseRecord(nested(64)));
    const auto tooDeep = parseRecord(nested(65));
    QVERIFY(!tooDeep);
    QVERIFY2(tooDeep.error().detail.contains(QLatin1String("64 levels")), qPrintable(tooDeep.error().detail));

    const auto nestedXml = [](int levels) -> QByteArray {
        return QByteArray("<a>").repeated(levels) + QByteArray("</a>").repeated(levels);
    };
    QVERIFY(parseRecord(nestedXml(64)));
    QVERIFY(!parseRecord(nestedXml(65)));
    QVERIFY(!parseRecord(nested(100'000)));
    QVERIFY(!parseRecord(nested(1'000'000)));
    QVERIFY(!parseRecord(nestedXml(100'000)));
}

void TestMediaRecord::readsXmlUnderAnyRoot()
{
    const auto record = parseRecord("<hash><id>7</id><t>a &amp; <![CDATA[<b>]]></t><empty/><e></e></hash>",
                                    QStringLiteral("text/xml; charset=utf-8"));
    QVERIFY(record);
    QCOMPARE(record->fields,
             (QList<RecordField>{{"id", "\"7\""}, {"t", "\"a & <b>\""}, {"empty", "\"\""}, {"e", "\"\""}}));
    QVERIFY(record->warnings.isEmpty());
}

void TestMediaRecord::keepsElementsWithinElements()
{
    const auto record = parseRecord("<r><m>\n <u>x</u>\n <v>1</v>\n <v>2</v></m></r>");
    QVERIFY(record);
    QCOMPARE(record->raw("m"), R"({"u":"x","v":["1","2"]})");
    QVERIFY(record->warnings.isEmpty());
}

void TestMediaRecord::warnsOfStrayTextWhereItStands()
{
    const auto printed = parseRecord(sample(QStringLiteral("spark-media-callback-as-printed.xml")));
    QVERIFY(printed);
    QCOMPARE(printed->warnings, QStringList{QStringLiteral("stray text “i” between elements at line 41, column 36")});
    const auto clean = parseRecord(sample(QStringLiteral("spark-media-callback.xml")));
    QVERIFY(clean);
    QVERIFY(clean->warnings.isEmpty());
    QCOMPARE(*printed, *clean);
    QCOMPARE(clean->fields.size(), 52);
    QCOMPARE(clean->text("user_firstname"), QStringLiteral("エヴァート"));
    QCOMPARE(clean->raw("length"), "\"0.00\"");
}

void TestMediaRecord::refusesXml_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<QString>("part");
    QTest::newRow("doctype") << QByteArray("<!DOCTYPE r [<!ENTITY x \"y\">]><r><a>&x;</a></r>")
                             << QStringLiteral("DOCTYPE");
    QTest::newRow("unknown entity") << QByteArray("<r><a>&x;</a></r>") << QStringLiteral("line 1");
    QTest::newRow("not closed") << QByteArray("<r>\n<a>1</a>") << QStringLiteral("line 2");
    QTest::newRow("crossed") << QByteArray("<r><a></r></a>") << QStringLiteral("line 1");
    QTest::newRow("twice") << QByteArray("<r><a>1</a>\n<a>2</a></r>") << QStringLiteral("line 2, column 4: duplicate");
    QTest::newRow("two roots") << QByteArray("<r></r><r></r>") << QStringLiteral("line 1");
}

void TestMediaRecord::refusesXml()
{
    QFETCH(QByteArray, xml);
    QFETCH(QString, part);
    const auto record = parseRecord(xml);
    QVERIFY(!record);
    QCOMPARE(record.error().code, ErrorCode::Malformed);
    QVERIFY2(record.error().detail.contains(part), qPrintable(record.error().detail));
}

void TestMediaRecord::decidesByTheFirstByteWithoutAContentType()
{
    QVERIFY(parseRecord("  <r><a>1</a></r>"));
    QVERIFY(parseRecord("  {\"a\":1}"));
    QVERIFY(!parseRecord("<r><a>1</a></r>", QStringLiteral("application/json")));
    QVERIFY(!parseRecord("{\"a\":1}", QStringLiteral("application/xml")));
}

void TestMediaRecord::skipsAByteOrderMarkAndBlankLinesBeforeXml()
{
    QVERIFY(parseRecord("\xEF\xBB\xBF{\"a\":1}"));
    const auto record = parseRecord("\n\n<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<r><a>1</a>x</r>");
    QVERIFY(record);
    QCOMPARE(record->warnings, QStringList{QStringLiteral("stray text “x” between elements at line 4, column 12")});
}

QTEST_APPLESS_MAIN(TestMediaRecord)
#include "tst_mediarecord.moc"

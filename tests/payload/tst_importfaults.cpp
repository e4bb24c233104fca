// The faults of the LightFlow document, each by its number in the list of what is wrong with it (A1 to A20).
#include "core/payload/targetimport.h"
#include "tests/payload/samples.h"

#include <QTest>

using namespace callboard;

namespace {

// Lines 3 to 36 of the document: a line here is two less than there.
ImportedTargets documents()
{
    return importTargets(sample(QStringLiteral("lightflow-publish-request.curl.txt"))).value_or(ImportedTargets());
}

ImportedTargets imported(const QByteArray &text)
{
    auto result = importTargets(text);
    if (!result)
        qWarning("%s", qPrintable(result.error().detail));
    return result.value_or(ImportedTargets());
}

QList<Repair> repairsAt(const ImportedTargets &imported, int line)
{
    QList<Repair> found;
    for (const Repair &repair : imported.repairs) {
        if (repair.line == line)
            found.append(repair);
    }
    return found;
}

const QString kLeftOut = QStringLiteral("left out");

} // namespace

class TestImportFaults : public QObject {
    Q_OBJECT

private slots:
    void a1ProperContinuationsAreJoined();
    void a2BackslashesInTheBodyAreLeftOut();
    void a3ALineWithoutABackslashNeedsNothing();
    void a4TheTrailingCommaIsLeftOut();
    void a5TheStrayQuoteIsLeftOut();
    void a6TheBackslashBehindItIsLeftOut();
    void a7TheClosingQuoteCloses();
    void a8AMissingCommaIsInserted();
    void a9OnFailureIsReadWithABlank();
    void a11BlanksAroundColonsDoNotMatter();
    void a12PlaceholdersAreWarnedOf();
    void a13AHostWithoutAPublicSuffixIsTaken();
    void a14AMisspelledAddressIsKept();
    void a16FlagsInQuotesAreRead();
    void a19GetIsWarnedOf_data();
    void a19GetIsWarnedOf();
    void a20IndentationDoesNotMatter();
};

void TestImportFaults::a1ProperContinuationsAreJoined()
{
    for (int line = 1; line <= 3; ++line)
        QVERIFY(repairsAt(documents(), line).isEmpty());
}

void TestImportFaults::a2BackslashesInTheBodyAreLeftOut()
{
    const ImportedTargets result = documents();
    for (int line = 4; line <= 28; ++line) {
        if (line == 27)
            continue; // A3
        const QList<Repair> repairs = repairsAt(result, line);
        QVERIFY2(repairs.size() == 1, qPrintable(QString::number(line)));
        QCOMPARE(repairs[0].what, QStringLiteral("stray backslash"));
        QCOMPARE(repairs[0].how, kLeftOut);
    }
    QCOMPARE(repairsAt(result, 4)[0].column, 7); // -d '{ \ in the document's line 6
}

void TestImportFaults::a3ALineWithoutABackslashNeedsNothing()
{
    QVERIFY(repairsAt(documents(), 27).isEmpty());
}

void TestImportFaults::a4TheTrailingCommaIsLeftOut()
{
    const QList<Repair> repairs = repairsAt(documents(), 30);
    QCOMPARE(repairs.size(), 2);
    QCOMPARE(repairs[0], (Repair{30, 16, QStringLiteral("trailing comma"), kLeftOut}));
}

void TestImportFaults::a5TheStrayQuoteIsLeftOut()
{
    const QList<Repair> repairs = repairsAt(documents(), 32);
    QCOMPARE(repairs.size(), 2);
    QCOMPARE(repairs[1], (Repair{32, 4, QStringLiteral("stray quote"), kLeftOut}));
}

void TestImportFaults::a6TheBackslashBehindItIsLeftOut()
{
    QCOMPARE(repairsAt(documents(), 33), (QList<Repair>{{33, 3, QStringLiteral("stray backslash"), kLeftOut}}));
}

void TestImportFaults::a7TheClosingQuoteCloses()
{
    const ImportedTargets result = documents();
    QVERIFY(repairsAt(result, 34).isEmpty());
    QCOMPARE(result.targets.size(), 1);
    QVERIFY(validate(result.targets[0]).isEmpty());
}

void TestImportFaults::a8AMissingCommaIsInserted()
{
    // As in line 46, where the next line begins with "username".
    const ImportedTargets result = imported("{\n\"url\": \"https://a/T1S03.mp4\"\n\"method\": \"POST\"\n}");
    QCOMPARE(result.repairs,
             (QList<Repair>{{2, 29, QStringLiteral("missing comma"), QStringLiteral("inserted before “method”")}}));
}

void TestImportFaults::a9OnFailureIsReadWithABlank()
{
    const ImportedTargets result = imported(R"([{"url":"https://a/","on Failure":false}])");
    QCOMPARE(result.targets[0].triggers, TriggerSet{Trigger::Success});
    QCOMPARE(result.repairs,
             (QList<Repair>{{1, 22, QStringLiteral("key “on Failure”"), QStringLiteral("read as “onFailure”")}}));
}

void TestImportFaults::a11BlanksAroundColonsDoNotMatter()
{
    const ImportedTargets result = imported("[{\"url\":\"https://a/\", \"method\" : \"PUT\" , \"headers\":[ ]}]");
    QVERIFY(result.repairs.isEmpty());
    QVERIFY(result.targets[0].method == Method::Put);
}

void TestImportFaults::a12PlaceholdersAreWarnedOf()
{
    const QStringList warnings = documents().warnings;
    QCOMPARE(warnings.size(), 2);
    QVERIFY(warnings[0].startsWith(QLatin1String("line 2, column 27: "))
            && warnings[0].contains(QLatin1String("API_TOKEN")));
    QVERIFY(warnings[1].startsWith(QLatin1String("line 23, column 19: "))
            && warnings[1].contains(QLatin1String("<JWT TOKEN>")));
}

void TestImportFaults::a13AHostWithoutAPublicSuffixIsTaken()
{
    QCOMPARE(documents().targets[0].url, QStringLiteral("https://callback.epiclabs/ingest"));
}

void TestImportFaults::a14AMisspelledAddressIsKept()
{
    QCOMPARE(imported(R"(["mailto:jonhdoe@epiclabs.io"])").targets[0].url,
             QStringLiteral("mailto:jonhdoe@epiclabs.io"));
}

void TestImportFaults::a16FlagsInQuotesAreRead()
{
    const ImportedTargets result = imported(
        R"([{"url":"https://a/","onSuccess":"false","onProgressEncoding":"true"}])");
    QCOMPARE(result.targets[0].triggers, (TriggerSet{Trigger::Failure, Trigger::Progress}));
    QCOMPARE(result.repairs.size(), 2);
    QCOMPARE(result.repairs[0], (Repair{1, 34, QStringLiteral("“false” in quotes"), QStringLiteral("read as false")}));
}

void TestImportFaults::a19GetIsWarnedOf_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QString>("part");
    QTest::newRow("nothing names the asset") << QByteArray("https://a/") << QStringLiteral("can't tell which asset");
    QTest::newRow("the query has its own") << QByteArray("https://a/?status=1") << QStringLiteral("one of its own");
    QTest::newRow("its own endDate") << QByteArray("https://a/?id=1&endDate=") << QStringLiteral("one of its own");
}

void TestImportFaults::a19GetIsWarnedOf()
{
    QFETCH(QByteArray, url);
    QFETCH(QString, part);
    const ImportedTargets result = imported("[{\"method\":\"GET\",\"url\":\"" + url + "\"}]");
    QVERIFY(result.targets[0].method == Method::Get);
    QCOMPARE(result.warnings.size(), 1);
    QVERIFY2(result.warnings[0].contains(part), qPrintable(result.warnings[0]));
    QVERIFY(result.warnings[0].startsWith(QLatin1String("line 1, column 12: ")));
}

void TestImportFaults::a20IndentationDoesNotMatter()
{
    QByteArray indented;
    for (const QByteArray &line : sample(QStringLiteral("lightflow-publish-request.curl.txt")).split('\n'))
        indented += (line.startsWith("curl") || line.startsWith('-') ? QByteArray() : QByteArray("    ")) + line + '\n';
    const ImportedTargets result = imported(indented);
    QCOMPARE(result.targets, documents().targets);
    QCOMPARE(result.repairs.size(), documents().repairs.size());
}

QTEST_APPLESS_MAIN(TestImportFaults)
#include "tst_importfaults.moc"

#include "core/payload/targetimport.h"
#include "tests/payload/samples.h"

#include <QTest>

using namespace callboard;

namespace {

QByteArray request()
{
    return sample(QStringLiteral("lightflow-publish-request.curl.txt"));
}

QString errorOf(const QByteArray &text)
{
    const auto imported = importTargets(text);
    return imported ? QStringLiteral("accepted") : imported.error().detail;
}

bool has(const ImportedTargets &imported, int line, int column, const QString &what)
{
    for (const Repair &repair : imported.repairs) {
        if (repair.line == line && repair.column == column && repair.what == what)
            return true;
    }
    return false;
}

qsizetype count(const ImportedTargets &imported, const QString &what)
{
    return std::count_if(imported.repairs.begin(), imported.repairs.end(),
                         [&](const Repair &repair) { return repair.what == what; });
}

ImportedTargets imported(const QByteArray &text)
{
    auto result = importTargets(text);
    if (!result)
        qWarning("%s", qPrintable(result.error().detail));
    return result.value_or(ImportedTargets());
}

} // namespace

class TestDefinitionImport : public QObject {
    Q_OBJECT

private slots:
    void readsTheDocumentsCommandAsItStands();
    void listsEveryRepairOfTheDocumentsCommand();
    void findsTheCommandInAWholePage();
    void warnsOfPlaceholders();
    void readsAPublishRequest();
    void readsAListAndASingleCallback();
    void leftOutKeysHaveTheDocumentsDefaults();
    void mendsHandWrittenJson_data();
    void mendsHandWrittenJson();
    void namesTheKeyBeforeAMissingComma();
    void readsKeysInEverySpelling();
    void readsValuesInEverySpelling();
    void unknownKeysAreWarnings();
    void readsBareAddresses();
    void namesAreUnique();
    void credentialsInAUrlBecomeBasic_data();
    void credentialsInAUrlBecomeBasic();
    void credentialsInAUrlGiveWayToWhatTheCallbackSays();
    void refuses_data();
    void refuses();
    void survivesHostileText();
};

void TestDefinitionImport::readsTheDocumentsCommandAsItStands()
{
    const ImportedTargets result = imported(request());
    QCOMPARE(result.targets.size(), 1);
    const CallbackTarget &target = result.targets.first();
    QCOMPARE(target.name, QStringLiteral("callback.epiclabs"));
    QCOMPARE(target.url, QStringLiteral("https://callback.epiclabs/ingest"));
    QVERIFY(target.method == Method::Post);
    QVERIFY(target.format == PayloadFormat::LightFlow);
    QCOMPARE(target.headers.size(), 2);
    QCOMPARE(target.headers[0].name, QStringLiteral("Authorization"));
    QCOMPARE(target.headers[0].value, QStringLiteral("Bearer <JWT TOKEN>"));
    QVERIFY(target.headers[0].secret);
    QCOMPARE(target.headers[1].name, QStringLiteral("X-Custom-Header"));
    QCOMPARE(target.headers[1].value, QStringLiteral("X-Custom-Header-Value"));
    QVERIFY(!target.headers[1].secret);
    QVERIFY(validate(target).isEmpty());
}

// The sample is lines 3 to 36 of the document: two is taken from the line numbers there.
void TestDefinitionImport::listsEveryRepairOfTheDocumentsCommand()
{
    const ImportedTargets result = imported(request());
    const QByteArrayList lines = request().split('\n');
    qsizetype backslashes = 0;
    for (int line = 4; line <= 33; ++line) {
        if (!lines[line - 1].trimmed().endsWith('\\'))
            continue;
        ++backslashes;
        QVERIFY2(has(result, line, int(lines[line - 1].lastIndexOf('\\')) + 1, QStringLiteral("stray backslash")),
                 qPrintable(QString::number(line)));
    }
    QCOMPARE(backslashes, 28);
    QVERIFY(has(result, 32, 3, QStringLiteral("stray backslash"))); // before the stray quote
    QCOMPARE(count(result, QStringLiteral("stray backslash")), backslashes + 1);
    QVERIFY(has(result, 30, 16, QStringLiteral("trailing comma")));
    QVERIFY(has(result, 32, 4, QStringLiteral("stray quote")));
    QCOMPARE(result.repairs.size(), backslashes + 3);
}

void TestDefinitionImport::findsTheCommandInAWholePage()
{
    const QByteArray page = "Callbacks\nIt's \"curl\" that sends {this}:\n" + request()
        + "Arguments\nmethod: Its default value is 'POST'. Don't forget it.\n- uuid: of the asset\n{\n\"a\": 1\n}\n";
    const ImportedTargets result = imported(page);
    QCOMPARE(result.targets.size(), 1);
    QVERIFY(has(result, 32, 16, QStringLiteral("trailing comma")));
    QVERIFY(has(result, 34, 4, QStringLiteral("stray quote")));
    QCOMPARE(result.repairs.size(), 31);
}

void TestDefinitionImport::warnsOfPlaceholders()
{
    const ImportedTargets result = imported(request());
    QCOMPARE(
        result.warnings,
        (QStringList{QStringLiteral("line 2, column 27: “authorization” belongs to the publish request, not to the "
                                    "callback: left out on purpose (it holds the placeholder “API_TOKEN”)"),
                     QStringLiteral("line 23, column 19: header “Authorization” holds the placeholder “<JWT "
                                    "TOKEN>”: fill it in before sending")}));
}

void TestDefinitionImport::readsAPublishRequest()
{
    const ImportedTargets result = imported(R"({"parameters": {"input": {"urlPath": "http://s/v.mp4"}, "callbacks": [
        {"url": "mailto:johndoe@epiclabs.io", "onSuccess": false},
        {"url": "https://b.example/x", "method": "GET", "source": "encoder", "onFailure": false,
         "onProgressEncoding": true, "headers": [{"name": "X-A", "value": "1"}]}]}})");
    QVERIFY(result.repairs.isEmpty());
    QCOMPARE(result.warnings.size(), 1); // of GET
    QCOMPARE(result.targets.size(), 2);
    QCOMPARE(result.targets[0].name, QStringLiteral("johndoe@epiclabs.io"));
    QCOMPARE(result.targets[0].triggers, TriggerSet{Trigger::Failure});
    QVERIFY(result.targets[1].method == Method::Get);
    QVERIFY(result.targets[1].source == CallbackSource::Encoder);
    QCOMPARE(result.targets[1].triggers, (TriggerSet{Trigger::Success, Trigger::Progress}));
    QCOMPARE(result.targets[1].headers.first().value, QStringLiteral("1"));
}

void TestDefinitionImport::readsAListAndASingleCallback()
{
    const QByteArray a = "{\"url\":\"https://a/\"}";
    const QByteArray b = "{\"url\":\"https://b/\"}";
    QCOMPARE(imported('[' + a + ',' + b + ']').targets.size(), 2);
    QCOMPARE(imported("{\"callbacks\":[" + a + "]}").targets.size(), 1);
    QCOMPARE(imported(a).targets.first().url, QStringLiteral("https://a/"));
    QCOMPARE(imported("\xEF\xBB\xBF\r\n" + a + "\r\n").targets.size(), 1);
}

void TestDefinitionImport::leftOutKeysHaveTheDocumentsDefaults()
{
    CallbackTarget expected;
    expected.name = QStringLiteral("a");
    expected.url = QStringLiteral("https://a/");
    QCOMPARE(imported("{\"url\":\"https://a/\",\"headers\":null}").targets.first(), expected);
}

void TestDefinitionImport::mendsHandWrittenJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("what");
    const auto row = [](const char *name, const char *text, int column, const QString &what) {
        QTest::newRow(name) << QByteArray(text) << column << what;
    };
    row("trailing comma in a list", R"([{"url":"https://a/"},])", 22, QStringLiteral("trailing comma"));
    row("comma twice", R"({"url":"https://a/",,"method":"POST"})", 20, QStringLiteral("trailing comma"));
    row("missing comma", R"({"url":"https://a/" "method":"POST"})", 20, QStringLiteral("missing comma"));
    row("missing comma between objects", R"([{"url":"https://a/"} {"url":"https://b/"}])", 22,
        QStringLiteral("missing comma"));
    row("curly quotes", R"({“url”:"https://a/"})", 2, QStringLiteral("curly quotes"));
    row("curly quote at one end", "{\"url\":\"https://a/”}", 8, QStringLiteral("curly quotes"));
    row("single quotes", R"({'url':"https://a/"})", 2, QStringLiteral("single quotes"));
    row("stray quote", R"({"url":"https://a/"",
"method":"POST"})",
        20, QStringLiteral("stray quote"));
    row("stray backslash", R"({\ "url":"https://a/"})", 2, QStringLiteral("stray backslash"));
    row("key without quotes", R"({url:"https://a/"})", 2, QStringLiteral("key without quotes"));
    row("backslash in text", R"({"url":"https://a/","name":"C:\x"})", 31,
        QStringLiteral("backslash that escapes nothing"));
    row("column in characters", R"({"name":"😀é","url":"https://a/",})", 32, QStringLiteral("trailing comma"));
}

void TestDefinitionImport::mendsHandWrittenJson()
{
    QFETCH(QByteArray, text);
    QFETCH(int, column);
    QFETCH(QString, what);
    const auto result = importTargets(text);
    QVERIFY2(result, qPrintable(errorOf(text)));
    QCOMPARE(result->targets.first().url, QStringLiteral("https://a/"));
    const Repair first = result->repairs.value(0);
    QVERIFY2(has(*result, 1, column, what), qPrintable(QStringLiteral("%1 %2").arg(first.column).arg(first.what)));
}

void TestDefinitionImport::namesTheKeyBeforeAMissingComma()
{
    const ImportedTargets result = imported("{\n\"url\": \"https://a/\"\n\"method\": \"PUT\"\n}");
    const Repair expected{2, 20, QStringLiteral("missing comma"), QStringLiteral("inserted before “method”")};
    QCOMPARE(result.repairs, QList<Repair>{expected});
    QVERIFY(result.targets.first().method == Method::Put);
}

void TestDefinitionImport::readsKeysInEverySpelling()
{
    for (const char *key : {"on Failure", "on_failure", "OnFailure", "on-failure"}) {
        const ImportedTargets result = imported("{\"url\":\"https://a/\",\"" + QByteArray(key) + "\":false}");
        QCOMPARE(result.targets.first().triggers, TriggerSet{Trigger::Success});
        QVERIFY(has(result, 1, 21, QStringLiteral("key “%1”").arg(QLatin1String(key))));
        QCOMPARE(result.repairs.first().how, QStringLiteral("read as “onFailure”"));
    }
    QVERIFY(imported("{\"url\":\"https://a/\",\"onFailure\":false}").repairs.isEmpty());
}

void TestDefinitionImport::readsValuesInEverySpelling()
{
    const ImportedTargets result = imported(R"({"url":"https://a/","onSuccess":"False","onProgressEncoding":True,
        "method":"put"})");
    QCOMPARE(result.targets.first().triggers, (TriggerSet{Trigger::Failure, Trigger::Progress}));
    QVERIFY(result.targets.first().method == Method::Put);
    QCOMPARE(result.repairs.size(), 3);
}

void TestDefinitionImport::unknownKeysAreWarnings()
{
    const ImportedTargets result = imported("{\"url\":\"https://a/\",\n \"colour\":\"red\"}");
    QCOMPARE(result.warnings,
             QStringList{QStringLiteral("line 2, column 2: “colour” is no key of a callback: left out")});
}

void TestDefinitionImport::readsBareAddresses()
{
    const ImportedTargets result = imported("{\"callbacks\":[\"https://host1/path1”, “https://host2/path2”]}");
    QCOMPARE(result.targets.size(), 2);
    QCOMPARE(result.targets[0].url, QStringLiteral("https://host1/path1"));
    QCOMPARE(result.targets[1].url, QStringLiteral("https://host2/path2"));
}

void TestDefinitionImport::namesAreUnique()
{
    const ImportedTargets result = imported(R"(["https://a/1","https://a/2","https://a/3"])");
    QCOMPARE(result.targets[0].name, QStringLiteral("a"));
    QCOMPARE(result.targets[1].name, QStringLiteral("a (2)"));
    QCOMPARE(result.targets[2].name, QStringLiteral("a (3)"));
}

void TestDefinitionImport::credentialsInAUrlBecomeBasic_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("column");
    QTest::newRow("object") << QByteArray(R"({"url":"https://me:p%40ss@a.example/x"})") << 8;
    QTest::newRow("publish request") << QByteArray(
        R"({"parameters":{"callbacks":[{"url":"https://me:p%40ss@a.example/x"}]}})")
                                     << 36;
    QTest::newRow("bare address") << QByteArray(R"(["https://me:p%40ss@a.example/x"])") << 2;
    QTest::newRow("curl") << QByteArray("curl https://me:p%40ss@a.example/x") << 6;
}

void TestDefinitionImport::credentialsInAUrlBecomeBasic()
{
    QFETCH(QByteArray, text);
    QFETCH(int, column);
    const ImportedTargets result = imported(text);
    QCOMPARE(result.targets.size(), 1);
    const CallbackTarget &target = result.targets[0];
    QCOMPARE(target.url, QStringLiteral("https://a.example/x"));
    QVERIFY(target.authentication.scheme == AuthScheme::Basic);
    QCOMPARE(target.authentication.user, QStringLiteral("me"));
    QCOMPARE(target.authentication.secret.plain, QStringLiteral("p@ss"));
    QVERIFY(has(result, 1, column, QStringLiteral("user name and password in the URL")));
    QCOMPARE(result.repairs.last().how, QStringLiteral("moved into Basic authentication"));
    QVERIFY(!exportTargets(result.targets).contains("p@ss"));
    QVERIFY(!targetToJson(target).contains("p@ss"));
}

void TestDefinitionImport::credentialsInAUrlGiveWayToWhatTheCallbackSays()
{
    const ImportedTargets result = imported(
        R"({"headers":[{"name":"authorization","value":"Own x"}],"url":"https://me:canary@a.example/"})");
    QCOMPARE(result.targets.size(), 1);
    QCOMPARE(result.targets[0].url, QStringLiteral("https://a.example/"));
    QVERIFY(!result.targets[0].authentication.isOn());
    QCOMPARE(result.repairs.size(), 1);
    QVERIFY(result.repairs[0].how.startsWith(QStringLiteral("left out")));
    const ImportedTargets empty = imported(R"({"url":"https://@a.example/"})");
    QCOMPARE(empty.targets[0].url, QStringLiteral("https://a.example/"));
    QVERIFY(!empty.targets[0].authentication.isOn());
    for (const char *url : {"ftp://me:canary@a.example/", "https://me:canary@a.example:25/", "https://me:canary@a b/"})
        QVERIFY(!errorOf(QByteArray("{\"url\":\"") + url + "\"}").contains(QLatin1String("canary")));
}

void TestDefinitionImport::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, const QByteArray &text, ErrorCode code, const QString &part) {
        QTest::newRow(name) << text << code << part;
    };
    row("empty", " \n", ErrorCode::Malformed, QStringLiteral("empty"));
    row("prose", "\n  Hello.", ErrorCode::Malformed, QStringLiteral("line 2, column 3: neither JSON nor a curl"));
    row("no callback", "{\"parameters\":{\"input\":1}}", ErrorCode::Malformed, QStringLiteral("there is no callback"));
    row("empty list", "{\"callbacks\":[]}", ErrorCode::Malformed, QStringLiteral("line 1, column 14: there is no"));
    row("callback without url", "[\n{\"method\":\"POST\"}]", ErrorCode::Malformed, QStringLiteral("line 2, column 1"));
    row("number as callback", "[1]", ErrorCode::Malformed, QStringLiteral("line 1, column 2"));
    row("bad url", "{\"url\":\n\"ftp://a/\"}", ErrorCode::InvalidUrl, QStringLiteral("line 2, column 1: Scheme"));
    row("bad header name", R"({"url":"https://a/","headers":[{"name":"A B","value":"1"}]})", ErrorCode::InvalidHeader,
        QStringLiteral("line 1, column 40"));
    row("bad header value", R"({"url":"https://a/","headers":[{"name":"A","value":"1\n2"}]})", ErrorCode::InvalidHeader,
        QStringLiteral("line 1, column 52"));
    row("header without a name", R"({"url":"https://a/","headers":[{"value":"1"}]})", ErrorCode::InvalidHeader,
        QStringLiteral("line 1, column 32"));
    row("bad method", R"({"url":"https://a/","method":"DELETE"})", ErrorCode::Malformed, QStringLiteral("DELETE"));
    row("bad flag", R"({"url":"https://a/","onSuccess":"maybe"})", ErrorCode::Malformed, QStringLiteral("maybe"));
    row("bad source", R"({"url":"https://a/","source":"moon"})", ErrorCode::Malformed, QStringLiteral("moon"));
    row("never closed", "{\"url\":\"https://a/\"", ErrorCode::Malformed, QStringLiteral("never closed"));
    row("open quote", "{\"url\":\"https://a/\n}", ErrorCode::Malformed, QStringLiteral("line 1, column 8"));
    row("newer export", R"({"callboard":2,"targets":[]})", ErrorCode::Malformed, QStringLiteral("version 2"));
    row("not UTF-8", "{\"url\":\"\xFF\"}", ErrorCode::Malformed, QStringLiteral("UTF-8"));
    row("publish without callbacks", "curl https://a/assets -d '{\"parameters\":{}}'", ErrorCode::Malformed,
        QStringLiteral("there is no callback"));
}

void TestDefinitionImport::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(ErrorCode, code);
    QFETCH(QString, part);
    const auto result = importTargets(text);
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
    QVERIFY2(result.error().detail.contains(part), qPrintable(result.error().detail));
}

void TestDefinitionImport::survivesHostileText()
{
    QVERIFY(!importTargets(QByteArray(1'000'000, '[')));
    QVERIFY(!importTargets('{' + QByteArray(1'000'000, '\\')));
    QVERIFY(!importTargets('[' + QByteArray(1'000'000, ',')));
    QVERIFY(!importTargets("curl '" + QByteArray(1'000'000, '{')));
    QCOMPARE(importTargets(QByteArray(11 * 1024 * 1024, ' ')).error().code, ErrorCode::TooLarge);
    const QByteArray whole = request();
    for (qsizetype length = 0; length < whole.size(); ++length) { // a paste that was cut anywhere
        const auto result = importTargets(whole.left(length));
        QVERIFY(!result || !result->targets.isEmpty());
    }
}

QTEST_APPLESS_MAIN(TestDefinitionImport)
#include "tst_definitionimport.moc"

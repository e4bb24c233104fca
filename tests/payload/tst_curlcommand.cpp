#include "core/payload/definition/shellwords.h"
#include "core/payload/targetimport.h"

#include <QTest>

using namespace callboard;

namespace {

ImportedTargets imported(const QByteArray &text)
{
    auto result = importTargets(text);
    if (!result)
        qWarning("%s", qPrintable(result.error().detail));
    return result.value_or(ImportedTargets());
}

CallbackTarget targetOf(const QByteArray &text)
{
    return imported(text).targets.value(0);
}

QStringList words(const QString &text)
{
    const SourceText source(text);
    ImportNotes notes(source);
    const auto result = readShellWords(0, notes);
    QStringList texts;
    for (const MappedText &word : result.value_or(QList<MappedText>()))
        texts.append(word.text);
    return texts;
}

} // namespace

class TestCurlCommand : public QObject {
    Q_OBJECT

private slots:
    void splitsWordsAsAShellDoes_data();
    void splitsWordsAsAShellDoes();
    void remembersWhereAWordCameFrom();
    void becomesATargetWithUrlMethodAndHeaders();
    void methodFollowsFromTheData_data();
    void methodFollowsFromTheData();
    void credentialsBecomeAuthentication();
    void aHeaderOfItsOwnGoesBeforeCredentials();
    void credentialsOfAPublishRequestAreLeftOut();
    void saysWhatOfTheConnectionIsNotTaken();
    void optionsMayBeJoined();
    void leavesOutWhatTheTransportSets();
    void contentTypeChoosesTheFormat();
    void mendsLostContinuations();
    void mendsBlanksAfterAContinuation();
    void keepsAnUnquotedAmpersand();
    void readsCurlyQuotes();
    void readsCallbacksFromAnyQuoting_data();
    void readsCallbacksFromAnyQuoting();
    void warnsOfOptionsWithoutACounterpart();
    void refuses_data();
    void refuses();
};

void TestCurlCommand::splitsWordsAsAShellDoes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QString &text, const QStringList &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("plain", QStringLiteral("a  b\tc"), {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    row("single", QStringLiteral("'a \\ \"b'c"), {QStringLiteral("a \\ \"bc")});
    row("double", QStringLiteral("\"a \\\" \\\\ \\x $H\""), {QStringLiteral("a \" \\ \\x $H")});
    row("quote in single quotes", QStringLiteral("'it'\\''s'"), {QStringLiteral("it's")});
    row("ANSI", QStringLiteral("$'a\\n\\u00e9\\x41\\'\\q'"), {QStringLiteral("a\néA'\\q")});
    row("continuation", QStringLiteral("a \\\n  b"), {QStringLiteral("a"), QStringLiteral("b")});
    row("continuation, CR LF", QStringLiteral("a \\\r\n  b"), {QStringLiteral("a"), QStringLiteral("b")});
    row("continuation in a word", QStringLiteral("a\\\nb"), {QStringLiteral("ab")});
    row("continuation in double quotes", QStringLiteral("\"a\\\nb\""), {QStringLiteral("ab")});
    row("empty word", QStringLiteral("a ''"), {QStringLiteral("a"), QString(QLatin1String(""))});
    row("ends at the line", QStringLiteral("a\nb"), {QStringLiteral("a")});
    row("ends at a pipe", QStringLiteral("a | jq ."), {QStringLiteral("a")});
    row("comment", QStringLiteral("a # b"), {QStringLiteral("a")});
    row("hash in a word", QStringLiteral("a#b"), {QStringLiteral("a#b")});
}

void TestCurlCommand::splitsWordsAsAShellDoes()
{
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    QCOMPARE(words(text), expected);
}

void TestCurlCommand::remembersWhereAWordCameFrom()
{
    const SourceText source(QStringLiteral("a \\\n 'b'\\''c'"));
    ImportNotes notes(source);
    const auto result = readShellWords(0, notes);
    QVERIFY(result);
    const MappedText &word = result->at(1);
    QCOMPARE(word.text, QStringLiteral("b'c"));
    QCOMPARE(source.position(word.originOf(0)), (Position{2, 3}));
    QCOMPARE(source.position(word.originOf(2)), (Position{2, 8}));
}

void TestCurlCommand::becomesATargetWithUrlMethodAndHeaders()
{
    const CallbackTarget target = targetOf("$ curl --request PUT --url \"https://example.com/in?a=1&b=2\" \\\n"
                                           "  --header 'X-Api-Key: k1' -H'X-Plain:v'\n");
    QCOMPARE(target.url, QStringLiteral("https://example.com/in?a=1&b=2"));
    QCOMPARE(target.name, QStringLiteral("example.com"));
    QVERIFY(target.method == Method::Put);
    QCOMPARE(target.headers.size(), 2);
    QCOMPARE(target.headers[0].name, QStringLiteral("X-Api-Key"));
    QCOMPARE(target.headers[0].value, QStringLiteral("k1"));
    QVERIFY(target.headers[0].secret);
    QCOMPARE(target.headers[1].value, QStringLiteral("v"));
    QVERIFY(!target.headers[1].secret);
}

void TestCurlCommand::methodFollowsFromTheData_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<int>("method");
    QTest::newRow("nothing") << QByteArray() << int(Method::Get);
    QTest::newRow("data") << QByteArray("-d x=1") << int(Method::Post);
    QTest::newRow("raw data") << QByteArray("--data-raw '{\"a\":1}'") << int(Method::Post);
    QTest::newRow("data, long") << QByteArray("--data x=1") << int(Method::Post);
    QTest::newRow("data, joined") << QByteArray("-d'x=1'") << int(Method::Post);
    QTest::newRow("binary data") << QByteArray("--data-binary @file") << int(Method::Post);
    QTest::newRow("JSON data") << QByteArray("--json $'{\\x22a\\x22:1}'") << int(Method::Post);
    QTest::newRow("request, joined to the option") << QByteArray("-XGET -d x") << int(Method::Get);
    QTest::newRow("joined") << QByteArray("-XPUT") << int(Method::Put);
    QTest::newRow("named") << QByteArray("-X put -d x") << int(Method::Put);
    QTest::newRow("a form") << QByteArray("-F a=b") << int(Method::Post);
    QTest::newRow("encoded data") << QByteArray("--data-urlencode a=b") << int(Method::Post);
    QTest::newRow("encoded data in the query") << QByteArray("-G --data-urlencode a=b") << int(Method::Get);
    QTest::newRow("data in the query") << QByteArray("-G -d x=1") << int(Method::Get);
}

void TestCurlCommand::methodFollowsFromTheData()
{
    QFETCH(QByteArray, options);
    QFETCH(int, method);
    QCOMPARE(int(targetOf("curl https://a/ " + options).method), method);
}

void TestCurlCommand::credentialsBecomeAuthentication()
{
    const CallbackTarget target = targetOf("curl -u me:pässword https://a/");
    QVERIFY(target.headers.isEmpty());
    QVERIFY(target.authentication.scheme == AuthScheme::Basic);
    QCOMPARE(target.authentication.user, QStringLiteral("me"));
    QCOMPARE(target.authentication.secret.plain, QStringLiteral("pässword"));
    const CallbackTarget colon = targetOf("curl https://a/ --user 'me:pass:word'");
    QCOMPARE(colon.authentication.secret.plain, QStringLiteral("pass:word"));
    const CallbackTarget bearer = targetOf("curl -u me:pw --oauth2-bearer ey.J https://a/");
    QVERIFY(bearer.authentication.scheme == AuthScheme::Bearer);
    QCOMPARE(bearer.authentication.secret.plain, QStringLiteral("ey.J"));
    const ImportedTargets asked = imported("curl -u me https://a/");
    QCOMPARE(asked.targets.first().authentication.user, QStringLiteral("me"));
    QCOMPARE(asked.warnings,
             QStringList{QStringLiteral("line 1, column 9: curl asks for the password of “me”: enter "
                                        "it")});
}

void TestCurlCommand::aHeaderOfItsOwnGoesBeforeCredentials()
{
    const ImportedTargets result = imported("curl -u planted:4711 -H 'authorization: Own x' https://a/");
    QVERIFY(!result.targets.first().authentication.isOn());
    QCOMPARE(result.targets.first().headers.size(), 1);
    QCOMPARE(result.warnings.size(), 1);
    QVERIFY(!result.warnings.first().contains(QLatin1String("4711")));
    QVERIFY(!targetOf("curl -u : https://a/").authentication.isOn());
    QCOMPARE(imported("curl -u : https://a/").warnings.size(), 1);
}

void TestCurlCommand::credentialsOfAPublishRequestAreLeftOut()
{
    const ImportedTargets result = imported(
        R"(curl -u planted:4711 https://api/assets -d '{"callbacks":[{"url":"https://cb/"}]}')");
    QVERIFY(!result.targets.first().authentication.isOn());
    QCOMPARE(result.warnings.size(), 1);
    QVERIFY2(result.warnings.first().contains(QStringLiteral("“-u” belongs to the publish request")),
             qPrintable(result.warnings.first()));
    QVERIFY(!result.warnings.first().contains(QLatin1String("planted")));
}

void TestCurlCommand::saysWhatOfTheConnectionIsNotTaken()
{
    const ImportedTargets result = imported(
        "curl -E c.pem --key k.pem --cacert ca.pem -x http://u:planted@p:1 https://a/");
    QCOMPARE(result.warnings.size(), 4);
    QVERIFY(result.warnings[0].endsWith(QStringLiteral("option “--cert” is left out: set it in the target itself")));
    QVERIFY(!result.warnings.join(QLatin1Char(' ')).contains(QLatin1String("planted")));
}

void TestCurlCommand::optionsMayBeJoined()
{
    const CallbackTarget target = targetOf("curl -sSXPOST https://a/ -o /dev/null");
    QVERIFY(target.method == Method::Post);
    QCOMPARE(target.url, QStringLiteral("https://a/"));
    QVERIFY(imported("curl -sSXPOST https://a/ -o /dev/null").warnings.isEmpty());
}

void TestCurlCommand::leavesOutWhatTheTransportSets()
{
    const ImportedTargets result = imported("curl https://a/ -H 'Host: b' -H 'accept-encoding: gzip' -H 'X-A: 1'");
    QCOMPARE(result.targets.first().headers.size(), 1);
    QCOMPARE(result.warnings.size(), 2);
}

void TestCurlCommand::contentTypeChoosesTheFormat()
{
    QVERIFY(targetOf("curl https://a/ -d x -H 'Content-type: application/xml'").format == PayloadFormat::Spark);
    QVERIFY(targetOf("curl https://a/ -d x -H 'Content-Type: application/cloudevents+json'").format
            == PayloadFormat::CloudEvents);
    const CallbackTarget plain = targetOf("curl https://a/ -d x -H 'content-type: application/json'");
    QVERIFY(plain.format == PayloadFormat::LightFlow);
    QVERIFY(plain.headers.isEmpty());
}

void TestCurlCommand::mendsLostContinuations()
{
    const ImportedTargets result = imported("curl https://a/\n-H 'X-A: 1'\n--data x\nand more");
    QCOMPARE(result.targets.first().headers.size(), 1);
    QVERIFY(result.targets.first().method == Method::Post);
    QCOMPARE(result.repairs.size(), 2);
    QCOMPARE(result.repairs[0].line, 1);
    QCOMPARE(result.repairs[0].column, 16);
}

void TestCurlCommand::mendsBlanksAfterAContinuation()
{
    const ImportedTargets result = imported("curl https://a/ \\  \n -XPUT");
    QVERIFY(result.targets.first().method == Method::Put);
    QCOMPARE(result.repairs.size(), 1);
}

void TestCurlCommand::keepsAnUnquotedAmpersand()
{
    const ImportedTargets result = imported("curl https://a/?x=1&y=2 &");
    QCOMPARE(result.targets.first().url, QStringLiteral("https://a/?x=1&y=2"));
    QCOMPARE(result.repairs.size(), 1);
}

void TestCurlCommand::readsCurlyQuotes()
{
    const ImportedTargets result = imported("curl ‘https://a/’ -H “X-A: 1”");
    QCOMPARE(result.targets.first().url, QStringLiteral("https://a/"));
    QCOMPARE(result.targets.first().headers.first().value, QStringLiteral("1"));
    QCOMPARE(result.repairs.size(), 2);
}

void TestCurlCommand::readsCallbacksFromAnyQuoting_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("single") << QByteArray(R"('{"callbacks":[{"url":"https://cb/"}]}')");
    QTest::newRow("double") << QByteArray(R"("{\"callbacks\":[{\"url\":\"https://cb/\"}]}")");
    QTest::newRow("ANSI") << QByteArray(R"($'{"callbacks":[\n{"url":"https://cb/"}]}')");
    QTest::newRow("escaped quote") << QByteArray(R"('{"n":"it'\''s","callbacks":[{"url":"https://cb/"}]}')");
    QTest::newRow("lines") << QByteArray("'{\n\"callbacks\":[\n{\"url\":\"https://cb/\"}\n]\n}'");
}

void TestCurlCommand::readsCallbacksFromAnyQuoting()
{
    QFETCH(QByteArray, data);
    const ImportedTargets result = imported("curl https://api.lightflow.media/assets -d " + data);
    QCOMPARE(result.targets.size(), 1);
    QCOMPARE(result.targets.first().url, QStringLiteral("https://cb/"));
    QVERIFY(result.repairs.isEmpty());
}

void TestCurlCommand::warnsOfOptionsWithoutACounterpart()
{
    QCOMPARE(imported("curl -k --max-time 5 https://a/ --frobnicate").warnings,
             (QStringList{QStringLiteral("line 1, column 6: option “--insecure” has no counterpart here: left out"),
                          QStringLiteral("line 1, column 9: option “--max-time” has no counterpart here: left out"),
                          QStringLiteral("line 1, column 33: option “--frobnicate” is not known: left out")}));
}

void TestCurlCommand::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, const char *text, ErrorCode code, const QString &part) {
        QTest::newRow(name) << QByteArray(text) << code << part;
    };
    row("no URL", "text\ncurl -XPOST", ErrorCode::Malformed,
        QStringLiteral("line 2, column 1: the curl command has no"));
    row("open quote", "curl https://a/ \\\n -d '{", ErrorCode::Malformed,
        QStringLiteral("line 2, column 5: the quote"));
    row("other method", "curl -X DELETE https://a/", ErrorCode::InvalidArgument, QStringLiteral("DELETE"));
    row("bad URL", "curl https://a:99999/", ErrorCode::InvalidUrl, QStringLiteral("line 1, column 6"));
    row("bad header", "curl https://a/ -H 'A B: 1'", ErrorCode::InvalidHeader, QStringLiteral("line 1, column 21"));
    row("option without value", "curl https://a/ -H", ErrorCode::Malformed, QStringLiteral("needs a value"));
}

void TestCurlCommand::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(ErrorCode, code);
    QFETCH(QString, part);
    const auto result = importTargets(text);
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
    QVERIFY2(result.error().detail.contains(part), qPrintable(result.error().detail));
}

QTEST_APPLESS_MAIN(TestCurlCommand)
#include "tst_curlcommand.moc"

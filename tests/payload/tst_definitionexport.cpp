#include "core/payload/targetimport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

Header header(const QString &name, const QString &value)
{
    Header header;
    header.name = name;
    header.value = value;
    return header;
}

CallbackTarget everythingSet()
{
    CallbackTarget target;
    target.name = QStringLiteral("“Ingest” \\ ぽつ");
    target.url = QStringLiteral("https://example.com/in?a=1&b=%20");
    target.method = Method::Put;
    target.format = PayloadFormat::CloudEvents;
    target.source = CallbackSource::Encoder;
    target.headers = {header(QStringLiteral("X-Plain"), QStringLiteral("a \"b\"")),
                      header(QStringLiteral("X-Api-Key"), QStringLiteral("open"))};
    target.headers[1].enabled = false;
    target.triggers = {Trigger::Failure, Trigger::Rating, Trigger::External};
    target.state = TargetState::Paused;
    target.scope = {ScopeKind::Project, QStringLiteral("16")};
    target.coalesceWindow = 90s;
    target.pipelining = true;
    target.ordered = false;
    target.allowPrivate = true;
    target.connectTimeout = 1500ms;
    target.totalTimeout = 1min;
    target.retry = RetryPolicy{{1s, 2h}};
    target.maxInFlight = 3;
    target.rate = {100, 1min};
    target.coalesceLongest = std::chrono::minutes(5);
    target.urgent = {Trigger::Moderation};
    target.relay = true;
    target.connections = 2;
    target.pipelineDepth = 16;
    return target;
}

} // namespace

class TestDefinitionExport : public QObject {
    Q_OBJECT

private slots:
    void readsBackWhatItWrites();
    void leavesSecretsOutAndSaysSo();
    void saysHowItIsSignedAndNeverWithWhat();
    void refusesASignatureThatIsNone();
    void masksSecretsInTheJsonOfOneTarget();
    void writesNothingAsAnEmptyList();
    void writesARateAsPeopleDo();
    void refusesARateThatIsNone();
};

void TestDefinitionExport::readsBackWhatItWrites()
{
    const QList<CallbackTarget> targets{everythingSet(), [] {
                                            CallbackTarget target = sparkPreset();
                                            target.name = QStringLiteral("Spark");
                                            target.url = QStringLiteral("https://example.org/yourcallback.py");
                                            target.scope = {ScopeKind::Asset, QStringLiteral("556114")};
                                            target.retry = {};
                                            return target;
                                        }()};
    const auto imported = importTargets(exportTargets(targets));
    QVERIFY2(imported, qPrintable(imported ? QString() : imported.error().detail));
    QCOMPARE(imported->targets, targets);
    QVERIFY(imported->repairs.isEmpty());
    QVERIFY(imported->warnings.isEmpty());
}

void TestDefinitionExport::leavesSecretsOutAndSaysSo()
{
    CallbackTarget target = everythingSet();
    target.headers[1].secret = true;
    target.headers[1].sealed = "sealed bytes";
    const QByteArray json = exportTargets({target});
    QVERIFY(!json.contains("open"));
    QVERIFY(!json.contains("sealed"));
    QVERIFY(json.contains(R"({"name":"X-Api-Key","secret":true,"enabled":false})"));
    const auto imported = importTargets(json);
    QVERIFY(imported);
    const Header &back = imported->targets.first().headers.at(1);
    QVERIFY(back.secret && back.value.isEmpty() && !back.enabled);
    QCOMPARE(imported->warnings.size(), 1);
    QVERIFY(imported->warnings.first().contains(QLatin1String("left out on purpose")));
}

void TestDefinitionExport::saysHowItIsSignedAndNeverWithWhat()
{
    CallbackTarget target = everythingSet();
    target.signing = {SigningScheme::Mux,
                      QStringLiteral("X-Signed"),
                      {{{QStringLiteral("planted"), "sealed bytes"}, std::nullopt},
                       {{{}, "sealed bytes"}, Timestamp(Milliseconds(1'550'177'000'000))}}};
    const QByteArray json = exportTargets({target});
    QVERIFY(json.contains(R"("signing":{"scheme":"mux","header":"X-Signed"})"));
    const QByteArray one = targetToJson(target);
    QVERIFY(one.contains(R"("keys":[{"until":null},{"until":"2019-02-14T20:43:20.000Z"}])"));
    for (const QByteArray &text : {json, one})
        QVERIFY(!text.contains("planted") && !text.contains("sealed"));
    for (const QByteArray &text : {json, one}) {
        const auto imported = importTargets(text);
        QVERIFY(imported);
        QCOMPARE(imported->targets.first().signing, Signing()); // nothing signs without a key
        QCOMPARE(imported->repairs.size(), 0);
        QCOMPARE(imported->warnings.size(), 1);
        QVERIFY2(imported->warnings.first().contains(
                     QLatin1String("signing with mux is off: its key was left out on purpose")),
                 qPrintable(imported->warnings.first()));
    }
    target.signing = {};
    QVERIFY(!exportTargets({target}).contains("signing"));
}

void TestDefinitionExport::refusesASignatureThatIsNone()
{
    for (const char *text : {R"("hmac")", R"({"header":"X"})", R"({"scheme":"md5"})"}) {
        const auto imported = importTargets(R"([{"url": "https://example.com/", "signing": )" + QByteArray(text)
                                            + "}]");
        QVERIFY2(!imported, text);
        QVERIFY2(imported.error().detail.contains(QStringLiteral("“signing” is an object with a “scheme”")),
                 qPrintable(imported.error().detail));
    }
}

void TestDefinitionExport::masksSecretsInTheJsonOfOneTarget()
{
    CallbackTarget target = everythingSet();
    target.id = {7};
    target.headers[1].secret = true;
    const QByteArray json = targetToJson(target);
    QVERIFY(!json.contains('\n'));
    QVERIFY(!json.contains("open"));
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    QCOMPARE(object[QLatin1String("id")].toInt(), 7);
    QCOMPARE(object[QLatin1String("name")].toString(), target.name);
    const QJsonObject key = object[QLatin1String("headers")].toArray().at(1).toObject();
    QCOMPARE(key[QLatin1String("value")].toString(), kMask);
    const auto imported = importTargets(json);
    QVERIFY(imported);
    QVERIFY(imported->targets.first().headers.at(1).value.isEmpty());
}

void TestDefinitionExport::writesNothingAsAnEmptyList()
{
    const QJsonObject object = QJsonDocument::fromJson(exportTargets({})).object();
    QCOMPARE(object[QLatin1String("callboard")].toInt(), 1);
    QVERIFY(object[QLatin1String("targets")].toArray().isEmpty());
}

void TestDefinitionExport::writesARateAsPeopleDo()
{
    CallbackTarget target = everythingSet();
    QVERIFY(exportTargets({target}).contains(R"("rate":"100/min")"));
    target.rate = {};
    QVERIFY(targetToJson(target).contains(R"("rate":"none")"));
}

void TestDefinitionExport::refusesARateThatIsNone()
{
    const auto imported = importTargets(R"([{"url": "https://example.com/", "rate": "many"}])");
    QVERIFY(!imported);
    QVERIFY2(imported.error().detail.contains(QStringLiteral("“many” is no value for “rate”")),
             qPrintable(imported.error().detail));
}

QTEST_APPLESS_MAIN(TestDefinitionExport)
#include "tst_definitionexport.moc"

// Authentication, certificates and proxies in definitions: what is written, what of it is read, and that no secret is
// among it.
#include "core/payload/targetimport.h"

#include <QTest>

using namespace callboard;

namespace {

const QString kPlanted = QStringLiteral("planted-4711");

CallbackTarget guarded()
{
    CallbackTarget target;
    target.name = QStringLiteral("cms");
    target.url = QStringLiteral("https://cms.example/hook");
    target.authentication = {AuthScheme::OAuth2,
                             QStringLiteral("client “1”"),
                             {kPlanted, kPlanted.toLatin1()},
                             QStringLiteral("https://login.example.com/token"),
                             QStringLiteral("a b"),
                             QStringLiteral("https://cms.example/"),
                             true};
    target.tls.authorities = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
    target.tls.pins = {QStringLiteral("sha256/") + QString::fromLatin1(QByteArray(32, 'p').toBase64())};
    target.tls.certificate = "-----BEGIN CERTIFICATE-----\nMIIC\n-----END CERTIFICATE-----\n";
    target.tls.key = {kPlanted, kPlanted.toLatin1()};
    target.proxy = {
        ProxyKind::Http, QStringLiteral("proxy.example"), 3128, QStringLiteral("me"), {kPlanted, kPlanted.toLatin1()}};
    return target;
}

Result<ImportedTargets> imported(const QByteArray &fields)
{
    return importTargets(R"({"callboard":1,"targets":[{"url":"https://a.example/",)" + fields + "}]}");
}

} // namespace

class tst_AccessDefinition : public QObject {
    Q_OBJECT

private slots:
    void anExportBringsAllButTheSecrets();
    void basicWithoutAPasswordIsTakenWhole();
    void theJsonOfOneTargetHasNoSecret();
    void aSecretWrittenByHandIsTaken();
    void aProxyMayBeItsAddressAlone();
    void whatIsWrongIsRefused_data();
    void whatIsWrongIsRefused();
};

void tst_AccessDefinition::anExportBringsAllButTheSecrets()
{
    const QByteArray text = exportTargets({guarded()});
    QVERIFY2(!text.contains(kPlanted.toLatin1()), text.constData());
    const auto read = importTargets(text);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
    CallbackTarget expected = guarded();
    expected.authentication.scheme = AuthScheme::None; // until its secret is entered
    expected.authentication.secret = {};
    expected.tls.certificate.clear();
    expected.tls.key = {};
    expected.proxy.password = {};
    QVERIFY(read->targets[0] == expected);
    QCOMPARE(read->warnings.size(), 3);
    const QString warnings = read->warnings.join(u'\n');
    for (const char *told : {"authentication with oauth2 is off: its secret was left out on purpose",
                             "the client certificate is left out", "the proxy's password was left out on purpose"})
        QVERIFY2(warnings.contains(QLatin1String(told)), qPrintable(warnings));
    QVERIFY(validate(read->targets[0]).isEmpty());
}

void tst_AccessDefinition::basicWithoutAPasswordIsTakenWhole()
{
    CallbackTarget target = guarded();
    target.authentication = {};
    target.authentication.scheme = AuthScheme::Basic;
    target.authentication.user = QStringLiteral("me");
    target.tls = {};
    target.proxy.password = {};
    const auto read = importTargets(exportTargets({target}));
    QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
    QVERIFY(read->targets[0] == target);
    QVERIFY(read->warnings.isEmpty());
}

void tst_AccessDefinition::theJsonOfOneTargetHasNoSecret()
{
    const QByteArray json = targetToJson(guarded());
    QVERIFY2(!json.contains(kPlanted.toLatin1()), json.constData());
    const QByteArray authentication = R"("authentication":{"scheme":"oauth2","user":"client “1”","tokenUrl":)";
    QVERIFY2(json.contains(authentication), json.constData());
    const QByteArray proxy = R"("proxy":{"url":"http://proxy.example:3128","user":"me","secret":true})";
    QVERIFY2(json.contains(proxy), json.constData());
    QVERIFY(!targetToJson(CallbackTarget{}).contains("authentication"));
}

void tst_AccessDefinition::aSecretWrittenByHandIsTaken()
{
    const auto read = imported(R"("authentication":{"scheme":"Bearer","secret":"ey.J"})");
    QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
    QVERIFY(read->targets[0].authentication.scheme == AuthScheme::Bearer);
    QCOMPARE(read->targets[0].authentication.secret.plain, QStringLiteral("ey.J"));
    const auto masked = imported(R"("authentication":{"scheme":"bearer","secret":"•••"})");
    QVERIFY(masked && !masked->targets[0].authentication.isOn());
    QCOMPARE(masked->warnings.size(), 1);
}

void tst_AccessDefinition::aProxyMayBeItsAddressAlone()
{
    const auto read = imported(R"("proxy":"socks5://[fd00::1]:1080")");
    QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
    QCOMPARE(toString(read->targets[0].proxy), QStringLiteral("socks5://[fd00::1]:1080"));
    const auto none = imported(R"("proxy":"")");
    QVERIFY(none && !none->targets[0].proxy.isOn());
}

void tst_AccessDefinition::whatIsWrongIsRefused_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("scheme") << QByteArray(R"("authentication":{"scheme":"digest","user":"planted"})");
    QTest::newRow("no object") << QByteArray(R"("authentication":"basic")");
    QTest::newRow("a list") << QByteArray(R"("authentication":[{"scheme":"basic"}])");
    QTest::newRow("a colon") << QByteArray(R"("authentication":{"scheme":"basic","user":"a:planted"})");
    QTest::newRow("a line break") << QByteArray(R"("authentication":{"scheme":"bearer","secret":"planted\r\nX: 1"})");
    QTest::newRow("no token address") << QByteArray(
        R"("authentication":{"scheme":"oauth2","user":"u","secret":"planted"})");
    QTest::newRow("a token address with a password") << QByteArray(
        R"("authentication":{"scheme":"oauth2","user":"u","secret":"s","tokenUrl":"https://me:planted@a.example/"})");
    QTest::newRow("no pin") << QByteArray(R"("tls":{"pins":["sha1/abc"]})");
    QTest::newRow("tls as text") << QByteArray(R"("tls":"1.3")");
    QTest::newRow("no proxy") << QByteArray(R"("proxy":"ftp://proxy.example:1")");
    QTest::newRow("a proxy with a password") << QByteArray(R"("proxy":"http://me:planted@proxy.example:1")");
}

void tst_AccessDefinition::whatIsWrongIsRefused()
{
    QFETCH(QByteArray, fields);
    const auto read = imported(fields);
    QVERIFY(!read);
    QVERIFY2(read.error().detail.startsWith(QLatin1String("line 1, column ")), qPrintable(read.error().detail));
    QVERIFY2(!read.error().detail.contains(QLatin1String("planted")), qPrintable(read.error().detail));
}

QTEST_APPLESS_MAIN(tst_AccessDefinition)
#include "tst_accessdefinition.moc"

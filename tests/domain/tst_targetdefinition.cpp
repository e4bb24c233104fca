// A target's definition as JSON, field by field, and taken up again.
#include "core/domain/targetdefinition.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

const QByteArray kSealed = "\1sealed-bytes-of-a-canary";

// Every field differs from its default.
CallbackTarget rich()
{
    CallbackTarget t;
    t.id = {7};
    t.name = QStringLiteral("cms");
    t.url = QStringLiteral("https://cms.example/hook");
    t.method = Method::Put;
    t.format = PayloadFormat::Spark;
    t.source = CallbackSource::Encoder;
    t.headers = {{QStringLiteral("X-Plain"), QStringLiteral("öffentlich"), {}, false, true},
                 {QStringLiteral("Authorization"), {}, kSealed + "1", true, true},
                 {QStringLiteral("X-Off"), QStringLiteral("off"), {}, false, false}};
    t.signing = {SigningScheme::Ed25519,
                 QStringLiteral("X-Signed"),
                 {{{{}, kSealed + "2"}, std::nullopt},
                  {{{}, kSealed + "3"}, fromIso(QStringLiteral("2030-01-02T03:04:05.678Z"))}}};
    t.authentication = {AuthScheme::OAuth2,
                        QStringLiteral("client"),
                        {{}, kSealed + "4"},
                        QStringLiteral("https://auth.example/token"),
                        QStringLiteral("a b"),
                        QStringLiteral("media"),
                        true};
    t.tls = {"-----BEGIN CERTIFICATE-----\nA\n",
             {QStringLiteral("sha256/aaa"), QStringLiteral("sha256/bbb")},
             "-----BEGIN CERTIFICATE-----\nB\n",
             {{}, kSealed + "5"}};
    t.proxy = {ProxyKind::Socks5, QStringLiteral("proxy.example"), 1080, QStringLiteral("me"), {{}, kSealed + "6"}};
    t.triggers = {Trigger::Rating, Trigger::External};
    t.state = TargetState::Gone;
    t.stateReason = QStringLiteral("gone");
    t.origin = TargetOrigin::Door;
    t.scope = {ScopeKind::Asset, QStringLiteral("a:b")};
    t.coalesceWindow = 61s;
    t.coalesceLongest = 122s;
    t.urgent = {Trigger::Moderation};
    t.relay = true;
    t.pipelining = true;
    t.connections = 3;
    t.pipelineDepth = 5;
    t.ordered = false;
    t.allowPrivate = true;
    t.connectTimeout = 1234ms;
    t.totalTimeout = 4321ms;
    t.retry = RetryPolicy::parse(QStringLiteral("1s,2s")).value();
    t.maxInFlight = 2;
    t.rate = {9, 60'000ms};
    return t;
}

CallbackTarget withoutColumns(CallbackTarget target)
{
    target.id = {};
    return target;
}

// With marks where secrets are sealed.
CallbackTarget marked(CallbackTarget target)
{
    const auto mark = [](QByteArray &sealed) { sealed = secretMark(sealed).toLatin1(); };
    for (Header &header : target.headers)
        mark(header.sealed);
    for (SigningKey &key : target.signing.keys)
        mark(key.secret.sealed);
    mark(target.authentication.secret.sealed);
    mark(target.tls.key.sealed);
    mark(target.proxy.password.sealed);
    return target;
}

QStringList fieldsOf(const QList<FieldDifference> &differences)
{
    QStringList fields;
    for (const FieldDifference &one : differences)
        fields.append(one.field);
    return fields;
}

} // namespace

class tst_TargetDefinition : public QObject {
    Q_OBJECT

private slots:
    void everyFieldComesBack();
    void everyFieldIsToldApart();
    void theDefaultComesBackToo();
    void aDefinitionFromBeforeAFieldHasItsDefault();
    void noSecretIsInIt();
    void headersAreHeldAgainstTheirNames();
    void anotherSecretIsADifference();
    void whatIsRestoredHasEveryFieldOfThen();
    void secretsAreThoseOfToday();
    void whatIsNotThereAnyMoreIsNamed();
    void aRemovedOneKeepsItsOrigin();
    void nonsenseIsRefused();
};

void tst_TargetDefinition::everyFieldComesBack()
{
    const QByteArray json = QJsonDocument(definitionOf(rich())).toJson();
    const auto back = targetFromDefinition(json);
    QVERIFY(back);
    QVERIFY(*back == withoutColumns(marked(rich())));
    QCOMPARE(definitionOf(*back), definitionOf(rich())); // marks stay what they are
}

// Each field alone: taken from one target into the other it makes a difference in it and in no other.
void tst_TargetDefinition::everyFieldIsToldApart()
{
    const QJsonObject defaults = definitionOf(CallbackTarget{});
    const QJsonObject full = definitionOf(rich());
    QCOMPARE(defaults.keys(), full.keys());
    for (const QString &key : full.keys()) {
        QVERIFY2(defaults[key] != full[key], qPrintable(key + QStringLiteral(" has its default in the test")));
        QJsonObject one = defaults;
        one[key] = full[key];
        const auto found = differences(CallbackTarget{}, targetFromDefinition(one));
        QVERIFY2(!found.isEmpty(), qPrintable(key));
        for (const FieldDifference &difference : found)
            QVERIFY2(difference.field == key
                         || (key == QLatin1String("headers") && difference.field.startsWith(QLatin1String("header "))),
                     qPrintable(key + u' ' + difference.field));
        QVERIFY2(fieldLabel(key) != QString(), qPrintable(key));
    }
}

void tst_TargetDefinition::theDefaultComesBackToo()
{
    QVERIFY(targetFromDefinition(definitionOf(CallbackTarget{})) == CallbackTarget{});
    QVERIFY(differences(rich(), rich()).isEmpty());
    QVERIFY(differences(rich(), marked(rich())).isEmpty());
}

void tst_TargetDefinition::aDefinitionFromBeforeAFieldHasItsDefault()
{
    QJsonObject old = definitionOf(rich());
    old.remove(QStringLiteral("proxy"));
    old.remove(QStringLiteral("maxInFlight"));
    const CallbackTarget target = targetFromDefinition(old);
    QCOMPARE(target.maxInFlight, 8);
    QVERIFY(!target.proxy.isOn());
}

void tst_TargetDefinition::noSecretIsInIt()
{
    CallbackTarget target = rich();
    target.headers[1].value = QStringLiteral("canary-typed");
    target.authentication.secret.plain = QStringLiteral("canary-typed");
    const QByteArray json = QJsonDocument(definitionOf(target)).toJson();
    QVERIFY(!json.contains("canary"));
    for (const FieldDifference &one : differences(CallbackTarget{}, target))
        QVERIFY2(!one.after.contains(QStringLiteral("canary")), qPrintable(one.field));
}

void tst_TargetDefinition::headersAreHeldAgainstTheirNames()
{
    const auto with = [](const HeaderList &headers) {
        CallbackTarget target;
        target.headers = headers;
        return target;
    };
    const Header a{QStringLiteral("A"), QStringLiteral("1"), {}, false, true};
    const Header b{QStringLiteral("B"), QStringLiteral("2"), {}, false, true};
    Header other = a;
    other.name = QStringLiteral("a");
    other.value = QStringLiteral("3");
    QCOMPARE(differences(with({a, b}), with({other, b})),
             (QList<FieldDifference>{{QStringLiteral("header a"), QStringLiteral("1"), QStringLiteral("3"), false}}));
    QCOMPARE(differences(with({a, b}), with({b})),
             (QList<FieldDifference>{{QStringLiteral("header A"), QStringLiteral("1"), {}, false}}));
    QCOMPARE(differences(with({a}), with({a, a})),
             (QList<FieldDifference>{{QStringLiteral("header A"), {}, QStringLiteral("1"), false}}));
    QCOMPARE(
        differences(with({a, b}), with({b, a})),
        (QList<FieldDifference>{{QStringLiteral("headers"), QStringLiteral("A, B"), QStringLiteral("B, A"), false}}));
}

void tst_TargetDefinition::anotherSecretIsADifference()
{
    CallbackTarget after = rich();
    after.headers[1].sealed = "another";
    after.tls.key.sealed = "another";
    after.signing.keys.removeLast();
    const auto found = differences(rich(), after);
    QCOMPARE(fieldsOf(found),
             (QStringList{QStringLiteral("header Authorization"), QStringLiteral("signing.keys"),
                          QStringLiteral("tls.key")}));
    for (const FieldDifference &one : found)
        QVERIFY(one.secret);
}

void tst_TargetDefinition::whatIsRestoredHasEveryFieldOfThen()
{
    CallbackTarget present = rich();
    present.revision = 12;
    present.state = TargetState::Enabled;
    present.stateReason.clear();
    present.origin = TargetOrigin::Operator;
    present.name = QStringLiteral("renamed");
    present.url = QStringLiteral("https://elsewhere.example/");
    present.triggers = {Trigger::Success};
    present.maxInFlight = 5;
    const CallbackTarget then = targetFromDefinition(definitionOf(rich()));
    const Restored made = restored(then, present);
    QVERIFY(made.missing.isEmpty());
    CallbackTarget expected = rich();
    expected.revision = 12;
    expected.state = TargetState::Enabled;
    expected.stateReason.clear();
    expected.origin = TargetOrigin::Operator;
    QVERIFY(made.target == expected);
}

void tst_TargetDefinition::secretsAreThoseOfToday()
{
    CallbackTarget present = rich();
    present.headers[1].sealed = "today";
    present.authentication.secret.sealed = "today too";
    present.signing.keys = {{{{}, "newer"}, std::nullopt}};
    const Restored made = restored(targetFromDefinition(definitionOf(rich())), present);
    QVERIFY(made.missing.isEmpty());
    QCOMPARE(made.target.headers[1].sealed, QByteArray("today"));
    QCOMPARE(made.target.authentication.secret.sealed, QByteArray("today too"));
    QCOMPARE(made.target.signing.keys.size(), 1);
    QCOMPARE(made.target.signing.keys.first().secret.sealed, QByteArray("newer"));
}

void tst_TargetDefinition::whatIsNotThereAnyMoreIsNamed()
{
    CallbackTarget present;
    present.id = {7};
    present.authentication.scheme = AuthScheme::Bearer; // another scheme has another secret
    present.authentication.secret.sealed = "bearer";
    const Restored made = restored(targetFromDefinition(definitionOf(rich())), present);
    QCOMPARE(made.missing,
             (QStringList{QStringLiteral("header Authorization"), QStringLiteral("signing.keys"),
                          QStringLiteral("authentication.secret"), QStringLiteral("tls.key"),
                          QStringLiteral("proxy.password")}));
    QVERIFY(made.target.headers[1].sealed.isEmpty());
    QVERIFY(made.target.signing.keys.isEmpty());
    QVERIFY(!made.target.authentication.secret.isSet());
    QVERIFY(!made.target.tls.key.isSet());
    QVERIFY(!made.target.proxy.password.isSet());
}

void tst_TargetDefinition::aRemovedOneKeepsItsOrigin()
{
    const Restored made = restored(targetFromDefinition(definitionOf(rich())), {});
    QVERIFY(made.target.origin == TargetOrigin::Door);
    QVERIFY(!made.target.id.isValid());
    QVERIFY(made.target.state == TargetState::Enabled);
}

void tst_TargetDefinition::nonsenseIsRefused()
{
    for (const char *text : {"", "[]", "{", "null"})
        QVERIFY(targetFromDefinition(QByteArray(text)).error().code == ErrorCode::Malformed);
    const auto odd = targetFromDefinition(QByteArray(R"({"headers":5,"maxInFlight":"x","state":"?","retry":"?"})"));
    QVERIFY(odd);
    QVERIFY(*odd == CallbackTarget{});
}

QTEST_GUILESS_MAIN(tst_TargetDefinition)
#include "tst_targetdefinition.moc"

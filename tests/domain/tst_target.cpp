#include "core/domain/target.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

CallbackTarget good()
{
    CallbackTarget target;
    target.name = QStringLiteral("Ingest");
    target.url = QStringLiteral("https://callback.epiclabs/ingest");
    return target;
}

QList<TargetField> blocking(const CallbackTarget &target)
{
    QList<TargetField> fields;
    for (const FieldProblem &problem : validate(target)) {
        if (problem.blocking)
            fields.append(problem.field);
    }
    return fields;
}

} // namespace

class TestTarget : public QObject {
    Q_OBJECT

private slots:
    void defaultsAreTheDocuments();
    void sparkPresetSaysWhatItsDocumentSays();
    void acceptsAddresses_data();
    void acceptsAddresses();
    void refusesAddresses_data();
    void refusesAddresses();
    void namesTheFieldThatKeepsItFromBeingSaved_data();
    void namesTheFieldThatKeepsItFromBeingSaved();
    void namesTheRowOfABadHeader();
    void warnsWithoutBlocking();
    void urgentWithoutEffectIsRemarkedOn();
    void acceptsWhatTheBoundsAllow();
    void anEncoderMayBeHandedAMailAddress();
    void proposesAName();
    void readsWordsInAnyCase();
};

void TestTarget::defaultsAreTheDocuments()
{
    const CallbackTarget target = lightFlowPreset();
    QVERIFY(target.method == Method::Post);
    QVERIFY(target.source == CallbackSource::LightFlow);
    QVERIFY(target.headers.isEmpty());
    QCOMPARE(target.triggers, (TriggerSet{Trigger::Success, Trigger::Failure}));
    QVERIFY(validate(good()).isEmpty());
}

void TestTarget::sparkPresetSaysWhatItsDocumentSays()
{
    const CallbackTarget target = sparkPreset();
    QVERIFY(target.format == PayloadFormat::Spark);
    QCOMPARE(target.triggers,
             (TriggerSet{Trigger::Rating, Trigger::Moderation, Trigger::Transcode, Trigger::External}));
    QCOMPARE(target.coalesceWindow, Milliseconds(60s));
    QVERIFY(!target.adaptsWindow());
    QVERIFY(target.urgent.isEmpty());
    QVERIFY(target.pipelining);
}

void TestTarget::acceptsAddresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("host without a public suffix") << QStringLiteral("https://callback.epiclabs/ingest");
    QTest::newRow("port and query") << QStringLiteral("http://127.0.0.1:9000/a?b=c%20d&e");
    QTest::newRow("IPv6") << QStringLiteral("http://[::1]:9000/");
    QTest::newRow("mail") << QStringLiteral("mailto:johndoe@epiclabs.io");
    QTest::newRow("mail to many") << QStringLiteral(
        "MAILTO:a@x.example,b@y.example?cc=c@z.example&subject=Ready%20now");
}

void TestTarget::acceptsAddresses()
{
    QFETCH(QString, url);
    QCOMPARE(urlProblem(url), std::nullopt);
}

void TestTarget::refusesAddresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("empty") << QString();
    QTest::newRow("no scheme") << QStringLiteral("callback.epiclabs/ingest");
    QTest::newRow("other scheme") << QStringLiteral("ftp://example.com/");
    for (const char *scheme :
         {"file:///etc/passwd", "data:text/plain,x", "qrc:/samples/x", "unix+http:/run/docker.sock",
          "javascript:alert(1)", "smtp://mail.example/", "ws://a.example/", "HTTPX://a.example/"})
        QTest::newRow(scheme) << QString::fromLatin1(scheme);
    QTest::newRow("no host") << QStringLiteral("https:///ingest");
    QTest::newRow("space") << QStringLiteral("https://example.com/a b");
    QTest::newRow("line break") << QStringLiteral("https://example.com/\r\nHost: x");
    QTest::newRow("password") << QStringLiteral("https://me:secret@example.com/");
    QTest::newRow("port 0") << QStringLiteral("https://example.com:0/");
    for (const char *port : {"1", "22", "25", "6667", "10080"}) // SSH, SMTP, IRC, ...
        QTest::newRow(port) << QStringLiteral("http://127.0.0.1:%1/").arg(QLatin1String(port));
    QTest::newRow("port too large") << QStringLiteral("https://example.com:70000/");
    QTest::newRow("no mail address") << QStringLiteral("mailto:johndoe");
    QTest::newRow("nobody") << QStringLiteral("mailto:");
    QTest::newRow("mail with a header of its own") << QStringLiteral("mailto:a@x.example?x-mailer=y");
    QTest::newRow("mail with a split subject") << QStringLiteral("mailto:a@x.example?subject=a%0D%0ABcc:b@y.example");
}

void TestTarget::refusesAddresses()
{
    QFETCH(QString, url);
    QVERIFY(urlProblem(url).has_value());
}

void TestTarget::namesTheFieldThatKeepsItFromBeingSaved_data()
{
    QTest::addColumn<CallbackTarget>("target");
    QTest::addColumn<TargetField>("field");
    const auto row = [](const char *name, TargetField field, auto change) {
        CallbackTarget target = good();
        change(target);
        QTest::newRow(name) << target << field;
    };
    row("no name", TargetField::Name, [](CallbackTarget &t) { t.name = QStringLiteral("  "); });
    row("long name", TargetField::Name, [](CallbackTarget &t) { t.name = QString(121, u'x'); });
    row("no address", TargetField::Url, [](CallbackTarget &t) { t.url.clear(); });
    row("Spark by PUT", TargetField::Method, [](CallbackTarget &t) {
        t.format = PayloadFormat::Spark;
        t.method = Method::Put;
    });
    row("bad header", TargetField::Headers, [](CallbackTarget &t) { t.headers = {{QStringLiteral("A B"), {}, {}}}; });
    row("signed without a key", TargetField::Signing,
        [](CallbackTarget &t) { t.signing.scheme = SigningScheme::Hmac; });
    row("signed under a bad name", TargetField::Signing, [](CallbackTarget &t) {
        t.signing = {SigningScheme::Mux, QStringLiteral("A B"), {{{QStringLiteral("k"), {}}, {}}}};
    });
    row("signed in a header of its own", TargetField::Signing, [](CallbackTarget &t) {
        t.signing = {SigningScheme::Mux, QStringLiteral("x-signed"), {{{QStringLiteral("k"), {}}, {}}}};
        t.headers = {{QStringLiteral("X-Signed"), QStringLiteral("1"), {}}};
    });
    row("five keys", TargetField::Signing, [](CallbackTarget &t) {
        t.signing = {SigningScheme::Mux, {}, QList<SigningKey>(5, {{QStringLiteral("k"), {}}, {}})};
    });
    row("signed mail", TargetField::Signing, [](CallbackTarget &t) {
        t.url = QStringLiteral("mailto:ops@example.org");
        t.signing = {SigningScheme::Mux, {}, {{{QStringLiteral("k"), {}}, {}}}};
    });
    row("no project", TargetField::Scope, [](CallbackTarget &t) { t.scope = {ScopeKind::Project, QString()}; });
    row("window too wide", TargetField::Coalescing, [](CallbackTarget &t) { t.coalesceWindow = 25h; });
    row("narrower than the window", TargetField::Coalescing, [](CallbackTarget &t) {
        t.coalesceWindow = 60s;
        t.coalesceLongest = 30s;
    });
    row("widens too far", TargetField::Coalescing, [](CallbackTarget &t) {
        t.coalesceWindow = 60s;
        t.coalesceLongest = 25h;
    });
    row("widens to less than nothing", TargetField::Coalescing, [](CallbackTarget &t) { t.coalesceLongest = -1s; });
    row("relay of our own callback", TargetField::Source, [](CallbackTarget &t) { t.relay = true; });
    row("no connection", TargetField::Limits, [](CallbackTarget &t) { t.connections = 0; });
    row("too many connections", TargetField::Limits, [](CallbackTarget &t) { t.connections = 17; });
    row("no depth", TargetField::Limits, [](CallbackTarget &t) { t.pipelineDepth = 0; });
    row("too deep", TargetField::Limits, [](CallbackTarget &t) { t.pipelineDepth = 65; });
    row("no time", TargetField::Timeout, [](CallbackTarget &t) { t.totalTimeout = 99ms; });
    row("nothing in flight", TargetField::Limits, [](CallbackTarget &t) { t.maxInFlight = 0; });
    row("negative rate", TargetField::Limits, [](CallbackTarget &t) { t.rate = {-1, 1s}; });
    row("rate in a unit of its own", TargetField::Limits, [](CallbackTarget &t) { t.rate = {5, 7ms}; });
    row("rate too fast", TargetField::Limits, [](CallbackTarget &t) { t.rate = {100'001, 1s}; });
}

void TestTarget::namesTheFieldThatKeepsItFromBeingSaved()
{
    QFETCH(CallbackTarget, target);
    QFETCH(TargetField, field);
    QCOMPARE(blocking(target), QList<TargetField>{field});
}

void TestTarget::namesTheRowOfABadHeader()
{
    CallbackTarget target = good();
    target.headers = {{QStringLiteral("X-Good"), QStringLiteral("1"), {}},
                      {QStringLiteral("Host"), QStringLiteral("x"), {}}};
    const auto problems = validate(target);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().row, 1);
}

void TestTarget::warnsWithoutBlocking()
{
    CallbackTarget target = good();
    target.triggers = {};
    target.headers = {{QStringLiteral("Authorization"), QStringLiteral("Bearer x"), {}}};
    QCOMPARE(validate(target).size(), 2);
    QVERIFY(blocking(target).isEmpty());
    target.headers.first().secret = true;
    QCOMPARE(validate(target).size(), 1);
}

void TestTarget::urgentWithoutEffectIsRemarkedOn()
{
    CallbackTarget target = good();
    target.urgent = {Trigger::Success};
    QCOMPARE(validate(target).size(), 1); // no window
    target.coalesceWindow = 60s;
    QVERIFY(validate(target).isEmpty());
    target.urgent = {Trigger::Success, Trigger::Moderation};
    const auto problems = validate(target);
    QCOMPARE(problems.size(), 1);
    QVERIFY(problems.first().field == TargetField::Coalescing);
    QVERIFY(problems.first().text.endsWith(QStringLiteral(": moderated.")));
    QVERIFY(!problems.first().blocking);
    CallbackTarget widening = good();
    widening.coalesceLongest = 5min;
    QCOMPARE(validate(widening).size(), 1);
    QVERIFY(blocking(widening).isEmpty());
}

void TestTarget::acceptsWhatTheBoundsAllow()
{
    CallbackTarget target = good();
    target.coalesceWindow = 60s;
    target.coalesceLongest = 60s;
    target.connections = 1;
    target.pipelineDepth = 1;
    QVERIFY(validate(target).isEmpty());
    QVERIFY(!target.adaptsWindow());
    target.coalesceLongest = 24h;
    target.rate = {100'000, 1s};
    target.connections = 16;
    target.pipelineDepth = 64;
    QVERIFY(validate(target).isEmpty());
    QVERIFY(target.adaptsWindow());
}

void TestTarget::anEncoderMayBeHandedAMailAddress()
{
    CallbackTarget target = good();
    target.source = CallbackSource::Encoder;
    target.url = QStringLiteral("mailto:johndoe@epiclabs.io");
    QVERIFY(validate(target).isEmpty());
    QVERIFY(!target.isOursToSend());
    target.relay = true;
    QVERIFY(validate(target).isEmpty());
    QVERIFY(target.isOursToSend());
}

void TestTarget::proposesAName()
{
    QCOMPARE(proposedName(QStringLiteral("https://callback.epiclabs/ingest")), QStringLiteral("callback.epiclabs"));
    QCOMPARE(proposedName(QStringLiteral("mailto:johndoe@epiclabs.io")), QStringLiteral("johndoe@epiclabs.io"));
    QCOMPARE(proposedName(QStringLiteral("mailto:a@x.example?cc=b@y.example")), QStringLiteral("a@x.example"));
}

void TestTarget::readsWordsInAnyCase()
{
    QVERIFY(methodFrom(QStringLiteral("put")) == Method::Put);
    QVERIFY(methodFrom(QStringLiteral("DELETE")) == std::nullopt);
    QVERIFY(formatFrom(QStringLiteral("Spark")) == PayloadFormat::Spark);
    QVERIFY(sourceFrom(QStringLiteral("ENCODER")) == CallbackSource::Encoder);
    for (Method method : {Method::Post, Method::Put, Method::Get})
        QVERIFY(methodFrom(toString(method)) == method);
}

QTEST_APPLESS_MAIN(TestTarget)
#include "tst_target.moc"

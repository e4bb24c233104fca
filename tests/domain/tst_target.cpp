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
    QVERIFY(target.pipelining);
}

void TestTarget::acceptsAddresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("host without a public suffix") << QStringLiteral("https://callback.epiclabs/ingest");
    QTest::newRow("port and query") << QStringLiteral("http://127.0.0.1:9000/a?b=c%20d&e");
    QTest::newRow("IPv6") << QStringLiteral("http://[::1]:9000/");
    QTest::newRow("mail") << QStringLiteral("mailto:johndoe@epiclabs.io");
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
    QTest::newRow("no host") << QStringLiteral("https:///ingest");
    QTest::newRow("space") << QStringLiteral("https://example.com/a b");
    QTest::newRow("line break") << QStringLiteral("https://example.com/\r\nHost: x");
    QTest::newRow("password") << QStringLiteral("https://me:secret@example.com/");
    QTest::newRow("port 0") << QStringLiteral("https://example.com:0/");
    QTest::newRow("port too large") << QStringLiteral("https://example.com:70000/");
    QTest::newRow("no mail address") << QStringLiteral("mailto:johndoe");
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
    row("no project", TargetField::Scope, [](CallbackTarget &t) { t.scope = {ScopeKind::Project, QString()}; });
    row("window too wide", TargetField::Coalescing, [](CallbackTarget &t) { t.coalesceWindow = 25h; });
    row("no time", TargetField::Timeout, [](CallbackTarget &t) { t.totalTimeout = 99ms; });
    row("nothing in flight", TargetField::Limits, [](CallbackTarget &t) { t.maxInFlight = 0; });
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

void TestTarget::proposesAName()
{
    QCOMPARE(proposedName(QStringLiteral("https://callback.epiclabs/ingest")), QStringLiteral("callback.epiclabs"));
    QCOMPARE(proposedName(QStringLiteral("mailto:johndoe@epiclabs.io")), QStringLiteral("johndoe@epiclabs.io"));
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

#include "core/receiver/receiver.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

class TestReceiverScript : public QObject {
    Q_OBJECT

private slots:
    void readsEveryMember();
    void keepsDefaultsForWhatIsNotSaid();
    void knowsEveryAction_data();
    void knowsEveryAction();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
};

void TestReceiverScript::readsEveryMember()
{
    const auto rules = parseReceiverScript(R"({"rules":[
        {"path":"/x","status":503,"times":3,"delay":"2s","retryAfter":30,"body":"later","action":"reset",
         "headers":{"X-A":"1"}},
        {"delay":0.25,"body":{"ok":true}}]})");
    QVERIFY(rules.has_value());
    QCOMPARE(rules->size(), 2);
    const ReceiverRule &first = rules->first();
    QCOMPARE(first.path, QByteArray("/x"));
    QCOMPARE(first.status, 503);
    QCOMPARE(first.times, 3);
    QCOMPARE(first.delay, Milliseconds(2s));
    QCOMPARE(first.body, QByteArray("later"));
    QCOMPARE(first.action, ReceiverRule::Action::Reset);
    QVERIFY(first.headers.contains({"Retry-After", "30"}));
    QVERIFY(first.headers.contains({"X-A", "1"}));
    QCOMPARE(rules->last().body, QByteArray("{\"ok\":true}"));
}

void TestReceiverScript::keepsDefaultsForWhatIsNotSaid()
{
    const auto rules = parseReceiverScript(R"({"rules":[{}]})");
    QVERIFY(rules.has_value());
    QCOMPARE(rules->first().path, QByteArray("/"));
    QCOMPARE(rules->first().status, 200);
    QCOMPARE(rules->first().times, -1);
    QCOMPARE(rules->first().action, ReceiverRule::Action::Answer);
}

void TestReceiverScript::knowsEveryAction_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("action");
    const QByteArrayList names{"answer", "close",   "reset", "partial-status", "partial-headers",  "half-body",
                               "hang",   "endless", "drip",  "garbage",        "answer-then-close"};
    for (int i = 0; i < names.size(); ++i)
        QTest::newRow(names[i].constData()) << names[i] << i;
}

void TestReceiverScript::knowsEveryAction()
{
    QFETCH(QByteArray, name);
    QFETCH(int, action);
    const auto rules = parseReceiverScript("{\"rules\":[{\"action\":\"" + name + "\"}]}");
    QVERIFY(rules.has_value());
    QCOMPARE(static_cast<int>(rules->first().action), action);
}

void TestReceiverScript::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("part");
    QTest::newRow("no JSON") << QByteArray("{\n\"rules\": [}") << QStringLiteral("line 2");
    QTest::newRow("no rules") << QByteArray("{}") << QStringLiteral("rules");
    QTest::newRow("rule is no object") << QByteArray(R"({"rules":[{},5]})") << QStringLiteral("Rule 2");
    QTest::newRow("unknown action") << QByteArray(R"({"rules":[{"action":"explode"}]})") << QStringLiteral("explode");
    QTest::newRow("unknown key") << QByteArray(R"({"rules":[{"stats":200}]})") << QStringLiteral("stats");
    QTest::newRow("status as text") << QByteArray(R"({"rules":[{"status":"200"}]})") << QStringLiteral("status");
    QTest::newRow("status too high") << QByteArray(R"({"rules":[{"status":999}]})") << QStringLiteral("599");
    QTest::newRow("broken number") << QByteArray(R"({"rules":[{"times":1.5}]})") << QStringLiteral("times");
    QTest::newRow("no duration") << QByteArray(R"({"rules":[{"delay":"soon"}]})") << QStringLiteral("delay");
    QTest::newRow("status beyond numbers") << QByteArray(R"({"rules":[{"status":1e300}]})") << QStringLiteral("599");
    QTest::newRow("delay beyond numbers") << QByteArray(R"({"rules":[{"delay":1e300}]})") << QStringLiteral("delay");
    QTest::newRow("delay before now") << QByteArray(R"({"rules":[{"delay":-1}]})") << QStringLiteral("delay");
    QTest::newRow("path without slash") << QByteArray(R"({"rules":[{"path":"x"}]})") << QStringLiteral("path");
    QTest::newRow("header splits") << QByteArray(R"({"rules":[{"headers":{"A":"x\r\ny"}}]})") << QStringLiteral("“A”");
}

void TestReceiverScript::saysWhatIsWrong()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, part);
    const auto rules = parseReceiverScript(script);
    QVERIFY(!rules.has_value());
    QCOMPARE(rules.error().code, ErrorCode::Malformed);
    QVERIFY2(rules.error().detail.contains(part), qPrintable(rules.error().detail));
}

QTEST_GUILESS_MAIN(TestReceiverScript)
#include "tst_receiverscript.moc"

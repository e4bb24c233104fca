// Who is called for an event, who not, and why: as if it came now, and by the record of a running engine.
#include "core/engine/explanation.h"
#include "core/store/ledgerrules.h"
#include "tests/engine/enginebench.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

class tst_Explanation : public QObject {
    Q_OBJECT

private slots:
    void aHypotheticalEventSaysWhoWouldBeCalled_data();
    void aHypotheticalEventSaysWhoWouldBeCalled();
    void whatIsKnownNowHoldsOrJoins();
    void anAddressThatMayNotBeCalledStopsIt();
    void aRecordedEventTellsWhatBecameOfEachCall();
    void laterChangesOfATargetDoNotChangeHistory();
    void absorbedEventsNameTheDeliveryTheyAreIn();
    void aSupersededDeliveryNamesItsSuccessor();
    void aKnownEventIsExplainedByItsRecord();
    void aWantedEventWithoutItsDeliveryIsMissing();
    void theNewestEventOfAnAsset();
    void whatTheEngineOwedIsWhatTheRulesSay();
};

namespace {

Explanation explained(const EngineBench &bench, qint64 event)
{
    const auto reader = WorkspaceReader::open(bench.workspace()).value();
    return explainEvent(*reader, EventId{event}).value_or(Explanation{});
}

Explanation explained(const EngineBench &bench, const MediaEvent &event)
{
    const auto reader = WorkspaceReader::open(bench.workspace()).value();
    return explainEvent(*reader, event).value_or(Explanation{});
}

Explained of(const Explanation &explanation, const QString &name)
{
    for (const Explained &each : explanation.targets) {
        if (each.name == name)
            return each;
    }
    return {};
}

QString outcome(const Explanation &explanation, const char *name)
{
    return toString(of(explanation, QString::fromLatin1(name)));
}

CallbackTarget onlyRated(const QString &name)
{
    CallbackTarget target = plainTarget(name);
    target.triggers = {Trigger::Rating};
    return target;
}

} // namespace

void tst_Explanation::aHypotheticalEventSaysWhoWouldBeCalled_data()
{
    QTest::addColumn<CallbackTarget>("target");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("reason");
    const auto with = [](auto change) {
        CallbackTarget target = plainTarget(QStringLiteral("cms"));
        change(target);
        return target;
    };
    QTest::newRow("wanted") << with([](auto &) {}) << "would-call"
                            << "onSuccess is on";
    QTest::newRow("flag off") << with([](auto &t) { t.triggers = {}; }) << "not-wanted"
                              << "onSuccess is off";
    QTest::newRow("disabled") << with([](auto &t) { t.state = TargetState::Disabled; }) << "not-wanted"
                              << "the target is disabled";
    QTest::newRow("paused") << with([](auto &t) { t.state = TargetState::Paused; }) << "would-hold"
                            << "onSuccess is on; the target is paused";
    QTest::newRow("gone") << with([](auto &t) { t.state = TargetState::Gone; }) << "would-hold"
                          << "onSuccess is on; its receiver said it is gone (410)";
    QTest::newRow("other project") << with([](auto &t) {
        t.scope = {ScopeKind::Project, QStringLiteral("16")};
    }) << "not-wanted"
                                   << "out of scope: it is for project 16, the event's is none";
    QTest::newRow("encoder") << with([](auto &t) { t.source = CallbackSource::Encoder; }) << "not-wanted"
                             << "its source is the encoder, which sends this callback itself";
}

void tst_Explanation::aHypotheticalEventSaysWhoWouldBeCalled()
{
    QFETCH(CallbackTarget, target);
    QFETCH(QString, outcome);
    QFETCH(QString, reason);
    const Explanation explanation = explainHypothetical({target}, published(QStringLiteral("a"), QStringLiteral("1")));
    QVERIFY(!explanation.isRecorded());
    QCOMPARE(toString(explanation.targets.first()), outcome);
    QCOMPARE(explanation.targets.first().reason, reason);
    QCOMPARE(explanation.calledCount(), outcome == QLatin1String("not-wanted") ? 0 : 1);
}

void tst_Explanation::whatIsKnownNowHoldsOrJoins()
{
    CallbackTarget web = plainTarget(QStringLiteral("web"));
    CallbackTarget mail = plainTarget(QStringLiteral("mail"));
    CallbackTarget broken = plainTarget(QStringLiteral("broken"));
    web.id = {1};
    mail.id = {2};
    mail.url = QStringLiteral("mailto:ops@example.org");
    broken.id = {3};
    const MediaEvent event = published(QStringLiteral("a"), QStringLiteral("1"));
    PresentState present;
    present.circuitOpen = {broken.id};
    present.joins = {{web.id, DeliveryId{7}}};
    const Explanation now = explainHypothetical({web, mail, broken}, event, present);
    QCOMPARE(outcome(now, "web"), QStringLiteral("would-join"));
    QCOMPARE(of(now, web.name).joins.value, 7);
    QVERIFY(of(now, web.name).reason.contains(QStringLiteral("delivery 7")));
    QCOMPARE(outcome(now, "mail"), QStringLiteral("would-hold"));
    QVERIFY(of(now, mail.name).reason.contains(QStringLiteral("mail server")));
    QCOMPARE(outcome(now, "broken"), QStringLiteral("would-hold"));
    QVERIFY(of(now, broken.name).reason.contains(QStringLiteral("circuit")));
    present.mailServer = true;
    QCOMPARE(outcome(explainHypothetical({mail}, event, present), "mail"), QStringLiteral("would-call"));
}

void tst_Explanation::anAddressThatMayNotBeCalledStopsIt()
{
    const MediaEvent event = published(QStringLiteral("a"), QStringLiteral("1"));
    CallbackTarget target = plainTarget(QStringLiteral("cms"));
    for (const char *url : {"http://127.0.0.1:8/x", "http://localhost/x", "http://[::1]/x", "http://169.254.169.254/x",
                            "https://cms.example:25/x"}) {
        target.url = QString::fromLatin1(url);
        QCOMPARE(outcome(explainHypothetical({target}, event), "cms"), QStringLiteral("would-stop"));
    }
    target.url = QStringLiteral("http://127.0.0.1:8/x");
    target.allowPrivate = true;
    QCOMPARE(outcome(explainHypothetical({target}, event), "cms"), QStringLiteral("would-call"));
}

void tst_Explanation::aRecordedEventTellsWhatBecameOfEachCall()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget paused = plainTarget(QStringLiteral("paused"));
    paused.state = TargetState::Paused;
    const TargetId cms = bench.addTarget(plainTarget(QStringLiteral("cms")));
    (void)bench.addTarget(onlyRated(QStringLiteral("ratings")));
    (void)bench.addTarget(paused);
    QVERIFY(bench.emitEvents({published(QStringLiteral("a"), QStringLiteral("1"))}));
    QCOMPARE(outcome(explained(bench, 1), "cms"), QStringLiteral("sending"));
    QCOMPARE(explained(bench, 1).unendedCount(), 2);
    bench.answer(0, 200);
    const Explanation explanation = explained(bench, 1);
    QVERIFY(explanation.isRecorded());
    QCOMPARE(explanation.calledCount(), 2);
    QCOMPARE(explanation.unendedCount(), 1);
    QCOMPARE(outcome(explanation, "cms"), QStringLiteral("delivered"));
    QCOMPARE(of(explanation, QStringLiteral("cms")).reason, QStringLiteral("answered 200 after 1 attempt"));
    QCOMPARE(of(explanation, QStringLiteral("cms")).delivery->target, cms);
    QCOMPARE(outcome(explanation, "paused"), QStringLiteral("held"));
    QVERIFY(of(explanation, QStringLiteral("paused")).reason.contains(QStringLiteral("paused")));
    QCOMPARE(outcome(explanation, "ratings"), QStringLiteral("not-wanted"));
    QCOMPARE(explanation.targets.last().name, QStringLiteral("ratings")); // those that were called come first
    const DeliveryId held = of(explanation, QStringLiteral("paused")).delivery->id;
    QVERIFY(bench.order<int>([&](Orders &orders) { return orders.cancel({held}); }));
    QCOMPARE(outcome(explained(bench, 1), "paused"), QStringLiteral("cancelled"));
    QCOMPARE(explained(bench, 1).calledCount(), 1);
}

void tst_Explanation::laterChangesOfATargetDoNotChangeHistory()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget ratings = onlyRated(QStringLiteral("ratings"));
    ratings.id = bench.addTarget(ratings);
    QVERIFY(bench.emitEvents({published(QStringLiteral("a"), QStringLiteral("1"))}));
    ratings.name = QStringLiteral("everything");
    ratings.triggers = {Trigger::Rating, Trigger::Success};
    QVERIFY(bench.order<CallbackTarget>([&](Orders &orders) { return orders.saveTarget(ratings); }));
    (void)bench.addTarget(plainTarget(QStringLiteral("later")));
    QVERIFY(bench.emitEvents({published(QStringLiteral("a"), QStringLiteral("2"))}));
    const Explanation first = explained(bench, 1);
    QCOMPARE(first.targets.size(), 1);
    QCOMPARE(of(first, QStringLiteral("ratings")).reason, QStringLiteral("onSuccess is off"));
    QCOMPARE(explained(bench, 2).calledCount(), 2);
    QVERIFY(!of(explained(bench, 2), QStringLiteral("everything")).name.isEmpty());
    QVERIFY(bench.order<TargetId>([&](Orders &orders) { return orders.removeTarget(ratings.id); }));
    QCOMPARE(explained(bench, 1).targets.size(), 1);
}

void tst_Explanation::absorbedEventsNameTheDeliveryTheyAreIn()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget target = onlyRated(QStringLiteral("site"));
    target.coalesceWindow = 60s;
    (void)bench.addTarget(target);
    QVERIFY(bench.emitEvents({rated(QStringLiteral("a"), QStringLiteral("1"), 1)}));
    QCOMPARE(outcome(explained(bench, rated(QStringLiteral("a"), QStringLiteral("new"), 9)), "site"),
             QStringLiteral("would-join"));
    QCOMPARE(outcome(explained(bench, rated(QStringLiteral("b"), QStringLiteral("new"), 9)), "site"),
             QStringLiteral("would-call"));
    QVERIFY(bench.emitEvents({rated(QStringLiteral("a"), QStringLiteral("2"), 2)}));
    const DeliveryId delivery = bench.rows().value(0).delivery.id;
    QCOMPARE(outcome(explained(bench, 2), "site"), QStringLiteral("waiting"));
    const Explained first = of(explained(bench, 1), QStringLiteral("site"));
    QCOMPARE(toString(first), QStringLiteral("merged"));
    QVERIFY(first.reason.startsWith(QStringLiteral("merged into delivery %1").arg(delivery.value)));
    QCOMPARE(first.delivery->id, delivery);
    bench.advance(61s);
    bench.answer(0, 200);
    QCOMPARE(outcome(explained(bench, 2), "site"), QStringLiteral("delivered"));
    QCOMPARE(outcome(explained(bench, 1), "site"), QStringLiteral("merged"));
}

void tst_Explanation::aSupersededDeliveryNamesItsSuccessor()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget target = onlyRated(QStringLiteral("site"));
    target.coalesceWindow = 1s;
    (void)bench.addTarget(target);
    QVERIFY(bench.emitEvents({rated(QStringLiteral("a"), QStringLiteral("1"), 1)}));
    bench.advance(2s);
    bench.answer(0, 503);
    QCOMPARE(outcome(explained(bench, 1), "site"), QStringLiteral("retrying"));
    QVERIFY(bench.emitEvents({rated(QStringLiteral("a"), QStringLiteral("2"), 2)}));
    const Explained first = of(explained(bench, 1), QStringLiteral("site"));
    QCOMPARE(toString(first), QStringLiteral("superseded"));
    const DeliveryId successor = bench.rows().value(0).delivery.id;
    QVERIFY(first.reason.contains(QStringLiteral("delivery %1").arg(successor.value)));
    QCOMPARE(outcome(explained(bench, 2), "site"), QStringLiteral("waiting"));
}

void tst_Explanation::aKnownEventIsExplainedByItsRecord()
{
    EngineBench bench;
    QVERIFY(bench.start());
    (void)bench.addTarget(plainTarget(QStringLiteral("cms")));
    const MediaEvent event = published(QStringLiteral("a"), QStringLiteral("1"));
    QVERIFY(!explained(bench, event).isRecorded());
    QVERIFY(bench.emitEvents({event}));
    QVERIFY(explained(bench, event).isRecorded());
    QVERIFY(!explained(bench, event).contradicts);
    MediaEvent other = event;
    other.data += ' ';
    QVERIFY(explained(bench, other).contradicts);
    const auto reader = WorkspaceReader::open(bench.workspace()).value();
    QVERIFY(explainEvent(*reader, EventId{99}).error().code == ErrorCode::NotFound);
}

void tst_Explanation::aWantedEventWithoutItsDeliveryIsMissing()
{
    EventAccount account;
    account.event = published(QStringLiteral("a"), QStringLiteral("1"));
    account.event.id = {4};
    CallbackTarget cms = plainTarget(QStringLiteral("cms"));
    cms.id = {1};
    CallbackTarget old = plainTarget(QStringLiteral("old"));
    old.id = {2};
    account.targets = {cms};
    account.unrecorded = {old};
    const Explanation explanation = explainAccount(account);
    QCOMPARE(outcome(explanation, "cms"), QStringLiteral("missing"));
    QCOMPARE(outcome(explanation, "old"), QStringLiteral("not-recorded"));
    QCOMPARE(explanation.calledCount(), 0);
    QCOMPARE(explanation.unknownCount(), 2);
}

void tst_Explanation::theNewestEventOfAnAsset()
{
    EngineBench bench;
    QVERIFY(bench.start());
    (void)bench.addTarget(onlyRated(QStringLiteral("site")));
    QVERIFY(bench.emitEvents(
        {published(QStringLiteral("a"), QStringLiteral("1")), rated(QStringLiteral("a"), QStringLiteral("2"), 5)}));
    const auto reader = WorkspaceReader::open(bench.workspace()).value();
    QCOMPARE(explainNewest(*reader, QStringLiteral("a")).value().event.sourceId, QStringLiteral("2"));
    QVERIFY(explainNewest(*reader, QStringLiteral("b")).error().code == ErrorCode::NotFound);
}

// The engine's own decisions, through changes of every kind, against the rules that were recorded beside them.
void tst_Explanation::whatTheEngineOwedIsWhatTheRulesSay()
{
    EngineBench bench;
    QVERIFY(bench.start());
    CallbackTarget cms = plainTarget(QStringLiteral("cms"));
    cms.id = bench.addTarget(cms);
    int number = 0;
    const auto happen = [&](const QString &asset) {
        const QString id = QString::number(++number);
        return bench.emitEvents({published(asset, id), rated(asset, id + u'r', number)}).has_value();
    };
    QVERIFY(happen(QStringLiteral("a")));
    (void)bench.addTarget(onlyRated(QStringLiteral("ratings")));
    QVERIFY(happen(QStringLiteral("a")));
    for (TargetState state : {TargetState::Disabled, TargetState::Paused, TargetState::Enabled}) {
        QVERIFY(bench.order<CallbackTarget>([&](Orders &orders) { return orders.setTargetState(cms.id, state, {}); }));
        QVERIFY(happen(QStringLiteral("b")));
    }
    bench.restart();
    QVERIFY(happen(QStringLiteral("c")));
    QVERIFY(bench.order<TargetId>([&](Orders &orders) { return orders.removeTarget(cms.id); }));
    QVERIFY(happen(QStringLiteral("c")));
    const auto db = Database::open(bench.workspace(), Database::Access::Read).value();
    QCOMPARE(unexplainedByRules(*db, 20).value(), QStringList());
}

QTEST_GUILESS_MAIN(tst_Explanation)
#include "tst_explanation.moc"

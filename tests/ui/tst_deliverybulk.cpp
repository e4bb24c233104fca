// Replaying all that match: the count first, what is second-hand news, progress, cancel, and what an end of the program
// leaves to go on with. And what a replay's inspector says of the try before it.
#include "core/store/filter/filterlanguage.h"
#include "tests/ui/deliverybench.h"
#include "ui/deliveries/filterbar.h"
#include "ui/deliveries/replay/replayflow.h"
#include "ui/deliveries/replay/replayplan.h"
#include "ui/deliveries/replay/replayverdict.h"
#include "ui/targets/form/fieldline.h"

#include <QAction>
#include <QPushButton>
#include <QSignalSpy>

using namespace callboard;
using S = DeliveryState;
using Field = DeliveryCondition::Field;

namespace {

// An engine that keeps every batch until it is let go or refused.
struct HeldEngine : fakes::NotingEngine {
    QList<std::function<void(bool)>> held;

    void replay(QList<DeliveryId> ids, ReplayContent content, QObject *context, Then<QList<DeliveryId>> then) override
    {
        held.append([=, this](bool accepted) {
            if (accepted)
                NotingEngine::replay(ids, content, context, then);
            else
                then(fail(ErrorCode::StoreUnavailable, QStringLiteral("The engine is stopping.")));
        });
    }
    void letGo() { held.takeFirst()(true); }
    void refuse() { held.takeFirst()(false); }
};

// 1,600 that failed, and a flow that replays them.
struct BulkDesk {
    HeldEngine engine;
    fakes::MemorySource source;
    fakes::StillClock clock;
    QWidget window;
    MessageBar messages{&window};
    ReplayFlow flow{engine, source, messages, clock};
    QSignalSpy plans{&flow, &ReplayFlow::planChanged};
    QPushButton *button = messages.findChild<QPushButton *>(QStringLiteral("messageActionButton"));

    // Until the first batch waits.
    void start()
    {
        for (int id = 1; id <= 1'600; ++id)
            source.put(fakes::row(id, DeliveryState::Failed, clock));
        window.show();
        flow.replayMatching({});
        QTRY_COMPARE(button->text(), QStringLiteral("Replay 1,600"));
        button->click();
        QCOMPARE(engine.held.size(), 1);
    }
    // The next one waits, and there was time to say so.
    void letGoSlowly()
    {
        clock.time += std::chrono::seconds(1);
        engine.letGo();
        QTRY_COMPARE(engine.held.size(), 1);
    }
};

} // namespace

class TestDeliveryBulk : public QObject {
    Q_OBJECT

private slots:
    void theCountAndWhatWasDeliveredAreSaidBefore();
    void whatIsUnderWayIsAPlanUntilItIsDone();
    void aPlanMeansTheSameAtAnyOtherStart();
    void aCancelledRunSaysHowFarItCame();
    void aRefusedRunKeepsItsPlan();
    void aSecondRunIsRefusedWhileOneIsUnderWay();
    void anInterruptedRunGoesOnWhenAsked();
    void aPlanThatCannotBeReadIsRefused();
    void aDismissedRestIsForgotten();
    void theQuestionWaitsForTheBarAndOutlivesOtherMessages();
    void theVerdictComparesWithTheTryBefore_data();
    void theVerdictComparesWithTheTryBefore();
    void theVerdictStandsInTheInspector();

private:
    static void fill(fakes::DeliveryBench &bench, int count);
    static void replayAll(const fakes::DeliveryBench &bench)
    {
        QTest::keyClick(bench.table, Qt::Key_R, Qt::ShiftModifier);
    }
    static QPushButton *action(const fakes::DeliveryBench &bench)
    {
        return bench.child<QPushButton>("messageActionButton");
    }
};

void TestDeliveryBulk::fill(fakes::DeliveryBench &bench, int count)
{
    for (int id = 1; id <= count; ++id)
        bench.source.put(fakes::row(id, id % 3 == 0 ? S::Delivered : id % 3 == 1 ? S::Failed : S::Queued, bench.clock));
}

void TestDeliveryBulk::theCountAndWhatWasDeliveredAreSaidBefore()
{
    fakes::DeliveryBench bench;
    fill(bench, 31);
    bench.start();
    replayAll(bench);
    QTRY_VERIFY(bench.messages->text().contains(QStringLiteral("21 ended deliveries")));
    QVERIFY(bench.messages->text().contains(QStringLiteral("10 were delivered already")));
    QVERIFY(bench.engine.replayed.isEmpty());
    DeliveryFilter failed;
    failed.states = {S::Failed};
    bench.page->setFilter(failed);
    bench.messages->dismiss(); // and with it the keyboard goes back
    bench.table->setFocus();
    replayAll(bench);
    QTRY_VERIFY(bench.messages->text().contains(QStringLiteral("11 ended deliveries")));
    QVERIFY(!bench.messages->text().contains(QStringLiteral("delivered already")));
}

void TestDeliveryBulk::whatIsUnderWayIsAPlanUntilItIsDone()
{
    fakes::DeliveryBench bench;
    fill(bench, 31);
    bench.start();
    bench.page->findChild<FilterBar *>()->setText(QStringLiteral("state:failed since:1h"));
    QTRY_COMPARE(bench.table->model()->rowCount(), 11);
    QSignalSpy plans(bench.page, &DeliveriesPage::replayPlanChanged);
    replayAll(bench);
    QTRY_COMPARE(action(bench)->text(), QStringLiteral("Replay 11"));
    QCOMPARE(plans.size(), 0);
    action(bench)->click();
    QTRY_COMPARE(plans.size(), 2);
    QCOMPARE(bench.engine.replayed.constFirst(), DeliveryId{1});
    QCOMPARE(bench.engine.replayed.constLast(), DeliveryId{31});
    QVERIFY(plans[1][0].toString().isEmpty());
    const QString plan = plans[0][0].toString();
    const DeliveryFilter left = parseFilter(plan, {}, bench.clock.time + std::chrono::hours(50)).filter;
    QVERIFY(left.states == (QList<S>{S::Failed}));
    QCOMPARE(*left.since, bench.clock.time - std::chrono::hours(1)); // it stays that hour
    QCOMPARE(left.conditions.size(), 2);
    QCOMPARE(left.conditions[0].field, Field::Id);
    QCOMPARE(left.conditions[0].ranges.constFirst().to, 31);
    QCOMPARE(left.conditions[1].field, Field::Replayed);
    QVERIFY(left.conditions[1].negated);
    QCOMPARE(left.conditions[1].ranges.constFirst().from, 32);
}

void TestDeliveryBulk::aPlanMeansTheSameAtAnyOtherStart()
{
    const fakes::StillClock clock;
    const FilterTargets targets{{TargetId{7}, QStringLiteral("x")}, {TargetId{8}, QStringLiteral("two words")}};
    const QString text = QStringLiteral("state:failed since:2h until:1m ended:3h..2m -target:x not since:1h not "
                                        "target:\"two words\",x since:90m,3h until:30s not ended:30m..10m,5m "
                                        "ended:..1m cause:http-5* free text");
    const ParsedFilter meant = parseFilter(text, targets, clock.time);
    QVERIFY(meant.problems.isEmpty());
    const auto read = filterOfPlan(replayPlan(meant.filter, DeliveryId{31}));
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    DeliveryFilter left = *read;
    QCOMPARE(left.conditions.size(), meant.filter.conditions.size() + 2); // up to 31, and not repeated since
    left.conditions.resize(meant.filter.conditions.size());
    for (qsizetype i = 0; i < left.conditions.size(); ++i)
        left.conditions[i].source = meant.filter.conditions[i].source;
    QCOMPARE(left.conditions.size(), 8);
    QVERIFY(left == meant.filter);
}

void TestDeliveryBulk::aCancelledRunSaysHowFarItCame()
{
    BulkDesk desk;
    desk.start();
    desk.letGoSlowly();
    QCOMPARE(desk.messages.text(), QStringLiteral("Replaying: 500 of 1,600 are under way."));
    QCOMPARE(desk.button->text(), QStringLiteral("Cancel"));
    desk.button->click();
    desk.engine.letGo();
    QTRY_VERIFY(desk.messages.text().startsWith(QStringLiteral("Stopped: replays of 1,000 deliveries")));
    QCOMPARE(desk.engine.replayed.size(), 1'000);
    QVERIFY(desk.engine.held.isEmpty());
    QVERIFY(desk.plans.constLast()[0].toString().isEmpty());
}

void TestDeliveryBulk::aRefusedRunKeepsItsPlan()
{
    BulkDesk desk;
    desk.start();
    desk.letGoSlowly();
    desk.engine.refuse();
    QVERIFY(desk.messages.text().contains(QStringLiteral("500 deliveries are replayed, the rest is not")));
    QCOMPARE(desk.plans.size(), 1);
    QVERIFY(desk.plans[0][0].toString().contains(QStringLiteral("id<=1600 not replayed>1600")));
}

void TestDeliveryBulk::aSecondRunIsRefusedWhileOneIsUnderWay()
{
    BulkDesk desk;
    desk.start();
    desk.letGoSlowly();
    const int scans = desk.source.scansAsked;
    DeliveryFilter other;
    other.states = {S::Failed};
    desk.flow.replayMatching(other);
    QCOMPARE(desk.messages.text(), QStringLiteral("A replay of all that match is under way."));
    QCOMPARE(desk.button->text(), QStringLiteral("Cancel")); // of the one that is
    QCOMPARE(desk.source.scansAsked, scans);
    desk.letGoSlowly();
    QCOMPARE(desk.messages.text(), QStringLiteral("Replaying: 1,000 of 1,600 are under way."));
    QCOMPARE(desk.plans.size(), 1);
    desk.letGoSlowly();
    desk.engine.letGo();
    QTRY_COMPARE(desk.plans.size(), 2);
    desk.flow.replayMatching(other);
    QTRY_COMPARE(desk.button->text(), QStringLiteral("Replay 1,600"));
}

void TestDeliveryBulk::anInterruptedRunGoesOnWhenAsked()
{
    fakes::DeliveryBench bench;
    fill(bench, 31);
    bench.start();
    QSignalSpy plans(bench.page, &DeliveriesPage::replayPlanChanged);
    bench.page->goOnReplaying(QStringLiteral("state:failed id<=31 not replayed>31"));
    QTRY_VERIFY(bench.messages->text().contains(QStringLiteral("interrupted. 11 deliveries are left.")));
    QVERIFY(bench.engine.replayed.isEmpty());
    QCOMPARE(action(bench)->text(), QStringLiteral("Go on"));
    action(bench)->click();
    QTRY_COMPARE(bench.engine.replayed.size(), 11);
    QTRY_COMPARE(plans.size(), 2);
    QCOMPARE(plans[0][0].toString(), QStringLiteral("state:failed id<=31 not replayed>31"));
    QVERIFY(plans[1][0].toString().isEmpty());
}

void TestDeliveryBulk::aPlanThatCannotBeReadIsRefused()
{
    fakes::DeliveryBench bench;
    fill(bench, 31);
    bench.start();
    QSignalSpy plans(bench.page, &DeliveriesPage::replayPlanChanged);
    const int scans = bench.source.scansAsked;
    bench.page->goOnReplaying(QStringLiteral("state:failed -target:x id<=31 not replayed>31"));
    QVERIFY2(bench.messages->text().contains(QStringLiteral("nothing of it is sent")),
             qPrintable(bench.messages->text()));
    QVERIFY(!action(bench)->isVisible());
    QCOMPARE(bench.source.scansAsked, scans);
    QCOMPARE(plans.size(), 1);
    QVERIFY(plans[0][0].toString().isEmpty());
}

void TestDeliveryBulk::aDismissedRestIsForgotten()
{
    fakes::DeliveryBench bench;
    fill(bench, 31);
    bench.start();
    QSignalSpy plans(bench.page, &DeliveriesPage::replayPlanChanged);
    bench.page->goOnReplaying(QStringLiteral("state:failed"));
    QTRY_VERIFY(bench.messages->isOpen());
    QCOMPARE(plans.size(), 0);
    bench.messages->dismiss();
    QCOMPARE(plans.size(), 1);
    QVERIFY(bench.engine.replayed.isEmpty());
}

void TestDeliveryBulk::theQuestionWaitsForTheBarAndOutlivesOtherMessages()
{
    fakes::DeliveryBench bench;
    fill(bench, 31);
    bench.start();
    QSignalSpy plans(bench.page, &DeliveriesPage::replayPlanChanged);
    const auto say = [&bench](const char *text) {
        bench.messages->post({Message::Kind::Info, QString::fromLatin1(text), {}, {}});
    };
    const auto asked = [&bench] { return bench.messages->text().contains(QStringLiteral("11 deliveries are left")); };
    const int scans = bench.source.scansAsked;
    say("What there is to be told at a start.");
    bench.page->goOnReplaying(QStringLiteral("state:failed id<=31 not replayed>31"));
    QCOMPARE(bench.source.scansAsked, scans); // it waits, and looks when it asks
    bench.messages->dismiss();
    QTRY_VERIFY(asked());
    say("Something else happened.");
    QVERIFY(!asked());
    QCOMPARE(plans.size(), 0); // nobody has answered
    bench.messages->dismiss();
    QTRY_VERIFY(asked());
    bench.messages->dismiss();
    QCOMPARE(plans.size(), 1);
    QVERIFY(!bench.messages->isOpen());
    say("Nothing is left.");
    const int after = bench.source.scansAsked;
    bench.messages->dismiss();
    QCOMPARE(bench.source.scansAsked, after);
}

void TestDeliveryBulk::theVerdictComparesWithTheTryBefore_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("now");
    QTest::addColumn<QString>("begins"); // empty: nothing
    const auto add = [](const char *name, int before, S now, const char *begins) {
        QTest::newRow(name) << before << int(now) << QString::fromLatin1(begins);
    };
    add("fixed", int(S::Failed), S::Delivered, "Fixed");
    add("regressed", int(S::Delivered), S::Failed, "Regressed");
    add("still failing", int(S::Failed), S::Failed, "Still failing");
    add("still passing", int(S::Delivered), S::Delivered, "Still passing");
    add("on its way", int(S::Failed), S::Sending, "");
    add("cancelled", int(S::Failed), S::Cancelled, "");
    add("no replay", -1, S::Failed, "");
}

void TestDeliveryBulk::theVerdictComparesWithTheTryBefore()
{
    QFETCH(int, before);
    QFETCH(int, now);
    QFETCH(QString, begins);
    DeliveryDetail detail;
    detail.row.delivery.state = S(now);
    if (before >= 0)
        detail.lastTry = S(before);
    const ReplayVerdict verdict = replayVerdict(detail);
    QCOMPARE(verdict.sentence.isEmpty(), begins.isEmpty());
    QVERIFY(begins.isEmpty() || verdict.sentence.startsWith(begins));
    QVERIFY(begins.isEmpty() || verdict.delivered == (S(now) == S::Delivered));
}

void TestDeliveryBulk::theVerdictStandsInTheInspector()
{
    fakes::DeliveryBench bench;
    bench.source.put(fakes::row(1, S::Failed, bench.clock));
    bench.source.put(fakes::row(2, S::Delivered, bench.clock));
    bench.source.stored[2].delivery.replayOf = DeliveryId{1};
    bench.source.details[2].lastTry = S::Failed;
    bench.start();
    auto *line = bench.child<FieldLine>("verdictLine");
    bench.table->selectDelivery(DeliveryId{2});
    QTRY_VERIFY(line->isVisible());
    QCOMPARE(line->mood(), FieldLine::Mood::Good);
    bench.table->selectDelivery(DeliveryId{1});
    QTRY_VERIFY(!line->isVisible());
}

QTEST_MAIN(TestDeliveryBulk)
#include "tst_deliverybulk.moc"

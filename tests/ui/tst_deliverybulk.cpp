// Replaying all that match: the count first, what is second-hand news, progress, cancel, and what an end of the program
// leaves to go on with. And what a replay's inspector says of the try before it.
#include "core/store/filter/filterlanguage.h"
#include "tests/ui/deliverybench.h"
#include "ui/deliveries/filterbar.h"
#include "ui/deliveries/replay/replayflow.h"
#include "ui/deliveries/replay/replayverdict.h"
#include "ui/targets/form/fieldline.h"

#include <QAction>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSplitter>
#include <QTemporaryDir>

using namespace callboard;
using S = DeliveryState;
using Field = DeliveryCondition::Field;

class TestDeliveryBulk : public QObject {
    Q_OBJECT

private slots:
    void theCountAndWhatWasDeliveredAreSaidBefore();
    void whatIsUnderWayIsAPlanUntilItIsDone();
    void aCancelledRunSaysHowFarItCame();
    void anInterruptedRunGoesOnWhenAsked();
    void aDismissedRestIsForgotten();
    void theVerdictComparesWithTheTryBefore_data();
    void theVerdictComparesWithTheTryBefore();
    void theVerdictStandsInTheInspector();
    void theInspectorsPlaceIsKept();

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

void TestDeliveryBulk::aCancelledRunSaysHowFarItCame()
{
    // An engine that takes its time, so that there is a progress to cancel.
    struct SlowEngine : fakes::NotingEngine {
        void replay(QList<DeliveryId> ids, ReplayContent content, QObject *context,
                    Then<QList<DeliveryId>> then) override
        {
            QTimer::singleShot(600, context, [=, this] { NotingEngine::replay(ids, content, context, then); });
        }
    } engine;
    fakes::MemorySource source;
    const fakes::StillClock clock;
    for (int id = 1; id <= 1'600; ++id)
        source.put(fakes::row(id, S::Failed, clock));
    QWidget window;
    MessageBar messages(&window);
    window.show();
    ReplayFlow flow(engine, source, messages);
    flow.replayMatching({});
    auto *button = messages.findChild<QPushButton *>(QStringLiteral("messageActionButton"));
    QTRY_COMPARE(button->text(), QStringLiteral("Replay 1,600"));
    button->click();
    QTRY_VERIFY(messages.text().startsWith(QStringLiteral("Replaying: 500 of 1,600")));
    QCOMPARE(button->text(), QStringLiteral("Cancel"));
    button->click();
    QTRY_VERIFY(messages.text().startsWith(QStringLiteral("Stopped: ")));
    QVERIFY(engine.replayed.size() < 1'600);
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
    QTRY_COMPARE(plans.size(), 1);
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

void TestDeliveryBulk::theInspectorsPlaceIsKept()
{
    fakes::DeliveryBench bench;
    fill(bench, 3);
    bench.start();
    auto *splitter = bench.child<QSplitter>("deliveriesSplitter");
    QCOMPARE(splitter->orientation(), Qt::Vertical);
    bench.window.resize(1'600, 900);
    QTRY_COMPARE(splitter->orientation(), Qt::Horizontal);
    const QTemporaryDir directory;
    QSettings settings(directory.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    settings.setValue(QStringLiteral("deliveries/inspectorPlace"), QStringLiteral("below"));
    bench.page->restoreLayout(settings);
    QCOMPARE(splitter->orientation(), Qt::Vertical);
    settings.setValue(QStringLiteral("deliveries/inspectorPlace"), QStringLiteral("beside"));
    bench.window.resize(1'100, 700);
    bench.page->restoreLayout(settings);
    QTRY_COMPARE(splitter->orientation(), Qt::Horizontal);
    QSettings again(directory.filePath(QStringLiteral("t.ini")), QSettings::IniFormat);
    bench.page->saveLayout(again);
    QCOMPARE(again.value(QStringLiteral("deliveries/inspectorPlace")).toString(), QStringLiteral("beside"));
}

QTEST_MAIN(TestDeliveryBulk)
#include "tst_deliverybulk.moc"

#include "tests/ui/dialogshots.h"
#include "tests/ui/overviewdesk.h"
#include "ui/look/look.h"
#include "ui/overview/outcomeplot.h"
#include "ui/overview/rankingtable.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTimer>

#include <algorithm>

using namespace callboard;
using namespace std::chrono_literals;
using S = DeliveryState;

class TestOverviewPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }
    void figuresSayWhatWasCounted();
    void everyFigureOpensWhatItCounts_data();
    void everyFigureOpensWhatItCounts();
    void theOldestOpensItself();
    void unexplainedAsksForACount();
    void failingTargetsOpenTheirDeliveries();
    void causesOpenTheirDeliveries();
    void anotherRangeCountsAnotherTime();
    void unknownFiguresAreDashes();
    void whatIsKnownOfPartOfTheTimeSaysSinceWhen();
    void withoutTargetsItTeaches();
    void withoutEventsItOffersOne();
    void whatCantBeReadIsSaidAndTriedAgain();
    void newFiguresComeWithTheEnginesWord();
    void unseenItAsksNothing();
    void rangeAndZoomSurviveARestart();
    void everythingIsReachedByTab();
    void looksRightInEverySize_data();
    void looksRightInEverySize();
};

void TestOverviewPage::figuresSayWhatWasCounted()
{
    OverviewDesk desk;
    QVERIFY(desk.make());
    QVERIFY(desk.write([&] {
        desk.addTarget(1, QStringLiteral("cms"));
        desk.db->note(ActivityKind::Delivered, {1}, desk.clock.time - 5min, 1203);
        desk.db->note(ActivityKind::Failed, {1}, desk.clock.time - 7h, 4);
        desk.db->note(ActivityKind::Failed, {1}, desk.clock.time - 30h, 99); // yesterday
        desk.db->note(latencyKind(5), {1}, desk.clock.time - 5min, 100);
        desk.addDelivery(1, S::Queued, 90s);
        desk.addDelivery(2, S::Held, 5h);
    }));
    desk.open();
    QCOMPARE(desk.figure("deliveredFigure"), QStringLiteral("–")); // until the answer is there
    QVERIFY(desk.waitFor("deliveredFigure", QStringLiteral("1,203")));
    QCOMPARE(desk.figure("failedFigure"), QStringLiteral("4"));
    QCOMPARE(desk.figure("successFigure"), QStringLiteral("99.6 %"));
    QCOMPARE(desk.figure("answerFigure"), QStringLiteral("24 · 31 ms"));
    QCOMPARE(desk.figure("backlogFigure"), QStringLiteral("1"));
    QCOMPARE(desk.figure("oldestFigure"), QStringLiteral("1 min"));
    QCOMPARE(desk.figure("unexplainedFigure"), QStringLiteral("2")); // deliveries of events that never came in
    QCOMPARE(desk.find<FigureButton>("backlogFigure")->accessibleName(), QStringLiteral("Backlog · 1 held: 1"));
}

void TestOverviewPage::everyFigureOpensWhatItCounts_data()
{
    QTest::addColumn<QByteArray>("figure");
    QTest::addColumn<QList<S>>("states");
    QTest::addColumn<bool>("sinceRange");
    QTest::newRow("delivered") << QByteArray("deliveredFigure") << QList{S::Delivered} << true;
    QTest::newRow("failed") << QByteArray("failedFigure") << QList{S::Failed} << true;
    QTest::newRow("success") << QByteArray("successFigure") << QList{S::Delivered, S::Failed} << true;
    QTest::newRow("answer") << QByteArray("answerFigure") << QList{S::Delivered} << true;
    QTest::newRow("backlog") << QByteArray("backlogFigure") << QList{S::Waiting, S::Queued, S::Sending, S::Retrying}
                             << false;
}

void TestOverviewPage::everyFigureOpensWhatItCounts()
{
    QFETCH(QByteArray, figure);
    QFETCH(QList<S>, states);
    QFETCH(bool, sinceRange);
    OverviewDesk desk;
    QVERIFY(desk.fillDay());
    desk.open();
    QVERIFY(desk.waitFor("backlogFigure", QStringLiteral("2")));
    QSignalSpy asked(desk.page.get(), &OverviewPage::deliveriesRequested);
    auto *button = desk.find<FigureButton>(figure.constData());
    QTest::mouseClick(button, Qt::LeftButton);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Return);
    QCOMPARE(asked.size(), 2);
    for (const auto &call : asked) {
        const auto filter = call.first().value<DeliveryFilter>();
        QVERIFY(filter.states == states);
        QCOMPARE(filter.endedSince.has_value(), sinceRange); // it counts what ended then
        QCOMPARE(filter.endedSince.value_or(desk.clock.time - 24h), desk.clock.time - 24h);
    }
}

void TestOverviewPage::theOldestOpensItself()
{
    OverviewDesk desk;
    QVERIFY(desk.fillDay());
    desk.open();
    QVERIFY(desk.waitFor("oldestFigure", QStringLiteral("2 h")));
    QSignalSpy asked(desk.page.get(), &OverviewPage::deliveryRequested);
    QTest::mouseClick(desk.find<FigureButton>("oldestFigure"), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().value<DeliveryId>(), DeliveryId{2});
}

void TestOverviewPage::unexplainedAsksForACount()
{
    OverviewDesk desk;
    QVERIFY(desk.fillDay());
    desk.open();
    QSignalSpy asked(desk.page.get(), &OverviewPage::auditRequested);
    QTest::mouseClick(desk.find<FigureButton>("unexplainedFigure"), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
}

void TestOverviewPage::failingTargetsOpenTheirDeliveries()
{
    OverviewDesk desk;
    QVERIFY(desk.fillDay());
    desk.open();
    auto *table = desk.find<RankingTable>("failingTargetsTable");
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("spark-site"));
    QCOMPARE(table->model()->index(0, 3).data().toString(), QStringLiteral("0 %"));
    QSignalSpy asked(desk.page.get(), &OverviewPage::deliveriesRequested);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 0)).center());
    QCOMPARE(asked.size(), 1);
    const auto filter = asked.first().first().value<DeliveryFilter>();
    QCOMPARE(filter.target, TargetId{2});
    QVERIFY(filter.states == (QList{S::Retrying, S::Failed}));
    QCOMPARE(filter.since.value_or(Timestamp{}), desk.clock.time - 24h);
}

void TestOverviewPage::causesOpenTheirDeliveries()
{
    OverviewDesk desk;
    QVERIFY(desk.fillDay());
    desk.open();
    auto *table = desk.find<RankingTable>("causesTable");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("503 Service Unavailable"));
    QCOMPARE(table->model()->index(0, 1).data().toString(), QStringLiteral("2"));
    QCOMPARE(table->model()->index(1, 0).data().toString(), QStringLiteral("Connection refused"));
    QSignalSpy asked(desk.page.get(), &OverviewPage::deliveriesRequested);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(1, 0));
    QTest::keyClick(table, Qt::Key_K);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().value<DeliveryFilter>().cause, QStringLiteral("http-503"));
}

void TestOverviewPage::anotherRangeCountsAnotherTime()
{
    OverviewDesk desk;
    QVERIFY(desk.make());
    QVERIFY(desk.write([&] {
        desk.addTarget(1, QStringLiteral("cms"));
        for (const Milliseconds age : {Milliseconds(30min), Milliseconds(20h), Milliseconds(100h), Milliseconds(600h)})
            desk.db->note(ActivityKind::Delivered, {1}, desk.clock.time - age);
    }));
    desk.open();
    QVERIFY(desk.waitFor("deliveredFigure", QStringLiteral("2")));
    const char *expected[] = {"1", "2", "3", "4"};
    for (int range = 0; range < 4; ++range) {
        QTest::mouseClick(desk.find<QPushButton>(qPrintable(QStringLiteral("rangeButton%1").arg(range))),
                          Qt::LeftButton);
        QVERIFY(desk.waitFor("deliveredFigure", QLatin1String(expected[range])));
    }
}

void TestOverviewPage::unknownFiguresAreDashes()
{
    OverviewDesk desk; // the clock stands before the workspace was made
    QVERIFY(desk.make(false));
    QVERIFY(desk.write([&] {
        desk.addTarget(1, QStringLiteral("cms"));
        desk.addDelivery(1, S::Queued, 90s);
    }));
    desk.open();
    QVERIFY(desk.waitFor("backlogFigure", QStringLiteral("1")));
    for (const char *figure : {"deliveredFigure", "failedFigure", "successFigure", "answerFigure"})
        QCOMPARE(desk.figure(figure), QStringLiteral("–"));
    QCOMPARE(desk.find<OutcomePlot>("outcomePlot")->accessibleDescription(), QStringLiteral("Not known"));
    QCOMPARE(desk.find<QLabel>("failingTargetsTableLine")->text(), QStringLiteral("–"));
}

void TestOverviewPage::whatIsKnownOfPartOfTheTimeSaysSinceWhen()
{
    OverviewDesk desk;
    QVERIFY(desk.make(false));
    QVERIFY(desk.write([&] {
        desk.addTarget(1, QStringLiteral("cms"));
        desk.db->note(ActivityKind::Delivered, {1}, desk.clock.time - 2h);
    }));
    desk.open();
    QVERIFY(desk.waitFor("deliveredFigure", QStringLiteral("1")));
    QVERIFY(desk.find<QLabel>("sinceLabel")->text().startsWith(QStringLiteral("Counted since ")));
    auto *plot = desk.find<OutcomePlot>("outcomePlot"); // it shows two hours, not a day of nothing
    QTRY_COMPARE(bucketStart(desk.clock.time - 2h, plot->step()), plot->span(0).from);
    QVERIFY(plot->place(0).left() < plot->width() / 4);
}

void TestOverviewPage::withoutTargetsItTeaches()
{
    OverviewDesk desk;
    QVERIFY(desk.make());
    desk.open();
    auto *empty = desk.find<QWidget>("overviewEmptyState");
    QTRY_VERIFY(empty->isVisible());
    const auto buttons = empty->findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 2);
    QCOMPARE(buttons[0]->text(), QStringLiteral("Add your first target"));
    QSignalSpy target(desk.page.get(), &OverviewPage::newTargetRequested);
    QSignalSpy demo(desk.page.get(), &OverviewPage::demoRequested);
    QTest::mouseClick(buttons[0], Qt::LeftButton);
    QTest::mouseClick(buttons[1], Qt::LeftButton);
    QCOMPARE(target.size(), 1);
    QCOMPARE(demo.size(), 1);
    shoot(*desk.page, QStringLiteral("overview-empty"));
    QVERIFY(desk.write([&] { desk.addTarget(1, QStringLiteral("cms")); }));
    EngineChange change;
    change.targets = true;
    emit desk.engine.changed(change);
    QTRY_COMPARE(buttons[0]->text(), QStringLiteral("Fire an event"));
}

void TestOverviewPage::withoutEventsItOffersOne()
{
    OverviewDesk desk;
    QVERIFY(desk.make());
    QVERIFY(desk.write([&] { desk.addTarget(1, QStringLiteral("cms")); }));
    desk.open();
    auto *empty = desk.find<QWidget>("overviewEmptyState");
    QTRY_VERIFY(empty->isVisible());
    QSignalSpy asked(desk.page.get(), &OverviewPage::fireEventRequested);
    QTest::mouseClick(empty->findChildren<QPushButton *>().first(), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
}

void TestOverviewPage::whatCantBeReadIsSaidAndTriedAgain()
{
    OverviewDesk desk; // there is no file yet
    desk.open();
    auto *empty = desk.find<QWidget>("overviewEmptyState");
    QTRY_VERIFY(empty->isVisible());
    auto *again = empty->findChildren<QPushButton *>().first();
    QCOMPARE(again->text(), QStringLiteral("Try again"));
    QVERIFY(desk.fillDay());
    QTest::mouseClick(again, Qt::LeftButton);
    QVERIFY(desk.waitFor("backlogFigure", QStringLiteral("2")));
    QTRY_VERIFY(!empty->isVisible());
}

void TestOverviewPage::newFiguresComeWithTheEnginesWord()
{
    OverviewDesk desk;
    QVERIFY(desk.fillDay());
    desk.open();
    QVERIFY(desk.waitFor("backlogFigure", QStringLiteral("2")));
    QVERIFY(desk.write([&] { desk.addDelivery(6, S::Queued, 1s); }));
    emit desk.engine.changed({{DeliveryId{6}}, false, false, false});
    QCOMPARE(desk.figure("backlogFigure"), QStringLiteral("2")); // not more than once a second
    QVERIFY(desk.waitFor("backlogFigure", QStringLiteral("3")));
}

void TestOverviewPage::unseenItAsksNothing()
{
    OverviewDesk desk;
    QVERIFY(desk.fillDay());
    desk.open();
    QVERIFY(desk.waitFor("backlogFigure", QStringLiteral("2")));
    desk.page->hide();
    QVERIFY(desk.write([&] { desk.addDelivery(6, S::Queued, 1s); }));
    emit desk.engine.changed({{DeliveryId{6}}, false, false, false});
    bool answered = false; // after whatever the page may have asked
    QTRY_VERIFY(std::ranges::none_of(desk.page->findChildren<QTimer *>(), &QTimer::isActive)); // its pause is over
    desk.reads->ask(
        this, [](const WorkspaceReader &) { return 0; }, [&answered](int) { answered = true; });
    QTRY_VERIFY(answered);
    QCOMPARE(desk.figure("backlogFigure"), QStringLiteral("2"));
    desk.page->show();
    QVERIFY(desk.waitFor("backlogFigure", QStringLiteral("3")));
}

void TestOverviewPage::rangeAndZoomSurviveARestart()
{
    OverviewDesk desk;
    QVERIFY(desk.fillDay());
    desk.open();
    QVERIFY(desk.waitFor("backlogFigure", QStringLiteral("2")));
    const QString file = desk.directory.filePath(QStringLiteral("layout.ini"));
    QTest::mouseClick(desk.find<QPushButton>("rangeButton0"), Qt::LeftButton);
    QTRY_VERIFY(desk.find<OutcomePlot>("outcomePlot")->bucketCount() > 50);
    QTest::keyClick(desk.find<OutcomePlot>("outcomePlot"), Qt::Key_Plus);
    const QString zoomed = desk.find<QLabel>("sinceLabel")->text();
    QVERIFY(!zoomed.isEmpty());
    {
        QSettings settings(file, QSettings::IniFormat);
        desk.page->saveLayout(settings);
    }
    OverviewPage later(desk.engine, *desk.reads, desk.clock);
    const QSettings settings(file, QSettings::IniFormat);
    later.restoreLayout(settings);
    QVERIFY(later.findChild<QPushButton *>(QStringLiteral("rangeButton0"))->isChecked());
    QCOMPARE(later.findChild<QLabel *>(QStringLiteral("sinceLabel"))->text(), zoomed);
    desk.clock.time += 48h; // what was zoomed into is long gone
    OverviewPage muchLater(desk.engine, *desk.reads, desk.clock);
    muchLater.restoreLayout(settings);
    QCOMPARE(muchLater.findChild<QLabel *>(QStringLiteral("sinceLabel"))->text(), QString());
}

void TestOverviewPage::everythingIsReachedByTab()
{
    OverviewDesk desk;
    QVERIFY(desk.fillDay());
    desk.open();
    QVERIFY(desk.waitFor("backlogFigure", QStringLiteral("2")));
    QVERIFY(QTest::qWaitForWindowActive(desk.page.get()));
    desk.find<QPushButton>("rangeButton1")->setFocus();
    QStringList reached;
    for (int i = 0; i < 30 && QApplication::focusWidget(); ++i) {
        reached.append(QApplication::focusWidget()->objectName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (const char *name :
         {"deliveredFigure", "unexplainedFigure", "outcomePlot", "latencyPlot", "failingTargetsTable", "causesTable"})
        QVERIFY2(reached.contains(QLatin1String(name)), name);
    QVERIFY(reached.indexOf(QLatin1String("deliveredFigure")) < reached.indexOf(QLatin1String("outcomePlot")));
    QVERIFY(reached.indexOf(QLatin1String("outcomePlot")) < reached.indexOf(QLatin1String("causesTable")));
}

void TestOverviewPage::looksRightInEverySize_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("range");
    QTest::newRow("overview-1280") << QSize(1100, 690) << 1;
    QTest::newRow("overview-960") << QSize(904, 490) << 1;
    QTest::newRow("overview-hour") << QSize(1100, 690) << 0;
    QTest::newRow("overview-month") << QSize(1100, 690) << 3;
}

void TestOverviewPage::looksRightInEverySize()
{
    QFETCH(QSize, size);
    QFETCH(int, range);
    OverviewDesk desk;
    QVERIFY(desk.fillDay());
    desk.open(size);
    QVERIFY(desk.waitFor("backlogFigure", QStringLiteral("2")));
    const QString before = desk.figure("deliveredFigure");
    QTest::mouseClick(desk.find<QPushButton>(qPrintable(QStringLiteral("rangeButton%1").arg(range))), Qt::LeftButton);
    QTRY_VERIFY(desk.figure("deliveredFigure") != QStringLiteral("–"));
    QCOMPARE(desk.page->size(), size); // nothing in it asks for more
    for (const QWidget *part : desk.page->findChildren<FigureButton *>())
        QVERIFY(part->width() >= part->minimumSizeHint().width());
    QCoreApplication::sendPostedEvents();
    shoot(*desk.page, QString::fromLatin1(QTest::currentDataTag()));
}

QTEST_MAIN(TestOverviewPage)
#include "tst_overviewpage.moc"

// Failures that are told of on the desktop while nobody looks at the window: how they are put together, what the
// service gets, and what its actions do. On a bus of the test's own.
#include "core/store/sql/database.h"
#include "core/store/tables/deliverystore.h"
#include "core/store/tables/eventstore.h"
#include "core/store/tables/targetstore.h"
#include "tests/ui/deliveryfakes.h"
#include "tests/ui/fakeengineclient.h"
#include "tests/ui/privatebus.h"
#include "ui/shell/notices/failurewatch.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

DeliveryRow failedRow(qint64 id, qint64 target = 1)
{
    DeliveryRow row;
    row.delivery.id = DeliveryId{id};
    row.delivery.target = TargetId{target};
    row.delivery.state = DeliveryState::Failed;
    row.delivery.error = QStringLiteral("503 Service Unavailable");
    row.targetName = target == 1 ? QStringLiteral("cms") : QStringLiteral("search");
    return row;
}

// A watch over a workspace on disk in which deliveries fail on demand.
struct Bench {
    QTemporaryDir directory;
    PrivateBus bus;
    FakeNotifications service;
    FakeEngineClient engine;
    fakes::StillClock clock;
    std::unique_ptr<ReadThread> reads;
    std::unique_ptr<FailureWatch> watch;
    qint64 last = 0;

    explicit Bench(bool withService = true)
    {
        if (!makeTargets())
            qFatal("no workspace");
        reads = std::make_unique<ReadThread>(workspace());
        if (withService && !service.serve(bus.connectAs(QStringLiteral("service"))))
            qFatal("no notification service");
        watch = std::make_unique<FailureWatch>(engine, *reads, clock, bus.connectAs(QStringLiteral("client")), 50ms);
    }
    [[nodiscard]] QString workspace() const { return directory.filePath(QStringLiteral("ws/w.db")); }

    bool makeTargets() const
    {
        auto db = Database::open(workspace(), Database::Access::Write);
        if (!db || !(*db)->begin())
            return false;
        TargetStore store(**db);
        for (const char *name : {"cms", "search <b>index</b>"}) {
            CallbackTarget target;
            target.id = store.reserve().value_or(TargetId{});
            target.name = QLatin1String(name);
            target.url = QStringLiteral("https://example.com/ingest");
            if (!store.save(target, Timestamp{}))
                return false;
        }
        return (*db)->commit().has_value();
    }

    // `count` deliveries to the target fail now, and the engine says so.
    bool fail(int count, qint64 target = 1, const QString &error = QStringLiteral("503 Service Unavailable"))
    {
        EngineChange change;
        for (int made = 0; made < count; ++made)
            change.deliveries.append(DeliveryId{last + 1 + made});
        if (!store(count, target, error))
            return false;
        emit engine.changed(change);
        return true;
    }
    // Another process sends them, and its engine says nothing here.
    bool failElsewhere(int count)
    {
        EngineChange change;
        change.everything = true;
        if (!store(count, 1, QStringLiteral("503 Service Unavailable")))
            return false;
        emit engine.changed(change);
        return true;
    }
    bool store(int count, qint64 target, const QString &error)
    {
        auto db = Database::open(workspace(), Database::Access::Write);
        if (!db || !(*db)->begin())
            return false;
        for (int made = 0; made < count; ++made) {
            MediaEvent event;
            event.id = EventId{++last};
            event.source = QStringLiteral("/test");
            event.sourceId = QString::number(last);
            event.asset = QStringLiteral("asset-%1").arg(last);
            event.type = info(event.trigger).eventType;
            Delivery delivery = failedRow(last, target).delivery;
            delivery.asset = event.asset;
            delivery.error = error;
            delivery.firstEvent = delivery.latestEvent = event.id;
            delivery.createdAt = clock.now();
            delivery.finishedAt = clock.now();
            if (!EventStore(**db).insert(event, event.fingerprint(), 1) || !DeliveryStore(**db).insert(delivery))
                return false;
        }
        return (*db)->commit().has_value();
    }
};

} // namespace

class tst_FailureNotices : public QObject {
    Q_OBJECT

private slots:
    void aTargetIsToldOfOnceAMinute();
    void theSameFailureCountsOnce();
    void failuresOfATargetAreOneNotice();
    void ofAFloodNoneIsLeftOut();
    void failuresOfAnotherProcessAreToldToo();
    void nothingIsToldWhileSomebodyLooks();
    void whatWasToldIsTakenBackWhenSomebodyLooks();
    void whatIsOnItsWayIsTakenBackToo();
    void itCanBeSwitchedOff();
    void whatFailedBeforeIsNotTold();
    void replayGoesToTheEngineOnce();
    void showNamesTheTarget();
    void textFromOutsideIsNoMarkup();
    void aServiceWithoutActionsGetsNone();
    void withoutABusItIsLoggedOnce();
    void aServiceThatComesLaterIsAsked();
};

void tst_FailureNotices::aTargetIsToldOfOnceAMinute()
{
    FailureBatch batch;
    QVERIFY(!batch.nextDue());
    for (qint64 id = 1; id <= 17; ++id)
        batch.add(failedRow(id));
    batch.add(failedRow(18, 2));
    QList<FailureNotice> due = batch.takeDue(1000ms);
    QCOMPARE(due.size(), 2);
    QCOMPARE(due[0].deliveries.size(), 17);
    QCOMPARE(due[0].name, QStringLiteral("cms"));
    QCOMPARE(due[1].target.value, 2);

    batch.add(failedRow(19));
    batch.add(failedRow(20));
    QVERIFY(batch.takeDue(60'999ms).isEmpty());
    QCOMPARE(*batch.nextDue(), 61'000ms);
    due = batch.takeDue(61'000ms);
    QCOMPARE(due.size(), 1);
    QCOMPARE(due[0].deliveries, (QList<DeliveryId>{DeliveryId{19}, DeliveryId{20}}));
}

void tst_FailureNotices::theSameFailureCountsOnce()
{
    FailureBatch batch;
    batch.add(failedRow(1));
    batch.add(failedRow(1));
    QCOMPARE(batch.takeDue(0ms).value(0).deliveries.size(), 1);
    batch.add(failedRow(1)); // its note was written, say
    QVERIFY(!batch.nextDue());
}

void tst_FailureNotices::failuresOfATargetAreOneNotice()
{
    Bench bench;
    bench.watch->setInBackground(true);
    QVERIFY(bench.fail(17));
    QTRY_COMPARE(bench.service.shown.size(), 1);
    const ShownNotice &notice = bench.service.shown[0];
    QVERIFY2(notice.summary.startsWith(QStringLiteral("17 deliver")), qPrintable(notice.summary));
    QVERIFY(notice.summary.contains(QStringLiteral("cms")));
    QVERIFY(notice.body.contains(QStringLiteral("503 Service Unavailable")));
    QCOMPARE(notice.hints.value(QStringLiteral("urgency")).toInt(), 1);
    QCOMPARE(notice.hints.value(QStringLiteral("desktop-entry")).toString(), QStringLiteral("org.callboard.Callboard"));
    QCOMPARE(notice.actions,
             (QStringList{QStringLiteral("default"), QStringLiteral("Show"), QStringLiteral("show"),
                          QStringLiteral("Show"), QStringLiteral("replay"), QStringLiteral("Replay")}));

    // More of them within the minute wait for its end; then they take the notice's place.
    QVERIFY(bench.fail(3));
    bench.clock.time += 61s;
    QVERIFY(bench.fail(1));
    QTRY_COMPARE(bench.service.shown.size(), 2);
    QVERIFY2(bench.service.shown[1].summary.startsWith(QStringLiteral("4 deliver")),
             qPrintable(bench.service.shown[1].summary));
    QCOMPARE(bench.service.shown[1].replaces, bench.service.shown[0].id);
}

void tst_FailureNotices::ofAFloodNoneIsLeftOut()
{
    Bench bench;
    bench.watch->setInBackground(true);
    QVERIFY(bench.fail(5'100));
    QTRY_COMPARE(bench.service.shown.size(), 1);
    QVERIFY2(bench.service.shown[0].summary.startsWith(QStringLiteral("5100 deliver")),
             qPrintable(bench.service.shown[0].summary));
}

void tst_FailureNotices::failuresOfAnotherProcessAreToldToo()
{
    Bench bench;
    bench.clock.time -= 1h;
    QVERIFY(bench.fail(1));
    bench.clock.time += 1h;
    bench.watch->setInBackground(true);
    QVERIFY(bench.failElsewhere(2));
    QTRY_COMPARE(bench.service.shown.size(), 1);
    QVERIFY2(bench.service.shown[0].summary.startsWith(QStringLiteral("2 deliver")),
             qPrintable(bench.service.shown[0].summary));
    // And what comes later, once.
    bench.clock.time += 61s;
    QVERIFY(bench.failElsewhere(3));
    QTRY_COMPARE(bench.service.shown.size(), 2);
    QVERIFY2(bench.service.shown[1].summary.startsWith(QStringLiteral("3 deliver")),
             qPrintable(bench.service.shown[1].summary));
}

void tst_FailureNotices::nothingIsToldWhileSomebodyLooks()
{
    Bench bench;
    QVERIFY(bench.fail(2));
    bench.clock.time += 1s;
    bench.watch->setInBackground(true);
    QVERIFY(bench.fail(1, 2));
    QTRY_COMPARE(bench.service.shown.size(), 1); // the other target's alone
    QVERIFY(bench.service.shown[0].summary.startsWith(QStringLiteral("1 deliver")));
}

void tst_FailureNotices::whatWasToldIsTakenBackWhenSomebodyLooks()
{
    Bench bench;
    bench.watch->setInBackground(true);
    QVERIFY(bench.fail(1));
    QTRY_COMPARE(bench.service.shown.size(), 1);
    QSignalSpy asked(bench.watch.get(), &FailureWatch::showRequested);
    // The reply with the notice's number has come once its action is known.
    QTRY_VERIFY([&] {
        emit bench.service.ActionInvoked(bench.service.shown[0].id, QStringLiteral("default"));
        return QTest::qWaitFor([&] { return !asked.isEmpty(); }, 100);
    }());
    bench.watch->setInBackground(false);
    QTRY_COMPARE(bench.service.closed, QList<uint>{bench.service.shown[0].id});
}

void tst_FailureNotices::whatIsOnItsWayIsTakenBackToo()
{
    Bench bench;
    bench.service.whileShowing = [&bench] { bench.watch->setInBackground(false); };
    bench.watch->setInBackground(true);
    QVERIFY(bench.fail(1));
    QTRY_COMPARE(bench.service.shown.size(), 1);
    QTRY_COMPARE(bench.service.closed, QList<uint>{bench.service.shown[0].id});
}

void tst_FailureNotices::itCanBeSwitchedOff()
{
    Bench bench;
    bench.watch->setEnabled(false);
    bench.watch->setInBackground(true);
    QVERIFY(bench.fail(2));
    bench.clock.time += 1s;
    bench.watch->setEnabled(true);
    QVERIFY(bench.fail(1, 2));
    QTRY_COMPARE(bench.service.shown.size(), 1);
    QVERIFY(bench.service.shown[0].summary.startsWith(QStringLiteral("1 deliver")));
}

void tst_FailureNotices::whatFailedBeforeIsNotTold()
{
    Bench bench;
    bench.clock.time -= 1h;
    QVERIFY(bench.fail(1));
    bench.clock.time += 1h;
    bench.watch->setInBackground(true);
    EngineChange change;
    change.deliveries = {DeliveryId{1}}; // somebody wrote a note to it
    emit bench.engine.changed(change);
    QVERIFY(bench.fail(1, 2));
    QTRY_COMPARE(bench.service.shown.size(), 1);
    QVERIFY(bench.service.shown[0].summary.contains(QStringLiteral("search")));
}

void tst_FailureNotices::replayGoesToTheEngineOnce()
{
    Bench bench;
    bench.watch->setInBackground(true);
    QVERIFY(bench.fail(3));
    QTRY_COMPARE(bench.service.shown.size(), 1);
    QSignalSpy replayed(bench.watch.get(), &FailureWatch::replayed);
    const uint id = bench.service.shown[0].id;
    QTRY_VERIFY([&] {
        emit bench.service.ActionInvoked(id, QStringLiteral("replay"));
        return QTest::qWaitFor([&] { return !replayed.isEmpty(); }, 100);
    }());
    emit bench.service.ActionInvoked(id, QStringLiteral("replay"));
    emit bench.service.ActionInvoked(id + 1, QStringLiteral("replay")); // another program's
    QCOMPARE(replayed[0][0].toString(), QStringLiteral("cms"));
    QCOMPARE(replayed[0][1].toInt(), 3);
    QCOMPARE(bench.engine.replayed, (QList<DeliveryId>{DeliveryId{1}, DeliveryId{2}, DeliveryId{3}}));
}

void tst_FailureNotices::showNamesTheTarget()
{
    Bench bench;
    bench.watch->setInBackground(true);
    QVERIFY(bench.fail(1, 2));
    QTRY_COMPARE(bench.service.shown.size(), 1);
    QSignalSpy asked(bench.watch.get(), &FailureWatch::showRequested);
    const uint id = bench.service.shown[0].id;
    QTRY_VERIFY([&] {
        emit bench.service.ActivationToken(id, QStringLiteral("token-7"));
        emit bench.service.ActionInvoked(id, QStringLiteral("show"));
        return QTest::qWaitFor([&] { return !asked.isEmpty(); }, 100);
    }());
    QCOMPARE(asked[0][0].value<TargetId>().value, 2);
    QCOMPARE(asked[0][1].toString(), QStringLiteral("token-7"));
}

void tst_FailureNotices::textFromOutsideIsNoMarkup()
{
    Bench bench;
    bench.watch->setInBackground(true);
    QVERIFY(bench.fail(1, 2, QStringLiteral("<a href=\"https://evil.example\">click</a>\nsecond line")));
    QTRY_COMPARE(bench.service.shown.size(), 1);
    QVERIFY(!bench.service.shown[0].body.contains(QLatin1String("<a")));
    QVERIFY(bench.service.shown[0].body.contains(QStringLiteral("&lt;a href")));
    QVERIFY(!bench.service.shown[0].body.contains(u'\n'));
}

void tst_FailureNotices::aServiceWithoutActionsGetsNone()
{
    Bench bench;
    bench.service.abilities = {QStringLiteral("body")};
    bench.watch->setInBackground(true);
    QVERIFY(bench.fail(1, 2, QStringLiteral("a < b")));
    QTRY_COMPARE(bench.service.shown.size(), 1);
    QVERIFY(bench.service.shown[0].actions.isEmpty());
    QVERIFY(bench.service.shown[0].body.contains(QStringLiteral("a < b"))); // as it is: nobody reads it as markup
}

void tst_FailureNotices::withoutABusItIsLoggedOnce()
{
    static int said = 0;
    said = 0;
    const auto before = qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &text) {
        said += text.contains(QStringLiteral("not told on the desktop")) ? 1 : 0;
    });
    DesktopNotices notices(QDBusConnection(QStringLiteral("no such bus")));
    notices.show({});
    notices.show({});
    qInstallMessageHandler(before);
    QCOMPARE(said, 1);
}

void tst_FailureNotices::aServiceThatComesLaterIsAsked()
{
    static int said = 0;
    said = 0;
    Bench bench(false);
    const auto before = qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &text) {
        said += text.contains(QStringLiteral("not told on the desktop")) ? 1 : 0;
    });
    bench.watch->setInBackground(true);
    const bool failed = bench.fail(1) && QTest::qWaitFor([] { return said == 1; });
    const bool served = bench.service.serve(bench.bus.connectAs(QStringLiteral("service")));
    const bool more = bench.fail(1, 2);
    const bool shown = QTest::qWaitFor([&] { return !bench.service.shown.isEmpty(); });
    qInstallMessageHandler(before);
    QVERIFY(failed && served && more && shown);
}

QTEST_GUILESS_MAIN(tst_FailureNotices)
#include "tst_failurenotices.moc"

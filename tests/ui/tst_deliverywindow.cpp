// What the Absorbed pane tells of a delivery's window, and where a delivery leads that a newer one took the place of.
#include "tests/ui/deliverybench.h"
#include "ui/deliveries/windowstory.h"

#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QTabWidget>

using namespace callboard;
using namespace std::chrono_literals;

class TestDeliveryWindow : public QObject {
    Q_OBJECT

private slots:
    void theStoryOfAWindowIsTold_data();
    void theStoryOfAWindowIsTold();
    void anOpenWindowSaysWhenItCloses();
    void aReplayNamesWhatItRepeats();
    void aSupersededDeliveryLeadsToItsSuccessor();
};

namespace {

constexpr Timestamp kOpened{Milliseconds(1'700'000'000'000)};

DeliveryDetail windowed(Milliseconds window, int merged, std::optional<Milliseconds> left, const QString &reason = {})
{
    DeliveryDetail detail;
    Delivery &delivery = detail.row.delivery;
    delivery.state = left ? DeliveryState::Delivered : DeliveryState::Waiting;
    delivery.createdAt = kOpened;
    delivery.dueAt = kOpened + window;
    delivery.window = window;
    delivery.windowReason = reason;
    delivery.merged = merged;
    if (left) {
        Attempt attempt;
        attempt.startedAt = kOpened + *left;
        detail.attempts = {attempt};
    }
    return detail;
}

QString story(const DeliveryDetail &detail)
{
    return windowStory(detail, kOpened + 18s).join(QLatin1Char(' '));
}

} // namespace

void TestDeliveryWindow::theStoryOfAWindowIsTold_data()
{
    QTest::addColumn<int>("window");
    QTest::addColumn<int>("merged");
    QTest::addColumn<int>("left");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QStringList>("says");
    const QString none;
    QTest::newRow("closed when due") << 60'000 << 13 << 60'010 << none
                                     << QStringList{
                                            QStringLiteral("as the target is set up."),
                                            QStringLiteral("It closed when its time was up."),
                                            QStringLiteral("Waited 60 s for the window; 14 events became one request: "
                                                           "13 requests saved.")};
    QTest::newRow("a reason for its length")
        << 120'000 << 0 << 120'000 << QStringLiteral("widened to 2m: the asset changed 5 times in the 1m before")
        << QStringList{QStringLiteral("for 2 min (widened to 2m: the asset changed 5 times in the 1m before)."),
                       QStringLiteral("nothing else happened to the asset meanwhile.")};
    QTest::newRow("closed early by an urgent event")
        << 60'000 << 2 << 4'000 << QStringLiteral("closed early: “moderated” is urgent")
        << QStringList{QStringLiteral("It closed early: “moderated” is urgent."),
                       QStringLiteral("Waited 4.0 s for the window; 3 events became one request: 2 requests saved.")};
    QTest::newRow("sent by hand") << 60'000 << 0 << 4'000 << none
                                  << QStringList{QStringLiteral("It was sent before the window's end.")};
    QTest::newRow("waited for its turn too")
        << 20'000 << 1 << 32'000 << none
        << QStringList{QStringLiteral("Waited 32 s: 20 s for the window and 12 s for its turn;")};
    QTest::newRow("no window") << 0 << 0 << 12 << none
                               << QStringList{QStringLiteral("No window was open: it left 12 ms after its event.")};
    QTest::newRow("no window, but held up")
        << 0 << 3 << 15'000 << none
        << QStringList{QStringLiteral("it waited 15 s for its turn; 4 events became one request: 3 requests saved.")};
}

void TestDeliveryWindow::theStoryOfAWindowIsTold()
{
    QFETCH(int, window);
    QFETCH(int, merged);
    QFETCH(int, left);
    QFETCH(QString, reason);
    QFETCH(QStringList, says);
    const QString told = story(windowed(Milliseconds(window), merged, Milliseconds(left), reason));
    for (const QString &part : says)
        QVERIFY2(told.contains(part), qPrintable(told));
    QVERIFY2(!told.contains(QStringLiteral("  ")), "no sentence is empty");
}

void TestDeliveryWindow::anOpenWindowSaysWhenItCloses()
{
    const QString told = story(windowed(60s, 2, std::nullopt));
    QVERIFY2(told.contains(QStringLiteral("It closes in 42 s")), qPrintable(told));
    QVERIFY2(!told.contains(QStringLiteral("saved")), "what is not over has saved nothing yet");
}

void TestDeliveryWindow::aReplayNamesWhatItRepeats()
{
    DeliveryDetail detail = windowed(0s, 0, 5ms);
    detail.row.delivery.replayOf = DeliveryId{4711};
    QVERIFY(story(detail).contains(QStringLiteral("the events of delivery 4711")));
}

void TestDeliveryWindow::aSupersededDeliveryLeadsToItsSuccessor()
{
    fakes::DeliveryBench bench;
    DeliveryRow old = fakes::row(1, DeliveryState::Cancelled, bench.clock);
    old.delivery.supersededBy = DeliveryId{2};
    bench.source.put(old);
    bench.source.put(fakes::row(2, DeliveryState::Delivered, bench.clock));
    bench.start();
    bench.table->selectDelivery(DeliveryId{1});
    bench.child<QTabWidget>("inspectorTabs")->setCurrentIndex(4);
    auto *successor = bench.child<QPushButton>("successorButton");
    QTRY_VERIFY(successor->isVisible());
    QCOMPARE(successor->text(), QStringLiteral("Go to 2"));
    QVERIFY(bench.child<QLabel>("windowStoryLabel")->text().contains(QStringLiteral("Delivery 2 took its place")));
    QTest::mouseClick(successor, Qt::LeftButton);
    QTRY_COMPARE(bench.inspector->current(), DeliveryId{2});
    QTRY_VERIFY(!successor->isVisible());
}

QTEST_MAIN(TestDeliveryWindow)
#include "tst_deliverywindow.moc"

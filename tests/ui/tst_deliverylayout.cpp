// Where the details of a delivery stand, and how much room they have: kept over an end of the program.
#include "tests/ui/deliverybench.h"

#include <QSettings>
#include <QSplitter>
#include <QTemporaryDir>

using namespace callboard;

class TestDeliveryLayout : public QObject {
    Q_OBJECT

private slots:
    void theInspectorsPlaceIsKept();
    void theSizesBesideTheListAreKept();

private:
    static void fill(fakes::DeliveryBench &bench);
};

void TestDeliveryLayout::fill(fakes::DeliveryBench &bench)
{
    for (int id = 1; id <= 3; ++id)
        bench.source.put(fakes::row(id, DeliveryState::Failed, bench.clock));
}

void TestDeliveryLayout::theInspectorsPlaceIsKept()
{
    fakes::DeliveryBench bench;
    fill(bench);
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

// Also where the window is narrow for a moment, as one is that opens maximized.
void TestDeliveryLayout::theSizesBesideTheListAreKept()
{
    fakes::DeliveryBench bench;
    fill(bench);
    bench.start();
    bench.window.resize(1'600, 900);
    auto *splitter = bench.child<QSplitter>("deliveriesSplitter");
    QTRY_COMPARE(splitter->orientation(), Qt::Horizontal);
    bench.page->selectDelivery(DeliveryId{2});
    QTRY_VERIFY(bench.inspector->isVisible());
    splitter->setSizes({splitter->width() - 400, 400});
    const QList<int> kept = splitter->sizes();
    const QTemporaryDir directory;
    QSettings settings(directory.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    bench.page->saveLayout(settings);
    for (const bool narrowFirst : {false, true}) {
        DeliveriesPage again(bench.source, bench.engine, *bench.messages, bench.clock);
        again.restoreLayout(settings);
        again.resize(narrowFirst ? QSize(1'000, 700) : bench.page->size());
        again.show();
        again.resize(bench.page->size());
        again.selectDelivery(DeliveryId{2});
        auto *same = again.findChild<QSplitter *>(QStringLiteral("deliveriesSplitter"));
        QTRY_COMPARE(same->orientation(), Qt::Horizontal);
        QTRY_VERIFY2(qAbs(same->sizes().constLast() - kept.constLast()) < 10, // but for rounding
                     qPrintable(QString::number(same->sizes().constLast())));
    }
}

QTEST_MAIN(TestDeliveryLayout)
#include "tst_deliverylayout.moc"

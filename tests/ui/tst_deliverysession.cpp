// What the deliveries' page gives back at the next start in the same workspace.
#include "tests/ui/deliverybench.h"
#include "ui/deliveries/filterbar.h"

#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>

using namespace callboard;

class TestDeliverySession : public QObject {
    Q_OBJECT

private slots:
    void filterDeliveryAndTabComeBack();
};

namespace {

void fill(fakes::DeliveryBench &bench)
{
    for (const int id : {1, 2, 3})
        bench.source.put(fakes::row(id, DeliveryState::Failed, bench.clock));
}

} // namespace

void TestDeliverySession::filterDeliveryAndTabComeBack()
{
    QTemporaryDir directory;
    QSettings settings(directory.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    DeliveryFilter filter;
    filter.states = {DeliveryState::Held, DeliveryState::Failed}; // in the bar's order
    filter.cause = QStringLiteral("http-503");
    filter.text = QStringLiteral("a, \"b\" %");
    {
        fakes::DeliveryBench before;
        fill(before);
        before.start();
        before.table->selectDelivery(DeliveryId{2});
        before.child<QTabWidget>("inspectorTabs")->setCurrentIndex(2);
        before.page->setFilter(filter);
        before.page->remember(settings);
    }
    fakes::DeliveryBench after;
    fill(after);
    after.start();
    after.page->resume(settings);
    QTRY_VERIFY(after.page->findChild<FilterBar *>()->filter() == filter);
    QTRY_COMPARE(after.inspector->current(), DeliveryId{2});
    QVERIFY(after.inspector->isVisible());
    QCOMPARE(after.child<QTabWidget>("inspectorTabs")->currentIndex(), 2);
}

QTEST_MAIN(TestDeliverySession)
#include "tst_deliverysession.moc"

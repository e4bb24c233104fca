// A log that follows stays with the newest, however many come in and wherever the keyboard was.
#include "tests/ui/deliverybench.h"
#include "ui/deliveries/deliverylistmodel.h"
#include "ui/look/look.h"

#include <QScrollBar>

using namespace callboard;

class TestFollowing : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void theNewestStayInSightWhileMoreThanTheListHoldsComeIn()
    {
        fakes::DeliveryBench bench;
        for (int id = 1; id <= 50; ++id)
            bench.source.put(fakes::row(id, DeliveryState::Delivered, bench.clock));
        bench.start();
        bench.table->setCurrentIndex({});
        bench.table->selectionModel()->setCurrentIndex(bench.table->model()->index(0, 0),
                                                       QItemSelectionModel::NoUpdate);
        const int last = 50 + 2 * DeliveryListModel::kMostRows;
        for (int id = 51; id <= last; id += 100) {
            EngineChange change;
            for (int next = id; next < id + 100; ++next) {
                bench.source.put(fakes::row(next, DeliveryState::Delivered, bench.clock));
                change.deliveries.append(DeliveryId{next});
            }
            emit bench.engine.changed(change);
            const int newest = id + 99;
            QTRY_COMPARE(bench.table->model()->index(0, 0).data(DeliveryListModel::IdRole).toInt(), newest);
            QCOMPARE(bench.table->verticalScrollBar()->value(), 0);
        }
        QVERIFY(qobject_cast<DeliveryListModel *>(bench.table->model())->isFollowing());
    }
};

QTEST_MAIN(TestFollowing)
#include "tst_following.moc"

// The log's window over a large workspace: bounded whichever way one scrolls, and what is shown stays where it is.
#include "tests/ui/deliveryfakes.h"
#include "ui/deliveries/deliverylistmodel.h"
#include "ui/deliveries/deliverytable.h"
#include "ui/look/appearance.h"
#include "ui/look/look.h"

#include <QAbstractItemModelTester>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace callboard;
using Model = DeliveryListModel;

class TestDeliveryPages : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theWindowStaysBoundedOnTheWayDownAndUp();
    void theModelKeepsItsContract();
    void newRowsAboveAWindowThatMovedAreCountedUntilOneComesBack();
    void aRevealedRowBeyondTheWindowBringsItBack();
    void whatIsShownStaysWhereItIs();
    void aRowThatLeavesAboveDoesNotMoveTheRest();
    void aSearchGoesOnBehindWhatMadeRoom();
    void aSearchAloneLooksIntoWhatIsNew();

private:
    void fill(qint64 to);
    void load();
    void scrollDown(int pages);
    void search();
    [[nodiscard]] qint64 first() const { return m_model->row(0).delivery.id.value; }

    static constexpr qint64 kRows = Model::kMostRows + 5 * Model::kPageRows;

    fakes::StillClock m_clock;
    std::unique_ptr<fakes::MemorySource> m_source;
    std::unique_ptr<Model> m_model;
};

void TestDeliveryPages::init()
{
    m_source = std::make_unique<fakes::MemorySource>();
    m_model = std::make_unique<Model>(*m_source, m_clock);
    m_model->setFollowing(false);
}

void TestDeliveryPages::cleanup()
{
    m_model.reset();
    m_source.reset();
}

void TestDeliveryPages::fill(qint64 to)
{
    for (qint64 id = m_source->stored.size() + 1; id <= to; ++id)
        m_source->put(fakes::row(id, DeliveryState::Delivered, m_clock));
}

void TestDeliveryPages::load()
{
    QSignalSpy loaded(m_model.get(), &Model::loadChanged);
    m_model->reload();
    QVERIFY(loaded.wait());
}

void TestDeliveryPages::scrollDown(int pages)
{
    for (int page = 0; page < pages; ++page) {
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        m_model->fetchMore({});
        QTRY_COMPARE(inserted.size(), 1);
    }
}

void TestDeliveryPages::theWindowStaysBoundedOnTheWayDownAndUp()
{
    fill(kRows);
    load();
    QVERIFY(!m_model->canFetchNewer());
    scrollDown(int(kRows / Model::kPageRows) - 1);
    QCOMPARE(m_model->rowCount(), Model::kMostRows);
    QCOMPARE(m_model->row(m_model->rowCount() - 1).delivery.id.value, 1);
    QCOMPARE(first(), Model::kMostRows);
    while (m_model->canFetchNewer()) {
        const qint64 before = first();
        m_model->fetchNewer();
        QTRY_VERIFY(first() > before || !m_model->canFetchNewer());
        QVERIFY(m_model->rowCount() <= Model::kMostRows);
        QTRY_VERIFY(first() == kRows || m_model->canFetchNewer());
    }
    QCOMPARE(first(), kRows);
    QTRY_VERIFY2(m_model->canFetchMore({}), "the far end made room again");
    for (int row = 1; row < m_model->rowCount(); ++row)
        QCOMPARE(m_model->row(row).delivery.id.value, kRows - row);
}

void TestDeliveryPages::theModelKeepsItsContract()
{
    fill(kRows);
    load();
    scrollDown(int(kRows / Model::kPageRows) - 2);
    QAbstractItemModelTester tester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    scrollDown(1);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed[0][1].toInt(), 0);
    m_model->fetchNewer();
    QTRY_COMPARE(removed.size(), 2);
    QVERIFY(removed[1][1].toInt() > 0);
}

void TestDeliveryPages::newRowsAboveAWindowThatMovedAreCountedUntilOneComesBack()
{
    fill(kRows);
    load();
    scrollDown(int(kRows / Model::kPageRows) - 1);
    m_source->put(fakes::row(kRows + 1, DeliveryState::Queued, m_clock));
    m_model->refresh({DeliveryId{kRows + 1}});
    QTRY_COMPARE(m_model->pending(), 1);
    QCOMPARE(first(), Model::kMostRows);
    m_model->setFollowing(true);
    QTRY_COMPARE(first(), kRows + 1);
    QCOMPARE(m_model->pending(), 0);
    QVERIFY(!m_model->canFetchNewer());
}

void TestDeliveryPages::aRevealedRowBeyondTheWindowBringsItBack()
{
    fill(kRows);
    load();
    scrollDown(int(kRows / Model::kPageRows) - 1);
    m_source->put(fakes::row(kRows + 1, DeliveryState::Queued, m_clock));
    QSignalSpy revealed(m_model.get(), &Model::revealed);
    m_model->reveal({DeliveryId{kRows + 1}});
    QTRY_COMPARE(revealed.size(), 1);
    QCOMPARE(revealed[0][0].value<QList<DeliveryId>>(), QList<DeliveryId>{DeliveryId{kRows + 1}});
    QCOMPARE(m_model->indexOf(DeliveryId{kRows + 1}), 0);
}

void TestDeliveryPages::whatIsShownStaysWhereItIs()
{
    fill(kRows);
    load();
    DeliveryTable table;
    table.setDeliveries(m_model.get());
    table.resize(900, 400);
    table.show();
    scrollDown(int(Model::kMostRows / Model::kPageRows) - 1);
    QCOMPARE(m_model->rowCount(), Model::kMostRows);
    table.verticalScrollBar()->setValue(1'000 * look::kRowHeight + 5);
    const auto top = [&] { return m_model->row(table.rowAt(0)).delivery.id.value; };
    const qint64 seen = top();
    scrollDown(1); // the newest page makes room
    QCOMPARE(first(), kRows - Model::kPageRows);
    QCOMPARE(top(), seen);
    QCOMPARE(table.rowViewportPosition(table.rowAt(0)), -5);
    m_model->fetchNewer();
    QTRY_COMPARE(first(), kRows);
    QCOMPARE(top(), seen);
    QScrollBar *bar = table.verticalScrollBar();
    const auto below = [&] { return m_model->rowCount() * look::rowHeight() - table.viewport()->height(); };
    QTRY_COMPARE(bar->maximum(), below()); // laid out anew, soon after rows have gone at the end
    bar->setValue(bar->maximum());
    const qint64 last = top();
    QVERIFY(last > 0);
    scrollDown(1); // at the very end, where the bar's range is cut
    QCOMPARE(top(), last);
}

void TestDeliveryPages::aRowThatLeavesAboveDoesNotMoveTheRest()
{
    fill(150);
    DeliveryFilter delivered;
    delivered.states = {DeliveryState::Delivered};
    m_model->setFilter(delivered);
    QTRY_COMPARE(m_model->rowCount(), 150);
    DeliveryTable table;
    table.setDeliveries(m_model.get());
    table.resize(900, 400);
    table.show();
    table.verticalScrollBar()->setValue(50 * look::kRowHeight);
    const qint64 seen = m_model->row(table.rowAt(0)).delivery.id.value;
    m_source->put(fakes::row(140, DeliveryState::Failed, m_clock));
    m_model->refresh({DeliveryId{140}});
    QTRY_COMPARE(m_model->rowCount(), 149);
    QCOMPARE(m_model->row(table.rowAt(0)).delivery.id.value, seen);
}

void TestDeliveryPages::search()
{
    DeliveryFilter filter;
    DeliveryCondition body;
    body.field = DeliveryCondition::Field::Body;
    body.words = {QStringLiteral("asset")};
    filter.conditions = {body};
    m_model->setFilter(filter);
    QTRY_VERIFY(!m_model->search().running);
}

void TestDeliveryPages::aSearchGoesOnBehindWhatMadeRoom()
{
    fill(kRows);
    m_model->setFollowing(true);
    search();
    while (m_model->rowCount() < Model::kMostRows) {
        m_model->fetchMore({});
        QTRY_VERIFY(!m_model->search().running);
    }
    m_source->put(fakes::row(kRows + 1, DeliveryState::Queued, m_clock));
    m_model->reveal({DeliveryId{kRows + 1}});
    QTRY_COMPARE(first(), kRows + 1);
    QVERIFY(m_model->rowCount() < Model::kMostRows); // the far end made room
    const int before = m_model->rowCount();
    m_model->fetchMore({});
    QTRY_VERIFY(m_model->rowCount() > before);
    for (int row = 1; row < m_model->rowCount(); ++row)
        QCOMPARE(m_model->row(row).delivery.id.value, kRows + 1 - row);
}

void TestDeliveryPages::aSearchAloneLooksIntoWhatIsNew()
{
    fill(kRows);
    search();
    const int asked = m_source->rowsAsked;
    m_source->put(fakes::row(kRows + 1, DeliveryState::Queued, m_clock));
    m_model->refresh({DeliveryId{kRows + 1}});
    QCOMPARE(m_source->rowsAsked, asked);
    m_model->refresh({DeliveryId{kRows}});
    QCOMPARE(m_source->rowsAsked, asked + 1);
    while (first() == kRows) { // until the newest make room
        m_model->fetchMore({});
        QTRY_VERIFY(!m_model->search().running);
    }
    QVERIFY(!m_model->canFetchNewer());
}

QTEST_MAIN(TestDeliveryPages)
#include "tst_deliverypages.moc"

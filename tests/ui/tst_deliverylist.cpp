// DeliveryListModel: pages by key, changes in place, following and not.
#include "tests/ui/deliveryfakes.h"
#include "ui/deliveries/deliverylistmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace callboard;
using Model = DeliveryListModel;

class TestDeliveryList : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void pagesAreLoadedNewestFirstAndOnlyWhenAskedFor();
    void aRowChangesInPlace();
    void newRowsComeOnTopWhileFollowing();
    void newRowsAreOnlyCountedWhileNotFollowing();
    void eachNewRowIsCountedOnceHoweverOftenItChanges();
    void followingAgainLoadsTheNewest();
    void aRevealedRowShowsThoughNotFollowing();
    void aRevealedRowThatTheFilterHidesIsReportedMissing();
    void aRowThatNoLongerMatchesLeaves();
    void aLateMatchGoesWhereItBelongs();
    void whatIsOlderThanTheLoadedPagesWaitsForItsPage();
    void answersToAnEarlierFilterAreDropped();
    void aFloodWhileFollowingLoadsTheNewestPageInstead();
    void theListStaysBoundedWhileFollowing();
    void whatSomebodyElseWroteIsReadAgain();
    void whatSomebodyElseWroteIsOnlyCountedWhileNotFollowing();
    void aFloodOfSomebodyElsesLoadsTheNewestPageInstead();
    void aFailedSourceIsSaid();
    void whatIsUnknownIsADash();

private:
    void fill(int from, int to, DeliveryState state = DeliveryState::Delivered);
    void load();
    [[nodiscard]] QList<qint64> ids() const;

    fakes::StillClock m_clock;
    std::unique_ptr<fakes::MemorySource> m_source;
    std::unique_ptr<Model> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestDeliveryList::init()
{
    m_source = std::make_unique<fakes::MemorySource>();
    m_model = std::make_unique<Model>(*m_source, m_clock);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestDeliveryList::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_source.reset();
}

void TestDeliveryList::fill(int from, int to, DeliveryState state)
{
    for (int id = from; id <= to; ++id)
        m_source->put(fakes::row(id, state, m_clock));
}

void TestDeliveryList::load()
{
    QSignalSpy loaded(m_model.get(), &Model::loadChanged);
    m_model->reload();
    QVERIFY(loaded.wait());
}

QList<qint64> TestDeliveryList::ids() const
{
    QList<qint64> ids;
    for (int row = 0; row < m_model->rowCount(); ++row)
        ids.append(m_model->row(row).delivery.id.value);
    return ids;
}

void TestDeliveryList::pagesAreLoadedNewestFirstAndOnlyWhenAskedFor()
{
    m_tester.reset(); // it fetches by itself
    fill(1, 450);
    load();
    QCOMPARE(m_model->rowCount(), 200);
    QCOMPARE(m_model->row(0).delivery.id.value, 450);
    QVERIFY(m_model->canFetchMore({}));
    m_model->fetchMore({});
    QVERIFY2(!m_model->canFetchMore({}), "one page at a time");
    QTRY_COMPARE(m_model->rowCount(), 400);
    m_model->fetchMore({});
    QTRY_COMPARE(m_model->rowCount(), 450);
    QCOMPARE(m_model->row(449).delivery.id.value, 1);
    QVERIFY(!m_model->canFetchMore({}));
}

void TestDeliveryList::aRowChangesInPlace()
{
    fill(1, 3, DeliveryState::Sending);
    load();
    const QPersistentModelIndex second = m_model->index(1, Model::State);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_source->put(fakes::row(2, DeliveryState::Delivered, m_clock));
    m_model->refresh({DeliveryId{2}});
    QTRY_COMPARE(second.data().toString(), QStringLiteral("Delivered"));
    QCOMPARE(second.row(), 1);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(reset.size(), 0);
}

void TestDeliveryList::newRowsComeOnTopWhileFollowing()
{
    fill(1, 2);
    load();
    fill(3, 5);
    m_model->refresh({DeliveryId{3}, DeliveryId{5}, DeliveryId{4}});
    QTRY_COMPARE(ids(), (QList<qint64>{5, 4, 3, 2, 1}));
    QCOMPARE(m_model->pending(), 0);
}

void TestDeliveryList::newRowsAreOnlyCountedWhileNotFollowing()
{
    fill(1, 2);
    load();
    m_model->setFollowing(false);
    QSignalSpy pending(m_model.get(), &Model::pendingChanged);
    fill(3, 4);
    m_model->refresh({DeliveryId{3}, DeliveryId{4}});
    QTRY_COMPARE(m_model->pending(), 2);
    QCOMPARE(pending.constLast().constFirst().toInt(), 2);
    QCOMPARE(ids(), (QList<qint64>{2, 1}));
}

void TestDeliveryList::eachNewRowIsCountedOnceHoweverOftenItChanges()
{
    fill(1, 1);
    load();
    m_model->setFollowing(false);
    fill(2, 2, DeliveryState::Queued);
    m_model->refresh({DeliveryId{2}});
    QTRY_COMPARE(m_model->pending(), 1);
    const int asked = m_source->rowsAsked;
    fill(2, 2, DeliveryState::Delivered);
    m_model->refresh({DeliveryId{2}});
    QTRY_COMPARE(m_source->rowsAsked, asked + 1);
    QTest::qWait(0);
    QCOMPARE(m_model->pending(), 1);
}

void TestDeliveryList::followingAgainLoadsTheNewest()
{
    fill(1, 2);
    load();
    m_model->setFollowing(false);
    fill(3, 3);
    m_model->refresh({DeliveryId{3}});
    QTRY_COMPARE(m_model->pending(), 1);
    m_model->setFollowing(true);
    QTRY_COMPARE(ids(), (QList<qint64>{3, 2, 1}));
    QCOMPARE(m_model->pending(), 0);
}

void TestDeliveryList::aRevealedRowShowsThoughNotFollowing()
{
    fill(1, 2);
    load();
    m_model->setFollowing(false);
    fill(3, 4);
    QSignalSpy revealed(m_model.get(), &Model::revealed);
    m_model->refresh({DeliveryId{3}});
    m_model->reveal({DeliveryId{4}});
    QTRY_COMPARE(revealed.size(), 1);
    QCOMPARE(revealed[0][0].value<QList<DeliveryId>>(), QList<DeliveryId>{DeliveryId{4}});
    QCOMPARE(ids(), (QList<qint64>{4, 2, 1}));
    QCOMPARE(m_model->pending(), 1);
}

void TestDeliveryList::aRevealedRowThatTheFilterHidesIsReportedMissing()
{
    fill(1, 2, DeliveryState::Failed);
    DeliveryFilter failed;
    failed.states = {DeliveryState::Failed};
    m_model->setFilter(failed);
    QTRY_COMPARE(m_model->rowCount(), 2);
    fill(3, 3, DeliveryState::Queued);
    QSignalSpy revealed(m_model.get(), &Model::revealed);
    m_model->reveal({DeliveryId{3}});
    QTRY_COMPARE(revealed.size(), 1);
    QVERIFY(revealed[0][0].value<QList<DeliveryId>>().isEmpty());
    QCOMPARE(m_model->rowCount(), 2);
}

void TestDeliveryList::aRowThatNoLongerMatchesLeaves()
{
    fill(1, 3, DeliveryState::Retrying);
    DeliveryFilter retrying;
    retrying.states = {DeliveryState::Retrying};
    m_model->setFilter(retrying);
    QTRY_COMPARE(m_model->rowCount(), 3);
    fill(2, 2, DeliveryState::Delivered);
    m_model->refresh({DeliveryId{2}});
    QTRY_COMPARE(ids(), (QList<qint64>{3, 1}));
}

void TestDeliveryList::aLateMatchGoesWhereItBelongs()
{
    fill(1, 3, DeliveryState::Failed);
    fill(2, 2, DeliveryState::Sending);
    DeliveryFilter failed;
    failed.states = {DeliveryState::Failed};
    m_model->setFilter(failed);
    QTRY_COMPARE(ids(), (QList<qint64>{3, 1}));
    fill(2, 2, DeliveryState::Failed);
    m_model->refresh({DeliveryId{2}});
    QTRY_COMPARE(ids(), (QList<qint64>{3, 2, 1}));
}

void TestDeliveryList::whatIsOlderThanTheLoadedPagesWaitsForItsPage()
{
    fill(1, 300);
    load();
    QCOMPARE(m_model->rowCount(), 200);
    const int asked = m_source->rowsAsked;
    m_model->refresh({DeliveryId{5}});
    QTRY_COMPARE(m_source->rowsAsked, asked + 1);
    QTest::qWait(0);
    QCOMPARE(m_model->rowCount(), 200);
    QCOMPARE(m_model->pending(), 0);
}

void TestDeliveryList::answersToAnEarlierFilterAreDropped()
{
    fill(1, 5, DeliveryState::Delivered);
    fill(6, 7, DeliveryState::Failed);
    load();
    DeliveryFilter delivered;
    delivered.states = {DeliveryState::Delivered};
    DeliveryFilter failed;
    failed.states = {DeliveryState::Failed};
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->setFilter(delivered);
    m_model->setFilter(failed);
    QTRY_COMPARE(reset.size(), 1);
    QCOMPARE(ids(), (QList<qint64>{7, 6}));
}

void TestDeliveryList::aFloodWhileFollowingLoadsTheNewestPageInstead()
{
    fill(1, 10);
    load();
    fill(11, 6'100);
    QList<DeliveryId> changed;
    for (qint64 id = 11; id <= 6'100; ++id)
        changed.append(DeliveryId{id});
    const int asked = m_source->rowsAsked;
    m_model->refresh(changed);
    QTRY_COMPARE(m_model->row(0).delivery.id.value, 6'100);
    QCOMPARE(m_model->rowCount(), Model::kPageRows);
    QCOMPARE(m_source->rowsAsked, asked);
}

void TestDeliveryList::theListStaysBoundedWhileFollowing()
{
    fill(1, 10);
    load();
    m_tester.reset(); // it reads every row at every change
    int next = 11;
    while (next < Model::kMostRows + 2'000) {
        QList<DeliveryId> changed;
        fill(next, next + 399);
        for (int i = 0; i < 400; ++i)
            changed.append(DeliveryId{next + i});
        m_model->refresh(changed);
        next += 400;
        QTRY_COMPARE(m_model->row(0).delivery.id.value, next - 1);
        QVERIFY(m_model->rowCount() <= Model::kMostRows);
    }
    QVERIFY2(m_model->canFetchMore({}), "what was let go can be loaded again");
}

void TestDeliveryList::whatSomebodyElseWroteIsReadAgain()
{
    fill(1, 2, DeliveryState::Queued);
    load();
    m_source->put(fakes::row(1, DeliveryState::Delivered, m_clock));
    fill(3, 4);
    m_model->readAgain();
    QTRY_COMPARE(ids(), (QList<qint64>{4, 3, 2, 1}));
    QTRY_VERIFY(m_model->row(3).delivery.state == DeliveryState::Delivered);
}

void TestDeliveryList::whatSomebodyElseWroteIsOnlyCountedWhileNotFollowing()
{
    fill(1, 2);
    load();
    m_model->setFollowing(false);
    fill(3, 5);
    m_model->readAgain();
    QTRY_COMPARE(m_model->pending(), 3);
    QCOMPARE(ids(), (QList<qint64>{2, 1}));
}

void TestDeliveryList::aFloodOfSomebodyElsesLoadsTheNewestPageInstead()
{
    fill(1, 2);
    load();
    fill(3, Model::kPageRows * 3);
    m_model->readAgain();
    QTRY_COMPARE(m_model->rowCount(), Model::kPageRows);
    QCOMPARE(m_model->row(0).delivery.id.value, Model::kPageRows * 3);
}

void TestDeliveryList::aFailedSourceIsSaid()
{
    QSignalSpy load(m_model.get(), &Model::loadChanged);
    emit m_source->failed(QStringLiteral("no such file"));
    QCOMPARE(load.size(), 1);
    QCOMPARE(m_model->load(), Model::Load::Failed);
}

void TestDeliveryList::whatIsUnknownIsADash()
{
    DeliveryRow row = fakes::row(1, DeliveryState::Waiting, m_clock);
    row.delivery.attempts = 0;
    row.delivery.merged = 13;
    row.delivery.trigger = Trigger::Rating;
    m_source->put(row);
    load();
    const auto shown = [this](int column) { return m_model->index(0, column).data().toString(); };
    QCOMPARE(shown(Model::Attempts), QStringLiteral("–"));
    QCOMPARE(shown(Model::Status), QStringLiteral("–"));
    QCOMPARE(shown(Model::Event), QStringLiteral("rated ×14"));
    QCOMPARE(shown(Model::Duration), QStringLiteral("in 42 s"));
    QCOMPARE(shown(Model::When), QStringLiteral("12 s ago"));
    m_clock.time += std::chrono::seconds(48);
    m_model->refreshTimes();
    QCOMPARE(shown(Model::When), QStringLiteral("1 min ago"));
    QCOMPARE(shown(Model::Duration), QStringLiteral("due now"));
}

QTEST_MAIN(TestDeliveryList)
#include "tst_deliverylist.moc"

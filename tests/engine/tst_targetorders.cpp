#include "tests/engine/enginebench.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

// Orders about several targets at once.
class tst_TargetOrders : public QObject {
    Q_OBJECT

private slots:
    void severalAreSavedTogether();
    void oneThatWasChangedMeanwhileStopsThemAll();
    void oneThatIsWrongStopsThemAll();
    void theyStandAsTheyWereArranged();
    void whatIsNotNamedComesBehind();
    void arrangingChangesNothingElse();
};

namespace {

QList<CallbackTarget> targets(const EngineBench &bench)
{
    return (*WorkspaceReader::open(bench.workspace()))->targets();
}

QString names(const EngineBench &bench)
{
    QString all;
    for (const CallbackTarget &target : targets(bench))
        all += target.name;
    return all;
}

Result<QList<CallbackTarget>> save(EngineBench &bench, const QList<CallbackTarget> &list)
{
    return bench.order<QList<CallbackTarget>>([&](Orders &orders) { return orders.saveTargets(list); });
}

Result<int> arrange(EngineBench &bench, const QList<TargetId> &order)
{
    return bench.order<int>([&](Orders &orders) { return orders.arrange(order); });
}

// A, B and C, in this order.
QList<TargetId> addThree(EngineBench &bench)
{
    QList<TargetId> ids;
    for (const char *name : {"a", "b", "c"})
        ids.append(bench.addTarget(plainTarget(QString::fromLatin1(name))));
    return ids;
}

} // namespace

void tst_TargetOrders::severalAreSavedTogether()
{
    EngineBench bench;
    QVERIFY(bench.start());
    addThree(bench);
    QList<CallbackTarget> list = targets(bench);
    for (CallbackTarget &target : list)
        target.totalTimeout = 3s;
    const auto saved = save(bench, list);
    QVERIFY(saved);
    QCOMPARE(saved->size(), 3);
    for (const CallbackTarget &target : targets(bench)) {
        QCOMPARE(target.totalTimeout.count(), 3000);
        QCOMPARE(target.revision, 2);
    }
    QCOMPARE(names(bench), QStringLiteral("abc"));
}

void tst_TargetOrders::oneThatWasChangedMeanwhileStopsThemAll()
{
    EngineBench bench;
    QVERIFY(bench.start());
    const auto ids = addThree(bench);
    QList<CallbackTarget> list = targets(bench);
    QVERIFY(bench.order<CallbackTarget>(
        [&](Orders &orders) { return orders.setTargetState(ids[2], TargetState::Paused, {}); }));
    for (CallbackTarget &target : list)
        target.totalTimeout = 3s;
    const auto saved = save(bench, list);
    QVERIFY(!saved);
    QVERIFY(saved.error().code == ErrorCode::Conflict);
    QVERIFY(saved.error().detail.contains(QStringLiteral("“c”")));
    for (const CallbackTarget &target : targets(bench))
        QCOMPARE(target.totalTimeout.count(), 15'000);
    // Nor does the engine send by what was taken back.
    QVERIFY(bench.emitEvents({published(QStringLiteral("m1"), QStringLiteral("e1"))}));
    QCOMPARE(bench.transport->sent.size(), 2);
    QCOMPARE(bench.transport->sent[0].totalTimeout.count(), 15'000);
}

void tst_TargetOrders::oneThatIsWrongStopsThemAll()
{
    EngineBench bench;
    QVERIFY(bench.start());
    addThree(bench);
    QList<CallbackTarget> list = targets(bench);
    list[0].totalTimeout = 3s;
    list[1].maxInFlight = 0;
    const auto saved = save(bench, list);
    QVERIFY(!saved);
    QVERIFY(saved.error().detail.startsWith(QStringLiteral("“b”: ")));
    QCOMPARE(targets(bench)[0].totalTimeout.count(), 15'000);
}

void tst_TargetOrders::theyStandAsTheyWereArranged()
{
    EngineBench bench;
    QVERIFY(bench.start());
    const auto ids = addThree(bench);
    const auto placed = arrange(bench, {ids[2], ids[0], ids[1]});
    QVERIFY(placed);
    QCOMPARE(*placed, 3);
    QCOMPARE(names(bench), QStringLiteral("cab"));
    QVERIFY(bench.addTarget(plainTarget(QStringLiteral("d"))).isValid());
    QCOMPARE(names(bench), QStringLiteral("cabd"));
}

void tst_TargetOrders::whatIsNotNamedComesBehind()
{
    EngineBench bench;
    QVERIFY(bench.start());
    const auto ids = addThree(bench);
    QVERIFY(bench.order<TargetId>([&](Orders &orders) { return orders.removeTarget(ids[1]); }));
    const auto placed = arrange(bench, {ids[2], ids[1]}); // one is gone, one is new to whoever asked
    QVERIFY(placed);
    QCOMPARE(*placed, 1);
    QCOMPARE(names(bench), QStringLiteral("ca"));
}

void tst_TargetOrders::arrangingChangesNothingElse()
{
    EngineBench bench;
    QVERIFY(bench.start());
    const auto ids = addThree(bench);
    QVERIFY(arrange(bench, {ids[1], ids[0], ids[2]}));
    for (const CallbackTarget &target : targets(bench))
        QCOMPARE(target.revision, 1);
}

QTEST_GUILESS_MAIN(tst_TargetOrders)
#include "tst_targetorders.moc"

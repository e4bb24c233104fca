#include "ui/targets/targetlistmodel.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

const Timestamp kNow{Milliseconds(1'704'067'200'000)};

TargetSummary summary(qint64 id, const QString &name)
{
    TargetSummary row;
    row.target.name = name;
    row.target.url = QStringLiteral("https://callback.example/") + name;
    row.target.id = TargetId{id};
    return row;
}

QString cell(const TargetListModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class tst_TargetListModel : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::English); }

    void rowsSayWhatATargetIs();
    void howItIsSentIsSaidInAFewWords();
    void newDataIsMergedRowByRow();
    void aSelectionSurvivesNewData();
    void theDayIsSummedUp();
    void rowsAreArranged();
};

void tst_TargetListModel::rowsSayWhatATargetIs()
{
    TargetListModel model;
    TargetSummary row = summary(1, QStringLiteral("cms"));
    row.delivered = 12'345;
    row.failed = 2;
    row.open = 14;
    row.lastDeliveredAt = kNow - 12s;
    TargetSummary broken = summary(2, QStringLiteral("site"));
    broken.target.state = TargetState::Paused;
    broken.lastError = QStringLiteral("connection refused");
    model.setSummaries({row, broken, summary(3, QStringLiteral("new"))}, kNow);
    QCOMPARE(cell(model, 0, TargetListModel::StateColumn), QStringLiteral("Enabled"));
    QCOMPARE(cell(model, 0, TargetListModel::FormatColumn), QStringLiteral("LightFlow JSON"));
    QCOMPARE(cell(model, 0, TargetListModel::FiresColumn), QStringLiteral("published, failed"));
    QCOMPARE(cell(model, 0, TargetListModel::LastColumn), QStringLiteral("delivered 12 s ago"));
    QCOMPARE(cell(model, 0, TargetListModel::DeliveredColumn), QLocale().toString(12'345));
    QCOMPARE(cell(model, 0, TargetListModel::OpenColumn), QStringLiteral("14"));
    QCOMPARE(cell(model, 1, TargetListModel::StateColumn), QStringLiteral("Paused"));
    QCOMPARE(cell(model, 1, TargetListModel::LastColumn), QStringLiteral("connection refused"));
    QCOMPARE(cell(model, 2, TargetListModel::LastColumn), QStringLiteral("–"));
}

void tst_TargetListModel::howItIsSentIsSaidInAFewWords()
{
    TargetSummary adapting = summary(1, QStringLiteral("site"));
    adapting.target.format = PayloadFormat::Spark;
    adapting.target.coalesceWindow = 60s;
    adapting.target.coalesceLongest = 5min;
    adapting.target.urgent = {Trigger::Failure};
    TargetSummary mailed = summary(2, QStringLiteral("desk"));
    mailed.target.url = QStringLiteral("mailto:desk@example.com");
    TargetSummary direct = summary(3, QStringLiteral("direct"));
    direct.target.source = CallbackSource::Encoder;
    TargetSummary relayed = summary(4, QStringLiteral("relayed"));
    relayed.target.source = CallbackSource::Encoder;
    relayed.target.relay = true;
    relayed.target.signing = {SigningScheme::Mux, {}, {SigningKey{{{}, QByteArrayLiteral("sealed")}, {}}}};
    TargetListModel model;
    model.setSummaries({adapting, mailed, direct, relayed}, kNow);
    QCOMPARE(cell(model, 0, TargetListModel::FormatColumn), QStringLiteral("Spark XML, 60 s to 5 min"));
    QCOMPARE(cell(model, 1, TargetListModel::FormatColumn), QStringLiteral("LightFlow JSON by mail"));
    QCOMPARE(cell(model, 2, TargetListModel::FormatColumn), QStringLiteral("by the encoder"));
    QCOMPARE(cell(model, 3, TargetListModel::FormatColumn), QStringLiteral("LightFlow JSON, relayed"));
    const QString whole = model.index(0, TargetListModel::FormatColumn).data(Qt::ToolTipRole).toString();
    QVERIFY(whole.contains(QStringLiteral("in up to 5 min while it changes often")));
    QVERIFY(whole.contains(QStringLiteral("At once for: failed.")));
    const QString howRelayed = model.index(3, TargetListModel::FormatColumn).data(Qt::ToolTipRole).toString();
    QVERIFY(howRelayed.contains(QStringLiteral("Signed: Mux.")));
    QVERIFY(!whole.contains(QStringLiteral("Signed")));
    QVERIFY(model.index(2, 0).data(TargetListModel::SearchRole).toString().contains(QStringLiteral("encoder")));
}

void tst_TargetListModel::newDataIsMergedRowByRow()
{
    TargetListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const TargetSummary a = summary(1, QStringLiteral("a"));
    const TargetSummary b = summary(2, QStringLiteral("b"));
    const TargetSummary c = summary(3, QStringLiteral("c"));
    const TargetSummary d = summary(4, QStringLiteral("d"));
    model.setSummaries({a, b, c}, kNow);
    const QPersistentModelIndex held = model.index(2, 0);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setSummaries({d, c, a}, kNow);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(cell(model, 0, 0), QStringLiteral("d"));
    QCOMPARE(cell(model, 1, 0), QStringLiteral("c"));
    QCOMPARE(cell(model, 2, 0), QStringLiteral("a"));
    QCOMPARE(held.row(), 1);
    QCOMPARE(resets.count(), 0);
    model.setSummaries({}, kNow);
    QCOMPARE(model.rowCount(), 0);
}

void tst_TargetListModel::aSelectionSurvivesNewData()
{
    TargetListModel model;
    QTableView view;
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setModel(&model);
    model.setSummaries({summary(1, QStringLiteral("a")), summary(2, QStringLiteral("b"))}, kNow);
    view.selectRow(1);
    model.setSummaries({summary(3, QStringLiteral("c")), summary(2, QStringLiteral("b"))}, kNow + 2s);
    QCOMPARE(view.selectionModel()->selectedRows().value(0).data().toString(), QStringLiteral("b"));
}

void tst_TargetListModel::theDayIsSummedUp()
{
    TargetListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSummaries({summary(1, QStringLiteral("a")), summary(2, QStringLiteral("b"))}, kNow);
    TargetTrend trend;
    trend.delivered[3] = 99'999;
    trend.failed[3] = 1;
    trend.delivered[23] = 2;
    model.setTrends({{TargetId{1}, trend}});
    QCOMPARE(cell(model, 0, TargetListModel::SuccessColumn), QStringLiteral("99.9 %")); // never rounded up to all
    QCOMPARE(cell(model, 1, TargetListModel::SuccessColumn), QStringLiteral("–"));
    QCOMPARE(model.index(0, TargetListModel::TrendColumn).data(Qt::ToolTipRole).toString(),
             QStringLiteral("In the last 24 hours 100,001 delivered, 1 failed; in the busiest hour 100,000."));
    QCOMPARE(
        model.index(0, TargetListModel::TrendColumn).data(TargetListModel::TrendRole).value<TargetTrend>().busiest(),
        100'000);
    trend.failed[3] = 0;
    model.setTrends({{TargetId{1}, trend}});
    QCOMPARE(cell(model, 0, TargetListModel::SuccessColumn), QStringLiteral("100 %"));
}

void tst_TargetListModel::rowsAreArranged()
{
    TargetListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSummaries(
        {summary(1, QStringLiteral("a")), summary(2, QStringLiteral("b")), summary(3, QStringLiteral("c"))}, kNow);
    const QPersistentModelIndex held = model.index(0, 0);
    model.arrange({TargetId{3}, TargetId{9}, TargetId{1}});
    QCOMPARE(model.order(), (QList<TargetId>{{3}, {1}, {2}}));
    QCOMPARE(held.row(), 1);
}

QTEST_MAIN(tst_TargetListModel)
#include "tst_targetlistmodel.moc"

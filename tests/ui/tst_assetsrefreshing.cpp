// What comes to the page of assets while it is open. With CALLBOARD_SHOTS=DIR it saves pictures.
#include "tests/ui/assetdesk.h"
#include "tests/ui/dialogshots.h"
#include "ui/look/emptystate.h"
#include "ui/look/look.h"
#include "ui/look/payloadview.h"
#include "ui/targets/form/fieldline.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

using namespace callboard;

class tst_AssetsRefreshing : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void aRefreshShowsWhatDiffers();
    void aRefreshThatFailsSaysWhy();
    void changesAreGathered();
    void whatWasJustPublishedComesFirst();
};

void tst_AssetsRefreshing::aRefreshShowsWhatDiffers()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    desk.platform.refreshAnswer = [](const QString &asset) {
        RefreshedAsset refreshed;
        refreshed.asset.id = asset;
        refreshed.changes = {{QByteArrayLiteral("status"), QStringLiteral("running"), QStringLiteral("finished")},
                             {QByteArrayLiteral("externalid"), std::nullopt, QStringLiteral("78001")}};
        return refreshed;
    };
    desk.open();
    QTRY_COMPARE(desk.table()->model()->rowCount(), 2);
    desk.table()->selectRow(0);
    QTRY_VERIFY(desk.find<QWidget>("assetInspector")->isVisible());
    QTest::mouseClick(desk.find<QPushButton>("refreshAssetButton"), Qt::LeftButton);
    QVERIFY(!desk.find<QPushButton>("refreshAssetButton")->isEnabled());
    QTRY_VERIFY(desk.messages->isOpen());
    QCOMPARE(desk.platform.refreshed, QStringList{kMovie});
    QVERIFY(desk.messages->text().endsWith(QStringLiteral("What differs: status, externalid.")));
    auto *changes = desk.find<QTableView>("differenceTable");
    QVERIFY(changes->isVisible());
    QCOMPARE(AssetDesk::factIn(changes, QStringLiteral("status"), 2), QStringLiteral("finished"));
    QCOMPARE(AssetDesk::factIn(changes, QStringLiteral("externalid"), 1), QStringLiteral("not there"));
    QVERIFY(desk.find<QPushButton>("refreshAssetButton")->isEnabled());
    shoot(*desk.window, QStringLiteral("assets-refreshed"));
    desk.table()->selectRow(1);
    QTRY_VERIFY(!changes->isVisible());
}

void tst_AssetsRefreshing::aRefreshThatFailsSaysWhy()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    desk.platform.refusal = Error{ErrorCode::NotFound, QStringLiteral("LightFlow knows no such asset.")};
    desk.open();
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    QTRY_COMPARE(desk.table()->model()->rowCount(), 2);
    desk.table()->setFocus();
    desk.table()->selectRow(0);
    QTest::keyClick(desk.table(), Qt::Key_F5);
    QTRY_VERIFY(desk.messages->text().endsWith(QStringLiteral("LightFlow knows no such asset.")));
    QVERIFY(!desk.find<QTableView>("differenceTable")->isVisible());
}

void tst_AssetsRefreshing::changesAreGathered()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    desk.open();
    QTRY_COMPARE(desk.table()->model()->rowCount(), 2);
    QVERIFY(desk.addEvent(QStringLiteral("a"), Trigger::Success, QByteArrayLiteral(R"({"uuid":"a"})")));
    QElapsedTimer since;
    since.start();
    desk.sayChanged();
    QTRY_COMPARE(desk.table()->model()->rowCount(), 3);
    QVERIFY(since.elapsed() >= 450); // a coarse timer may be 5 % early
}

void tst_AssetsRefreshing::whatWasJustPublishedComesFirst()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    desk.open();
    QTRY_COMPARE(desk.table()->model()->rowCount(), 2);
    QVERIFY(desk.publish(QStringLiteral("new"), QByteArrayLiteral(R"({"assetName":"Trailer"})")));
    desk.sayChanged();
    QTRY_COMPARE(desk.table()->model()->rowCount(), 3);
    QCOMPARE(desk.cell(desk.table(), 0, 1), QStringLiteral("Trailer"));
    QCOMPARE(desk.cell(desk.table(), 0, 4), QStringLiteral("–"));
}

QTEST_MAIN(tst_AssetsRefreshing)
#include "tst_assetsrefreshing.moc"

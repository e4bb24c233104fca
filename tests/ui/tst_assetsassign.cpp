// Encoder notifications that match no asset: the bar on the page and the dialog that assigns them, over a real
// workspace. With CALLBOARD_SHOTS=DIR it saves pictures.
#include "tests/ui/assetdesk.h"
#include "tests/ui/dialogprobe.h"
#include "tests/ui/dialogshots.h"
#include "ui/assets/assigndialog.h"
#include "ui/assets/unmatchedbar.h"
#include "ui/look/look.h"
#include "ui/look/payloadview.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace callboard;

namespace {

// Two of one job, one of another.
bool addUnmatched(AssetDesk &desk)
{
    EncoderNotification other = zencoderNotification(3, QStringLiteral("job"), QStringLiteral("failed"));
    other.jobId = QStringLiteral("172999");
    other.passThrough = kPhoto;
    return desk.addNotification(zencoderNotification(1, QStringLiteral("235314"), QStringLiteral("finished")))
        && desk.addNotification(zencoderNotification(2, QStringLiteral("job"), QStringLiteral("finished")))
        && desk.addNotification(other);
}

AssignDialog *openDialog(AssetDesk &desk)
{
    desk.open();
    auto *bar = desk.find<UnmatchedBar>("unmatchedBar");
    if (!QTest::qWaitFor([bar] { return bar->isVisible(); }))
        return nullptr;
    QTest::mouseClick(desk.find<QPushButton>("assignButton"), Qt::LeftButton);
    return desk.page->findChild<AssignDialog *>();
}

QTableView *listOf(const AssignDialog &dialog)
{
    return in<QTableView>(dialog, "notificationTable");
}

} // namespace

class tst_AssetsAssign : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void theBarSaysHowManyMatchNoAsset();
    void thereIsNoBarWithoutThem();
    void theDialogListsThemWithTheirBodies();
    void anAssetHasToBeKnown();
    void assigningSaysWhatHappenedAndTheRestStays();
    void theNextOfTheSameJobIsProposedTheSameAsset();
    void whatTheEncoderPassedThroughIsProposed();
    void whatWasTypedIsNotReplaced();
    void aRefusalSaysWhy();
    void theLastOneLeavesNothingToDo();
};

void tst_AssetsAssign::theBarSaysHowManyMatchNoAsset()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    QVERIFY(addUnmatched(desk));
    desk.open();
    QSignalSpy counts(desk.page, &AssetsPage::unmatchedChanged);
    QTRY_COMPARE(desk.find<QLabel>("unmatchedLabel")->text(), QStringLiteral("3 encoder notifications match no asset"));
    QTRY_COMPARE(desk.table()->model()->rowCount(), 2);
    QCOMPARE(counts.count(), 1);
    QCOMPARE(counts.first().first().toInt(), 3);
    shoot(*desk.window, QStringLiteral("assets-unmatched"));
    QVERIFY(desk.assign({1}, kMovie));
    desk.sayChanged();
    QTRY_COMPARE(counts.count(), 2);
    QCOMPARE(counts.last().first().toInt(), 2);
}

void tst_AssetsAssign::thereIsNoBarWithoutThem()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    desk.open();
    QSignalSpy counts(desk.page, &AssetsPage::unmatchedChanged);
    QTRY_COMPARE(desk.table()->model()->rowCount(), 2);
    QVERIFY(desk.find<UnmatchedBar>("unmatchedBar")->isHidden());
    QCOMPARE(counts.count(), 0);
}

void tst_AssetsAssign::theDialogListsThemWithTheirBodies()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    QVERIFY(addUnmatched(desk));
    AssignDialog *dialog = openDialog(desk);
    QVERIFY(dialog);
    QTableView *list = listOf(*dialog);
    QTRY_COMPARE(list->model()->rowCount(), 3);
    QCOMPARE(desk.cell(list, 0, 0), QStringLiteral("Zencoder"));
    QCOMPARE(desk.cell(list, 0, 1), QStringLiteral("172151"));
    QCOMPARE(desk.cell(list, 0, 2), QStringLiteral("Output 235314"));
    QCOMPARE(desk.cell(list, 2, 3), QStringLiteral("failed"));
    QVERIFY(in<PayloadView>(*dialog, "notificationBodyView")->text().contains(QStringLiteral("235314")));
    QCOMPARE(in<QPushButton>(*dialog, "assignNotificationButton")->toolTip(),
             QStringLiteral("Type the id of the asset it belongs to."));
    shoot(*dialog, QStringLiteral("assign"));
}

void tst_AssetsAssign::anAssetHasToBeKnown()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    QVERIFY(addUnmatched(desk));
    AssignDialog *dialog = openDialog(desk);
    QVERIFY(dialog);
    QTRY_COMPARE(listOf(*dialog)->model()->rowCount(), 3);
    auto *assign = in<QPushButton>(*dialog, "assignNotificationButton");
    type(*dialog, "assetEdit", QStringLiteral("nobody"));
    QTRY_COMPARE(lineOf(*dialog, "assetLine"), QStringLiteral("No asset with this id is known here."));
    QVERIFY(!assign->isEnabled());
    in<QLineEdit>(*dialog, "assetEdit")->setText(kMovie);
    QTRY_COMPARE(lineOf(*dialog, "assetLine"), QStringLiteral("T1S03, Finished"));
    QVERIFY(assign->isEnabled());
}

void tst_AssetsAssign::assigningSaysWhatHappenedAndTheRestStays()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    QVERIFY(addUnmatched(desk));
    desk.platform.assignAnswer = [&desk](NotificationId id, const QString &asset) -> Result<NotificationOutcome> {
        if (!desk.assign(id, asset))
            return fail(ErrorCode::StoreUnavailable, QStringLiteral("test"));
        return NotificationOutcome{id, asset, false, 2};
    };
    AssignDialog *dialog = openDialog(desk);
    QVERIFY(dialog);
    QTRY_COMPARE(listOf(*dialog)->model()->rowCount(), 3);
    listOf(*dialog)->selectRow(1);
    in<QLineEdit>(*dialog, "assetEdit")->setText(kMovie);
    auto *assign = in<QPushButton>(*dialog, "assignNotificationButton");
    QTRY_VERIFY(assign->isEnabled());
    QSignalSpy assigned(dialog, &AssignDialog::assigned);
    QTest::mouseClick(assign, Qt::LeftButton);
    QTRY_COMPARE(lineOf(*dialog, "assignLine"), QStringLiteral("2 events fired; job 172151 is known from now on."));
    QCOMPARE(desk.platform.assigned.size(), 1);
    QCOMPARE(desk.platform.assigned.first().first, NotificationId{2});
    QCOMPARE(desk.platform.assigned.first().second, kMovie);
    QCOMPARE(assigned.first().first().toString(), kMovie);
    QTRY_COMPARE(listOf(*dialog)->model()->rowCount(), 2);
    QTRY_COMPARE(desk.find<QLabel>("unmatchedLabel")->text(), QStringLiteral("2 encoder notifications match no asset"));
    shoot(*dialog, QStringLiteral("assign-done"));
}

void tst_AssetsAssign::theNextOfTheSameJobIsProposedTheSameAsset()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    QVERIFY(addUnmatched(desk));
    desk.platform.assignAnswer = [&desk](NotificationId id, const QString &asset) {
        return desk.assign(id, asset) ? NotificationOutcome{id, asset, false, 1} : NotificationOutcome{};
    };
    AssignDialog *dialog = openDialog(desk);
    QVERIFY(dialog);
    QTRY_COMPARE(listOf(*dialog)->model()->rowCount(), 3);
    auto *asset = in<QLineEdit>(*dialog, "assetEdit");
    asset->setText(kMovie);
    auto *assign = in<QPushButton>(*dialog, "assignNotificationButton");
    QTRY_VERIFY(assign->isEnabled());
    QTest::mouseClick(assign, Qt::LeftButton);
    QTRY_COMPARE(listOf(*dialog)->model()->rowCount(), 2);
    QCOMPARE(asset->text(), kMovie); // notification 2, of the same job
    QTRY_VERIFY(assign->isEnabled());
    QTest::mouseClick(assign, Qt::LeftButton);
    QTRY_COMPARE(listOf(*dialog)->model()->rowCount(), 1);
    QCOMPARE(asset->text(), kPhoto); // notification 3 passes it through
}

void tst_AssetsAssign::whatTheEncoderPassedThroughIsProposed()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    QVERIFY(addUnmatched(desk));
    AssignDialog *dialog = openDialog(desk);
    QVERIFY(dialog);
    QTRY_COMPARE(listOf(*dialog)->model()->rowCount(), 3);
    auto *asset = in<QLineEdit>(*dialog, "assetEdit");
    listOf(*dialog)->selectRow(2);
    QCOMPARE(asset->text(), kPhoto);
    listOf(*dialog)->selectRow(0);
    QCOMPARE(asset->text(), QString());
}

void tst_AssetsAssign::whatWasTypedIsNotReplaced()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    QVERIFY(addUnmatched(desk));
    AssignDialog *dialog = openDialog(desk);
    QVERIFY(dialog);
    QTRY_COMPARE(listOf(*dialog)->model()->rowCount(), 3);
    auto *asset = in<QLineEdit>(*dialog, "assetEdit");
    asset->setText(kMovie);
    listOf(*dialog)->selectRow(2);
    QCOMPARE(asset->text(), kMovie);
}

void tst_AssetsAssign::aRefusalSaysWhy()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    QVERIFY(addUnmatched(desk));
    AssignDialog *dialog = openDialog(desk);
    QVERIFY(dialog);
    QTRY_COMPARE(listOf(*dialog)->model()->rowCount(), 3);
    in<QLineEdit>(*dialog, "assetEdit")->setText(kMovie);
    auto *assign = in<QPushButton>(*dialog, "assignNotificationButton");
    QTRY_VERIFY(assign->isEnabled());
    desk.platform.refusal = Error{ErrorCode::Conflict, QStringLiteral("it has an asset")};
    QTest::mouseClick(assign, Qt::LeftButton);
    QTRY_VERIFY(lineOf(*dialog, "assignLine").contains(QStringLiteral("it has an asset")));
    QVERIFY(assign->isEnabled());
    QCOMPARE(listOf(*dialog)->model()->rowCount(), 3);
}

void tst_AssetsAssign::theLastOneLeavesNothingToDo()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    QVERIFY(desk.addNotification(zencoderNotification(1, QStringLiteral("job"), QStringLiteral("finished"))));
    AssignDialog *dialog = openDialog(desk);
    QVERIFY(dialog);
    QTRY_COMPARE(listOf(*dialog)->model()->rowCount(), 1);
    QVERIFY(desk.assign({1}, kMovie));
    desk.sayChanged();
    QTRY_COMPARE(listOf(*dialog)->model()->rowCount(), 0);
    auto *assign = in<QPushButton>(*dialog, "assignNotificationButton");
    QVERIFY(!assign->isEnabled());
    QCOMPARE(assign->toolTip(), QStringLiteral("Every notification has its asset."));
    QTRY_VERIFY(desk.find<UnmatchedBar>("unmatchedBar")->isHidden());
}

QTEST_MAIN(tst_AssetsAssign)
#include "tst_assetsassign.moc"

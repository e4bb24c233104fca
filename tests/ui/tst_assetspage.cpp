// The page of assets over a real workspace. With CALLBOARD_SHOTS=DIR it saves pictures.
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

namespace {

enum Tab { RecordTab, CallbacksTab, EncoderTab, RawTab };

// Of the page, not of one of its tabs.
QPushButton *emptyAction(const AssetDesk &desk)
{
    return desk.find<EmptyState>("assetsEmptyState")->findChild<QPushButton *>(QStringLiteral("emptyActionButton"));
}

CallbackTarget callbackOf(const QString &asset)
{
    CallbackTarget target;
    target.name = QStringLiteral("T1S03 ingest");
    target.url = QStringLiteral("https://callback.example/ingest");
    target.method = Method::Put;
    target.scope = {ScopeKind::Asset, asset};
    return target;
}

} // namespace

class tst_AssetsPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void theNewestAssetComesFirst();
    void choosingAnAssetShowsItsRecordInWords();
    void anUnknownFieldIsKeptAndMarked();
    void callbacksOfTheAssetOpenForEditing();
    void rawShowsTheBytes();
    void theFilterNarrowsAndSaysWhenNothingMatches();
    void escapeGoesBackStepByStep();
    void theSelectionStaysWhenEventsCome();
    void theFilterChoosesNoOtherAsset();
    void showDeliveriesAsksForTheChosenAsset();
    void anAssetThatIsNotListedIsShownAllTheSame();
    void anEmptyWorkspaceTeaches();
    void anUnreadableWorkspaceSaysSo();
    void theLayoutIsKept();
};

void tst_AssetsPage::theNewestAssetComesFirst()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    desk.open();
    QTRY_COMPARE(desk.table()->model()->rowCount(), 2);
    QCOMPARE(desk.cell(desk.table(), 0, 0), kMovie);
    QCOMPARE(desk.cell(desk.table(), 1, 0), kPhoto);
    QVERIFY(desk.find<QWidget>("assetInspector")->isHidden());
    QVERIFY(!desk.find<QPushButton>("refreshAssetButton")->isEnabled());
    QCOMPARE(desk.find<QPushButton>("refreshAssetButton")->toolTip(), QStringLiteral("Choose an asset first"));
    shoot(*desk.window, QStringLiteral("assets-list"));
}

void tst_AssetsPage::choosingAnAssetShowsItsRecordInWords()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    desk.open();
    QTRY_COMPARE(desk.table()->model()->rowCount(), 2);
    desk.table()->selectRow(1);
    auto *record = desk.find<QTableView>("recordTable");
    QTRY_VERIFY(record->isVisible());
    QCOMPARE(AssetDesk::factIn(record, QStringLiteral("filetype"), 1), QStringLiteral("1"));
    QCOMPARE(AssetDesk::factIn(record, QStringLiteral("filetype"), 2), QStringLiteral("image"));
    QVERIFY(AssetDesk::factIn(record, QStringLiteral("date"), 2).contains(QStringLiteral("America/Toronto")));
    const auto *warning = desk.find<FieldLine>("recordWarningLine");
    QVERIFY(warning->isVisible());
    QVERIFY(warning->sentence().contains(QStringLiteral("line 41")));
    QCOMPARE(desk.find<FieldLine>("recordZoneLine")->sentence(),
             QStringLiteral("Dates are in America/Toronto, the zone of project 16."));
    shoot(*desk.window, QStringLiteral("assets-record"));
    desk.window->resize(900, 540); // what a window of 960×600 leaves
    shoot(*desk.window, QStringLiteral("assets-record-small"));
}

void tst_AssetsPage::anUnknownFieldIsKeptAndMarked()
{
    AssetDesk desk;
    QVERIFY(desk.addEvent(QStringLiteral("a"), Trigger::Success,
                          QByteArrayLiteral(R"({"uuid":"a","status":"finished","novelty":"<b>1.10</b>"})")));
    desk.open();
    QTRY_COMPARE(desk.table()->model()->rowCount(), 1);
    desk.table()->selectRow(0);
    auto *record = desk.find<QTableView>("recordTable");
    QTRY_COMPARE(record->model()->rowCount(), 3);
    QCOMPARE(AssetDesk::factIn(record, QStringLiteral("novelty"), 1), QStringLiteral("<b>1.10</b>"));
    QCOMPARE(AssetDesk::factIn(record, QStringLiteral("novelty"), 2),
             QStringLiteral("not one of the documents' fields"));
    QVERIFY(!AssetDesk::factIn(record, QStringLiteral("status"), 2).contains(QStringLiteral("documents")));
}

void tst_AssetsPage::callbacksOfTheAssetOpenForEditing()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    QVERIFY(desk.addTarget(callbackOf(kMovie)));
    desk.open();
    QTRY_COMPARE(desk.table()->model()->rowCount(), 2);
    desk.table()->selectRow(0);
    auto *tabs = desk.find<QTabWidget>("assetTabs");
    auto *callbacks = desk.find<QTableView>("callbackTable");
    QTRY_COMPARE(callbacks->model()->rowCount(), 1);
    QCOMPARE(tabs->tabText(CallbacksTab), QStringLiteral("Callbacks 1"));
    tabs->setCurrentIndex(CallbacksTab);
    QCOMPARE(desk.cell(callbacks, 0, 0), QStringLiteral("https://callback.example/ingest"));
    QCOMPARE(desk.cell(callbacks, 0, 1), QStringLiteral("PUT"));
    QCOMPARE(desk.cell(callbacks, 0, 2), QStringLiteral("published, failed"));
    QCOMPARE(desk.cell(callbacks, 0, 3), QStringLiteral("LightFlow"));
    shoot(*desk.window, QStringLiteral("assets-callbacks"));
    QSignalSpy wishes(desk.page, &AssetsPage::editTargetRequested);
    emit callbacks->doubleClicked(callbacks->model()->index(0, 0));
    callbacks->selectRow(0);
    QTest::keyClick(callbacks, Qt::Key_Return);
    QCOMPARE(wishes.count(), 2);
    QCOMPARE(wishes.first().first().value<TargetId>(), TargetId{1});
    desk.table()->selectRow(1);
    QTRY_COMPARE(callbacks->model()->rowCount(), 0);
    QTRY_VERIFY(desk.find<QWidget>("callbacksEmptyState")->isVisible());
    shoot(*desk.window, QStringLiteral("assets-callbacks-none"));
}

void tst_AssetsPage::rawShowsTheBytes()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    desk.open();
    QTRY_COMPARE(desk.table()->model()->rowCount(), 2);
    desk.table()->selectRow(1);
    desk.find<QTabWidget>("assetTabs")->setCurrentIndex(RawTab);
    QTRY_VERIFY(desk.find<PayloadView>("rawRecordView")->text().contains(QStringLiteral("<id>556114</id>")));
    shoot(*desk.window, QStringLiteral("assets-raw"));
}

void tst_AssetsPage::theFilterNarrowsAndSaysWhenNothingMatches()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    desk.open();
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    QTRY_COMPARE(desk.table()->model()->rowCount(), 2);
    desk.table()->setFocus();
    QTest::keyClick(desk.table(), Qt::Key_Slash);
    auto *filter = desk.find<QLineEdit>("filterEdit");
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, QStringLiteral("6B48"));
    QTRY_COMPARE(desk.table()->model()->rowCount(), 1);
    QTest::keyClick(filter, Qt::Key_Return);
    QVERIFY(desk.table()->hasFocus());
    QTest::keyClicks(filter, QStringLiteral("zzz"));
    QTRY_VERIFY(!desk.table()->isVisible());
    auto *clear = emptyAction(desk);
    QCOMPARE(clear->text(), QStringLiteral("Clear filter"));
    shoot(*desk.window, QStringLiteral("assets-nomatch"));
    QTest::mouseClick(clear, Qt::LeftButton);
    QTRY_COMPARE(desk.table()->model()->rowCount(), 2);
    QVERIFY(desk.table()->isVisible());
}

void tst_AssetsPage::escapeGoesBackStepByStep()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    desk.open();
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    QTRY_COMPARE(desk.table()->model()->rowCount(), 2);
    desk.table()->setFocus();
    QTest::keyClick(desk.table(), Qt::Key_J);
    auto *inspector = desk.find<QWidget>("assetInspector");
    QTRY_VERIFY(inspector->isVisible());
    QTest::keyClick(desk.table(), Qt::Key_Return);
    QTRY_VERIFY(inspector->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(desk.table()->hasFocus());
    auto *filter = desk.find<QLineEdit>("filterEdit");
    filter->setText(QStringLiteral("5"));
    QTest::keyClick(desk.table(), Qt::Key_Escape);
    QVERIFY(filter->text().isEmpty());
    QVERIFY(inspector->isVisible());
    QTest::keyClick(desk.table(), Qt::Key_Escape);
    QVERIFY(!inspector->isVisible());
    QVERIFY(!desk.table()->selectionModel()->hasSelection());
}

void tst_AssetsPage::theSelectionStaysWhenEventsCome()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    desk.open();
    QTRY_COMPARE(desk.table()->model()->rowCount(), 2);
    desk.table()->selectRow(1);
    QVERIFY(desk.addEvent(QStringLiteral("newer"), Trigger::Failure, QByteArrayLiteral(R"({"uuid":"newer"})")));
    desk.sayChanged();
    QTRY_COMPARE(desk.table()->model()->rowCount(), 3);
    const QModelIndexList rows = desk.table()->selectionModel()->selectedRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().data().toString(), kPhoto);
    QCOMPARE(rows.first().row(), 2);
}

void tst_AssetsPage::theFilterChoosesNoOtherAsset()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    desk.open();
    QTRY_COMPARE(desk.table()->model()->rowCount(), 2);
    desk.table()->selectRow(1);
    auto *raw = desk.find<PayloadView>("rawRecordView");
    QTRY_VERIFY(raw->text().contains(QStringLiteral("<id>556114</id>")));
    auto *filter = desk.find<QLineEdit>("filterEdit");
    filter->setText(QStringLiteral("6b48"));
    QTRY_COMPARE(desk.table()->model()->rowCount(), 1);
    QVERIFY(!desk.table()->selectionModel()->hasSelection());
    QVERIFY(desk.find<QWidget>("assetInspector")->isVisible());
    QVERIFY(raw->text().contains(QStringLiteral("<id>556114</id>")));
    filter->clear();
    QTRY_COMPARE(desk.table()->model()->rowCount(), 2);
    QTRY_COMPARE(desk.table()->selectionModel()->selectedRows().value(0).data().toString(), kPhoto);
}

void tst_AssetsPage::showDeliveriesAsksForTheChosenAsset()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    desk.open();
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    QTRY_COMPARE(desk.table()->model()->rowCount(), 2);
    QSignalSpy wishes(desk.page, &AssetsPage::deliveriesRequested);
    desk.table()->setFocus();
    QTest::keyClick(desk.table(), Qt::Key_D);
    QCOMPARE(wishes.count(), 0); // none is chosen
    desk.table()->selectRow(1);
    QTest::keyClick(desk.table(), Qt::Key_D);
    QTest::mouseClick(desk.find<QPushButton>("showDeliveriesButton"), Qt::LeftButton);
    QCOMPARE(wishes.count(), 2);
    QCOMPARE(wishes.first().first().toString(), kPhoto);
}

void tst_AssetsPage::anAssetThatIsNotListedIsShownAllTheSame()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    desk.open();
    desk.find<QLineEdit>("filterEdit")->setText(QStringLiteral("5561"));
    QTRY_COMPARE(desk.table()->model()->rowCount(), 1);
    desk.page->selectAsset(kMovie);
    QTRY_VERIFY(desk.find<QWidget>("assetInspector")->isVisible());
    QCOMPARE(desk.find<QLabel>("assetStatusLabel")->text(), QStringLiteral("Finished"));
    desk.page->selectAsset(QStringLiteral("nobody"));
    QTRY_VERIFY(desk.messages->text().contains(QStringLiteral("nobody")));
}

void tst_AssetsPage::anEmptyWorkspaceTeaches()
{
    AssetDesk desk;
    QVERIFY(desk.addProject({QStringLiteral("16"), QStringLiteral("Yankees"), {}, {}, {}})); // makes the file
    desk.open();
    auto *fire = emptyAction(desk);
    QTRY_VERIFY(fire->isVisible());
    QCOMPARE(fire->text(), QStringLiteral("Fire an event"));
    shoot(*desk.window, QStringLiteral("assets-empty"));
    QSignalSpy wishes(desk.page, &AssetsPage::fireEventRequested);
    QTest::mouseClick(fire, Qt::LeftButton);
    QCOMPARE(wishes.count(), 1);
}

void tst_AssetsPage::anUnreadableWorkspaceSaysSo()
{
    AssetDesk desk;
    QFile file(desk.directory.filePath(QStringLiteral("no.db")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is not a database, whatever its name says");
    file.close();
    desk.workspace = file.fileName();
    desk.open();
    auto *again = emptyAction(desk);
    QTRY_VERIFY(again->isVisible());
    QCOMPARE(again->text(), QStringLiteral("Try again"));
}

void tst_AssetsPage::theLayoutIsKept()
{
    AssetDesk desk;
    QVERIFY(desk.addMovieAndPhoto());
    desk.open();
    QTRY_COMPARE(desk.table()->model()->rowCount(), 2);
    desk.table()->selectRow(0);
    QTRY_VERIFY(desk.find<QWidget>("assetInspector")->isVisible());
    auto *splitter = desk.find<QSplitter>("assetsSplitter");
    splitter->setSizes({200, 420});
    const int wanted = splitter->sizes().first();
    QSettings settings(desk.directory.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
    desk.page->saveLayout(settings);
    splitter->setSizes({400, 220});
    constexpr int kSettling = 8; // pixels that the page's layout may still move it by
    QVERIFY(splitter->sizes().first() > wanted + 2 * kSettling);
    desk.page->restoreLayout(settings);
    QVERIFY(qAbs(splitter->sizes().first() - wanted) <= kSettling);
}

QTEST_MAIN(tst_AssetsPage)
#include "tst_assetspage.moc"

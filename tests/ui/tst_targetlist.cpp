#include "core/store/tables/activitystore.h"
#include "tests/ui/dialogshots.h"
#include "tests/ui/targetdesk.h"
#include "ui/look/look.h"
#include "ui/look/payloadview.h"
#include "ui/shell/messagebar.h"
#include "ui/targets/targetdialog.h"
#include "ui/targets/targetlistmodel.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

QList<CallbackTarget> someTargets()
{
    CallbackTarget paused = targetNamed(QStringLiteral("Search index"), QStringLiteral("http://search.example/media"));
    paused.state = TargetState::Paused;
    CallbackTarget spark = sparkPreset();
    spark.name = QStringLiteral("Spark site");
    spark.url = QStringLiteral(
        "https://site.example/a/very/long/path/that/does/not/fit/into/its/column/yourcallback.py");
    CallbackTarget gone = targetNamed(QStringLiteral("Old archive"), QStringLiteral("https://archive.example/hook"));
    gone.state = TargetState::Gone;
    gone.stateReason = QStringLiteral("The receiver answered 410.");
    CallbackTarget adapting = targetNamed(QStringLiteral("Moderation"),
                                          QStringLiteral("https://moderation.example/hook"));
    adapting.coalesceWindow = 60s;
    adapting.coalesceLongest = 5min;
    CallbackTarget encoded = targetNamed(QStringLiteral("Encoder"), QStringLiteral("https://encoded.example/hook"));
    encoded.source = CallbackSource::Encoder;
    CallbackTarget relayed = encoded;
    relayed.name = QStringLiteral("Encoder, relayed");
    relayed.relay = true;
    return {targetNamed(QStringLiteral("CMS ingest"), QStringLiteral("https://callback.example/ingest")),
            spark,
            paused,
            gone,
            targetNamed(QStringLiteral("Mail to the desk"), QStringLiteral("mailto:desk@example.com")),
            adapting,
            encoded,
            relayed};
}

} // namespace

class tst_TargetList : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void theFormIsToldOfTheEncoder();
    void thePageShowsTheWorkspace();
    void theLastDayIsReadOfEach();
    void thePageFollowsTheEngine();
    void searchNarrowsAndSaysWhenNothingMatches();
    void anEmptyWorkspaceTeaches();
    void anUnreadableWorkspaceSaysSo();
    void jAndKMoveAsTheArrowsDo();
    void spaceAndPChangeTheState();
    void deletingCanBeTakenBack();
    void deletingIsCarriedOut_data();
    void deletingIsCarriedOut();
    void oneThatCanNotBeDeletedComesBack();
    void keysOpenTheForm();
    void aCopyLeavesSealedSecretsBehind();
};

void tst_TargetList::theFormIsToldOfTheEncoder()
{
    TargetDesk desk;
    CallbackTarget relayed = someTargets().first();
    relayed.source = CallbackSource::Encoder;
    relayed.relay = true;
    QVERIFY(desk.fill({relayed}));
    desk.open();
    QVERIFY(QTest::qWaitForWindowActive(desk.page.get()));
    QTRY_COMPARE(desk.table()->model()->rowCount(), 1);
    EncoderSettings settings;
    settings.relayUrl = QStringLiteral("https://callboard.example");
    settings.notificationSecret.sealed = "sealed";
    desk.page->setEncoderSettings(settings);
    desk.table()->setFocus();
    desk.table()->selectRow(0);
    QTest::keyClick(desk.table(), Qt::Key_E);
    auto *dialog = desk.page->findChild<TargetDialog *>();
    QVERIFY(dialog);
    const auto *told = dialog->findChild<PayloadView *>(QStringLiteral("handOffView"));
    QVERIFY(told->text().contains(QStringLiteral("https://callboard.example/v1/encoders/zencoder/")));
}

void tst_TargetList::thePageShowsTheWorkspace()
{
    TargetDesk desk;
    QVERIFY(desk.fill(someTargets()));
    desk.open();
    QTRY_COMPARE(desk.table()->model()->rowCount(), 8);
    QVERIFY(desk.table()->isVisible());
    QCOMPARE(desk.find<QLabel>("figuresLabel")->text(), QStringLiteral("8, of which 2 paused or off"));
    desk.table()->selectRow(1);
    shoot(*desk.page, QStringLiteral("targets"));
}

void tst_TargetList::theLastDayIsReadOfEach()
{
    TargetDesk desk;
    QVERIFY(desk.fill(someTargets()));
    const Timestamp now = SystemClock().now();
    ActivityTally tally;
    for (int hour = 0; hour < 24; ++hour) {
        const qint64 bucket = stored(bucketStart(now, 1h) - hour * Milliseconds(1h));
        tally[{bucket, 1, ActivityKind::Delivered}] = 40 + (hour * 7) % 30;
        tally[{bucket, 2, ActivityKind::Delivered}] = hour % 3 == 0 ? 3 : 0;
        tally[{bucket, 2, ActivityKind::Failed}] = hour < 4 ? 3 : 0;
    }
    tally[{stored(bucketStart(now, 1h) - 24 * Milliseconds(1h)), 3, ActivityKind::Failed}] = 5; // too long ago
    auto opened = Database::open(desk.workspace, Database::Access::Write);
    QVERIFY(opened && (*opened)->begin() && ActivityStore(**opened).add(tally) && (*opened)->commit());
    desk.open();
    const auto success = [&desk](int row) {
        return desk.table()->model()->index(row, TargetListModel::SuccessColumn).data().toString();
    };
    QTRY_COMPARE(success(0), QStringLiteral("100 %"));
    QCOMPARE(success(1), QStringLiteral("66.7 %"));
    QCOMPARE(success(2), QStringLiteral("–"));
    shoot(*desk.page, QStringLiteral("targets-trend"));
    desk.page->resize(908, 480);
    shoot(*desk.page, QStringLiteral("targets-trend-narrow"));
    desk.page->resize(1500, 620);
    shoot(*desk.page, QStringLiteral("targets-trend-wide"));
}

void tst_TargetList::thePageFollowsTheEngine()
{
    TargetDesk desk;
    QVERIFY(desk.fill({someTargets().first()}));
    desk.open();
    QTRY_COMPARE(desk.table()->model()->rowCount(), 1);
    QVERIFY(desk.fill({someTargets().at(1)}));
    EngineChange change;
    change.targets = true;
    emit desk.engine.changed(change);
    QTRY_COMPARE(desk.table()->model()->rowCount(), 2);
}

void tst_TargetList::searchNarrowsAndSaysWhenNothingMatches()
{
    TargetDesk desk;
    QVERIFY(desk.fill(someTargets()));
    desk.open();
    QVERIFY(QTest::qWaitForWindowActive(desk.page.get()));
    QTRY_COMPARE(desk.table()->model()->rowCount(), 8);
    desk.table()->setFocus();
    QTest::keyClick(desk.table(), Qt::Key_Slash);
    auto *search = desk.find<QLineEdit>("searchEdit");
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, QStringLiteral("SPARK"));
    QCOMPARE(desk.table()->model()->rowCount(), 1);
    QTest::keyClicks(search, QStringLiteral("zzz"));
    QVERIFY(!desk.table()->isVisible());
    QTest::mouseClick(desk.find<QPushButton>("emptyActionButton"), Qt::LeftButton);
    QCOMPARE(desk.table()->model()->rowCount(), 8);
    QVERIFY(desk.table()->isVisible());
}

void tst_TargetList::anEmptyWorkspaceTeaches()
{
    TargetDesk desk;
    QVERIFY(desk.fill({}));
    desk.open();
    auto *add = desk.find<QPushButton>("emptyActionButton");
    QTRY_VERIFY(add->isVisible());
    QCOMPARE(add->text(), QStringLiteral("Add your first target"));
    shoot(*desk.page, QStringLiteral("targets-empty"));
    QTest::mouseClick(desk.find<QPushButton>("emptySecondActionButton"), Qt::LeftButton);
    auto *dialog = desk.page->findChild<TargetDialog *>();
    QVERIFY(dialog);
    QVERIFY(dialog->target().format == PayloadFormat::Spark);
}

void tst_TargetList::anUnreadableWorkspaceSaysSo()
{
    TargetDesk desk;
    QFile file(desk.directory.filePath(QStringLiteral("no.db")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is not a database, whatever its name says");
    file.close();
    desk.workspace = file.fileName();
    desk.open();
    auto *again = desk.find<QPushButton>("emptyActionButton");
    QTRY_VERIFY(again->isVisible());
    QCOMPARE(again->text(), QStringLiteral("Try again"));
}

void tst_TargetList::jAndKMoveAsTheArrowsDo()
{
    TargetDesk desk;
    QVERIFY(desk.fill(someTargets()));
    desk.open();
    QTRY_COMPARE(desk.table()->model()->rowCount(), 8);
    desk.table()->selectRow(0);
    QTest::keyClick(desk.table(), Qt::Key_J);
    QTest::keyClick(desk.table(), Qt::Key_J);
    QCOMPARE(desk.table()->currentIndex().row(), 2);
    QTest::keyClick(desk.table(), Qt::Key_K);
    QCOMPARE(desk.table()->currentIndex().row(), 1);
}

void tst_TargetList::spaceAndPChangeTheState()
{
    TargetDesk desk;
    QVERIFY(desk.fill({someTargets().first()}));
    desk.open();
    QVERIFY(QTest::qWaitForWindowActive(desk.page.get()));
    QTRY_COMPARE(desk.table()->model()->rowCount(), 1);
    desk.table()->setFocus();
    desk.table()->selectRow(0);
    QTest::keyClick(desk.table(), Qt::Key_Space);
    QTest::keyClick(desk.table(), Qt::Key_P);
    QCOMPARE(desk.engine.states.size(), 2);
    QVERIFY(desk.engine.states[0].second == TargetState::Disabled);
    QVERIFY(desk.engine.states[1].second == TargetState::Paused);
}

void tst_TargetList::deletingCanBeTakenBack()
{
    TargetDesk desk;
    QVERIFY(desk.fill(someTargets().first(2)));
    desk.open();
    QVERIFY(QTest::qWaitForWindowActive(desk.page.get()));
    QTRY_COMPARE(desk.table()->model()->rowCount(), 2);
    desk.table()->setFocus();
    desk.table()->selectRow(0);
    QTest::keyClick(desk.table(), Qt::Key_Delete);
    QCOMPARE(desk.table()->model()->rowCount(), 1);
    auto *text = desk.find<QLabel>("messageLabel");
    QVERIFY(text->isVisible());
    QCOMPARE(text->text(),
             QStringLiteral("“CMS ingest” is deleted when this message goes. It owes no deliveries; what "
                            "was delivered stays in the log."));
    shoot(*desk.page, QStringLiteral("targets-delete"));
    QVERIFY(desk.fill({someTargets().at(2)}));
    desk.page->refresh();
    QTRY_COMPARE(desk.table()->model()->rowCount(), 2); // what is read anew does not bring it back
    QTest::mouseClick(desk.find<QPushButton>("messageActionButton"), Qt::LeftButton);
    QCOMPARE(desk.table()->model()->rowCount(), 3);
    QVERIFY(desk.engine.removed.isEmpty());
}

void tst_TargetList::deletingIsCarriedOut_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("the message is dismissed") << 0;
    QTest::newRow("another message takes its place") << 1;
    QTest::newRow("the window is closed") << 2;
}

void tst_TargetList::deletingIsCarriedOut()
{
    QFETCH(int, how);
    TargetDesk desk;
    QVERIFY(desk.fill(someTargets().first(3)));
    desk.open();
    QVERIFY(QTest::qWaitForWindowActive(desk.page.get()));
    QTRY_COMPARE(desk.table()->model()->rowCount(), 3);
    desk.table()->setFocus();
    desk.table()->selectRow(0);
    QTest::keyClick(desk.table(), Qt::Key_Delete);
    QVERIFY(desk.engine.removed.isEmpty());
    if (how == 0)
        QTest::mouseClick(desk.find<QToolButton>("messageDismissButton"), Qt::LeftButton);
    else if (how == 1)
        desk.find<MessageBar>("messageBar")->post({Message::Kind::Info, QStringLiteral("Something else"), {}, {}});
    else
        desk.page->carryOut();
    QCOMPARE(desk.engine.removed, QList<TargetId>{TargetId{1}});
    desk.page->carryOut(); // nothing is left
    QCOMPARE(desk.engine.removed.size(), 1);
}

void tst_TargetList::oneThatCanNotBeDeletedComesBack()
{
    TargetDesk desk;
    QVERIFY(desk.fill(someTargets().first(2)));
    desk.open();
    QVERIFY(QTest::qWaitForWindowActive(desk.page.get()));
    QTRY_COMPARE(desk.table()->model()->rowCount(), 2);
    desk.engine.refusal = Error{ErrorCode::StoreUnavailable, QStringLiteral("disk full")};
    desk.table()->setFocus();
    desk.table()->selectRow(0);
    QTest::keyClick(desk.table(), Qt::Key_Delete);
    desk.page->carryOut();
    QTRY_COMPARE(desk.table()->model()->rowCount(), 2);
    QVERIFY(desk.find<QLabel>("messageLabel")->text().contains(QStringLiteral("disk full")));
}

void tst_TargetList::keysOpenTheForm()
{
    TargetDesk desk;
    QVERIFY(desk.fill({someTargets().first()}));
    desk.open();
    QVERIFY(QTest::qWaitForWindowActive(desk.page.get()));
    QTRY_COMPARE(desk.table()->model()->rowCount(), 1);
    desk.table()->setFocus();
    desk.table()->selectRow(0);
    QTest::keyClick(desk.table(), Qt::Key_E);
    auto *edit = desk.page->findChild<TargetDialog *>();
    QVERIFY(edit);
    QCOMPARE(edit->target().name, QStringLiteral("CMS ingest"));
    edit->reject();
    QTRY_VERIFY(!desk.page->findChild<TargetDialog *>());
    desk.page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(desk.page.get()));
    QTest::keyClick(desk.table(), Qt::Key_N, Qt::ControlModifier);
    auto *fresh = desk.page->findChild<TargetDialog *>();
    QVERIFY(fresh);
    QVERIFY(!fresh->target().id.isValid());
}

void tst_TargetList::aCopyLeavesSealedSecretsBehind()
{
    TargetDesk desk;
    CallbackTarget original = someTargets().first();
    original.headers = {{QStringLiteral("Authorization"), {}, QByteArrayLiteral("sealed"), true, true}};
    QVERIFY(desk.fill({original}));
    desk.open();
    QVERIFY(QTest::qWaitForWindowActive(desk.page.get()));
    QTRY_COMPARE(desk.table()->model()->rowCount(), 1);
    desk.table()->setFocus();
    desk.table()->selectRow(0);
    QTest::keyClick(desk.table(), Qt::Key_D, Qt::ControlModifier);
    auto *dialog = desk.page->findChild<TargetDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->target().name, QStringLiteral("CMS ingest (copy)"));
    QVERIFY(!dialog->target().id.isValid());
    QCOMPARE(dialog->target().headers.size(), 1);
    QVERIFY(dialog->target().headers.first().sealed.isEmpty());
    QVERIFY(dialog->target().headers.first().secret);
}

QTEST_MAIN(tst_TargetList)
#include "tst_targetlist.moc"

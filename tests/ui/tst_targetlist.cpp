#include "core/store/sql/database.h"
#include "core/store/tables/targetstore.h"
#include "tests/ui/dialogshots.h"
#include "tests/ui/fakeengineclient.h"
#include "ui/look/look.h"
#include "ui/look/payloadview.h"
#include "ui/targets/targetdialog.h"
#include "ui/targets/targetspage.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

const Timestamp kNow{Milliseconds(1'704'067'200'000)};

CallbackTarget target(const QString &name, const QString &url)
{
    CallbackTarget target;
    target.name = name;
    target.url = url;
    return target;
}

// A workspace on disk with targets in it, and the page that reads it.
struct Desk {
    QTemporaryDir directory;
    QString workspace = directory.filePath(QStringLiteral("ws/workspace.db"));
    FakeEngineClient engine;
    std::unique_ptr<ReadThread> reader;
    std::unique_ptr<TargetsPage> page;

    bool fill(const QList<CallbackTarget> &targets)
    {
        auto opened = Database::open(workspace, Database::Access::Write);
        if (!opened || !(*opened)->begin())
            return false;
        TargetStore store(**opened);
        for (CallbackTarget target : targets) {
            const auto id = store.reserve();
            if (!id)
                return false;
            target.id = *id;
            if (!store.save(target, kNow))
                return false;
        }
        return (*opened)->commit().has_value();
    }
    void open()
    {
        reader = std::make_unique<ReadThread>(workspace);
        page = std::make_unique<TargetsPage>(engine, *reader);
        page->resize(1120, 620);
        page->show();
    }
    template <class Control>
    [[nodiscard]] Control *find(const char *name) const
    {
        return page->findChild<Control *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QTableView *table() const { return find<QTableView>("targetTable"); }
};

QList<CallbackTarget> someTargets()
{
    CallbackTarget paused = target(QStringLiteral("Search index"), QStringLiteral("http://search.example/media"));
    paused.state = TargetState::Paused;
    CallbackTarget spark = sparkPreset();
    spark.name = QStringLiteral("Spark site");
    spark.url = QStringLiteral(
        "https://site.example/a/very/long/path/that/does/not/fit/into/its/column/yourcallback.py");
    CallbackTarget gone = target(QStringLiteral("Old archive"), QStringLiteral("https://archive.example/hook"));
    gone.state = TargetState::Gone;
    gone.stateReason = QStringLiteral("The receiver answered 410.");
    CallbackTarget adapting = target(QStringLiteral("Moderation"), QStringLiteral("https://moderation.example/hook"));
    adapting.coalesceWindow = 60s;
    adapting.coalesceLongest = 5min;
    CallbackTarget encoded = target(QStringLiteral("Encoder"), QStringLiteral("https://encoded.example/hook"));
    encoded.source = CallbackSource::Encoder;
    CallbackTarget relayed = encoded;
    relayed.name = QStringLiteral("Encoder, relayed");
    relayed.relay = true;
    return {target(QStringLiteral("CMS ingest"), QStringLiteral("https://callback.example/ingest")),
            spark,
            paused,
            gone,
            target(QStringLiteral("Mail to the desk"), QStringLiteral("mailto:desk@example.com")),
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
    void thePageFollowsTheEngine();
    void searchNarrowsAndSaysWhenNothingMatches();
    void anEmptyWorkspaceTeaches();
    void anUnreadableWorkspaceSaysSo();
    void jAndKMoveAsTheArrowsDo();
    void spaceAndPChangeTheState();
    void deletingAsksInTheBarFirst();
    void keysOpenTheForm();
    void aCopyLeavesSealedSecretsBehind();
};

void tst_TargetList::theFormIsToldOfTheEncoder()
{
    Desk desk;
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
    Desk desk;
    QVERIFY(desk.fill(someTargets()));
    desk.open();
    QTRY_COMPARE(desk.table()->model()->rowCount(), 8);
    QVERIFY(desk.table()->isVisible());
    QCOMPARE(desk.find<QLabel>("figuresLabel")->text(), QStringLiteral("8, of which 2 paused or off"));
    desk.table()->selectRow(1);
    shoot(*desk.page, QStringLiteral("targets"));
}

void tst_TargetList::thePageFollowsTheEngine()
{
    Desk desk;
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
    Desk desk;
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
    Desk desk;
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
    Desk desk;
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
    Desk desk;
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
    Desk desk;
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

void tst_TargetList::deletingAsksInTheBarFirst()
{
    Desk desk;
    QVERIFY(desk.fill({someTargets().first()}));
    desk.open();
    QVERIFY(QTest::qWaitForWindowActive(desk.page.get()));
    QTRY_COMPARE(desk.table()->model()->rowCount(), 1);
    desk.table()->setFocus();
    desk.table()->selectRow(0);
    QTest::keyClick(desk.table(), Qt::Key_Delete);
    QVERIFY(desk.engine.removed.isEmpty());
    auto *text = desk.find<QLabel>("messageLabel");
    QVERIFY(text->isVisible());
    QVERIFY(text->text().startsWith(QStringLiteral("Delete “CMS ingest”?")));
    shoot(*desk.page, QStringLiteral("targets-delete"));
    QTest::mouseClick(desk.find<QPushButton>("messageActionButton"), Qt::LeftButton);
    QCOMPARE(desk.engine.removed.size(), 1);
}

void tst_TargetList::keysOpenTheForm()
{
    Desk desk;
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
    Desk desk;
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

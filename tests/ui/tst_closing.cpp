// What closing the window means: asked once, kept, changed in the settings; and what comes back at the next start.
#include "core/store/sql/database.h"
#include "core/store/tables/targetstore.h"
#include "tests/ui/deliveryfakes.h"
#include "tests/ui/dialogprobe.h"
#include "tests/ui/dialogshots.h"
#include "tests/ui/fakeplatformclient.h"
#include "tests/ui/samplesettings.h"
#include "ui/look/look.h"
#include "ui/settings/settingsdialog.h"
#include "ui/shell/closing/closingdialog.h"
#include "ui/shell/closing/trayicon.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messagebar.h"

#include <QCheckBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;

namespace {

// A window over a workspace on disk with one enabled target in it.
struct Bench {
    QTemporaryDir directory;
    fakes::NotingEngine engine;
    std::unique_ptr<ReadThread> reads;
    std::unique_ptr<MainWindow> window;
    ShellSettings settings;
    QStringList resumed; // what the page was given back
    QString shown = QStringLiteral("delivery 47");

    Bench()
    {
        engine.now.mode = EngineStatus::Mode::Running;
        settings.settingsFile = directory.filePath(QStringLiteral("window.ini"));
        settings.doorUrl = QStringLiteral("http://127.0.0.1:8787");
        settings.sessionKey = QStringLiteral("0123456789abcdef");
        settings.mayStay = true;
        if (!Database::open(workspace(), Database::Access::Write))
            qFatal("no workspace");
        reads = std::make_unique<ReadThread>(workspace());
    }
    [[nodiscard]] QString workspace() const { return directory.filePath(QStringLiteral("w.db")); }
    bool addTarget(TargetState state)
    {
        auto db = Database::open(workspace(), Database::Access::Write);
        if (!db || !(*db)->begin())
            return false;
        TargetStore store(**db);
        CallbackTarget target;
        target.id = store.reserve().value_or(TargetId{});
        target.name = QStringLiteral("CMS");
        target.url = QStringLiteral("https://example.com/ingest");
        target.state = state;
        return store.save(target, Timestamp{}) && (*db)->commit().has_value();
    }
    // Shows it and waits until it knows how things stand.
    void open()
    {
        window = std::make_unique<MainWindow>(engine, *reads, settings);
        QSignalSpy counted(window.get(), &MainWindow::countsChanged);
        window->addPage({QStringLiteral("Deliveries"),
                         QStringLiteral("deliveries"),
                         new QWidget,
                         {},
                         {},
                         [this](const QSettings &kept) { resumed << kept.value(QStringLiteral("shown")).toString(); },
                         [this](QSettings &kept) { kept.setValue(QStringLiteral("shown"), shown); }});
        window->addPage({QStringLiteral("Targets"), QStringLiteral("targets"), new QWidget, {}, {}});
        window->resume();
        window->show();
        QTRY_VERIFY(!counted.isEmpty());
    }
    [[nodiscard]] ClosingDialog *question() const { return window->findChild<ClosingDialog *>(); }
    [[nodiscard]] QString kept() const
    {
        return QSettings(settings.settingsFile, QSettings::IniFormat)
            .value(QStringLiteral("window/onClose"))
            .toString();
    }
};

} // namespace

class TestClosing : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void itIsAskedWhereItMatters_data();
    void itIsAskedWhereItMatters();
    void windowSettingsAreKept();
    void stayingHidesTheWindowAndIsNotAskedAgain();
    void quittingIsTheEndAndIsNotAskedAgain();
    void cancelLeavesTheWindowAndIsAskedAgain();
    void nothingEnabledIsNotAskedAbout();
    void aWindowThatOnlyWatchesJustCloses();
    void quitInTheMenuIsNeverAskedAbout();
    void theQuestionSaysWhatIsUndone();
    void theTrayTellsHowThingsStand();
    void theSettingsChangeTheAnswer();
    void whatWasShownComesBack();
    void afterABadEndItComesBackOnlyWhenAsked();
    void anotherWorkspaceHasItsOwn();
    void theQuestionLooksAsDrawn();
};

void TestClosing::itIsAskedWhereItMatters_data()
{
    QTest::addColumn<OnClose>("kept");
    QTest::addColumn<bool>("sending");
    QTest::addColumn<bool>("anyEnabled");
    QTest::addColumn<int>("toSend");
    QTest::addColumn<bool>("door");
    QTest::addColumn<OnClose>("meaning");
    using enum OnClose;
    QTest::newRow("something to send") << Ask << true << true << 3 << false << Ask;
    QTest::newRow("an open door") << Ask << true << true << 0 << true << Ask;
    QTest::newRow("nothing to send, no door") << Ask << true << true << 0 << false << Quit;
    QTest::newRow("no target enabled") << Ask << true << false << 3 << true << Quit;
    QTest::newRow("another process sends") << Ask << false << true << 3 << true << Quit;
    QTest::newRow("kept: stay") << Stay << true << false << 0 << false << Stay;
    QTest::newRow("kept: stay, but another sends") << Stay << false << true << 3 << true << Quit;
    QTest::newRow("kept: quit") << Quit << true << true << 3 << true << Quit;
}

void TestClosing::itIsAskedWhereItMatters()
{
    QFETCH(OnClose, kept);
    QFETCH(bool, sending);
    QFETCH(bool, anyEnabled);
    QFETCH(int, toSend);
    QFETCH(bool, door);
    QFETCH(OnClose, meaning);
    const ClosingFacts facts{sending, anyEnabled, toSend, door ? QStringLiteral("http://127.0.0.1:8787") : QString()};
    QVERIFY(meaningOfClosing(kept, facts) == meaning);
}

void TestClosing::windowSettingsAreKept()
{
    QTemporaryDir directory;
    QSettings settings(directory.filePath(QStringLiteral("w.ini")), QSettings::IniFormat);
    QVERIFY(readWindowSettings(settings) == WindowSettings{});
    for (const OnClose meaning : {OnClose::Stay, OnClose::Quit, OnClose::Ask}) {
        const WindowSettings window{meaning, meaning == OnClose::Quit, meaning != OnClose::Stay};
        keepWindowSettings(settings, window);
        QVERIFY(readWindowSettings(settings) == window);
    }
    settings.setValue(QStringLiteral("window/onClose"), QStringLiteral("explode"));
    QVERIFY(readWindowSettings(settings).onClose == OnClose::Ask);
}

void TestClosing::stayingHidesTheWindowAndIsNotAskedAgain()
{
    Bench bench;
    QVERIFY(bench.addTarget(TargetState::Enabled));
    bench.open();
    QSignalSpy closed(bench.window.get(), &MainWindow::closed);
    QVERIFY(!bench.window->close());
    QVERIFY(bench.question() && bench.question()->isVisible());
    click(*bench.question(), "stayButton");
    QVERIFY(!bench.window->isVisible());
    QCOMPARE(bench.kept(), QStringLiteral("stay"));
    QVERIFY(closed.isEmpty());

    bench.window->bringForward();
    QVERIFY(bench.window->isVisible());
    QTRY_VERIFY(!bench.question());
    bench.window->close();
    QVERIFY(!bench.window->isVisible());
    QVERIFY(!bench.question());
    bench.window->quit(); // from the tray
    QCOMPARE(closed.size(), 1);
}

void TestClosing::quittingIsTheEndAndIsNotAskedAgain()
{
    Bench bench;
    QVERIFY(bench.addTarget(TargetState::Enabled));
    bench.open();
    QSignalSpy closed(bench.window.get(), &MainWindow::closed);
    bench.window->close();
    click(*bench.question(), "quitButton");
    QCOMPARE(closed.size(), 1);
    QVERIFY(!bench.window->isVisible());
    QCOMPARE(bench.kept(), QStringLiteral("quit"));
    bench.open();
    QVERIFY(bench.window->close());
    QVERIFY(!bench.question());
}

void TestClosing::cancelLeavesTheWindowAndIsAskedAgain()
{
    Bench bench;
    QVERIFY(bench.addTarget(TargetState::Enabled));
    bench.open();
    bench.window->close();
    QTest::keyClick(bench.question(), Qt::Key_Escape);
    QVERIFY(bench.window->isVisible());
    QCOMPARE(bench.kept(), QString());
    QTRY_VERIFY(!bench.question());
    bench.window->close();
    QVERIFY(bench.question());
}

void TestClosing::nothingEnabledIsNotAskedAbout()
{
    Bench bench;
    QVERIFY(bench.addTarget(TargetState::Disabled));
    bench.open();
    QVERIFY(bench.window->close());
    QVERIFY(!bench.question());
}

void TestClosing::aWindowThatOnlyWatchesJustCloses()
{
    Bench bench;
    QVERIFY(bench.addTarget(TargetState::Enabled));
    bench.engine.now.mode = EngineStatus::Mode::Watching;
    bench.open();
    QVERIFY(bench.window->close());

    bench.engine.now.mode = EngineStatus::Mode::Running;
    bench.settings.mayStay = false; // a demo
    bench.open();
    QVERIFY(bench.window->close());
}

void TestClosing::quitInTheMenuIsNeverAskedAbout()
{
    Bench bench;
    QVERIFY(bench.addTarget(TargetState::Enabled));
    bench.open();
    QSignalSpy closed(bench.window.get(), &MainWindow::closed);
    bench.window->quit();
    QCOMPARE(closed.size(), 1);
    QVERIFY(!bench.question());
    QCOMPARE(bench.kept(), QString());
}

void TestClosing::theQuestionSaysWhatIsUndone()
{
    QWidget window;
    const auto said = [&](const ClosingFacts &facts) {
        return in<QLabel>(ClosingDialog(facts, false, &window), "closingUndoneLabel")->text();
    };
    QVERIFY(said({true, true, 14, {}}).startsWith(QStringLiteral("14 deliver")));
    QVERIFY(said({true, true, 0, QStringLiteral("http://127.0.0.1:8787")}).contains(QStringLiteral("127.0.0.1:8787")));
    QVERIFY(!said({true, true, 0, QStringLiteral("http://127.0.0.1:8787")}).contains(QStringLiteral("deliver")));
}

void TestClosing::theTrayTellsHowThingsStand()
{
    TrayIcon tray(QStringLiteral("team"));
    EngineStatus status;
    status.mode = EngineStatus::Mode::Running;
    DeliveryCounts counts;
    counts.waiting = 3;
    counts.retrying = 2;
    counts.failed = 7;
    counts.held = 1;
    tray.present(status, counts);
    QCOMPARE(tray.toolTip(), QStringLiteral("Callboard: team\nSending\n5 to send, 1 held, 7 failed"));
    status.mode = EngineStatus::Mode::Failing;
    status.detail = QStringLiteral("the disk is full");
    tray.present(status, std::nullopt);
    QVERIFY(tray.toolTip().endsWith(QStringLiteral("Problem: the disk is full")));
    QSignalSpy opened(&tray, &TrayIcon::openRequested);
    QSignalSpy quit(&tray, &TrayIcon::quitRequested);
    tray.menu().findChild<QAction *>(QStringLiteral("trayOpenAction"))->trigger();
    tray.menu().findChild<QAction *>(QStringLiteral("trayQuitAction"))->trigger();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(quit.size(), 1);
}

void TestClosing::theSettingsChangeTheAnswer()
{
    FakePlatformClient platform;
    SettingsDialog dialog(platform, filled());
    QList<WindowSettings> kept;
    OwnSettings own;
    own.window = {OnClose::Stay, true, true};
    own.keepWindow = [&](const WindowSettings &window) { kept << window; };
    dialog.offerOwn(own);
    dialog.show();
    QVERIFY(in<QRadioButton>(dialog, "stayOnCloseButton")->isChecked());
    QVERIFY(!dialog.isWindowModified());
    in<QRadioButton>(dialog, "quitOnCloseButton")->click();
    QVERIFY((kept.last() == WindowSettings{OnClose::Quit, true, true})); // at once
    QVERIFY(!dialog.isWindowModified());
    QVERIFY(!in<QCheckBox>(dialog, "trayBox")->isEnabled());
    in<QRadioButton>(dialog, "askOnCloseButton")->click();
    in<QCheckBox>(dialog, "trayBox")->click();
    in<QCheckBox>(dialog, "notifyBox")->click();
    QVERIFY((kept.last() == WindowSettings{OnClose::Ask, false, false}));
    QCOMPARE(in<QPushButton>(dialog, "cancelButton")->text(), QStringLiteral("Close"));
    QVERIFY(!in<QPushButton>(dialog, "saveButton")->isVisible());
    click(dialog, "cancelButton");
    QVERIFY(!dialog.isVisible());
    QVERIFY(platform.smtpSaved.isEmpty() && platform.retentionsSaved.isEmpty());
}

void TestClosing::whatWasShownComesBack()
{
    Bench bench;
    bench.open();
    bench.window->setCurrentPage(1);
    bench.window->close();
    bench.resumed.clear();
    bench.open();
    QCOMPARE(bench.resumed, QStringList{QStringLiteral("delivery 47")});
    QCOMPARE(bench.window->currentPage(), 1);
    QVERIFY(!bench.window->messages().isOpen());
}

void TestClosing::afterABadEndItComesBackOnlyWhenAsked()
{
    Bench bench;
    bench.open();
    bench.window->setCurrentPage(1);
    bench.window->close();
    bench.resumed.clear();
    bench.settings.endedBadly = true;
    bench.open();
    QVERIFY(bench.resumed.isEmpty());
    QCOMPARE(bench.window->currentPage(), 1); // the frame is no danger
    QVERIFY(bench.window->messages().text().contains(QStringLiteral("did not end properly")));
    shoot(*bench.window, QStringLiteral("bad-end"));
    click(*bench.window, "messageActionButton");
    QCOMPARE(bench.resumed, QStringList{QStringLiteral("delivery 47")});
    QVERIFY(!bench.window->messages().isOpen());
}

void TestClosing::anotherWorkspaceHasItsOwn()
{
    Bench bench;
    bench.open();
    bench.window->close();
    bench.resumed.clear();
    bench.settings.sessionKey = QStringLiteral("fedcba9876543210");
    bench.open();
    QCOMPARE(bench.resumed, QStringList{QString()});
}

void TestClosing::theQuestionLooksAsDrawn()
{
    QWidget window;
    window.resize(1280, 800);
    window.show();
    ClosingDialog dialog({true, true, 14, QStringLiteral("http://127.0.0.1:8787")}, false, &window);
    dialog.show();
    shoot(dialog, QStringLiteral("closing"));
    QVERIFY(dialog.height() < 400);
}

QTEST_MAIN(TestClosing)
#include "tst_closing.moc"

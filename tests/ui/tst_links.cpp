// callboard://… from outside: what is read, what the window shows then, and how a second start hands its link over.
#include "app/composition.h"
#include "app/desktop.h"
#include "app/instance/keptcopy.h"
#include "app/instance/link.h"
#include "app/instance/windowclaim.h"
#include "core/store/tables/targetstore.h"
#include "tests/support/ownhome.h"
#include "ui/assets/assetspage.h"
#include "ui/look/look.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/startfailure.h"
#include "ui/targets/targetdialog.h"
#include "ui/targets/targetspage.h"
#include "ui/targets/targettable.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;

namespace {

const QTemporaryDir &place()
{
    static const QTemporaryDir directory;
    return directory;
}

bool addTarget(const QString &workspace)
{
    auto db = Database::open(workspace, Database::Access::Write);
    if (!db || !(*db)->begin())
        return false;
    TargetStore store(**db);
    CallbackTarget target;
    target.id = store.reserve().value_or(TargetId{});
    target.name = QStringLiteral("CMS");
    target.url = QStringLiteral("https://example.com/ingest");
    return target.id.value == 1 && store.save(target, Timestamp{}) && (*db)->commit().has_value();
}

// The desktop program in this process, on a workspace of its own with one target.
struct Bench {
    QString workspace = place().filePath(QStringLiteral("%1/w.db").arg(QUuid::createUuid().toString(QUuid::Id128)));
    std::unique_ptr<Composition> composition;
    std::unique_ptr<Desktop> desktop;

    explicit Bench(const DesktopStart &start = {})
    {
        if (!addTarget(workspace))
            qFatal("no workspace");
        auto made = Composition::start({workspace, false});
        if (!made)
            qFatal("%s", qPrintable(made.error().detail));
        composition = std::move(*made);
        desktop = std::make_unique<Desktop>(*composition, workspace, QStringLiteral("links"), start);
        desktop->show();
    }
    ~Bench()
    {
        QSignalSpy stopped(composition.get(), &Composition::stopped);
        composition->stop();
        if (stopped.isEmpty())
            stopped.wait();
        desktop.reset();
    }
    [[nodiscard]] MainWindow &window() const { return desktop->window(); }
};

} // namespace

class tst_Links : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();

    void whatIsALink_data();
    void whatIsALink();
    void aPageIsShown();
    void aTargetIsOpenedToBeEdited();
    void anUnknownDeliveryIsSaid();
    void whatIsNoLinkIsSaid();
    void theFormOfANewTargetIsOpened();
    void noLinkOpensAFormOverAnother();
    void aSecondStartHandsItsLinkOver();
    void theCommandLineRefusesWhatIsNoLink();
    void theCopyBeforeAMigrationIsFoundAndTold();
    void aWorkspaceThatCantBeOpenedIsExplained();
    void targetsComeBackAsTheyWereLeft();
    void assetsComeBackAsTheyWereLeft();
};

void tst_Links::initTestCase()
{
    liveIn(place().path());
    look::apply();
}

void tst_Links::whatIsALink_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("known");
    QTest::addColumn<Link>("link");
    using Kind = Link::Kind;
    const auto row = [](const char *text, const Link &link) {
        QTest::newRow(text) << QString::fromLatin1(text) << true << link;
    };
    row("callboard://delivery/4711", {Kind::Delivery, {}, 4711});
    row("CALLBOARD://delivery/4711/", {Kind::Delivery, {}, 4711});
    row("callboard://target/7", {Kind::Target, {}, 7});
    row("callboard://page/receiver", {Kind::Page, QStringLiteral("receiver"), 0});
    row("callboard://page/failures", {Kind::Page, QStringLiteral("failures"), 0});
    row("callboard://new-target", {Kind::NewTarget, {}, 0});
    for (const char *text :
         {"", "callboard:", "callboard://", "callboard://delivery", "callboard://delivery/0", "callboard://delivery/-1",
          "callboard://delivery/1/replay", "callboard://delivery/1?send=1", "callboard://delivery/9999999999999999999",
          "callboard://page/nowhere", "callboard://replay/1", "https://example.com/delivery/1", "file:///etc/passwd",
          "delivery/1"})
        QTest::newRow(qPrintable(QStringLiteral("not: %1").arg(QLatin1String(text))))
            << QString::fromLatin1(text) << false << Link{};
}

void tst_Links::whatIsALink()
{
    QFETCH(QString, text);
    QFETCH(bool, known);
    QFETCH(Link, link);
    const auto read = parseLink(text);
    QCOMPARE(read.has_value(), known);
    if (known)
        QVERIFY(*read == link);
}

void tst_Links::aPageIsShown()
{
    const Bench bench;
    bench.window().setCurrentPage(0);
    bench.desktop->openLink(pageLink(QStringLiteral("receiver")));
    const int receiver = bench.window().currentPage();
    bench.desktop->openLink(pageLink(QStringLiteral("targets")));
    QVERIFY(receiver != 0 && bench.window().currentPage() != receiver);
    bench.desktop->openLink(pageLink(QStringLiteral("overview")));
    QCOMPARE(bench.window().currentPage(), 0);
    for (const QString &name : pageNames())
        bench.desktop->openLink(pageLink(name));
    QVERIFY2(!bench.window().messages().isOpen(), qPrintable(bench.window().messages().text()));
}

void tst_Links::aTargetIsOpenedToBeEdited()
{
    const Bench bench;
    bench.desktop->openLink(QStringLiteral("callboard://target/1"));
    QTRY_VERIFY(bench.window().findChild<TargetDialog *>());
    bench.window().findChild<TargetDialog *>()->close();
    bench.desktop->openLink(QStringLiteral("callboard://target/99"));
    QTRY_VERIFY(bench.window().messages().isOpen());
}

void tst_Links::anUnknownDeliveryIsSaid()
{
    const Bench bench;
    const int before = bench.window().currentPage();
    bench.desktop->openLink(QStringLiteral("callboard://delivery/4711"));
    QTRY_VERIFY(bench.window().messages().text().contains(QStringLiteral("no delivery 4711")));
    QCOMPARE(bench.window().currentPage(), before);
}

void tst_Links::whatIsNoLinkIsSaid()
{
    const Bench bench;
    bench.desktop->openLink(QStringLiteral("callboard://delivery/1/replay"));
    QVERIFY(bench.window().messages().text().contains(QStringLiteral("callboard://delivery/1/replay")));
}

void tst_Links::theFormOfANewTargetIsOpened()
{
    const Bench bench;
    bench.desktop->openLink(newTargetLink());
    QTRY_VERIFY(bench.window().findChild<TargetDialog *>());
}

void tst_Links::noLinkOpensAFormOverAnother()
{
    const Bench bench;
    const auto forms = [&bench] { return bench.window().findChildren<TargetDialog *>(); };
    bench.desktop->openLink(newTargetLink());
    QTRY_VERIFY(QApplication::activeModalWidget());
    const int page = bench.window().currentPage();
    for (const QString &link : {newTargetLink(), QStringLiteral("callboard://target/1"),
                                QStringLiteral("callboard://delivery/4711"), pageLink(QStringLiteral("overview"))}) {
        bench.window().messages().dismiss();
        bench.desktop->openLink(link);
        QCOMPARE(bench.window().messages().text(), QStringLiteral("Finish what is open first."));
    }
    QCOMPARE(bench.window().currentPage(), page);
    QCOMPARE(forms().size(), 1);
    forms().constFirst()->close();
    QTRY_VERIFY(!QApplication::activeModalWidget());
    bench.desktop->openLink(pageLink(QStringLiteral("overview")));
    QCOMPARE(bench.window().currentPage(), 0);
}

void tst_Links::aSecondStartHandsItsLinkOver()
{
    const QString workspace = place().filePath(QStringLiteral("second/w.db"));
    QVERIFY(addTarget(workspace));
    const auto claim = WindowClaim::take(workspace);
    QVERIFY(claim && *claim);
    QSignalSpy raised(claim->get(), &WindowClaim::raiseRequested);
    QSignalSpy asked(claim->get(), &WindowClaim::linkRequested);
    const QList<QPair<QStringList, QString>> starts{
        {{QStringLiteral("callboard://delivery/4711")}, QStringLiteral("callboard://delivery/4711")},
        {{QStringLiteral("--page"), QStringLiteral("failures")}, pageLink(QStringLiteral("failures"))},
        {{QStringLiteral("--new-target")}, newTargetLink()},
        {{}, {}}};
    for (const auto &[arguments, link] : starts) {
        raised.clear();
        asked.clear();
        QProcess second;
        second.start(qEnvironmentVariable("CALLBOARD"),
                     QStringList{QStringLiteral("--workspace"), workspace} + arguments);
        QTRY_COMPARE_WITH_TIMEOUT(second.state(), QProcess::NotRunning, 20'000);
        QVERIFY2(second.exitCode() == 0, second.readAllStandardError().constData());
        QCOMPARE(raised.size(), 1);
        QCOMPARE(asked.value(0).value(0).toString(), link);
    }
}

void tst_Links::theCommandLineRefusesWhatIsNoLink()
{
    for (const QStringList &arguments :
         {QStringList{QStringLiteral("delivries")}, QStringList{QStringLiteral("callboard://delivery/1/replay")},
          QStringList{QStringLiteral("--page"), QStringLiteral("nowhere")},
          QStringList{QStringLiteral("audit"), QStringLiteral("callboard://delivery/1")},
          QStringList{QStringLiteral("audit"), QStringLiteral("--page"), QStringLiteral("targets")}}) {
        QProcess program;
        program.start(qEnvironmentVariable("CALLBOARD"), arguments);
        QVERIFY(program.waitForFinished());
        QVERIFY2(program.exitCode() == 2, qPrintable(arguments.join(u' ')));
        QVERIFY(!program.readAllStandardError().isEmpty());
    }
}

void tst_Links::theCopyBeforeAMigrationIsFoundAndTold()
{
    const QString workspace = place().filePath(QStringLiteral("copy/w.db"));
    QVERIFY(addTarget(workspace));
    QFile old(workspace + QStringLiteral(".schema3.bak"));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.close();
    const KeptCopy copy(workspace);
    QCOMPARE(copy.made(), QString());
    QFile made(workspace + QStringLiteral(".schema5.bak"));
    QVERIFY(made.open(QIODevice::WriteOnly));
    made.close();
    QCOMPARE(copy.made(), made.fileName());

    const Bench bench({QStringLiteral("0123456789abcdef"), false, false, copy.made()});
    QVERIFY(bench.window().messages().text().contains(made.fileName()));
    const Bench after({QStringLiteral("0123456789abcdef"), true, false, copy.made()});
    after.window().messages().dismiss();
    QVERIFY(after.window().messages().text().contains(QStringLiteral("did not end properly")));
}

void tst_Links::aWorkspaceThatCantBeOpenedIsExplained()
{
    const StartFailure failure({ErrorCode::NewerSchema, QStringLiteral("w.db: schema 9, this version knows 6.")},
                               QStringLiteral("/data/w.db"));
    const auto text = [&failure](const char *name) { return failure.findChild<QLabel *>(QLatin1String(name))->text(); };
    QVERIFY(text("startFailureHead").contains(QStringLiteral("newer Callboard")));
    QVERIFY(text("startFailureDetail").contains(QStringLiteral("schema 9")));
    QVERIFY(text("startFailureAdvice").contains(QStringLiteral(".bak")));
    QVERIFY(text("startFailureWorkspace").contains(QStringLiteral("/data/w.db")));
}

void tst_Links::targetsComeBackAsTheyWereLeft()
{
    const DesktopStart start{QStringLiteral("fedcba9876543210"), false, false, {}};
    const auto tableIn = [](const Bench &bench) {
        bench.desktop->openLink(pageLink(QStringLiteral("targets")));
        return bench.window().findChild<TargetTable *>();
    };
    const auto searchIn = [](const Bench &bench) {
        return bench.window().findChild<TargetsPage *>()->findChild<QLineEdit *>(QStringLiteral("searchEdit"));
    };
    {
        const Bench first(start);
        TargetTable *table = tableIn(first);
        QVERIFY(table->selected().isEmpty());
        QTRY_VERIFY(table->select(TargetId{1}));
        searchIn(first)->setText(QStringLiteral("cm"));
        first.window().quit();
    }
    const Bench second(start);
    QTRY_COMPARE(tableIn(second)->selected().size(), 1);
    QCOMPARE(searchIn(second)->text(), QStringLiteral("cm"));
}

void tst_Links::assetsComeBackAsTheyWereLeft()
{
    const DesktopStart start{QStringLiteral("00112233445566778"), false, false, {}};
    const auto filterIn = [](const Bench &bench) {
        return bench.window().findChild<AssetsPage *>()->findChild<QLineEdit *>(QStringLiteral("filterEdit"));
    };
    {
        const Bench first(start);
        QVERIFY(filterIn(first)->text().isEmpty());
        filterIn(first)->setText(QStringLiteral("T1S"));
        first.window().quit();
    }
    const Bench second(start);
    QCOMPARE(filterIn(second)->text(), QStringLiteral("T1S"));
    const Bench other({QStringLiteral("8877665544332211"), false, false, {}}); // another workspace's window
    QVERIFY(filterIn(other)->text().isEmpty());
}

QTEST_MAIN(tst_Links)
#include "tst_links.moc"

// The command palette: what it finds, in which order, and what Enter does.
#include "tests/ui/dialogshots.h"
#include "tests/ui/windowfake.h"
#include "ui/look/look.h"
#include "ui/shell/palette/commandpalette.h"
#include "ui/shell/palette/fuzzymatch.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;

namespace {

Command command(const QString &title, std::function<void()> run = {})
{
    return {title, QStringLiteral("File"), QStringLiteral("Ctrl+X"), true, {}, std::move(run)};
}

QStringList titles(const QAbstractItemModel &model)
{
    QStringList titles;
    for (int row = 0; row < model.rowCount(); ++row)
        titles << model.index(row, 0).data().toString();
    return titles;
}

const Command *find(const QList<Command> &commands, const QString &title)
{
    const auto at = std::find_if(commands.begin(), commands.end(), [&](const Command &c) { return c.title == title; });
    return at == commands.end() ? nullptr : &*at;
}

// A palette over a window, as the program opens it.
struct Bench {
    QWidget window;
    CommandPalette *palette = nullptr;
    QLineEdit *line = nullptr;
    QListView *list = nullptr;

    explicit Bench(const QList<Command> &commands)
    {
        window.resize(1280, 800);
        window.show();
        palette = new CommandPalette(commands, &window);
        line = palette->findChild<QLineEdit *>(QStringLiteral("commandEdit"));
        list = palette->findChild<QListView *>(QStringLiteral("commandList"));
        palette->open();
    }
    [[nodiscard]] QString current() const { return list->currentIndex().data().toString(); }
};

} // namespace

class TestCommandPalette : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void whatWasDoneLatelyIsOnTop();
    void lettersInOrderFit_data();
    void lettersInOrderFit();
    void theBetterFitComesFirst_data();
    void theBetterFitComesFirst();
    void matchedLettersAreNamed();
    void theModelFollowsWhatIsTyped();
    void whatCanBeDoneComesFirst();
    void aNumberLeadsSomewhere();
    void enterDoesTheBest();
    void arrowsMoveAndWrap();
    void whatCantBeDoneSaysWhyAndStays();
    void escapeLeavesNothingDone();
    void theWindowsMenusAndPagesAreThere();
    void aTablesOwnCommandsNeedASelection();
    void looksAsDrawn();
};

void TestCommandPalette::lettersInOrderFit_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("title");
    QTest::addColumn<bool>("fits");
    QTest::newRow("nothing typed") << QString() << QStringLiteral("New target…") << true;
    QTest::newRow("beginning") << QStringLiteral("new") << QStringLiteral("New target…") << true;
    QTest::newRow("initials") << QStringLiteral("nt") << QStringLiteral("New target…") << true;
    QTest::newRow("blanks do not matter") << QStringLiteral("n  tar") << QStringLiteral("New target…") << true;
    QTest::newRow("other case") << QStringLiteral("NEW T") << QStringLiteral("New target…") << true;
    QTest::newRow("in the middle") << QStringLiteral("arge") << QStringLiteral("New target…") << true;
    QTest::newRow("not in order") << QStringLiteral("tn") << QStringLiteral("New target…") << false;
    QTest::newRow("a letter too many") << QStringLiteral("newtt") << QStringLiteral("New t") << false;
    QTest::newRow("other letters") << QStringLiteral("x") << QStringLiteral("New target…") << false;
    QTest::newRow("nothing to fit") << QStringLiteral("x") << QString() << false;
}

void TestCommandPalette::lettersInOrderFit()
{
    QFETCH(QString, typed);
    QFETCH(QString, title);
    QFETCH(bool, fits);
    QCOMPARE(fuzzyMatch(typed, title).has_value(), fits);
}

void TestCommandPalette::theBetterFitComesFirst_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    const auto row = [](const char *what, const char *typed, const char *better, const char *worse) {
        QTest::newRow(what) << QString::fromLatin1(typed) << QString::fromLatin1(better) << QString::fromLatin1(worse);
    };
    row("side by side before scattered", "set", "Settings", "Replay latest");
    row("at the beginning before the middle", "re", "Replay", "Import requests");
    row("at words before inside words", "ft", "Fire the thing", "After that");
    row("initials before letters within", "nt", "New target", "Shortcuts and timing");
}

void TestCommandPalette::theBetterFitComesFirst()
{
    QFETCH(QString, typed);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    const auto one = fuzzyMatch(typed, better);
    const auto other = fuzzyMatch(typed, worse);
    QVERIFY(one);
    QVERIFY2(!other || one->score > other->score, qPrintable(QString::number(other ? other->score : 0)));
}

void TestCommandPalette::matchedLettersAreNamed()
{
    QCOMPARE(fuzzyMatch(QStringLiteral("nt"), QStringLiteral("New target"))->positions, (QList<int>{0, 4}));
    // Not the first t there is, but those that stand together.
    QCOMPARE(fuzzyMatch(QStringLiteral("target"), QStringLiteral("Edit target"))->positions,
             (QList<int>{5, 6, 7, 8, 9, 10}));
}

void TestCommandPalette::theModelFollowsWhatIsTyped()
{
    CommandModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setCommands({command(QStringLiteral("New target…")), command(QStringLiteral("Fire event…"))});
    QCOMPARE(titles(model), (QStringList{QStringLiteral("New target…"), QStringLiteral("Fire event…")}));
    model.setTyped(QStringLiteral("fire"));
    QCOMPARE(titles(model), QStringList{QStringLiteral("Fire event…")});
    QCOMPARE(model.index(0).data(CommandModel::KeysRole).toString(), QStringLiteral("Ctrl+X"));
    model.addCommands({command(QStringLiteral("Edit target “Fire brigade”"))});
    QCOMPARE(model.rowCount(), 2);
    model.setTyped(QStringLiteral("zz"));
    QCOMPARE(model.rowCount(), 0);
}

void TestCommandPalette::whatCanBeDoneComesFirst()
{
    Command closed = command(QStringLiteral("Replay"));
    closed.can = false;
    closed.obstacle = QStringLiteral("nothing is selected");
    CommandModel model;
    model.setCommands({closed, command(QStringLiteral("Replay"))});
    model.setTyped(QStringLiteral("replay"));
    QVERIFY(model.command(0).can);
    QVERIFY(!model.command(1).can);
    QVERIFY(model.index(1).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("nothing is selected")));
}

void TestCommandPalette::aNumberLeadsSomewhere()
{
    CommandModel model;
    model.setCommands({command(QStringLiteral("Copy versions 47"))});
    model.setNumbered(
        [](qint64 number) { return QList<Command>{command(QStringLiteral("Go to delivery %1").arg(number))}; });
    model.setTyped(QStringLiteral("47"));
    QCOMPARE(titles(model), (QStringList{QStringLiteral("Go to delivery 47"), QStringLiteral("Copy versions 47")}));
    model.setTyped(QStringLiteral("#47"));
    QCOMPARE(titles(model), QStringList{QStringLiteral("Go to delivery 47")});
    model.addCommands({command(QStringLiteral("Go to delivery 47"))});
    model.setTyped(QStringLiteral("47"));
    QCOMPARE(titles(model).count(QStringLiteral("Go to delivery 47")), 1);
    for (const QString &none : {QStringLiteral("0"), QStringLiteral("#"), QStringLiteral("##47")}) {
        model.setTyped(none);
        QCOMPARE(model.rowCount(), 0);
    }
}

void TestCommandPalette::enterDoesTheBest()
{
    QStringList done;
    Bench bench({command(QStringLiteral("New target…"), [&] { done << QStringLiteral("new"); }),
                 command(QStringLiteral("Fire event…"), [&] { done << QStringLiteral("fire"); })});
    QVERIFY(bench.palette->isVisible());
    QTest::keyClicks(bench.line, QStringLiteral("fe"));
    QCOMPARE(bench.current(), QStringLiteral("Fire event…"));
    QTest::keyClick(bench.line, Qt::Key_Return);
    QVERIFY(!bench.palette->isVisible());
    QTRY_COMPARE(done, QStringList{QStringLiteral("fire")});
}

void TestCommandPalette::arrowsMoveAndWrap()
{
    QList<Command> commands;
    for (int i = 0; i < 25; ++i)
        commands << command(QStringLiteral("Command %1").arg(i));
    Bench bench(commands);
    QCOMPARE(bench.current(), QStringLiteral("Command 0"));
    QTest::keyClick(bench.line, Qt::Key_Down);
    QCOMPARE(bench.current(), QStringLiteral("Command 1"));
    QTest::keyClick(bench.line, Qt::Key_PageDown);
    QCOMPARE(bench.current(), QStringLiteral("Command 11"));
    QTest::keyClick(bench.line, Qt::Key_PageUp);
    QTest::keyClick(bench.line, Qt::Key_PageUp);
    QCOMPARE(bench.current(), QStringLiteral("Command 0"));
    QTest::keyClick(bench.line, Qt::Key_Up);
    QCOMPARE(bench.current(), QStringLiteral("Command 24"));
    QTest::keyClick(bench.line, Qt::Key_Down);
    QCOMPARE(bench.current(), QStringLiteral("Command 0"));
}

void TestCommandPalette::whatCantBeDoneSaysWhyAndStays()
{
    bool done = false;
    Command closed = command(QStringLiteral("Replay"), [&] { done = true; });
    closed.can = false;
    closed.obstacle = QStringLiteral("nothing is selected");
    Bench bench({closed});
    QTest::keyClick(bench.line, Qt::Key_Return);
    QVERIFY(bench.palette->isVisible());
    QVERIFY(!done);
}

void TestCommandPalette::escapeLeavesNothingDone()
{
    bool done = false;
    Bench bench({command(QStringLiteral("Replay"), [&] { done = true; })});
    QSignalSpy finished(bench.palette, &QDialog::finished);
    QTest::keyClick(bench.line, Qt::Key_Escape);
    QCOMPARE(finished.size(), 1);
    QVERIFY(!done);
    QVERIFY(bench.window.close()); // no longer blocked
    QVERIFY(!bench.window.isVisible());
}

void TestCommandPalette::theWindowsMenusAndPagesAreThere()
{
    QTemporaryDir dir;
    fakes::FakeWindow fake;
    const auto window = fake.make(dir.path());
    const QList<Command> commands = window->commands();
    for (const QString &title : {QStringLiteral("New target…"), QStringLiteral("Settings…"),
                                 QStringLiteral("Go to Targets"), QStringLiteral("Follow the newest delivery")})
        QVERIFY2(find(commands, title), qPrintable(title));
    QCOMPARE(find(commands, QStringLiteral("New target…"))->keys, QStringLiteral("Ctrl+N"));
    QCOMPARE(find(commands, QStringLiteral("New target…"))->place, QStringLiteral("File"));
    find(commands, QStringLiteral("Go to Targets"))->run();
    QCOMPARE(window->currentPage(), 1);

    // A page's command brings its page to the front.
    const Command *replay = find(commands, QStringLiteral("Replay the same bytes"));
    QVERIFY(replay);
    QVERIFY(!replay->can);
    QCOMPARE(replay->obstacle, QStringLiteral("nothing is selected"));
    find(commands, QStringLiteral("Follow the newest delivery"))->run();
    QCOMPARE(window->currentPage(), 0);
}

void TestCommandPalette::aTablesOwnCommandsNeedASelection()
{
    QWidget page;
    auto *table = new QTableWidget(2, 1, &page);
    table->setItem(0, 0, new QTableWidgetItem(QStringLiteral("one")));
    auto *edit = new QAction(QStringLiteral("&Edit…"), table);
    table->addAction(edit);
    int shown = 0;
    int edited = 0;
    connect(edit, &QAction::triggered, this, [&] { ++edited; });
    const auto commands = [&] { return commandsOf(page, QStringLiteral("Targets"), [&] { ++shown; }); };
    QVERIFY(!find(commands(), QStringLiteral("Edit…"))->can);
    table->selectRow(0);
    const QList<Command> now = commands();
    QVERIFY(find(now, QStringLiteral("Edit…"))->can);
    find(now, QStringLiteral("Edit…"))->run();
    QCOMPARE(shown, 1);
    QCOMPARE(edited, 1);
    edit->setEnabled(false);
    edit->setToolTip(QStringLiteral("it is being sent"));
    QCOMPARE(find(commands(), QStringLiteral("Edit…"))->obstacle, QStringLiteral("it is being sent"));
}

void TestCommandPalette::looksAsDrawn()
{
    QTemporaryDir dir;
    fakes::FakeWindow fake;
    const auto window = fake.make(dir.path());
    window->resize(1280, 800);
    window->show();
    CommandPalette palette(window->commands(), window.get());
    palette.open();
    shoot(palette, QStringLiteral("palette"));
    QTest::keyClicks(palette.findChild<QLineEdit *>(), QStringLiteral("re"));
    shoot(palette, QStringLiteral("palette-typed"));
    QVERIFY(palette.height() <= window->height());
}

void TestCommandPalette::whatWasDoneLatelyIsOnTop()
{
    Bench bench({command(QStringLiteral("Import targets…")), command(QStringLiteral("New target…")),
                 command(QStringLiteral("Quit")), command(QStringLiteral("Settings…"))});
    bench.palette->setRecent({QStringLiteral("Settings…"), QStringLiteral("Quit")});
    QCOMPARE(titles(*bench.list->model()).mid(0, 2),
             (QStringList{QStringLiteral("Settings…"), QStringLiteral("Quit")}));
    QTest::keyClicks(bench.line, QStringLiteral("new"));
    QCOMPARE(bench.current(), QStringLiteral("New target…"));
    QSignalSpy chosen(bench.palette, &CommandPalette::chosen);
    QTest::keyClick(bench.line, Qt::Key_Return);
    QCOMPARE(chosen.value(0).value(0).toString(), QStringLiteral("New target…"));
}

QTEST_MAIN(TestCommandPalette)
#include "tst_commandpalette.moc"

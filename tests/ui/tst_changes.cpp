// Who changed what, in the window: the trail, a target's history, and a revision restored, by keyboard.
#include "app/composition.h"
#include "app/desktop.h"
#include "tests/support/ownhome.h"
#include "ui/look/emptystate.h"
#include "ui/look/look.h"
#include "ui/shell/mainwindow.h"
#include "ui/targets/history/changesdialog.h"
#include "ui/targets/history/historydialog.h"
#include "ui/targets/history/traillistmodel.h"
#include "ui/targets/targetdialog.h"
#include "ui/targets/targetspage.h"
#include "ui/targets/targettable.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace callboard;

namespace {

const QTemporaryDir &place()
{
    static const QTemporaryDir directory;
    return directory;
}

const QString kActor = QStringLiteral("ann (window)");

// The desktop program in this process, on a workspace of its own.
struct Bench {
    QString workspace = place().filePath(QStringLiteral("%1/w.db").arg(QUuid::createUuid().toString(QUuid::Id128)));
    std::unique_ptr<Composition> composition;
    std::unique_ptr<Desktop> desktop;

    Bench()
    {
        CompositionSettings settings{workspace, false};
        settings.actor = kActor;
        auto made = Composition::start(settings);
        if (!made)
            qFatal("%s", qPrintable(made.error().detail));
        composition = std::move(*made);
        desktop = std::make_unique<Desktop>(*composition, workspace, QStringLiteral("changes"), DesktopStart{});
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
    [[nodiscard]] EngineService &engine() const { return composition->engine(); }

    CallbackTarget save(CallbackTarget target) const
    {
        std::optional<Result<CallbackTarget>> saved;
        engine().saveTarget(target, &window(), [&](const Result<CallbackTarget> &result) { saved = result; });
        return QTest::qWaitFor([&] { return saved.has_value(); }) ? saved->value() : target;
    }
    // A target with three revisions.
    CallbackTarget saveThrice() const
    {
        CallbackTarget target;
        target.name = QStringLiteral("CMS");
        target.url = QStringLiteral("https://one.example/");
        target = save(target);
        target.url = QStringLiteral("https://two.example/");
        target.maxInFlight = 3;
        target = save(target);
        target.headers = {{QStringLiteral("X-A"), QStringLiteral("<b>1</b>"), {}, false, true}};
        return save(target);
    }
    void remove(TargetId id) const
    {
        std::optional<Result<TargetId>> removed;
        engine().removeTarget(id, &window(), [&](const Result<TargetId> &result) { removed = result; });
        QVERIFY(QTest::qWaitFor([&] { return removed.has_value(); }));
        QVERIFY(removed->has_value());
    }
    ChangesDialog *openChanges() const
    {
        window().findChild<QAction *>(QStringLiteral("changesAction"))->trigger();
        auto *dialog = window().findChild<ChangesDialog *>();
        return QTest::qWaitForWindowExposed(dialog) ? dialog : nullptr;
    }
    HistoryDialog *openHistory() const
    {
        window().setCurrentPage(2);
        auto *table = window().findChild<TargetTable *>();
        if (!QTest::qWaitFor([&] { return table->model()->rowCount() > 0; }))
            return nullptr;
        table->selectRow(0);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_H);
        return waitFor<HistoryDialog>(window());
    }
    template <class Dialog>
    static Dialog *waitFor(const QWidget &parent)
    {
        Dialog *found = nullptr;
        const bool there = QTest::qWaitFor([&] { return (found = parent.findChild<Dialog *>()) != nullptr; })
            && QTest::qWaitForWindowExposed(found);
        return there ? found : nullptr;
    }
};

template <class Child>
Child *in(const QWidget *dialog, const char *name)
{
    return dialog->findChild<Child *>(QLatin1String(name));
}

QString cell(const QAbstractItemView *view, int row, int column)
{
    return view->model()->index(row, column).data().toString();
}

void shoot(QWidget *dialog, const char *name)
{
    const QString directory = qEnvironmentVariable("CALLBOARD_SHOTS");
    QTest::qWait(0); // what is laid out later
    if (!directory.isEmpty())
        QVERIFY(dialog->grab().save(QStringLiteral("%1/%2.png").arg(directory, QLatin1String(name))));
}

} // namespace

class tst_Changes : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void anEmptyWorkspaceSaysSo();
    void changesAreListedAndNarrowed();
    void theyAreCopiedAsCsvThatIsNoFormula();
    void aHistoryIsComparedByKeyboard();
    void aRevisionIsRestoredThroughTheForm();
    void aFormTakesARevisionIn();
    void aRemovedTargetIsFoundAndMadeAnew();
    void aRevisionIsOpenedByItsNumber();
};

void tst_Changes::initTestCase()
{
    liveIn(place().path());
    look::apply();
}

void tst_Changes::anEmptyWorkspaceSaysSo()
{
    Bench bench;
    ChangesDialog *dialog = bench.openChanges();
    QVERIFY(dialog);
    auto *empty = in<EmptyState>(dialog, "changesEmptyState");
    QTRY_VERIFY(empty->isVisible());
    shoot(dialog, "changes-empty");
    QVERIFY(!in<QPushButton>(dialog, "copyChangesButton")->isEnabled());
    QVERIFY(!in<QPushButton>(dialog, "historyButton")->isEnabled());
}

void tst_Changes::changesAreListedAndNarrowed()
{
    Bench bench;
    bench.saveThrice();
    ChangesDialog *dialog = bench.openChanges();
    QVERIFY(dialog);
    auto *table = in<QTableView>(dialog, "changesTable");
    QTRY_COMPARE(table->model()->rowCount(), 3);
    QCOMPARE(cell(table, 0, TrailListModel::Who), kActor);
    QCOMPARE(cell(table, 0, TrailListModel::What), QStringLiteral("Target changed"));
    QCOMPARE(cell(table, 0, TrailListModel::About), QStringLiteral("CMS"));
    QCOMPARE(cell(table, 0, TrailListModel::Details), QStringLiteral("Header X-A"));
    QCOMPARE(cell(table, 2, TrailListModel::What), QStringLiteral("Target added"));
    auto *differences = in<QTableView>(dialog, "differenceTable");
    QTRY_COMPARE(differences->model()->rowCount(), 1);
    QCOMPARE(cell(differences, 0, 2), QStringLiteral("<b>1</b>")); // as text
    QTest::keyClick(table, Qt::Key_Down);
    QTRY_COMPARE(differences->model()->rowCount(), 2);
    shoot(dialog, "changes");

    auto *search = in<QLineEdit>(dialog, "changesSearchEdit");
    QTest::keyClick(dialog, Qt::Key_Slash);
    QTRY_VERIFY(search->hasFocus());
    QTest::keyClicks(search, QStringLiteral("two.example"));
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    search->setText(QStringLiteral("nothing has this"));
    QTRY_VERIFY(in<EmptyState>(dialog, "changesEmptyState")->isVisible());
    search->clear();
    QTRY_COMPARE(table->model()->rowCount(), 3);
    // What is changed while it is open comes in.
    CallbackTarget another;
    another.name = QStringLiteral("Another");
    another.url = QStringLiteral("https://another.example/");
    bench.save(another);
    QTRY_COMPARE(table->model()->rowCount(), 4);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!bench.window().findChild<ChangesDialog *>());
}

void tst_Changes::theyAreCopiedAsCsvThatIsNoFormula()
{
    Bench bench;
    CallbackTarget target;
    target.name = QStringLiteral("=HYPERLINK(\"x\"), \"y\"");
    target.url = QStringLiteral("https://one.example/");
    bench.save(target);
    ChangesDialog *dialog = bench.openChanges();
    QVERIFY(dialog);
    QTRY_VERIFY(in<QPushButton>(dialog, "copyChangesButton")->isEnabled());
    in<QPushButton>(dialog, "copyChangesButton")->click();
    const QStringList lines = QApplication::clipboard()->text().split(QStringLiteral("\r\n"));
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[1].startsWith(QStringLiteral("1,")));
    QVERIFY(lines[1].contains(kActor));
}

void tst_Changes::aHistoryIsComparedByKeyboard()
{
    Bench bench;
    bench.saveThrice();
    HistoryDialog *dialog = bench.openHistory();
    QVERIFY(dialog);
    auto *revisions = in<QTableView>(dialog, "revisionTable");
    QTRY_COMPARE(revisions->model()->rowCount(), 3);
    QTRY_VERIFY(revisions->hasFocus());
    QCOMPARE(cell(revisions, 0, 0), QStringLiteral("3"));
    QCOMPARE(cell(revisions, 0, 2), kActor);
    QCOMPARE(cell(revisions, 0, 3), QStringLiteral("Header X-A"));
    QCOMPARE(cell(revisions, 1, 3), QStringLiteral("Address, Requests at a time"));
    QCOMPARE(cell(revisions, 2, 3), QStringLiteral("The first that is kept"));
    auto *restore = in<QPushButton>(dialog, "restoreButton");
    QVERIFY(!restore->isEnabled()); // it is how it is now
    auto *differences = in<QTableView>(dialog, "differenceTable");
    QCOMPARE(differences->model()->rowCount(), 1);
    QTest::keyClick(revisions, Qt::Key_Down);
    QCOMPARE(differences->model()->rowCount(), 2);
    QCOMPARE(cell(differences, 0, 1), QStringLiteral("https://one.example/"));
    QCOMPARE(cell(differences, 0, 2), QStringLiteral("https://two.example/"));
    QVERIFY(restore->isEnabled());
    QTest::keyClick(revisions, Qt::Key_End);
    QVERIFY(in<QLabel>(dialog, "sameLabel")->isVisible()); // there is none before it
    auto *against = in<QComboBox>(dialog, "againstCombo");
    QTest::keyClick(against, Qt::Key_Down); // the present
    QCOMPARE(differences->model()->rowCount(), 3);
    shoot(dialog, "history");
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!bench.window().findChild<HistoryDialog *>());
}

void tst_Changes::aRevisionIsRestoredThroughTheForm()
{
    Bench bench;
    const CallbackTarget target = bench.saveThrice();
    HistoryDialog *dialog = bench.openHistory();
    QVERIFY(dialog);
    auto *revisions = in<QTableView>(dialog, "revisionTable");
    QTRY_COMPARE(revisions->model()->rowCount(), 3);
    QTest::keyClick(revisions, Qt::Key_End);
    QTest::keyClick(dialog, Qt::Key_R, Qt::AltModifier);
    auto *form = Bench::waitFor<TargetDialog>(bench.window());
    QVERIFY(form);
    QCOMPARE(form->target().url, QStringLiteral("https://one.example/"));
    QCOMPARE(form->target().id, target.id);
    QTest::keyClick(form, Qt::Key_Return, Qt::ControlModifier);
    if (bench.window().findChild<TargetDialog *>())
        in<QPushButton>(form, "saveButton")->click();
    const auto reader = WorkspaceReader::open(bench.workspace).value();
    QTRY_COMPARE(reader->target(QString::number(target.id.value)).value().url, QStringLiteral("https://one.example/"));
    const auto present = reader->target(QString::number(target.id.value)).value();
    QCOMPARE(present.maxInFlight, 8);
    QVERIFY(present.headers.isEmpty());
    QCOMPARE(reader->revisions(target.id, 0, 10).value().size(), 4);
}

void tst_Changes::aFormTakesARevisionIn()
{
    Bench bench;
    bench.saveThrice();
    bench.window().setCurrentPage(2);
    auto *table = bench.window().findChild<TargetTable *>();
    QTRY_VERIFY(table->model()->rowCount() > 0);
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_E);
    auto *form = Bench::waitFor<TargetDialog>(bench.window());
    QVERIFY(form);
    shoot(form, "form");
    in<QPushButton>(form, "revisionsButton")->click();
    auto *history = Bench::waitFor<HistoryDialog>(*form);
    QVERIFY(history);
    auto *revisions = in<QTableView>(history, "revisionTable");
    QTRY_COMPARE(revisions->model()->rowCount(), 3);
    QTest::keyClick(revisions, Qt::Key_End);
    in<QPushButton>(history, "restoreButton")->click();
    QTRY_COMPARE(form->target().url, QStringLiteral("https://one.example/"));
    QTRY_VERIFY(in<QToolButton>(form, "undoButton")->isEnabled());
    in<QToolButton>(form, "undoButton")->click(); // nothing is saved, and it is taken back
    QTRY_COMPARE(form->target().url, QStringLiteral("https://two.example/"));
    form->reject();
}

void tst_Changes::aRemovedTargetIsFoundAndMadeAnew()
{
    Bench bench;
    const CallbackTarget target = bench.saveThrice();
    bench.remove(target.id);
    ChangesDialog *changes = bench.openChanges();
    QVERIFY(changes);
    auto *table = in<QTableView>(changes, "changesTable");
    QTRY_COMPARE(cell(table, 0, TrailListModel::What), QStringLiteral("Target removed"));
    QTest::keyClick(table, Qt::Key_Return);
    auto *history = Bench::waitFor<HistoryDialog>(bench.window());
    QVERIFY(history);
    QTRY_VERIFY(in<QPushButton>(history, "restoreButton")->isEnabled());
    QCOMPARE(in<QLabel>(history, "historyHeadLabel")->text(), QStringLiteral("CMS (removed)"));
    in<QPushButton>(history, "restoreButton")->click();
    auto *form = Bench::waitFor<TargetDialog>(bench.window());
    QVERIFY(form);
    QVERIFY(!form->target().id.isValid());
    QCOMPARE(form->target().url, QStringLiteral("https://two.example/"));
    shoot(form, "made-anew");
    in<QPushButton>(form, "saveButton")->click();
    const auto reader = WorkspaceReader::open(bench.workspace).value();
    QTRY_COMPARE(reader->targets().size(), 1);
    QVERIFY(reader->targets().first().id != target.id);
}

void tst_Changes::aRevisionIsOpenedByItsNumber()
{
    Bench bench;
    const CallbackTarget target = bench.saveThrice();
    bench.window().findChild<TargetsPage *>()->showHistory(target.id, 2);
    auto *history = Bench::waitFor<HistoryDialog>(bench.window());
    QVERIFY(history);
    auto *revisions = in<QTableView>(history, "revisionTable");
    QTRY_COMPARE(revisions->currentIndex().row(), 1);
    history->reject();
    bench.window().findChild<TargetsPage *>()->showHistory({99});
    history = nullptr;
    QTRY_VERIFY((history = bench.window().findChild<HistoryDialog *>()) != nullptr
                && in<EmptyState>(history, "historyEmptyState")->isVisible());
}

QTEST_MAIN(tst_Changes)
#include "tst_changes.moc"

// Every control is called by a name, on every page, with the inspector that opens for a row, and in every dialog; and
// Tab leads through.
#include "core/store/readthread.h"
#include "tests/access/controlwalk.h"
#include "tests/access/dialogs.h"
#include "tests/access/programdesk.h"
#include "tests/ui/dialogshots.h"
#include "ui/look/access/boundedtable.h"
#include "ui/look/look.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QHeaderView>
#include <QListWidget>
#include <QRegularExpression>
#include <QTabBar>
#include <QTest>

#include <algorithm>

using namespace callboard;

class TestControls : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void eachControlOfAPageHasAName_data();
    void eachControlOfAPageHasAName();
    void eachTabOfTheInspectorsToo();
    // Before the dialogs, while the window is the active one.
    void tabLeadsThroughAPage_data() { eachControlOfAPageHasAName_data(); }
    void tabLeadsThroughAPage();
    void eachControlOfADialogHasAName_data();
    void eachControlOfADialogHasAName();
    void tabLeadsThroughADialogInReadingOrderAndShows_data();
    void tabLeadsThroughADialogInReadingOrderAndShows();
    void everyTableAnswersWithWhatIsSeen();
    void thePlotsSayInWordsWhatTheyShow();

private:
    QTemporaryDir m_directory;
    FakeEngineClient m_engine;
    FakePlatformClient m_platform;
    std::unique_ptr<ReadThread> m_reads;
    ProgramDesk m_program;
};

void TestControls::initTestCase()
{
    look::apply();
    m_reads = std::make_unique<ReadThread>(m_directory.filePath(QStringLiteral("w.db")));
    QVERIFY(m_program.open(QSize(1280, 800)));
}

namespace {

void checkNames(const QWidget &window)
{
    const QStringList faults = controls::unnamed(window);
    QVERIFY2(faults.isEmpty(), qPrintable(QChar(u'\n') + faults.join(u'\n')));
}

QString shotName(const char *what)
{
    return QLatin1String(what) + QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-');
}

} // namespace

void TestControls::eachControlOfAPageHasAName_data()
{
    QTest::addColumn<int>("page");
    static constexpr const char *kNames[] = {"overview", "deliveries", "targets", "assets", "receiver", "projects"};
    for (int page = 0; page < 6; ++page)
        QTest::newRow(kNames[page]) << page;
}

void TestControls::eachControlOfAPageHasAName()
{
    QFETCH(int, page);
    QVERIFY(m_program.show(page));
    shoot(m_program.window(), shotName("page-"));
    checkNames(m_program.window());
}

void TestControls::eachTabOfTheInspectorsToo()
{
    for (int page = 0; page < 6; ++page) {
        QVERIFY(m_program.show(page));
        for (auto *tabs : m_program.window().findChildren<QTabBar *>()) {
            for (int tab = 0; tabs->isVisible() && tab < tabs->count(); ++tab) {
                if (!tabs->isTabEnabled(tab))
                    continue;
                tabs->setCurrentIndex(tab);
                const QStringList faults = controls::unnamed(m_program.window());
                QVERIFY2(faults.isEmpty(), qPrintable(tabs->tabText(tab) + u'\n' + faults.join(u'\n')));
            }
        }
    }
}

void TestControls::eachControlOfADialogHasAName_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < allDialogs().size(); ++i)
        QTest::newRow(allDialogs()[i].name) << i;
}

void TestControls::eachControlOfADialogHasAName()
{
    QFETCH(int, index);
    const auto dialog = allDialogs()[index].make({m_engine, m_platform, *m_reads});
    dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
    shoot(*dialog, shotName("dialog-"));
    checkNames(*dialog);
}

void TestControls::tabLeadsThroughADialogInReadingOrderAndShows_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < allDialogs().size(); ++i)
        QTest::newRow(allDialogs()[i].name) << i;
}

void TestControls::tabLeadsThroughADialogInReadingOrderAndShows()
{
    QFETCH(int, index);
    const auto dialog = allDialogs()[index].make({m_engine, m_platform, *m_reads});
    dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
    QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget()->window() == dialog.get());
    QCoreApplication::sendPostedEvents(); // a form that was opened before it was shown takes its height
    if (controls::stops(*dialog) == QWidgetList{QApplication::focusWidget()})
        return; // it is there already, and Tab has nowhere else to go
    const controls::Walk walk = controls::walk(*dialog);
    const QStringList faults = walk.faults + controls::missed(*dialog, walk.visited)
        + controls::outOfOrder(*dialog, walk.visited);
    QVERIFY2(faults.isEmpty(), qPrintable(QChar(u'\n') + faults.join(u'\n')));
}

void TestControls::tabLeadsThroughAPage()
{
    QFETCH(int, page);
    m_program.window().activateWindow();
    QVERIFY(m_program.show(page));
    QTRY_VERIFY(QApplication::focusWidget());
    const MainWindow &window = m_program.window();
    const auto isInside = [&window](const QWidget *stop) {
        return window.rect().contains(QRect(stop->mapTo(&window, QPoint()), stop->size()));
    };
    const QWidgetList stops = controls::stops(window);
    QTRY_VERIFY(std::all_of(stops.begin(), stops.end(), isInside)); // the inspector has found its place
    const controls::Walk walk = controls::walk(m_program.window());
    const QStringList faults = walk.faults + controls::missed(m_program.window(), walk.visited);
    QVERIFY2(faults.isEmpty(), qPrintable(QChar(u'\n') + faults.join(u'\n')));
}

// A table that is not bounded is one that a screen reader can stop the program with. The lines of a list widget were
// put in one by one, and are few.
void TestControls::everyTableAnswersWithWhatIsSeen()
{
    const auto check = [](const QWidget &window) {
        for (const auto *view : window.findChildren<QAbstractItemView *>()) {
            const bool own = !qobject_cast<const QHeaderView *>(view) && !qobject_cast<const QListWidget *>(view)
                && !view->inherits("QComboBoxListView") && !view->inherits("QCompleter") && view->parent()
                && !view->isWindow() && !view->parent()->inherits("QComboBoxPrivateContainer");
            QVERIFY2(!own || dynamic_cast<const BoundedView *>(view), qPrintable(controls::called(view)));
        }
    };
    check(m_program.window());
    for (const DialogMaker &maker : allDialogs())
        check(*maker.make({m_engine, m_platform, *m_reads}));
}

void TestControls::thePlotsSayInWordsWhatTheyShow()
{
    QVERIFY(m_program.show(0));
    int plots = 0;
    for (QWidget *widget : m_program.window().findChildren<QWidget *>()) {
        if (!widget->objectName().endsWith(QStringLiteral("Plot")))
            continue;
        ++plots;
        const QAccessibleInterface *access = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(!access->text(QAccessible::Name).isEmpty(), qPrintable(controls::called(widget)));
        QTRY_VERIFY2(access->text(QAccessible::Description).contains(QRegularExpression(QStringLiteral("\\d"))),
                     qPrintable(access->text(QAccessible::Description)));
    }
    QVERIFY(plots >= 2);
}

QTEST_MAIN(TestControls)
#include "tst_controls.moc"

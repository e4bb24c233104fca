#include "ui/help/helpdesk.h"
#include "ui/help/helpwindow.h"
#include "ui/help/manualview.h"
#include "ui/look/look.h"
#include "ui/look/palette.h"

#include <QDialog>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

using namespace callboard;

namespace {

const QRegularExpression kLink(QStringLiteral("\\]\\(([^)\\s]+)\\)"));

QStringList headingsOf(const ManualPage &page)
{
    static const QRegularExpression heading(QStringLiteral("^#+ (.+)$"), QRegularExpression::MultilineOption);
    QStringList anchors;
    for (auto it = heading.globalMatch(page.markdown); it.hasNext();)
        anchors.append(anchorOf(it.next().captured(1)));
    return anchors;
}

const ManualPage *pageNamed(const QList<ManualPage> &pages, const QString &name)
{
    for (const ManualPage &page : pages) {
        if (page.name == name)
            return &page;
    }
    return nullptr;
}

QByteArray allOf(const QString &directory)
{
    QByteArray all;
    QDirIterator files(directory, {QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.fileName().endsWith(QLatin1String("/help/manual.cpp")) && file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

// A window as the program's: a page in it, the help menu, and F1.
struct Bench {
    QWidget window;
    QMenu menu;
    QLineEdit *field = new QLineEdit(&window);
    HelpDesk *desk = new HelpDesk(&window);

    explicit Bench(const QString &page)
    {
        window.setObjectName(page);
        desk->addTo(&menu);
        window.addActions(menu.actions());
        window.show();
        window.activateWindow();
        field->setFocus();
    }
    [[nodiscard]] QString page() const { return desk->manual() ? desk->manual()->currentPage() : QString(); }
};

} // namespace

class tst_Help : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }
    void everyPageIsThereAndBeginsWithItsTitle();
    void everyLinkAndPictureLeadsSomewhere();
    void everyPlaceOfTheWindowHasItsPage();
    void f1OpensThePageForWhatIsAtHand();
    void f1WorksAboveADialogThatBarsTheWindow();
    void goesWithItsWindow();
    void aLinkIsFollowedAndTheWayBackIsKept();
    void theKeysWorkWhereverOneIs();
    void searchingNarrowsTheContentsAndMarksTheWords();
    void picturesNeverExceedTheText();
    void followsThePalette();
    void saysThatItIsEnglishOnlyWhereTheLanguageIsNot();
    void everyPageIsPaintedWithinItsWidth();
};

void tst_Help::everyPageIsThereAndBeginsWithItsTitle()
{
    const QList<ManualPage> pages = manualPages();
    QCOMPARE(pages.size(), manualNames().size());
    for (const ManualPage &page : pages) {
        QVERIFY2(page.markdown.startsWith(QLatin1String("# ")), qPrintable(page.name));
        QVERIFY2(page.title.size() > 3 && page.title != page.name, qPrintable(page.name));
        QVERIFY2(page.markdown.size() > 600, qPrintable(page.name));
    }
    const QDir directory(QStringLiteral(CALLBOARD_SOURCE_DIR "/resources/manual"));
    QCOMPARE(directory.entryList({QStringLiteral("*.md")}).size(), pages.size());
}

void tst_Help::everyLinkAndPictureLeadsSomewhere()
{
    const QList<ManualPage> pages = manualPages();
    QStringList used;
    for (const ManualPage &page : pages) {
        for (auto it = kLink.globalMatch(page.markdown); it.hasNext();) {
            const QUrl url(it.next().captured(1));
            const QByteArray where = (page.name + u' ' + url.toString()).toUtf8();
            if (!url.isRelative()) {
                QVERIFY2(url.scheme() == QLatin1String("https"), where.constData());
            } else if (url.path().endsWith(QLatin1String(".png"))) {
                used.append(url.path());
                QVERIFY2(QFile::exists(QStringLiteral(":/callboard/manual/") + url.path()), where.constData());
            } else {
                QString name = url.path().isEmpty() ? page.name : url.path();
                name.remove(QStringLiteral(".md"));
                const ManualPage *there = pageNamed(pages, name);
                QVERIFY2(there, where.constData());
                QVERIFY2(url.fragment().isEmpty() || headingsOf(*there).contains(url.fragment()), where.constData());
            }
        }
    }
    const auto pictures = QDir(QStringLiteral(":/callboard/manual/pictures")).entryInfoList();
    for (const QFileInfo &picture : pictures) {
        QVERIFY2(used.contains(QStringLiteral("pictures/") + picture.fileName()), qPrintable(picture.fileName()));
        QVERIFY2(picture.size() <= 120 * 1024, qPrintable(picture.fileName()));
    }
}

void tst_Help::everyPlaceOfTheWindowHasItsPage()
{
    const QList<ManualPage> pages = manualPages();
    const QByteArray sources = allOf(QStringLiteral(CALLBOARD_SOURCE_DIR "/ui"));
    for (const QString &name : manualPlaces()) {
        const QByteArray group = name.endsWith(QLatin1String("Group")) ? name.chopped(5).toUtf8() : name.toUtf8();
        QVERIFY2(sources.contains(QByteArray('"' + group + '"')), qPrintable(name)); // it is what a widget is called
        const ManualPlace place = manualPlaceOf(name);
        const ManualPage *page = pageNamed(pages, place.page);
        QVERIFY2(page, qPrintable(name));
        QVERIFY2(place.heading.isEmpty() || headingsOf(*page).contains(place.heading),
                 qPrintable(name + u' ' + place.heading));
    }
    QCOMPARE(manualPlaceOf(QStringLiteral("nowhere")), ManualPlace());
}

void tst_Help::f1OpensThePageForWhatIsAtHand()
{
    Bench bench(QStringLiteral("targetsPage"));
    QTest::keyClick(bench.field, Qt::Key_F1);
    QTRY_COMPARE(bench.page(), QStringLiteral("targets"));
    bench.field->setObjectName(QStringLiteral("filterBar"));
    bench.window.activateWindow();
    bench.field->setFocus();
    QTRY_COMPARE(QApplication::focusWidget(), bench.field);
    bench.menu.actions().first()->trigger();
    QCOMPARE(bench.page(), QStringLiteral("filter"));
    QCOMPARE(bench.desk->manual()->isVisible(), true);
}

void tst_Help::f1WorksAboveADialogThatBarsTheWindow()
{
    Bench bench(QStringLiteral("targetsPage"));
    QDialog dialog(&bench.window);
    dialog.setObjectName(QStringLiteral("fireEventDialog"));
    auto *field = new QLineEdit(&dialog);
    dialog.open();
    field->setFocus();
    QTRY_COMPARE(QApplication::focusWidget(), field);
    QTest::keyClick(field, Qt::Key_F1);
    QTRY_COMPARE(bench.page(), QStringLiteral("events"));
    auto *contents = bench.desk->manual()->findChild<QListWidget *>(QStringLiteral("contentsList"));
    const QRect second = contents->visualItemRect(contents->item(1));
    QTest::mouseClick(contents->viewport(), Qt::LeftButton, {}, second.center());
    QCOMPARE(bench.page(), manualNames().at(1)); // the dialog does not bar it
}

void tst_Help::goesWithItsWindow()
{
    QPointer<HelpWindow> manual;
    {
        Bench bench(QStringLiteral("targetsPage"));
        bench.desk->openManual();
        manual = bench.desk->manual();
        bench.window.hide();
        QTRY_VERIFY(!manual);
        bench.window.show();
        bench.desk->openManual();
        manual = bench.desk->manual();
        QVERIFY(manual);
    }
    QVERIFY(!manual);
}

void tst_Help::aLinkIsFollowedAndTheWayBackIsKept()
{
    HelpWindow window;
    window.show();
    auto *view = window.findChild<ManualView *>();
    auto *back = window.findChild<QToolButton *>(QStringLiteral("helpBackButton"));
    auto *forward = window.findChild<QToolButton *>(QStringLiteral("helpForwardButton"));
    QVERIFY(!back->isEnabled() && !forward->isEnabled());
    view->setPlace(40);
    emit view->anchorClicked(QUrl(QStringLiteral("deliveries.md#replay")));
    QCOMPARE(window.currentPage(), QStringLiteral("deliveries"));
    QCOMPARE(anchorOf(view->textCursor().block().text()), QStringLiteral("replay"));
    QVERIFY(view->place() > 0);
    back->click();
    QCOMPARE(window.currentPage(), QStringLiteral("first-steps"));
    QCOMPARE(view->place(), 40);
    QVERIFY(forward->isEnabled());
    forward->click();
    QCOMPARE(window.currentPage(), QStringLiteral("deliveries"));
    window.open({QStringLiteral("no such page"), {}});
    QCOMPARE(window.currentPage(), QStringLiteral("first-steps"));
    QVERIFY(!forward->isEnabled());
}

void tst_Help::theKeysWorkWhereverOneIs()
{
    HelpWindow window;
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto *view = window.findChild<ManualView *>();
    auto *contents = window.findChild<QListWidget *>(QStringLiteral("contentsList"));
    auto *search = window.findChild<QLineEdit *>(QStringLiteral("manualSearchEdit"));
    window.open({QStringLiteral("targets"), {}});
    for (QWidget *place : {static_cast<QWidget *>(view), static_cast<QWidget *>(contents)}) {
        place->setFocus();
        QTest::keyClick(place, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(window.currentPage(), QStringLiteral("first-steps"));
        QTest::keyClick(place, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(window.currentPage(), QStringLiteral("targets"));
        for (const auto &[key, modifier] :
             {std::pair{Qt::Key_Slash, Qt::NoModifier}, std::pair{Qt::Key_F, Qt::ControlModifier}}) {
            place->setFocus();
            QTest::keyClick(place, key, modifier);
            QVERIFY2(search->hasFocus() && search->text().isEmpty(), qPrintable(place->objectName()));
        }
    }
    QTest::keyClicks(search, QStringLiteral("in/"));
    QCOMPARE(search->text(), QStringLiteral("in/")); // there it is a letter
}

void tst_Help::searchingNarrowsTheContentsAndMarksTheWords()
{
    HelpWindow window;
    window.show();
    auto *search = window.findChild<QLineEdit *>(QStringLiteral("manualSearchEdit"));
    auto *contents = window.findChild<QListWidget *>(QStringLiteral("contentsList"));
    auto *nothing = window.findChild<QLabel *>(QStringLiteral("nothingFoundLabel"));
    auto *view = window.findChild<ManualView *>();
    QTest::keyClicks(search, QStringLiteral("retention"));
    QCOMPARE(window.currentPage(), QStringLiteral("backup"));
    QVERIFY(view->marked() > 0);
    const int first = view->textCursor().position();
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(view->textCursor().position() != first);
    QTest::keyClick(search, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(view->textCursor().position(), first);
    QVERIFY(contents->item(int(manualNames().indexOf(QStringLiteral("shortcuts"))))->isHidden());
    QTest::keyClicks(search, QStringLiteral(" zzyzx"));
    QVERIFY(nothing->isVisible() && !contents->isVisible());
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(search->text().isEmpty() && contents->isVisible() && window.isVisible());
    QCOMPARE(view->marked(), 0);
}

void tst_Help::picturesNeverExceedTheText()
{
    HelpWindow window;
    auto *view = window.findChild<ManualView *>();
    for (const int width : {1040, 700}) {
        window.resize(width, 600);
        window.show();
        for (const QString &name : manualNames()) {
            window.open({name, {}});
            QVERIFY2(view->horizontalScrollBar()->maximum() == 0, qPrintable(name));
        }
    }
}

void tst_Help::followsThePalette()
{
    HelpWindow window;
    window.show();
    auto *view = window.findChild<ManualView *>();
    const auto linkColor = [view] {
        QColor link;
        for (QTextBlock block = view->document()->begin(); block.isValid(); block = block.next()) {
            for (auto at = block.begin(); !at.atEnd(); ++at) {
                if (at.fragment().charFormat().isAnchor())
                    link = at.fragment().charFormat().foreground().color();
            }
        }
        return link;
    };
    QCOMPARE(linkColor(), look::lightPalette().color(QPalette::Link));
    QApplication::setPalette(look::darkPalette());
    QTRY_COMPARE(linkColor(), look::darkPalette().color(QPalette::Link));
    QApplication::setPalette(look::lightPalette());
    QTRY_COMPARE(linkColor(), look::lightPalette().color(QPalette::Link));
}

void tst_Help::saysThatItIsEnglishOnlyWhereTheLanguageIsNot()
{
    const QLocale before;
    const auto note = [] {
        HelpWindow window;
        return window.findChild<QLabel *>(QStringLiteral("englishNoteLabel")) != nullptr;
    };
    QVERIFY(!note());
    QLocale::setDefault(QLocale(QLocale::German));
    QVERIFY(note());
    QLocale::setDefault(QLocale(QLocale::English));
    QVERIFY(!note());
    QLocale::setDefault(before);
}

// CALLBOARD_SHOTS names a directory in which a picture of each page stays.
void tst_Help::everyPageIsPaintedWithinItsWidth()
{
    const QString directory = qEnvironmentVariable("CALLBOARD_SHOTS");
    for (const bool dark : {false, true}) {
        QApplication::setPalette(dark ? look::darkPalette() : look::lightPalette());
        HelpWindow window;
        window.show();
        auto *view = window.findChild<ManualView *>();
        for (const QString &name : manualNames()) {
            window.open({name, {}});
            QVERIFY2(view->document()->idealWidth() <= view->viewport()->width() + 1, qPrintable(name));
            if (!directory.isEmpty())
                window.grab().save(QStringLiteral("%1/%2-%3.png")
                                       .arg(directory, name, dark ? QStringLiteral("dark") : QStringLiteral("light")));
        }
    }
    QApplication::setPalette(look::lightPalette());
}

QTEST_MAIN(tst_Help)
#include "tst_help.moc"

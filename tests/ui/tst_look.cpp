// Colours, icons, style, and the frame of the window.
#include "tests/ui/windowfake.h"
#include "ui/look/flatstyle.h"
#include "ui/look/look.h"
#include "ui/look/palette.h"
#include "ui/look/payloadview.h"
#include "ui/shell/navigationrail.h"
#include "ui/shell/truthline.h"

#include <QApplication>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace callboard;

namespace {

double channel(int value)
{
    const double c = value / 255.0;
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &c)
{
    return 0.2126 * channel(c.red()) + 0.7152 * channel(c.green()) + 0.0722 * channel(c.blue());
}

// WCAG 2: from 1 to 21.
double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (qMax(la, lb) + 0.05) / (qMin(la, lb) + 0.05);
}

constexpr look::Tone kTones[] = {look::Tone::Delivered, look::Tone::Waiting, look::Tone::Moving, look::Tone::Retrying,
                                 look::Tone::InDoubt,   look::Tone::Failed,  look::Tone::Held,   look::Tone::Cancelled};

} // namespace

class TestLook : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void statesAreReadableOnEveryGround_data();
    void statesAreReadableOnEveryGround();
    void textIsReadableOnEveryGround_data();
    void textIsReadableOnEveryGround();
    void everyIconOfTheSetIsDrawn();
    void anIconFollowsThePalette();
    void inDoubtIsATone();
    void aPlainLabelDoesNotReadMarkup();
    void payloadColoursFollowThePalette();
    void aTableHeaderIsLettered();
    void theRailCollapsesInANarrowWindow();
    void controlAndADigitGoesToThePage();
    void theTruthLineSaysTroubleInWords();
    void theWindowKeepsItsPageAndGeometry();

private:
    [[nodiscard]] std::unique_ptr<MainWindow> makeWindow() { return m_fake.make(m_dir.path()); }

    QTemporaryDir m_dir;
    fakes::FakeWindow m_fake;
};

void TestLook::initTestCase()
{
    QApplication::setStyle(new look::FlatStyle);
    QApplication::setPalette(look::lightPalette());
    QVERIFY(m_dir.isValid());
}

void TestLook::cleanup()
{
    QApplication::setPalette(look::lightPalette());
}

void TestLook::statesAreReadableOnEveryGround_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << look::lightPalette();
    QTest::newRow("dark") << look::darkPalette();
}

void TestLook::statesAreReadableOnEveryGround()
{
    QFETCH(QPalette, palette);
    for (const look::Tone tone : kTones) {
        const QColor ink = look::color(tone, palette);
        QVERIFY2(contrast(ink, palette.color(QPalette::Base)) >= 5.25, qPrintable(ink.name()));
        QVERIFY2(contrast(ink, palette.color(QPalette::Window)) >= 5.25, qPrintable(ink.name()));
        QVERIFY2(contrast(ink, palette.color(QPalette::Highlight)) >= 3.6, qPrintable(ink.name()));
    }
}

void TestLook::textIsReadableOnEveryGround_data()
{
    statesAreReadableOnEveryGround_data();
}

void TestLook::textIsReadableOnEveryGround()
{
    QFETCH(QPalette, palette);
    for (const auto ground : {QPalette::Base, QPalette::Window}) {
        QVERIFY(contrast(palette.color(QPalette::Text), palette.color(ground)) >= 10);
        QVERIFY(contrast(palette.color(QPalette::PlaceholderText), palette.color(ground)) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::Link), palette.color(ground)) >= 4.5);
    }
    QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 7);
    QVERIFY(contrast(palette.color(QPalette::Base), palette.color(QPalette::Link)) >= 4.5);
}

void TestLook::everyIconOfTheSetIsDrawn()
{
    const QStringList files = QDir(QStringLiteral(":/callboard/icons")).entryList({QStringLiteral("*.svg")});
    QVERIFY(files.size() >= 35);
    for (const QString &file : files) {
        const QImage image = look::icon(file.chopped(4)).pixmap(24, 24).toImage();
        int inked = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                inked += qAlpha(image.pixel(x, y)) > 128 ? 1 : 0;
        }
        QVERIFY2(inked > 20, qPrintable(file));
    }
}

void TestLook::anIconFollowsThePalette()
{
    const QIcon icon = look::icon(QStringLiteral("delete"));
    const QImage light = icon.pixmap(48, 48).toImage();
    QApplication::setPalette(look::darkPalette());
    const QImage dark = icon.pixmap(48, 48).toImage();
    QVERIFY(light != dark);
}

void TestLook::inDoubtIsATone()
{
    QCOMPARE(look::toneOf(DeliveryState::Failed, true), look::Tone::InDoubt);
    QCOMPARE(look::toneOf(DeliveryState::Failed, false), look::Tone::Failed);
    QCOMPARE(look::toneOf(DeliveryState::Delivered, true), look::Tone::Delivered);
    QCOMPARE(look::toneOf(DeliveryState::Queued, false), look::Tone::Moving);
}

void TestLook::aPlainLabelDoesNotReadMarkup()
{
    const std::unique_ptr<QLabel> label(look::plainLabel(QStringLiteral("<b>x</b>")));
    QCOMPARE(label->textFormat(), Qt::PlainText);
}

void TestLook::payloadColoursFollowThePalette()
{
    PayloadView view;
    view.resize(400, 200);
    view.setContent("{\"key\": 1}", PayloadView::Language::Json);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const QColor paper = view.grab().toImage().pixelColor(350, 150);
    QCOMPARE(paper, look::lightPalette().color(QPalette::Base));
    QApplication::setPalette(look::darkPalette());
    QTRY_COMPARE(view.grab().toImage().pixelColor(350, 150), look::darkPalette().color(QPalette::Base));
}

void TestLook::aTableHeaderIsLettered()
{
    QTableWidget table(1, 1);
    table.setHorizontalHeaderLabels({QStringLiteral("Header")});
    const QImage header = table.horizontalHeader()->grab().toImage();
    int dark = 0;
    for (int y = 0; y < header.height(); ++y) {
        for (int x = 0; x < header.width(); ++x)
            dark += header.pixelColor(x, y).lightness() < 128 ? 1 : 0;
    }
    QVERIFY2(dark > 20, "the style draws its text");
}

void TestLook::theRailCollapsesInANarrowWindow()
{
    auto window = makeWindow();
    window->resize(1280, 800);
    window->show();
    QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    auto *rail = window->findChild<NavigationRail *>();
    QVERIFY(!rail->isCollapsed());
    window->resize(1000, 700);
    QTRY_VERIFY(rail->isCollapsed());
    window->resize(1280, 800);
    QTRY_VERIFY(!rail->isCollapsed());
}

void TestLook::controlAndADigitGoesToThePage()
{
    auto window = makeWindow();
    window->show();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    QCOMPARE(window->currentPage(), 0);
    QTest::keyClick(window.get(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(window->currentPage(), 1);
    QSignalSpy wanted(window.get(), &MainWindow::newTargetRequested);
    QTest::keyClick(window.get(), Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(wanted.size(), 1);
}

void TestLook::theTruthLineSaysTroubleInWords()
{
    TruthLine line;
    const auto text = [&line](const char *name) { return line.findChild<QLabel *>(QLatin1String(name))->text(); };
    EngineStatus status;
    status.mode = EngineStatus::Mode::Failing;
    status.detail = QStringLiteral("disk full");
    status.vaultNeeded = true;
    line.setEngine(status);
    QCOMPARE(text("engineStateLabel"), QStringLiteral("Engine has a problem: disk full"));
    QVERIFY(text("vaultLabel").contains(QStringLiteral("locked")));
    status.mode = EngineStatus::Mode::Running;
    status.vaultOpen = true;
    line.setEngine(status);
    QCOMPARE(text("engineStateLabel"), QStringLiteral("Engine running"));
    LedgerCount ledger;
    ledger.unexplained = 2;
    line.setLedger(ledger);
    auto *button = line.findChild<QToolButton *>(QStringLiteral("ledgerButton"));
    QCOMPARE(button->text(), QStringLiteral("2 unexplained"));
    QCOMPARE(button->palette().color(QPalette::ButtonText), look::color(look::Tone::Failed, line.palette()));
    QSignalSpy asked(&line, &TruthLine::auditRequested);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
}

void TestLook::theWindowKeepsItsPageAndGeometry()
{
    auto window = makeWindow();
    window->resize(1010, 640);
    window->show();
    QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    window->setCurrentPage(2);
    QVERIFY(window->close());
    window.reset();
    window = makeWindow();
    QCOMPARE(window->currentPage(), 2);
    QCOMPARE(window->size(), QSize(1010, 640));
}

QTEST_MAIN(TestLook)
#include "tst_look.moc"

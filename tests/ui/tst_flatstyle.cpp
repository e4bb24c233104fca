// What the style draws itself: marks, fields and scroll bars, in both palettes.
#include "ui/look/emptystate.h"
#include "ui/look/flatstyle.h"
#include "ui/look/look.h"
#include "ui/look/palette.h"
#include "ui/look/toneddelegate.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStyleOptionButton>
#include <QTableWidget>
#include <QTest>

#include <cmath>
#include <functional>

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

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (qMax(la, lb) + 0.05) / (qMin(la, lb) + 0.05);
}

QImage drawn(QStyle::PrimitiveElement element, QStyle::State state, const QPalette &palette)
{
    QStyleOptionButton option;
    option.rect = QRect(0, 0, 16, 16);
    option.state = state;
    option.palette = palette;
    if (!state.testFlag(QStyle::State_Enabled))
        option.palette.setCurrentColorGroup(QPalette::Disabled);
    QImage image(16, 16, QImage::Format_RGB32);
    image.fill(palette.color(QPalette::Window));
    QPainter painter(&image);
    QApplication::style()->drawPrimitive(element, &option, &painter);
    return image;
}

int count(const QImage &image, const std::function<bool(const QColor &)> &fits)
{
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            found += fits(image.pixelColor(x, y)) ? 1 : 0;
    }
    return found;
}

bool alike(const QColor &a, const QColor &b)
{
    return qAbs(a.red() - b.red()) + qAbs(a.green() - b.green()) + qAbs(a.blue() - b.blue()) < 24;
}

} // namespace

class TestFlatStyle : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setStyle(new look::FlatStyle); }
    void cleanup() { QApplication::setPalette(look::lightPalette()); }
    void aMarkIsSeenOnItsGround_data();
    void aMarkIsSeenOnItsGround();
    void aFocusedMarkHasARing();
    void aButtonFocusedByTheProgramHasARing();
    void aMirroredMenuButtonHasItsArrowOnTheLeft();
    void aScrollBarStandsOnTheGroundOfItsArea();
    void aSelectedCellKeepsItsTone();
    void anEmptyPageShowsItsWholeSentence();
    void anEmptyPageOffersTwoWays();
};

void TestFlatStyle::aMarkIsSeenOnItsGround_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::addColumn<QStyle::PrimitiveElement>("element");
    const QPair<const char *, QPalette> kPalettes[] = {{"light", look::lightPalette()}, {"dark", look::darkPalette()}};
    for (const auto &[name, palette] : kPalettes) {
        QTest::addRow("check box, %s", name) << palette << QStyle::PE_IndicatorCheckBox;
        QTest::addRow("cell's check, %s", name) << palette << QStyle::PE_IndicatorItemViewItemCheck;
        QTest::addRow("radio button, %s", name) << palette << QStyle::PE_IndicatorRadioButton;
    }
}

void TestFlatStyle::aMarkIsSeenOnItsGround()
{
    QFETCH(QPalette, palette);
    QFETCH(QStyle::PrimitiveElement, element);
    const QColor ground = palette.color(QPalette::Window);
    const QColor accent = palette.color(QPalette::Link);
    const auto seen = [&ground](const QColor &c) { return contrast(c, ground) >= 2.9; };
    const auto accented = [&accent](const QColor &c) { return alike(c, accent); };
    const QImage off = drawn(element, QStyle::State_Enabled | QStyle::State_Off, palette);
    QVERIFY2(count(off, seen) >= 8, "the edge has contrast");
    QCOMPARE(count(off, accented), 0);
    const QImage on = drawn(element, QStyle::State_Enabled | QStyle::State_On, palette);
    QVERIFY(count(on, accented) >= 60);
    QVERIFY2(count(on, [&palette](const QColor &c) { return alike(c, palette.color(QPalette::Base)); }) >= 8,
             "the mark stands in the accent");
    const QImage disabled = drawn(element, QStyle::State_On, palette);
    QCOMPARE(count(disabled, accented), 0);
    QVERIFY(disabled != drawn(element, QStyle::State_Off, palette));
    const QImage hovered = drawn(element, QStyle::State_Enabled | QStyle::State_Off | QStyle::State_MouseOver, palette);
    QVERIFY(count(hovered, accented) >= 16);
    if (element == QStyle::PE_IndicatorRadioButton)
        return;
    const QImage partial = drawn(element, QStyle::State_Enabled | QStyle::State_NoChange, palette);
    QVERIFY(count(partial, accented) >= 60);
    QVERIFY(partial != on);
}

void TestFlatStyle::aFocusedMarkHasARing()
{
    QWidget window;
    auto *box = new QCheckBox(QStringLiteral("Pipelining"), &window);
    auto *other = new QRadioButton(QStringLiteral("PUT"), &window);
    other->move(0, 40);
    window.resize(200, 80);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const QColor accent = window.palette().color(QPalette::Link);
    const auto accented = [&accent](const QColor &c) { return alike(c, accent); };
    box->setFocus(Qt::TabFocusReason);
    QTest::keyClick(box, Qt::Key_Tab);
    QVERIFY(other->hasFocus());
    const int away = count(box->grab().toImage(), accented);
    QTest::keyClick(other, Qt::Key_Backtab);
    QVERIFY(box->hasFocus());
    QVERIFY2(count(box->grab().toImage(), accented) > away + 40, "round its words");
}

void TestFlatStyle::aButtonFocusedByTheProgramHasARing()
{
    const QPalette palette = look::lightPalette();
    const auto accented = [&palette](const QColor &c) { return alike(c, palette.color(QPalette::Link)); };
    for (const auto element : {QStyle::PE_PanelButtonCommand, QStyle::PE_PanelButtonTool}) {
        QCOMPARE(count(drawn(element, QStyle::State_Enabled, palette), accented), 0);
        QVERIFY(count(drawn(element, QStyle::State_Enabled | QStyle::State_HasFocus, palette), accented) >= 60);
    }
}

void TestFlatStyle::aMirroredMenuButtonHasItsArrowOnTheLeft()
{
    QMenu menu;
    QPushButton plain;
    QPushButton button;
    button.setMenu(&menu);
    for (QPushButton *each : {&plain, &button})
        each->resize(100, 30);
    const QRect left(0, 0, 50, 30);
    const QRect right(50, 0, 50, 30);
    for (const bool mirrored : {false, true}) {
        for (QPushButton *each : {&plain, &button})
            each->setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        QCOMPARE(button.grab(left).toImage() != plain.grab(left).toImage(), mirrored);
        QCOMPARE(button.grab(right).toImage() != plain.grab(right).toImage(), !mirrored);
    }
}

void TestFlatStyle::aScrollBarStandsOnTheGroundOfItsArea()
{
    QApplication::setPalette(look::darkPalette());
    QScrollArea form;
    form.setFrameShape(QFrame::NoFrame);
    auto *tall = new QWidget;
    tall->setMinimumHeight(2000);
    form.setWidget(tall);
    form.resize(200, 200);
    QListWidget list;
    list.setFrameShape(QFrame::NoFrame);
    for (int i = 0; i < 100; ++i)
        list.addItem(QString::number(i));
    list.resize(200, 200);
    form.show();
    list.show();
    QVERIFY(QTest::qWaitForWindowExposed(&list));
    const auto track = [](const QAbstractScrollArea &area) {
        const QImage bar = area.verticalScrollBar()->grab().toImage();
        return bar.pixelColor(bar.width() / 2, bar.height() - 2);
    };
    QCOMPARE(track(form), look::darkPalette().color(QPalette::Window));
    QCOMPARE(track(list), look::darkPalette().color(QPalette::Base));
}

void TestFlatStyle::aSelectedCellKeepsItsTone()
{
    QTableWidget table(1, 1);
    table.setItemDelegate(new TonedDelegate({}, &table));
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    auto *item = new QTableWidgetItem(QStringLiteral("Rejected Rejected"));
    item->setData(TonedDelegate::ToneRole, int(look::Tone::Failed));
    table.setItem(0, 0, item);
    table.setColumnWidth(0, 200);
    table.selectRow(0);
    table.resize(300, 100);
    const QColor failed = look::color(look::Tone::Failed, table.palette());
    const QImage row = table.viewport()->grab(table.visualItemRect(item)).toImage();
    const auto reddish = [&failed](const QColor &c) { return alike(c, failed); };
    QVERIFY2(count(row, reddish) > 10, qPrintable(failed.name()));
}

void TestFlatStyle::anEmptyPageShowsItsWholeSentence()
{
    EmptyState page;
    page.present(QStringLiteral("targets"), QStringLiteral("Nobody is told anything yet"),
                 QStringLiteral("A target says who is called, how, and about what. Deliveries show up here as soon as "
                                "something happens to an asset, and stay for as long as the workspace is kept."),
                 QStringLiteral("Add your first target"));
    page.show();
    for (const int width : {120, 800, 360}) {
        page.resize(width, 500);
        for (QLabel *label : page.findChildren<QLabel *>()) {
            if (!label->wordWrap())
                continue;
            const int height = label->height();
            label->setMinimumHeight(0);
            QCOMPARE(height, label->heightForWidth(label->width()));
            QVERIFY(height >= 2 * label->fontMetrics().height());
        }
    }
}

void TestFlatStyle::anEmptyPageOffersTwoWays()
{
    EmptyState page;
    page.resize(600, 400);
    page.present(QStringLiteral("targets"), QStringLiteral("No targets yet"), {}, QStringLiteral("Add"));
    page.offerSecond(QStringLiteral("Try a preset"));
    page.show();
    auto *first = page.findChild<QPushButton *>(QStringLiteral("emptyActionButton"));
    auto *second = page.findChild<QPushButton *>(QStringLiteral("emptySecondActionButton"));
    QVERIFY(first->isVisible() && second->isVisible());
    QCOMPARE(first->geometry().center().y(), second->geometry().center().y());
    QSignalSpy wished(&page, &EmptyState::secondActionRequested);
    QTest::mouseClick(second, Qt::LeftButton);
    QCOMPARE(wished.size(), 1);
    page.present(QStringLiteral("search"), QStringLiteral("No target matches"), {}, QStringLiteral("Clear"));
    QVERIFY(!second->isVisible());
}

QTEST_MAIN(TestFlatStyle)
#include "tst_flatstyle.moc"

// Payloads: pretty, raw and hexadecimal, large ones at once, what is cut is said, and finding in them.
#include "ui/look/findbar.h"
#include "ui/look/look.h"
#include "ui/look/payloadtext.h"
#include "ui/look/payloadview.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace callboard;
using Language = PayloadView::Language;
using Mode = PayloadView::Mode;

namespace {

constexpr qsizetype kTenMebibytes = 10 * 1024 * 1024;

QByteArray oneLineJson(qsizetype size)
{
    QByteArray json = "[";
    while (json.size() < size)
        json += "{\"uuid\":\"6b48fbce-cd10-459c-b397-5673e4bbafaf\",\"n\":1.10},";
    json.chop(1);
    return json + "]";
}

} // namespace

class TestPayloadView : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }
    void xmlOfOneLineIsLaidOutAndItsTextIsKept_data();
    void xmlOfOneLineIsLaidOutAndItsTextIsKept();
    void jsonThatWasCutIsLaidOutAllTheSame();
    void aBodyOfWhichTheRestIsGoneIsLaidOutToo();
    void noLineIsLongerThanAnEditorBears();
    void rawShowsTheMessageAsItWasOnTheWire();
    void hexadecimalLinesComePageByPage();
    void tenMebibytesOnOneLineShowTheirFirstScreenAtOnce_data();
    void tenMebibytesOnOneLineShowTheirFirstScreenAtOnce();
    void moreThanTheFirstMegabyteComesWhenAskedFor();
    void theSameContentAgainKeepsThePlace();
    void anotherContentSupersedesOneThatIsBeingLaidOut();
    void whatWasCutIsSaid();
    void matchesAreCountedAndGoneThrough();

private:
    static QString place(const PayloadView &view)
    {
        return view.findChild<QLabel *>(QStringLiteral("findPlaceLabel"))->text();
    }
};

void TestPayloadView::xmlOfOneLineIsLaidOutAndItsTextIsKept_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("nested") << QByteArray("<a><b>x  y</b><c/></a>") << QByteArray("<a>\n  <b>x  y</b>\n  <c/>\n</a>");
    QTest::newRow("prolog") << QByteArray("<?xml version=\"1.0\"?><a></a>")
                            << QByteArray("<?xml version=\"1.0\"?>\n<a></a>");
    QTest::newRow("section") << QByteArray("<a><b><![CDATA[<i>]]></b></a>")
                             << QByteArray("<a>\n  <b><![CDATA[<i>]]></b>\n</a>");
    QTest::newRow("sign in a value") << QByteArray("<a b=\"1>2\"><c/></a>")
                                     << QByteArray("<a b=\"1>2\">\n  <c/>\n</a>");
    QTest::newRow("comment") << QByteArray("<a><!-- <b> --></a>") << QByteArray("<a>\n  <!-- <b> -->\n</a>");
    QTest::newRow("unfinished") << QByteArray("<a><b>te") << QByteArray("<a>\n  <b>te");
}

void TestPayloadView::xmlOfOneLineIsLaidOutAndItsTextIsKept()
{
    QFETCH(QByteArray, xml);
    QFETCH(QByteArray, shown);
    QCOMPARE(payloadtext::readable(xml, Language::Xml), shown);
}

void TestPayloadView::jsonThatWasCutIsLaidOutAllTheSame()
{
    const auto layout = payloadtext::layOut("{\"a\":[1,2,3,{\"b\":4", Language::Json, true, 12);
    QVERIFY(layout.cut);
    QCOMPARE(layout.text, QByteArray("{\n  \"a\": [\n    1,\n    2,\n    3,\n    "));
    QCOMPARE(layout.styles.size(), layout.text.size());
}

void TestPayloadView::aBodyOfWhichTheRestIsGoneIsLaidOutToo()
{
    PayloadView view;
    view.setMessage("HTTP/1.1 200 OK\r\n\r\n", "{\"a\":[1,", Language::Json, 4'000);
    QCOMPARE(view.text(), QStringLiteral("{\n  \"a\": [\n    1,\n    "));
}

void TestPayloadView::noLineIsLongerThanAnEditorBears()
{
    QByteArray text(20'000, 'x');
    text.replace(payloadtext::kLongestLine - 1, 2, "\xC3\xA9"); // a character where the break would fall
    const QByteArray broken = payloadtext::brokenLines(text);
    for (const QByteArray &line : broken.split('\n')) {
        QVERIFY(line.size() <= payloadtext::kLongestLine + 1);
        QCOMPARE(QString::fromUtf8(line).toUtf8(), line);
    }
    QCOMPARE(QByteArray(broken).replace("\n", ""), text);
}

void TestPayloadView::rawShowsTheMessageAsItWasOnTheWire()
{
    PayloadView view;
    view.setMessage("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n", "{\"a\":1}", Language::Json);
    QCOMPARE(view.text(), QStringLiteral("{\n  \"a\": 1\n}"));
    view.setMode(Mode::Raw);
    QCOMPARE(view.text(), QStringLiteral("HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\"a\":1}"));
    view.setMode(Mode::Pretty);
    QCOMPARE(view.text(), QStringLiteral("{\n  \"a\": 1\n}"));
}

void TestPayloadView::hexadecimalLinesComePageByPage()
{
    PayloadView view;
    view.setContent(QByteArray("GET\0\x7F\n", 6), Language::Plain);
    view.setMode(Mode::Hex);
    QVERIFY(view.text().startsWith(QStringLiteral("00000000  47 45 54 00 7f 0a ")));
    QVERIFY(view.text().endsWith(QStringLiteral("GET...\n")));
    QCOMPARE(view.pageCount(), 1);
    view.setContent(QByteArray(200 * 1024, 'x'), Language::Plain);
    QCOMPARE(view.pageCount(), 4);
    view.setPage(3);
    QVERIFY(view.text().startsWith(QStringLiteral("00030000")));
    view.setPage(99);
    QCOMPARE(view.page(), 3);
}

void TestPayloadView::tenMebibytesOnOneLineShowTheirFirstScreenAtOnce_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Language>("language");
    QTest::newRow("JSON") << oneLineJson(kTenMebibytes) << Language::Json;
    QTest::newRow("text") << QByteArray(kTenMebibytes, 'x') << Language::Plain;
}

void TestPayloadView::tenMebibytesOnOneLineShowTheirFirstScreenAtOnce()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Language, language);
    PayloadView view;
    view.resize(900, 500);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.setContent(bytes, language);
    QVERIFY(view.text().size() > 1'000);
    QVERIFY2(view.text().size() < 64 * 1024, "what is laid out at once has to be little, whatever is to come");
    QTRY_VERIFY(view.text().size() > payloadtext::kMostShown);
    QVERIFY(view.isCut());
}

void TestPayloadView::moreThanTheFirstMegabyteComesWhenAskedFor()
{
    const QByteArray bytes = oneLineJson(3 * 1024 * 1024);
    PayloadView view;
    view.setContent(bytes, Language::Json);
    QTRY_VERIFY(view.text().size() > payloadtext::kMostShown);
    QVERIFY(view.sizeText().contains(QStringLiteral("the first")));
    view.showAll();
    QTRY_VERIFY(view.text().endsWith(QStringLiteral("\n  }\n]")));
    QVERIFY(!view.isCut());
    QCOMPARE(view.text().toUtf8(), payloadtext::reflowJson(bytes));
}

void TestPayloadView::theSameContentAgainKeepsThePlace()
{
    PayloadView view;
    QSignalSpy shown(&view, &PayloadView::shownChanged);
    view.setContent("{\"a\":1}", Language::Json);
    QCOMPARE(shown.size(), 1);
    view.setContent("{\"a\":1}", Language::Json);
    QCOMPARE(shown.size(), 1);
}

void TestPayloadView::anotherContentSupersedesOneThatIsBeingLaidOut()
{
    PayloadView view;
    view.setContent(oneLineJson(kTenMebibytes), Language::Json);
    const QByteArray other = oneLineJson(300 * 1024);
    view.setContent(other, Language::Json);
    QTRY_COMPARE(view.text().toUtf8(), payloadtext::reflowJson(other));
    view.setContent("{}", Language::Json);
    QCOMPARE(view.text(), QStringLiteral("{}"));
}

void TestPayloadView::whatWasCutIsSaid()
{
    PayloadView view;
    view.setContent(QByteArray(256 * 1024, 'x'), Language::Plain);
    QCOMPARE(view.sizeText(), QLocale().formattedDataSize(256 * 1024));
    view.setMessage({}, QByteArray(256 * 1024, 'x'), Language::Plain, 3'250'000);
    QCOMPARE(view.sizeText(),
             QStringLiteral("cut at %1 of %2")
                 .arg(QLocale().formattedDataSize(256 * 1024), QLocale().formattedDataSize(3'250'000)));
}

void TestPayloadView::matchesAreCountedAndGoneThrough()
{
    PayloadView view;
    view.show();
    view.setContent("{\"a\":\"Tick\",\"b\":\"tick\",\"c\":\"tock\"}", Language::Json);
    view.openFind();
    auto *edit = view.findChild<QLineEdit *>(QStringLiteral("findEdit"));
    QTest::keyClicks(edit, QStringLiteral("TICK"));
    QCOMPARE(place(view), QStringLiteral("1 of 2"));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(place(view), QStringLiteral("2 of 2"));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(place(view), QStringLiteral("1 of 2"));
    QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(place(view), QStringLiteral("2 of 2"));
    view.setContent("{\"a\":\"tick\"}", Language::Json);
    QCOMPARE(place(view), QStringLiteral("1 of 1"));
    edit->setText(QStringLiteral("nowhere"));
    QCOMPARE(place(view), QStringLiteral("not found"));
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(view.findChild<FindBar *>()->isHidden());
}

QTEST_MAIN(TestPayloadView)
#include "tst_payloadview.moc"

// Headers edited as lines of text, moved, completed, and what is said about them without refusing them.
#include "tests/ui/dialogprobe.h"
#include "tests/ui/dialogshots.h"
#include "tests/ui/fakeengineclient.h"
#include "tests/ui/sampletarget.h"
#include "ui/look/look.h"
#include "ui/targets/form/headeradvice.h"
#include "ui/targets/form/headerfield.h"
#include "ui/targets/form/headerlines.h"
#include "ui/targets/form/headertable.h"
#include "ui/targets/form/headertablemodel.h"
#include "ui/targets/targetdialog.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QCompleter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

using namespace callboard;

namespace {

const QString kTwo = QStringLiteral("Authorization: •••\nX-Custom-Header: X-Custom-Header-Value");

Header plain(const char *name, const char *value, bool enabled = true)
{
    return {QString::fromLatin1(name), QString::fromLatin1(value), {}, false, enabled};
}

QStringList names(const HeaderList &headers)
{
    QStringList names;
    for (const Header &header : headers)
        names.append(header.name);
    return names;
}

} // namespace

class tst_TargetHeaderText : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void textAndHeadersAreTheSame();
    void aSecretLeftAsDotsIsKept();
    void aSecretTypedAnewIsOneStill();
    void dotsWithoutASecretAreRefused();
    void linesThatCantBeReadAreNamedWithTheirNumber_data();
    void linesThatCantBeReadAreNamedWithTheirNumber();
    void theFormTakesTheTextAndSavesIt();
    void aBadLineClosesSaveAndKeepsTheText();
    void undoReachesIntoTheText();
    void dotsAfterARedoAreTheSecretStill();
    void aSlipBesideTheDotsIsNoSecret();
    void rowsMoveByKeyboard();
    void theBlankRowStaysLast();
    void aBoxSwitchesAHeaderOff();
    void namesAreProposed();
    void adviceDoesNotRefuse_data();
    void adviceDoesNotRefuse();
    void blanksAroundAValueAreLeftOutAndSaid();

private:
    FakeEngineClient m_engine;
};

void tst_TargetHeaderText::textAndHeadersAreTheSame()
{
    const HeaderList headers{plain("Accept", "a, b"), plain("X-Off", "1:2", false), plain("X-Empty", "")};
    const QString text = headerText(headers);
    QCOMPARE(text, QStringLiteral("Accept: a, b\n# X-Off: 1:2\nX-Empty: "));
    const HeaderTextReading reading = readHeaderText(text + QStringLiteral("\n\n  \n"), {});
    QVERIFY(reading.problems.isEmpty());
    QCOMPARE(reading.headers, headers);
}

void tst_TargetHeaderText::aSecretLeftAsDotsIsKept()
{
    const HeaderList before = stored().headers;
    QCOMPARE(headerText(before), kTwo);
    QCOMPARE(readHeaderText(kTwo, before).headers, before);
    // Also in another place, and switched off.
    const HeaderTextReading moved = readHeaderText(QStringLiteral("X-New: 1\n# authorization: •••"), before);
    QVERIFY(moved.problems.isEmpty());
    QCOMPARE(moved.headers.value(1).sealed, QByteArrayLiteral("sealed-bytes"));
    QVERIFY(!moved.headers.value(1).enabled);
}

void tst_TargetHeaderText::aSecretTypedAnewIsOneStill()
{
    HeaderList before{{QStringLiteral("X-Own"), {}, QByteArrayLiteral("sealed"), true, true}};
    const HeaderTextReading reading = readHeaderText(QStringLiteral("X-Own: new"), before);
    QVERIFY(reading.headers.value(0).secret);
    QCOMPARE(reading.headers.value(0).value, QStringLiteral("new"));
    QVERIFY(reading.headers.value(0).sealed.isEmpty());
}

void tst_TargetHeaderText::dotsWithoutASecretAreRefused()
{
    const HeaderTextReading twice = readHeaderText(QStringLiteral("Authorization: •••\nAuthorization: •••"),
                                                   stored().headers);
    QCOMPARE(twice.headers.size(), 1);
    QCOMPARE(twice.problems.size(), 1);
    QVERIFY(twice.problems.first().startsWith(QStringLiteral("Line 2:")));
}

void tst_TargetHeaderText::linesThatCantBeReadAreNamedWithTheirNumber_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no colon") << QStringLiteral("Accept: a\n\nnonsense") << QStringLiteral("Line 3: ");
    QTest::newRow("no name") << QStringLiteral(": value") << QStringLiteral("Line 1: ");
    QTest::newRow("a space in the name") << QStringLiteral("X Custom: 1") << QStringLiteral("a space");
    QTest::newRow("the transport's own") << QStringLiteral("Content-Length: 3") << QStringLiteral("set by Callboard");
    QTest::newRow("a control character") << QStringLiteral("X-A: a\u0001b") << QStringLiteral("U+0001");
}

void tst_TargetHeaderText::linesThatCantBeReadAreNamedWithTheirNumber()
{
    QFETCH(QString, text);
    QFETCH(QString, sentence);
    const HeaderTextReading reading = readHeaderText(text, {});
    QCOMPARE(reading.problems.size(), 1);
    QVERIFY2(reading.problems.first().contains(sentence), qPrintable(reading.problems.first()));
}

void tst_TargetHeaderText::theFormTakesTheTextAndSavesIt()
{
    FakeEngineClient engine;
    TargetDialog dialog(engine, stored());
    dialog.show();
    click(dialog, "headerModeButton");
    auto *text = in<QPlainTextEdit>(dialog, "headerTextEdit");
    QVERIFY(text->isVisible());
    QVERIFY(!in<HeaderTable>(dialog, "headerTable")->isVisible());
    QCOMPARE(text->toPlainText(), kTwo);
    QVERIFY(!dialog.isWindowModified());
    text->moveCursor(QTextCursor::End);
    QTest::keyClicks(text, QStringLiteral("-2"));
    QTest::keyClick(text, Qt::Key_Return);
    QTest::keyClicks(text, QStringLiteral("# X-Off: 1"));
    shoot(dialog, QStringLiteral("target-headertext"));
    click(dialog, "headerModeButton");
    QVERIFY(in<HeaderTable>(dialog, "headerTable")->isVisible());
    click(dialog, "saveButton");
    QTRY_COMPARE(engine.saved.size(), 1);
    const HeaderList saved = engine.saved.first().headers;
    QCOMPARE(saved.size(), 3);
    QCOMPARE(saved[0], stored().headers.first());
    QCOMPARE(saved[1].value, QStringLiteral("X-Custom-Header-Value-2"));
    QVERIFY(!saved[2].enabled);
}

void tst_TargetHeaderText::aBadLineClosesSaveAndKeepsTheText()
{
    TargetDialog dialog(m_engine, stored());
    dialog.show();
    click(dialog, "headerModeButton");
    auto *text = in<QPlainTextEdit>(dialog, "headerTextEdit");
    text->moveCursor(QTextCursor::End);
    QTest::keyClick(text, Qt::Key_Return);
    QTest::keyClicks(text, QStringLiteral("nonsense"));
    QVERIFY(lineOf(dialog, "headersLine").startsWith(QStringLiteral("Line 3:")));
    QVERIFY(!in<QPushButton>(dialog, "saveButton")->isEnabled());
    QVERIFY(!in<QToolButton>(dialog, "headerModeButton")->isEnabled());
    for (int i = 0; i < 9; ++i)
        QTest::keyClick(text, Qt::Key_Backspace);
    QVERIFY(in<QPushButton>(dialog, "saveButton")->isEnabled());
    QCOMPARE(dialog.target(), stored());
}

void tst_TargetHeaderText::undoReachesIntoTheText()
{
    TargetDialog dialog(m_engine, stored());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    click(dialog, "headerModeButton");
    auto *text = in<QPlainTextEdit>(dialog, "headerTextEdit");
    QVERIFY(text->hasFocus());
    text->selectAll();
    QTest::keyClick(text, Qt::Key_Delete);
    QVERIFY(dialog.target().headers.isEmpty());
    QTest::keyClick(text, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(text->toPlainText(), kTwo);
    QCOMPARE(dialog.target(), stored());
}

void tst_TargetHeaderText::dotsAfterARedoAreTheSecretStill()
{
    TargetDialog dialog(m_engine, stored());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    click(dialog, "headerModeButton");
    auto *text = in<QPlainTextEdit>(dialog, "headerTextEdit");
    text->selectAll();
    QTest::keyClick(text, Qt::Key_Delete);
    QTest::keyClick(text, Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(text, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(text->toPlainText().isEmpty());
    text->insertPlainText(kTwo);
    QCOMPARE(dialog.target(), stored());
}

void tst_TargetHeaderText::aSlipBesideTheDotsIsNoSecret()
{
    TargetDialog dialog(m_engine, stored());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    click(dialog, "headerModeButton");
    auto *text = in<QPlainTextEdit>(dialog, "headerTextEdit");
    text->moveCursor(QTextCursor::EndOfLine);
    QTest::keyClick(text, Qt::Key_X);
    QTest::keyClick(text, Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(text, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(text->toPlainText().startsWith(QStringLiteral("Authorization: •••x\n")));
    text->moveCursor(QTextCursor::Start);
    text->moveCursor(QTextCursor::EndOfLine);
    QTest::keyClick(text, Qt::Key_Backspace);
    QCOMPARE(text->toPlainText(), kTwo);
    QCOMPARE(dialog.target(), stored());
}

void tst_TargetHeaderText::rowsMoveByKeyboard()
{
    HeaderTable table;
    QAbstractItemModelTester tester(table.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    table.setHeaders({plain("A", "1"), plain("B", "2"), plain("C", "3")});
    table.show();
    table.setCurrentIndex(table.model()->index(0, HeaderTableModel::ValueColumn));
    QTest::keyClick(&table, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(names(table.headers()).join(u' '), QStringLiteral("B A C"));
    QTest::keyClick(&table, Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(&table, Qt::Key_Down, Qt::AltModifier); // below it is the blank row
    QCOMPARE(names(table.headers()).join(u' '), QStringLiteral("B C A"));
    QCOMPARE(table.currentIndex().row(), 2);
    QTest::keyClick(&table, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(names(table.headers()).join(u' '), QStringLiteral("B A C"));
}

void tst_TargetHeaderText::theBlankRowStaysLast()
{
    HeaderTableModel model;
    model.setHeaders({plain("A", "1"), plain("B", "2")});
    QVERIFY(!model.moveHeader(2, 0)); // the blank row itself
    QVERIFY(model.moveHeader(0, 99));
    QCOMPARE(names(model.headers()).join(u' '), QStringLiteral("B A"));
    QVERIFY(model.isBlank(2));
    QVERIFY(!model.moveHeader(1, 2)); // where it stands
}

void tst_TargetHeaderText::aBoxSwitchesAHeaderOff()
{
    HeaderTable table;
    table.setHeaders({plain("A", "1")});
    table.show();
    QVERIFY(QTest::qWaitForWindowActive(&table));
    table.setCurrentIndex(table.model()->index(0, HeaderTableModel::SentColumn));
    QTest::keyClick(&table, Qt::Key_Space);
    QVERIFY(!table.headers().first().enabled);
    const QRect box = table.visualRect(table.model()->index(0, HeaderTableModel::SentColumn));
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, box.center());
    QVERIFY(table.headers().first().enabled);
}

void tst_TargetHeaderText::namesAreProposed()
{
    HeaderTable table;
    table.setKnownNames({QStringLiteral("X-Of-Another-Target"), QStringLiteral("accept")});
    table.show();
    QVERIFY(QTest::qWaitForWindowActive(&table));
    table.setFocus(Qt::TabFocusReason);
    table.edit(table.model()->index(0, HeaderTableModel::NameColumn));
    auto *edit = table.findChild<QLineEdit *>(QStringLiteral("headerCellEdit"));
    QVERIFY(edit && edit->completer());
    QTest::keyClicks(edit, QStringLiteral("another"));
    QCOMPARE(edit->completer()->currentCompletion(), QStringLiteral("X-Of-Another-Target"));
    edit->selectAll();
    QTest::keyClicks(edit, QStringLiteral("auth"));
    QVERIFY(edit->completer()->completionCount() >= 2); // Authorization, Proxy-Authorization, ...
    edit->completer()->setCompletionPrefix(QStringLiteral("accept"));
    QCOMPARE(edit->completer()->completionCount(), 2); // Accept once, Accept-Language
}

void tst_TargetHeaderText::adviceDoesNotRefuse_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("twice") << QStringLiteral("Accept: a\naccept: b")
                           << QStringLiteral("“accept” is here more than once");
    QTest::newRow("a key") << QStringLiteral("X-Partner-Key: k") << QStringLiteral("looks like a secret");
    QTest::newRow("a token") << QStringLiteral("X-Partner-Token: t") << QStringLiteral("looks like a secret");
    QTest::newRow("a bearer") << QStringLiteral("X-Forward: Bearer abc") << QStringLiteral("looks like a secret");
    QTest::newRow("no secret") << QStringLiteral("Idempotency-Key: 1\nX-Custom: 1") << QString();
    QTest::newRow("the other is off") << QStringLiteral("Accept: a\n# Accept: b") << QString();
}

void tst_TargetHeaderText::adviceDoesNotRefuse()
{
    QFETCH(QString, text);
    QFETCH(QString, sentence);
    CallbackTarget target = stored();
    target.headers = readHeaderText(text, {}).headers;
    TargetDialog dialog(m_engine, target);
    QVERIFY2(lineOf(dialog, "headersLine").contains(sentence), qPrintable(lineOf(dialog, "headersLine")));
    QCOMPARE(lineOf(dialog, "headersLine").isEmpty(), sentence.isEmpty());
    QVERIFY(in<QPushButton>(dialog, "saveButton")->isEnabled());
    if (!sentence.isEmpty())
        QCOMPARE(in<FieldLine>(dialog, "headersLine")->mood(), FieldLine::Mood::Warning);
}

void tst_TargetHeaderText::blanksAroundAValueAreLeftOutAndSaid()
{
    TargetDialog dialog(m_engine, stored());
    auto *model = in<HeaderTable>(dialog, "headerTable")->model();
    const QModelIndex value = model->index(1, HeaderTableModel::ValueColumn);
    QVERIFY(model->setData(value, QStringLiteral("X-Custom-Header-Value "), Qt::EditRole));
    QCOMPARE(dialog.target(), stored());
    QVERIFY(lineOf(dialog, "headersLine").startsWith(QStringLiteral("Blanks around the value")));
    QCOMPARE(in<FieldLine>(dialog, "headersLine")->mood(), FieldLine::Mood::Warning);
    QVERIFY(model->setData(value, QStringLiteral("other"), Qt::EditRole));
    QVERIFY(lineOf(dialog, "headersLine").isEmpty());
}

QTEST_MAIN(tst_TargetHeaderText)
#include "tst_targetheadertext.moc"

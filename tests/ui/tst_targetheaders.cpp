#include "ui/targets/form/headerlines.h"
#include "ui/targets/form/headertable.h"
#include "ui/targets/form/headertablemodel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace callboard;

namespace {

const QString kAuthorization = QStringLiteral("Authorization");
const QString kCustom = QStringLiteral("X-Custom-Header");

Header sealedHeader()
{
    return {kAuthorization, {}, QByteArrayLiteral("sealed"), true, true};
}

// Typing goes where a person's would: into the cell's editor.
QWidget *editorOf(const HeaderTable &table)
{
    QWidget *focused = QApplication::focusWidget();
    return focused && focused->parent() == table.viewport() ? focused : nullptr;
}

// What the pointer does between the rows; false: it was not taken.
bool drop(HeaderTable &table, const QMimeData *data, int y)
{
    const QPoint at(20, y);
    QDragEnterEvent enter(at, Qt::MoveAction, data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(table.viewport(), &enter);
    if (!enter.isAccepted())
        return false;
    QDragMoveEvent move(at, Qt::MoveAction, data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(table.viewport(), &move);
    QDropEvent dropped(at, Qt::MoveAction, data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(table.viewport(), &dropped);
    return dropped.isAccepted();
}

HeaderList three()
{
    HeaderList headers;
    for (const char *name : {"A", "B", "C"})
        headers.append({QString::fromLatin1(name), QStringLiteral("1"), {}, false, true});
    return headers;
}

} // namespace

class tst_TargetHeaders : public QObject {
    Q_OBJECT

private slots:
    void linesArePastedWithOrWithoutCurl();
    void tabThroughTheCellsAddsARow();
    void tabLeavesFromTheBlankRow();
    void deleteRemovesTheHeader();
    void pastedLinesBecomeRows();
    void aLineTypedIntoTheNameFillsBothCells();
    void secretValuesShowAsDotsAndAreNotHandedOut();
    void anEmptyEditorKeepsTheSealedValue();
    void aRetypedSecretIsNoLongerSealed();
    void untickingAndTickingTheLockKeepsTheSeal();
    void credentialNamesAreProposedAsSecret();
    void spaceTogglesTheLock();
    void rowsAreDraggedToAnotherPlace();
    void strangersAreNotDropped();
    void faultsAreNamedInTheCell_data();
    void faultsAreNamedInTheCell();
};

void tst_TargetHeaders::linesArePastedWithOrWithoutCurl()
{
    const HeaderList headers = parseHeaderLines(QStringLiteral("Accept: a\r\n-H 'authorization: Bearer x' \\\n\n"
                                                               "no header\n--header \"X-A:b:c\"\n"));
    QCOMPARE(headers.size(), 3);
    QCOMPARE(headers[0].name, QStringLiteral("Accept"));
    QCOMPARE(headers[1].value, QStringLiteral("Bearer x"));
    QVERIFY(headers[1].secret);
    QCOMPARE(headers[2].value, QStringLiteral("b:c"));
}

void tst_TargetHeaders::tabThroughTheCellsAddsARow()
{
    HeaderTable table;
    QAbstractItemModelTester tester(table.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    table.show();
    QVERIFY(QTest::qWaitForWindowActive(&table));
    table.setFocus(Qt::TabFocusReason);
    QTest::keyClicks(&table, QStringLiteral("X"));
    QTest::keyClicks(editorOf(table), QStringLiteral("-One"));
    QTest::keyClick(editorOf(table), Qt::Key_Tab);
    QTest::keyClicks(editorOf(table), QStringLiteral("1"));
    QTest::keyClick(editorOf(table), Qt::Key_Tab); // to the lock
    QTest::keyClick(&table, Qt::Key_Tab);          // to the next name
    QTest::keyClicks(editorOf(table), QStringLiteral("X-Two"));
    QTest::keyClick(editorOf(table), Qt::Key_Tab);
    QTest::keyClicks(editorOf(table), QStringLiteral("2"));
    QTest::keyClick(editorOf(table), Qt::Key_Tab);
    const HeaderList headers = table.headers();
    QCOMPARE(headers.size(), 2);
    QCOMPARE(headers[0].name, QStringLiteral("X-One"));
    QCOMPARE(headers[0].value, QStringLiteral("1"));
    QCOMPARE(headers[1].name, QStringLiteral("X-Two"));
    QCOMPARE(headers[1].value, QStringLiteral("2"));
}

void tst_TargetHeaders::tabLeavesFromTheBlankRow()
{
    QWidget window;
    QVBoxLayout column(&window);
    HeaderTable table;
    QLineEdit next;
    column.addWidget(&table);
    column.addWidget(&next);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    table.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&table, Qt::Key_Tab);
    QVERIFY(next.hasFocus());
}

void tst_TargetHeaders::deleteRemovesTheHeader()
{
    HeaderTable table;
    table.setHeaders({sealedHeader(), {kCustom, QStringLiteral("v"), {}, false, true}});
    QSignalSpy changed(&table, &HeaderTable::headersChanged);
    table.setCurrentIndex(table.model()->index(0, HeaderTableModel::NameColumn));
    QTest::keyClick(&table, Qt::Key_Delete);
    QCOMPARE(table.headers().size(), 1);
    QCOMPARE(table.headers().first().name, kCustom);
    QCOMPARE(changed.count(), 1);
    table.setCurrentIndex(table.model()->index(1, HeaderTableModel::NameColumn));
    QTest::keyClick(&table, Qt::Key_Delete); // the blank row stays
    QCOMPARE(table.headers().size(), 1);
    QCOMPARE(table.model()->rowCount(), 2);
}

void tst_TargetHeaders::pastedLinesBecomeRows()
{
    HeaderTable table;
    table.setHeaders({{kCustom, QStringLiteral("v"), {}, false, true}});
    QApplication::clipboard()->setText(QStringLiteral("Authorization: Bearer x\nX-Tenant: 16\n"));
    table.setCurrentIndex(table.model()->index(0, HeaderTableModel::NameColumn));
    QTest::keyClick(&table, Qt::Key_V, Qt::ControlModifier);
    const HeaderList headers = table.headers();
    QCOMPARE(headers.size(), 3);
    QCOMPARE(headers[0].name, kCustom);
    QVERIFY(headers[1].secret);
    QCOMPARE(headers[2].value, QStringLiteral("16"));
}

void tst_TargetHeaders::aLineTypedIntoTheNameFillsBothCells()
{
    HeaderTableModel model;
    QVERIFY(model.setData(model.index(0, HeaderTableModel::NameColumn), QStringLiteral("X-Tenant: 16"), Qt::EditRole));
    QCOMPARE(model.headers(), (HeaderList{{QStringLiteral("X-Tenant"), QStringLiteral("16"), {}, false, true}}));
}

void tst_TargetHeaders::secretValuesShowAsDotsAndAreNotHandedOut()
{
    HeaderTableModel model;
    model.setHeaders({{kAuthorization, QStringLiteral("Bearer x"), {}, true, true}});
    const QModelIndex value = model.index(0, HeaderTableModel::ValueColumn);
    QCOMPARE(value.data().toString(), QStringLiteral("••••••••"));
    for (int role = 0; role <= HeaderTableModel::SentRole; ++role)
        QVERIFY(!value.data(role).toString().contains(QStringLiteral("Bearer")));
}

void tst_TargetHeaders::anEmptyEditorKeepsTheSealedValue()
{
    HeaderTable table;
    table.setHeaders({sealedHeader()});
    table.show();
    QVERIFY(QTest::qWaitForWindowActive(&table));
    table.setCurrentIndex(table.model()->index(0, HeaderTableModel::ValueColumn));
    table.edit(table.currentIndex());
    auto *editor = qobject_cast<QLineEdit *>(editorOf(table));
    QVERIFY(editor);
    QCOMPARE(editor->echoMode(), QLineEdit::Password);
    QVERIFY(editor->text().isEmpty());
    QTest::keyClick(editor, Qt::Key_Return);
    QCOMPARE(table.headers(), HeaderList{sealedHeader()});
}

void tst_TargetHeaders::aRetypedSecretIsNoLongerSealed()
{
    HeaderTableModel model;
    model.setHeaders({sealedHeader()});
    QVERIFY(model.setData(model.index(0, HeaderTableModel::ValueColumn), QStringLiteral("Bearer new"), Qt::EditRole));
    QCOMPARE(model.headers().first().value, QStringLiteral("Bearer new"));
    QVERIFY(model.headers().first().sealed.isEmpty());
    QVERIFY(model.headers().first().secret);
}

void tst_TargetHeaders::untickingAndTickingTheLockKeepsTheSeal()
{
    HeaderTableModel model;
    model.setHeaders({sealedHeader()});
    const QModelIndex lock = model.index(0, HeaderTableModel::SecretColumn);
    QVERIFY(model.setData(lock, Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(model.headers().first().sealed.isEmpty());
    QVERIFY(model.setData(lock, Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(model.headers().first(), sealedHeader());
}

void tst_TargetHeaders::credentialNamesAreProposedAsSecret()
{
    HeaderTableModel model;
    model.setData(model.index(0, HeaderTableModel::NameColumn), QStringLiteral("x-api-key"), Qt::EditRole);
    model.setData(model.index(1, HeaderTableModel::NameColumn), kCustom, Qt::EditRole);
    QVERIFY(model.headers()[0].secret);
    QVERIFY(!model.headers()[1].secret);
}

void tst_TargetHeaders::spaceTogglesTheLock()
{
    HeaderTable table;
    table.setHeaders({{kCustom, QStringLiteral("v"), {}, false, true}});
    table.show();
    QVERIFY(QTest::qWaitForWindowActive(&table));
    table.setCurrentIndex(table.model()->index(0, HeaderTableModel::SecretColumn));
    QTest::keyClick(&table, Qt::Key_Space);
    QVERIFY(table.headers().first().secret);
    QCOMPARE(table.headers().first().value, QStringLiteral("v"));
}

void tst_TargetHeaders::rowsAreDraggedToAnotherPlace()
{
    HeaderTable table;
    table.setHeaders(three());
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    const auto row = [&table](int number) { return table.model()->index(number, HeaderTableModel::NameColumn); };
    std::unique_ptr<QMimeData> data(table.model()->mimeData({row(0)}));
    QVERIFY(drop(table, data.get(), table.visualRect(row(1)).bottom() - 2));
    QCOMPARE(table.headers().value(1).name, QStringLiteral("A"));
    data.reset(table.model()->mimeData({row(2)}));
    QVERIFY(drop(table, data.get(), table.visualRect(row(0)).top() + 2));
    QCOMPARE(table.headers().value(0).name, QStringLiteral("C"));
    data.reset(table.model()->mimeData({row(0)}));
    QVERIFY(drop(table, data.get(), table.visualRect(row(3)).bottom() - 2)); // the blank row stays the last
    QCOMPARE(table.headers().value(2).name, QStringLiteral("C"));
    QCOMPARE(table.headers().size(), 3);
}

void tst_TargetHeaders::strangersAreNotDropped()
{
    HeaderTable table;
    HeaderTable other;
    table.setHeaders(three());
    other.setHeaders(three());
    const std::unique_ptr<QMimeData> ofOther(
        other.model()->mimeData({other.model()->index(0, HeaderTableModel::NameColumn)}));
    QVERIFY(!drop(table, ofOther.get(), 70));
    QMimeData text;
    text.setText(QStringLiteral("X-A: 1"));
    QVERIFY(!drop(table, &text, 70));
    const std::unique_ptr<QMimeData> blank(
        table.model()->mimeData({table.model()->index(3, HeaderTableModel::NameColumn)}));
    QVERIFY(!drop(table, blank.get(), 10));
    QCOMPARE(table.headers(), three());
}

void tst_TargetHeaders::faultsAreNamedInTheCell_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("space in the name") << QStringLiteral("X Custom") << QString() << int(HeaderTableModel::NameColumn)
                                       << QStringLiteral("a space");
    QTest::newRow("CR LF in the value") << kCustom << QStringLiteral("a\r\nEvil: b")
                                        << int(HeaderTableModel::ValueColumn) << QStringLiteral("U+000D");
    QTest::newRow("the transport's own") << QStringLiteral("Content-Length") << QString()
                                         << int(HeaderTableModel::NameColumn)
                                         << QStringLiteral("set by Callboard itself");
}

void tst_TargetHeaders::faultsAreNamedInTheCell()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(int, column);
    QFETCH(QString, sentence);
    HeaderTableModel model;
    model.setData(model.index(0, HeaderTableModel::NameColumn), name, Qt::EditRole);
    model.setData(model.index(0, HeaderTableModel::ValueColumn), value, Qt::EditRole);
    QVERIFY(model.index(0, column).data(Qt::ToolTipRole).toString().contains(sentence));
    QVERIFY(headerProblem(model.headers().first())->contains(sentence));
}

QTEST_MAIN(tst_TargetHeaders)
#include "tst_targetheaders.moc"

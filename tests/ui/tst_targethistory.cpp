// Undoing and redoing in a target's form, by keyboard as a person does.
#include "tests/ui/dialogprobe.h"
#include "tests/ui/fakeengineclient.h"
#include "tests/ui/sampletarget.h"
#include "ui/look/look.h"
#include "ui/targets/form/formhistory.h"
#include "ui/targets/form/headertable.h"
#include "ui/targets/form/headertablemodel.h"
#include "ui/targets/targetdialog.h"

#include <QCheckBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

void undo(QWidget &dialog)
{
    QTest::keyClick(dialog.focusWidget() ? dialog.focusWidget() : &dialog, Qt::Key_Z, Qt::ControlModifier);
}

void redo(QWidget &dialog)
{
    QTest::keyClick(dialog.focusWidget() ? dialog.focusWidget() : &dialog, Qt::Key_Z,
                    Qt::ControlModifier | Qt::ShiftModifier);
}

QAbstractItemModel *headers(const TargetDialog &dialog)
{
    return in<HeaderTable>(dialog, "headerTable")->model();
}

} // namespace

class tst_TargetHistory : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void typingInAFieldIsOneStep();
    void aPauseEndsTheStep();
    void otherFieldsAreStepsOfTheirOwn();
    void redoComesBothWays();
    void headerRowsOrderAndTicksComeBack();
    void foldsValuesComeBackAlsoWhereTheyCantBeRead();
    void aPresetIsOneStep();
    void aSecretComesBackSealed();
    void undoingAllLeavesNothingToSave();
    void whatIsUndoneIsNamed();
    void restoringMakesNoStep();
    void unreadableTextIsNotLostSilently();
    void closingByTheWindowAsksToo();

private:
    FakeEngineClient m_engine;
};

void tst_TargetHistory::typingInAFieldIsOneStep()
{
    TargetDialog dialog(m_engine, stored());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *name = in<QLineEdit>(dialog, "nameEdit");
    name->setFocus();
    name->end(false);
    QTest::keyClicks(name, QStringLiteral(" two"));
    QCOMPARE(dialog.target().name, QStringLiteral("CMS ingest two"));
    undo(dialog);
    QCOMPARE(name->text(), QStringLiteral("CMS ingest"));
    undo(dialog); // nothing more; the field's own history does not answer either
    QCOMPARE(name->text(), QStringLiteral("CMS ingest"));
    redo(dialog);
    QCOMPARE(name->text(), QStringLiteral("CMS ingest two"));
}

void tst_TargetHistory::aPauseEndsTheStep()
{
    FormHistory history;
    FormState state{stored(), {QStringLiteral("a")}};
    history.begin(state);
    const auto typed = [&](const QString &text) {
        state.texts = {text};
        history.note(state, 0);
    };
    typed(QStringLiteral("ab"));
    typed(QStringLiteral("abc"));
    QCOMPARE(history.stack().count(), 1);
    QSignalSpy paused(&history, &FormHistory::paused);
    QVERIFY(paused.wait());
    typed(QStringLiteral("abcd"));
    QCOMPARE(history.stack().count(), 2);
}

void tst_TargetHistory::otherFieldsAreStepsOfTheirOwn()
{
    TargetDialog dialog(m_engine, stored());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    type(dialog, "nameEdit", QStringLiteral("Other"));
    in<QRadioButton>(dialog, "methodPutRadio")->click();
    type(dialog, "urlEdit", QStringLiteral("https://other.example/"));
    in<QCheckBox>(dialog, "onSuccessCheck")->click();
    undo(dialog);
    QVERIFY(dialog.target().triggers.has(Trigger::Success));
    QCOMPARE(dialog.target().url, QStringLiteral("https://other.example/"));
    undo(dialog);
    QCOMPARE(dialog.target().url, stored().url);
    QVERIFY(dialog.target().method == Method::Put);
    undo(dialog);
    QVERIFY(dialog.target().method == Method::Post);
    QCOMPARE(dialog.target().name, QStringLiteral("Other"));
    undo(dialog);
    QCOMPARE(dialog.target(), stored());
}

void tst_TargetHistory::redoComesBothWays()
{
    TargetDialog dialog(m_engine, stored());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    in<QRadioButton>(dialog, "methodPutRadio")->click();
    undo(dialog);
    QTest::keyClick(&dialog, Qt::Key_Y, Qt::ControlModifier);
    QVERIFY(dialog.target().method == Method::Put);
    undo(dialog);
    type(dialog, "nameEdit", QStringLiteral("Other"));
    redo(dialog); // what was undone is gone once something else was done
    QVERIFY(dialog.target().method == Method::Post);
    QCOMPARE(dialog.target().name, QStringLiteral("Other"));
}

void tst_TargetHistory::headerRowsOrderAndTicksComeBack()
{
    TargetDialog dialog(m_engine, stored());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *table = in<HeaderTable>(dialog, "headerTable");
    table->setFocus();
    table->setCurrentIndex(headers(dialog)->index(1, HeaderTableModel::NameColumn));
    QTest::keyClick(table, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(dialog.target().headers.value(0).name, QStringLiteral("X-Custom-Header"));
    headers(dialog)->setData(headers(dialog)->index(0, HeaderTableModel::SentColumn), Qt::Unchecked,
                             Qt::CheckStateRole);
    QVERIFY(!dialog.target().headers.value(0).enabled);
    QTest::keyClick(table, Qt::Key_Delete);
    QCOMPARE(dialog.target().headers.size(), 1);
    undo(dialog);
    QCOMPARE(dialog.target().headers.size(), 2);
    QVERIFY(!dialog.target().headers.value(0).enabled);
    undo(dialog);
    QVERIFY(dialog.target().headers.value(0).enabled);
    undo(dialog);
    QCOMPARE(dialog.target(), stored());
}

void tst_TargetHistory::foldsValuesComeBackAlsoWhereTheyCantBeRead()
{
    TargetDialog dialog(m_engine, stored());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    in<QToolButton>(dialog, "retryFold")->click();
    type(dialog, "retryEdit", QStringLiteral("5s,1m"));
    in<QLineEdit>(dialog, "nameEdit")->setFocus();
    QTest::keyClicks(in<QLineEdit>(dialog, "nameEdit"), QStringLiteral("x"));
    auto *retry = in<QLineEdit>(dialog, "retryEdit");
    retry->setFocus();
    retry->end(false);
    QTest::keyClicks(retry, QStringLiteral(",soon"));
    QCOMPARE(lineOf(dialog, "retryLine").left(14), QStringLiteral("Not a schedule"));
    undo(dialog);
    QCOMPARE(retry->text(), QStringLiteral("5s,1m"));
    QCOMPARE(in<FieldLine>(dialog, "retryLine")->mood(), FieldLine::Mood::Hint);
    redo(dialog);
    QCOMPARE(retry->text(), QStringLiteral("5s,1m,soon"));
    QCOMPARE(in<FieldLine>(dialog, "retryLine")->mood(), FieldLine::Mood::Problem);
    for (int i = 0; i < 3; ++i)
        undo(dialog);
    QCOMPARE(dialog.target(), stored());
}

void tst_TargetHistory::aPresetIsOneStep()
{
    TargetDialog dialog(m_engine, stored());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    click(dialog, "presetSparkButton");
    QVERIFY(dialog.target() != stored());
    undo(dialog);
    QCOMPARE(dialog.target(), stored());
    QVERIFY(!dialog.isWindowModified());
}

void tst_TargetHistory::aSecretComesBackSealed()
{
    TargetDialog dialog(m_engine, stored());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    headers(dialog)->setData(headers(dialog)->index(0, HeaderTableModel::ValueColumn), QStringLiteral("Bearer new"),
                             Qt::EditRole);
    QVERIFY(dialog.target().headers.value(0).sealed.isEmpty());
    undo(dialog);
    QCOMPARE(dialog.target().headers, stored().headers);
}

void tst_TargetHistory::undoingAllLeavesNothingToSave()
{
    TargetDialog dialog(m_engine, stored());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    type(dialog, "nameEdit", QStringLiteral("Other"));
    QVERIFY(dialog.isWindowModified());
    undo(dialog);
    QVERIFY(!dialog.isWindowModified());
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

void tst_TargetHistory::whatIsUndoneIsNamed()
{
    TargetDialog dialog(m_engine, stored());
    dialog.show();
    auto *undoButton = in<QToolButton>(dialog, "undoButton");
    QVERIFY(!undoButton->isEnabled());
    type(dialog, "urlEdit", QStringLiteral("https://other.example/"));
    QVERIFY(undoButton->isEnabled());
    QCOMPARE(undoButton->toolTip(), QStringLiteral("Undo: URL (Ctrl+Z)"));
    undoButton->click();
    QCOMPARE(dialog.target(), stored());
    QCOMPARE(in<QToolButton>(dialog, "redoButton")->toolTip(), QStringLiteral("Redo: URL (Ctrl+Shift+Z)"));
}

void tst_TargetHistory::restoringMakesNoStep()
{
    FormHistory history;
    FormState state{stored(), {}};
    history.begin(state);
    state.target.name = QStringLiteral("Other");
    history.note(state);
    connect(&history, &FormHistory::restored, this, [&history](const FormState &restored) { history.note(restored); });
    QSignalSpy restored(&history, &FormHistory::restored);
    history.stack().undo();
    QCOMPARE(restored.count(), 1);
    QCOMPARE(history.stack().count(), 1);
    QVERIFY(history.stack().canRedo());
}

void tst_TargetHistory::unreadableTextIsNotLostSilently()
{
    TargetDialog dialog(m_engine, stored());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    type(dialog, "retryEdit", QStringLiteral("soon"));
    QCOMPARE(dialog.target(), stored()); // what can't be read changes no value
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(in<QWidget>(dialog, "discardBar")->isVisible());
}

void tst_TargetHistory::closingByTheWindowAsksToo()
{
    TargetDialog dialog(m_engine, stored());
    dialog.show();
    type(dialog, "nameEdit", QStringLiteral("Other"));
    dialog.close();
    QVERIFY(dialog.isVisible());
    QVERIFY(in<QWidget>(dialog, "discardBar")->isVisible());
    click(dialog, "discardButton");
    QVERIFY(!dialog.isVisible());
}

QTEST_MAIN(tst_TargetHistory)
#include "tst_targethistory.moc"

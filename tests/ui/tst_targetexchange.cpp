#include "core/engine/requestbuilder.h"
#include "core/payload/rendering.h"
#include "tests/ui/dialogprobe.h"
#include "tests/ui/dialogshots.h"
#include "tests/ui/fakeengineclient.h"
#include "tests/ui/sampletarget.h"
#include "ui/look/look.h"
#include "ui/look/payloadview.h"
#include "ui/targets/targetdialog.h"

#include <QComboBox>
#include <QPushButton>
#include <QTabWidget>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

TestResult okay()
{
    TestResult result;
    result.requestHead = "POST /ingest HTTP/1.1\r\nHost: callback.example\r\n\r\n";
    result.requestBody = "{}";
    result.exchange.outcome = Outcome::Delivered;
    result.exchange.status = 200;
    result.exchange.responseHead = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n";
    result.exchange.responseBody = "thank you";
    result.exchange.remoteAddress = QStringLiteral("203.0.113.7:443");
    result.exchange.timings.done = 38ms;
    return result;
}

} // namespace

class tst_TargetExchange : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void thePreviewShowsTheExactBytes();
    void thePreviewMasksSecrets();
    void thePreviewFollowsTheForm();
    void sealedSecretsStaySealedThroughTheDialog();
    void aTakenNameIsShownAtTheField();
    void otherErrorsAreShownAndTheFormStays();
    void sendTestUsesTheUnsavedValuesAndShowsTheExchange();
    void aTestThatNeverLeftSaysSo();
    void escAsksOnceBeforeChangesGo();
    void changesAreDiscardedByKeyboard();

private:
    FakeEngineClient m_engine;
};

void tst_TargetExchange::thePreviewShowsTheExactBytes()
{
    CallbackTarget target = stored();
    target.headers.removeFirst();
    TargetDialog dialog(m_engine, target);
    const auto *view = in<PayloadView>(dialog, "previewView");
    QTRY_VERIFY(view->text().contains(QStringLiteral("POST /ingest HTTP/1.1")));
    const auto built = buildRequest(target, target.headers, sampleEvent(Trigger::Success), QStringLiteral("msg_sample"),
                                    SystemClock().now());
    QVERIFY(built.has_value());
    for (const QByteArray &line : built->maskedHead.split('\n')) {
        if (!line.startsWith("webhook-timestamp"))
            QVERIFY2(view->text().contains(QString::fromUtf8(line.trimmed())), line.constData());
    }
    QVERIFY(view->text().contains(QStringLiteral("X-Custom-Header: X-Custom-Header-Value")));
    QVERIFY(view->text().contains(QStringLiteral("6b48fbce-cd10-459c-b397-5673e4bbafaf")));
}

void tst_TargetExchange::thePreviewMasksSecrets()
{
    CallbackTarget target = stored();
    target.headers[0].value = QStringLiteral("Bearer very-secret");
    target.headers[0].sealed.clear();
    TargetDialog dialog(m_engine, target);
    const auto *view = in<PayloadView>(dialog, "previewView");
    QTRY_VERIFY(view->text().contains(QStringLiteral("Authorization: •••")));
    QVERIFY(!view->text().contains(QStringLiteral("very-secret")));
}

void tst_TargetExchange::thePreviewFollowsTheForm()
{
    TargetDialog dialog(m_engine, stored());
    dialog.show();
    const auto *view = in<PayloadView>(dialog, "previewView");
    type(dialog, "urlEdit", QStringLiteral("https://other.example/hook"));
    QTRY_VERIFY(view->text().contains(QStringLiteral("Host: other.example")));
    click(dialog, "presetSparkButton");
    QTRY_VERIFY(view->text().contains(QStringLiteral("<result>")));
    QVERIFY(view->text().contains(QStringLiteral("application/xml")));
    QCOMPARE(in<QComboBox>(dialog, "sampleCombo")->currentData().toInt(), int(Trigger::Rating));
}

void tst_TargetExchange::sealedSecretsStaySealedThroughTheDialog()
{
    FakeEngineClient engine;
    TargetDialog dialog(engine, stored());
    dialog.show();
    type(dialog, "nameEdit", QStringLiteral("Renamed"));
    click(dialog, "saveButton");
    QTRY_COMPARE(engine.saved.size(), 1);
    QCOMPARE(engine.saved.first().headers, stored().headers);
    QCOMPARE(engine.saved.first().revision, 3);
}

void tst_TargetExchange::aTakenNameIsShownAtTheField()
{
    FakeEngineClient engine;
    engine.refusal = Error{ErrorCode::NameTaken, QStringLiteral("CMS ingest")};
    TargetDialog dialog(engine, stored());
    dialog.show();
    type(dialog, "nameEdit", QStringLiteral("Other"));
    click(dialog, "saveButton");
    QTRY_COMPARE(in<FieldLine>(dialog, "nameLine")->mood(), FieldLine::Mood::Problem);
    QVERIFY(lineOf(dialog, "nameLine").contains(QStringLiteral("Another target has this name")));
    QVERIFY(!in<QPushButton>(dialog, "saveButton")->isEnabled());
    QVERIFY(dialog.isVisible());
    type(dialog, "nameEdit", QStringLiteral("Third"));
    QVERIFY(in<QPushButton>(dialog, "saveButton")->isEnabled());
}

void tst_TargetExchange::otherErrorsAreShownAndTheFormStays()
{
    FakeEngineClient engine;
    engine.refusal = Error{ErrorCode::StoreUnavailable, QStringLiteral("disk full")};
    TargetDialog dialog(engine, stored());
    dialog.show();
    type(dialog, "nameEdit", QStringLiteral("Other"));
    click(dialog, "saveButton");
    QTRY_VERIFY(lineOf(dialog, "saveLine").contains(QStringLiteral("disk full")));
    QVERIFY(dialog.isVisible());
    QVERIFY(in<QPushButton>(dialog, "saveButton")->isEnabled());
}

void tst_TargetExchange::sendTestUsesTheUnsavedValuesAndShowsTheExchange()
{
    FakeEngineClient engine;
    engine.testResult = okay();
    TargetDialog dialog(engine, stored());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    type(dialog, "urlEdit", QStringLiteral("https://other.example/hook"));
    QTest::keyClick(&dialog, Qt::Key_T, Qt::ControlModifier);
    QTRY_COMPARE(engine.tested.size(), 1);
    QCOMPARE(engine.tested.first().url, QStringLiteral("https://other.example/hook"));
    QVERIFY(engine.saved.isEmpty());
    QTRY_COMPARE(lineOf(dialog, "testResultLine"), QStringLiteral("→ 200 OK in 38 ms"));
    auto *tabs = in<QTabWidget>(dialog, "previewTabs");
    QVERIFY(tabs->isTabEnabled(1));
    tabs->setCurrentIndex(1);
    QVERIFY(in<PayloadView>(dialog, "testAnswerView")->text().contains(QStringLiteral("thank you")));
    QVERIFY(in<PayloadView>(dialog, "testRequestView")->text().contains(QStringLiteral("POST /ingest")));
    shoot(dialog, QStringLiteral("target-tested"));
}

void tst_TargetExchange::aTestThatNeverLeftSaysSo()
{
    FakeEngineClient engine;
    engine.testResult.exchange.outcome = Outcome::NotSent;
    engine.testResult.exchange.errorClass = ErrorClass::Refused;
    engine.testResult.exchange.errorText = QStringLiteral("connection refused");
    TargetDialog dialog(engine, stored());
    dialog.show();
    click(dialog, "sendTestButton");
    QTRY_COMPARE(lineOf(dialog, "testResultLine"), QStringLiteral("→ Not sent: connection refused"));
    QCOMPARE(in<FieldLine>(dialog, "testResultLine")->mood(), FieldLine::Mood::Problem);

    engine.testResult.exchange.errorText = QStringLiteral("127.0.0.1 refused the connection (port 1).");
    engine.testResult.exchange.timings.done = 1ms;
    click(dialog, "sendTestButton");
    QTRY_COMPARE(lineOf(dialog, "testResultLine"),
                 QStringLiteral("→ Not sent after 1 ms: 127.0.0.1 refused the connection (port 1)."));
}

void tst_TargetExchange::escAsksOnceBeforeChangesGo()
{
    TargetDialog untouched(m_engine, stored());
    untouched.show();
    QTest::keyClick(&untouched, Qt::Key_Escape);
    QVERIFY(!untouched.isVisible());

    TargetDialog dialog(m_engine, stored());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    type(dialog, "nameEdit", QStringLiteral("Other"));
    QVERIFY(dialog.isWindowModified());
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(dialog.isVisible());
    QVERIFY(in<QWidget>(dialog, "discardBar")->isVisible());
    QVERIFY(in<QPushButton>(dialog, "keepEditingButton")->hasFocus());
    shoot(dialog, QStringLiteral("target-discard"));
    click(dialog, "keepEditingButton");
    QVERIFY(!in<QWidget>(dialog, "discardBar")->isVisible());
    QCOMPARE(dialog.target().name, QStringLiteral("Other"));
    QTest::keyClick(&dialog, Qt::Key_Escape);
    click(dialog, "discardButton");
    QVERIFY(!dialog.isVisible());
}

void tst_TargetExchange::changesAreDiscardedByKeyboard()
{
    TargetDialog dialog(m_engine, stored());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    type(dialog, "nameEdit", QStringLiteral("Other"));
    QTest::keyClick(&dialog, Qt::Key_Escape);
    const auto *keep = in<QPushButton>(dialog, "keepEditingButton");
    const auto *discard = in<QPushButton>(dialog, "discardButton");
    QVERIFY(keep->x() < discard->x());
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
    QVERIFY(discard->hasFocus());
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(keep->hasFocus());
    QTest::keyClick(dialog.focusWidget(), Qt::Key_D, Qt::AltModifier); // “moderated” in the form has the same letter
    QVERIFY(!dialog.isVisible());
    QVERIFY(m_engine.saved.isEmpty());
}

QTEST_MAIN(tst_TargetExchange)
#include "tst_targetexchange.moc"

// Parts of the target's form beyond its fields: the time line of tries, the menu of events, real events to preview
// with.
#include "core/payload/rendering.h"
#include "tests/ui/assetdesk.h"
#include "tests/ui/dialogprobe.h"
#include "tests/ui/dialogshots.h"
#include "tests/ui/fakeengineclient.h"
#include "tests/ui/sampletarget.h"
#include "ui/look/look.h"
#include "ui/look/payloadview.h"
#include "ui/targets/form/retrytimeline.h"
#include "ui/targets/form/triggerboxes.h"
#include "ui/targets/requestpreview.h"
#include "ui/targets/targetdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHelpEvent>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTabWidget>
#include <QToolButton>
#include <QToolTip>
#include <QTranslator>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

MediaEvent happened(const QString &asset, Trigger trigger)
{
    MediaEvent event = sampleEvent(trigger);
    event.asset = asset;
    event.data.replace("T1S03", asset.toUtf8());
    event.receivedAt = SystemClock().now();
    return event;
}

// Every text of the program a third longer, as German is.
class LongWords : public QTranslator {
public:
    [[nodiscard]] QString translate(const char *context, const char *text, const char *, int) const override
    {
        const QString source = QString::fromUtf8(text);
        const bool flag = QByteArray(context).endsWith("TriggerBoxes") && source.contains(u'&'); // the documents' own
        const bool ours = QByteArray(context).startsWith("callboard") && source.size() > 3 && !flag;
        return ours ? QString(source + QString(source.size() / 3, u'x')) : QString();
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

} // namespace

class tst_TargetForm : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void theTriesAreCountedFromTheFirst();
    void theTimeLineIsInOrderAndWithinItsWidth();
    void itsTooltipsAreExact();
    void theWordsHaveEveryTry();
    void theFormsTimeLineFollowsTheField();
    void theMenuTicksAllNoneAndTheOthers();
    void theMenuSaysNothingWhereNothingChanges();
    void everyEventHasALineOfHelp();
    void realEventsAreOfferedBelowTheSamples();
    void aNameFromOutsideStaysOnItsLine();
    void theDialogReadsTheLastAssets();
    void theChosenEventIsPreviewedAndSent();
    void everyMethodAndFormatHasAPreview_data();
    void everyMethodAndFormatHasAPreview();
    void aTestShowsTheWholeExchange();
    void nothingIsCutOff_data();
    void nothingIsCutOff();
};

void tst_TargetForm::theTriesAreCountedFromTheFirst()
{
    const QList<Milliseconds> tries = RetryTimeline::tries(RetryPolicy::standard());
    QCOMPARE(tries.size(), 11);
    QCOMPARE(tries[0], Milliseconds(0));
    QCOMPARE(tries[2], Milliseconds(65s));
    QCOMPARE(tries.last(), RetryPolicy::standard().span());
    QCOMPARE(RetryTimeline::tries({}).size(), 1);
}

void tst_TargetForm::theTimeLineIsInOrderAndWithinItsWidth()
{
    RetryTimeline line;
    line.resize(400, line.sizeHint().height());
    line.setPolicy(RetryPolicy::standard());
    for (int i = 0; i + 1 < 11; ++i)
        QVERIFY2(line.xOf(i) < line.xOf(i + 1), qPrintable(QString::number(i)));
    QVERIFY(line.xOf(0) > 0 && line.xOf(10) < line.width());
    line.setLayoutDirection(Qt::RightToLeft);
    QVERIFY(line.xOf(0) > line.xOf(10));
    line.setPolicy({});
    QVERIFY(!line.grab().isNull()); // one try alone is drawn too
}

void tst_TargetForm::itsTooltipsAreExact()
{
    RetryTimeline line;
    line.resize(400, line.sizeHint().height());
    line.setPolicy(RetryPolicy::standard());
    QCOMPARE(line.textOf(0), QStringLiteral("First try: at once"));
    QCOMPARE(line.textOf(2),
             QStringLiteral("Try 3: 1 min 5 s after the first, 1 min after the one before, give or take 20 %"));
    line.show();
    QHelpEvent over(QEvent::ToolTip, QPoint(line.xOf(2), 6), line.mapToGlobal(QPoint(line.xOf(2), 6)));
    QCoreApplication::sendEvent(&line, &over);
    QTRY_COMPARE(QToolTip::text(), line.textOf(2));
    QToolTip::hideText();
}

void tst_TargetForm::theWordsHaveEveryTry()
{
    RetryTimeline line;
    line.setPolicy({{5s, 1min, 2h}});
    QCOMPARE(line.text(), QStringLiteral("Tries after the event: at once, 5 s, 1 min 5 s, 2 h 1 min 5 s"));
    QCOMPARE(line.accessibleDescription(), line.text());
    QVERIFY(!line.accessibleName().isEmpty());
}

void tst_TargetForm::theFormsTimeLineFollowsTheField()
{
    FakeEngineClient engine;
    TargetDialog dialog(engine, stored());
    dialog.show();
    click(dialog, "retryFold");
    const auto *line = in<RetryTimeline>(dialog, "retryTimeline");
    QVERIFY(line->isVisible());
    type(dialog, "retryEdit", QStringLiteral("5s,1m"));
    QVERIFY(line->text().endsWith(QStringLiteral("at once, 5 s, 1 min 5 s")));
    type(dialog, "retryEdit", QStringLiteral("soon"));
    QVERIFY(!line->isEnabled());
}

void tst_TargetForm::theMenuTicksAllNoneAndTheOthers()
{
    FakeEngineClient engine;
    TargetDialog dialog(engine, stored());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    const QList<QAction *> actions = in<QToolButton>(dialog, "triggerMenuButton")->menu()->actions();
    QCOMPARE(actions.size(), 3);
    actions[2]->trigger(); // the others
    QCOMPARE(dialog.target().triggers.count(), 5);
    QVERIFY(!dialog.target().triggers.has(Trigger::Success));
    QCOMPARE(lineOf(dialog, "triggersLine"), QStringLiteral("Called for 5 of 7 events."));
    actions[0]->trigger();
    QCOMPARE(dialog.target().triggers.count(), 7);
    actions[1]->trigger();
    QVERIFY(dialog.target().triggers.isEmpty());
    QCOMPARE(in<FieldLine>(dialog, "triggersLine")->mood(), FieldLine::Mood::Warning);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&dialog, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(dialog.target(), stored());
}

void tst_TargetForm::theMenuSaysNothingWhereNothingChanges()
{
    TriggerBoxes boxes;
    QSignalSpy changed(&boxes, &TriggerBoxes::triggersChanged);
    boxes.setTriggers({});
    boxes.findChild<QToolButton *>(QStringLiteral("triggerMenuButton"))->menu()->actions().value(1)->trigger();
    QCOMPARE(changed.count(), 0);
}

void tst_TargetForm::everyEventHasALineOfHelp()
{
    TriggerBoxes boxes;
    boxes.show();
    QVERIFY(QTest::qWaitForWindowActive(&boxes));
    const auto all = boxes.findChildren<QCheckBox *>();
    QCOMPARE(all.size(), 7);
    for (const QCheckBox *box : all) {
        QVERIFY2(!box->toolTip().isEmpty(), qPrintable(box->objectName()));
        QCOMPARE(box->accessibleDescription(), box->toolTip());
    }
    // Whoever comes by keyboard sees it too.
    all[1]->setFocus(Qt::TabFocusReason);
    QTRY_COMPARE(QToolTip::text(), all[1]->toolTip());
}

void tst_TargetForm::realEventsAreOfferedBelowTheSamples()
{
    RequestPreview preview;
    auto *combo = preview.findChild<QComboBox *>(QStringLiteral("sampleCombo"));
    QCOMPARE(combo->count(), 7);
    preview.setRecent({previewEvent(happened(QStringLiteral("clip-1"), Trigger::Success)),
                       previewEvent(happened(QStringLiteral("clip-2"), Trigger::Rating))});
    QCOMPARE(combo->count(), 7 + 1 + 2); // a line between
    QVERIFY(combo->itemText(8).startsWith(QStringLiteral("published · ")));
    preview.setRecent({});
    QCOMPARE(combo->count(), 7);
}

void tst_TargetForm::aNameFromOutsideStaysOnItsLine()
{
    MediaEvent event = happened(QStringLiteral("clip-1"), Trigger::Success);
    event.data = "{\"uuid\":\"clip-1\",\"title\":\"a\\nb\\u202ec %1\"}";
    QCOMPARE(previewEvent(event).name, QStringLiteral("a\nb\u202ec %1"));
    RequestPreview preview;
    preview.setRecent({previewEvent(event)});
    const QString text = preview.findChild<QComboBox *>(QStringLiteral("sampleCombo"))->itemText(8);
    QVERIFY2(text.contains(QStringLiteral("%1")), qPrintable(text));
    QVERIFY(!text.contains(u'\n') && !text.contains(QChar(0x202E)));
}

void tst_TargetForm::theDialogReadsTheLastAssets()
{
    AssetDesk desk;
    const QByteArray record = sampleEvent(Trigger::Success).data;
    for (int i = 1; i <= 22; ++i)
        QVERIFY(desk.addEvent(QStringLiteral("clip-%1").arg(i), Trigger::Success, record));
    QVERIFY(desk.addEvent(QStringLiteral("clip-22"), Trigger::Failure, record)); // its newest
    ReadThread reads(desk.workspace);
    TargetDialog dialog(desk.engine, stored());
    dialog.setAids({nullptr, nullptr, &reads});
    const auto *combo = in<QComboBox>(dialog, "sampleCombo");
    QTRY_COMPARE(combo->count(), 7 + 1 + 20);
    QVERIFY2(combo->itemText(8).startsWith(QStringLiteral("failed")), qPrintable(combo->itemText(8)));
    QVERIFY(!combo->itemData(8, Qt::ToolTipRole).toString().isEmpty());
}

void tst_TargetForm::theChosenEventIsPreviewedAndSent()
{
    RequestPreview preview;
    preview.setTarget(stored());
    preview.setRecent({previewEvent(happened(QStringLiteral("clip-1"), Trigger::Success))});
    auto *combo = preview.findChild<QComboBox *>(QStringLiteral("sampleCombo"));
    auto *view = preview.findChild<PayloadView *>(QStringLiteral("previewView"));
    QTRY_VERIFY(view->text().contains(QStringLiteral("POST /ingest")));
    QVERIFY(!view->text().contains(QStringLiteral("clip-1")));
    combo->setCurrentIndex(8);
    emit combo->activated(8);
    QTRY_VERIFY(view->text().contains(QStringLiteral("clip-1")));
    QCOMPARE(preview.sample().asset, QStringLiteral("clip-1"));
    CallbackTarget changed = stored();
    changed.triggers = {Trigger::Rating}; // the choice of the operator stays
    preview.setTarget(changed);
    QCOMPARE(preview.sample().asset, QStringLiteral("clip-1"));
}

void tst_TargetForm::everyMethodAndFormatHasAPreview_data()
{
    QTest::addColumn<int>("method");
    QTest::addColumn<int>("format");
    for (Method method : {Method::Post, Method::Put, Method::Get}) {
        for (PayloadFormat format : {PayloadFormat::LightFlow, PayloadFormat::Spark, PayloadFormat::CloudEvents}) {
            QTest::addRow("%s %s", qPrintable(toString(method)), qPrintable(toString(format)))
                << int(method) << int(format);
        }
    }
}

void tst_TargetForm::everyMethodAndFormatHasAPreview()
{
    QFETCH(int, method);
    QFETCH(int, format);
    CallbackTarget target = stored();
    target.method = static_cast<Method>(method);
    target.format = static_cast<PayloadFormat>(format);
    const QString line = toString(target.method) + QStringLiteral(" /ingest");
    for (const TriggerInfo &entry : allTriggers()) {
        target.triggers = {entry.trigger};
        RequestPreview preview;
        preview.setTarget(target);
        const QString text = preview.findChild<PayloadView *>(QStringLiteral("previewView"))->text();
        QVERIFY2(text.startsWith(line), qPrintable(text.left(200))); // also where the form refuses to save it
    }
}

void tst_TargetForm::aTestShowsTheWholeExchange()
{
    FakeEngineClient engine;
    engine.testResult.requestHead = "POST /ingest HTTP/1.1\r\nHost: callback.example\r\n\r\n";
    engine.testResult.requestBody = "{}";
    engine.testResult.exchange.outcome = Outcome::Rejected;
    engine.testResult.exchange.status = 503;
    engine.testResult.exchange.responseHead = "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 30\r\n\r\n";
    engine.testResult.exchange.responseBody = "upstream not ready";
    TargetDialog dialog(engine, stored());
    dialog.show();
    click(dialog, "sendTestButton");
    const auto *answer = in<PayloadView>(dialog, "testAnswerView");
    QTRY_VERIFY(answer->isVisible()); // without another click
    QVERIFY(answer->text().contains(QStringLiteral("Retry-After: 30")));
    QVERIFY(answer->text().contains(QStringLiteral("upstream not ready")));
    QVERIFY(in<PayloadView>(dialog, "testRequestView")->text().contains(QStringLiteral("POST /ingest")));
}

void tst_TargetForm::nothingIsCutOff_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("longWords");
    QTest::newRow("1280x800") << QSize(1280, 800) << false;
    QTest::newRow("960x600") << QSize(960, 600) << false;
    QTest::newRow("1280x800, long words") << QSize(1280, 800) << true;
    QTest::newRow("960x600, long words") << QSize(960, 600) << true;
}

void tst_TargetForm::nothingIsCutOff()
{
    QFETCH(QSize, size);
    QFETCH(bool, longWords);
    LongWords words;
    if (longWords)
        QCoreApplication::installTranslator(&words); // until it is gone
    FakeEngineClient engine;
    TargetDialog dialog(engine, stored());
    dialog.resize(size);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    for (const char *fold : {"coalescingFold", "retryFold", "limitsFold", "signingFold", "authenticationFold",
                             "certificatesFold", "proxyFold"})
        click(dialog, fold);
    QCoreApplication::sendPostedEvents();
    QVERIFY2(dialog.width() <= size.width() && dialog.height() <= size.height(), "the dialog insists on more room");
    const QWidget *column = in<QWidget>(dialog, "formScrollArea");
    for (const QWidget *control : column->findChildren<QWidget *>()) {
        const bool ours = qobject_cast<const QAbstractButton *>(control) || qobject_cast<const QLineEdit *>(control)
            || qobject_cast<const QComboBox *>(control);
        if (!ours || !control->isVisible() || control->objectName().startsWith(QStringLiteral("qt_")))
            continue;
        QVERIFY2(control->width() >= control->minimumSizeHint().width(), qPrintable(control->objectName()));
        const int left = control->mapTo(column, QPoint()).x();
        QVERIFY2(left >= 0 && left + control->width() <= column->width(), qPrintable(control->objectName()));
    }
    const QString name =
        QStringLiteral("target-all-%1%2").arg(size.width()).arg(longWords ? QStringLiteral("-long") : QString());
    shoot(dialog, name);
    in<QScrollArea>(dialog, "formScrollArea")->ensureWidgetVisible(in<QWidget>(dialog, "scopeCombo"));
    shoot(dialog, name + QStringLiteral("-end"));
}

QTEST_MAIN(tst_TargetForm)
#include "tst_targetform.moc"

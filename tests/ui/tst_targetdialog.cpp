#include "tests/ui/dialogprobe.h"
#include "tests/ui/dialogshots.h"
#include "tests/ui/fakeengineclient.h"
#include "tests/ui/sampletarget.h"
#include "ui/look/look.h"
#include "ui/look/payloadview.h"
#include "ui/targets/form/foldbox.h"
#include "ui/targets/form/headertable.h"
#include "ui/targets/form/headertablemodel.h"
#include "ui/targets/targetdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace callboard;
using namespace std::chrono_literals;

class tst_TargetDialog : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void aTargetIsFilledInByKeyboardAndSaved();
    void saveSaysWhyItIsClosed();
    void aNewFormDoesNotComplainBeforeItIsTouched();
    void aLineThatHasSaidItsPartLeavesNoGap();
    void urlFaultsAreNamedAsOneTypes_data();
    void urlFaultsAreNamedAsOneTypes();
    void internalAddressesAskToBeMeant();
    void theSparkPresetSetsWhatItsDocumentSays();
    void presetsKeepNameUrlAndHeaders();
    void sparkWithGetIsRefusedInWords();
    void triggersAreCountedInASentence();
    void foldTitlesCarryTheirValues();
    void anUnreadableScheduleClosesSave();
    void everyControlHasANameForAssistiveTools();
    void looksAsDrawn();

private:
    FakeEngineClient m_engine;
};

void tst_TargetDialog::aTargetIsFilledInByKeyboardAndSaved()
{
    FakeEngineClient engine;
    TargetDialog dialog(engine, lightFlowPreset());
    QSignalSpy saved(&dialog, &TargetDialog::saved);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QVERIFY(in<QLineEdit>(dialog, "nameEdit")->hasFocus());

    QTest::keyClicks(dialog.focusWidget(), QStringLiteral("CMS"));
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(dialog.focusWidget(), QStringLiteral("https://callback.example/ingest"));
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
    QVERIFY(in<QRadioButton>(dialog, "methodPostRadio")->hasFocus());
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Right);
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Space);
    QTest::keyClick(&dialog, Qt::Key_G, Qt::AltModifier); // onProgressEncoding
    QTest::keyClick(&dialog, Qt::Key_S, Qt::AltModifier);

    QTRY_COMPARE(saved.count(), 1);
    const CallbackTarget target = engine.saved.value(0);
    QCOMPARE(target.name, QStringLiteral("CMS"));
    QCOMPARE(target.url, QStringLiteral("https://callback.example/ingest"));
    QVERIFY(target.method == Method::Put);
    QCOMPARE(target.triggers, (TriggerSet{Trigger::Success, Trigger::Failure, Trigger::Progress}));
    QVERIFY(!dialog.isVisible());
}

void tst_TargetDialog::saveSaysWhyItIsClosed()
{
    TargetDialog dialog(m_engine, lightFlowPreset());
    auto *save = in<QPushButton>(dialog, "saveButton");
    QVERIFY(!save->isEnabled());
    QCOMPARE(save->toolTip(), QStringLiteral("Give the target a name."));
    type(dialog, "nameEdit", QStringLiteral("CMS"));
    QVERIFY(!save->isEnabled());
    QVERIFY(save->toolTip().contains(QStringLiteral("address to call")));
    type(dialog, "urlEdit", QStringLiteral("https://callback.example/"));
    QVERIFY(save->isEnabled());
}

void tst_TargetDialog::aNewFormDoesNotComplainBeforeItIsTouched()
{
    TargetDialog dialog(m_engine, lightFlowPreset());
    for (const FieldLine *line : dialog.findChildren<FieldLine *>())
        QVERIFY2(line->mood() != FieldLine::Mood::Problem, qPrintable(line->sentence()));
    type(dialog, "nameEdit", QStringLiteral("x"));
    QTest::keyClick(in<QLineEdit>(dialog, "nameEdit"), Qt::Key_Backspace);
    QCOMPARE(in<FieldLine>(dialog, "nameLine")->mood(), FieldLine::Mood::Problem);
}

void tst_TargetDialog::aLineThatHasSaidItsPartLeavesNoGap()
{
    TargetDialog dialog(m_engine, stored());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    auto *name = in<QLineEdit>(dialog, "nameEdit");
    const int before = in<QLineEdit>(dialog, "urlEdit")->mapTo(&dialog, QPoint()).y();
    name->selectAll();
    QTest::keyClick(name, Qt::Key_Delete);
    QTRY_VERIFY(in<QLineEdit>(dialog, "urlEdit")->mapTo(&dialog, QPoint()).y() > before);
    QTest::keyClicks(name, QStringLiteral("Other"));
    QTRY_COMPARE(in<QLineEdit>(dialog, "urlEdit")->mapTo(&dialog, QPoint()).y(), before);
}

void tst_TargetDialog::urlFaultsAreNamedAsOneTypes_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no host") << QStringLiteral("https:///ingest") << QStringLiteral("no host");
    QTest::newRow("unknown scheme") << QStringLiteral("ftp://callback.example/")
                                    << QStringLiteral("Scheme “ftp” is not supported");
    QTest::newRow("no scheme") << QStringLiteral("callback.example/ingest") << QStringLiteral("needs a scheme");
    QTest::newRow("space") << QStringLiteral("https://callback.example/a b")
                           << QStringLiteral("space or control character");
    QTest::newRow("password") << QStringLiteral("https://me:pw@callback.example/")
                              << QStringLiteral("user name or password");
    QTest::newRow("mail without address")
        << QStringLiteral("mailto:nobody") << QStringLiteral("such as name@example.com");
}

void tst_TargetDialog::urlFaultsAreNamedAsOneTypes()
{
    QFETCH(QString, url);
    QFETCH(QString, sentence);
    TargetDialog dialog(m_engine, lightFlowPreset());
    type(dialog, "nameEdit", QStringLiteral("CMS"));
    type(dialog, "urlEdit", url);
    const auto *line = in<FieldLine>(dialog, "urlLine");
    QCOMPARE(line->mood(), FieldLine::Mood::Problem);
    QVERIFY2(line->sentence().contains(sentence), qPrintable(line->sentence()));
    QVERIFY(!in<QPushButton>(dialog, "saveButton")->isEnabled());
    QCOMPARE(in<QPushButton>(dialog, "saveButton")->toolTip(), line->sentence());
}

void tst_TargetDialog::internalAddressesAskToBeMeant()
{
    TargetDialog dialog(m_engine, lightFlowPreset());
    type(dialog, "nameEdit", QStringLiteral("local"));
    type(dialog, "urlEdit", QStringLiteral("http://127.0.0.1:9000/hook"));
    QCOMPARE(in<FieldLine>(dialog, "urlLine")->mood(), FieldLine::Mood::Warning);
    QVERIFY(in<QPushButton>(dialog, "saveButton")->isEnabled());
    in<QCheckBox>(dialog, "allowPrivateCheck")->click();
    QCOMPARE(in<FieldLine>(dialog, "urlLine")->mood(), FieldLine::Mood::Good);
    QVERIFY(dialog.target().allowPrivate);
}

void tst_TargetDialog::theSparkPresetSetsWhatItsDocumentSays()
{
    TargetDialog dialog(m_engine, lightFlowPreset());
    dialog.show();
    click(dialog, "presetSparkButton");
    const CallbackTarget target = dialog.target();
    QVERIFY(target.format == PayloadFormat::Spark);
    QVERIFY(target.method == Method::Post);
    QCOMPARE(target.triggers,
             (TriggerSet{Trigger::Rating, Trigger::Moderation, Trigger::Transcode, Trigger::External}));
    QCOMPARE(target.coalesceWindow, Milliseconds(60s));
    QVERIFY(target.pipelining);
    for (const char *box : {"ratedCheck", "moderatedCheck", "transcodedCheck", "externalCheck"})
        QVERIFY2(in<QCheckBox>(dialog, box)->isChecked(), box);
    QVERIFY(!in<QCheckBox>(dialog, "onSuccessCheck")->isChecked());
    QCOMPARE(lineOf(dialog, "triggersLine"), QStringLiteral("Called for 4 of 7 events."));
}

void tst_TargetDialog::presetsKeepNameUrlAndHeaders()
{
    TargetDialog dialog(m_engine, stored());
    dialog.show();
    click(dialog, "presetSparkButton");
    const CallbackTarget target = dialog.target();
    QCOMPARE(target.id, stored().id);
    QCOMPARE(target.name, stored().name);
    QCOMPARE(target.url, stored().url);
    QCOMPARE(target.headers, stored().headers);
    click(dialog, "presetLightFlowButton");
    QCOMPARE(dialog.target(), stored());
}

void tst_TargetDialog::sparkWithGetIsRefusedInWords()
{
    TargetDialog dialog(m_engine, stored());
    dialog.show();
    click(dialog, "presetSparkButton");
    click(dialog, "methodGetRadio");
    QCOMPARE(in<FieldLine>(dialog, "methodLine")->mood(), FieldLine::Mood::Problem);
    QVERIFY(lineOf(dialog, "methodLine").contains(QStringLiteral("HTTP POST")));
    QVERIFY(!in<QPushButton>(dialog, "saveButton")->isEnabled());
}

void tst_TargetDialog::triggersAreCountedInASentence()
{
    TargetDialog dialog(m_engine, stored());
    QCOMPARE(lineOf(dialog, "triggersLine"), QStringLiteral("Called for 2 of 7 events."));
    in<QCheckBox>(dialog, "onSuccessCheck")->click();
    in<QCheckBox>(dialog, "onFailureCheck")->click();
    QCOMPARE(in<FieldLine>(dialog, "triggersLine")->mood(), FieldLine::Mood::Warning);
    QVERIFY(in<QPushButton>(dialog, "saveButton")->isEnabled());
}

void tst_TargetDialog::foldTitlesCarryTheirValues()
{
    TargetDialog dialog(m_engine, stored());
    const auto folds = dialog.findChildren<FoldBox *>();
    QCOMPARE(folds.size(), 7);
    QCOMPARE(folds[0]->value(), QStringLiteral("off"));
    QCOMPARE(folds[1]->value(), QStringLiteral("10 retries in 75 h"));
    QCOMPARE(folds[2]->value(), QStringLiteral("15 s, 8 in flight, all assets"));
    QCOMPARE(folds[3]->value(), QStringLiteral("off"));
    QCOMPARE(folds[4]->value(), QStringLiteral("none"));
    QCOMPARE(folds[5]->value(), QStringLiteral("the system's"));
    QCOMPARE(folds[6]->value(), QStringLiteral("none"));
    type(dialog, "coalesceEdit", QStringLiteral("90s"));
    type(dialog, "retryEdit", QStringLiteral("5s,1m,5m"));
    QCOMPARE(folds[0]->value(), QStringLiteral("90 s"));
    QVERIFY(folds[1]->value().startsWith(QStringLiteral("3 retries in 365 s")));
    QCOMPARE(dialog.target().coalesceWindow, Milliseconds(90s));
    QCOMPARE(dialog.target().retry.delays, (QList<Milliseconds>{5s, 1min, 5min}));
    QVERIFY(!folds[0]->isOpen());
    in<QToolButton>(dialog, "coalescingFold")->click();
    QVERIFY(folds[0]->isOpen());
}

void tst_TargetDialog::anUnreadableScheduleClosesSave()
{
    TargetDialog dialog(m_engine, stored());
    type(dialog, "retryEdit", QStringLiteral("soon"));
    QVERIFY(!in<QPushButton>(dialog, "saveButton")->isEnabled());
    QVERIFY(lineOf(dialog, "retryLine").startsWith(QStringLiteral("Not a schedule")));
    QCOMPARE(in<QPushButton>(dialog, "saveButton")->toolTip(), lineOf(dialog, "retryLine"));
    type(dialog, "retryEdit", QStringLiteral("none"));
    QVERIFY(in<QPushButton>(dialog, "saveButton")->isEnabled());
    QVERIFY(dialog.target().retry.delays.isEmpty());
}

void tst_TargetDialog::everyControlHasANameForAssistiveTools()
{
    TargetDialog dialog(m_engine, stored());
    int controls = 0;
    for (const QWidget *control : dialog.findChildren<QWidget *>()) {
        const bool ours = qobject_cast<const QAbstractButton *>(control) || qobject_cast<const QComboBox *>(control)
            || (qobject_cast<const QLineEdit *>(control) && !qobject_cast<const QAbstractSpinBox *>(control->parent()));
        if (!ours || control->objectName().startsWith(QStringLiteral("qt_")) || control->focusPolicy() == Qt::NoFocus)
            continue;
        ++controls;
        QVERIFY2(!control->objectName().isEmpty(), control->metaObject()->className());
        QVERIFY2(!control->accessibleName().isEmpty(), qPrintable(control->objectName()));
    }
    QVERIFY(controls > 25);
}

void tst_TargetDialog::looksAsDrawn()
{
    TargetDialog dialog(m_engine, stored());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    const auto *view = in<PayloadView>(dialog, "previewView");
    QTRY_VERIFY(view->text().contains(QStringLiteral("POST /ingest")));
    // Both columns are there at the smallest supported window, and nothing is wider than its column.
    dialog.resize(960, 600);
    QVERIFY(dialog.width() <= 960);
    shoot(dialog, QStringLiteral("target-small"));
    dialog.resize(1180, 740);
    for (const char *control : {"nameEdit", "urlEdit", "headerTable", "formatCombo"}) {
        const auto *widget = in<QWidget>(dialog, control);
        const QWidget *column = in<QWidget>(dialog, "formScrollArea");
        QVERIFY2(column->rect().contains(QRect(widget->mapTo(column, QPoint()), widget->size())), control);
    }
    shoot(dialog, QStringLiteral("target-edit"));
    auto *table = in<HeaderTable>(dialog, "headerTable");
    table->model()->setData(table->model()->index(1, HeaderTableModel::NameColumn), QStringLiteral("X Custom"),
                            Qt::EditRole);
    type(dialog, "urlEdit", QStringLiteral("ftp://callback.example/ingest"));
    QTRY_VERIFY(!lineOf(dialog, "headersLine").isEmpty());
    shoot(dialog, QStringLiteral("target-faults"));
    table->model()->setData(table->model()->index(1, HeaderTableModel::NameColumn), QStringLiteral("X-Custom-Header"),
                            Qt::EditRole);
    type(dialog, "urlEdit", QStringLiteral("https://callback.example/ingest"));
    click(dialog, "limitsFold");
    click(dialog, "retryFold");
    dialog.resize(1280, 800);
    shoot(dialog, QStringLiteral("target-folds"));
    click(dialog, "presetSparkButton");
    QTRY_VERIFY(view->text().contains(QStringLiteral("<result>")));
    shoot(dialog, QStringLiteral("target-spark"));

    TargetDialog fresh(m_engine, lightFlowPreset());
    fresh.show();
    QVERIFY(QTest::qWaitForWindowExposed(&fresh));
    shoot(fresh, QStringLiteral("target-new"));
}

QTEST_MAIN(tst_TargetDialog)
#include "tst_targetdialog.moc"

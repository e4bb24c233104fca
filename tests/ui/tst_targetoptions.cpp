#include "tests/ui/dialogprobe.h"
#include "tests/ui/dialogshots.h"
#include "tests/ui/fakeengineclient.h"
#include "tests/ui/sampletarget.h"
#include "ui/look/look.h"
#include "ui/targets/form/foldbox.h"
#include "ui/targets/targetdialog.h"
#include "ui/targets/targetwords.h"

#include <QCheckBox>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

CallbackTarget windowed()
{
    CallbackTarget target = stored();
    target.triggers = {Trigger::Success, Trigger::Rating, Trigger::Moderation};
    target.coalesceWindow = 60s;
    target.coalesceLongest = 5min;
    target.urgent = {Trigger::Moderation};
    return target;
}

QString foldValue(const QWidget &dialog, int fold)
{
    return dialog.findChildren<FoldBox *>().value(fold)->value();
}

bool isOpenToTheEye(const QWidget &dialog, const char *name)
{
    return in<QWidget>(dialog, name)->isVisibleTo(&dialog);
}

} // namespace

class tst_TargetOptions : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void whatIsStoredComesBackUnchanged();
    void aWindowThatAdaptsSaysFromWhatToWhat();
    void aWindowThatCantWidenClosesSave();
    void anUnreadableWidthIsNamed();
    void withoutAWindowThereIsNothingToWidenOrHasten();
    void onlyWhatItIsCalledForCanBeUrgent();
    void urgentIsNamedUnderTheTriggers();
    void thePresetsTakeAdaptingAndUrgentBack();
    void pipeliningSaysWhatItComesTo();
    void pipeliningTakesThePlaceOfTheLimit();
    void aRateIsReadAsOneTypes();
    void whatIsNoRateClosesSave();
    void theRateIsReachedByKeyboard();
    void windowsAreSaidInWords_data();
    void windowsAreSaidInWords();
    void looksAsDrawn();

private:
    FakeEngineClient m_engine;
};

void tst_TargetOptions::whatIsStoredComesBackUnchanged()
{
    CallbackTarget target = windowed();
    target.pipelining = true;
    target.connections = 2;
    target.pipelineDepth = 32;
    target.rate = {100, 1min};
    target.source = CallbackSource::Encoder;
    target.relay = true;
    TargetDialog dialog(m_engine, target);
    QCOMPARE(dialog.target(), target);
    QVERIFY(!dialog.isWindowModified());
}

void tst_TargetOptions::aWindowThatAdaptsSaysFromWhatToWhat()
{
    TargetDialog dialog(m_engine, stored());
    type(dialog, "coalesceEdit", QStringLiteral("60s"));
    QCOMPARE(foldValue(dialog, 0), QStringLiteral("60 s"));
    QCOMPARE(lineOf(dialog, "coalesceLine"),
             QStringLiteral("At most one request per asset in 60 s, with the latest state."));
    type(dialog, "coalesceLongestEdit", QStringLiteral("5m"));
    QCOMPARE(foldValue(dialog, 0), QStringLiteral("60 s to 5 min, adapting"));
    QVERIFY(lineOf(dialog, "coalesceLine").contains(QStringLiteral("in up to 5 min while it changes often")));
    QCOMPARE(dialog.target().coalesceWindow, Milliseconds(60s));
    QCOMPARE(dialog.target().coalesceLongest, Milliseconds(5min));
    QVERIFY(dialog.target().adaptsWindow());
}

void tst_TargetOptions::aWindowThatCantWidenClosesSave()
{
    TargetDialog dialog(m_engine, windowed());
    type(dialog, "coalesceLongestEdit", QStringLiteral("30s"));
    QCOMPARE(in<FieldLine>(dialog, "coalesceLine")->mood(), FieldLine::Mood::Problem);
    const auto *save = in<QPushButton>(dialog, "saveButton");
    QVERIFY(!save->isEnabled());
    QCOMPARE(save->toolTip(), lineOf(dialog, "coalesceLine"));
    type(dialog, "coalesceLongestEdit", QStringLiteral("60s"));
    QVERIFY(save->isEnabled());
    QCOMPARE(foldValue(dialog, 0), QStringLiteral("60 s"));
}

void tst_TargetOptions::anUnreadableWidthIsNamed()
{
    TargetDialog dialog(m_engine, windowed());
    type(dialog, "coalesceLongestEdit", QStringLiteral("long"));
    QVERIFY(lineOf(dialog, "coalesceLine").startsWith(QStringLiteral("Not a duration")));
    QVERIFY(!in<QPushButton>(dialog, "saveButton")->isEnabled());
    QCOMPARE(dialog.target().coalesceLongest, Milliseconds(5min)); // as it was
    type(dialog, "coalesceLongestEdit", QString());
    QVERIFY(in<QPushButton>(dialog, "saveButton")->isEnabled());
    QCOMPARE(dialog.target().coalesceLongest, Milliseconds(0));
}

void tst_TargetOptions::withoutAWindowThereIsNothingToWidenOrHasten()
{
    TargetDialog dialog(m_engine, windowed());
    dialog.show();
    in<QAbstractButton>(dialog, "coalescingFold")->click();
    QVERIFY(isOpenToTheEye(dialog, "urgentModerationCheck"));
    type(dialog, "coalesceEdit", QString());
    QVERIFY(!isOpenToTheEye(dialog, "urgentModerationCheck"));
    QVERIFY(!in<QLineEdit>(dialog, "coalesceLongestEdit")->isEnabled());
    QVERIFY(dialog.target().urgent.isEmpty());
    QCOMPARE(dialog.target().coalesceLongest, Milliseconds(0));
    QVERIFY(in<QPushButton>(dialog, "saveButton")->isEnabled());
    type(dialog, "coalesceEdit", QStringLiteral("60s")); // what was set has waited
    QCOMPARE(dialog.target().urgent, windowed().urgent);
    QCOMPARE(dialog.target().coalesceLongest, windowed().coalesceLongest);
}

void tst_TargetOptions::onlyWhatItIsCalledForCanBeUrgent()
{
    TargetDialog dialog(m_engine, windowed());
    QVERIFY(in<QCheckBox>(dialog, "urgentRatingCheck")->isEnabled());
    QVERIFY(!in<QCheckBox>(dialog, "urgentExternalCheck")->isEnabled());
    in<QCheckBox>(dialog, "urgentRatingCheck")->click();
    QCOMPARE(dialog.target().urgent, (TriggerSet{Trigger::Rating, Trigger::Moderation}));
    in<QCheckBox>(dialog, "moderatedCheck")->click();
    QVERIFY(!in<QCheckBox>(dialog, "urgentModerationCheck")->isEnabled());
    QCOMPARE(dialog.target().urgent, (TriggerSet{Trigger::Rating}));
    in<QCheckBox>(dialog, "externalCheck")->click();
    QVERIFY(in<QCheckBox>(dialog, "urgentExternalCheck")->isEnabled());
    QVERIFY(validate(dialog.target()).isEmpty());
}

void tst_TargetOptions::urgentIsNamedUnderTheTriggers()
{
    TargetDialog dialog(m_engine, windowed());
    QCOMPARE(lineOf(dialog, "triggersLine"), QStringLiteral("Called for 3 of 7 events. Urgent: moderated."));
    in<QCheckBox>(dialog, "urgentSuccessCheck")->click();
    QCOMPARE(lineOf(dialog, "triggersLine"), QStringLiteral("Called for 3 of 7 events. Urgent: onSuccess, moderated."));
    type(dialog, "coalesceEdit", QStringLiteral("off"));
    QCOMPARE(lineOf(dialog, "triggersLine"), QStringLiteral("Called for 3 of 7 events."));
}

void tst_TargetOptions::thePresetsTakeAdaptingAndUrgentBack()
{
    TargetDialog dialog(m_engine, windowed());
    dialog.show();
    click(dialog, "presetSparkButton");
    QCOMPARE(dialog.target().coalesceWindow, Milliseconds(60s));
    QCOMPARE(dialog.target().coalesceLongest, Milliseconds(0));
    QVERIFY(dialog.target().urgent.isEmpty());
    QCOMPARE(foldValue(dialog, 0), QStringLiteral("60 s"));
}

void tst_TargetOptions::pipeliningSaysWhatItComesTo()
{
    TargetDialog dialog(m_engine, stored());
    auto *connections = in<QSpinBox>(dialog, "connectionsSpin");
    auto *depth = in<QSpinBox>(dialog, "pipelineDepthSpin");
    QVERIFY(!connections->isEnabled());
    QVERIFY(lineOf(dialog, "pipeliningLine").isEmpty());
    in<QCheckBox>(dialog, "pipeliningCheck")->click();
    QVERIFY(connections->isEnabled());
    QVERIFY(lineOf(dialog, "pipeliningLine").startsWith(QStringLiteral("Up to 32 requests under way;")));
    connections->setValue(2);
    depth->setValue(64);
    QVERIFY(lineOf(dialog, "pipeliningLine").startsWith(QStringLiteral("Up to 128 requests under way;")));
    QCOMPARE(dialog.target().connections, 2);
    QCOMPARE(dialog.target().pipelineDepth, 64);
    QVERIFY(dialog.target().pipelining);
    QVERIFY(dialog.isWindowModified());
    connections->setValue(1000); // the bounds are those of validate()
    depth->setValue(0);
    QVERIFY(validate(dialog.target()).isEmpty());
}

void tst_TargetOptions::pipeliningTakesThePlaceOfTheLimit()
{
    TargetDialog dialog(m_engine, stored());
    QCOMPARE(foldValue(dialog, 2), QStringLiteral("15 s, 8 in flight, all assets"));
    QVERIFY(in<QSpinBox>(dialog, "inFlightSpin")->isEnabled());
    in<QCheckBox>(dialog, "pipeliningCheck")->click();
    QCOMPARE(foldValue(dialog, 2), QStringLiteral("15 s, 4 × 8 pipelined, all assets"));
    QVERIFY(!in<QSpinBox>(dialog, "inFlightSpin")->isEnabled());
    QCOMPARE(dialog.target().maxInFlight, 8);
}

void tst_TargetOptions::aRateIsReadAsOneTypes()
{
    TargetDialog dialog(m_engine, stored());
    QVERIFY(in<QLineEdit>(dialog, "rateEdit")->text().isEmpty());
    type(dialog, "rateEdit", QStringLiteral("50/s"));
    QCOMPARE(rateText(dialog.target().rate), QStringLiteral("50/s"));
    QCOMPARE(foldValue(dialog, 2), QStringLiteral("15 s, 8 in flight, 50/s at most, all assets"));
    QVERIFY(dialog.isWindowModified());
    in<QCheckBox>(dialog, "pipeliningCheck")->click(); // the rate holds for pipelining, too
    QCOMPARE(foldValue(dialog, 2), QStringLiteral("15 s, 4 × 8 pipelined, 50/s at most, all assets"));
    for (const auto &none : {QString(), QStringLiteral("none"), QStringLiteral("No limit")}) {
        type(dialog, "rateEdit", none);
        QVERIFY2(!dialog.target().rate.isSet(), qPrintable(none));
        QVERIFY(in<QPushButton>(dialog, "saveButton")->isEnabled());
    }
}

void tst_TargetOptions::whatIsNoRateClosesSave()
{
    CallbackTarget target = stored();
    target.rate = {100, 1min};
    TargetDialog dialog(m_engine, target);
    QCOMPARE(in<QLineEdit>(dialog, "rateEdit")->text(), QStringLiteral("100/min"));
    const auto *save = in<QPushButton>(dialog, "saveButton");
    for (const auto &typed : {QStringLiteral("50"), QStringLiteral("0/s"), QStringLiteral("100001/s")}) {
        type(dialog, "rateEdit", typed);
        QVERIFY2(lineOf(dialog, "rateLine").startsWith(QStringLiteral("Not a rate")), qPrintable(typed));
        QCOMPARE(in<FieldLine>(dialog, "rateLine")->mood(), FieldLine::Mood::Problem);
        QVERIFY2(!save->isEnabled(), qPrintable(typed));
        QCOMPARE(save->toolTip(), lineOf(dialog, "rateLine"));
        QCOMPARE(dialog.target().rate, target.rate); // as it was
    }
    type(dialog, "rateEdit", QStringLiteral("1000/h"));
    QVERIFY(save->isEnabled());
    QCOMPARE(in<FieldLine>(dialog, "rateLine")->mood(), FieldLine::Mood::Hint);
}

void tst_TargetOptions::theRateIsReachedByKeyboard()
{
    TargetDialog dialog(m_engine, stored());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    in<QAbstractButton>(dialog, "limitsFold")->click();
    auto *edit = in<QLineEdit>(dialog, "rateEdit");
    QVERIFY(!edit->accessibleName().isEmpty());
    in<QCheckBox>(dialog, "orderedCheck")->setFocus();
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
    QCOMPARE(dialog.focusWidget(), edit);
    QTest::keyClicks(edit, QStringLiteral("50/s"));
    QTest::keyClick(edit, Qt::Key_Tab);
    QCOMPARE(dialog.focusWidget(), in<QCheckBox>(dialog, "pipeliningCheck"));
    QCOMPARE(rateText(dialog.target().rate), QStringLiteral("50/s"));
}

void tst_TargetOptions::windowsAreSaidInWords_data()
{
    QTest::addColumn<int>("shortest");
    QTest::addColumn<int>("longest");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0 << 0 << QStringLiteral("off");
    QTest::newRow("none to widen") << 0 << 300 << QStringLiteral("off");
    QTest::newRow("fixed") << 60 << 0 << QStringLiteral("60 s");
    QTest::newRow("fixed, said twice") << 60 << 60 << QStringLiteral("60 s");
    QTest::newRow("adapting") << 60 << 300 << QStringLiteral("60 s to 5 min");
    QTest::newRow("odd") << 90 << 5400 << QStringLiteral("90 s to 90 min");
    QTest::newRow("hours") << 120 << 86'400 << QStringLiteral("2 min to 24 h");
}

void tst_TargetOptions::windowsAreSaidInWords()
{
    QFETCH(int, shortest);
    QFETCH(int, longest);
    QFETCH(QString, text);
    QCOMPARE(words::window(std::chrono::seconds(shortest), std::chrono::seconds(longest)), text);
}

void tst_TargetOptions::looksAsDrawn()
{
    CallbackTarget target = windowed();
    target.pipelining = true;
    target.rate = {50, 1s};
    TargetDialog dialog(m_engine, target);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    for (const char *fold : {"coalescingFold", "limitsFold"})
        in<QAbstractButton>(dialog, fold)->click();
    dialog.resize(1280, 800);
    auto *form = in<QScrollArea>(dialog, "formScrollArea");
    form->ensureWidgetVisible(in<QWidget>(dialog, "scopeCombo"));
    QWidget *const column = form->viewport();
    for (const char *control : {"coalesceLongestEdit", "urgentProgressCheck", "pipelineDepthSpin", "pipeliningLine"}) {
        const auto *widget = in<QWidget>(dialog, control);
        const QRect place(widget->mapTo(column, QPoint()), widget->size());
        QVERIFY2(place.left() >= 0 && place.right() <= column->width(), control);
    }
    shoot(dialog, QStringLiteral("target-options"));
    dialog.resize(960, 600);
    form->ensureWidgetVisible(in<QWidget>(dialog, "scopeCombo"));
    shoot(dialog, QStringLiteral("target-options-small"));
}

QTEST_MAIN(tst_TargetOptions)
#include "tst_targetoptions.moc"

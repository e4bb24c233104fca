#include "tests/ui/dialogprobe.h"
#include "tests/ui/dialogshots.h"
#include "tests/ui/targetdesk.h"
#include "ui/look/look.h"
#include "ui/targets/together/togetherdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

QList<CallbackTarget> someTargets()
{
    CallbackTarget cms = targetNamed(QStringLiteral("CMS ingest"), QStringLiteral("https://cms.example/ingest"));
    cms.id = TargetId{1};
    cms.revision = 3;
    cms.headers = {{QStringLiteral("Authorization"), {}, QByteArrayLiteral("sealed"), true, true},
                   {QStringLiteral("X-Site"), QStringLiteral("old"), {}, false, true}};
    CallbackTarget search = targetNamed(QStringLiteral("Search index"), QStringLiteral("https://search.example/m"));
    search.id = TargetId{2};
    search.revision = 8;
    search.triggers = {Trigger::Success};
    search.totalTimeout = 5s;
    search.state = TargetState::Paused;
    search.stateReason = QStringLiteral("It was busy.");
    CallbackTarget feed = targetNamed(QStringLiteral("Partner feed"), QStringLiteral("https://partner.example/feed"));
    feed.id = TargetId{3};
    feed.revision = 1;
    feed.rate = *rateFrom(QStringLiteral("50/s"));
    return {cms, search, feed};
}

} // namespace

class tst_TargetsTogether : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void onlyWhatIsSetChanges();
    void aHeaderIsReplacedAddedOrRemoved();
    void whatDiffersIsSaid();
    void editingAFieldTicksIt();
    void takingTheTickAwayPutsItBack();
    void wrongValuesAreSaidAndNotSaved();
    void allAreSavedInOneOrder();
    void aRefusalKeepsTheDialogOpen();
    void thePageOffersToTakeItBack();
};

void tst_TargetsTogether::onlyWhatIsSetChanges()
{
    TargetEdit edit;
    QVERIFY(edit.isEmpty());
    QVERIFY(changedBy(someTargets(), edit).isEmpty());
    edit.state = TargetState::Enabled;
    edit.on.set(Trigger::Rating, true);
    edit.off.set(Trigger::Failure, true);
    const CallbackTarget search = edited(someTargets()[1], edit);
    QVERIFY(search.state == TargetState::Enabled);
    QVERIFY(search.stateReason.isEmpty());
    QVERIFY((search.triggers == TriggerSet{Trigger::Success, Trigger::Rating}));
    QCOMPARE(search.totalTimeout.count(), 5000);
    edit = {};
    edit.rate = *rateFrom(QStringLiteral("50/s"));
    QCOMPARE(changedBy(someTargets(), edit).size(), 2); // one has it
    edit.maxInFlight = 0;
    QVERIFY(problemWith(changedBy(someTargets(), edit)).startsWith(QStringLiteral("“CMS ingest”: ")));
}

void tst_TargetsTogether::aHeaderIsReplacedAddedOrRemoved()
{
    TargetEdit edit;
    edit.header = HeaderEdit{{QStringLiteral("x-site"), QStringLiteral("new"), {}, false, true}, false};
    const CallbackTarget replaced = edited(someTargets()[0], edit);
    QCOMPARE(replaced.headers.size(), 2);
    QCOMPARE(replaced.headers[1].value, QStringLiteral("new"));
    QCOMPARE(replaced.headers[0].sealed, QByteArrayLiteral("sealed"));
    QCOMPARE(edited(someTargets()[1], edit).headers.size(), 1);
    edit.header->remove = true;
    QCOMPARE(edited(someTargets()[0], edit).headers.size(), 1);
    QVERIFY(edited(someTargets()[1], edit) == someTargets()[1]);
}

void tst_TargetsTogether::whatDiffersIsSaid()
{
    FakeEngineClient engine;
    TogetherDialog dialog(engine, someTargets());
    dialog.show();
    QCOMPARE(lineOf(dialog, "timeoutLine"), QStringLiteral("Differs: 15s; 5s"));
    QCOMPARE(in<QLineEdit>(dialog, "timeoutEdit")->text(), QString());
    QCOMPARE(in<QLineEdit>(dialog, "timeoutEdit")->placeholderText(), QStringLiteral("differs"));
    QCOMPARE(in<QComboBox>(dialog, "stateCombo")->currentText(), QStringLiteral("differs"));
    QCOMPARE(in<QComboBox>(dialog, "methodCombo")->currentText(), QStringLiteral("POST"));
    QCOMPARE(in<QLineEdit>(dialog, "retryEdit")->text(), QStringLiteral("standard"));
    QVERIFY(in<QCheckBox>(dialog, "onFailureBox")->checkState() == Qt::PartiallyChecked);
    QVERIFY(in<QCheckBox>(dialog, "onSuccessBox")->checkState() == Qt::Checked);
    QVERIFY(!in<QPushButton>(dialog, "saveButton")->isEnabled());
    QCOMPARE(in<QPushButton>(dialog, "saveButton")->toolTip(),
             QStringLiteral("Nothing is ticked, so nothing would change."));
    shoot(dialog, QStringLiteral("targets-together"));
}

void tst_TargetsTogether::editingAFieldTicksIt()
{
    FakeEngineClient engine;
    TogetherDialog dialog(engine, someTargets());
    dialog.show();
    QVERIFY(!in<QCheckBox>(dialog, "timeoutTick")->isChecked());
    type(dialog, "timeoutEdit", QStringLiteral("20s"));
    QVERIFY(in<QCheckBox>(dialog, "timeoutTick")->isChecked());
    QVERIFY(in<QPushButton>(dialog, "saveButton")->isEnabled());
    QVERIFY(dialog.isWindowModified());
}

void tst_TargetsTogether::takingTheTickAwayPutsItBack()
{
    FakeEngineClient engine;
    TogetherDialog dialog(engine, someTargets());
    dialog.show();
    type(dialog, "retryEdit", QStringLiteral("1s"));
    click(dialog, "onFailureBox");
    in<QCheckBox>(dialog, "retryTick")->setChecked(false);
    in<QCheckBox>(dialog, "triggersTick")->setChecked(false);
    QCOMPARE(in<QLineEdit>(dialog, "retryEdit")->text(), QStringLiteral("standard"));
    QVERIFY(in<QCheckBox>(dialog, "onFailureBox")->checkState() == Qt::PartiallyChecked);
    QVERIFY(!dialog.isWindowModified());
}

void tst_TargetsTogether::wrongValuesAreSaidAndNotSaved()
{
    FakeEngineClient engine;
    TogetherDialog dialog(engine, someTargets());
    dialog.show();
    type(dialog, "timeoutEdit", QStringLiteral("soon"));
    QCOMPARE(lineOf(dialog, "timeoutLine"), QStringLiteral("Not a duration: write 15s or 500ms."));
    QVERIFY(!in<QPushButton>(dialog, "saveButton")->isEnabled());
    type(dialog, "timeoutEdit", QStringLiteral("1h")); // a duration, but core says no
    QVERIFY(in<QPushButton>(dialog, "saveButton")->toolTip().startsWith(QStringLiteral("“CMS ingest”: ")));
    type(dialog, "timeoutEdit", QStringLiteral("20s"));
    type(dialog, "headerNameEdit", QStringLiteral("host"));
    QVERIFY(!in<QPushButton>(dialog, "saveButton")->isEnabled());
    QVERIFY(lineOf(dialog, "headerLine").contains(QStringLiteral("can't be chosen")));
    shoot(dialog, QStringLiteral("targets-together-wrong"));
}

void tst_TargetsTogether::allAreSavedInOneOrder()
{
    FakeEngineClient engine;
    TogetherDialog dialog(engine, someTargets());
    QSignalSpy saved(&dialog, &TogetherDialog::saved);
    dialog.show();
    type(dialog, "rateEdit", QStringLiteral("50/s"));
    click(dialog, "ratedBox");
    type(dialog, "headerNameEdit", QStringLiteral("X-Api-Key"));
    QVERIFY(in<QCheckBox>(dialog, "headerSecretBox")->isChecked()); // its name says so
    type(dialog, "headerValueEdit", QStringLiteral("s3cret"));
    click(dialog, "saveButton");
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(engine.savedTogether.size(), 1);
    const QList<CallbackTarget> sent = engine.savedTogether.first();
    QCOMPARE(sent.size(), 3);
    for (const CallbackTarget &target : sent) {
        QCOMPARE(rateText(target.rate), QStringLiteral("50/s"));
        QVERIFY(target.triggers.has(Trigger::Rating));
        QCOMPARE(target.headers.last().value, QStringLiteral("s3cret"));
        QVERIFY(target.headers.last().secret);
    }
    QVERIFY((sent[1].triggers == TriggerSet{Trigger::Success, Trigger::Rating})); // what differed stayed
    QCOMPARE(saved[0][2].toStringList().join(u','), QStringLiteral("events,rate,header “X-Api-Key”"));
}

void tst_TargetsTogether::aRefusalKeepsTheDialogOpen()
{
    FakeEngineClient engine;
    engine.refusal = Error{ErrorCode::Conflict, QStringLiteral("“Search index” was changed meanwhile.")};
    TogetherDialog dialog(engine, someTargets());
    dialog.show();
    type(dialog, "inFlightEdit", QStringLiteral("2"));
    click(dialog, "saveButton");
    QTRY_COMPARE(lineOf(dialog, "saveLine"), QStringLiteral("“Search index” was changed meanwhile."));
    QVERIFY(dialog.isVisible());
    QVERIFY(in<QPushButton>(dialog, "saveButton")->isEnabled());
}

void tst_TargetsTogether::thePageOffersToTakeItBack()
{
    TargetDesk desk;
    QList<CallbackTarget> targets = someTargets();
    QVERIFY(desk.fill(targets));
    desk.open();
    QVERIFY(QTest::qWaitForWindowActive(desk.page.get()));
    QTRY_COMPARE(desk.table()->model()->rowCount(), 3);
    desk.table()->setFocus();
    desk.table()->selectAll();
    QTest::keyClick(desk.table(), Qt::Key_E);
    auto *dialog = desk.page->findChild<TogetherDialog *>();
    QVERIFY(dialog);
    type(*dialog, "timeoutEdit", QStringLiteral("15s")); // two have it
    click(*dialog, "saveButton");
    auto *text = desk.find<QLabel>("messageLabel");
    QTRY_VERIFY(text->isVisible());
    QCOMPARE(text->text(), QStringLiteral("“Search index” was changed: time-out."));
    shoot(*desk.page, QStringLiteral("targets-together-undo"));
    QTest::mouseClick(desk.find<QPushButton>("messageActionButton"), Qt::LeftButton);
    QCOMPARE(desk.engine.savedTogether.size(), 2);
    const CallbackTarget back = desk.engine.savedTogether.last().first();
    QCOMPARE(back.totalTimeout.count(), 5000);
    QCOMPARE(back.revision,
             desk.engine.savedTogether.first().first().revision + 1); // it is the saved one that goes back
}

QTEST_MAIN(tst_TargetsTogether)
#include "tst_targetstogether.moc"

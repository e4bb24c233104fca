#include "core/payload/rendering.h"
#include "tests/ui/dialogprobe.h"
#include "tests/ui/dialogshots.h"
#include "tests/ui/fakeengineclient.h"
#include "ui/events/fireeventdialog.h"
#include "ui/events/matchmodel.h"
#include "ui/look/look.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace callboard;

namespace {

QList<CallbackTarget> targets()
{
    CallbackTarget cms;
    cms.name = QStringLiteral("CMS ingest");
    CallbackTarget spark = sparkPreset();
    spark.name = QStringLiteral("Spark site");
    CallbackTarget paused;
    paused.name = QStringLiteral("Search index");
    paused.state = TargetState::Paused;
    CallbackTarget other;
    other.name = QStringLiteral("Project 99");
    other.scope = {ScopeKind::Project, QStringLiteral("99")};
    CallbackTarget encoder;
    encoder.name = QStringLiteral("Encoder hand-off");
    encoder.source = CallbackSource::Encoder;
    QList<CallbackTarget> all{cms, spark, paused, other, encoder};
    for (CallbackTarget &target : all)
        target.url = QStringLiteral("https://callback.example/ingest");
    return all;
}

void choose(const QWidget &dialog, Trigger trigger)
{
    auto *combo = in<QComboBox>(dialog, "triggerCombo");
    combo->setCurrentIndex(combo->findData(int(trigger)));
    emit combo->activated(combo->currentIndex());
}

QString cell(const QWidget &dialog, int row, int column)
{
    return in<QTableView>(dialog, "matchTable")->model()->index(row, column).data().toString();
}

} // namespace

class tst_FireEvent : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void startsWithTheSampleOfTheTrigger();
    void whoWouldBeCalledFollowsTheTrigger();
    void aBrokenRecordSaysWhereAndClosesSend();
    void assetAndProjectFollowAPastedRecordUntilTyped();
    void anXmlRecordIsTakenAsSuch();
    void sendHandsOverTheEventAndStaysOpen();
    void aRefusalIsShown();
    void withoutTargetsItSaysSo();
    void whatWasAcceptedLeadsToItsDeliveries();
    void whatNobodyIsCalledForLeadsNowhere();
    void theLastValuesComeBack();
    void aKnownAssetBringsItsRecord();
    void anIdThatTheRecordDoesNotSayStays();
};

void tst_FireEvent::startsWithTheSampleOfTheTrigger()
{
    FakeEngineClient engine;
    FireEventDialog dialog(engine, targets());
    const MediaEvent sample = sampleEvent(Trigger::Success);
    QCOMPARE(in<QPlainTextEdit>(dialog, "recordEdit")->toPlainText().toUtf8(), sample.data);
    QCOMPARE(in<QLineEdit>(dialog, "assetEdit")->text(), sample.asset);
    QVERIFY(in<QPushButton>(dialog, "fireButton")->isEnabled());
    choose(dialog, Trigger::Moderation);
    QCOMPARE(in<QLineEdit>(dialog, "assetEdit")->text(), sampleEvent(Trigger::Moderation).asset);
    QCOMPARE(in<QLineEdit>(dialog, "projectEdit")->text(), sampleEvent(Trigger::Moderation).project);
}

void tst_FireEvent::whoWouldBeCalledFollowsTheTrigger()
{
    FakeEngineClient engine;
    FireEventDialog dialog(engine, targets());
    QAbstractItemModelTester tester(in<QTableView>(dialog, "matchTable")->model());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    QCOMPARE(cell(dialog, 0, MatchModel::CalledColumn), QStringLiteral("yes"));
    QCOMPARE(cell(dialog, 0, MatchModel::ReasonColumn), QStringLiteral("onSuccess is on"));
    QCOMPARE(cell(dialog, 1, MatchModel::CalledColumn), QStringLiteral("no"));
    QCOMPARE(cell(dialog, 2, MatchModel::CalledColumn), QStringLiteral("yes, held"));
    QVERIFY(cell(dialog, 3, MatchModel::ReasonColumn).contains(QStringLiteral("project 99")));
    QCOMPARE(cell(dialog, 4, MatchModel::CalledColumn), QStringLiteral("no"));
    QCOMPARE(in<FieldLine>(dialog, "matchLine")->sentence(), QStringLiteral("2 of 5 targets would be called."));
    shoot(dialog, QStringLiteral("fire"));
    choose(dialog, Trigger::Rating);
    QCOMPARE(cell(dialog, 0, MatchModel::CalledColumn), QStringLiteral("no"));
    QCOMPARE(cell(dialog, 1, MatchModel::CalledColumn), QStringLiteral("yes"));
    shoot(dialog, QStringLiteral("fire-spark"));
}

void tst_FireEvent::aBrokenRecordSaysWhereAndClosesSend()
{
    FakeEngineClient engine;
    FireEventDialog dialog(engine, targets());
    in<QPlainTextEdit>(dialog, "recordEdit")->setPlainText(QStringLiteral("{\n  \"uuid\": \"a\"\n  \"x\": 1\n}"));
    const auto *line = in<FieldLine>(dialog, "recordLine");
    QCOMPARE(line->mood(), FieldLine::Mood::Problem);
    QVERIFY2(line->sentence().contains(QStringLiteral("Line 2, column")), qPrintable(line->sentence()));
    QCOMPARE(in<QPlainTextEdit>(dialog, "recordEdit")->extraSelections().size(), 1); // the line is marked
    QVERIFY(!in<QPushButton>(dialog, "fireButton")->isEnabled());
    QCOMPARE(in<QPushButton>(dialog, "fireButton")->toolTip(), line->sentence());
    QCOMPARE(cell(dialog, 0, MatchModel::CalledColumn), QStringLiteral("–"));
}

void tst_FireEvent::assetAndProjectFollowAPastedRecordUntilTyped()
{
    FakeEngineClient engine;
    FireEventDialog dialog(engine, targets());
    auto *record = in<QPlainTextEdit>(dialog, "recordEdit");
    auto *asset = in<QLineEdit>(dialog, "assetEdit");
    record->setPlainText(QStringLiteral("{\"id\":\"77\",\"vhost\":\"16\"}"));
    QCOMPARE(asset->text(), QStringLiteral("77"));
    QCOMPARE(in<QLineEdit>(dialog, "projectEdit")->text(), QStringLiteral("16"));
    QTest::keyClicks(asset, QStringLiteral("x"));
    record->setPlainText(QStringLiteral("{\"id\":\"78\"}"));
    QCOMPARE(asset->text(), QStringLiteral("77x"));
    asset->selectAll();
    QTest::keyClick(asset, Qt::Key_Delete);
    QVERIFY(!in<QPushButton>(dialog, "fireButton")->isEnabled());
    QCOMPARE(in<FieldLine>(dialog, "assetLine")->mood(), FieldLine::Mood::Problem);
}

void tst_FireEvent::anXmlRecordIsTakenAsSuch()
{
    FakeEngineClient engine;
    FireEventDialog dialog(engine, targets());
    dialog.show();
    in<QPlainTextEdit>(dialog, "recordEdit")->setPlainText(QStringLiteral("<result><id>5</id></result>"));
    QVERIFY(in<FieldLine>(dialog, "recordLine")->sentence().startsWith(QStringLiteral("XML record")));
    QTest::mouseClick(in<QPushButton>(dialog, "fireButton"), Qt::LeftButton);
    QTRY_COMPARE(engine.submitted.size(), 1);
    QCOMPARE(engine.submitted.first().dataContentType, QStringLiteral("application/xml"));
    QCOMPARE(engine.submitted.first().asset, QStringLiteral("5"));
}

void tst_FireEvent::sendHandsOverTheEventAndStaysOpen()
{
    FakeEngineClient engine;
    FireEventDialog dialog(engine, targets());
    QSignalSpy accepted(&dialog, &FireEventDialog::eventsAccepted);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    choose(dialog, Trigger::Transcode);
    QTest::keyClick(&dialog, Qt::Key_S, Qt::AltModifier);
    QTRY_COMPARE(accepted.count(), 1);
    const MediaEvent event = engine.submitted.value(0);
    QCOMPARE(event.type, QStringLiteral("media.file.transcoded"));
    QCOMPARE(event.trigger, Trigger::Transcode);
    QCOMPARE(event.data, sampleEvent(Trigger::Transcode).data);
    QVERIFY(!event.sourceId.isEmpty());
    QVERIFY(fromIso(event.time).has_value());
    QVERIFY(dialog.isVisible());
    const QString said = in<FieldLine>(dialog, "fireLine")->sentence();
    QVERIFY2(said.contains(QStringLiteral("1 targets are called")) && said.contains(event.sourceId), qPrintable(said));
    shoot(dialog, QStringLiteral("fire-sent"));

    QTest::mouseClick(in<QPushButton>(dialog, "fireButton"), Qt::LeftButton);
    QTRY_COMPARE(accepted.count(), 2);
    QVERIFY(engine.submitted[1].sourceId != event.sourceId);
}

void tst_FireEvent::aRefusalIsShown()
{
    FakeEngineClient engine;
    engine.refusal = Error{ErrorCode::StoreUnavailable, QStringLiteral("disk full")};
    FireEventDialog dialog(engine, targets());
    QSignalSpy accepted(&dialog, &FireEventDialog::eventsAccepted);
    dialog.show();
    QTest::mouseClick(in<QPushButton>(dialog, "fireButton"), Qt::LeftButton);
    QTRY_VERIFY(in<FieldLine>(dialog, "fireLine")->sentence().contains(QStringLiteral("disk full")));
    QCOMPARE(accepted.count(), 0);
    QVERIFY(in<QPushButton>(dialog, "fireButton")->isEnabled());
}

void tst_FireEvent::withoutTargetsItSaysSo()
{
    FakeEngineClient engine;
    FireEventDialog dialog(engine, {});
    QCOMPARE(in<FieldLine>(dialog, "matchLine")->mood(), FieldLine::Mood::Warning);
    dialog.setTargets(targets());
    QCOMPARE(in<FieldLine>(dialog, "matchLine")->mood(), FieldLine::Mood::Hint);
}

void tst_FireEvent::whatWasAcceptedLeadsToItsDeliveries()
{
    FakeEngineClient engine;
    FireEventDialog dialog(engine, targets());
    QSignalSpy asked(&dialog, &FireEventDialog::deliveriesRequested);
    dialog.show();
    auto *show = in<QPushButton>(dialog, "showDeliveriesButton");
    QVERIFY(!show->isVisible());
    QTest::mouseClick(in<QPushButton>(dialog, "fireButton"), Qt::LeftButton);
    QTRY_VERIFY(show->isVisible());
    shoot(dialog, QStringLiteral("fire-accepted"));
    QTest::mouseClick(show, Qt::LeftButton);
    QCOMPARE(asked.value(0).value(0).toString(), engine.submitted[0].source);
    QCOMPARE(asked.value(0).value(1).toString(), engine.submitted[0].sourceId);
    QVERIFY(!dialog.isVisible());
}

void tst_FireEvent::whatNobodyIsCalledForLeadsNowhere()
{
    FakeEngineClient engine;
    FireEventDialog dialog(engine, {});
    QSignalSpy accepted(&dialog, &FireEventDialog::eventsAccepted);
    dialog.show();
    QTest::mouseClick(in<QPushButton>(dialog, "fireButton"), Qt::LeftButton);
    QTRY_COMPARE(accepted.count(), 1);
    QVERIFY(!in<QPushButton>(dialog, "showDeliveriesButton")->isVisible());
}

void tst_FireEvent::theLastValuesComeBack()
{
    FakeEngineClient engine;
    EventDraft draft;
    {
        FireEventDialog first(engine, targets());
        choose(first, Trigger::Rating);
        in<QPlainTextEdit>(first, "recordEdit")->setPlainText(QStringLiteral("<result><id>5</id></result>"));
        type(first, "assetEdit", QStringLiteral("five"));
        type(first, "projectEdit", QStringLiteral("16"));
        draft = first.form().draft();
    }
    FireEventDialog second(engine, targets());
    second.form().restore(draft);
    QVERIFY(second.form().draft() == draft);
    QCOMPARE(in<QComboBox>(second, "triggerCombo")->currentData().toInt(), int(Trigger::Rating));
    QCOMPARE(in<QLineEdit>(second, "assetEdit")->text(), QStringLiteral("five"));
    QVERIFY(in<QPushButton>(second, "fireButton")->isEnabled());
    second.form().restore({Trigger::Transcode, {}, {}, {}}); // nothing but a trigger: its sample
    QCOMPARE(in<QPlainTextEdit>(second, "recordEdit")->toPlainText().toUtf8(), sampleEvent(Trigger::Transcode).data);
}

void tst_FireEvent::aKnownAssetBringsItsRecord()
{
    FakeEngineClient engine;
    FireEventDialog dialog(engine, targets());
    auto *recent = in<QPushButton>(dialog, "recentAssetsButton");
    QVERIFY(!recent->isEnabled());
    MediaAsset known;
    known.id = QStringLiteral("T1&S03");
    known.project = QStringLiteral("16");
    known.record = QByteArrayLiteral("{\"uuid\":\"T1S03\",\"size\":1.10}");
    MediaAsset bare;
    bare.id = QStringLiteral("bare");
    dialog.form().setRecentAssets({known, bare});
    QVERIFY(recent->isEnabled());
    QCOMPARE(recent->menu()->actions().size(), 1); // without a record there is nothing to take
    recent->menu()->actions().first()->trigger();
    QCOMPARE(in<QLineEdit>(dialog, "assetEdit")->text(), known.id);
    QCOMPARE(in<QLineEdit>(dialog, "projectEdit")->text(), known.project);
    QCOMPARE(in<QPlainTextEdit>(dialog, "recordEdit")->toPlainText().toUtf8(), known.record);
}

void tst_FireEvent::anIdThatTheRecordDoesNotSayStays()
{
    FakeEngineClient engine;
    FireEventDialog dialog(engine, targets());
    auto *record = in<QPlainTextEdit>(dialog, "recordEdit");
    MediaAsset known;
    known.id = QStringLiteral("ours");
    known.project = QStringLiteral("16");
    known.record = QByteArrayLiteral("{\"uuid\":\"theirs\",\"project\":\"16\"}");
    dialog.form().setRecentAssets({known});
    in<QPushButton>(dialog, "recentAssetsButton")->menu()->actions().first()->trigger();
    record->setPlainText(QStringLiteral("{\"uuid\":\"theirs\",\"project\":\"17\"}"));
    QCOMPARE(in<QLineEdit>(dialog, "assetEdit")->text(), QStringLiteral("ours"));
    QCOMPARE(in<QLineEdit>(dialog, "projectEdit")->text(), QStringLiteral("17")); // the record said it before

    dialog.form().restore({Trigger::Success, QStringLiteral("typed"), {}, QStringLiteral("{\"uuid\":\"theirs\"}")});
    record->setPlainText(QStringLiteral("{\"uuid\":\"theirs\",\"size\":1}"));
    QCOMPARE(in<QLineEdit>(dialog, "assetEdit")->text(), QStringLiteral("typed"));
}

QTEST_MAIN(tst_FireEvent)
#include "tst_fireevent.moc"

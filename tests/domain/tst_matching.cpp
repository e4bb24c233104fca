#include "core/domain/matching.h"

#include <QTest>

using namespace callboard;

class tst_Matching : public QObject {
    Q_OBJECT

private slots:
    void eachTriggerAsksItsOwnFlag_data();
    void eachTriggerAsksItsOwnFlag();
    void documentsDefaultsAreSuccessAndFailure();
    void scopeOfAProjectAndOfAnAsset();
    void encoderTargetsAreNeverOurs();
    void pausedStillWantsDisabledDoesNot();
};

void tst_Matching::eachTriggerAsksItsOwnFlag_data()
{
    QTest::addColumn<int>("index");
    for (const TriggerInfo &entry : allTriggers())
        QTest::newRow(entry.flag.latin1()) << int(entry.trigger);
}

void tst_Matching::eachTriggerAsksItsOwnFlag()
{
    QFETCH(int, index);
    const auto trigger = Trigger(index);
    MediaEvent event;
    event.trigger = trigger;
    CallbackTarget target;
    target.triggers = TriggerSet::fromBits(~0U);
    target.triggers.set(trigger, false);
    QVERIFY(!matchTarget(target, event).wanted);
    QCOMPARE(matchTarget(target, event).reason, QString(info(trigger).flag) + QStringLiteral(" is off"));
    target.triggers = {trigger};
    QVERIFY(matchTarget(target, event).wanted);
}

void tst_Matching::documentsDefaultsAreSuccessAndFailure()
{
    const CallbackTarget target = lightFlowPreset();
    QCOMPARE(target.triggers.bits(), (TriggerSet{Trigger::Success, Trigger::Failure}).bits());
    QCOMPARE(sparkPreset().triggers.count(), 4);
}

void tst_Matching::scopeOfAProjectAndOfAnAsset()
{
    MediaEvent event;
    event.asset = QStringLiteral("556114");
    event.project = QStringLiteral("16");
    CallbackTarget target;
    target.scope = {ScopeKind::Project, QStringLiteral("16")};
    QVERIFY(matchTarget(target, event).wanted);
    target.scope.id = QStringLiteral("17");
    QVERIFY(!matchTarget(target, event).wanted);
    target.scope = {ScopeKind::Asset, QStringLiteral("556114")};
    QVERIFY(matchTarget(target, event).wanted);
    target.scope.id = QStringLiteral("1");
    QVERIFY(matchTarget(target, event).reason.startsWith(QLatin1String("out of scope")));
}

void tst_Matching::encoderTargetsAreNeverOurs()
{
    CallbackTarget target;
    target.source = CallbackSource::Encoder;
    QVERIFY(!matchTarget(target, MediaEvent{}).wanted);
}

void tst_Matching::pausedStillWantsDisabledDoesNot()
{
    CallbackTarget target;
    target.state = TargetState::Paused;
    QVERIFY(matchTarget(target, MediaEvent{}).wanted);
    target.state = TargetState::Gone;
    QVERIFY(matchTarget(target, MediaEvent{}).wanted);
    target.state = TargetState::Disabled;
    QVERIFY(!matchTarget(target, MediaEvent{}).wanted);
}

QTEST_GUILESS_MAIN(tst_Matching)
#include "tst_matching.moc"

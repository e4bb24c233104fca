#include "core/domain/event.h"
#include "core/domain/trigger.h"

#include <QSet>
#include <QTest>

using namespace callboard;

class TestTrigger : public QObject {
    Q_OBJECT

private slots:
    void tableIsInTheOrderOfTheNumbers();
    void everySpellingIsUniqueAndReadsBack();
    void flagsAreTheDocuments();
    void setsHoldWhatWasPutIn();
    void unknownBitsAreDropped();
    void fingerprintTellsEventsApart();
};

void TestTrigger::tableIsInTheOrderOfTheNumbers()
{
    QCOMPARE(allTriggers().size(), size_t(7));
    for (size_t i = 0; i < allTriggers().size(); ++i) {
        QCOMPARE(static_cast<size_t>(allTriggers()[i].trigger), i);
        QCOMPARE(info(allTriggers()[i].trigger).flag, allTriggers()[i].flag);
    }
}

void TestTrigger::everySpellingIsUniqueAndReadsBack()
{
    QSet<QString> spellings;
    for (const TriggerInfo &entry : allTriggers()) {
        QCOMPARE(triggerForEventType(QString(entry.eventType)), entry.trigger);
        QCOMPARE(triggerForOption(QString(entry.option)), entry.trigger);
        spellings << entry.flag << entry.eventType;
    }
    QCOMPARE(spellings.size(), 14);
    QCOMPARE(triggerForEventType(u"media.asset.unheard"), std::nullopt);
    QCOMPARE(triggerForOption(u"Success"), std::nullopt);
}

void TestTrigger::flagsAreTheDocuments()
{
    QCOMPARE(info(Trigger::Success).flag, QLatin1String("onSuccess"));
    QCOMPARE(info(Trigger::Failure).flag, QLatin1String("onFailure"));
    QCOMPARE(info(Trigger::Progress).flag, QLatin1String("onProgressEncoding"));
    QCOMPARE(info(Trigger::External).eventType, QLatin1String("media.external.callback"));
}

void TestTrigger::setsHoldWhatWasPutIn()
{
    TriggerSet set{Trigger::Success, Trigger::External};
    QCOMPARE(set.count(), 2);
    QVERIFY(set.has(Trigger::External) && !set.has(Trigger::Failure));
    set.set(Trigger::External, false);
    QVERIFY(!set.has(Trigger::External));
    set.set(Trigger::Success, false);
    QVERIFY(set.isEmpty());
}

void TestTrigger::unknownBitsAreDropped()
{
    QCOMPARE(TriggerSet::fromBits(0xFFFFFFFFU).count(), 7);
    const TriggerSet set{Trigger::Rating};
    QCOMPARE(TriggerSet::fromBits(set.bits()), set);
}

void TestTrigger::fingerprintTellsEventsApart()
{
    MediaEvent event;
    event.type = QStringLiteral("media.asset.published");
    event.asset = QStringLiteral("a1");
    event.data = "{}";
    const QByteArray before = event.fingerprint();
    event.receivedAt = Timestamp(Milliseconds(5)); // when it came is not what it says
    QCOMPARE(event.fingerprint(), before);
    event.data = "{ }";
    QVERIFY(event.fingerprint() != before);
    MediaEvent shifted = event;
    shifted.asset = QStringLiteral("a1x");
    shifted.project = QString();
    event.asset = QStringLiteral("a1");
    event.project = QStringLiteral("x");
    QVERIFY(event.fingerprint() != shifted.fingerprint());
}

QTEST_APPLESS_MAIN(TestTrigger)
#include "tst_trigger.moc"

#include "core/payload/cloudevents.h"
#include "core/payload/rendering.h"
#include "core/payload/sparkcodec.h"
#include "tests/payload/samples.h"

#include <QTest>

using namespace callboard;

namespace {

CallbackTarget target(PayloadFormat format, Method method = Method::Post)
{
    CallbackTarget target;
    target.url = QStringLiteral("https://h/p?id=1#top");
    target.format = format;
    target.method = method;
    return target;
}

} // namespace

class TestRendering : public QObject {
    Q_OBJECT

private slots:
    void lightFlowSendsTheDocumentsBody();
    void sparkSendsTheDocumentsBody();
    void cloudEventsAreStructured();
    void getHasNoBody();
    void mailKeepsItsAddressAndHasABody();
    void refusesWhatCannotBeSent();
    void everyFormatTakesEveryEvent();
    void samplesSayWhatHappened();
};

void TestRendering::lightFlowSendsTheDocumentsBody()
{
    for (Method method : {Method::Post, Method::Put}) {
        const auto payload = render(target(PayloadFormat::LightFlow, method), sampleEvent(Trigger::Success));
        QVERIFY(payload);
        QCOMPARE(payload->body, sample(QStringLiteral("lightflow-callback.json")));
        QCOMPARE(payload->contentType, "application/json");
        QCOMPARE(payload->url.toEncoded(), "https://h/p?id=1");
    }
}

void TestRendering::sparkSendsTheDocumentsBody()
{
    const auto payload = render(target(PayloadFormat::Spark), sampleEvent(Trigger::Transcode));
    QVERIFY(payload);
    QCOMPARE(payload->body, sample(QStringLiteral("spark-media-callback.xml")));
    QCOMPARE(payload->contentType, "application/xml");
}

void TestRendering::cloudEventsAreStructured()
{
    const MediaEvent event = sampleEvent(Trigger::Rating);
    const auto payload = render(target(PayloadFormat::CloudEvents), event);
    QVERIFY(payload);
    QCOMPARE(payload->contentType, "application/cloudevents+json");
    QCOMPARE(payload->body, encodeCloudEvent(event));
}

void TestRendering::getHasNoBody()
{
    const auto payload = render(target(PayloadFormat::LightFlow, Method::Get), sampleEvent(Trigger::Success));
    QVERIFY(payload);
    QVERIFY(payload->body.isEmpty());
    QVERIFY(payload->contentType.isEmpty());
    QCOMPARE(payload->url.toEncoded(), "https://h/p?id=1&status=finished&endDate=2019-02-14T20%3A43%3A11.825Z");
}

void TestRendering::mailKeepsItsAddressAndHasABody()
{
    CallbackTarget mail = target(PayloadFormat::LightFlow, Method::Get);
    mail.url = QStringLiteral("mailto:johndoe@epiclabs.io");
    const auto payload = render(mail, sampleEvent(Trigger::Success));
    QVERIFY(payload);
    QCOMPARE(payload->url.toEncoded(), "mailto:johndoe@epiclabs.io");
    QCOMPARE(payload->body, sample(QStringLiteral("lightflow-callback.json")));
}

void TestRendering::refusesWhatCannotBeSent()
{
    CallbackTarget nowhere = target(PayloadFormat::Spark);
    nowhere.url = QStringLiteral("nowhere");
    QCOMPARE(render(nowhere, sampleEvent(Trigger::Rating)).error().code, ErrorCode::InvalidUrl);
    MediaEvent broken = sampleEvent(Trigger::Success);
    broken.data = "{\"uuid\":";
    QVERIFY(render(target(PayloadFormat::LightFlow), broken).error().code == ErrorCode::Malformed);
}

void TestRendering::everyFormatTakesEveryEvent()
{
    for (const TriggerInfo &entry : allTriggers()) {
        for (PayloadFormat format : {PayloadFormat::LightFlow, PayloadFormat::Spark, PayloadFormat::CloudEvents}) {
            const auto payload = render(target(format), sampleEvent(entry.trigger));
            QVERIFY(payload);
            QVERIFY(parseRecord(payload->body));
        }
    }
}

void TestRendering::samplesSayWhatHappened()
{
    const auto recordOf = [](Trigger trigger) { return parseRecord(sampleEvent(trigger).data).value(); };
    for (const TriggerInfo &entry : allTriggers()) {
        const MediaEvent event = sampleEvent(entry.trigger);
        QCOMPARE(event.trigger, entry.trigger);
        QCOMPARE(event.type, QString(entry.eventType));
        QVERIFY(!event.asset.isEmpty());
    }
    QCOMPARE(recordOf(Trigger::Failure).text("status"), QStringLiteral("error"));
    QCOMPARE(recordOf(Trigger::Progress).text("status"), QStringLiteral("running"));
    QVERIFY(!recordOf(Trigger::Progress).has("endDate"));
    QCOMPARE(recordOf(Trigger::Rating).text("votecount"), QStringLiteral("1"));
    QCOMPARE(recordOf(Trigger::Moderation).text("moderationstatus"), QStringLiteral("2"));
    QCOMPARE(recordOf(Trigger::Transcode).text("status"), QStringLiteral("3"));
    QVERIFY(!recordOf(Trigger::External).text("externalid")->isEmpty());
    QCOMPARE(sampleEvent(Trigger::Rating).project, QStringLiteral("16"));
}

QTEST_APPLESS_MAIN(TestRendering)
#include "tst_rendering.moc"

#include "core/engine/mailbuilder.h"
#include "core/payload/rendering.h"
#include "core/transport/mailjob.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

// seeds/lightflow-callbacks.txt, line 38: "An email will be delivered to the specified address."
class tst_MailBuilder : public QObject {
    Q_OBJECT

private slots:
    void carriesTheDeliverysIdAndThePayload();
    void envelopeHoldsEverybodyAndHeadersNoBcc();
    void xmlPayloadIsAttachedAsXml();
    void hostileNamesStayOnTheirLine();
    void hostileAddressIsRefused();
};

namespace {

const Timestamp kNow = *fromIso(QStringLiteral("2026-05-04T10:11:12.000Z"));

SmtpServer server()
{
    SmtpServer smtp;
    smtp.host = QStringLiteral("mail.example.org");
    smtp.from = QStringLiteral("Callboard Ops <callboard@example.org>");
    return smtp;
}

Result<BuiltRequest> build(const QString &url, const MediaEvent &event, PayloadFormat format = PayloadFormat::LightFlow)
{
    CallbackTarget target = lightFlowPreset();
    target.url = url;
    target.format = format;
    RequestContext context;
    context.webhookId = QStringLiteral("dl_abc123_7");
    context.now = kNow;
    context.mailServer = server();
    return buildMail(target, event, context);
}

QByteArray header(const BuiltRequest &built, const QByteArray &wanted)
{
    for (const auto &[name, value] : built.request.headers) {
        if (name.compare(wanted, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace

void tst_MailBuilder::carriesTheDeliverysIdAndThePayload()
{
    const auto built = build(QStringLiteral("mailto:johndoe@epiclabs.io"), sampleEvent(Trigger::Success));
    QVERIFY2(built, qPrintable(built ? QString() : built.error().detail));
    QCOMPARE(header(*built, "Message-ID"), QByteArray("<dl_abc123_7@example.org>"));
    QCOMPARE(header(*built, "To"), QByteArray("johndoe@epiclabs.io"));
    QVERIFY(header(*built, "From").contains("callboard@example.org"));
    QCOMPARE(header(*built, "Date"), QByteArray("04 May 2026 10:11:12 +0000"));
    QVERIFY(header(*built, "Subject").contains("T1S03"));
    QVERIFY(built->request.body.contains("\"uuid\""));
    QCOMPARE(built->request.mail->attachmentType, QByteArray("application/json"));
    QVERIFY(!built->request.mail->text.isEmpty());
    QVERIFY(built->request.mail->html.contains(QLatin1String("T1S03")));
    QVERIFY(built->maskedHead.endsWith("\r\n\r\n"));
}

void tst_MailBuilder::envelopeHoldsEverybodyAndHeadersNoBcc()
{
    const auto built = build(QStringLiteral("mailto:a@x.org,b@x.org?cc=c@x.org&bcc=d@x.org&subject=Hello%20there"),
                             sampleEvent(Trigger::Success));
    QVERIFY2(built, qPrintable(built ? QString() : built.error().detail));
    QCOMPARE(built->request.mail->recipients.size(), 4);
    QCOMPARE(header(*built, "To"), QByteArray("a@x.org, b@x.org"));
    QCOMPARE(header(*built, "Cc"), QByteArray("c@x.org"));
    QVERIFY(header(*built, "Bcc").isEmpty());
    QVERIFY(!built->maskedHead.contains("d@x.org"));
    QCOMPARE(header(*built, "Subject"), QByteArray("Hello there"));
}

void tst_MailBuilder::xmlPayloadIsAttachedAsXml()
{
    const auto built = build(QStringLiteral("mailto:a@x.org"), sampleEvent(Trigger::Moderation), PayloadFormat::Spark);
    QVERIFY(built);
    QCOMPARE(built->request.mail->attachmentType, QByteArray("application/xml"));
    QCOMPARE(built->request.mail->attachmentName, QStringLiteral("callback.xml"));
    QVERIFY(built->request.body.startsWith("<?xml"));
}

void tst_MailBuilder::hostileNamesStayOnTheirLine()
{
    MediaEvent event = sampleEvent(Trigger::Success);
    event.data = R"({"uuid":"u","assetName":"x\r\nBcc: victim@example.org\r\n\r\n<b>body</b>"})";
    const auto built = build(QStringLiteral("mailto:a@x.org"), event);
    QVERIFY(built);
    for (const auto &[name, value] : built->request.headers) {
        QVERIFY(!value.contains('\r'));
        QVERIFY(!value.contains('\n'));
    }
    QVERIFY(!built->request.mail->html.contains(QLatin1String("<b>body")));
    QCOMPARE(built->request.mail->recipients, QStringList{QStringLiteral("a@x.org")});
}

void tst_MailBuilder::hostileAddressIsRefused()
{
    for (const char *url : {"mailto:a@x.org%0D%0ABcc:v@x.org", "mailto:a@x.org?subject=x%0D%0ABcc:v@x.org",
                            "mailto:a@x.org?from=boss@x.org", "mailto:"})
        QVERIFY2(!build(QString::fromLatin1(url), sampleEvent(Trigger::Success)), url);
}

QTEST_APPLESS_MAIN(tst_MailBuilder)
#include "tst_mailbuilder.moc"

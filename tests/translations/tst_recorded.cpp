// Sentences that core writes down in English, and what the window makes of them.
#include "app/language.h"
#include "core/domain/mailaddress.h"
#include "core/domain/project.h"
#include "core/domain/retention.h"
#include "core/domain/smtpserver.h"
#include "core/domain/target.h"
#include "core/domain/targethealth.h"
#include "core/payload/recordwords.h"
#include "core/security/networkpolicy.h"
#include "core/security/signing/signingkey.h"
#include "core/transport/verdict.h"
#include "ui/deliveries/mailadvice.h"
#include "ui/deliveries/report/deliveryreport.h"
#include "ui/look/recorded.h"

#include <QApplication>
#include <QLocale>
#include <QTest>
#include <QTextDocument>
#include <QTranslator>

using namespace callboard;

class TestRecorded : public QObject {
    Q_OBJECT

private slots:
    void cleanup();

    void whatCoreRecordedIsSaidInGerman_data();
    void whatCoreRecordedIsSaidInGerman();
    void whatCoreRefusesIsSaidInGerman_data();
    void whatCoreRefusesIsSaidInGerman();
    void whatIsNotKnownStaysAsItWasRecorded();
    void aMailsAdviceAndAReportSayItInGermanToo();
};

void TestRecorded::cleanup()
{
    qDeleteAll(qApp->findChildren<QTranslator *>(QString(), Qt::FindDirectChildrenOnly));
    QLocale::setDefault(QLocale::system());
}

// By the rules that write it down.
void TestRecorded::whatCoreRecordedIsSaidInGerman_data()
{
    QTest::addColumn<QString>("recorded");
    QTest::addColumn<QString>("german");
    Observation refused;
    refused.host = QStringLiteral("receiver.example");
    refused.port = 443;
    refused.error = QNetworkReply::ConnectionRefusedError;
    QTest::newRow("refused") << judge(refused).text
                             << QStringLiteral("receiver.example hat die Verbindung abgelehnt (Port 443).");
    Observation tls = refused;
    tls.error = QNetworkReply::SslHandshakeFailedError;
    tls.errorDetail = QStringLiteral("The certificate has expired");
    QTest::newRow("with a detail") << judge(tls).text
                                   << QStringLiteral("Keine vertrauenswürdige TLS-Verbindung zu receiver.example "
                                                     "(Port 443): The certificate has expired.");
    QTest::newRow("circuit") << openCircuitReason(QStringLiteral("9 of the last 12 attempts failed"))
                             << QStringLiteral(
                                    "Sein Schutzschalter ist offen: 9 der letzten 12 Versuche schlugen fehl.");
    QTest::newRow("meaning of a value") << fileStatusWord(QStringLiteral("104"))
                                        << QStringLiteral("im Papierkorb, war: konvertiert, bereit");
    QTest::newRow("policy") << refusal(QHostAddress(QStringLiteral("10.0.0.1")), false).value_or(QString())
                            << QStringLiteral(
                                   "10.0.0.1 darf nicht aufgerufen werden: sie liegt in einem privaten Netz. "
                                   "Falls das so gewollt ist, für dieses Ziel interne Adressen erlauben.");
}

void TestRecorded::whatCoreRecordedIsSaidInGerman()
{
    QFETCH(QString, recorded);
    QFETCH(QString, german);
    speak(*qApp, QStringLiteral("en"));
    QCOMPARE(inOurLanguage(recorded), recorded);
    speak(*qApp, QStringLiteral("de"));
    QCOMPARE(inOurLanguage(recorded), german);
}

// English to the door, the log and the record, whatever the window speaks.
void TestRecorded::whatCoreRefusesIsSaidInGerman_data()
{
    speak(*qApp, QStringLiteral("de"));
    QTest::addColumn<QString>("refused");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("german");
    const auto add = [](const std::optional<QString> &refused, const char *english, const char *german) {
        QTest::newRow(english) << refused.value_or(QString()) << QString::fromUtf8(english)
                               << QString::fromUtf8(german);
    };
    add(headerNameProblem(QStringLiteral("a b")),
        "Header name has a character that is not allowed: a space at position 2.",
        "Im Namen des Headers steht ein nicht erlaubtes Zeichen: ein Leerzeichen an Stelle 2.");
    Header twoLines;
    twoLines.name = QStringLiteral("X-A");
    twoLines.value = QStringLiteral("b\n");
    add(headerProblem(twoLines), "X-A: Header value has a control character: U+000A at position 2.",
        "X-A: Im Wert des Headers steht ein Steuerzeichen: U+000A an Stelle 2.");
    add(parseMailto(QStringLiteral("mailto:a@b.example#c")).error().detail, "Write “#” as %23 in a mail address.",
        "„#“ in einer Mailadresse als %23 schreiben.");
    add(parseMailto(QStringLiteral("mailto:a@b.example?subject=%ff")).error().detail,
        "“subject” of the mail address is not percent-encoded UTF-8.",
        "„subject“ in der Mailadresse ist kein prozentkodiertes UTF-8.");
    Project project;
    project.id = QStringLiteral("queued "); // somebody's name, though core has a German word for it
    add(projectProblem(project), "The project id “queued ” begins or ends with a blank.",
        "Die Projekt-ID „queued “ beginnt oder endet mit einem Leerzeichen.");
    add(retentionProblem({Milliseconds(1), 0}), "History is kept for an hour at least.",
        "Der Verlauf wird mindestens eine Stunde behalten.");
    SmtpServer server;
    server.host = QStringLiteral("mail.example");
    server.from = QStringLiteral("nobody");
    add(smtpProblem(server), "The sender can't be used: “nobody” is not a mail address such as name@example.com.",
        "Der Absender ist nicht verwendbar: „nobody“ ist keine Mailadresse wie name@example.com.");
    add(urlProblem(QStringLiteral("text://example.com")), "Scheme “text” is not supported: use https, http or mailto.",
        "Schema „text“ wird nicht unterstützt: https, http oder mailto verwenden.");
    CallbackTarget target;
    target.url = QStringLiteral("https://example.com/");
    CallbackTarget keyless = target;
    keyless.name = QStringLiteral("cms");
    keyless.signing.scheme = SigningScheme::Mux;
    add(validate(keyless).constFirst().text, "Signing needs a key.", "Zum Signieren fehlt ein Schlüssel.");
    add(signingKeyBytes(SigningScheme::Hmac, QStringLiteral("abc")).error().detail,
        "The signing key does not begin with whsec_.", "Der Signaturschlüssel beginnt nicht mit whsec_.");
    add(validate(target).constFirst().text, "Give the target a name.", "Dem Ziel einen Namen geben.");
}

void TestRecorded::whatCoreRefusesIsSaidInGerman()
{
    QFETCH(QString, refused);
    QFETCH(QString, english);
    QFETCH(QString, german);
    QCOMPARE(refused, english);
    speak(*qApp, QStringLiteral("de"));
    QCOMPARE(inOurLanguage(refused), german);
}

void TestRecorded::whatIsNotKnownStaysAsItWasRecorded()
{
    speak(*qApp, QStringLiteral("de"));
    for (const QString &words : {QString(), QStringLiteral("%1"), QStringLiteral("503 Service Unavailable"),
                                 QStringLiteral("smtp: failed: 550 %2")})
        QCOMPARE(inOurLanguage(words), words);
}

void TestRecorded::aMailsAdviceAndAReportSayItInGermanToo()
{
    speak(*qApp, QStringLiteral("de"));
    Attempt attempt;
    attempt.exchange.errorClass = ErrorClass::Policy;
    attempt.exchange.errorText = refusal(QHostAddress(QStringLiteral("10.0.0.1")), false).value_or(QString());
    const QString german = inOurLanguage(attempt.exchange.errorText);
    QVERIFY(german.startsWith(QStringLiteral("10.0.0.1 darf nicht")));
    QCOMPARE(deliverytext::mailAdvice(attempt.exchange), german);
    attempt.exchange.errorClass = ErrorClass::Configuration;
    QVERIFY(deliverytext::mailAdvice(attempt.exchange).contains(german));
    attempt.exchange.errorClass = ErrorClass::Tls;
    QVERIFY(deliverytext::mailAdvice(attempt.exchange).contains(german));
    DeliveryDetail detail;
    detail.attempts = {attempt};
    QTextDocument document;
    deliveryreport::write(document, detail, {});
    QVERIFY(document.toPlainText().contains(german));
}

QTEST_MAIN(TestRecorded)
#include "tst_recorded.moc"

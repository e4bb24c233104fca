// Sentences that core writes down in English, and what the window makes of them.
#include "app/language.h"
#include "core/domain/targethealth.h"
#include "core/payload/recordwords.h"
#include "core/security/networkpolicy.h"
#include "core/transport/verdict.h"
#include "ui/look/recorded.h"

#include <QApplication>
#include <QLocale>
#include <QTest>
#include <QTranslator>

using namespace callboard;

class TestRecorded : public QObject {
    Q_OBJECT

private slots:
    void cleanup();

    void whatCoreRecordedIsSaidInGerman_data();
    void whatCoreRecordedIsSaidInGerman();
    void whatIsNotKnownStaysAsItWasRecorded();
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

void TestRecorded::whatIsNotKnownStaysAsItWasRecorded()
{
    speak(*qApp, QStringLiteral("de"));
    for (const QString &words : {QString(), QStringLiteral("%1"), QStringLiteral("503 Service Unavailable")})
        QCOMPARE(inOurLanguage(words), words);
}

QTEST_MAIN(TestRecorded)
#include "tst_recorded.moc"

// Words, sentences and the curl command: pure functions of deliverytext, curlcommand and payloadtext.
#include "ui/deliveries/curlcommand.h"
#include "ui/deliveries/deliverytext.h"
#include "ui/look/payloadtext.h"

#include <QProcess>
#include <QTest>

using namespace callboard;

class TestDeliveryWords : public QObject {
    Q_OBJECT

private slots:
    void durationsCarryUnits_data();
    void durationsCarryUnits();
    void timesAreRelative_data();
    void timesAreRelative();
    void aFailureNamesSideAndNextStep_data();
    void aFailureNamesSideAndNextStep();
    void whatStandsInTheTargetIsNotTheReceiversFault_data();
    void whatStandsInTheTargetIsNotTheReceiversFault();
    void aWaitingDeliverySaysWhenItsWindowCloses();
    void whatAnOpenCircuitHoldsSaysWhenItGoesOut();
    void theHeadlineSaysWhatWentOutAndWhatCameBack();
    void anOldAttemptIsToldWithItsOwnAddress();
    void anEmailIsAMessageToAMailServer();
    void whatTheMailServerRefusedIsExplained_data();
    void whatTheMailServerRefusedIsExplained();

    void aPastedCommandSendsTheSameArguments();
    void aBodyThatNoCommandLineCarriesIsPiped();
    void aBracketInTheUrlIsNotExpanded();
    void secretValuesStayMasked();

    void oneLineJsonIsReflowedTokenByToken();
    void unbalancedJsonIsShownAsItIs();
    void controlAndBidiCharactersShowEscaped();
    void stylesCoverEveryByte_data();
    void stylesCoverEveryByte();
};

namespace {

constexpr Timestamp kNow{Milliseconds(1'700'000'000'000)};

CallbackTarget target(const QString &url)
{
    CallbackTarget target;
    target.url = url;
    return target;
}

DeliveryDetail failed(ErrorClass errorClass, int status, DeliveryState state = DeliveryState::Failed)
{
    DeliveryDetail detail;
    detail.row.delivery.state = state;
    detail.row.delivery.dueAt = kNow + std::chrono::minutes(5);
    Attempt attempt;
    attempt.url = QStringLiteral("https://receiver.example:8443/hook");
    attempt.exchange.outcome = status != 0 ? Outcome::Rejected : Outcome::NotSent;
    attempt.exchange.errorClass = errorClass;
    attempt.exchange.errorText = QStringLiteral("the words of the transport");
    attempt.exchange.status = status;
    detail.attempts.append(attempt);
    return detail;
}

// What a shell makes of a command: curl's arguments, one between each pair of zero bytes, then its standard input.
struct Pasted {
    QList<QByteArray> arguments;
    QByteArray input;
};

Pasted paste(const QString &command)
{
    QProcess shell;
    const QString stub = QStringLiteral("curl() { printf '%s\\0' \"$@\"; printf 'INPUT\\0'; cat; }\n");
    shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), stub + command});
    shell.closeWriteChannel();
    if (!shell.waitForFinished())
        return {};
    QList<QByteArray> parts = shell.readAllStandardOutput().split('\0');
    const qsizetype mark = parts.indexOf("INPUT");
    if (mark < 0)
        return {};
    return {parts.first(mark), parts.sliced(mark + 1).join('\0')};
}

Attempt attempt(const QByteArray &head, const QByteArray &body)
{
    Attempt attempt;
    attempt.requestHead = head;
    attempt.requestBody = body;
    return attempt;
}

} // namespace

void TestDeliveryWords::durationsCarryUnits_data()
{
    QTest::addColumn<int>("ms");
    QTest::addColumn<QString>("shown");
    QTest::newRow("zero is a duration") << 0 << QStringLiteral("<1 ms");
    QTest::newRow("milliseconds") << 38 << QStringLiteral("38 ms");
    QTest::newRow("seconds") << 1'240 << QStringLiteral("1.2 s");
    QTest::newRow("never 60.0 s") << 59'970 << QStringLiteral("1 min 0 s");
    QTest::newRow("minutes") << 185'000 << QStringLiteral("3 min 5 s");
}

void TestDeliveryWords::durationsCarryUnits()
{
    QFETCH(int, ms);
    QTEST(deliverytext::duration(std::chrono::milliseconds(ms)), "shown");
    QCOMPARE(deliverytext::duration(std::nullopt), QStringLiteral("–"));
}

void TestDeliveryWords::timesAreRelative_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("ago");
    QTest::addColumn<QString>("in");
    QTest::newRow("now") << 0 << QStringLiteral("just now") << QStringLiteral("due now");
    QTest::newRow("seconds") << 59 << QStringLiteral("59 s ago") << QStringLiteral("in 59 s");
    QTest::newRow("a minute") << 60 << QStringLiteral("1 min ago") << QStringLiteral("in 1 min");
    QTest::newRow("hours") << 7'300 << QStringLiteral("2 h ago") << QStringLiteral("in 2 h");
    QTest::newRow("days") << 300'000 << QStringLiteral("3 d ago") << QStringLiteral("in 3 d");
}

void TestDeliveryWords::timesAreRelative()
{
    QFETCH(int, seconds);
    QTEST(deliverytext::ago(kNow - std::chrono::seconds(seconds), kNow), "ago");
    QTEST(deliverytext::in(kNow + std::chrono::seconds(seconds), kNow), "in");
}

void TestDeliveryWords::aFailureNamesSideAndNextStep_data()
{
    QTest::addColumn<ErrorClass>("errorClass");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("says");
    QTest::newRow("refused") << ErrorClass::Refused << 0
                             << QStringLiteral("receiver.example refused the connection (port 8443)");
    QTest::newRow("dns") << ErrorClass::Resolve << 0 << QStringLiteral("receiver.example can't be found");
    QTest::newRow("tls") << ErrorClass::Tls << 0 << QStringLiteral("the words of the transport");
    QTest::newRow("in doubt") << ErrorClass::Timeout << 0 << QStringLiteral("may have taken it");
    QTest::newRow("credentials") << ErrorClass::Status << 401 << QStringLiteral("Authorization header");
    QTest::newRow("their bug") << ErrorClass::Status << 503 << QStringLiteral("on the receiver's side");
    QTest::newRow("gone") << ErrorClass::Status << 410 << QStringLiteral("switched off");
    QTest::newRow("redirect") << ErrorClass::Status << 301 << QStringLiteral("does not follow");
}

void TestDeliveryWords::aFailureNamesSideAndNextStep()
{
    QFETCH(ErrorClass, errorClass);
    QFETCH(int, status);
    QFETCH(QString, says);
    const QString ended = deliverytext::explanation(failed(errorClass, status), kNow);
    QVERIFY2(ended.contains(says), qPrintable(ended));
    const bool perhapsThere = errorClass == ErrorClass::Timeout || errorClass == ErrorClass::Closed;
    const QString next = perhapsThere ? QStringLiteral("replay it if it did not arrive.")
                                      : QStringLiteral("replay it once that is mended.");
    QVERIFY2(ended.endsWith(QStringLiteral("It is not tried again by itself: ") + next), qPrintable(ended));
    const auto retrying = failed(errorClass, status, DeliveryState::Retrying);
    const QString again = deliverytext::explanation(retrying, kNow);
    QVERIFY2(again.endsWith(QStringLiteral("Trying again in 5 min.")), qPrintable(again));
}

void TestDeliveryWords::whatStandsInTheTargetIsNotTheReceiversFault_data()
{
    QTest::addColumn<ErrorClass>("errorClass");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("note");
    QTest::addColumn<QString>("next");
    const QString proxied = QStringLiteral("sent one at a time: it closes; through the proxy proxy.example:3128");
    const QString proxy = QStringLiteral(" Check the proxy in the target.");
    const QString certificates = QStringLiteral(" Check the certificates in the target.");
    QTest::newRow("password") << ErrorClass::Refused
                              << QStringLiteral("The proxy proxy.example:3128 asks for a name and password that it "
                                                "knows.")
                              << proxied << proxy;
    QTest::newRow("no tunnel") << ErrorClass::Unreachable
                               << QStringLiteral("The proxy proxy.example:3128 made no connection to a.example (port "
                                                 "443).")
                               << proxied << proxy;
    QTest::newRow("pin") << ErrorClass::Tls
                         << QStringLiteral("The receiver's key is not the pinned one: a.example has sha256/A= (port "
                                           "443).")
                         << proxied << certificates;
    QTest::newRow("client certificate")
        << ErrorClass::Tls
        << QStringLiteral("a.example wants a client certificate, and this target has none (port 443).") << QString()
        << certificates;
}

void TestDeliveryWords::whatStandsInTheTargetIsNotTheReceiversFault()
{
    QFETCH(ErrorClass, errorClass);
    QFETCH(QString, text);
    QFETCH(QString, note);
    QFETCH(QString, next);
    DeliveryDetail detail = failed(errorClass, 0);
    detail.attempts.last().exchange.errorText = text;
    detail.attempts.last().exchange.note = note;
    const QString told = deliverytext::explanation(detail, kNow);
    QVERIFY2(told.startsWith(text + next), qPrintable(told));
}

void TestDeliveryWords::aWaitingDeliverySaysWhenItsWindowCloses()
{
    DeliveryDetail detail;
    detail.row.delivery.state = DeliveryState::Waiting;
    detail.row.delivery.dueAt = kNow + std::chrono::seconds(42);
    QVERIFY(deliverytext::explanation(detail, kNow).contains(QStringLiteral("in 42 s")));
}

void TestDeliveryWords::whatAnOpenCircuitHoldsSaysWhenItGoesOut()
{
    DeliveryDetail detail = failed(ErrorClass::Refused, 0, DeliveryState::Held);
    detail.row.delivery.error = QStringLiteral("Its circuit is open: 9 of the last 12 attempts failed.");
    const QString told = deliverytext::explanation(detail, kNow);
    QVERIFY2(told.contains(QStringLiteral("9 of the last 12 attempts failed. Single attempts go on")),
             qPrintable(told));
    QVERIFY(deliverytext::isHeldByCircuit(detail.row.delivery));
    detail.row.delivery.error = QStringLiteral("The target is paused.");
    QCOMPARE(deliverytext::explanation(detail, kNow), QStringLiteral("Kept, not sent: The target is paused."));
    QVERIFY(!deliverytext::isHeldByCircuit(detail.row.delivery));
}

void TestDeliveryWords::theHeadlineSaysWhatWentOutAndWhatCameBack()
{
    const CallbackTarget to = target(QStringLiteral("https://receiver.example:8443/hook"));
    QCOMPARE(deliverytext::headline(failed(ErrorClass::Status, 503), to),
             QStringLiteral("POST https://receiver.example:8443/hook → 503 Service Unavailable"));
    QCOMPARE(deliverytext::headline(failed(ErrorClass::Refused, 0), to),
             QStringLiteral("POST https://receiver.example:8443/hook → no answer"));
    QCOMPARE(deliverytext::headline({}, to), QStringLiteral("POST https://receiver.example:8443/hook"));
}

void TestDeliveryWords::anOldAttemptIsToldWithItsOwnAddress()
{
    CallbackTarget now = target(QStringLiteral("https://receiver.example/new"));
    now.method = Method::Put;
    DeliveryDetail detail = failed(ErrorClass::Refused, 0);
    detail.attempts.last().url = QStringLiteral("http://127.0.0.1:1/old");
    detail.attempts.last().requestHead = "POST /old HTTP/1.1\r\nHost: 127.0.0.1:1\r\n\r\n";
    QCOMPARE(deliverytext::headline(detail, now), QStringLiteral("POST http://127.0.0.1:1/old → no answer"));
    const QString why = deliverytext::explanation(detail, kNow);
    QVERIFY2(why.startsWith(QStringLiteral("127.0.0.1 refused the connection (port 1)")), qPrintable(why));
}

void TestDeliveryWords::anEmailIsAMessageToAMailServer()
{
    const CallbackTarget to = target(QStringLiteral("mailto:johndoe@epiclabs.example"));
    QCOMPARE(deliverytext::headline({}, to), QStringLiteral("MAIL mailto:johndoe@epiclabs.example"));
    DeliveryDetail sent = failed(ErrorClass::None, 250, DeliveryState::Delivered);
    sent.attempts.last().url = to.url;
    sent.attempts.last().requestHead = "From: callboard@example.org\r\nTo: johndoe@epiclabs.example\r\n\r\n";
    QCOMPARE(deliverytext::headline(sent, to),
             QStringLiteral("MAIL mailto:johndoe@epiclabs.example → 250 from the mail server"));
}

void TestDeliveryWords::whatTheMailServerRefusedIsExplained_data()
{
    QTest::addColumn<ErrorClass>("errorClass");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("says");
    QTest::newRow("login") << ErrorClass::Status << 535 << QStringLiteral("Check user and password");
    QTest::newRow("recipient") << ErrorClass::Status << 550
                               << QStringLiteral("refused the sender or a recipient (550)");
    QTest::newRow("busy") << ErrorClass::Status << 451 << QStringLiteral("could not take the message now (451)");
    QTest::newRow("refused for good") << ErrorClass::Status << 554 << QStringLiteral("for good (554)");
    QTest::newRow("not there") << ErrorClass::Refused << 0 << QStringLiteral("The mail server can't be reached");
    QTest::newRow("no answer") << ErrorClass::Timeout << 0 << QStringLiteral("It may have taken it");
}

void TestDeliveryWords::whatTheMailServerRefusedIsExplained()
{
    QFETCH(ErrorClass, errorClass);
    QFETCH(int, status);
    QFETCH(QString, says);
    DeliveryDetail refused = failed(errorClass, status);
    refused.attempts.last().url = QStringLiteral("mailto:johndoe@epiclabs.example");
    const QString why = deliverytext::explanation(refused, kNow);
    QVERIFY2(why.contains(says), qPrintable(why));
}

void TestDeliveryWords::aPastedCommandSendsTheSameArguments()
{
    const QByteArray body = "{\"title\":\"it's $HOME `x` \\\\ !\",\n\"n\":1.10}";
    const Attempt sent = attempt("PUT /in?a=1&b=2 HTTP/1.1\r\nHost: receiver.example:8443\r\n"
                                 "Content-Type: application/json\r\nX-Note: it's\r\nX-Empty: \r\n"
                                 "Content-Length: 40\r\n\r\n",
                                 body);
    const Pasted pasted = paste(curlCommand(sent, QUrl(QStringLiteral("https://receiver.example:8443/in"))));
    QCOMPARE(pasted.arguments,
             (QList<QByteArray>{"--globoff", "--request", "PUT", "https://receiver.example:8443/in?a=1&b=2", "--header",
                                "Content-Type: application/json", "--header", "X-Note: it's", "--header", "X-Empty;",
                                "--data-raw", body}));
}

void TestDeliveryWords::aBodyThatNoCommandLineCarriesIsPiped()
{
    QByteArray body("a\0b\r\n%s \\ 'q' \xff\xfe", 17);
    const Attempt sent = attempt("POST / HTTP/1.1\r\nHost: h\r\n\r\n", body);
    const QString command = curlCommand(sent, QUrl(QStringLiteral("http://h/")));
    const Pasted pasted = paste(command);
    QCOMPARE(pasted.input, body);
    QVERIFY(pasted.arguments.contains("@-"));
    QVERIFY2(pasted.arguments.contains("Content-Type:"), "curl must not name a form of its own accord");
    QCOMPARE(command.toLatin1(), command.toUtf8());
}

void TestDeliveryWords::aBracketInTheUrlIsNotExpanded()
{
    const Attempt sent = attempt("GET /a[1-3]{x}?status=ok HTTP/1.1\r\nHost: h\r\n\r\n", {});
    const Pasted pasted = paste(curlCommand(sent, QUrl(QStringLiteral("http://h/a"))));
    QCOMPARE(pasted.arguments.first(4),
             (QList<QByteArray>{"--globoff", "--request", "GET", "http://h/a[1-3]{x}?status=ok"}));
    QCOMPARE(pasted.arguments.size(), 4);
}

void TestDeliveryWords::secretValuesStayMasked()
{
    const QByteArray head = "POST / HTTP/1.1\r\nHost: h\r\nAuthorization: " + kMask.toUtf8() + "\r\n\r\n";
    const Attempt sent = attempt(head, "x");
    QVERIFY(curlCommand(sent, QUrl(QStringLiteral("http://h/"))).contains(QStringLiteral("'Authorization: •••'")));
}

void TestDeliveryWords::oneLineJsonIsReflowedTokenByToken()
{
    QCOMPARE(
        payloadtext::readable("{\"a\":1.10,\"b\":[18446744073709551617,\"x, {y}\"],\"c\":{}}", PayloadLanguage::Json),
        QByteArray("{\n  \"a\": 1.10,\n  \"b\": [\n    18446744073709551617,\n    \"x, {y}\"\n  ],\n"
                   "  \"c\": {}\n}"));
    const QByteArray lines = "{\n\"a\":1}";
    QCOMPARE(payloadtext::readable(lines, PayloadLanguage::Json), lines);
}

void TestDeliveryWords::unbalancedJsonIsShownAsItIs()
{
    for (const QByteArray &broken :
         {QByteArray("{\"a\":[1}"), QByteArray("{\"a\":1"), QByteArray("}"), QByteArray("[\"open")})
        QCOMPARE(payloadtext::reflowJson(broken), broken);
}

void TestDeliveryWords::controlAndBidiCharactersShowEscaped()
{
    QCOMPARE(payloadtext::readable("a\x1b[31m\xE2\x80\xAE"
                                   "b\tc\r\nd",
                                   PayloadLanguage::Plain),
             QStringLiteral("a‹U+001B›[31m‹U+202E›b\tc\nd").toUtf8());
}

void TestDeliveryWords::stylesCoverEveryByte_data()
{
    using Language = PayloadLanguage;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Language>("language");
    QTest::newRow("json") << QByteArray("{\"k\": \"v\", \"n\": -1.5e3, \"t\": true}") << Language::Json;
    QTest::newRow("json that ends in a string") << QByteArray("{\"k") << Language::Json;
    QTest::newRow("json that ends in an escape") << QByteArray("\"\\") << Language::Json;
    QTest::newRow("xml") << QByteArray("<?xml version=\"1.0\"?><a b='c'>x<!-- y --></a>") << Language::Xml;
    QTest::newRow("xml that ends in a tag") << QByteArray("<a b=\"") << Language::Xml;
    QTest::newRow("xml that ends in its mark") << QByteArray("</") << Language::Xml;
    QTest::newRow("a head without a body") << QByteArray("HTTP/1.1 200 OK") << Language::Http;
    QTest::newRow("head and body") << QByteArray("HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\"a\": 1}")
                                   << Language::Http;
    QTest::newRow("nothing") << QByteArray() << Language::Json;
}

void TestDeliveryWords::stylesCoverEveryByte()
{
    QFETCH(QByteArray, text);
    QFETCH(PayloadLanguage, language);
    const QByteArray styles = payloadtext::highlight(text, language);
    QCOMPARE(styles.size(), text.size());
    const qsizetype key = text.indexOf("\"k\": ");
    if (key >= 0)
        QCOMPARE(styles[key], char(payloadtext::Style::Key));
    const qsizetype body = text.indexOf("{\"a\"");
    if (body >= 0)
        QCOMPARE(styles[body + 1], char(payloadtext::Style::Key));
}

QTEST_MAIN(TestDeliveryWords)
#include "tst_deliverywords.moc"

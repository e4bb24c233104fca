// A conversation with a mail server, fed line by line, and what is made of how it ended.
#include "core/transport/mail/curlmail.h"
#include "core/transport/mail/mailverdict.h"

#include <QTest>

using namespace callboard;

using Step = SmtpTalk::Step;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

// "S: " is the server's line, "C: " ours, "M: " a piece of the message (with | for a line end).
SmtpTalk talk(const QByteArrayList &lines)
{
    SmtpTalk talk;
    for (const QByteArray &line : lines) {
        const QByteArray words = line.mid(3) + (line.startsWith("M") ? "" : "|");
        const QByteArray bytes = QByteArray(words).replace("|", "\r\n");
        if (line.startsWith("S"))
            talk.heard(bytes);
        else if (line.startsWith("C"))
            talk.said(bytes);
        else
            talk.saidMessage(bytes);
    }
    return talk;
}

MailObservation seen(Step step, int status, MailEnd end, bool messageLeft = false)
{
    MailObservation seen;
    seen.host = s("mail.example");
    seen.port = 587;
    seen.step = step;
    seen.status = status;
    seen.replyText = status == 0 ? QString() : s("<i>%1 words</i>");
    seen.end = end;
    seen.messageLeft = messageLeft;
    seen.user = s("op");
    seen.recipient = s("a@x.example");
    seen.limit = Milliseconds(2500);
    return seen;
}

} // namespace

class TestMailVerdict : public QObject {
    Q_OBJECT

private slots:
    void followsAMailToItsEnd();
    void knowsWhichRecipientWasRefused();
    void keepsTheLastReplyWhole();
    void keepsNothingOfSigningIn();
    void seesWhetherSigningInIsOffered();
    void seesTheEndOfTheMessageAcrossPieces();
    void ignoresTheGoodbye();
    void boundsAnEndlessReply();
    void judges_data();
    void judges();
    void takesNoFailedTransferForAWrongSetting();
};

void TestMailVerdict::followsAMailToItsEnd()
{
    QByteArrayList lines;
    const auto stands = [&lines](const QByteArray &line, Step step, int status) {
        lines.append(line);
        const SmtpTalk now = talk(lines);
        return now.step() == step && now.status() == status;
    };
    QVERIFY(stands("S: 220 mail.example", Step::Greeting, 220));
    QVERIFY(stands("C: EHLO studio", Step::Hello, 0));
    QVERIFY(stands("S: 250-mail.example", Step::Hello, 0));
    QVERIFY(stands("S: 250 STARTTLS", Step::Hello, 250));
    QVERIFY(stands("C: STARTTLS", Step::StartTls, 0));
    QVERIFY(stands("S: 220 Go", Step::StartTls, 220));
    QVERIFY(!talk(lines).upgraded());
    QVERIFY(stands("C: EHLO studio", Step::Hello, 0));
    QVERIFY(talk(lines).upgraded());
    QVERIFY(stands("S: 250 AUTH PLAIN", Step::Hello, 250));
    QVERIFY(stands("C: AUTH PLAIN", Step::SignIn, 0));
    QVERIFY(stands("S: 334 ", Step::SignIn, 334));
    QVERIFY(stands("C: DATAoops", Step::SignIn, 0)); // Base64 may look like a command
    QVERIFY(stands("S: 235 Welcome", Step::SignIn, 235));
    QVERIFY(stands("C: MAIL FROM:<a@x>", Step::Sender, 0));
    QVERIFY(stands("S: 250 OK", Step::Sender, 250));
    QVERIFY(stands("C: RCPT TO:<b@x>", Step::Recipient, 0));
    QVERIFY(stands("S: 250 OK", Step::Recipient, 250));
    QVERIFY(stands("C: DATA", Step::Data, 0));
    QVERIFY(stands("S: 354 Go", Step::Data, 354));
    QVERIFY(stands("M: From: a@x||--b--|", Step::Message, 0));
    QVERIFY(stands("S: 250 Kept", Step::Message, 250));
    QVERIFY(talk(lines).messageLeft());
}

void TestMailVerdict::knowsWhichRecipientWasRefused()
{
    const SmtpTalk refused = talk({"C: RCPT TO:<a@x>", "S: 250 OK", "C: RCPT TO:<b@x>", "S: 550 No"});
    QCOMPARE(refused.recipientIndex(), 1);
    QCOMPARE(refused.status(), 550);
}

void TestMailVerdict::keepsTheLastReplyWhole()
{
    const SmtpTalk refused = talk(
        {"C: MAIL FROM:<a@x>", "S: 250 OK", "C: RCPT TO:<a@x>", "S: 550-No", "S: 550 such user"});
    QCOMPARE(refused.reply(), "550-No\r\n550 such user\r\n");
}

void TestMailVerdict::keepsNothingOfSigningIn()
{
    const SmtpTalk waiting = talk({"C: AUTH LOGIN", "S: 334 UGFzc3dvcmQ6", "C: aHVudGVyMg=="});
    QCOMPARE(waiting.reply(), "");
    QCOMPARE(waiting.status(), 0);
}

void TestMailVerdict::seesWhetherSigningInIsOffered()
{
    QVERIFY(talk({"C: EHLO a", "S: 250-x", "S: 250-AUTH LOGIN PLAIN", "S: 250 HELP"}).offersSigningIn());
    QVERIFY(!talk({"C: EHLO a", "S: 250-x", "S: 250 HELP"}).offersSigningIn());
    // What was offered before the connection was encrypted doesn't count.
    QVERIFY(!talk({"C: EHLO a", "S: 250 AUTH PLAIN", "C: STARTTLS", "S: 220 Go", "C: EHLO a", "S: 250 HELP"})
                 .offersSigningIn());
}

void TestMailVerdict::seesTheEndOfTheMessageAcrossPieces()
{
    QVERIFY(!talk({"C: DATA", "S: 354 Go"}).messageLeft());
    QVERIFY(!talk({"M: text|--b|more"}).messageLeft());
    QVERIFY(!talk({"M: text|--b-"}).messageLeft());
    QVERIFY(talk({"M: text|--b-", "M: -", "M: |"}).messageLeft());
    QVERIFY(!talk({"M: a line that ends in two hyphens --|", "M: and more"}).messageLeft());
}

void TestMailVerdict::ignoresTheGoodbye()
{
    const SmtpTalk over = talk({"C: RCPT TO:<a@x>", "S: 550 No", "C: QUIT", "S: 221 Bye"});
    QCOMPARE(over.status(), 550);
    QCOMPARE(over.reply(), "550 No\r\n");
    QVERIFY(over.step() == Step::Recipient);
}

void TestMailVerdict::boundsAnEndlessReply()
{
    SmtpTalk talk;
    for (int i = 0; i < 100'000; ++i)
        talk.heard("550-and another thing\r\n");
    QVERIFY(talk.reply().size() <= 64 * 1024);
    talk.heard("550 enough\r\n");
    QCOMPARE(talk.status(), 550);
}

void TestMailVerdict::judges_data()
{
    QTest::addColumn<MailObservation>("observation");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const MailObservation &observation, const char *expected) {
        QTest::newRow(name) << observation << s(expected);
    };
    row("kept", seen(Step::Message, 250, MailEnd::Finished, true), "delivered ");
    row("kept, then cut off", seen(Step::Message, 250, MailEnd::BrokeOff, true), "delivered ");
    row("kept, then cancelled", seen(Step::Message, 250, MailEnd::Cancelled, true), "delivered ");
    row("greylisted", seen(Step::Recipient, 451, MailEnd::BrokeOff), "rejected http");
    row("refused for good", seen(Step::Message, 554, MailEnd::Garbled, true), "rejected http");
    row("sign-in refused", seen(Step::SignIn, 535, MailEnd::NoCommonLogin), "rejected configuration");
    row("sign-in refused for now", seen(Step::SignIn, 454, MailEnd::NoCommonLogin), "rejected http");
    row("STARTTLS refused", seen(Step::StartTls, 454, MailEnd::NoStartTls), "not-sent tls");
    row("STARTTLS missing", seen(Step::Hello, 250, MailEnd::NoStartTls), "not-sent tls");
    row("no AUTH", seen(Step::Hello, 250, MailEnd::NoSigningIn), "not-sent configuration");
    row("no common AUTH", seen(Step::Hello, 250, MailEnd::NoCommonLogin), "not-sent configuration");
    row("no address", seen(Step::Greeting, 0, MailEnd::NoAddress), "not-sent dns");
    row("refused", seen(Step::Greeting, 0, MailEnd::Refused), "not-sent refused");
    row("unreachable", seen(Step::Greeting, 0, MailEnd::Unreachable), "not-sent unreachable");
    row("connecting", seen(Step::Greeting, 0, MailEnd::ConnectTimeout), "not-sent connect-timeout");
    row("no greeting", seen(Step::Greeting, 0, MailEnd::TotalTimeout), "not-sent timeout");
    row("bad certificate", seen(Step::StartTls, 220, MailEnd::Tls), "not-sent tls");
    row("broke off early", seen(Step::Message, 0, MailEnd::BrokeOff), "not-sent closed");
    row("broke off late", seen(Step::Message, 0, MailEnd::BrokeOff, true), "in-doubt closed");
    row("late", seen(Step::Message, 0, MailEnd::TotalTimeout, true), "in-doubt timeout");
    row("cancelled early", seen(Step::Data, 354, MailEnd::Cancelled), "not-sent cancelled");
    row("cancelled late", seen(Step::Message, 0, MailEnd::Cancelled, true), "in-doubt cancelled");
    row("garbled early", seen(Step::Greeting, 300, MailEnd::Garbled), "not-sent protocol");
    row("garbled late", seen(Step::Message, 299, MailEnd::Garbled, true), "in-doubt protocol");
    row("failed", seen(Step::Greeting, 0, MailEnd::Failed), "not-sent unreachable");
    row("failed late", seen(Step::Message, 0, MailEnd::Failed, true), "in-doubt closed");
    row("impossible", seen(Step::Greeting, 0, MailEnd::Impossible), "not-sent configuration");
}

void TestMailVerdict::judges()
{
    QFETCH(MailObservation, observation);
    const Verdict verdict = judgeMail(observation);
    QTEST(QString(toString(verdict.outcome) + u' ' + toString(verdict.errorClass)), "expected");
    if (verdict.outcome == Outcome::Delivered)
        return;
    QVERIFY2(verdict.text.contains(s("mail.example")) || verdict.outcome == Outcome::Delivered,
             qPrintable(verdict.text));
    QVERIFY2(verdict.text.contains(s("587")) || observation.end == MailEnd::Cancelled, qPrintable(verdict.text));
    if (verdict.outcome == Outcome::Rejected)
        QVERIFY2(verdict.text.contains(observation.replyText), qPrintable(verdict.text));
}

void TestMailVerdict::takesNoFailedTransferForAWrongSetting()
{
    QVERIFY(curlmail::endOf(CURLE_OUT_OF_MEMORY, 0) == MailEnd::Failed);
    for (int code = CURLE_OK; code < CURL_LAST; ++code) {
        if (code == CURLE_LOGIN_DENIED) // the server's list of ways to sign in is what it is
            continue;
        const Verdict verdict = judgeMail(seen(Step::Greeting, 0, curlmail::endOf(static_cast<CURLcode>(code), 0)));
        QVERIFY2(verdict.errorClass != ErrorClass::Configuration, curl_easy_strerror(static_cast<CURLcode>(code)));
    }
}

QTEST_APPLESS_MAIN(TestMailVerdict)
#include "tst_mailverdict.moc"

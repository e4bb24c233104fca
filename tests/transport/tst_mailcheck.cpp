// What must not leave: mails that would name another recipient, split a header or end early. A real server counts what
// arrives.
#include "core/transport/mail/mailcheck.h"
#include "tests/transport/mailfixture.h"

#include <functional>

using namespace callboard;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

using Change = std::function<void(TransportRequest &, MailJob &)>;

TransportRequest changed(const Letter &letter, const Change &change)
{
    TransportRequest request = requestOf(letter);
    auto job = std::make_shared<MailJob>(*request.mail);
    change(request, *job);
    request.mail = std::move(job);
    return request;
}

Change header(const QByteArray &name, const QByteArray &value)
{
    return [=](TransportRequest &request, MailJob &) { request.headers.append({name, value}); };
}

} // namespace

class TestMailCheck : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void letsAMailPass();
    void refusesWhatCouldNameAnotherRecipient_data();
    void refusesWhatCouldNameAnotherRecipient();
    void sendsNothingThatItRefuses();
    void anAssetsNameCanNeverAddAHeader();

private:
    std::unique_ptr<TestSmtpServer> m_server;
    Letter m_letter;
};

void TestMailCheck::initTestCase()
{
    m_server = std::make_unique<TestSmtpServer>();
    QVERIFY(m_server->start());
    m_letter.server = plainServer(m_server->port());
}

void TestMailCheck::letsAMailPass()
{
    QVERIFY(!mailProblem(requestOf(m_letter)));
}

void TestMailCheck::refusesWhatCouldNameAnotherRecipient_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, const Change &change) { QTest::newRow(name) << change; };
    row("line end in a value", header("X", "a\r\nBcc: b@x"));
    row("line feed in a value", header("X", "a\nBcc: b@x"));
    row("carriage return in a value", header("X", "a\rBcc: b@x"));
    row("NUL in a value", header("X", QByteArray("a\0b", 3)));
    row("tab in a value", header("X", "a\tb"));
    row("bare UTF-8 in a value", header("Subject", "caf\xC3\xA9"));
    row("line end in a name", header("X\r\nBcc: b@x\r\nY", "a"));
    row("colon in a name", header("Bcc:b@x,X", "a"));
    row("space in a name", header("Bcc ", "b@x"));
    row("no name", header("", "a"));
    row("a word too long for a line", header("X", QByteArray(1200, 'a')));
    row("Bcc", header("bcc", "b@x.example"));
    row("another content type", header("Content-Type", "text/plain"));
    row("no recipient", [](TransportRequest &, MailJob &job) { job.recipients.clear(); });
    row("line end in a recipient",
        [](TransportRequest &, MailJob &job) { job.recipients = {s("a@x>\r\nRCPT TO:<b@x")}; });
    row("two recipients in one", [](TransportRequest &, MailJob &job) { job.recipients = {s("a@x,b@y")}; });
    row("brackets in a recipient", [](TransportRequest &, MailJob &job) { job.recipients = {s("<a@x> SIZE=1")}; });
    row("letters beyond ASCII", [](TransportRequest &, MailJob &job) { job.recipients = {s("é@x.example")}; });
    row("line end in the sender", [](TransportRequest &, MailJob &job) { job.sender = s("a@x\r\nDATA"); });
    row("no sender", [](TransportRequest &, MailJob &job) { job.sender.clear(); });
    row("no server", [](TransportRequest &, MailJob &job) { job.server = {}; });
    row("line end in the host", [](TransportRequest &, MailJob &job) { job.server.host = s("a\r\nb"); });
    row("more than a host", [](TransportRequest &, MailJob &job) { job.server.host = s("evil.example/?"); });
    row("line end in the user", [](TransportRequest &, MailJob &job) {
        job.server.user = s("a\r\nb");
        job.server.password.plain = s("x");
    });
    row("quote in the attachment's name", [](TransportRequest &, MailJob &job) { job.attachmentName = s("a\".exe"); });
    row("line end in the attachment's name",
        [](TransportRequest &, MailJob &job) { job.attachmentName = s("a\r\nX: y"); });
    row("line end in the attachment's type",
        [](TransportRequest &, MailJob &job) { job.attachmentType = "a/b\r\nX: y"; });
}

void TestMailCheck::refusesWhatCouldNameAnotherRecipient()
{
    QFETCH(Change, change);
    const auto problem = mailProblem(changed(m_letter, change));
    QVERIFY(problem.has_value());
    QVERIFY2(!problem->isEmpty() && !problem->contains(u'\n') && !problem->contains(u'\r'), qPrintable(*problem));
}

void TestMailCheck::sendsNothingThatItRefuses()
{
    MailTransport transport;
    TransportResults results(transport);
    transport.send({changed(m_letter, header("X", "a\r\nBcc: b@x"))});
    QTRY_VERIFY(results.has(1));
    QCOMPARE(summary(results[1]), s("not-sent configuration"));
    QVERIFY(results[1].remoteAddress.isEmpty());
    QCOMPARE(m_server->mails().size(), 0);
}

void TestMailCheck::anAssetsNameCanNeverAddAHeader()
{
    Letter letter = m_letter;
    letter.subject = s("T1S03\r\nBcc: victim@x.example\r\n\r\n<b>body</b>");
    letter.text = s("T1S03\r\n.\r\nMAIL FROM:<a@x>\r\n");
    const Exchange got = post(letter);
    QVERIFY2(got.outcome == Outcome::Delivered, qPrintable(got.errorText));
    const TakenMail mail = m_server->mails().value(0);
    QCOMPARE(mail.header(s("Bcc")), QStringList());
    QCOMPARE(mail.header(s("Subject")).size(), 1);
    QCOMPARE(mail.recipients, letter.recipients);
    QCOMPARE(m_server->mails().size(), 1);
}

QTEST_GUILESS_MAIN(TestMailCheck)
#include "tst_mailcheck.moc"

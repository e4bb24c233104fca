// A mail server that goes wrong at every step of a conversation (fault F20): whether the mail may have arrived, what is
// said of it, and that the same mail sent again is known by its Message-ID.
#include "tests/support/testcertificate.h"
#include "tests/transport/mailfixture.h"
#include "tests/transport/scriptedmailserver.h"

#include <QScopeGuard>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestMailFaults : public QObject {
    Q_OBJECT

private slots:
    void saysWhereItWentWrong_data();
    void saysWhereItWentWrong();
    void sendsTheSameMailAgainAfterAGreylisting();
    void sendsTheSameMailAgainAfterADropBehindTheDot();
    void leavesTheOthersOutWhereOneOfThreeIsRefused();
    void refusesACertificateThatHasExpired();
    void endsAtTheDeadline_data();
    void endsAtTheDeadline();
    void needsNoProxy_data();
    void needsNoProxy();
};

void TestMailFaults::saysWhereItWentWrong_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("says");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *command, const char *says, const char *expected,
                        const char *words) {
        QTest::newRow(name) << QByteArray(command) << QByteArray(says) << s(expected) << s(words);
    };
    row("421 at the door", "", "421 4.3.2 Too busy", "rejected http 421", "Too busy");
    row("421 in the middle", "MAIL", "421 4.3.2 Going down", "rejected http 421", "Going down");
    row("421 at a recipient", "RCPT", "421 4.3.2 Going down", "rejected http 421", "Going down");
    row("greylisted", "RCPT", "450 4.2.0 Greylisted, come back later", "rejected http 450", "Greylisted");
    row("4xx to DATA", "DATA", "451 4.3.0 Not now", "rejected http 451", "Not now");
    row("4xx behind the dot", ".", "452 4.3.1 Disk full", "rejected http 452", "Disk full");
    row("5xx behind the dot", ".", "554 5.7.1 Spam", "rejected http 554", "Spam");
    row("drops in the middle", "MAIL", ScriptedMailServer::kHangUp, "not-sent closed", "before it had the whole mail");
    row("resets in the middle", "RCPT", ScriptedMailServer::kReset, "not-sent closed", "before it had the whole mail");
    row("drops behind the dot", ".", ScriptedMailServer::kHangUp, "in-doubt closed", "whether it took the mail");
    row("resets behind the dot", ".", ScriptedMailServer::kReset, "in-doubt closed", "whether it took the mail");
    // libcurl passes over lines that are no reply, and waits for one.
    row("garbage behind the dot", ".", "what is this", "in-doubt timeout", "within 2 s");
    row("garbage for EHLO", "EHLO", "what is this", "not-sent timeout", "within 2 s");
    row("a number out of place", ".", "399 what is this", "in-doubt protocol", "not SMTP");
}

void TestMailFaults::saysWhereItWentWrong()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, says);
    QFETCH(QString, expected);
    QFETCH(QString, words);
    const ScriptedMailServer server({{command, says}});
    Letter letter;
    letter.server = plainServer(server.serverPort());
    letter.total = 2s;
    const Exchange got = post(letter);
    QVERIFY2(summary(got).startsWith(expected), qPrintable(summary(got) + u' ' + got.errorText));
    QVERIFY2(got.errorText.contains(words), qPrintable(got.errorText));
    QVERIFY(got.errorText.contains(s("127.0.0.1")));
    QVERIFY(got.timings.done < letter.total + 1s);
    QCOMPARE(server.messages().size(), qsizetype(command == "." ? 1 : 0));
}

void TestMailFaults::sendsTheSameMailAgainAfterAGreylisting()
{
    ScriptedMailServer server({{"RCPT", "450 4.2.0 Greylisted"}});
    Letter letter;
    letter.server = plainServer(server.serverPort());
    QCOMPARE(summary(post(letter)), s("rejected http 450"));
    server.forget("RCPT");
    QCOMPARE(summary(post(letter)), s("delivered 250"));
    QCOMPARE(server.messages().size(), 1);
    QVERIFY(server.messages().first().contains("Message-ID: <dl_abc_17@example.org>\r\n"));
}

void TestMailFaults::sendsTheSameMailAgainAfterADropBehindTheDot()
{
    ScriptedMailServer server({{".", ScriptedMailServer::kHangUp}});
    Letter letter;
    letter.server = plainServer(server.serverPort());
    QCOMPARE(summary(post(letter)), s("in-doubt closed"));
    server.forget(".");
    QCOMPARE(summary(post(letter)), s("delivered 250"));
    QCOMPARE(server.messages().size(), 2); // what the receiver knows them by is the same
    for (const QByteArray &message : server.messages())
        QVERIFY(message.contains("Message-ID: <dl_abc_17@example.org>\r\n"));
}

void TestMailFaults::leavesTheOthersOutWhereOneOfThreeIsRefused()
{
    const ScriptedMailServer server({{"RCPT TO:<gone@x.example>", "550 5.1.1 No such user"}});
    Letter letter;
    letter.server = plainServer(server.serverPort());
    letter.recipients = {s("a@x.example"), s("gone@x.example"), s("c@x.example")};
    const Exchange got = post(letter);
    QCOMPARE(summary(got), s("rejected http 550"));
    QVERIFY2(got.errorText.contains(s("recipient gone@x.example")), qPrintable(got.errorText));
    QCOMPARE(server.messages().size(), 0); // all or nobody: no second copy for the two when it is mended
}

void TestMailFaults::refusesACertificateThatHasExpired()
{
    const QTemporaryDir directory;
    const TestCertificate expired = expiredCertificate(directory.path(), s("localhost"));
    QVERIFY(!expired.certificate.isNull());
    TestSmtpServer server;
    QVERIFY(server.start(
        {s("--security"), s("tls"), s("--certificate"), expired.certificateFile, s("--key"), expired.keyFile}));
    Letter letter;
    letter.server = plainServer(server.port());
    letter.server.host = s("localhost");
    letter.server.security = SmtpSecurity::Tls;
    const Exchange got = post(letter, expired.issuer.toPem());
    QCOMPARE(summary(got), s("not-sent tls"));
    QVERIFY2(got.errorText.contains(s("expired")), qPrintable(got.errorText));
    QCOMPARE(server.mails().size(), 0);
}

void TestMailFaults::endsAtTheDeadline_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QString>("expected");
    QTest::newRow("silent at the door") << QByteArray("") << s("not-sent timeout");
    QTest::newRow("silent in the middle") << QByteArray("RCPT") << s("not-sent timeout");
    QTest::newRow("silent behind the dot") << QByteArray(".") << s("in-doubt timeout");
}

void TestMailFaults::endsAtTheDeadline()
{
    QFETCH(QByteArray, command);
    QFETCH(QString, expected);
    const ScriptedMailServer server({{command, "250-wait for it"}}); // the first line of an answer that never ends
    Letter letter;
    letter.server = plainServer(server.serverPort());
    letter.total = 700ms;
    const Exchange got = post(letter);
    QCOMPARE(summary(got), expected);
    QVERIFY2(got.errorText.contains(s("within 0.7 s")), qPrintable(got.errorText));
    QVERIFY(got.timings.done >= letter.total - 10ms); // curl began to count a little before
}

void TestMailFaults::needsNoProxy_data()
{
    QTest::addColumn<QByteArray>("variable");
    for (const char *variable : {"http_proxy", "https_proxy", "all_proxy", "ALL_PROXY", "smtp_proxy"})
        QTest::newRow(variable) << QByteArray(variable);
}

void TestMailFaults::needsNoProxy()
{
    QFETCH(QByteArray, variable);
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    const QByteArray before = qgetenv(variable.constData());
    const auto restore = qScopeGuard([&] {
        if (before.isNull())
            qunsetenv(variable.constData());
        else
            qputenv(variable.constData(), before);
    });
    qputenv(variable.constData(), "http://127.0.0.1:" + QByteArray::number(gone.serverPort()));
    gone.close();
    const ScriptedMailServer server;
    Letter letter;
    letter.server = plainServer(server.serverPort());
    QCOMPARE(summary(post(letter)), s("delivered 250"));
    QCOMPARE(server.messages().size(), 1);
}

QTEST_GUILESS_MAIN(TestMailFaults)
#include "tst_mailfaults.moc"

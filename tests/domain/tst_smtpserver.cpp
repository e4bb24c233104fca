#include "core/domain/smtpserver.h"

#include <QTest>

#include <functional>

using namespace callboard;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

SmtpServer good()
{
    SmtpServer server;
    server.host = s("mail.example.com");
    server.user = s("operator");
    server.password.plain = s("secret");
    server.from = s("Callboard <callbacks@example.com>");
    return server;
}

} // namespace

class TestSmtpServer : public QObject {
    Q_OBJECT

private slots:
    void readsAServer_data();
    void readsAServer();
    void refusesUrls_data();
    void refusesUrls();
    void saysHowAPasswordIsGiven();
    void namesWhatKeepsItFromBeingSaved_data();
    void namesWhatKeepsItFromBeingSaved();
    void choosesASender();
    void readsWordsInAnyCase();
};

void TestSmtpServer::readsAServer_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("security");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("from");
    const auto row = [](const char *url, const char *host, int port, const char *security, const char *user = "",
                        const char *from = "") {
        QTest::newRow(url) << s(url) << s(host) << port << s(security) << s(user) << s(from);
    };
    row("smtp://mail.example.com", "mail.example.com", 587, "starttls");
    row("smtp://mail.example.com/", "mail.example.com", 587, "starttls");
    row("SMTPS://mail.example.com", "mail.example.com", 465, "tls");
    row("smtps://mail.example.com?security=tls", "mail.example.com", 465, "tls");
    row("smtp://mail.example.com?security=tls", "mail.example.com", 465, "tls");
    row("smtp://mail.example.com?security=none", "mail.example.com", 25, "none");
    row("smtp://mail.example.com:2525", "mail.example.com", 2525, "starttls");
    row("smtp://localhost", "localhost", 25, "none");
    row("smtp://127.0.0.1:2525", "127.0.0.1", 2525, "none");
    row("smtp://[::1]:2525", "::1", 2525, "none");
    row("smtp://127.0.0.1?security=starttls", "127.0.0.1", 587, "starttls");
    row("smtp://127.example.com", "127.example.com", 587, "starttls");
    row("smtp://op%40example.com@mail.example.com", "mail.example.com", 587, "starttls", "op@example.com");
    row("smtp://mail.example.com?from=a+b@x.example&security=none", "mail.example.com", 25, "none", "",
        "a+b@x.example");
    row("smtp://mail.example.com?from=Call%20Board%20%3Ca@x.example%3E", "mail.example.com", 587, "starttls", "",
        "Call Board <a@x.example>");
    row("smtp://bücher.example", "xn--bcher-kva.example", 587, "starttls");
}

void TestSmtpServer::readsAServer()
{
    QFETCH(QString, url);
    const auto server = smtpServerFrom(url);
    QVERIFY2(server.has_value(), qPrintable(server ? QString() : server.error().detail));
    QTEST(server->host, "host");
    QTEST(server->port, "port");
    QTEST(toString(server->security), "security");
    QTEST(server->user, "user");
    QTEST(server->from, "from");
    QVERIFY(!server->password.isSet());
}

void TestSmtpServer::refusesUrls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("about");
    const auto row = [](const char *url, const char *about) { QTest::newRow(url) << s(url) << s(about); };
    row("mail.example.com", "smtp://");
    row("http://mail.example.com", "smtp://");
    row("smtp://", "host");
    row("smtp://mail.example.com:0", "port");
    row("smtp://mail.example.com/inbox", "ends after its port");
    row("smtp://mail.example.com#x", "ends after its port");
    row("smtp://mail.example.com?security=maybe", "maybe");
    row("smtp://mail.example.com?password=x", "password");
    row("smtps://mail.example.com?security=none", "none");
    row("smtp://mail.example.com?from=nobody", "sender");
    row("smtp://mail.example.com?from=a@x%0D%0ABcc:%20b@y", "sender");
    row("smtp://a%0D%0Ab@mail.example.com", "user name");
    row("smtp://mail_server", "host");
}

void TestSmtpServer::refusesUrls()
{
    QFETCH(QString, url);
    QFETCH(QString, about);
    const auto server = smtpServerFrom(url);
    QVERIFY(!server.has_value());
    QVERIFY(server.error().code == ErrorCode::InvalidUrl);
    QVERIFY2(server.error().detail.contains(about), qPrintable(server.error().detail));
}

void TestSmtpServer::saysHowAPasswordIsGiven()
{
    for (const char *url : {"smtp://op:hunter2@mail.example.com", "smtp://op:@mail.example.com"}) {
        const auto server = smtpServerFrom(s(url));
        QVERIFY(!server.has_value());
        QVERIFY(server.error().detail.contains(s("--mail-password @FILE")));
        QVERIFY(!server.error().detail.contains(s("hunter2")));
    }
}

void TestSmtpServer::namesWhatKeepsItFromBeingSaved_data()
{
    QTest::addColumn<SmtpServer>("server");
    QTest::addColumn<QString>("about"); // empty: fine
    const auto row = [](const char *name, const char *about, const std::function<void(SmtpServer &)> &change) {
        SmtpServer server = good();
        change(server);
        QTest::newRow(name) << server << s(about);
    };
    row("fine", "", [](SmtpServer &) {});
    row("none at all", "", [](SmtpServer &server) { server = {}; });
    row("no host", "host", [](SmtpServer &server) { server.host.clear(); });
    row("a host with more behind it", "host", [](SmtpServer &server) { server.host = s("x.example/y"); });
    row("IPv6", "", [](SmtpServer &server) { server.host = s("2001:db8::1"); });
    row("port 0", "port", [](SmtpServer &server) { server.port = 0; });
    row("port 65536", "port", [](SmtpServer &server) { server.port = 65536; });
    row("no password", "--mail-password", [](SmtpServer &server) { server.password = {}; });
    row("a sealed password", "", [](SmtpServer &server) { server.password = {{}, "sealed"}; });
    row("a password of two lines", "password", [](SmtpServer &server) { server.password.plain = s("a\nb"); });
    row("a user of two lines", "user name", [](SmtpServer &server) { server.user = s("a\r\nb"); });
    row("nobody signs in", "", [](SmtpServer &server) { server.user.clear(); });
    row("a sender that is none", "sender", [](SmtpServer &server) { server.from = s("Callboard"); });
    row("no sender", "", [](SmtpServer &server) { server.from.clear(); });
}

void TestSmtpServer::namesWhatKeepsItFromBeingSaved()
{
    QFETCH(SmtpServer, server);
    QFETCH(QString, about);
    const auto problem = smtpProblem(server);
    QCOMPARE(problem.has_value(), !about.isEmpty());
    QVERIFY2(!problem || problem->contains(about), qPrintable(problem.value_or(QString())));
    QVERIFY(!problem || !problem->contains(u'\n'));
}

void TestSmtpServer::choosesASender()
{
    SmtpServer server = good();
    server.user = s("op@example.com");
    const QString local = s("studio-4");
    QCOMPARE(senderOf(server, local), (Mailbox{s("Callboard"), s("callbacks@example.com")}));
    server.from.clear();
    QCOMPARE(senderOf(server, local), (Mailbox{{}, s("op@example.com")}));
    server.user = s("op");
    QCOMPARE(senderOf(server, local), (Mailbox{{}, s("callboard@studio-4")}));
    QCOMPARE(senderOf(server, s("not a host")), (Mailbox{{}, s("callboard@localhost")}));
}

void TestSmtpServer::readsWordsInAnyCase()
{
    for (SmtpSecurity security : {SmtpSecurity::StartTls, SmtpSecurity::Tls, SmtpSecurity::None}) {
        QVERIFY(smtpSecurityFrom(toString(security)) == security);
        QVERIFY(smtpSecurityFrom(toString(security).toUpper()) == security);
    }
    QVERIFY(!smtpSecurityFrom(s("ssl")));
}

QTEST_APPLESS_MAIN(TestSmtpServer)
#include "tst_smtpserver.moc"

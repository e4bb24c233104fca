// TLS and signing in, against a real server: what must stand before a byte of the mail leaves.
#include "tests/support/testcertificate.h"
#include "tests/transport/mailfixture.h"

#include <QFile>

using namespace callboard;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestMailSecurity : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void sendsUnderTls_data();
    void sendsUnderTls();
    void refusesACertificateThatNobodyVouchesFor_data();
    void refusesACertificateThatNobodyVouchesFor();
    void refusesACertificateForAnotherName();
    void refusesAServerWithoutStartTls();
    void saysThatTheServerSpeaksNoTls();
    void signsIn_data();
    void signsIn();
    void reportsAWrongPassword();
    void triesAgainWhereSigningInFailsForNow();
    void sendsNothingWhereNobodyCanSignIn_data();
    void sendsNothingWhereNobodyCanSignIn();
    void neverShowsThePassword();

private:
    [[nodiscard]] QStringList options(const char *security) const;
    [[nodiscard]] Exchange send(SmtpSecurity security);

    QTemporaryDir m_directory;
    TestCertificate m_certificate;
    QByteArray m_caPem;
    std::unique_ptr<TestSmtpServer> m_server;
    Letter m_letter;
};

void TestMailSecurity::initTestCase()
{
    m_certificate = selfSignedCertificate(m_directory.path(), s("localhost"));
    QVERIFY(!m_certificate.certificate.isNull());
    m_caPem = m_certificate.certificate.toPem();
}

void TestMailSecurity::init()
{
    m_server = std::make_unique<TestSmtpServer>();
    m_letter = {};
}

QStringList TestMailSecurity::options(const char *security) const
{
    return {s("--security"), s(security),          s("--certificate"), m_certificate.certificateFile,
            s("--key"),      m_certificate.keyFile};
}

Exchange TestMailSecurity::send(SmtpSecurity security)
{
    m_letter.server.host = s("localhost");
    m_letter.server.port = m_server->port();
    m_letter.server.security = security;
    return post(m_letter, m_caPem);
}

void TestMailSecurity::sendsUnderTls_data()
{
    QTest::addColumn<int>("security");
    QTest::newRow("starttls") << int(SmtpSecurity::StartTls);
    QTest::newRow("tls") << int(SmtpSecurity::Tls);
}

void TestMailSecurity::sendsUnderTls()
{
    QFETCH(int, security);
    QVERIFY(m_server->start(options(QTest::currentDataTag())));
    const Exchange got = send(SmtpSecurity(security));
    QVERIFY2(got.outcome == Outcome::Delivered, qPrintable(got.errorText));
    const TakenMail mail = m_server->mails().value(0);
    QVERIFY(mail.encrypted);
    QCOMPARE(mail.parts.value(2).content, m_letter.body);
    QVERIFY(got.timings.encrypted && got.timings.encrypted < got.timings.sent);
}

void TestMailSecurity::refusesACertificateThatNobodyVouchesFor_data()
{
    sendsUnderTls_data();
}

void TestMailSecurity::refusesACertificateThatNobodyVouchesFor()
{
    QFETCH(int, security);
    QVERIFY(m_server->start(options(QTest::currentDataTag())));
    m_caPem.clear();
    const Exchange got = send(SmtpSecurity(security));
    m_caPem = m_certificate.certificate.toPem();
    QCOMPARE(summary(got), s("not-sent tls"));
    QVERIFY2(got.errorText.contains(s("self-signed")), qPrintable(got.errorText));
    QVERIFY2(got.errorText.contains(s("localhost")), qPrintable(got.errorText));
    QCOMPARE(m_server->mails().size(), 0);
}

void TestMailSecurity::refusesACertificateForAnotherName()
{
    QVERIFY(m_server->start(options("starttls")));
    m_letter.server = plainServer(m_server->port());
    m_letter.server.security = SmtpSecurity::StartTls;
    const Exchange got = post(m_letter, m_caPem);
    QCOMPARE(summary(got), s("not-sent tls"));
    QCOMPARE(m_server->mails().size(), 0);
}

void TestMailSecurity::refusesAServerWithoutStartTls()
{
    QVERIFY(m_server->start({s("--sign-in"), s("op:hunter2")})); // it would take the password in the clear
    m_letter.server.user = s("op");
    m_letter.server.password.plain = s("hunter2");
    const Exchange got = send(SmtpSecurity::StartTls);
    QCOMPARE(summary(got), s("not-sent tls"));
    QVERIFY2(got.errorText.contains(s("STARTTLS")), qPrintable(got.errorText));
    QCOMPARE(m_server->signIns(), 0);
    QCOMPARE(m_server->mails().size(), 0);
}

void TestMailSecurity::saysThatTheServerSpeaksNoTls()
{
    QVERIFY(m_server->start());
    QCOMPARE(summary(send(SmtpSecurity::Tls)), s("not-sent tls"));
    QCOMPARE(m_server->mails().size(), 0);
}

void TestMailSecurity::signsIn_data()
{
    QTest::addColumn<int>("security");
    QTest::newRow("starttls") << int(SmtpSecurity::StartTls);
    QTest::newRow("tls") << int(SmtpSecurity::Tls);
    QTest::newRow("none") << int(SmtpSecurity::None);
}

void TestMailSecurity::signsIn()
{
    QFETCH(int, security);
    QVERIFY(
        m_server->start(options(QTest::currentDataTag()) + QStringList{s("--sign-in"), s("op@x.example:hünter 2")}));
    m_letter.server.user = s("op@x.example");
    m_letter.server.password.plain = s("hünter 2");
    const Exchange got = send(SmtpSecurity(security));
    QVERIFY2(got.outcome == Outcome::Delivered, qPrintable(got.errorText));
    QCOMPARE(m_server->mails().value(0).user, s("op@x.example"));
    QCOMPARE(m_server->signIns(), 1);
}

void TestMailSecurity::reportsAWrongPassword()
{
    QVERIFY(m_server->start(options("starttls") + QStringList{s("--sign-in"), s("op:hunter2")}));
    m_letter.server.user = s("op");
    m_letter.server.password.plain = s("hunter3");
    const Exchange got = send(SmtpSecurity::StartTls);
    QCOMPARE(summary(got), s("rejected configuration 535"));
    QCOMPARE(failureCause(got), s("smtp-535"));
    QVERIFY2(got.errorText.contains(s("“op”")), qPrintable(got.errorText));
    QCOMPARE(m_server->mails().size(), 0);
}

void TestMailSecurity::triesAgainWhereSigningInFailsForNow()
{
    QVERIFY(m_server->start(options("starttls")
                            + QStringList{s("--sign-in"), s("op:hunter2"), s("--refuse-sign-in"),
                                          s("454 4.7.0 Temporary authentication failure")}));
    m_letter.server.user = s("op");
    m_letter.server.password.plain = s("hunter2");
    QCOMPARE(summary(send(SmtpSecurity::StartTls)), s("rejected http 454"));
}

void TestMailSecurity::sendsNothingWhereNobodyCanSignIn_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<QString>("about");
    QTest::newRow("no way") << s("nothing") << s("“op”");
    QTest::newRow("an unknown way") << s("unknown") << s("no way to sign in");
}

void TestMailSecurity::sendsNothingWhereNobodyCanSignIn()
{
    QFETCH(QString, offer);
    QFETCH(QString, about);
    QVERIFY(m_server->start(options("starttls") + QStringList{s("--offer"), offer}));
    m_letter.server.user = s("op");
    m_letter.server.password.plain = s("hunter2");
    const Exchange got = send(SmtpSecurity::StartTls);
    QCOMPARE(summary(got), s("not-sent configuration"));
    QVERIFY2(got.errorText.contains(about), qPrintable(got.errorText));
    QCOMPARE(m_server->mails().size(), 0);
}

void TestMailSecurity::neverShowsThePassword()
{
    QVERIFY(m_server->start({s("--sign-in"), s("op:right")}));
    m_letter.server.user = s("op");
    m_letter.server.password.plain = s("canary-7d1f");
    const Exchange got = send(SmtpSecurity::None);
    QCOMPARE(summary(got), s("rejected configuration 535"));
    const QByteArray everything = got.responseHead + got.errorText.toUtf8() + got.note.toUtf8() + got.responseBody;
    QVERIFY(!everything.contains("canary-7d1f"));
    const QByteArray plain = QByteArrayLiteral("\0op\0canary-7d1f");
    for (const QByteArray &secret : {QByteArray("canary-7d1f"), plain})
        QVERIFY(!everything.contains(secret.toBase64()));
}

QTEST_GUILESS_MAIN(TestMailSecurity)
#include "tst_mailsecurity.moc"

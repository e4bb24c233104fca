#include "core/domain/mailaddress.h"

#include <QTest>

using namespace callboard;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QStringList list(const char *text)
{
    return s(text).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

class TestMailAddress : public QObject {
    Q_OBJECT

private slots:
    void readsTheDocumentsAddress();
    void readsRecipients_data();
    void readsRecipients();
    void readsSubjectAndBody();
    void refusesWhatIsNoAddress_data();
    void refusesWhatIsNoAddress();
    void refusesMoreRecipientsThanServersTake();
    void namesEachRecipientOnce();
    void knowsMailboxes_data();
    void knowsMailboxes();
    void readsASender_data();
    void readsASender();
};

void TestMailAddress::readsTheDocumentsAddress()
{
    const auto address = parseMailto(s("mailto:johndoe@epiclabs.io"));
    QVERIFY(address.has_value());
    MailAddress expected;
    expected.to = list("johndoe@epiclabs.io");
    QCOMPARE(*address, expected);
}

void TestMailAddress::readsRecipients_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QStringList>("to");
    QTest::addColumn<QStringList>("cc");
    QTest::addColumn<QStringList>("bcc");
    const auto row = [](const char *url, const char *to, const char *cc = "", const char *bcc = "") {
        QTest::newRow(url) << s(url) << list(to) << list(cc) << list(bcc);
    };
    row("MailTo:a@x.example", "a@x.example");
    row("mailto:a@x.example,b@y.example", "a@x.example b@y.example");
    row("mailto:?to=a@x.example,b@y.example", "a@x.example b@y.example");
    row("mailto:a@x.example?to=b@y.example", "a@x.example b@y.example");
    row("mailto:a@x.example?cc=c@z.example&bcc=d@z.example", "a@x.example", "c@z.example", "d@z.example");
    row("mailto:?CC=c@z.example&cc=d@z.example", "", "c@z.example d@z.example");
    row("mailto:a+tag@x.example", "a+tag@x.example");
    row("mailto:gorby%25kremvax@x.example", "gorby%kremvax@x.example");
    row("mailto:a%40x.example", "a@x.example");
    row("mailto:unlikely%3Faddress@x.example", "unlikely?address@x.example");
    row("mailto:Mike%26family@x.example", "Mike&family@x.example");
    row("mailto:user@b%C3%BCcher.example", "user@xn--bcher-kva.example");
    row("mailto:root@localhost", "root@localhost");
}

void TestMailAddress::readsRecipients()
{
    QFETCH(QString, url);
    const auto address = parseMailto(url);
    QVERIFY2(address.has_value(), qPrintable(address ? QString() : address.error().detail));
    QTEST(address->to, "to");
    QTEST(address->cc, "cc");
    QTEST(address->bcc, "bcc");
}

void TestMailAddress::readsSubjectAndBody()
{
    const auto address = parseMailto(
        s("mailto:a@x.example?subject=caf%C3%A9%20%26%20t%C3%A9+1&body=one%0D%0Atwo%0Athree&"));
    QVERIFY(address.has_value());
    QCOMPARE(address->subject, s("café & té+1"));
    QCOMPARE(address->body, s("one\ntwo\nthree"));
}

void TestMailAddress::refusesWhatIsNoAddress_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("about");
    const auto row = [](const char *url, const char *about) { QTest::newRow(url) << s(url) << s(about); };
    row("https://x.example", "mailto:");
    row("mailto:", "nobody");
    row("mailto:?subject=x", "nobody");
    row("mailto:a@x.example,", "missing");
    row("mailto:a@x.example%0D%0ABcc:b@y.example", "line end");
    row("mailto:a@x.example%00", "control");
    row("mailto:a@x.example%2Cb@y.example", "a@x.example,b"); // an encoded comma doesn't separate
    row("mailto:a@x.example?cc=%3Cc@z.example%3E", "<c");
    row("mailto:a@x.example?subject=x%0D%0ABcc:%20b@y.example", "subject");
    row("mailto:a@x.example?subject=x%E2%80%A8y", "subject");
    row("mailto:a@x.example?body=x%0Dy", "body");
    row("mailto:a@x.example?subject=a&subject=b", "twice");
    row("mailto:a@x.example?from=b@y.example", "from");
    row("mailto:a@x.example?In-Reply-To=%3C1@y%3E", "in-reply-to");
    row("mailto:a%ZZ@x.example", "percent-encoded");
    row("mailto:a@x.example?subject=%FF", "percent-encoded");
    row("mailto:a@x.example?subject=%4", "percent-encoded");
    row("mailto:j%C3%BCrgen@x.example", "ASCII");
    row("mailto:a@x.example#b", "%23");
    row("mailto:a b@x.example", "a b");
}

void TestMailAddress::refusesWhatIsNoAddress()
{
    QFETCH(QString, url);
    QFETCH(QString, about);
    const auto address = parseMailto(url);
    QVERIFY(!address.has_value());
    QVERIFY(address.error().code == ErrorCode::InvalidUrl);
    QVERIFY2(address.error().detail.contains(about), qPrintable(address.error().detail));
}

void TestMailAddress::refusesMoreRecipientsThanServersTake()
{
    const auto mailto = [](int count) -> QString {
        QStringList addresses;
        for (int i = 0; i < count; ++i)
            addresses.append(s("u%1@x.example").arg(i));
        return s("mailto:") + addresses.join(u',');
    };
    QVERIFY(parseMailto(mailto(100)).has_value());
    QVERIFY(!parseMailto(mailto(101)).has_value());
}

void TestMailAddress::namesEachRecipientOnce()
{
    const auto address = parseMailto(s("mailto:a@x.example?cc=b@x.example,a@x.example&bcc=c@x.example,b@x.example"));
    QVERIFY(address.has_value());
    QCOMPARE(address->recipients(), list("a@x.example b@x.example c@x.example"));
}

void TestMailAddress::knowsMailboxes_data()
{
    QTest::addColumn<QString>("mailbox");
    QTest::addColumn<bool>("fine");
    const auto row = [](const QString &mailbox, bool fine) { QTest::newRow(qPrintable(mailbox)) << mailbox << fine; };
    row(s("a@b"), true);
    row(s("o'brien_{x}@sub-1.example.org"), true);
    row(s("a"), false);
    row(s("@x"), false);
    row(s("a@"), false);
    row(s("a@b@c"), false);
    row(s(".a@b"), false);
    row(s("a.@b"), false);
    row(s("a..b@c"), false);
    row(s("a@-b"), false);
    row(s("a@b..c"), false);
    row(s("a@b.c."), false);
    row(s("a@[127.0.0.1]"), false);
    row(s("\"a b\"@c"), false);
    row(s("a@b>"), false);
    row(s("a@b\r\nRCPT TO:<c@d>"), false);
    row(s("a\u2028@b"), false);
    row(s("é@b"), false);
    row(QString(64, u'a') + s("@b"), true);
    row(QString(65, u'a') + s("@b"), false);
    row(s("a@") + QString(63, u'b'), true);
    row(s("a@") + QString(64, u'b'), false);
}

void TestMailAddress::knowsMailboxes()
{
    QFETCH(QString, mailbox);
    const auto problem = mailboxProblem(mailbox);
    QTEST(!problem.has_value(), "fine");
    QVERIFY(!problem || !problem->contains(u'\n'));
}

void TestMailAddress::readsASender_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fine");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("address");
    QTest::newRow("bare") << s(" a@x.example ") << true << QString() << s("a@x.example");
    QTest::newRow("named") << s("Callboard <a@x.example> ") << true << s("Callboard") << s("a@x.example");
    QTest::newRow("quoted") << s("\"Call, board\" <a@x.example>") << true << s("Call, board") << s("a@x.example");
    QTest::newRow("in brackets") << s("<a@x.example>") << true << QString() << s("a@x.example");
    QTest::newRow("other letters") << s("Büro <a@x.example>") << true << s("Büro") << s("a@x.example");
    QTest::newRow("empty") << QString() << false << QString() << QString();
    QTest::newRow("no address") << s("Callboard <>") << false << QString() << QString();
    QTest::newRow("not closed") << s("Callboard <a@x.example") << false << QString() << QString();
    QTest::newRow("two lines") << s("Call\r\nBcc: b@y <a@x.example>") << false << QString() << QString();
}

void TestMailAddress::readsASender()
{
    QFETCH(QString, text);
    const auto sender = parseMailbox(text);
    QTEST(sender.has_value(), "fine");
    if (!sender)
        return;
    QTEST(sender->name, "name");
    QTEST(sender->address, "address");
}

QTEST_APPLESS_MAIN(TestMailAddress)
#include "tst_mailaddress.moc"

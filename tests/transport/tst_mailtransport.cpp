// What arrives: mails to a real server, read back by a parser that is not ours.
#include "tests/transport/mailfixture.h"

using namespace callboard;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestMailTransport : public QObject {
    Q_OBJECT

private slots:
    void init();
    void deliversBothTextsAndTheAttachment();
    void reportsWhatWasSaid();
    void namesEverybodyOnTheEnvelopeAndOnlySomeInTheHeaders();
    void carriesTextsInAnyLanguage();
    void keepsTheAttachmentByteForByte_data();
    void keepsTheAttachmentByteForByte();
    void keepsLinesThatLookLikeTheEnd();
    void goesWithoutAnAttachment();
    void foldsLongHeaders();
    void sendsManyAtATime();

private:
    TakenMail take(const Letter &letter);

    std::unique_ptr<TestSmtpServer> m_server;
    Letter m_letter;
};

void TestMailTransport::init()
{
    m_server = std::make_unique<TestSmtpServer>();
    QVERIFY(m_server->start());
    m_letter = {};
    m_letter.server = plainServer(m_server->port());
}

TakenMail TestMailTransport::take(const Letter &letter)
{
    const Exchange got = post(letter);
    [&] { QVERIFY2(got.outcome == Outcome::Delivered, qPrintable(got.errorText)); }();
    return m_server->mails().value(0);
}

void TestMailTransport::deliversBothTextsAndTheAttachment()
{
    const TakenMail mail = take(m_letter);
    QCOMPARE(mail.structure,
             QStringList({s("multipart/mixed"), s("multipart/alternative"), s("text/plain"), s("text/html"),
                          s("application/json")}));
    QCOMPARE(mail.defects, QStringList());
    QCOMPARE(mail.parts[0].content, "T1S03 was published.\r\n");
    QCOMPARE(mail.parts[0].charset, s("utf-8"));
    QCOMPARE(mail.parts[1].content, "<p>T1S03 was published.</p>");
    QCOMPARE(mail.parts[2].content, m_letter.body);
    QCOMPARE(mail.parts[2].file, s("callback.json"));
    QCOMPARE(mail.header(s("Message-ID")), QStringList(s("<dl_abc_17@example.org>")));
    QCOMPARE(mail.header(s("Subject")), QStringList(s("T1S03 was published")));
    QCOMPARE(mail.header(s("From")), QStringList(s("Callboard <callbacks@example.org>")));
    QCOMPARE(mail.header(s("MIME-Version")), QStringList(s("1.0")));
    QCOMPARE(mail.sender, s("callbacks@example.org"));
    QCOMPARE(mail.recipients, QStringList(s("johndoe@epiclabs.example")));
    QVERIFY(!mail.greeting.isEmpty());
}

void TestMailTransport::reportsWhatWasSaid()
{
    const Exchange got = post(m_letter);
    QCOMPARE(summary(got), s("delivered 250"));
    QVERIFY(got.protocol == Protocol::Smtp);
    QCOMPARE(got.errorText, QString());
    QCOMPARE(failureCause(got), QString());
    QCOMPARE(got.responseHead, "250 2.0.0 Kept\r\n");
    QCOMPARE(got.remoteAddress, s("127.0.0.1:%1").arg(m_server->port()));
    QVERIFY(got.timings.connected && got.timings.sent && got.timings.firstByte && got.timings.done);
    QVERIFY(got.timings.connected <= got.timings.sent && got.timings.sent <= got.timings.firstByte);
    QVERIFY(got.timings.firstByte <= got.timings.done);
    QVERIFY(!got.timings.encrypted);
}

void TestMailTransport::namesEverybodyOnTheEnvelopeAndOnlySomeInTheHeaders()
{
    m_letter.recipients = {s("a@x.example"), s("c@x.example"), s("secret@x.example")};
    m_letter.more = {{"Cc", "c@x.example"}};
    const TakenMail mail = take(m_letter);
    QCOMPARE(mail.recipients, m_letter.recipients);
    QCOMPARE(mail.header(s("Cc")), QStringList(s("c@x.example")));
    QVERIFY(!mail.raw.contains("secret@"));
    QCOMPARE(m_server->mails().size(), 1);
}

void TestMailTransport::carriesTextsInAnyLanguage()
{
    m_letter.subject = s("エヴァート ぽつ – «Ünïcode» 🎬 was published, and this subject is long enough for words");
    m_letter.text = s("Grüße 🎬\n") + QString(2000, u'ß') + s("\nend");
    m_letter.html = s("<p>ぽつ</p>");
    const TakenMail mail = take(m_letter);
    QCOMPARE(mail.header(s("Subject")), QStringList(m_letter.subject));
    QCOMPARE(QString::fromUtf8(mail.parts[0].content), QString(m_letter.text).replace(u'\n', s("\r\n")));
    QCOMPARE(mail.parts[1].content, "<p>ぽつ</p>");
    QCOMPARE(mail.defects, QStringList());
    for (const QByteArray &line : mail.raw.split('\n')) {
        QVERIFY(line.size() <= (line.contains("boundary=") ? 100 : 77)); // that one is libcurl's own
        QVERIFY(std::ranges::all_of(line, [](char c) { return static_cast<quint8>(c) < 0x80; }));
    }
}

void TestMailTransport::keepsTheAttachmentByteForByte_data()
{
    QTest::addColumn<QByteArray>("body");
    QByteArray every;
    for (int c = 0; c < 256; ++c)
        every += static_cast<char>(c);
    QTest::newRow("every byte") << every;
    QTest::newRow("bare line feeds") << QByteArray("{\n\"a\": 1\n}\n");
    QTest::newRow("dots") << QByteArray("a\r\n.\r\nb\r\n..\r\n");
    QTest::newRow("large") << every.repeated(4000);
}

void TestMailTransport::keepsTheAttachmentByteForByte()
{
    QFETCH(QByteArray, body);
    m_letter.body = body;
    const TakenMail mail = take(m_letter);
    QCOMPARE(mail.parts.size(), 3);
    QCOMPARE(mail.parts[2].content, body);
}

void TestMailTransport::keepsLinesThatLookLikeTheEnd()
{
    m_letter.text = s("before\n.\n..\n.QUIT\nDATA\n--\nafter\n");
    m_letter.html = s(".\n<p>x</p>\n.");
    const TakenMail mail = take(m_letter);
    QCOMPARE(mail.parts[0].content, "before\r\n.\r\n..\r\n.QUIT\r\nDATA\r\n--\r\nafter\r\n");
    QCOMPARE(mail.parts[1].content, ".\r\n<p>x</p>\r\n.");
    QCOMPARE(mail.parts[2].content, m_letter.body);
    QCOMPARE(m_server->mails().size(), 1);
}

void TestMailTransport::goesWithoutAnAttachment()
{
    m_letter.body.clear();
    m_letter.attachment.clear();
    m_letter.type.clear();
    const TakenMail mail = take(m_letter);
    QCOMPARE(mail.parts.size(), 2);
    QCOMPARE(mail.parts[0].content, "T1S03 was published.\r\n");
}

void TestMailTransport::foldsLongHeaders()
{
    QByteArrayList cc;
    for (int i = 0; i < 40; ++i)
        cc.append("person" + QByteArray::number(i) + "@subsidiary.example.org");
    m_letter.more = {{"Cc", cc.join(", ")}, {"X-Empty", ""}};
    const TakenMail mail = take(m_letter);
    QCOMPARE(mail.header(s("Cc")), QStringList(QString::fromLatin1(cc.join(", "))));
    QCOMPARE(mail.defects, QStringList());
}

void TestMailTransport::sendsManyAtATime()
{
    MailTransport transport;
    TransportResults results(transport);
    QList<TransportRequest> batch;
    for (quint64 ticket = 1; ticket <= 12; ++ticket)
        batch.append(requestOf(m_letter, ticket));
    transport.send(batch);
    QTRY_COMPARE_WITH_TIMEOUT(results.reports, 12, 30'000);
    for (quint64 ticket = 1; ticket <= 12; ++ticket)
        QCOMPARE(summary(results[ticket]), s("delivered 250"));
    QCOMPARE(m_server->mails().size(), 12);
}

QTEST_GUILESS_MAIN(TestMailTransport)
#include "tst_mailtransport.moc"

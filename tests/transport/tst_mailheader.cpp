#include "core/transport/mail/headertext.h"

#include <QTest>

using namespace callboard;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

// What a mail program makes of encoded words: adjacent ones are joined, the space between them is not text.
QString decodedWords(const QByteArray &words)
{
    QByteArray bytes;
    for (const QByteArray &word : words.split(' '))
        bytes += QByteArray::fromBase64(word.mid(10).chopped(2));
    return QString::fromUtf8(bytes);
}

} // namespace

class TestMailHeader : public QObject {
    Q_OBJECT

private slots:
    void leavesPlainTextAlone();
    void encodesWhatIsNotPlain_data();
    void encodesWhatIsNotPlain();
    void neverCutsACharacter();
    void writesMailboxes_data();
    void writesMailboxes();
    void foldsAtSpaces();
    void leavesAWordThatCannotBeFolded();
    void writesTheHead();
};

void TestMailHeader::leavesPlainTextAlone()
{
    QCOMPARE(mailHeaderText(s("T1S03 was published: 100 % (a=b)?")), "T1S03 was published: 100 % (a=b)?");
    QCOMPARE(mailHeaderText(QString()), "");
    QCOMPARE(mailHeaderText(s("a\r\nBcc: b@x\tc")), "a  Bcc: b@x c");
    QCOMPARE(mailHeaderText(s(" a ")), "a");
}

void TestMailHeader::encodesWhatIsNotPlain_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("accents") << s("café");
    QTest::newRow("what looks encoded") << s("=?UTF-8?B?WA==?=");
    QTest::newRow("long") << s("エヴァート ぽつ – ").repeated(12).trimmed();
    QTest::newRow("emoji") << s("🎬").repeated(40);
    QTest::newRow("exactly one word") << QString(18, u'ß');
    QTest::newRow("one more") << QString(19, u'ß');
}

void TestMailHeader::encodesWhatIsNotPlain()
{
    QFETCH(QString, text);
    const QByteArray encoded = mailHeaderText(text);
    QCOMPARE(decodedWords(encoded), text);
    for (const QByteArray &word : encoded.split(' ')) {
        QVERIFY(word.size() <= 75);
        QVERIFY(word.startsWith("=?UTF-8?B?") && word.endsWith("?="));
    }
    for (const QByteArray &line : foldedHeader("Subject", encoded).split('\n'))
        QVERIFY(line.size() <= 77);
}

void TestMailHeader::neverCutsACharacter()
{
    for (int shift = 0; shift < 4; ++shift) {
        const QByteArray encoded = mailHeaderText(QString(shift, u'a') + s("🎬").repeated(30));
        for (const QByteArray &word : encoded.split(' ')) {
            const QString text = QString::fromUtf8(QByteArray::fromBase64(word.mid(10).chopped(2)));
            QVERIFY(!text.contains(QChar::ReplacementCharacter));
        }
    }
}

void TestMailHeader::writesMailboxes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("bare") << QString() << QByteArray("a@x.example");
    QTest::newRow("plain") << s("Call, board") << QByteArray("\"Call, board\" <a@x.example>");
    QTest::newRow("quotes") << s("a \"b\" \\ <c@d>,") << QByteArray("\"a \\\"b\\\" \\\\ <c@d>,\" <a@x.example>");
    QTest::newRow("accents") << s("Büro") << QByteArray("=?UTF-8?B?QsO8cm8=?= <a@x.example>");
    QTest::newRow("two lines") << s("a\r\nBcc: b@x") << QByteArray("\"a  Bcc: b@x\" <a@x.example>");
}

void TestMailHeader::writesMailboxes()
{
    QFETCH(QString, name);
    QTEST(mailboxText(name, s("a@x.example")), "expected");
}

void TestMailHeader::foldsAtSpaces()
{
    const QByteArray value = QByteArray("someone@subsidiary.example.org, ").repeated(6).trimmed();
    const QByteArray folded = foldedHeader("Cc", value);
    QVERIFY(folded.contains("\r\n "));
    for (const QByteArray &line : folded.split('\n'))
        QVERIFY(line.size() <= 77);
    QCOMPARE(QByteArray(folded).replace("\r\n", ""), "Cc: " + value);
    const QByteArray spaces = "a  " + QByteArray(80, 'b') + "  c";
    QCOMPARE(foldedHeader("X", spaces).replace("\r\n", ""), "X: " + spaces);
}

void TestMailHeader::leavesAWordThatCannotBeFolded()
{
    const QByteArray word(200, 'x');
    QCOMPARE(foldedHeader("Subject", word), "Subject: " + word);
    QCOMPARE(foldedHeader("X-Empty", ""), "X-Empty:");
}

void TestMailHeader::writesTheHead()
{
    QCOMPARE(mailHead({{"To", "a@x.example"}, {"Subject", "Hello"}}), "To: a@x.example\r\nSubject: Hello\r\n\r\n");
}

QTEST_APPLESS_MAIN(TestMailHeader)
#include "tst_mailheader.moc"

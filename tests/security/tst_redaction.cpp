// Secret values vanish from a head, everything else stays byte for byte.
#include "core/security/redaction.h"

#include <QTest>

using namespace callboard;

class TestRedaction : public QObject {
    Q_OBJECT

private slots:
    void masks_data();
    void masks();
    void hidesASecretInWords_data();
    void hidesASecretInWords();
};

void TestRedaction::masks_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("masked");
    QTest::newRow("empty") << QByteArray("") << QByteArray("");
    QTest::newRow("nothing secret") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\n\r\n")
                                    << QByteArray("POST / HTTP/1.1\r\nHost: a\r\n\r\n");
    QTest::newRow("secret between others") << QByteArray("POST / HTTP/1.1\r\nA: 1\r\nX-Key: canary\r\nB: 2\r\n\r\n")
                                           << QByteArray("POST / HTTP/1.1\r\nA: 1\r\nX-Key: •••\r\nB: 2\r\n\r\n");
    QTest::newRow("other case, no space") << QByteArray("x-KEY:canary\r\n") << QByteArray("x-KEY: •••\r\n");
    QTest::newRow("twice") << QByteArray("X-Key: canary\nX-Key: canary2\n") << QByteArray("X-Key: •••\nX-Key: •••\n");
    QTest::newRow("folded") << QByteArray("X-Key: ca\r\n nary\r\nA: 1\r\n folded\r\n")
                            << QByteArray("X-Key: •••\r\nA: 1\r\n folded\r\n");
    QTest::newRow("no line end") << QByteArray("X-Key: canary") << QByteArray("X-Key: •••");
    QTest::newRow("only a longer name") << QByteArray("X-Key-Id: 7\r\n") << QByteArray("X-Key-Id: 7\r\n");
    QTest::newRow("name within a value") << QByteArray("A: X-Key: 7\r\n") << QByteArray("A: X-Key: 7\r\n");
}

void TestRedaction::masks()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, masked);
    QCOMPARE(maskHeaderValues(head, {"X-Key"}), masked);
}

void TestRedaction::hidesASecretInWords_data()
{
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("hidden");
    const auto row = [](const char *name, const char *secret, const char *text, const char *hidden) {
        QTest::newRow(name) << QString::fromUtf8(secret) << QString::fromUtf8(text) << QString::fromUtf8(hidden);
    };
    row("no secret", "", "Key canary", "Key canary");
    row("no text", "canary", "", "");
    row("not in it", "canary", "No such file", "No such file");
    row("as it is, twice", "canary", "canary: no access for “canary”.", "•••: no access for “•••”.");
    row("in a longer word", "canary", "APIKEY=canary2", "APIKEY=•••2");
    row("in another case it is another", "canary", "CANARY", "CANARY");
    row("percent-encoded", "a/b c", "?APIKEY=a%2Fb%20c&x=1", "?APIKEY=•••&x=1");
    row("in lower case", "a/b c", "a%2fb%20c", "•••");
    row("in part", "a/b c", "a/b%20c", "•••");
    row("as a form", "a/b c", "a%2Fb+c", "•••");
    row("all of it", "key!", "%6B%65%79%21", "•••");
    row("beyond ASCII", "clé€𝄞", "cl%C3%A9%E2%82%AC%F0%9D%84%9E clé€𝄞", "••• •••");
    row("a percent sign", "10%20", "10%20 10%2520", "••• •••");
    row("after a false beginning", "aab", "aaab aa", "a••• aa");
    row("cut off", "canary", "Unknown key cana", "Unknown key •••");
    row("cut off amid an encoded one", "cana/ry", "Unknown key cana%2", "Unknown key •••");
    row("too little left to tell", "canary", "Unknown key can", "Unknown key can");
}

void TestRedaction::hidesASecretInWords()
{
    QFETCH(QString, secret);
    QFETCH(QString, text);
    QFETCH(QString, hidden);
    QCOMPARE(withoutSecret(text, secret), hidden);
}

QTEST_GUILESS_MAIN(TestRedaction)
#include "tst_redaction.moc"

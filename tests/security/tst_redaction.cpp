// Secret values vanish from a head, everything else stays byte for byte.
#include "core/security/redaction.h"

#include <QTest>

using namespace callboard;

class TestRedaction : public QObject {
    Q_OBJECT

private slots:
    void masks_data();
    void masks();
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

QTEST_GUILESS_MAIN(TestRedaction)
#include "tst_redaction.moc"

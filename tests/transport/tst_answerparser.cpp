#include "core/transport/pipelined/answerparser.h"

#include <QTest>

using namespace callboard;

class TestAnswerParser : public QObject {
    Q_OBJECT

private slots:
    void readsAChunkedAnswerByteByByte_data();
    void readsAChunkedAnswerByteByByte();
    void aStatusBelow100IsNone();
};

void TestAnswerParser::readsAChunkedAnswerByteByByte_data()
{
    QTest::addColumn<QByteArray>("chunks");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray("0\r\n\r\n") << QByteArray();
    QTest::newRow("one") << QByteArray("5;x=y\r\nhello\r\n0\r\n\r\n") << QByteArray("hello");
    QTest::newRow("a trailer") << QByteArray("1\r\na\r\n0\r\nX: y\r\n\r\n") << QByteArray("a");
}

void TestAnswerParser::readsAChunkedAnswerByteByByte()
{
    QFETCH(QByteArray, chunks);
    QFETCH(QByteArray, body);
    const QByteArray wire = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks;
    AnswerParser parser;
    parser.begin(100);
    AnswerParser::State state = AnswerParser::State::NeedMore;
    QByteArray pending;
    for (const char byte : wire) {
        QCOMPARE(state, AnswerParser::State::NeedMore);
        pending.append(byte);
        qsizetype used = 0;
        state = parser.feed(pending, used);
        pending.remove(0, used);
    }
    QCOMPARE(state, AnswerParser::State::Complete);
    QVERIFY(pending.isEmpty());
    QCOMPARE(parser.answer().body, body);
}

void TestAnswerParser::aStatusBelow100IsNone()
{
    for (const QByteArray &status : {QByteArray("000"), QByteArray("053"), QByteArray("099")}) {
        AnswerParser parser;
        parser.begin(100);
        qsizetype used = 0;
        const QByteArray wire = "HTTP/1.1 " + status + " Busy\r\nContent-Length: 0\r\n\r\n";
        QCOMPARE(parser.feed(wire, used), AnswerParser::State::Malformed);
        QCOMPARE(parser.answer().status, 0);
    }
}

QTEST_GUILESS_MAIN(TestAnswerParser)
#include "tst_answerparser.moc"

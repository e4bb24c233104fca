#include "core/receiver/requestreader.h"

#include <QTest>

using namespace callboard;

class TestRequestReader : public QObject {
    Q_OBJECT

private slots:
    void readsAChunkedRequestByteByByte_data();
    void readsAChunkedRequestByteByByte();
};

void TestRequestReader::readsAChunkedRequestByteByByte_data()
{
    QTest::addColumn<QByteArray>("chunks");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray("0\r\n\r\n") << QByteArray();
    QTest::newRow("one") << QByteArray("5;x=y\r\nhello\r\n0\r\n\r\n") << QByteArray("hello");
    QTest::newRow("two") << QByteArray("1\r\na\r\n2\r\nbc\r\n0\r\n\r\n") << QByteArray("abc");
}

void TestRequestReader::readsAChunkedRequestByteByByte()
{
    QFETCH(QByteArray, chunks);
    QFETCH(QByteArray, body);
    const QByteArray wire = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks;
    RequestReader reader;
    RequestReader::State state = RequestReader::State::NeedMore;
    for (const char byte : wire) {
        QCOMPARE(state, RequestReader::State::NeedMore);
        reader.append(QByteArray(1, byte));
        state = reader.next();
    }
    QCOMPARE(state, RequestReader::State::Complete);
    QCOMPARE(reader.request().body, body);
}

QTEST_GUILESS_MAIN(TestRequestReader)
#include "tst_requestreader.moc"

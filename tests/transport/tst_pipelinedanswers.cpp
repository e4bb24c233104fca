// The answers of one connection, cut in every way.
#include "core/transport/pipelined/answerparser.h"

#include <QTest>

using namespace callboard;

using State = AnswerParser::State;

class TestPipelinedAnswers : public QObject {
    Q_OBJECT

private slots:
    void findsTheAnswersHoweverTheyAreCut_data();
    void findsTheAnswersHoweverTheyAreCut();
    void keepsTheHeadByteForByte();
    void keepsThePrefixAndCountsTheRest();
    void knowsWhetherTheConnectionGoesOn_data();
    void knowsWhetherTheConnectionGoesOn();
    void endsABodyWithTheConnection();
    void isNotDoneWhenTheConnectionEndsEarly();
    void tellsWhatIsNotHttp_data();
    void tellsWhatIsNotHttp();
    void knowsTheStatusOfAHeadThatIsNotComplete();
    void givesUpOnWhatIsTooLarge_data();
    void givesUpOnWhatIsTooLarge();
};

namespace {

struct Reading {
    QStringList answers; // "200 body"
    State state = State::NeedMore;
};

// Offers what was not used again, with the next piece behind it.
Reading readIn(const QByteArray &stream, qsizetype piece)
{
    AnswerParser parser;
    parser.begin(1024);
    Reading reading;
    QByteArray offered;
    for (qsizetype at = 0; at < stream.size(); at += piece) {
        offered += stream.mid(at, piece);
        do {
            qsizetype used = 0;
            reading.state = parser.feed(offered, used);
            offered.remove(0, used);
            if (reading.state != State::Complete)
                break;
            const ParsedAnswer answer = parser.takeAnswer();
            reading.answers.append(QString::number(answer.status) + QLatin1Char(' ')
                                   + QString::fromLatin1(answer.body));
            parser.begin(1024);
        } while (!offered.isEmpty());
    }
    return reading;
}

} // namespace

void TestPipelinedAnswers::findsTheAnswersHoweverTheyAreCut_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QStringList>("answers");
    const auto row = [](const char *name, const QByteArray &stream, const char *answers) {
        QTest::newRow(name) << stream << QString::fromLatin1(answers).split(QLatin1Char('|'));
    };
    row("length", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", "200 hello");
    row("two", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\naHTTP/1.1 503 No\r\nContent-Length: 1\r\n\r\nb",
        "200 a|503 b");
    row("chunked",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n"
        "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n",
        "200 abcde|201 ");
    row("chunked with trailers",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nLocation: /x\r\nB: c\r\n\r\n"
        "HTTP/1.1 204 No Content\r\n\r\n",
        "200 a|204 ");
    row("interim",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: "
        "1\r\n\r\na",
        "200 a");
    row("204 and 304 with a length",
        "HTTP/1.1 204 No Content\r\nContent-Length: 9\r\n\r\n"
        "HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
        "204 |304 |200 ");
    row("empty reason", "HTTP/1.1 200 \r\nContent-Length: 0\r\n\r\n", "200 ");
    row("HTTP/1.0", "HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\na", "200 a");
}

void TestPipelinedAnswers::findsTheAnswersHoweverTheyAreCut()
{
    QFETCH(QByteArray, stream);
    QFETCH(QStringList, answers);
    for (qsizetype piece = 1; piece <= stream.size(); ++piece)
        QCOMPARE(readIn(stream, piece).answers, answers);
}

void TestPipelinedAnswers::keepsTheHeadByteForByte()
{
    const QByteArray head("HTTP/1.1 503 Busy  today\r\nretry-AFTER: 7\r\nX: a\r\nX: b\r\nContent-Length: 2\r\n\r\n");
    AnswerParser parser;
    parser.begin(10);
    qsizetype used = 0;
    QCOMPARE(parser.feed(QByteArray(head + "ok"), used), State::Complete);
    QCOMPARE(parser.answer().head, head);
    QCOMPARE(parser.answer().retryAfter, QByteArray("7"));
    QCOMPARE(parser.answer().reason, QByteArray("Busy  today"));
}

void TestPipelinedAnswers::keepsThePrefixAndCountsTheRest()
{
    AnswerParser parser;
    parser.begin(3);
    qsizetype used = 0;
    QCOMPARE(parser.feed("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789", used), State::Complete);
    QCOMPARE(parser.answer().body, QByteArray("012"));
    QCOMPARE(parser.answer().size, qint64(10));
}

void TestPipelinedAnswers::knowsWhetherTheConnectionGoesOn_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<bool>("announcesEnd");
    QTest::newRow("1.1") << QByteArray("HTTP/1.1 200 OK\r\n") << false;
    QTest::newRow("1.1 close") << QByteArray("HTTP/1.1 200 OK\r\nConnection: Close\r\n") << true;
    QTest::newRow("1.1 close among others") << QByteArray("HTTP/1.1 200 OK\r\nConnection: x, close\r\n") << true;
    QTest::newRow("1.0") << QByteArray("HTTP/1.0 200 OK\r\n") << true;
    QTest::newRow("1.0 keep-alive") << QByteArray("HTTP/1.0 200 OK\r\nConnection: keep-alive\r\n") << false;
}

void TestPipelinedAnswers::knowsWhetherTheConnectionGoesOn()
{
    QFETCH(QByteArray, head);
    QFETCH(bool, announcesEnd);
    AnswerParser parser;
    parser.begin(3);
    qsizetype used = 0;
    QCOMPARE(parser.feed(QByteArray(head + "Content-Length: 0\r\n\r\n"), used), State::Complete);
    QCOMPARE(parser.answer().announcesEnd, announcesEnd);
}

void TestPipelinedAnswers::endsABodyWithTheConnection()
{
    AnswerParser parser;
    parser.begin(10);
    qsizetype used = 0;
    QCOMPARE(parser.feed("HTTP/1.1 200 OK\r\n\r\nall of it", used), State::NeedMore);
    QCOMPARE(parser.endOfInput(), State::Complete);
    QCOMPARE(parser.answer().body, QByteArray("all of it"));
    QVERIFY(!parser.answer().announcesEnd);
}

void TestPipelinedAnswers::isNotDoneWhenTheConnectionEndsEarly()
{
    AnswerParser parser;
    parser.begin(10);
    qsizetype used = 0;
    QCOMPARE(parser.feed("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nhalf", used), State::NeedMore);
    QVERIFY(parser.endOfInput() != State::Complete);
    QCOMPARE(parser.answer().status, 200);
}

void TestPipelinedAnswers::tellsWhatIsNotHttp_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::newRow("SSH") << QByteArray("SSH-2.0-x\r\n");
    QTest::newRow("one byte") << QByteArray("x");
    QTest::newRow("no number") << QByteArray("HTTP/1.1 OK\r\n\r\n");
    QTest::newRow("two lengths") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n");
    QTest::newRow("length and chunks") << QByteArray(
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n");
    QTest::newRow("bad chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n");
}

void TestPipelinedAnswers::tellsWhatIsNotHttp()
{
    QFETCH(QByteArray, stream);
    QCOMPARE(readIn(stream, stream.size()).state, State::Malformed);
}

void TestPipelinedAnswers::knowsTheStatusOfAHeadThatIsNotComplete()
{
    for (qsizetype piece : {1, 20}) {
        AnswerParser parser;
        parser.begin(10);
        QByteArray offered;
        for (const QByteArray stream("HTTP/1.1 202 Accepted\r\nConte"); qsizetype at : {qsizetype(0), piece}) {
            offered += at == 0 ? stream.left(piece) : stream.mid(piece);
            qsizetype used = 0;
            QCOMPARE(parser.feed(offered, used), State::NeedMore);
            offered.remove(0, used);
        }
        QCOMPARE(parser.answer().status, 202);
    }
}

void TestPipelinedAnswers::givesUpOnWhatIsTooLarge_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("more");
    QTest::newRow("many headers") << QByteArray("HTTP/1.1 200 OK\r\n") << QByteArray("A: b\r\n").repeated(100);
    QTest::newRow("one header") << QByteArray("HTTP/1.1 200 OK\r\nA: ") << QByteArray(1000, 'b');
    QTest::newRow("body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n")
                          << QByteArray(100'000, 'b');
    QTest::newRow("status line") << QByteArray("HTTP/1.1 200 ") << QByteArray(1000, 'b');
}

void TestPipelinedAnswers::givesUpOnWhatIsTooLarge()
{
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, more);
    AnswerParser parser;
    parser.begin(10);
    QByteArray offered = start;
    State state = State::NeedMore;
    for (int i = 0; i < 200 && state == State::NeedMore; ++i) {
        qsizetype used = 0;
        state = parser.feed(offered, used);
        offered.remove(0, used);
        offered += more;
    }
    QCOMPARE(state, State::TooLarge);
    QVERIFY(parser.answer().body.size() <= 10);
}

QTEST_GUILESS_MAIN(TestPipelinedAnswers)
#include "tst_pipelinedanswers.moc"

#include "core/transport/pipelined/answerparser.h"
#include "tests/fuzz/promises.h"
#include "tests/fuzz/targets.h"

#include <QList>

#include <algorithm>

namespace callboard::fuzz {

namespace {

using State = AnswerParser::State;

// What came of one connection's bytes: every whole answer, and how it ended.
struct Seen {
    QList<ParsedAnswer> answers;
    State end = State::NeedMore;
};

bool operator==(const ParsedAnswer &a, const ParsedAnswer &b)
{
    return a.status == b.status && a.reason == b.reason && a.head == b.head && a.body == b.body && a.size == b.size
        && a.announcesEnd == b.announcesEnd && a.endsWithConnection == b.endsWithConnection && a.location == b.location
        && a.retryAfter == b.retryAfter;
}

class Connection {
public:
    explicit Connection(qint64 keep)
        : m_keep(keep)
    {
        m_parser.begin(keep);
    }

    // As the pipeline does: what was not taken is offered again, with more behind it.
    void arrive(QByteArrayView bytes)
    {
        m_pending.append(bytes.data(), bytes.size());
        while (m_seen.end == State::NeedMore && !m_pending.isEmpty()) {
            qsizetype used = 0;
            const State state = m_parser.feed(m_pending, used);
            require(used >= 0 && used <= m_pending.size(), "no more is taken than there is");
            m_pending.remove(0, used);
            if (state == State::NeedMore)
                return;
            finish(state);
        }
    }

    Seen close()
    {
        if (m_seen.end == State::NeedMore) {
            const State state = m_parser.endOfInput();
            if (state != State::NeedMore)
                finish(state);
        }
        return m_seen;
    }

private:
    void finish(State state)
    {
        if (state != State::Complete) {
            m_seen.end = state;
            return;
        }
        checkComplete(m_parser.answer());
        m_seen.answers.append(m_parser.takeAnswer());
        m_parser.begin(m_keep);
    }

    void checkComplete(const ParsedAnswer &answer) const
    {
        require(answer.status >= 100 && answer.status <= 999, "a whole answer has a status", answer.head);
        require(answer.head.startsWith("HTTP/1.") && answer.head.contains("\r\n\r\n"), "and a whole head", answer.head);
        require(answer.body.size() == std::min(m_keep, answer.size), "as much of it is kept as asked", answer.body);
        require(answer.size <= AnswerParser::kLargestBody, "no answer is endless", answer.head);
    }

    qint64 m_keep;
    AnswerParser m_parser;
    QByteArray m_pending;
    Seen m_seen;
};

template <class Length>
Seen readIn(const QByteArray &input, qint64 keep, Length length)
{
    Connection connection(keep);
    for (qsizetype at = 0; at < input.size();) {
        const qsizetype size = std::min(length(), input.size() - at);
        connection.arrive(QByteArrayView(input).sliced(at, size));
        at += size;
    }
    return connection.close();
}

} // namespace

void answers(const QByteArray &input)
{
    Cuts cuts(input);
    const qint64 keep = cuts.next(64) - 1;
    const Seen whole = readIn(input, keep, [&] { return std::max<qsizetype>(input.size(), 1); });
    const Seen bytes = readIn(input, keep, [] { return qsizetype(1); });
    const Seen pieces = readIn(input, keep, [&] { return cuts.next(40); });
    // That a head is malformed may be noticed sooner or later, depending on what arrives with it.
    for (const Seen *other : {&bytes, &pieces}) {
        require(other->answers.size() == whole.answers.size(), "the segments make no answers", input);
        for (qsizetype i = 0; i < whole.answers.size(); ++i)
            require(other->answers[i] == whole.answers[i], "nor change what they say", other->answers[i].head);
    }
}

} // namespace callboard::fuzz

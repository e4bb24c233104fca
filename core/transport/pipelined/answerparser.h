// Turns the bytes of one connection into its answers, one after the other, however they are cut into segments. Interim
// answers (1xx) are skipped. Boost.Beast's incremental parser does the work and stays inside answerparser.cpp.
#pragma once

#include <QByteArray>

#include <memory>

namespace callboard {

struct ParsedAnswer {
    int status = 0;                  // 0: its status line is not complete
    QByteArray reason;               // kept unless 2xx
    QByteArray head;                 // byte for byte, status line to empty line
    QByteArray body;                 // the first bytes, as many as are kept
    qint64 size = 0;                 // of the body, as far as it arrived
    bool announcesEnd = false;       // "Connection: close", or HTTP/1.0 that does not ask to go on
    bool endsWithConnection = false; // no length: its body is what comes before the connection is closed
    QByteArray location;
    QByteArray retryAfter;

    // The answer proper follows it. 101 would end HTTP; nobody asked for it, so that it is an answer.
    [[nodiscard]] bool isInterim() const { return status / 100 == 1 && status != 101; }
};

class AnswerParser {
public:
    static constexpr qint64 kLargestBody = qint64(8) * 1024 * 1024;
    static constexpr int kLargestHead = 64 * 1024;

    enum class State {
        NeedMore,
        Complete,
        Malformed, // nothing on this connection can be trusted any more; what is known of the answer stays
        TooLarge,  // likewise
    };

    AnswerParser();
    ~AnswerParser();

    // Before each answer; `keep` is how much of its body is wanted.
    void begin(qint64 keep);
    // `used` says how many of the bytes were taken; the rest is to be offered again, with more behind it.
    [[nodiscard]] State feed(QByteArrayView bytes, qsizetype &used);
    // The connection is closed: Complete where that is how the body ends.
    [[nodiscard]] State endOfInput();

    [[nodiscard]] const ParsedAnswer &answer() const;
    [[nodiscard]] ParsedAnswer takeAnswer();

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace callboard

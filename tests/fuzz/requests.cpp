#include "core/receiver/answer.h"
#include "core/receiver/requestreader.h"
#include "tests/fuzz/promises.h"
#include "tests/fuzz/targets.h"

#include <algorithm>

namespace callboard::fuzz {

namespace {

using State = RequestReader::State;

struct Seen {
    QList<ReceivedRequest> requests;
    QList<bool> keepAlive;
    bool malformed = false;
};

void checkAnswer(const ReceivedRequest &request, const RequestReader &reader)
{
    const Answer answer = planAnswer({}, request, {.keepAlive = reader.keepAlive(), .http10 = reader.isHttp10()});
    require(answer.status == 200 && answer.bytes.contains("\r\n\r\n"), "a request has its answer", request.target);
    require(answer.then == (reader.keepAlive() ? Answer::Then::KeepOpen : Answer::Then::Close),
            "and the connection stays as asked", request.target);
}

void take(RequestReader &reader, Seen &seen)
{
    for (State state = reader.next(); state != State::NeedMore; state = reader.next()) {
        if (state == State::Malformed) {
            seen.malformed = true;
            return;
        }
        if (state != State::Complete)
            continue;
        seen.requests.append(reader.request());
        seen.keepAlive.append(reader.keepAlive());
        checkAnswer(seen.requests.last(), reader);
    }
}

template <class Length>
Seen readIn(const QByteArray &input, Length length)
{
    RequestReader reader;
    Seen seen;
    for (qsizetype at = 0; at < input.size() && !seen.malformed;) {
        const qsizetype size = std::min(length(), input.size() - at);
        reader.append(input.mid(at, size));
        take(reader, seen);
        at += size;
    }
    return seen;
}

bool isSame(const ReceivedRequest &a, const ReceivedRequest &b)
{
    return a.method == b.method && a.target == b.target && a.headers == b.headers && a.body == b.body;
}

} // namespace

void requests(const QByteArray &input)
{
    Cuts cuts(input);
    const Seen whole = readIn(input, [&] { return std::max<qsizetype>(input.size(), 1); });
    const Seen pieces = readIn(input, [&] { return cuts.next(40); });
    // That a head is malformed may be noticed sooner or later, depending on what arrives with it.
    require(whole.requests.size() == pieces.requests.size(), "the segments make no requests", input);
    for (qsizetype i = 0; i < whole.requests.size(); ++i)
        require(isSame(whole.requests[i], pieces.requests[i]), "nor change what they say", whole.requests[i].target);
    require(whole.keepAlive == pieces.keepAlive, "nor whether the connection stays", input);
}

} // namespace callboard::fuzz

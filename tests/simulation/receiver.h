// Somebody who is called. Keeps what it saw, whatever the engine believes, and answers as its mood is.
#pragma once

#include "core/transport/transport.h"
#include "tests/simulation/dice.h"

namespace callboard::sim {

enum class Mood {
    Healthy,
    Slow,      // answers when it likes
    Flaky,     // every other time a 5xx
    Refusing,  // no connection
    Doubtful,  // closes after the request, which it has got or not
    Busy,      // 429 with Retry-After
    Unwilling, // 404
    Gone,      // 410
    Hanging,   // no answer until the time is over
    Barred,    // an address that may not be called
};
inline constexpr int kMoods = 10;
[[nodiscard]] QString toString(Mood mood);

struct Sighting {
    QByteArray webhookId;
    quint64 ticket = 0;
    int token = 0; // of the state it carried
    bool answeredOk = false;
};

class Receiver {
public:
    Mood mood = Mood::Healthy;
    QList<Sighting> seen;

    // The request reaches it or not, and this is what comes back.
    [[nodiscard]] Exchange answer(const TransportRequest &request, Dice &dice);
    [[nodiscard]] Exchange expire(const TransportRequest &request, Dice &dice); // the total time has passed
    // The connection of a pipelined request ended before its answer.
    [[nodiscard]] Exchange loseTail(const TransportRequest &request, Tail tail, Dice &dice);
    // It arrives, and nobody is left to hear the answer.
    void see(const TransportRequest &request, bool answeredOk);
};

// Every state that the simulation tells of has a number, written ~17~ into its record. 0: none in it.
[[nodiscard]] int tokenOf(const QByteArray &body);
[[nodiscard]] QByteArray headerOf(const TransportRequest &request, QByteArrayView name);

} // namespace callboard::sim

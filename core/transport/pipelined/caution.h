// How deep an origin may be pipelined, learnt from how its connections ended: deep at first, one request to begin with
// after a loss, one at a time for some minutes where the receiver breaks pipelining. Pure; `now` is the steady clock.
#pragma once

#include "core/domain/clock.h"
#include "core/transport/pipelined/ending.h"

namespace callboard {

class Caution {
public:
    static constexpr Milliseconds kPause{std::chrono::minutes(5)};

    // What a connection was like when it ended.
    struct Past {
        int generation = 0;     // of generation() when it was made
        int answers = 0;        // that came on it
        int unanswered = 0;     // requests that were written
        bool pipelined = false; // an unanswered one stood behind another
        bool begunWithOne = false;
    };

    struct Answer {
        bool behindAnother = false;
        bool begunWithOne = false; // its connection
        bool goesOn = true;        // it did not announce the end of its connection,
        int number = 1;            // of whose answers it is this one
    };
    void answered(const Answer &answer);
    void ended(Ending ending, const Past &past, Milliseconds now);

    // A new connection begins with one request, and there is one such connection until it has an answer.
    [[nodiscard]] bool startsWithOne() const { return m_startsWithOne; }
    // Not empty: one at a time, and why. Forgotten when the pause is over.
    [[nodiscard]] QString oneAtATime(Milliseconds now);
    // The receiver closes its connections after so many requests; 0: not known.
    [[nodiscard]] int requestsPerConnection() const { return m_perConnection; }
    [[nodiscard]] int generation() const { return m_generation; }

private:
    void announced(const Past &past, Milliseconds now);
    void lost(const Past &past, Milliseconds now);
    void pause(const QString &why, Milliseconds now);

    bool m_startsWithOne = false;
    int m_generation = 0; // connections that one and the same event ended count once
    int m_announcements = 0;
    int m_losses = 0;
    int m_answersSinceLoss = 0;
    int m_perConnection = 0;
    QString m_why;
    Milliseconds m_pausedUntil{0};
};

} // namespace callboard

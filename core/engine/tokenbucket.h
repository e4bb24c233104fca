// Keeps a target's requests to its rate. It fills evenly and holds what the rate gives in 100 ms, at least one request,
// so that a burst adds little to a second. Whole numbers only: over a day it gives exactly what the rate says. A value
// of the engine thread; time is the due clock's.
#pragma once

#include "core/domain/rate.h"

namespace callboard {

class TokenBucket {
public:
    // A bucket begins full; one that has a rate already keeps what it holds, as far as the new one holds so much.
    void setRate(const Rate &rate, Timestamp now);

    [[nodiscard]] int available(Timestamp now) const; // INT_MAX without a rate
    // More than is available leaves a debt that is filled up first.
    void take(int count, Timestamp now);
    // When one is available: now, or later.
    [[nodiscard]] Timestamp nextAt(Timestamp now) const;

private:
    // Measured in parts of a request: Rate::per milliseconds of them are one, and each millisecond brings Rate::count.
    struct Level {
        qint64 parts = 0;
        Timestamp at{};
    };

    [[nodiscard]] Level levelAt(Timestamp now) const;
    [[nodiscard]] qint64 capacity() const;

    Rate m_rate;
    Level m_level;
};

} // namespace callboard

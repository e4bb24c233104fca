// What keeps one target from being called as fast as possible: its rate, its circuit, what its receiver asked for
// (Retry-After), and how many requests at a time it has shown to bear. A value of the engine thread; time is the due
// clock's.
#pragma once

#include "core/domain/attempt.h"
#include "core/domain/target.h"
#include "core/engine/breaker.h"
#include "core/engine/tokenbucket.h"

#include <optional>

namespace callboard {

class Brakes {
public:
    void setRate(const Rate &rate, Timestamp now) { m_bucket.setRate(rate, now); }
    // As it was when the program ended.
    void restore(Timestamp failingSince, bool circuitOpen, int probes, Timestamp now);
    // After a pause: from one request at a time on.
    void startSlowly();
    void forget(); // the operator switched it on again: circuit and failures are history

    // How many requests more may leave; a probe counts.
    [[nodiscard]] int room(int inFlight, Timestamp now) const;
    // Without the circuit: for what was asked for by hand.
    [[nodiscard]] int roomByHand(int inFlight, Timestamp now) const;
    // When room may be wider than it is now though nothing came back; absent: it won't.
    [[nodiscard]] std::optional<Timestamp> wakeAt(Timestamp now) const;
    [[nodiscard]] bool isOpen() const { return m_breaker.circuit() != Circuit::Closed; }
    [[nodiscard]] bool wantsProbe(Timestamp now) const;
    [[nodiscard]] QString reason() const; // why the circuit is open; empty: it is not

    void left(Timestamp now); // one request
    // One came back. True: failingSince(), circuit or probes changed.
    bool came(const Exchange &exchange, Timestamp now);

    [[nodiscard]] std::optional<Timestamp> failingSince() const { return m_failingSince; }
    [[nodiscard]] int probes() const { return m_breaker.probes(); }

private:
    void count(bool arrived, const Exchange &exchange, Timestamp now);

    TokenBucket m_bucket;
    CircuitBreaker m_breaker;
    std::optional<Timestamp> m_failingSince;
    Timestamp m_quietUntil{};
    int m_atATime = kMostAtATime;

    static constexpr int kMostAtATime = 128;
};

// The receiver had nothing to do with how it ended: stopped by us, behind the end of its connection, or never fit to be
// sent.
[[nodiscard]] bool isNoSignOfHealth(const Exchange &exchange);

} // namespace callboard

// Spares a target that fails: its circuit opens when most of its recent attempts failed, and from then on single probes
// find out whether it is back. A value of the engine thread with bounded memory; time is the due clock's.
#pragma once

#include "core/domain/clock.h"

#include <QString>

#include <array>

namespace callboard {

enum class Circuit : quint8 { Closed = 0, Open = 1, Probing = 2 };

class CircuitBreaker {
public:
    // An attempt's end. Closed: it counts, and one that failed opens the circuit where 70 % of at least ten attempts of
    // the last five minutes did. Probing: it is the probe's, closing the circuit or opening it for twice as long.
    // Open: it left before the circuit opened, and changes nothing.
    void record(bool arrived, Timestamp now);

    [[nodiscard]] Circuit circuit() const { return m_circuit; }
    [[nodiscard]] Timestamp probeAt() const { return m_probeAt; } // while Open: when the next probe may leave
    [[nodiscard]] int probes() const { return m_probes; }         // that failed in a row
    // "9 of the last 12 attempts failed"; empty while Closed.
    [[nodiscard]] QString reason() const;

    void probe(Timestamp now);     // one left
    void probeLost(Timestamp now); // it came back untouched: another may leave at once
    // The circuit was open when the program ended, after so many failed probes: one may leave at once.
    void restore(int probes, Timestamp now);
    void close(); // the operator says so, or the receiver; nothing is remembered

private:
    static constexpr size_t kSlots = 30;

    struct Slot {
        qint64 number = -1; // of ten seconds since 1970
        int attempts = 0;
        int failures = 0;
    };
    struct Counts {
        int attempts = 0;
        int failures = 0;
    };

    void count(bool arrived, qint64 number);
    [[nodiscard]] Counts recent(qint64 number) const;
    void open(Timestamp probeAt);

    std::array<Slot, kSlots> m_slots;
    Counts m_opened; // what opened it; no attempts: restored
    Circuit m_circuit = Circuit::Closed;
    Timestamp m_probeAt{};
    int m_probes = 0;
};

} // namespace callboard

// Recounts the whole: what was acknowledged is stored as it came, every request has an attempt that says what became
// of it, the ledger balances - and at the end the last state of everything has gone out or says why not.
#pragma once

#include "core/store/workspacereader.h"
#include "tests/simulation/witness.h"

namespace callboard::sim {

class LedgerCheck {
public:
    explicit LedgerCheck(Witness &witness)
        : m_witness(witness)
        , m_world(witness.world)
    {
    }

    void recount();
    void atTheEnd(); // nothing is open any more but what is held

private:
    struct Last;
    void checkEvents();
    void checkAttempts();
    void checkAttempt(quint64 ticket, Outcome outcome, ErrorClass errorClass, bool lastIfArrived);
    [[nodiscard]] bool isBorneOut(quint64 ticket, int sentIn, Outcome outcome, ErrorClass errorClass) const;
    void checkLedger();
    void checkTallies();
    void checkSightings();
    void checkLastStates();
    [[nodiscard]] std::optional<Last> lastOf(TargetId target, const QString &asset);
    [[nodiscard]] QString problemWith(const Last &last, TargetId target, int token) const;
    [[nodiscard]] bool wasSeen(DeliveryId id, int token) const;
    template <class Row>
    void each(const QString &sql, const QVariantList &values, Row row);

    Witness &m_witness;
    World &m_world;
    std::unique_ptr<WorkspaceReader> m_reader;
};

} // namespace callboard::sim

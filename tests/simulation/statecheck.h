// Looks at what is owed after each step: states change only in legal ways, whatever may go has gone, whatever has to
// wait will be woken, and a target with a window owes one request for an asset.
#pragma once

#include "tests/simulation/witness.h"

namespace callboard::sim {

class StateCheck {
public:
    explicit StateCheck(Witness &witness)
        : m_witness(witness)
        , m_world(witness.world)
    {
    }

    // `calm`: the engine runs, and the store has failed nowhere in this step.
    void afterStep(bool calm);

private:
    void readChanges();
    void checkOwed();
    void checkOwedTo(const CallbackTarget &target, const QList<Delivery> &open);
    void checkDelivery(const CallbackTarget &target, const Delivery &delivery, bool free);
    void checkProbe(const CallbackTarget &target, const QList<Delivery> &open);
    [[nodiscard]] bool mayStay(const CallbackTarget &target, const Delivery &delivery) const;
    [[nodiscard]] QHash<TargetId, QList<Delivery>> openDeliveries();
    [[nodiscard]] QList<CallbackTarget> targets();
    [[nodiscard]] bool isBlocked(const CallbackTarget &target) const;
    [[nodiscard]] bool isBusy(const CallbackTarget &target) const;

    Witness &m_witness;
    World &m_world;
    qint64 m_lastChange = 0;
    QSet<TargetId> m_braked; // their circuit is open
};

} // namespace callboard::sim

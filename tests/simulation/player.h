// Carries out the steps of a schedule on a world. A step that makes no sense at present does nothing.
#pragma once

#include "tests/simulation/schedule.h"
#include "tests/simulation/witness.h"

namespace callboard::sim {

class Player {
public:
    explicit Player(Witness &witness)
        : m_witness(witness)
        , m_world(witness.world)
    {
    }

    void play(const Step &step);
    void startAgain(); // until it starts
    // All receivers are well, disk and vault are there: goes on until nothing is under way or will be.
    void bringToRest();

private:
    // What comes in (intakesteps.cpp)
    void handIn(Dice &dice);
    void burst(Dice &dice);
    void repeat(Dice &dice);
    void submit(const QList<QList<int>> &batches, int forged);
    [[nodiscard]] int newState(Dice &dice);

    // What operators do (operatorsteps.cpp)
    void addTarget(Dice &dice);
    void changeTarget(Dice &dice);
    void switchTarget(Dice &dice);
    void removeTarget(Dice &dice);
    void replay(Dice &dice);
    void cancel(Dice &dice);
    void retryNow(Dice &dice);
    void save(const CallbackTarget &target);
    template <class T>
    void order(std::function<Result<T>(Orders &)> write, std::function<void(const T &)> done, bool needsVault = false);
    [[nodiscard]] std::optional<CallbackTarget> someTarget(Dice &dice) const;
    [[nodiscard]] QList<DeliveryId> someDeliveries(Dice &dice);

    // What happens on the wire (wiresteps.cpp)
    void answer(Dice &dice);
    void endTail(Dice &dice);
    void changeMood(Dice &dice);

    // What else goes wrong (troublesteps.cpp)
    void pass(Dice &dice);
    void sleep(Dice &dice);
    void stepWall(Dice &dice);
    void fault(Dice &dice);
    void mend();
    void kill(Dice &dice);
    void drain(Dice &dice);
    void changeVault(Dice &dice);

    void refused(const Error &error, int hitsBefore);

    Witness &m_witness;
    World &m_world;
};

} // namespace callboard::sim

// Everything around one engine: a clock, receivers, a disk that may fail, a vault that may be away - and the engine's
// own end and new beginning on the same file. The engine runs in the caller's thread and only while spin() runs.
#pragma once

#include "core/engine/engine.h"
#include "tests/simulation/faultplan.h"
#include "tests/simulation/model.h"
#include "tests/simulation/receiver.h"
#include "tests/simulation/simtransport.h"
#include "tests/simulation/simvault.h"
#include "tests/simulation/virtualtimers.h"
#include "tests/support/fakeclock.h"

#include <memory>

namespace callboard::sim {

class World final : public WireObserver {
public:
    World(const QString &workspace, quint64 seed);
    ~World() override;

    // False: the store failed meanwhile; nothing runs.
    bool start();
    void kill(); // nothing is written or told any more
    [[nodiscard]] bool isRunning() const { return engine != nullptr; }

    void spin(); // all that is posted, vault included
    void passTime(Milliseconds step);
    void sleepThrough(Milliseconds step); // time passes and nothing runs, as while a machine is suspended
    [[nodiscard]] std::optional<Milliseconds> untilNextTimer() const;
    [[nodiscard]] Timestamp dueNow() const { return m_due->now(); }

    [[nodiscard]] Receiver &receiverOf(const TransportRequest &request) { return receivers[receiverIndex(request)]; }
    // What the receiver makes of it; the engine hears of it with transport->report().
    [[nodiscard]] TransportResult answerTo(const TransportRequest &request, Dice &dice);

    void note(const QString &what) { trace.append(what); }
    void violated(const QString &what);

    const QString workspace;
    FakeClock clock;
    SimVault vault;
    FaultPlan faults;
    Model model;
    QList<Receiver> receivers;
    std::unique_ptr<SimTransport> transport;
    std::unique_ptr<Engine> engine;
    EngineStatus status;
    bool isDrained = false;
    int incarnation = 0;              // how often it was started
    WireObserver *observer = nullptr; // hears of it, too
    Database *store = nullptr;        // reading only

    QStringList trace;
    QString violation;                 // the first
    QHash<quint64, Exchange> reported; // to all incarnations
    QHash<quint64, int> sentIn;        // every request that ever left, and the incarnation it left in

private:
    void departing(const TransportRequest &request, const SimTransport &by) override;
    void answered(const TransportRequest &request, const Exchange &exchange) override;
    [[nodiscard]] static qsizetype receiverIndex(const TransportRequest &request);
    void make();
    void expireHanging();
    [[nodiscard]] std::optional<Milliseconds> nextExpiry() const;

    std::unique_ptr<DueClock> m_due; // as the engine's own
    VirtualTimers m_timers;
    Dice m_jitter;
    Dice m_expiry;
};

} // namespace callboard::sim

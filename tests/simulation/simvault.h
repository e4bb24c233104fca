// The vault as the engine asks for it, on a thread of its own: answers when the simulation opens the gate, and lets it
// wait until the answer is on its way, so that a thread's haste is no part of the story.
#pragma once

#include "core/engine/engine.h"

#include <QMutex>
#include <QWaitCondition>

namespace callboard::sim {

class SimVault {
public:
    SimVault();

    [[nodiscard]] VaultLoader loader(); // for one engine
    void setAvailable(bool available);
    [[nodiscard]] bool isAvailable() const { return m_available; }
    // Shut: whoever asks waits. Opened again before an engine goes, which waits for its threads.
    void setGate(bool open);
    [[nodiscard]] bool isGateOpen() const { return m_gate; }
    // Returns once every engine that asked, and may be answered, has its answer in its queue.
    void settle();

private:
    struct Loader;
    Result<std::shared_ptr<const Vault>> answer();

    std::shared_ptr<const Vault> m_vault;
    QMutex m_mutex;
    QWaitCondition m_changed;
    int m_copies = 0; // of loaders: the engine's own and one for each call under way
    bool m_available = true;
    bool m_gate = true;
};

} // namespace callboard::sim

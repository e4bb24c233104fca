// The only place that builds the object graph: clock, transport, engine, door. serve, the demo and the desktop program
// all run on it. Lives in the main thread.
#pragma once

#include "core/engine/engineservice.h"
#include "core/intake/httpdoor.h"
#include "core/transport/qnamtransport.h"
#include "core/transport/resolver.h"

#include <QLockFile>
#include <QObject>

#include <memory>
#include <optional>

namespace callboard {

struct CompositionSettings {
    QString workspace;
    bool dispatch = true;
    bool watchIfHeld = false; // another process dispatches: go on without, instead of failing
    std::optional<DoorSettings> door;
};

class Composition : public QObject {
    Q_OBJECT

public:
    // WorkspaceInUse, AddressInUse and the store's errors; nothing is left running.
    [[nodiscard]] static Result<std::unique_ptr<Composition>> start(const CompositionSettings &settings);
    ~Composition() override;

    [[nodiscard]] EngineService &engine() { return *m_engine; }
    [[nodiscard]] QString doorUrl() const; // empty: no door
    [[nodiscard]] Result<void> openDoor(const DoorSettings &settings);
    // Stops taking in, lets attempts in flight end, commits; stopped() follows.
    void stop();

signals:
    void stopped();

private:
    Composition() = default;

    SystemClock m_clock;
    SystemResolver m_resolver;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<QnamTransport> m_transport;
    std::unique_ptr<EngineService> m_engine;
    std::unique_ptr<HttpDoor> m_door;
};

} // namespace callboard

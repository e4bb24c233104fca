// The only place that builds the object graph: clock, transport, engine, door. serve, the demo and the desktop program
// all run on it. Lives in the main thread.
#pragma once

#include "app/actor.h"
#include "core/engine/engineservice.h"
#include "core/intake/dropfolder.h"
#include "core/intake/httpdoor.h"
#include "core/transport/mailtransport.h"
#include "core/transport/pipelinedtransport.h"
#include "core/transport/qnamtransport.h"
#include "core/transport/resolver.h"
#include "core/transport/transportswitch.h"

#include <QLockFile>
#include <QObject>

#include <memory>
#include <optional>

namespace callboard {

struct CompositionSettings {
    QString workspace;
    bool dispatch = true;
    bool watchIfHeld = false; // another process dispatches: go on without, instead of failing
    std::optional<DoorSettings> door{};
    std::optional<DropSettings> drop{}; // a folder as a second door
    std::optional<SmtpServer> mail{};   // in place of the workspace's own
    bool privateCallbacks = false;      // see EngineOptions, as the next
    PortList callbackPorts = PortList::standard();
    QString actor = commandActor(); // see EngineOptions
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
    [[nodiscard]] DropFolder *dropFolder() { return m_drop.get(); } // null: none
    // Stops taking in, lets attempts in flight end, commits; stopped() follows.
    void stop();

signals:
    void stopped();

private:
    Composition() = default;

    SystemClock m_clock;
    SystemResolver m_resolver;
    std::unique_ptr<QLockFile> m_lock;
    QnamTransport m_plain{m_resolver, m_clock};
    PipelinedTransport m_pipelined{m_resolver, m_clock};
    MailTransport m_mail;
    TransportSwitch m_transport{m_plain, m_pipelined, m_mail};
    std::shared_ptr<DoorTokens> m_tokens = std::make_shared<DoorTokens>();
    std::unique_ptr<EngineService> m_engine;
    std::unique_ptr<HttpDoor> m_door;
    std::unique_ptr<DropFolder> m_drop;
};

} // namespace callboard

// The demo's whole world in one process: a throw-away workspace, the engine with its door, the built-in receiver,
// sample targets of both documents, and a platform that publishes assets through the door. One target has a mistyped
// path: it fails until somebody mends it. Lives in the main thread; everything is gone with it.
#pragma once

#include "app/composition.h"
#include "app/demo/simulatedplatform.h"
#include "core/receiver/receiver.h"

#include <QTemporaryDir>

namespace callboard {

class DemoWorld : public QObject {
    Q_OBJECT

public:
    [[nodiscard]] static Result<std::unique_ptr<DemoWorld>> create();

    [[nodiscard]] QString workspace() const;
    [[nodiscard]] Composition &composition() { return *m_composition; }
    [[nodiscard]] Receiver &receiver() { return m_receiver; }
    [[nodiscard]] SimulatedPlatform &platform() { return *m_platform; }
    // What is wrong with the failing target, and its right address.
    [[nodiscard]] static QString failingTarget();
    [[nodiscard]] QString mendedUrl() const;

private:
    DemoWorld() = default;
    Result<void> addTargets();

    QTemporaryDir m_directory;
    Receiver m_receiver;
    std::unique_ptr<Composition> m_composition;
    std::unique_ptr<SimulatedPlatform> m_platform;
};

} // namespace callboard

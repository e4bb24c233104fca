// A main window around the fakes of deliveryfakes.h: the deliveries' page and three empty ones.
#pragma once

#include "core/store/readthread.h"
#include "tests/ui/deliveryfakes.h"
#include "ui/deliveries/deliveriespage.h"
#include "ui/shell/mainwindow.h"

#include <memory>

namespace callboard::fakes {

struct FakeWindow {
    StillClock clock;
    NotingEngine engine;
    MemorySource source;
    std::unique_ptr<ReadThread> reads;

    // `dir` keeps the window's settings; the workspace in it does not exist.
    [[nodiscard]] std::unique_ptr<MainWindow> make(const QString &dir, PlatformClient *platform = nullptr)
    {
        engine.now.mode = EngineStatus::Mode::Running;
        engine.now.vaultOpen = true;
        reads = std::make_unique<ReadThread>(dir + QStringLiteral("/workspace.db"));
        ShellSettings settings;
        settings.doorUrl = QStringLiteral("http://127.0.0.1:8787");
        settings.settingsFile = dir + QStringLiteral("/window.ini");
        auto window = std::make_unique<MainWindow>(engine, *reads, settings);
        auto *deliveries = new DeliveriesPage(source, engine, window->messages(), clock, nullptr, platform);
        window->addPage({QStringLiteral("Deliveries"), QStringLiteral("deliveries"), deliveries, {}, {}});
        const QPair<const char *, const char *> others[] = {
            {"Targets", "targets"}, {"Receiver", "receiver"}, {"Settings", "settings"}};
        for (const auto &[name, icon] : others)
            window->addPage({QLatin1String(name), QLatin1String(icon), new QWidget, {}, {}});
        return window;
    }
};

} // namespace callboard::fakes

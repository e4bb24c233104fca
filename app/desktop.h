// The desktop program: pages and dialogs put together on a running composition. Main thread; made after QApplication.
#pragma once

#include "app/composition.h"
#include "core/store/readthread.h"
#include "ui/deliveries/deliverysource.h"
#include "ui/shell/palette/commands.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace callboard {

class AssetsPage;
class DeliveriesPage;
class FireEventDialog;
class MainWindow;
class OverviewPage;
class ProjectsPage;
class ReceiverPage;
class TargetDialog;
class TargetsPage;

// How it was started; nothing of it for a demo.
struct DesktopStart {
    QString sessionKey;      // see ShellSettings
    bool endedBadly = false; // the last time
    bool mayStay = false;
};

class Desktop : public QObject {
    Q_OBJECT

public:
    // `title` empty: the user's own workspace; else it names what this is ("Demo").
    Desktop(Composition &composition, const QString &workspace, const QString &title, const DesktopStart &start = {});
    ~Desktop() override;

    void show();
    [[nodiscard]] MainWindow &window() { return *m_window; }
    // Gets the intake's token off this thread and opens the door, or says in the window why not.
    void openDoorLater();

private:
    void addPages();
    void connectWishes();
    void connectPlatformWishes();
    void showDeliveries(const DeliveryFilter &filter);
    void fireEvent();
    void editTarget(TargetId id);
    void showDelivery(DeliveryId id);
    void openPalette();
    [[nodiscard]] QList<Command> commandsFor(qint64 number, const QList<CallbackTarget> &targets);
    [[nodiscard]] QList<Command> commandsFor(const CallbackTarget &target);
    void startDemo();
    void openSettings();
    void readSettings();

    Composition &m_composition;
    QString m_workspace;
    SystemClock m_clock;
    std::unique_ptr<ReadThread> m_reads;
    std::unique_ptr<StoredDeliveries> m_source;
    std::unique_ptr<MainWindow> m_window;
    OverviewPage *m_overview = nullptr;
    DeliveriesPage *m_deliveries = nullptr;
    TargetsPage *m_targets = nullptr;
    AssetsPage *m_assets = nullptr;
    ProjectsPage *m_projects = nullptr;
    ReceiverPage *m_receiver = nullptr;
    int m_deliveriesIndex = 0;
    int m_targetsIndex = 0;
    int m_assetsIndex = 0;
    WorkspaceSettings m_settings;
    QPointer<FireEventDialog> m_fire;
};

// callboard [--workspace W]
[[nodiscard]] int runDesktop(const QString &workspace);
// callboard demo
[[nodiscard]] int runDemoWindow();

} // namespace callboard

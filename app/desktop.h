// The desktop program: pages and dialogs put together on a running composition. Main thread; made after QApplication.
#pragma once

#include "app/composition.h"
#include "core/store/readthread.h"
#include "ui/deliveries/deliverysource.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace callboard {

class AssetsPage;
class DeliveriesPage;
class FireEventDialog;
class MainWindow;
class ProjectsPage;
class TargetDialog;
class TargetsPage;

class Desktop : public QObject {
    Q_OBJECT

public:
    // `title` empty: the user's own workspace; else it names what this is ("Demo").
    Desktop(Composition &composition, const QString &workspace, const QString &title);
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
    void openSettings();
    void readSettings();

    Composition &m_composition;
    QString m_workspace;
    SystemClock m_clock;
    std::unique_ptr<ReadThread> m_reads;
    std::unique_ptr<StoredDeliveries> m_source;
    std::unique_ptr<MainWindow> m_window;
    DeliveriesPage *m_deliveries = nullptr;
    TargetsPage *m_targets = nullptr;
    AssetsPage *m_assets = nullptr;
    ProjectsPage *m_projects = nullptr;
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

// The desktop program: pages and dialogs put together on a running composition. Main thread; made after QApplication.
#pragma once

#include "app/composition.h"
#include "core/store/readthread.h"
#include "ui/deliveries/deliverysource.h"
#include "ui/deliveries/list/recentdeliveries.h"
#include "ui/events/eventform.h"
#include "ui/shell/palette/commands.h"
#include "ui/targets/dialogaids.h"
#include "ui/targets/draft/draftstore.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace callboard {

class AssetsPage;
class ChangesDialog;
class DeliveriesPage;
class FailureWatch;
class FireEventDialog;
class MainWindow;
class OverviewPage;
class ProjectsPage;
class ReceiverPage;
class TargetDialog;
class TargetsPage;
struct Drop;
struct OwnSettings;

// How it was started; nothing of it for a demo.
struct DesktopStart {
    QString sessionKey;      // see ShellSettings
    bool endedBadly = false; // the last time
    bool mayStay = false;
    QString keptCopy{}; // that a migration made of the workspace just now; empty: none
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
    // See app/instance/link.h; one that can't be read is said to be so.
    void openLink(const QString &link);

private:
    void addPages();
    void greet(const QString &keptCopy);
    void askForPrivacy();
    void connectWishes();
    void connectPlatformWishes();
    void watchFailures();
    void showDeliveries(const DeliveryFilter &filter);
    void fireEvent();
    void fireEventWith(const std::function<void(EventForm &)> &fill);
    void takeDrops();
    void openDropped(const Drop &drop);
    [[nodiscard]] FireEventDialog *makeFireDialog(const QList<CallbackTarget> &targets);
    void showDeliveriesOf(const QString &source, const QString &sourceId);
    void editTarget(TargetId id);
    [[nodiscard]] DialogAids dialogAids();
    void showDelivery(DeliveryId id);
    void showStoredDelivery(DeliveryId id);
    void showPage(const QString &name);
    void openPalette();
    [[nodiscard]] QList<Command> commandsFor(qint64 number, const QList<CallbackTarget> &targets);
    [[nodiscard]] QList<Command> commandsFor(const CallbackTarget &target);
    [[nodiscard]] Command commandFor(const RecentDeliveries::Entry &delivery);
    void startDemo();
    void openSettings(bool atVault = false);
    void followVault();
    void mendVault();
    void showChanges();
    [[nodiscard]] OwnSettings ownSettings();
    void readSettings();

    Composition &m_composition;
    QString m_workspace;
    SystemClock m_clock;
    SystemResolver m_resolver;            // for forms; what is sent has another
    std::unique_ptr<DraftStore> m_drafts; // null for a demo
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
    QHash<QString, int> m_pages; // by their names in links
    WorkspaceSettings m_settings;
    QPointer<FireEventDialog> m_fire;
    QPointer<ChangesDialog> m_changes;
    std::optional<EventDraft> m_lastEvent;
    RecentDeliveries m_looked;
    std::unique_ptr<FailureWatch> m_failures;
    KeyTrouble m_vaultSaid = KeyTrouble::None; // why the vault is closed, as it was told
};

// callboard [--workspace W] [LINK]
[[nodiscard]] int runDesktop(const QString &workspace, const QString &link = {});
// callboard demo
[[nodiscard]] int runDemoWindow();

} // namespace callboard

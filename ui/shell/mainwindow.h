// The frame around the pages: rail, stack, message bar, truth line, menus. Knows no page; app/ adds them in the order
// of the rail. Keeps its geometry, each page's layout, and where one was in this workspace, in the settings. Closing it
// ends the program or leaves it in the background (see closing/closing.h): closed() is the end.
#pragma once

#include "core/engine/engineclient.h"
#include "core/store/readthread.h"
#include "ui/look/appearance.h"
#include "ui/shell/closing/closing.h"
#include "ui/shell/page.h"
#include "ui/shell/palette/commands.h"

#include <QList>
#include <QMainWindow>
#include <QTimer>

#include <memory>
#include <optional>

class QSettings;
class QStackedWidget;

namespace callboard {

class MessageBar;
class NavigationRail;
class TrayIcon;
class TruthLine;

struct ShellSettings {
    QString workspace;       // shown in the title; empty: the user's own
    QString file;            // of the workspace, for its size; empty: that is not shown
    QString doorUrl;         // http://127.0.0.1:8787; empty: no door
    QString doorProblem;     // why there is none
    QString settingsFile;    // empty: the user's own
    QString sessionKey;      // names what is remembered of this workspace alone; empty: nothing is
    bool endedBadly = false; // the last time: open without what was shown then
    bool mayStay = false;    // in the background, after the window is closed
};

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(EngineClient &engine, ReadThread &reads, const ShellSettings &settings);
    ~MainWindow() override;

    int addPage(const Page &page); // its index
    void setCurrentPage(int index);
    [[nodiscard]] int currentPage() const;
    void setBadge(int page, int count);
    [[nodiscard]] MessageBar &messages() { return *m_messages; }
    [[nodiscard]] TruthLine &truthLine() { return *m_truth; }
    void setDoor(const QString &url, const QString &problem = {});
    // After the last page: where one was in this workspace, or why not.
    void resume();
    // From the background, from the dock, from behind. `token` is the desktop's leave to take the focus.
    void bringForward(const QString &token = {});
    void quit(); // without a question
    [[nodiscard]] QList<Command> commands();
    [[nodiscard]] WindowSettings windowSettings() const;
    void setWindowSettings(const WindowSettings &window);
    [[nodiscard]] QSettings &settings() { return *m_settings; } // the user's own
    void keepPage(int index);                                   // its layout, before the window is closed
    // What is remembered of this workspace alone beside its pages; without a session key nothing is.
    [[nodiscard]] QVariant remembered(const QString &key) const;
    void remember(const QString &key, const QVariant &value);

signals:
    void closed(); // for good
    void paletteRequested();
    void newTargetRequested();
    void fireEventRequested();
    void importRequested();
    void changesRequested();
    void settingsRequested();
    void countsChanged(const callboard::DeliveryCounts &counts);
    void windowSettingsChanged(const callboard::WindowSettings &window);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void buildFrame();
    void buildMenus();
    void restoreFrame();
    void resumePages();
    void saveLayout();
    void stay();
    void askOnce(const ClosingFacts &facts);
    void showTray();
    [[nodiscard]] ClosingFacts closingFacts() const;
    void askLedger();
    void take(const std::optional<DeliveryCounts> &counts, bool anyEnabled);
    void sayLedger();
    void showShortcuts();
    void showAbout();

    EngineClient &m_engine;
    ReadThread &m_reads;
    std::unique_ptr<QSettings> m_settings;
    QList<Page> m_pages;
    NavigationRail *m_rail = nullptr;
    QStackedWidget *m_stack = nullptr;
    MessageBar *m_messages = nullptr;
    TruthLine *m_truth = nullptr;
    QMenu *m_viewMenu = nullptr;
    std::unique_ptr<TrayIcon> m_tray; // while it stands in for the window
    QString m_workspace;
    QString m_sessionKey;
    QString m_doorUrl;
    QString m_readProblem;
    std::optional<DeliveryCounts> m_counts;
    QString m_file;
    QTimer m_ledgerTimer;
    QTimer m_rateTimer;
    bool m_railForced = false; // the operator folded it
    bool m_anyEnabled = false; // known only while closing may ask
    bool m_endedBadly = false;
    bool m_mayStay = false;
    bool m_quitting = false;
};

} // namespace callboard

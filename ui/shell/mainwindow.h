// The frame around the pages: rail, stack, message bar, truth line, menus. Knows no page; app/ adds them in the order
// of the rail. Keeps its geometry, and each page's layout, in the settings.
#pragma once

#include "core/engine/engineclient.h"
#include "core/store/readthread.h"
#include "ui/shell/page.h"

#include <QList>
#include <QMainWindow>
#include <QTimer>

#include <memory>

class QSettings;
class QStackedWidget;

namespace callboard {

class MessageBar;
class NavigationRail;
class TruthLine;

struct ShellSettings {
    QString workspace;    // shown in the title; empty: the user's own
    QString doorUrl;      // http://127.0.0.1:8787; empty: no door
    QString doorProblem;  // why there is none
    QString settingsFile; // empty: the user's own
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

signals:
    void newTargetRequested();
    void fireEventRequested();
    void importRequested();
    void settingsRequested();
    void countsChanged(const callboard::DeliveryCounts &counts);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void buildFrame();
    void buildMenus();
    void restoreFrame();
    void askLedger();
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
    QString m_readProblem;
    QTimer m_ledgerTimer;
    bool m_railForced = false; // the operator folded it
};

} // namespace callboard

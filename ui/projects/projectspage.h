// The page of Spark's projects and their Media Callback URLs. The wrench in the top right-hand corner opens Project
// Settings. Reads through the ReadThread, follows the engine; orders go to the platform client.
#pragma once

#include "core/engine/platformclient.h"
#include "core/store/readthread.h"
#include "ui/projects/projectwords.h"
#include "ui/shell/pagewidget.h"

#include <QTimer>

class QAction;
class QLabel;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace callboard {

class EmptyState;
class MessageBar;
class ProjectCommands;
class ProjectListModel;
class ProjectTable;

class ProjectsPage : public PageWidget {
    Q_OBJECT

public:
    ProjectsPage(PlatformClient &platform, EngineClient &engine, ReadThread &reads, MessageBar &messages);

    void newProject();
    void refresh();

signals:
    void editTargetRequested(callboard::TargetId target);
    void deliveriesRequested(callboard::TargetId target);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum class Missing { Nothing, Projects, Answer };

    [[nodiscard]] QWidget *makeHeader();
    void makeTable();
    void makeEmpty();
    void makeActions();
    QAction *addCommand(const char *objectName, const QString &text, const QList<QKeySequence> &keys,
                        std::function<void()> run);
    void take(const Result<QList<ProjectRow>> &rows);
    void keepSelected();
    void showState();
    void showFigures();
    void enableCommands();
    void act();
    void openSettings();

    ReadThread &m_reads;
    ProjectListModel *m_model = nullptr;
    ProjectCommands *m_commands = nullptr;
    QLabel *m_figures = nullptr;
    QToolButton *m_wrench = nullptr;
    QStackedWidget *m_stack = nullptr;
    ProjectTable *m_table = nullptr;
    QMenu *m_menu = nullptr;
    QList<QAction *> m_targetCommands; // need a target
    EmptyState *m_empty = nullptr;
    QTimer m_tick;
    QString m_failure;
    QString m_toSelect; // the id of a project that was just saved
    Missing m_missing = Missing::Nothing;
    bool m_asking = false;
    bool m_askAgain = false;
    bool m_loaded = false;
};

} // namespace callboard

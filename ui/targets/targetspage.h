// The page of all targets: a table that stays current, its commands, and a text that teaches while there is none.
// Reads through the ReadThread; orders go to the engine.
#pragma once

#include "core/domain/encoder.h"
#include "core/domain/smtpserver.h"
#include "core/engine/engineclient.h"
#include "core/store/readthread.h"
#include "ui/shell/pagewidget.h"
#include "ui/targets/dialogaids.h"

#include <QTimer>

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QSettings;
class QStackedWidget;

namespace callboard {

class EmptyState;
class HealthBar;
class MessageBar;
class TargetCommands;
class TargetListModel;
class TargetTable;

class TargetsPage : public PageWidget {
    Q_OBJECT

public:
    TargetsPage(EngineClient &engine, ReadThread &reader, QWidget *parent = nullptr);

    void newTarget();
    // Every definition it had, removed ones too. `revision` 0: the newest first.
    void showHistory(TargetId target, int revision = 0, QWidget *over = nullptr);
    void newTargetAt(const QString &url);      // of this computer, such as the local receiver's
    void newTargetFrom(const QString &pasted); // a curl command or an address
    void importTargets();
    void importText(const QString &text); // definitions, to be looked at before they are saved
    // What was deleted and can still be taken back goes now: there will be nobody to do so.
    void carryOut();
    void refresh();
    // What was shown, of this workspace: the search and the target.
    void resume(const QSettings &settings);
    void remember(QSettings &settings) const;
    // For the forms opened from here on.
    void setEncoderSettings(const EncoderSettings &settings);
    void setMailServer(const SmtpServer &server);
    void setAids(const DialogAids &aids);

signals:
    void deliveriesRequested(callboard::TargetId target);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum class Missing { Nothing, Targets, Matches, Answer };

    [[nodiscard]] QWidget *makeHeader();
    void makeTable();
    void makeActions();
    void makeEmpty();
    QAction *addCommand(const QString &text, const QList<QKeySequence> &keys, std::function<void()> run);
    void take(const QList<TargetSummary> &summaries, int asked);
    void present(const QList<TargetSummary> &summaries);
    void readAnew();
    void readTrends();
    void arrange(const QList<TargetId> &order);
    void explainOrder();
    void showState();
    void act();
    void editCurrent();
    void showTarget(TargetId id);
    [[nodiscard]] QString figures() const;

    ReadThread &m_reader;
    TargetListModel *m_model = nullptr;
    TargetCommands *m_commands = nullptr;
    MessageBar *m_messages = nullptr;
    HealthBar *m_health = nullptr;
    QLabel *m_figures = nullptr;
    QLineEdit *m_search = nullptr;
    QPushButton *m_export = nullptr;
    QStackedWidget *m_stack = nullptr;
    TargetTable *m_table = nullptr;
    QMenu *m_menu = nullptr;
    QAction *m_together = nullptr;
    QAction *m_history = nullptr;
    EmptyState *m_empty = nullptr;
    QTimer m_tick;
    QTimer m_trendTick;
    QList<TargetSummary> m_summaries; // as read; what is being deleted among them
    QString m_failure;
    TargetId m_toSelect;
    Missing m_missing = Missing::Nothing;
    int m_asked = 0; // what was asked before the last change is not believed
    bool m_asking = false;
    bool m_loaded = false;
};

} // namespace callboard

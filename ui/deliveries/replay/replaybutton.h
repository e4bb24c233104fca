// The Replay button with its other ways in a menu beside it: same bytes (the button itself), latest state, and asking
// the platform first, where there is one to ask.
#pragma once

#include "core/domain/delivery.h"

#include <QWidget>

class QAction;
class QMenu;
class QPushButton;

namespace callboard {

class ReplayButton : public QWidget {
    Q_OBJECT

public:
    explicit ReplayButton(QWidget *parent = nullptr);

    // `why` says what keeps it from being replayed; empty: nothing.
    void setReplayable(bool replayable, const QString &why = {});
    void setRefreshOffered(bool offered);
    // Not while it is being asked already.
    void setRefreshable(bool refreshable);
    [[nodiscard]] QMenu *menu() const { return m_menu; }

signals:
    void replayRequested(callboard::ReplayContent content);
    void refreshRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildMenu();
    void openMenu();
    void drawIcons();

    QPushButton *m_replay = nullptr;
    QPushButton *m_more = nullptr;
    QMenu *m_menu = nullptr;
    QAction *m_same = nullptr;
    QAction *m_latest = nullptr;
    QAction *m_refresh = nullptr;
};

} // namespace callboard

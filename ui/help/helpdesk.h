// F1 of one window and of the dialogs above it: opens the manual at the page for what one is looking at. Owned by that
// window; the manual's own window is none of its children, so that a dialog does not bar it, and goes when it goes.
#pragma once

#include "ui/help/manual.h"

#include <QObject>
#include <QPointer>

class QMenu;
class QWidget;

namespace callboard {

class HelpWindow;

class HelpDesk : public QObject {
    Q_OBJECT

public:
    explicit HelpDesk(QWidget *window);
    ~HelpDesk() override;

    void addTo(QMenu *menu); // Manual, F1
    void openManual();       // at what has the focus
    void openManual(const ManualPlace &place);
    [[nodiscard]] HelpWindow *manual() const; // null: not open

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] ManualPlace placeAtHand() const;

    QWidget *m_window;
    QPointer<HelpWindow> m_manual;
};

} // namespace callboard

// Lets files and texts be dropped anywhere on a window: says what opens with them, and shows while something is dragged
// that it can't be taken. Takes copies only, nothing from this program itself, and nothing while a dialog is to be
// answered first. A text that is dropped on a field is the field's own. Owned by the window.
#pragma once

#include "ui/shell/drop/drop.h"

#include <QObject>

class QDropEvent;
class QWidget;

namespace callboard {

class WindowDrops : public QObject {
    Q_OBJECT

public:
    explicit WindowDrops(QWidget *window);

signals:
    void dropped(const callboard::Drop &drop);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool handle(QEvent &event);
    void answer(QDropEvent &event) const;

    QWidget *m_window;
    bool m_takes = false; // what is being dragged
};

} // namespace callboard

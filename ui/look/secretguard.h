// Keeps what is copied out of a box for secrets where SecretClipboard keeps it: by keys, by the menu, cut as well as
// copied. What is selected is offered to no middle click. GUI thread.
#pragma once

#include <QObject>

class QKeyEvent;
class QLineEdit;
class QMenu;

namespace callboard {

class SecretGuard : public QObject {
    Q_OBJECT

public:
    // Belongs to `edit` and lasts as long.
    static void watch(QLineEdit *edit);

    [[nodiscard]] bool eventFilter(QObject *object, QEvent *event) override;

private:
    explicit SecretGuard(QLineEdit *edit);
    [[nodiscard]] bool keyPressed(QKeyEvent *event);
    void takeOver(QMenu *menu);
    [[nodiscard]] bool mayCopy() const;
    void copy();
    void cut();
    void takeBackSelection();

    QLineEdit *m_edit;
};

} // namespace callboard

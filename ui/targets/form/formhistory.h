// What was done in a target's form, to be undone and redone: states of the whole form, one a step. Typing in one field
// is one step until another field is edited or the typing pauses. Restoring a state makes no step.
#pragma once

#include "ui/targets/form/formstate.h"

#include <QObject>
#include <QSet>
#include <QTimer>
#include <QUndoStack>

#include <functional>

namespace callboard {

class FormHistory : public QObject {
    Q_OBJECT

public:
    explicit FormHistory(QObject *parent = nullptr);

    void begin(const FormState &state); // and nothing to undo
    // `typedIn`: the number of the text field that has the keyboard; -1: none.
    void note(const FormState &now, int typedIn = -1);
    [[nodiscard]] QUndoStack &stack() { return m_stack; }
    // Of what was done until now nothing comes back but as `amend` leaves it.
    void amend(const std::function<void(FormState &)> &amend);
    // Ctrl+Z in `field` is the form's, not its own.
    void guard(QWidget *field);

signals:
    void restored(const callboard::FormState &state);
    void paused(); // what is typed next is a step of its own

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Step;

    [[nodiscard]] int stepFor(const FormState &now, int typedIn);
    void restore(const FormState &state);

    FormState m_now;
    QTimer m_pause;
    int m_typedIn = -1; // of the step that goes on
    int m_step = 0;
    bool m_restoring = false;
    QSet<Step *> m_steps; // on the stack
    QUndoStack m_stack;
};

} // namespace callboard

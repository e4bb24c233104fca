// The attempts of one delivery, oldest first: when, how it ended, how long each step took, and below the table what was
// odd about the way the chosen one went, and by which revision of the target. The chosen one is what the inspector
// shows as request and response.
#pragma once

#include "core/domain/attempt.h"

#include <QWidget>

class QLayout;
class QPushButton;
class QTableWidget;

namespace callboard {

class FieldLine;

class AttemptsPane : public QWidget {
    Q_OBJECT

public:
    explicit AttemptsPane(QWidget *parent = nullptr);

    // Keeps the choice where there is still such an attempt, else takes the last.
    void setAttempts(const QList<Attempt> &attempts);

signals:
    void attemptChosen(int index);
    void revisionRequested(int revision); // of the target, by which the chosen one was made

private:
    void buildTable();
    [[nodiscard]] QLayout *makeFoot();
    void fillRow(int row, const Attempt &attempt);
    void showNote(int row);

    QTableWidget *m_table = nullptr;
    FieldLine *m_note = nullptr;
    QPushButton *m_revision = nullptr;
    QStringList m_notes;    // one an attempt
    QList<int> m_revisions; // likewise
};

} // namespace callboard

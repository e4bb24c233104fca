// The attempts of one delivery, oldest first: when, how it ended, how long each step took. The chosen one is what the
// inspector shows as request and response.
#pragma once

#include "core/domain/attempt.h"

#include <QTableWidget>

namespace callboard {

class AttemptsPane : public QTableWidget {
    Q_OBJECT

public:
    explicit AttemptsPane(QWidget *parent = nullptr);

    // Keeps the choice where there is still such an attempt, else takes the last.
    void setAttempts(const QList<Attempt> &attempts);

signals:
    void attemptChosen(int index);
};

} // namespace callboard

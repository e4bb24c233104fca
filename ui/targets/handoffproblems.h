// What an encoder can't do of a callback, one line each with its sign and word; where the relay helps, a button offers
// it. Hidden while there is nothing to say.
#pragma once

#include "core/payload/encoder/zencoderjob.h"

#include <QWidget>

class QVBoxLayout;

namespace callboard {

class HandOffProblems : public QWidget {
    Q_OBJECT

public:
    explicit HandOffProblems(QWidget *parent = nullptr);

    void setProblems(QList<HandOffProblem> problems); // what blocks is shown first

signals:
    void relayRequested();

private:
    [[nodiscard]] QWidget *makeRow(const HandOffProblem &problem);

    QStringList m_shown; // keeps the rows, and the focus in them, while nothing changes
    QVBoxLayout *m_column = nullptr;
};

} // namespace callboard

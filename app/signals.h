// SIGTERM and SIGINT as a Qt signal: the handler writes one byte to a socket pair, and the main thread's loop reads it.
#pragma once

#include <QObject>

namespace callboard {

class TerminationSignal : public QObject {
    Q_OBJECT

public:
    explicit TerminationSignal(QObject *parent = nullptr);

signals:
    void received();
};

} // namespace callboard

// Runs the local receiver in a thread of its own and brings over what it got, in batches, at most 20 a second and one
// at a time: a flood fills neither the window's queue nor the memory. Lives in the window's thread.
#pragma once

#include "core/receiver/receiver.h"

#include <QThread>

#include <functional>

namespace callboard {

class ReceiverDesk : public QObject {
    Q_OBJECT

public:
    // What is kept of a flood until the window takes it: the newest.
    static constexpr int kMostKept = 1000;
    static constexpr qint64 kMostBytes = qint64(64) * 1024 * 1024; // of bodies

    explicit ReceiverDesk(QObject *parent = nullptr);
    ~ReceiverDesk() override;

    void start(quint16 port);                        // 0: a free one. started() or refused() follows
    void stop();                                     // stopped() follows
    void setRules(const QList<ReceiverRule> &rules); // their `times` count anew

signals:
    void started(const QString &url, quint16 port);
    void refused(const callboard::Error &error);
    void stopped();
    // Oldest first; `count`: all there ever were.
    void arrived(const QList<callboard::ReceivedRequest> &requests, quint64 count);

private:
    class Worker;
    void inThread(std::function<void(Worker &)> call);

    QThread m_thread;
    Worker *m_worker = nullptr;
};

} // namespace callboard

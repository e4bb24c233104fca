// One connection to the built-in receiver: reads requests, asks its owner what to do about each, and answers strictly
// in order, many in one write. Owned by the receiver; deletes itself once the socket is closed.
#pragma once

#include "core/receiver/answer.h"
#include "core/receiver/requestreader.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QTcpSocket>

#include <deque>
#include <functional>

namespace callboard {

class Connection : public QObject {
    Q_OBJECT

public:
    using Decide = std::function<Answer(ReceivedRequest, AnswerContext)>;

    // Takes the socket over.
    Connection(QTcpSocket *socket, Decide decide, QObject *parent);
    void closeNow();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    enum class Phase { Serving, Dripping, Endless, Ending };

    struct Pending {
        Answer answer;
        qint64 dueAt = 0; // ms of m_sinceStart
    };

    void read();
    void serve();
    void enqueue(Answer answer);
    void writeWhatIsDue();
    void write(const Answer &answer);
    void flushOut();
    void dripOne();
    void pour();
    void end();
    void reset();

    QTcpSocket *m_socket;
    Decide m_decide;
    RequestReader m_reader;
    std::deque<Pending> m_pending;
    QByteArray m_out;
    QElapsedTimer m_sinceStart;
    QBasicTimer m_timer;
    Phase m_phase = Phase::Serving;
    bool m_takesRequests = true;
};

} // namespace callboard

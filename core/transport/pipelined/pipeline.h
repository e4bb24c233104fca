// One connection with requests back to back and their answers in order. Reports each request that was written once;
// after ended() it does nothing more. Lives in the transport's thread, owned by its Origin, which listens.
#pragma once

#include "core/transport/pipelined/caution.h"

#include <QTcpSocket>
#include <QTimer>

namespace callboard {

class Pipeline;

class PipelineListener {
public:
    virtual void answerCame(const Pipeline &pipeline, bool behindAnother, bool goesOn) = 0;
    virtual void requestEnded(quint64 ticket, Exchange exchange) = 0;
    // Nothing of these left, in their order; the connection only goes on for what was written before.
    virtual void requestsReturned(Flights unsent) = 0;
    // Answers came, or what was written has left: there may be room again.
    virtual void roomMade() = 0;
    // `unsent`: of these nothing left; their order is kept.
    virtual void pipelineEnded(Pipeline *pipeline, Ending ending, const Caution::Past &past, Flights unsent) = 0;

protected:
    ~PipelineListener() = default;
};

class Pipeline : public QObject {
    Q_OBJECT

public:
    // Takes the line's socket. `generation` is handed back in past().
    Pipeline(Line line, Way way, const Clock &clock, int generation, PipelineListener &listener, QObject *parent);
    ~Pipeline() override;

    // Written by transmit(), several at once.
    void add(Flight flight);
    void transmit();
    void cancel();

    [[nodiscard]] int outstanding() const { return static_cast<int>(m_flights.size()); }
    [[nodiscard]] bool holdsRequests() const { return !m_flights.empty() || !m_unsent.empty(); }
    [[nodiscard]] bool isWritable() const { return m_writable; } // false: for good
    [[nodiscard]] bool takesMore() const; // false: closing, or so much is unwritten that it must wait
    [[nodiscard]] int taken() const { return m_taken; }
    [[nodiscard]] int answers() const { return m_answers; }
    // True: one request only until its answer came.
    [[nodiscard]] bool mustProveItself() const { return m_mustProveItself || hasRested(); }
    void beginWithOne() { m_begunWithOne = m_mustProveItself = true; }
    [[nodiscard]] bool begunWithOne() const { return m_begunWithOne; }

private:
    [[nodiscard]] bool hasRested() const;
    [[nodiscard]] Caution::Past past() const;
    void appendToOut(Flight &flight, Moment now);
    void writeOut();
    [[nodiscard]] bool hasEndedQuietly() const;
    void stopWriting();
    void takeBackFresh();
    void read();
    // False: ended.
    [[nodiscard]] bool parse();
    void settleFirst();
    void noteFirstByte();
    void disconnected();
    void noteAlert();
    void checkDeadlines();
    void watchDeadline(Moment deadline);
    [[nodiscard]] Moment earliestDeadline() const;
    void end(Ending ending);

    Way m_way;
    const Clock &m_clock;
    PipelineListener &m_listener;
    Line m_line;
    QTcpSocket *m_socket; // child
    AnswerParser m_parser;
    QByteArray m_in;
    QByteArray m_out;
    Flights m_flights; // written, in order, then m_fresh that are not
    size_t m_fresh = 0;
    Flights m_unsent; // the connection was closed before a byte of them left; handed back when its end is read
    QTimer m_deadline;
    QString m_alert; // of a receiver that did not accept our certificate
    Moment m_watched{};
    Moment m_restingSince{};
    int m_generation;
    bool m_isDirect; // Qt's socket is the system's; through a proxy it has none of its own
    int m_taken = 0;
    int m_answers = 0;
    bool m_begunWithOne = false;
    bool m_mustProveItself = false;
    bool m_writable = true;
    bool m_ended = false;
};

} // namespace callboard

// The requests of one target to one scheme, host and port: a queue where no deadline runs yet, a few connections, and
// what was learnt about how they may be used. Lives in the transport's thread, owned by the worker.
#pragma once

#include "core/transport/pipelined/pipeline.h"

#include <functional>

namespace callboard {

class Origin final : public QObject, private PipelineListener {
    Q_OBJECT

public:
    using Report = std::function<void(TransportResult)>;

    Origin(Way way, Resolver &resolver, const Clock &clock, Report report, QObject *parent);
    ~Origin() override;

    // Sent by pump(), together with what else was queued.
    void enqueue(TransportRequest request);
    void pump();
    void cancelAll();
    // Nothing waits, runs or rests.
    [[nodiscard]] bool isEmpty() const;

signals:
    void becameEmpty();

private:
    void answerCame(const Pipeline &pipeline, bool behindAnother, bool goesOn) override;
    void requestEnded(quint64 ticket, Exchange exchange) override;
    void requestsReturned(Flights unsent) override;
    void roomMade() override;
    void pipelineEnded(Pipeline *pipeline, Ending ending, const Caution::Past &past, Flights unsent) override;

    bool fill(const QString &oneAtATime); // false: there was no room, or nothing to put there
    void dial(bool oneAtATime);
    void dialOnce();
    void dialed(Dialer *dialer);
    void dialFailed(Dialer *dialer, const Verdict &verdict);
    void remove(Dialer *dialer);
    void takeBack(Flights unsent);
    [[nodiscard]] qsizetype writable() const;
    void failWaiting(const Dialer &dialer, const Verdict &verdict);
    [[nodiscard]] int room(const Pipeline &pipeline, int depth) const;
    [[nodiscard]] bool oneIsBeingTried() const;

    Way m_way;
    Resolver &m_resolver;
    const Clock &m_clock;
    Report m_report;
    Flights m_waiting;
    QList<Pipeline *> m_pipelines; // children
    QList<Dialer *> m_dialers;     // children
    Caution m_caution;
    int m_connections = 1; // as the newest request says
    int m_depth = 1;
    Milliseconds m_dialLimit{0};
    Moment m_noMoreDialsUntil{}; // while there is a connection
    bool m_pumping = false;      // or cancelling: what comes back meanwhile only joins the queue
};

} // namespace callboard

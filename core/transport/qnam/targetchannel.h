// The requests of one target while its security stays as it is: a network manager of its own (no connection, cookie or
// credential is shared with another target, nor with what the target's settings were before), a few requests at a time,
// the rest in a queue where no deadline runs yet. Lives in the transport's thread.
#pragma once

#include "core/transport/connectionsecurity.h"
#include "core/transport/resolver.h"
#include "core/transport/transport.h"

#include <QNetworkAccessManager>
#include <QQueue>

namespace callboard {

class QnamRequest;

class TargetChannel : public QObject {
    Q_OBJECT

public:
    // Qt opens six connections to a host and would let a seventh request wait inside, with its time running.
    static constexpr int kMostRunning = 6;

    TargetChannel(SharedSecurity security, Resolver &resolver, const Clock &clock, QObject *parent);
    ~TargetChannel() override;

    void send(TransportRequest request);
    void cancelAll();
    [[nodiscard]] const SharedSecurity &security() const { return m_security; }
    [[nodiscard]] bool isIdle() const { return m_waiting.isEmpty() && m_running.isEmpty(); }

    [[nodiscard]] static TransportResult cancelledResult(const TransportRequest &request);

signals:
    void finished(const callboard::TransportResult &result);
    void sentAgain(int times);
    void becameIdle();

private:
    void startWaiting();
    void start(TransportRequest request);
    void remove(QnamRequest *request);

    SharedSecurity m_security;
    Resolver &m_resolver;
    const Clock &m_clock;
    QNetworkAccessManager m_manager;
    QQueue<TransportRequest> m_waiting;
    QList<QnamRequest *> m_running; // children
};

} // namespace callboard

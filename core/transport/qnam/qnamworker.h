// What runs in the transport's thread: hands each request to its target's channel, keeps a few idle channels warm, and
// gathers results so that they leave once per turn of the event loop.
#pragma once

#include "core/transport/connectionsecurity.h"
#include "core/transport/resolver.h"
#include "core/transport/transport.h"

#include <memory>
#include <unordered_map>

namespace callboard {

class TargetChannel;

class QnamWorker : public QObject {
    Q_OBJECT

public:
    struct Orders {
        QList<TransportRequest> cancelled; // never begun
        bool cancelRunning = false;
        QList<TransportRequest> requests; // begun after everything else was cancelled
    };

    QnamWorker(Resolver &resolver, const Clock &clock);
    ~QnamWorker() override;

    void obey(Orders orders);
    void flush();

signals:
    void finished(const QList<callboard::TransportResult> &results);
    void sentAgain(int times);

private:
    void add(const TransportResult &result);
    TargetChannel *channelFor(qint64 key, const SharedSecurity &security);
    TargetChannel *makeChannel(qint64 key, const SharedSecurity &security);
    void becameIdle(qint64 key, TargetChannel *channel);
    void retire(qint64 key);

    Resolver &m_resolver;
    const Clock &m_clock;
    // By target; a request without one (a test of a form that is not saved) gets a channel of its own, with a key < 0.
    std::unordered_map<qint64, TargetChannel *> m_channels;
    QList<qint64> m_idle; // least recently used first
    // Of targets whose security has changed since: they end what they were given, and no connection of theirs is used
    // for anything else.
    QList<TargetChannel *> m_outdated;
    qint64 m_lastLoneKey = 0;
    QList<TransportResult> m_results;
};

} // namespace callboard

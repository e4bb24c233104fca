// What runs in the pipelined transport's thread: checks each request, hands it to its origin, and gathers results so
// that they leave once per turn of the event loop.
#pragma once

#include "core/transport/pipelined/dialer.h"

#include <QHash>

namespace callboard {

class Origin;

class PipelinedWorker : public QObject {
    Q_OBJECT

public:
    struct Orders {
        QList<TransportRequest> cancelled; // never begun
        bool cancelRunning = false;
        QList<TransportRequest> requests; // begun after everything else was cancelled
    };

    PipelinedWorker(Resolver &resolver, const Clock &clock);
    ~PipelinedWorker() override;

    void obey(Orders orders);
    void flush();

signals:
    void finished(const QList<callboard::TransportResult> &results);

private:
    struct Key {
        qint64 target = 0;
        Way way;

        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.target, key.way.wireName, key.way.port, key.way.tls, key.way.allowPrivate);
        }
    };

    void add(TransportResult result);
    [[nodiscard]] Origin *originFor(const TransportRequest &request);
    [[nodiscard]] Origin *makeOrigin(const Key &key);
    void forget(const Key &key);

    Resolver &m_resolver;
    const Clock &m_clock;
    QHash<Key, Origin *> m_origins; // children
    qint64 m_lastLoneKey = 0;       // a request without a target (a test of a form that is not saved) is alone
    QList<TransportResult> m_results;
};

} // namespace callboard

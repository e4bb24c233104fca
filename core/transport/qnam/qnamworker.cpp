#include "core/transport/qnam/qnamworker.h"

#include "core/transport/qnam/targetchannel.h"

namespace callboard {

namespace {

constexpr int kMostIdle = 32; // each keeps a thread of Qt's and perhaps connections

} // namespace

QnamWorker::QnamWorker(Resolver &resolver, const Clock &clock)
    : m_resolver(resolver)
    , m_clock(clock)
{
}

QnamWorker::~QnamWorker() = default;

void QnamWorker::obey(Orders orders)
{
    for (const TransportRequest &request : std::as_const(orders.cancelled))
        add(TargetChannel::cancelledResult(request));
    if (orders.cancelRunning) {
        QList<TargetChannel *> channels = m_outdated; // a copy: cancelling may retire some
        for (const auto &[key, channel] : m_channels)
            channels.append(channel);
        for (TargetChannel *channel : std::as_const(channels))
            channel->cancelAll();
    }
    for (TransportRequest &request : orders.requests) {
        const qint64 key = request.target.isValid() ? request.target.value : --m_lastLoneKey;
        TargetChannel *channel = channelFor(key, request.security);
        channel->send(std::move(request));
    }
}

void QnamWorker::flush()
{
    if (!m_results.isEmpty())
        emit finished(std::exchange(m_results, {}));
}

void QnamWorker::add(const TransportResult &result)
{
    if (m_results.isEmpty())
        QMetaObject::invokeMethod(this, &QnamWorker::flush, Qt::QueuedConnection);
    m_results.append(result);
}

TargetChannel *QnamWorker::channelFor(qint64 key, const SharedSecurity &security)
{
    m_idle.removeOne(key);
    TargetChannel *&channel = m_channels[key];
    if (channel && !isSameSecurity(channel->security(), security)) {
        if (channel->isIdle())
            channel->deleteLater();
        else
            m_outdated.append(channel);
        channel = nullptr;
    }
    if (!channel)
        channel = makeChannel(key, security);
    return channel;
}

TargetChannel *QnamWorker::makeChannel(qint64 key, const SharedSecurity &security)
{
    auto *channel = new TargetChannel(security, m_resolver, m_clock, this);
    connect(channel, &TargetChannel::finished, this, &QnamWorker::add);
    connect(channel, &TargetChannel::sentAgain, this, &QnamWorker::sentAgain);
    connect(channel, &TargetChannel::becameIdle, this, [this, key, channel] { becameIdle(key, channel); });
    return channel;
}

void QnamWorker::becameIdle(qint64 key, TargetChannel *channel)
{
    if (m_outdated.removeOne(channel))
        channel->deleteLater();
    else
        retire(key);
}

void QnamWorker::retire(qint64 key)
{
    m_idle.removeOne(key);
    qint64 dismissed = key;
    if (key > 0) {
        m_idle.append(key);
        if (m_idle.size() <= kMostIdle)
            return;
        dismissed = m_idle.takeFirst();
    }
    if (const auto entry = m_channels.find(dismissed); entry != m_channels.end()) {
        entry->second->deleteLater();
        m_channels.erase(entry);
    }
}

} // namespace callboard

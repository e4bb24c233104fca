#include "core/transport/qnamtransport.h"

#include "core/transport/qnam/qnamworker.h"
#include "core/transport/qnam/targetchannel.h"

#include <QMutex>
#include <QThread>

#include <atomic>

namespace callboard {

struct QnamTransport::Private {
    QThread thread;
    QnamWorker *worker = nullptr; // in `thread`, which deletes it
    std::atomic<quint64> hiddenResends = 0;

    QMutex mutex;
    QnamWorker::Orders orders; // under the mutex, as is wakePosted
    bool wakePosted = false;

    // Called with the mutex held: one wake-up, however many batches come before the thread gets to them.
    void wake()
    {
        if (std::exchange(wakePosted, true))
            return;
        QMetaObject::invokeMethod(
            worker, [this] { obey(); }, Qt::QueuedConnection);
    }

    void obey()
    {
        QnamWorker::Orders taken;
        {
            const QMutexLocker lock(&mutex);
            taken = std::exchange(orders, {});
            wakePosted = false;
        }
        worker->obey(std::move(taken));
    }
};

QnamTransport::QnamTransport(Resolver &resolver, const Clock &clock, QObject *parent)
    : Transport(parent)
    , m_d(std::make_unique<Private>())
{
    m_d->worker = new QnamWorker(resolver, clock);
    m_d->worker->moveToThread(&m_d->thread);
    connect(&m_d->thread, &QThread::finished, m_d->worker, &QObject::deleteLater);
    connect(m_d->worker, &QnamWorker::finished, this, &Transport::finished, Qt::DirectConnection);
    connect(
        m_d->worker, &QnamWorker::sentAgain, this,
        [this](int times) { m_d->hiddenResends += static_cast<quint64>(times); }, Qt::DirectConnection);
    m_d->thread.setObjectName(QStringLiteral("transport"));
    m_d->thread.start();
}

QnamTransport::~QnamTransport()
{
    cancelAll();
    QMetaObject::invokeMethod(
        m_d->worker,
        [this] {
            m_d->obey();
            m_d->worker->flush();
        },
        Qt::BlockingQueuedConnection);
    m_d->thread.quit();
    m_d->thread.wait();
}

void QnamTransport::send(QList<TransportRequest> batch)
{
    if (batch.isEmpty())
        return;
    const QMutexLocker lock(&m_d->mutex);
    m_d->orders.requests += std::move(batch);
    m_d->wake();
}

void QnamTransport::cancelAll()
{
    const QMutexLocker lock(&m_d->mutex);
    m_d->orders.cancelRunning = true;
    m_d->orders.cancelled += std::exchange(m_d->orders.requests, {});
    m_d->wake();
}

int QnamTransport::inFlight(const CallbackTarget &) const
{
    return TargetChannel::kMostRunning;
}

quint64 QnamTransport::hiddenResends() const
{
    return m_d->hiddenResends.load();
}

} // namespace callboard

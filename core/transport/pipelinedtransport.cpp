#include "core/transport/pipelinedtransport.h"

#include "core/transport/pipelined/pipelinedworker.h"

#include <QMutex>
#include <QThread>

namespace callboard {

struct PipelinedTransport::Private {
    QThread thread;
    PipelinedWorker *worker = nullptr; // in `thread`, which deletes it

    QMutex mutex;
    PipelinedWorker::Orders orders; // under the mutex, as is wakePosted
    bool wakePosted = false;

    // Called with the mutex held: one wake-up, however many batches come before the thread gets to them.
    void wake()
    {
        if (!std::exchange(wakePosted, true))
            QMetaObject::invokeMethod(
                worker, [this] { obey(); }, Qt::QueuedConnection);
    }

    void obey()
    {
        PipelinedWorker::Orders taken;
        {
            const QMutexLocker lock(&mutex);
            taken = std::exchange(orders, {});
            wakePosted = false;
        }
        worker->obey(std::move(taken));
    }
};

PipelinedTransport::PipelinedTransport(Resolver &resolver, const Clock &clock, QObject *parent)
    : Transport(parent)
    , m_d(std::make_unique<Private>())
{
    m_d->worker = new PipelinedWorker(resolver, clock);
    m_d->worker->moveToThread(&m_d->thread);
    connect(&m_d->thread, &QThread::finished, m_d->worker, &QObject::deleteLater);
    connect(m_d->worker, &PipelinedWorker::finished, this, &Transport::finished, Qt::DirectConnection);
    m_d->thread.setObjectName(QStringLiteral("pipelined transport"));
    m_d->thread.start();
}

PipelinedTransport::~PipelinedTransport()
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

void PipelinedTransport::send(QList<TransportRequest> batch)
{
    if (batch.isEmpty())
        return;
    const QMutexLocker lock(&m_d->mutex);
    m_d->orders.requests += std::move(batch);
    m_d->wake();
}

void PipelinedTransport::cancelAll()
{
    const QMutexLocker lock(&m_d->mutex);
    m_d->orders.cancelRunning = true;
    m_d->orders.cancelled += std::exchange(m_d->orders.requests, {});
    m_d->wake();
}

int PipelinedTransport::inFlight(const CallbackTarget &target) const
{
    return std::max(target.connections, 1) * std::max(target.pipelineDepth, 1);
}

} // namespace callboard

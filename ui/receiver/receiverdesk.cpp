#include "ui/receiver/receiverdesk.h"

#include <QTimer>

#include <memory>
#include <utility>

namespace callboard {

using namespace std::chrono_literals;

namespace {

constexpr auto kBatchEvery = 50ms;

} // namespace

// In the receiver's thread.
class ReceiverDesk::Worker : public QObject {
public:
    using Deliver = std::function<void(const QList<ReceivedRequest> &batch, quint64 count)>;

    explicit Worker(Deliver deliver)
        : m_deliver(std::move(deliver))
        , m_timer(this)
    {
        m_timer.setSingleShot(true);
        m_timer.setInterval(kBatchEvery);
        connect(&m_timer, &QTimer::timeout, this, [this] { flush(); });
    }

    // A receiver belongs to the thread it is made in: the first call there.
    void make()
    {
        m_receiver = std::make_unique<Receiver>();
        m_receiver->setKeep(0); // the window keeps them
        connect(m_receiver.get(), &Receiver::received, this, [this](const ReceivedRequest &request) { take(request); });
    }

    Receiver &receiver() { return *m_receiver; }

    void acknowledge()
    {
        m_onItsWay = false;
        if (!m_batch.isEmpty())
            m_timer.start();
    }

private:
    void take(const ReceivedRequest &request)
    {
        m_batch.append(request);
        m_bytes += request.body.size();
        while (m_batch.size() > kMostKept || (m_bytes > kMostBytes && m_batch.size() > 1))
            m_bytes -= m_batch.takeFirst().body.size();
        if (!m_onItsWay && !m_timer.isActive())
            m_timer.start();
    }

    void flush()
    {
        if (m_batch.isEmpty())
            return;
        m_onItsWay = true;
        m_bytes = 0;
        m_deliver(std::exchange(m_batch, {}), m_receiver->count());
    }

    Deliver m_deliver;
    std::unique_ptr<Receiver> m_receiver;
    QTimer m_timer;
    QList<ReceivedRequest> m_batch;
    qint64 m_bytes = 0;
    bool m_onItsWay = false; // the window has not taken the last one yet
};

ReceiverDesk::ReceiverDesk(QObject *parent)
    : QObject(parent)
{
    m_worker = new Worker([this](const QList<ReceivedRequest> &batch, quint64 count) {
        QMetaObject::invokeMethod(
            this,
            [this, batch, count] {
                emit arrived(batch, count);
                inThread([](Worker &worker) { worker.acknowledge(); });
            },
            Qt::QueuedConnection);
    });
    m_thread.setObjectName(QStringLiteral("callboard-receiver"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
    inThread([](Worker &worker) { worker.make(); });
}

ReceiverDesk::~ReceiverDesk()
{
    m_thread.quit();
    m_thread.wait();
}

void ReceiverDesk::inThread(std::function<void(Worker &)> call)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, call = std::move(call)] { call(*worker); }, Qt::QueuedConnection);
}

void ReceiverDesk::start(quint16 port)
{
    inThread([this, port](Worker &worker) {
        const auto listening = worker.receiver().listen(QHostAddress(QHostAddress::LocalHost), port);
        const QString url = worker.receiver().url();
        QMetaObject::invokeMethod(
            this,
            [this, listening, url] {
                if (listening)
                    emit started(url, *listening);
                else
                    emit refused(listening.error());
            },
            Qt::QueuedConnection);
    });
}

void ReceiverDesk::stop()
{
    inThread([this](Worker &worker) {
        worker.receiver().close();
        QMetaObject::invokeMethod(
            this, [this] { emit stopped(); }, Qt::QueuedConnection);
    });
}

void ReceiverDesk::setRules(const QList<ReceiverRule> &rules)
{
    inThread([rules](Worker &worker) { worker.receiver().setRules(rules); });
}

} // namespace callboard

#include "core/intake/dropfolder.h"

#include "core/intake/drop/dropdirectory.h"
#include "core/intake/drop/dropworker.h"

#include <QDeadlineTimer>
#include <QThread>

#include <utility>

namespace callboard {

struct DropFolder::Private {
    QThread thread;
    DropWorker *worker = nullptr; // in `thread`, which deletes it
    bool closing = false;
};

Result<std::unique_ptr<DropFolder>> DropFolder::open(const DropSettings &settings, EventSink &events,
                                                     PlatformSink &platform)
{
    if (const auto directory = DropDirectory::open(settings.folder); !directory)
        return tl::unexpected(directory.error());
    return std::unique_ptr<DropFolder>(new DropFolder(settings, events, platform));
}

DropFolder::DropFolder(const DropSettings &settings, EventSink &events, PlatformSink &platform)
    : m_d(std::make_unique<Private>())
{
    DropWorker *worker = new DropWorker(settings, events, platform);
    m_d->worker = worker;
    worker->moveToThread(&m_d->thread);
    connect(worker, &DropWorker::taken, this, &DropFolder::taken, Qt::DirectConnection);
    connect(worker, &DropWorker::rejected, this, &DropFolder::rejected, Qt::DirectConnection);
    connect(worker, &DropWorker::postponed, this, &DropFolder::postponed, Qt::DirectConnection);
    connect(worker, &DropWorker::availableChanged, this, &DropFolder::availableChanged, Qt::DirectConnection);
    connect(worker, &DropWorker::ended, &m_d->thread, &QThread::quit, Qt::DirectConnection);
    connect(&m_d->thread, &QThread::finished, worker, &QObject::deleteLater);
    m_d->thread.setObjectName(QStringLiteral("drop folder"));
    m_d->thread.start();
    const auto begin = [this] {
        if (!m_d->closing)
            QMetaObject::invokeMethod(m_d->worker, &DropWorker::begin, Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(this, begin, Qt::QueuedConnection); // whoever connects after open() misses nothing
}

// A file that is being read or moved is done with even when patience is over: the thread is not left behind.
DropFolder::~DropFolder()
{
    close();
    m_d->thread.wait();
}

void DropFolder::close(std::chrono::milliseconds patience)
{
    if (std::exchange(m_d->closing, true))
        return;
    QMetaObject::invokeMethod(m_d->worker, &DropWorker::end, Qt::QueuedConnection);
    if (!m_d->thread.wait(QDeadlineTimer(patience)))
        m_d->thread.quit();
}

} // namespace callboard

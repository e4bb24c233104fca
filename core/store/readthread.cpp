#include "core/store/readthread.h"

namespace callboard {

ReadThread::ReadThread(const QString &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_worker(new QObject)
{
    m_thread.setObjectName(QStringLiteral("callboard-read"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

ReadThread::~ReadThread()
{
    // The connection has to be closed in the thread that opened it.
    QMetaObject::invokeMethod(m_worker, [this] { m_reader.reset(); });
    m_thread.quit();
    m_thread.wait();
}

void ReadThread::enqueue(std::function<void(const WorkspaceReader &)> job)
{
    QMetaObject::invokeMethod(m_worker, [this, job = std::move(job)] {
        if (!m_reader) {
            auto opened = WorkspaceReader::open(m_workspace);
            if (!opened) {
                emit failed(opened.error().detail);
                return;
            }
            m_reader = std::move(*opened);
        }
        job(*m_reader);
    });
}

void ReadThread::deliver(const QPointer<QObject> &context, std::function<void()> answer)
{
    // Through this object, which lives in the asker's thread: only there may the guard be looked at.
    QMetaObject::invokeMethod(this, [context, answer = std::move(answer)] {
        if (context)
            answer();
    });
}

} // namespace callboard

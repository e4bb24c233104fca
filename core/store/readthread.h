// Runs queries on a thread of its own and brings the answer to its own thread (the one it was made in), so that no
// window ever waits for the store. Answers come in the order they were asked for; none comes once `context` is gone.
#pragma once

#include "core/store/workspacereader.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>

namespace callboard {

class ReadThread : public QObject {
    Q_OBJECT

public:
    explicit ReadThread(const QString &workspace, QObject *parent = nullptr);
    ~ReadThread() override;

    template <class Query, class Then>
    void ask(QObject *context, Query query, Then then)
    {
        QPointer<QObject> guard(context);
        enqueue([this, guard, query = std::move(query), then = std::move(then)](const WorkspaceReader &reader) {
            auto answer = query(reader);
            deliver(guard, [then, answer = std::move(answer)]() mutable { then(std::move(answer)); });
        });
    }

signals:
    // The workspace could not be opened for reading; queries are dropped.
    void failed(const QString &detail);

private:
    void enqueue(std::function<void(const WorkspaceReader &)> job);
    void deliver(const QPointer<QObject> &context, std::function<void()> answer);

    QString m_workspace;
    QThread m_thread;
    QObject *m_worker = nullptr;
    std::unique_ptr<WorkspaceReader> m_reader; // in the worker's thread
};

} // namespace callboard

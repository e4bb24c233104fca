// A drop folder's work, in a thread of its own: sees what is there, hands one file after the other over, and moves what
// has its answer. Owned by DropFolder, which starts it, ends it and passes its signals on; all but the constructor is
// called in its thread.
#pragma once

#include "core/intake/drop/dropanswers.h"
#include "core/intake/drop/dropqueue.h"
#include "core/intake/drop/dropreader.h"
#include "core/intake/dropfolder.h"

#include <QFileSystemWatcher>
#include <QSet>
#include <QTimer>

namespace callboard {

// One file at a time is handed over and waited for, so that an older state of an asset never comes after a newer one,
// not even when the store fails in between.
class DropWorker final : public QObject {
    Q_OBJECT

public:
    DropWorker(DropSettings settings, EventSink &events, PlatformSink &platform);
    ~DropWorker() override;

    void begin();
    // Takes nothing new in; ended() follows once what was handed over has its answer.
    void end();

signals:
    void taken(const QString &file, int events);
    void rejected(const QString &file, const QString &reason);
    void postponed(const QString &file, const QString &reason);
    void availableChanged(bool available, const QString &reason);
    void ended();

private:
    using Moment = DropQueue::Moment;

    void look();
    void lookSoon();
    void tellOfOddities(const QList<DropEntry> &entries);
    void proceed();
    void takeIn();
    void handOver(DropContent content);
    void takeAnswer();
    void finish(const DropAnswers::Answer &answer);
    void refuse(const QString &reason);
    void leave(const QString &reason);
    void postpone(const Error &error);
    void move();
    void putBack(Moment readyAt);
    void putAside(Moment readyAt);
    void setAvailable(bool now, const QString &reason = {});
    [[nodiscard]] Moment nextTry() const { return std::chrono::steady_clock::now() + m_settings.poll; }

    const DropSettings m_settings;
    EventSink &m_events;
    PlatformSink &m_platform;
    std::shared_ptr<DropAnswers> m_answers;
    QFileSystemWatcher *m_watcher = nullptr; // made by begin(), in the right thread
    QTimer m_lookTimer{this};
    QTimer m_nextTimer{this};
    QTimer m_pollTimer{this};
    std::optional<DropDirectory> m_directory; // as it was when last looked at
    DropQueue m_queue;
    std::optional<WaitingFile> m_current; // handed over, or just being read
    QSet<QByteArray> m_oddities;          // links, pipes, … that were told of
    std::chrono::milliseconds m_gather;
    Moment m_pausedUntil{};
    bool m_available = true;
    bool m_closing = false;
};

} // namespace callboard

// Tells the desktop of deliveries that fail while nobody looks at the window: "17 deliveries to cms failed", one notice
// a target and minute (FailureBatch), with Show and Replay. Asks the store, whoever dispatches the workspace, and only
// while there is somebody to tell.
// Belongs to the window's thread.
#pragma once

#include "core/domain/clock.h"
#include "core/engine/engineclient.h"
#include "core/store/readthread.h"
#include "ui/shell/notices/desktopnotices.h"
#include "ui/shell/notices/failurebatch.h"

#include <QTimer>

namespace callboard {

class FailureWatch : public QObject {
    Q_OBJECT

public:
    // How long failures are gathered before the first notice, so that it says how many they are.
    static constexpr Milliseconds kGather{2'000};

    FailureWatch(EngineClient &engine, ReadThread &reads, const Clock &clock, const QDBusConnection &bus,
                 Milliseconds gather = kGather, QObject *parent = nullptr);

    void setEnabled(bool enabled);
    void setInBackground(bool background); // in front: what was told is taken back

signals:
    void showRequested(callboard::TargetId target, const QString &token);
    void replayed(const QString &target, int count); // the target's name
    void replayRefused(const callboard::Error &error);

private:
    [[nodiscard]] bool watches() const { return m_enabled && m_background; }
    void begin();
    void take(const EngineChange &change);
    void ask();
    void askOn(const DeliveryFilter &failed, DeliveryId after);
    void tell();
    void tell(const FailureNotice &notice);
    void replay(const QString &key);

    EngineClient &m_engine;
    ReadThread &m_reads;
    const Clock &m_clock;
    DesktopNotices m_notices;
    FailureBatch m_batch;
    QHash<QString, FailureNotice> m_told; // what a notice's actions are about
    QTimer m_askTimer;
    QTimer m_tellTimer;
    Timestamp m_since{}; // what failed before is not told
    Timestamp m_asked{}; // what failed before is known
    bool m_enabled = true;
    bool m_background = false;
};

} // namespace callboard

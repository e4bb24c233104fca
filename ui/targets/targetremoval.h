// Deletes targets a while later: they are out of sight at once, Undo brings them back, and they go for good when the
// message that offers it goes. Until then nothing is cancelled, and they are still called.
#pragma once

#include "core/engine/engineclient.h"
#include "core/store/workspacereader.h"

#include <QSet>

namespace callboard {

class MessageBar;

class TargetRemoval : public QObject {
    Q_OBJECT

public:
    TargetRemoval(EngineClient &engine, MessageBar &messages, QObject *parent);

    void remove(const QList<TargetSummary> &targets);
    void carryOut(); // what waits goes now
    [[nodiscard]] bool isGoing(TargetId id) const { return m_waiting.contains(id) || m_leaving.contains(id); }

signals:
    void changed();

private:
    void order();
    void takeBack();

    EngineClient &m_engine;
    MessageBar &m_messages;
    QSet<TargetId> m_waiting; // can be taken back
    QSet<TargetId> m_leaving; // the engine was told
};

} // namespace callboard

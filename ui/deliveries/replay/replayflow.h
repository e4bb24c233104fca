// Sends deliveries again and says so in the message bar: at once what failed or was cancelled, after one question what
// was delivered already, and with the count everything that matches a filter. What is still on its way is refused. All
// that match are sent in batches, with progress and Cancel; what an end of the program leaves is a plan, as text, with
// which another run goes on.
#pragma once

#include "core/engine/engineclient.h"
#include "core/store/deliveryquery.h"
#include "ui/deliveries/deliverysource.h"

#include <QObject>

#include <memory>

namespace callboard {

class MessageBar;
class ReplayWatch;

class ReplayFlow : public QObject {
    Q_OBJECT

public:
    ReplayFlow(EngineClient &engine, DeliverySource &source, MessageBar &messages, const Clock &clock,
               QObject *parent = nullptr);

    void replay(const QList<DeliveryRow> &rows, ReplayContent content = ReplayContent::SameBytes);
    // Without a question: the operator has seen what it would carry.
    void replayNow(const QList<DeliveryId> &ids, ReplayContent content);
    void replayTo(DeliveryId id, const QString &url);  // the same bytes to another address
    void replayMatching(const DeliveryFilter &filter); // the same bytes
    // Asks whether to, if anything of it is left, as soon as the bar is free for a question. What can't be read any
    // more is refused: nothing of it is sent.
    void goOn(const QString &plan);

    [[nodiscard]] static bool canReplay(const DeliveryRow &row) { return isFinal(row.delivery.state); }

signals:
    // The new deliveries, in the order of those they repeat.
    void replayed(const QList<callboard::DeliveryId> &ids);
    // What is to be kept until it is another; empty: nothing is under way.
    void planChanged(const QString &plan);

private:
    struct Bulk; // one run over everything that matches
    void gather(const std::shared_ptr<Bulk> &bulk);
    void askMatching(const std::shared_ptr<Bulk> &bulk);
    void ask(const std::shared_ptr<Bulk> &bulk, const QString &question);
    void forget(); // what was left
    void send(const std::shared_ptr<Bulk> &bulk);
    void sendNext(const std::shared_ptr<Bulk> &bulk);
    void finishBulk(const Bulk &bulk);
    bool sayUnderWay(); // nothing is: false

    EngineClient &m_engine;
    DeliverySource &m_source;
    MessageBar &m_messages;
    const Clock &m_clock;
    ReplayWatch *m_watch = nullptr;
    std::shared_ptr<Bulk> m_running; // one at a time: there is one plan
    QString m_left;                  // the plan of an earlier run that nobody has answered yet
};

} // namespace callboard

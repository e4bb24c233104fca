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
    ReplayFlow(EngineClient &engine, DeliverySource &source, MessageBar &messages, QObject *parent = nullptr);

    void replay(const QList<DeliveryRow> &rows, ReplayContent content = ReplayContent::SameBytes);
    // Without a question: the operator has seen what it would carry.
    void replayNow(const QList<DeliveryId> &ids, ReplayContent content);
    void replayTo(DeliveryId id, const QString &url);  // the same bytes to another address
    void replayMatching(const DeliveryFilter &filter); // the same bytes
    void goOn(const QString &plan);                    // asks whether to, if anything of it is left

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
    void send(const std::shared_ptr<Bulk> &bulk);
    void sendNext(const std::shared_ptr<Bulk> &bulk);
    void tell(const std::shared_ptr<Bulk> &bulk, const QString &now);
    void finishBulk(const Bulk &bulk);

    EngineClient &m_engine;
    DeliverySource &m_source;
    MessageBar &m_messages;
    ReplayWatch *m_watch = nullptr;
};

} // namespace callboard

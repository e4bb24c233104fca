// Follows replays that the message bar says are on their way, and says there how they ended: the sentence must not
// outlive its truth. Gives up as soon as the bar says something else.
#pragma once

#include "core/engine/engineclient.h"
#include "ui/deliveries/deliverysource.h"

#include <QObject>
#include <QSet>

namespace callboard {

class MessageBar;

class ReplayWatch : public QObject {
    Q_OBJECT

public:
    ReplayWatch(DeliverySource &source, MessageBar &messages, QObject *parent = nullptr);

    // `said` is what the bar says of them; `original` is the delivery that a single one repeats.
    void watch(const QList<DeliveryId> &replays, DeliveryId original, const QString &said);
    void take(const EngineChange &change);

private:
    void ask(const QList<DeliveryId> &ids);
    void count(const DeliveryRow &row);
    void tell(const DeliveryRow &last);
    [[nodiscard]] QString endOfOne(const DeliveryRow &row) const;

    DeliverySource &m_source;
    MessageBar &m_messages;
    QString m_said;
    DeliveryId m_original;
    QSet<DeliveryId> m_open;
    int m_total = 0;
    int m_delivered = 0;
};

} // namespace callboard

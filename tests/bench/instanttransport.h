// A transport without a network: answers every batch at once with what nginx would say, from a thread of its own.
#pragma once

#include "core/transport/transport.h"

#include <QThread>

namespace callboard {

class InstantTransport final : public Transport {
    Q_OBJECT

public:
    explicit InstantTransport(int inFlight);
    ~InstantTransport() override;

    void send(QList<TransportRequest> batch) override;
    void cancelAll() override { } // nothing stays under way
    [[nodiscard]] int inFlight(const CallbackTarget &) const override { return m_inFlight; }

private:
    int m_inFlight;
    QThread m_thread;
    QObject m_context; // lives in m_thread
};

} // namespace callboard

// One Transport over three: e-mail, pipelined and plain requests each go their way, and what they report comes out
// here, from the thread that reports it. The three must outlive it. It marks what goes to our own door's port, so that
// the transports refuse it where the address is this machine's.
#pragma once

#include "core/transport/transport.h"

#include <atomic>

namespace callboard {

class TransportSwitch final : public Transport {
    Q_OBJECT

public:
    TransportSwitch(Transport &plain, Transport &pipelined, Transport &mail, QObject *parent = nullptr);

    // Of the door that this process has open; 0: none. Any thread.
    void setOwnDoor(quint16 port) { m_ownDoor = port; }

    void send(QList<TransportRequest> batch) override;
    void cancelAll() override;
    [[nodiscard]] int inFlight(const CallbackTarget &target) const override;

private:
    Transport &m_plain;
    Transport &m_pipelined;
    Transport &m_mail;
    std::atomic<quint16> m_ownDoor = 0;
};

} // namespace callboard

// One Transport over three: e-mail, pipelined and plain requests each go their way, and what they report comes out
// here, from the thread that reports it. The three must outlive it.
#pragma once

#include "core/transport/transport.h"

namespace callboard {

class TransportSwitch final : public Transport {
    Q_OBJECT

public:
    TransportSwitch(Transport &plain, Transport &pipelined, Transport &mail, QObject *parent = nullptr);

    void send(QList<TransportRequest> batch) override;
    void cancelAll() override;
    [[nodiscard]] int inFlight(const CallbackTarget &target) const override;

private:
    Transport &m_plain;
    Transport &m_pipelined;
    Transport &m_mail;
};

} // namespace callboard

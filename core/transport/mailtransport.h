// Sends the mails of `mailto:` targets over SMTP (libcurl): one connection a mail, STARTTLS or TLS with a checked
// certificate, or plain where the operator chose it. Owns a few threads; finished() is emitted from them, by one at a
// time. A request without `mail` comes back as Configuration.
#pragma once

#include "core/transport/transport.h"

#include <memory>

namespace callboard {

class MailTransport final : public Transport {
    Q_OBJECT

public:
    // `caPem`: certificates (PEM) to trust instead of the system's; empty: the system's.
    explicit MailTransport(QByteArray caPem = {}, QObject *parent = nullptr);
    // Cancels what is under way; the last results are emitted before it returns.
    ~MailTransport() override;

    void send(QList<TransportRequest> batch) override;
    void cancelAll() override;
    [[nodiscard]] int inFlight(const CallbackTarget &target) const override;

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace callboard

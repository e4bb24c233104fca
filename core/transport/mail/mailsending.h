// Sends one mail over a connection of its own and says what became of it. run() blocks, at most for the request's total
// time and a moment for the goodbye: a pool's thread calls it. `cancelled` may be set from any thread.
#pragma once

#include "core/transport/transport.h"

#include <atomic>

namespace callboard {

class MailSending {
public:
    // `request` has passed mailProblem(). `caPem`: certificates to trust instead of the system's; empty: the system's.
    MailSending(const TransportRequest &request, const QByteArray &caPem, const std::atomic<bool> &cancelled);
    ~MailSending();
    MailSending(const MailSending &) = delete;
    MailSending &operator=(const MailSending &) = delete;

    [[nodiscard]] Exchange run();

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace callboard

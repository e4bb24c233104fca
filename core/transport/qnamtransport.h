// The default transport: QNetworkAccessManager behind guards (read-once body so that nothing is sent twice behind our
// back, checked and pinned address, own deadlines, no redirects, cookies, proxy or credential cache). Owns a thread;
// finished() is emitted from it. `resolver` and `clock` are used there and must outlive the transport.
#pragma once

#include "core/transport/resolver.h"
#include "core/transport/transport.h"

#include <memory>

namespace callboard {

class QnamTransport final : public Transport {
    Q_OBJECT

public:
    QnamTransport(Resolver &resolver, const Clock &clock, QObject *parent = nullptr);
    // Cancels what is under way; the last results are emitted before it returns. Never from the transport's thread.
    ~QnamTransport() override;

    void send(QList<TransportRequest> batch) override;
    void cancelAll() override;
    [[nodiscard]] int inFlight(const CallbackTarget &target) const override;

    // Requests that Qt put on the wire more often than once: stays 0, and a rise is a defect.
    [[nodiscard]] quint64 hiddenResends() const;

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace callboard

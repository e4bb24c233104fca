// The transport for requests with `pipelining`: HTTP/1.1, requests back to back on a few connections of each target,
// answers matched in order, never a request sent twice; where a receiver breaks pipelining, one at a time for a while.
// Owns a thread; finished() is emitted from it. `resolver` and `clock` are used there and must outlive the transport.
#pragma once

#include "core/transport/resolver.h"
#include "core/transport/transport.h"

#include <memory>

namespace callboard {

class PipelinedTransport final : public Transport {
    Q_OBJECT

public:
    PipelinedTransport(Resolver &resolver, const Clock &clock, QObject *parent = nullptr);
    // Cancels what is under way; the last results are emitted before it returns. Never from the transport's thread.
    ~PipelinedTransport() override;

    void send(QList<TransportRequest> batch) override;
    void cancelAll() override;
    [[nodiscard]] int inFlight(const CallbackTarget &target) const override;

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace callboard

// Sends a target as it stands in a form, once and off the record, through the same builder and transport as everything
// else. Engine thread.
#pragma once

#include "core/domain/smtpserver.h"
#include "core/engine/engineclient.h"
#include "core/engine/requestbuilder.h"
#include "core/security/vault.h"
#include "core/transport/transport.h"

#include <QHash>

#include <functional>

namespace callboard {

class TestSending {
public:
    using Done = std::function<void(Result<TestResult>)>;

    TestSending(Transport &transport, const Clock &clock);

    // Any request off the record; its ticket is set here.
    void send(TransportRequest request, std::function<void(const Exchange &)> done);
    // With OAuth 2 a token of its own is fetched first; Conflict: there is none. An error of building is answered at
    // once.
    void send(CallbackTarget target, const MediaEvent &event, const Vault *vault, const QString &workspaceTag,
              const SmtpServer &mailServer, Done done);
    // Answers the test that this is the result of, if it is one.
    void take(const TransportResult &result);

private:
    void sendBuilt(const CallbackTarget &target, const OpenSecrets &secrets,
                   const std::shared_ptr<const ConnectionSecurity> &security, const MediaEvent &event,
                   const RequestContext &context, const Done &done);

    Transport &m_transport;
    const Clock &m_clock;
    quint64 m_count = 0;
    QHash<quint64, std::function<void(const Exchange &)>> m_waiting;
};

} // namespace callboard

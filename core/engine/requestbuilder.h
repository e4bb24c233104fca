// The exact request for one event to one target: the one place where headers meet payload. Pure.
#pragma once

#include "core/domain/error.h"
#include "core/domain/event.h"
#include "core/domain/smtpserver.h"
#include "core/domain/target.h"
#include "core/security/vault.h"
#include "core/transport/transport.h"

namespace callboard {

struct BuiltRequest {
    TransportRequest request; // ticket 0
    bool elsewhere = false;   // not to the target's own address
    bool showsToken = false;  // of OAuth 2
    QByteArray maskedHead;    // request line and headers as they leave, secret values as •••, CRLF line ends
};

// The body that another delivery sent, to be sent again byte for byte.
struct SentPayload {
    QByteArray contentType;
    QByteArray body;
};

// What a request carries beside target and event.
struct RequestContext {
    QString webhookId;
    Timestamp now{};
    QString replayOf;                // webhook-id of the delivery that this one repeats; empty: none
    std::optional<SentPayload> same; // in place of the rendered body
    SmtpServer mailServer;           // for a mailto target; in a preview it may be unset
    QString accessToken{};           // for one with OAuth 2
};

// `secrets` are the target's in the clear (openSecrets), or its own headers alone for a preview, where secret values,
// credentials and signatures show as •••. Signed by those whose time has come at `context.now`. Errors: InvalidHeader,
// InvalidUrl, InvalidArgument (a key), Malformed (the record).
[[nodiscard]] Result<BuiltRequest> buildRequest(const CallbackTarget &target, const OpenSecrets &secrets,
                                                const MediaEvent &event, const RequestContext &context);
// The same without replay and mail server.
[[nodiscard]] Result<BuiltRequest> buildRequest(const CallbackTarget &target, const OpenSecrets &secrets,
                                                const MediaEvent &event, const QString &webhookId, Timestamp now,
                                                const QString &replayOf = {});

} // namespace callboard

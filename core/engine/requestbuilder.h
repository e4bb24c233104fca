// The exact request for one event to one target: the one place where headers meet payload. Pure.
#pragma once

#include "core/domain/error.h"
#include "core/domain/event.h"
#include "core/domain/target.h"
#include "core/transport/transport.h"

namespace callboard {

struct BuiltRequest {
    TransportRequest request; // ticket 0
    QByteArray maskedHead;    // request line and headers as they leave, secret values as •••, CRLF line ends
};

// `headers` are the target's with secrets in the clear (openSecrets), or the target's own for a preview, where secret
// values show as •••. `replayOf` is the webhook-id of the delivery that this one repeats, or empty. Errors:
// InvalidHeader, InvalidUrl, Malformed (the record).
[[nodiscard]] Result<BuiltRequest> buildRequest(const CallbackTarget &target, const HeaderList &headers,
                                                const MediaEvent &event, const QString &webhookId, Timestamp now,
                                                const QString &replayOf = {});

} // namespace callboard

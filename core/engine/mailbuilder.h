// A callback as an e-mail (seeds/lightflow-callbacks.txt, line 38): the message's headers, its texts and the payload as
// attachment. Pure. What could split a header is refused.
#pragma once

#include "core/engine/requestbuilder.h"

namespace callboard {

[[nodiscard]] Result<BuiltRequest> buildMail(const CallbackTarget &target, const MediaEvent &event,
                                             const RequestContext &context);
// A message that says that mail works.
[[nodiscard]] Result<BuiltRequest> buildTestMail(const SmtpServer &server, const QString &to, const QString &id,
                                                 Timestamp now);

} // namespace callboard

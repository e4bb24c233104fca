// Authentication, certificates and proxy of a draft: all that is no secret. Pure.
#pragma once

#include "core/domain/target.h"

class QJsonObject;

namespace callboard {

void addAccess(QJsonObject &json, const CallbackTarget &target);
void readAccess(CallbackTarget &target, const QJsonObject &json);
// Secrets in the clear, which are not written.
[[nodiscard]] bool losesAccessSecret(const CallbackTarget &target);
// The secrets that are stored, where they are still for what stands in `target`.
void takeAccessSecrets(CallbackTarget &target, const CallbackTarget &stored);

} // namespace callboard

// The words in which signing is shown: its schemes, what each gives a receiver, and how a target signs now. Pure,
// translated.
#pragma once

#include "core/domain/signing.h"

namespace callboard::words {

[[nodiscard]] QString scheme(SigningScheme scheme);      // Standard Webhooks (HMAC)
[[nodiscard]] QString schemeShort(SigningScheme scheme); // Standard Webhooks
[[nodiscard]] QString schemeHelp(SigningScheme scheme);  // what the receiver gets, in a sentence
// off; Standard Webhooks; Mux, 2 keys until 23 Nov, 10:00
[[nodiscard]] QString signing(const Signing &signing, Timestamp now);
[[nodiscard]] QString keyEnd(Timestamp end); // 23 Nov, 10:00

} // namespace callboard::words

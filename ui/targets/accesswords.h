// The words in which is shown what a target shows its receiver and how it is reached: authentication, certificates and
// proxy. Pure, translated; no secret is in them. Times are relative to `now`.
#pragma once

#include "core/domain/authentication.h"
#include "core/domain/connectionsettings.h"
#include "core/transport/certificates.h"

namespace callboard::words {

// A certificate that ends within so many days is warned of.
inline constexpr int kDaysOfWarning = 30;

[[nodiscard]] QString authScheme(AuthScheme scheme);                        // OAuth 2, client credentials
[[nodiscard]] QString authHelp(AuthScheme scheme);                          // what the receiver gets, in a sentence
[[nodiscard]] QString authentication(const Authentication &authentication); // none; Basic, user media
[[nodiscard]] QString proxy(const ProxySettings &proxy); // none; http://proxy.example:3128, user media
// the system's; Example Root, 2 pinned keys, shows media.example
[[nodiscard]] QString certificates(const TlsSettings &tls);

// Example Root, issued by Example, ends in 61 days
[[nodiscard]] QString certificate(const CertificateDescription &certificate, Timestamp now);
[[nodiscard]] QString certificateEnd(Timestamp ends, Timestamp now); // ends in 61 days, ended 2 days ago
[[nodiscard]] bool endsSoon(Timestamp ends, Timestamp now);          // or has ended

} // namespace callboard::words

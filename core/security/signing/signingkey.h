// Keys of signatures, as they are written and handed to a receiver. HMAC of Standard Webhooks: whsec_ and 24 to 64
// bytes in base64. Ed25519: whsk_ with the seed of 32 bytes, or seed and public key; the receiver gets whpk_. Every
// other scheme takes the text as it is. Pure but for makeSigningKey(), which draws from the system's random numbers.
#pragma once

#include "core/domain/error.h"
#include "core/domain/signing.h"

#include <QByteArray>

namespace callboard {

// A new key of the scheme's strength and spelling.
[[nodiscard]] QString makeSigningKey(SigningScheme scheme);
// InvalidArgument: what is wrong with it; never the key itself.
[[nodiscard]] Result<QByteArray> signingKeyBytes(SigningScheme scheme, const QString &key);
// whpk_…, for Ed25519 alone.
[[nodiscard]] Result<QString> publicSigningKey(const QString &key);

} // namespace callboard

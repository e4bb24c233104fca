// How a target's callbacks are signed, and with what: so that a receiver can tell that they are ours, whole and fresh.
#pragma once

#include "core/domain/clock.h"
#include "core/domain/secret.h"

#include <QList>
#include <QString>

#include <optional>

namespace callboard {

// Each is a row of the table in core/security/signing/signatureform.
enum class SigningScheme : quint8 {
    None = 0,
    Hmac = 1,       // Standard Webhooks v1
    Ed25519 = 2,    // Standard Webhooks v1a: the receiver holds a public key only
    Mux = 3,        // t=…,v1=… with HMAC-SHA256 of timestamp.body
    Cloudflare = 4, // time=…,sig1=… with the same
    BodySha256 = 5, // HMAC-SHA256 of the body, in hex
    BodySha512 = 6, // HMAC-SHA512 of the body, in hex
    Cloudinary = 7, // SHA-256 of body, timestamp and secret
    Kaltura = 8,    // SHA-256 of secret and body
    Token = 9,      // the secret itself, as a header
};

struct SigningKey {
    Secret secret;                  // as the scheme writes it: whsec_…, whsk_…, or any text
    std::optional<Timestamp> until; // an older key signs beside the newest until then

    bool operator==(const SigningKey &) const = default;
};

struct Signing {
    SigningScheme scheme = SigningScheme::None;
    QString header;         // where the signature goes; empty: where the scheme has it
    QList<SigningKey> keys; // newest first

    [[nodiscard]] bool isOn() const { return scheme != SigningScheme::None; }
    bool operator==(const Signing &) const = default;
};

// Stable spellings for command line and JSON: none, hmac, ed25519, mux, cloudflare, body-sha256, …
[[nodiscard]] QString toString(SigningScheme scheme);
[[nodiscard]] std::optional<SigningScheme> signingSchemeFrom(const QString &text); // case is ignored
[[nodiscard]] QList<SigningScheme> allSigningSchemes();

// Who signs at this moment: the newest, and those whose time has not ended.
[[nodiscard]] QList<SigningKey> keysAt(const QList<SigningKey> &keys, Timestamp now);

} // namespace callboard

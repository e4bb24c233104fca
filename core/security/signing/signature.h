// Signs what leaves, byte for byte, and says of what has left whether a receiver would take it. Pure.
#pragma once

#include "core/domain/error.h"
#include "core/domain/signing.h"

#include <QByteArray>
#include <QList>

#include <chrono>
#include <utility>

namespace callboard {

struct SignedContent {
    QByteArray id;         // webhook-id; without a dot
    Timestamp timestamp{}; // of this attempt, to the second
    QByteArray body;
};

using SignatureHeaders = QList<std::pair<QByteArray, QByteArray>>;

// The headers that go along, for keys in the clear (those of keysAt(); at least one). InvalidArgument: a key that the
// scheme can't use.
[[nodiscard]] Result<SignatureHeaders> signatureHeaders(const Signing &signing, const QList<QString> &keys,
                                                        const SignedContent &content);

// The same for eyes without the keys: ••• where a signature stands.
[[nodiscard]] SignatureHeaders shownSignature(const Signing &signing, const SignedContent &content);
// The header that was chosen, else the scheme's own.
[[nodiscard]] QByteArray signatureHeaderName(const Signing &signing);
// The header whose value is the secret itself; empty: there is none.
[[nodiscard]] QByteArray secretSignatureHeader(const Signing &signing);

enum class SignatureVerdict : quint8 {
    Valid = 0,
    NoSignature = 1, // the header is not there
    NoTimestamp = 2, // it is not there, or no number
    Stale = 3,       // further from `now` than a receiver tolerates
    Foreign = 4,     // another key, or other bytes
};

// As a receiver with this one key would judge it. Compares in constant time.
[[nodiscard]] SignatureVerdict verifySignature(const Signing &signing, const QString &key,
                                               const SignatureHeaders &headers, const QByteArray &body, Timestamp now,
                                               std::chrono::seconds tolerance = std::chrono::minutes(5));

} // namespace callboard

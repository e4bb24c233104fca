// What each scheme of signing computes and where it puts it: a table, so that a scheme more is a row more. The two of
// Standard Webhooks follow its specification 1.0; the others are what the platforms of that name send.
#pragma once

#include "core/domain/signing.h"

#include <QByteArray>

namespace callboard {

enum class SignatureKind : quint8 { HmacSha256, HmacSha512, Sha256, Ed25519, Plain };
enum class SignatureText : quint8 { Base64, Hex, Raw };

// In `content` and `value`, {id}, {timestamp}, {body} and {secret} stand for themselves, {signature} for the result.
struct SignatureForm {
    SignatureKind kind = SignatureKind::HmacSha256;
    SignatureText text = SignatureText::Hex;
    QByteArray content;         // what is signed or hashed
    QByteArray header;          // its default name
    QByteArray lead;            // once, before the first: "t={timestamp}"
    QByteArray value;           // once for each key: "v1,{signature}"
    QByteArray separator;       // between lead and values; empty: the header has room for one key alone
    QByteArray timestampHeader; // repeats the timestamp, where the scheme has a header for it
    QByteArray fixedHeader;     // goes along as it is: name
    QByteArray fixedValue;
};

[[nodiscard]] const SignatureForm &signatureForm(SigningScheme scheme); // not of None

// True: during a rotation both keys sign. Else the newest alone does, from its first day on.
[[nodiscard]] bool signsWithSeveral(SigningScheme scheme);

} // namespace callboard

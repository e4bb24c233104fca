#include "core/security/signing/signature.h"

#include "core/domain/header.h"
#include "core/security/signing/signatureform.h"
#include "core/security/signing/signingkey.h"

#include <sodium.h>

#include <algorithm>

namespace callboard {

namespace {

const unsigned char *bytes(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

qint64 secondsOf(Timestamp moment)
{
    return std::chrono::floor<std::chrono::seconds>(moment).time_since_epoch().count();
}

struct Values {
    QByteArray id;
    QByteArray timestamp;
    QByteArray body;
    QByteArray secret;
    QByteArray signature;
};

// Left to right, once: what is put in is never looked at again.
QByteArray filled(const QByteArray &pattern, const Values &values)
{
    const std::pair<QByteArrayView, const QByteArray *> places[]{{"{id}", &values.id},
                                                                 {"{timestamp}", &values.timestamp},
                                                                 {"{body}", &values.body},
                                                                 {"{secret}", &values.secret},
                                                                 {"{signature}", &values.signature}};
    QByteArray text;
    text.reserve(pattern.size() + values.body.size() + values.signature.size() + 64);
    for (qsizetype at = 0; at < pattern.size();) {
        const auto *place = std::ranges::find_if(places, [&](const auto &candidate) {
            return QByteArrayView(pattern).sliced(at).startsWith(candidate.first);
        });
        if (place == std::end(places)) {
            text += pattern[at++];
        } else {
            text += *place->second;
            at += place->first.size();
        }
    }
    return text;
}

QByteArray hmac256(const QByteArray &content, const QByteArray &key)
{
    QByteArray result(crypto_auth_hmacsha256_BYTES, Qt::Uninitialized);
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytes(key), size_t(key.size()));
    crypto_auth_hmacsha256_update(&state, bytes(content), size_t(content.size()));
    crypto_auth_hmacsha256_final(&state, bytes(result));
    return result;
}

QByteArray hmac512(const QByteArray &content, const QByteArray &key)
{
    QByteArray result(crypto_auth_hmacsha512_BYTES, Qt::Uninitialized);
    crypto_auth_hmacsha512_state state;
    crypto_auth_hmacsha512_init(&state, bytes(key), size_t(key.size()));
    crypto_auth_hmacsha512_update(&state, bytes(content), size_t(content.size()));
    crypto_auth_hmacsha512_final(&state, bytes(result));
    return result;
}

QByteArray sha256(const QByteArray &content)
{
    QByteArray result(crypto_hash_sha256_BYTES, Qt::Uninitialized);
    crypto_hash_sha256(bytes(result), bytes(content), size_t(content.size()));
    return result;
}

QByteArray ed25519(const QByteArray &content, const QByteArray &key)
{
    QByteArray result(crypto_sign_BYTES, Qt::Uninitialized);
    crypto_sign_detached(bytes(result), nullptr, bytes(content), size_t(content.size()), bytes(key));
    return result;
}

QByteArray computed(SignatureKind kind, const QByteArray &content, const QByteArray &key)
{
    switch (kind) {
    case SignatureKind::HmacSha256: return hmac256(content, key);
    case SignatureKind::HmacSha512: return hmac512(content, key);
    case SignatureKind::Sha256: return sha256(content);
    case SignatureKind::Ed25519: return ed25519(content, key);
    case SignatureKind::Plain: return content;
    }
    return {};
}

QByteArray written(SignatureText text, const QByteArray &signature)
{
    switch (text) {
    case SignatureText::Base64: return signature.toBase64();
    case SignatureText::Hex: return signature.toHex();
    case SignatureText::Raw: return signature;
    }
    return {};
}

// The value for one key, as it stands in the header: "v1,…".
QByteArray valueFor(const SignatureForm &form, const QByteArray &key, Values values)
{
    values.secret = key;
    values.signature = written(form.text, computed(form.kind, filled(form.content, values), key));
    return filled(form.value, values);
}

Values valuesOf(const SignedContent &content)
{
    return {content.id, QByteArray::number(secondsOf(content.timestamp)), content.body, {}, {}};
}

QByteArrayList leadOf(const SignatureForm &form, const Values &values)
{
    return form.lead.isEmpty() ? QByteArrayList() : QByteArrayList{filled(form.lead, values)};
}

SignatureHeaders headersOf(const Signing &signing, const Values &values, const QByteArrayList &parts)
{
    const SignatureForm &form = signatureForm(signing.scheme);
    SignatureHeaders headers{{signatureHeaderName(signing), parts.join(form.separator)}};
    if (!form.timestampHeader.isEmpty())
        headers.append({form.timestampHeader, values.timestamp});
    if (!form.fixedHeader.isEmpty())
        headers.append({form.fixedHeader, form.fixedValue});
    return headers;
}

std::optional<QByteArray> headerValue(const SignatureHeaders &headers, const QByteArray &name)
{
    for (const auto &[header, value] : headers) {
        if (header.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return std::nullopt;
}

// Where the scheme itself carries it, else where every request does.
std::optional<QByteArray> sentTimestamp(const SignatureForm &form, const QByteArray &value,
                                        const SignatureHeaders &headers)
{
    if (!form.lead.isEmpty()) {
        const QByteArray key = form.lead.left(form.lead.indexOf('=') + 1);
        for (const QByteArray &part : value.split(form.separator.front())) {
            if (part.startsWith(key))
                return part.mid(key.size());
        }
        return std::nullopt;
    }
    return headerValue(headers,
                       form.timestampHeader.isEmpty() ? QByteArrayLiteral("webhook-timestamp") : form.timestampHeader);
}

bool isSame(const QByteArray &a, const QByteArray &b)
{
    return a.size() == b.size() && sodium_memcmp(a.constData(), b.constData(), size_t(a.size())) == 0;
}

} // namespace

Result<SignatureHeaders> signatureHeaders(const Signing &signing, const QList<QString> &keys,
                                          const SignedContent &content)
{
    Q_ASSERT(signing.isOn() && !keys.isEmpty());
    const SignatureForm &form = signatureForm(signing.scheme);
    const Values values = valuesOf(content);
    QByteArrayList parts = leadOf(form, values);
    for (const QString &key : keys.first(signsWithSeveral(signing.scheme) ? keys.size() : 1)) {
        const Result<QByteArray> bytes = signingKeyBytes(signing.scheme, key);
        if (!bytes)
            return tl::unexpected(bytes.error());
        parts.append(valueFor(form, *bytes, values));
    }
    return headersOf(signing, values, parts);
}

SignatureHeaders shownSignature(const Signing &signing, const SignedContent &content)
{
    const SignatureForm &form = signatureForm(signing.scheme);
    Values values = valuesOf(content);
    values.signature = kMask.toUtf8();
    return headersOf(signing, values, leadOf(form, values) << filled(form.value, values));
}

QByteArray signatureHeaderName(const Signing &signing)
{
    return signing.header.isEmpty() ? signatureForm(signing.scheme).header : signing.header.toUtf8();
}

QByteArray secretSignatureHeader(const Signing &signing)
{
    const bool isSecret = signing.isOn() && signatureForm(signing.scheme).kind == SignatureKind::Plain;
    return isSecret ? signatureHeaderName(signing) : QByteArray();
}

SignatureVerdict verifySignature(const Signing &signing, const QString &key, const SignatureHeaders &headers,
                                 const QByteArray &body, Timestamp now, std::chrono::seconds tolerance)
{
    const SignatureForm &form = signatureForm(signing.scheme);
    const std::optional<QByteArray> line = headerValue(headers, signatureHeaderName(signing));
    const Result<QByteArray> opened = signingKeyBytes(signing.scheme, key);
    if (!line)
        return SignatureVerdict::NoSignature;
    Values values;
    values.body = body;
    values.id = headerValue(headers, "webhook-id").value_or(QByteArray());
    if (form.content.contains("{timestamp}")) {
        bool isNumber = false;
        values.timestamp = sentTimestamp(form, *line, headers).value_or(QByteArray());
        const qint64 seconds = values.timestamp.toLongLong(&isNumber);
        if (!isNumber)
            return SignatureVerdict::NoTimestamp;
        if (std::abs(seconds - secondsOf(now)) > tolerance.count())
            return SignatureVerdict::Stale;
    }
    if (!opened)
        return SignatureVerdict::Foreign;
    const QByteArray expected = valueFor(form, *opened, values);
    const QList<QByteArray> sent = form.separator.isEmpty() ? QList<QByteArray>{*line}
                                                            : line->split(form.separator.front());
    const bool any = std::ranges::any_of(sent, [&](const QByteArray &value) { return isSame(value, expected); });
    return any ? SignatureVerdict::Valid : SignatureVerdict::Foreign;
}

} // namespace callboard

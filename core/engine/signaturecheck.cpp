#include "core/engine/signaturecheck.h"

#include "core/engine/targetbook.h"
#include "core/security/signing/signature.h"
#include "core/security/signing/signatureform.h"
#include "core/security/signing/signingkey.h"
#include "core/security/vault.h"
#include "core/store/tables/attemptstore.h"
#include "core/store/tables/deliverystore.h"

#include <algorithm>

namespace callboard {

namespace {

constexpr std::chrono::seconds kAnyAge = std::chrono::years(1000);

SignatureHeaders headersIn(const QByteArray &head)
{
    SignatureHeaders headers;
    const QByteArrayList lines = head.split('\n');
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
    }
    return headers;
}

bool has(const SignatureHeaders &headers, const QByteArray &name)
{
    return std::ranges::any_of(
        headers, [&name](const auto &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
}

bool hasAnySchemes(const SignatureHeaders &headers)
{
    return std::ranges::any_of(allSigningSchemes(), [&headers](SigningScheme scheme) {
        return scheme != SigningScheme::None && has(headers, signatureForm(scheme).header);
    });
}

SignatureFinding signerAmong(const Signing &signing, const QList<SigningKey> &keys, const SignatureHeaders &headers,
                             const Attempt &attempt, Timestamp now)
{
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const SigningKey &key = keys[i];
        if (i > 0 && (!key.until || *key.until <= now))
            continue;
        const SignatureVerdict verdict = verifySignature(signing, key.secret.plain, headers, attempt.requestBody,
                                                         attempt.startedAt, kAnyAge);
        if (verdict == SignatureVerdict::Valid)
            return i == 0 ? SignatureFinding{SignedBy::PresentKey, {}}
                          : SignatureFinding{SignedBy::OlderKey, key.until};
    }
    return {SignedBy::EndedKey, {}};
}

} // namespace

bool carriesSignature(const Signing &signing, const QByteArray &requestHead)
{
    const SignatureHeaders headers = headersIn(requestHead);
    return (signing.isOn() && has(headers, signatureHeaderName(signing))) || hasAnySchemes(headers);
}

Result<SignatureFinding> findSigner(const CallbackTarget &target, const Vault *vault, const Attempt &attempt,
                                    Timestamp now)
{
    const SignatureHeaders headers = headersIn(attempt.requestHead);
    const Signing &signing = target.signing;
    if (!signing.isOn() || !has(headers, signatureHeaderName(signing)))
        return SignatureFinding{hasAnySchemes(headers) ? SignedBy::OtherScheme : SignedBy::Nobody, {}};
    if (!secretSignatureHeader(signing).isEmpty())
        return SignatureFinding{SignedBy::Token, {}};
    if (!vault)
        return SignatureFinding{SignedBy::Unknown, {}};
    CallbackTarget keysAlone = target; // no header's secret is of concern
    keysAlone.headers.clear();
    return openSecrets(keysAlone, vault).map([&](const OpenSecrets &open) {
        return signerAmong(signing, open.keys, headers, attempt, now);
    });
}

Result<QString> publicKeyOf(const CallbackTarget &target, const Vault *vault)
{
    if (target.signing.scheme != SigningScheme::Ed25519 || target.signing.keys.isEmpty())
        return QString();
    CallbackTarget keyAlone;
    keyAlone.id = target.id;
    keyAlone.signing = target.signing;
    keyAlone.signing.keys = {target.signing.keys.constFirst()};
    return openSecrets(keyAlone, vault).and_then([](const OpenSecrets &open) {
        return publicSigningKey(open.keys.constFirst().secret.plain);
    });
}

Result<SignatureFinding> findSigner(Database &db, const TargetBook &book, DeliveryId delivery, AttemptId attempt,
                                    Timestamp now)
{
    const auto found = DeliveryStore(db).byId(delivery);
    if (!found)
        return tl::unexpected(found.error());
    const RunningTarget *running = *found ? book.find((*found)->target) : nullptr;
    if (!running)
        return fail(ErrorCode::NotFound, QStringLiteral("Its target was removed."));
    const auto attempts = AttemptStore(db).of(delivery);
    if (!attempts)
        return tl::unexpected(attempts.error());
    const auto asked = std::ranges::find(*attempts, attempt, &Attempt::id);
    if (asked == attempts->end())
        return fail(ErrorCode::NotFound, QStringLiteral("There is no attempt %1.").arg(attempt.value));
    return findSigner(running->target, book.vault(), *asked, now);
}

} // namespace callboard

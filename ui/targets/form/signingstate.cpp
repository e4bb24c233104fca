#include "ui/targets/form/signingstate.h"

#include "core/security/signing/signatureform.h"

#include <algorithm>

namespace callboard {

namespace {

enum class KeyKind { Standard, Ed25519, Text };

KeyKind kindFor(SigningScheme scheme)
{
    switch (scheme) {
    case SigningScheme::Hmac: return KeyKind::Standard;
    case SigningScheme::Ed25519: return KeyKind::Ed25519;
    default: return KeyKind::Text;
    }
}

const SigningKey *sameIn(const QList<SigningKey> &keys, const SigningKey &key)
{
    const auto found = std::ranges::find(keys, key.secret, &SigningKey::secret);
    return found == keys.end() ? nullptr : &*found;
}

} // namespace

bool SigningState::servesStored() const
{
    return scheme != SigningScheme::None && stored.isOn() && !stored.keys.isEmpty()
        && kindFor(scheme) == kindFor(stored.scheme);
}

bool SigningState::mayOverlap() const
{
    return servesStored() && !typed.isEmpty() && signsWithSeveral(scheme);
}

QList<SigningKey> SigningState::older() const
{
    QList<SigningKey> keys;
    if (!servesStored() || !signsWithSeveral(scheme))
        return keys;
    for (const SigningKey &key : stored.keys.mid(1)) {
        if (isLive(key) && !ended.contains(key.secret.sealed))
            keys.append(key);
    }
    return keys;
}

// Untouched, it is what is stored to the last key, so that nothing looks changed.
Signing SigningState::signing() const
{
    if (scheme == SigningScheme::None)
        return stored.isOn() ? Signing{} : stored;
    Signing made{scheme, header, {}};
    if (typed.isEmpty()) {
        if (servesStored())
            made.keys = stored.keys;
        made.keys.removeIf([this](const SigningKey &key) { return ended.contains(key.secret.sealed); });
        return made;
    }
    made.keys.append(SigningKey{{typed, {}}, {}});
    if (mayOverlap() && overlap > Milliseconds(0))
        made.keys.append(SigningKey{stored.keys.constFirst().secret, now + overlap});
    made.keys += older();
    return made;
}

void SigningState::take(const Signing &signing)
{
    scheme = signing.scheme;
    header = signing.header;
    typed = signing.keys.isEmpty() ? QString() : signing.keys.constFirst().secret.plain;
    overlap = kUsualOverlap;
    ended.clear();
    if (!servesStored())
        return;
    if (mayOverlap())
        takeOverlap(signing.keys);
    for (const SigningKey &key : stored.keys.mid(1)) {
        const bool isMissed = typed.isEmpty() || (signsWithSeveral(scheme) && isLive(key));
        if (isMissed && !sameIn(signing.keys, key))
            ended.insert(key.secret.sealed);
    }
}

void SigningState::takeOverlap(const QList<SigningKey> &keys)
{
    const SigningKey *before = sameIn(keys, stored.keys.constFirst());
    overlap = before && before->until ? *before->until - now : Milliseconds(0);
}

} // namespace callboard

#include "ui/targets/signingwords.h"

#include "core/security/signing/signatureform.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace callboard::words {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(callboard::SigningWords)
};

// The first moment from which on fewer of them sign.
Timestamp firstEnd(const QList<SigningKey> &keys)
{
    Timestamp first = Timestamp::max();
    for (const SigningKey &key : keys) {
        if (key.until)
            first = std::min(first, *key.until);
    }
    return first;
}

} // namespace

QString scheme(SigningScheme scheme)
{
    switch (scheme) {
    case SigningScheme::None: return Words::tr("None");
    case SigningScheme::Hmac: return Words::tr("Standard Webhooks (HMAC)");
    case SigningScheme::Ed25519: return Words::tr("Standard Webhooks (Ed25519)");
    case SigningScheme::Mux: return QStringLiteral("Mux");
    case SigningScheme::Cloudflare: return QStringLiteral("Cloudflare Stream");
    case SigningScheme::BodySha256: return Words::tr("HMAC-SHA256 of the body");
    case SigningScheme::BodySha512: return Words::tr("HMAC-SHA512 of the body");
    case SigningScheme::Cloudinary: return QStringLiteral("Cloudinary");
    case SigningScheme::Kaltura: return QStringLiteral("Kaltura");
    case SigningScheme::Token: return Words::tr("Static token");
    }
    return {};
}

QString schemeShort(SigningScheme scheme)
{
    switch (scheme) {
    case SigningScheme::None: return Words::tr("off");
    case SigningScheme::Hmac: return QStringLiteral("Standard Webhooks");
    case SigningScheme::Ed25519: return QStringLiteral("Ed25519");
    case SigningScheme::BodySha256: return QStringLiteral("HMAC-SHA256");
    case SigningScheme::BodySha512: return QStringLiteral("HMAC-SHA512");
    case SigningScheme::Token: return Words::tr("static token");
    default: return words::scheme(scheme);
    }
}

QString schemeHelp(SigningScheme scheme)
{
    switch (scheme) {
    case SigningScheme::None: return Words::tr("The receiver can't tell that a callback is from here.");
    case SigningScheme::Hmac:
        return Words::tr("The receiver gets webhook-id, webhook-timestamp and their HMAC with the body; it holds the "
                         "same key.");
    case SigningScheme::Ed25519:
        return Words::tr("As with HMAC, but the receiver holds a public key only, which can check and not sign.");
    case SigningScheme::Mux:
        return Words::tr("The receiver gets t=… and v1=…, as from Mux: time and body in one HMAC.");
    case SigningScheme::Cloudflare:
        return Words::tr("The receiver gets time=… and sig1=…, as from Cloudflare Stream: time and body in one HMAC.");
    case SigningScheme::BodySha256:
    case SigningScheme::BodySha512:
        return Words::tr("The receiver gets the body's HMAC in hexadecimal; nothing tells it how old a request is.");
    case SigningScheme::Cloudinary:
        return Words::tr("The receiver gets a hash of body, time and key, and the time, as from Cloudinary.");
    case SigningScheme::Kaltura:
        return Words::tr("The receiver gets a hash of key and body, as from Kaltura; nothing tells it how old a "
                         "request is.");
    case SigningScheme::Token:
        return Words::tr("The receiver gets the key itself in a header; it says nothing about the body.");
    }
    return {};
}

QString signing(const Signing &signing, Timestamp now)
{
    if (!signing.isOn())
        return schemeShort(SigningScheme::None);
    const QString name = schemeShort(signing.scheme);
    if (signing.keys.isEmpty())
        return Words::tr("%1, no key yet").arg(name);
    const QList<SigningKey> keys = keysAt(signing.keys, now);
    if (keys.size() < 2 || !signsWithSeveral(signing.scheme))
        return name;
    return Words::tr("%1, %n keys until %2", nullptr, int(keys.size())).arg(name, keyEnd(firstEnd(keys)));
}

QString keyEnd(Timestamp end)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(end.time_since_epoch().count());
    return QLocale().toString(local, Words::tr("d MMM, HH:mm"));
}

} // namespace callboard::words

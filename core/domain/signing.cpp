#include "core/domain/signing.h"

#include <array>
#include <utility>

namespace callboard {

namespace {

constexpr std::array<std::pair<SigningScheme, QLatin1String>, 10> kSchemes{{
    {SigningScheme::None, QLatin1String("none")},
    {SigningScheme::Hmac, QLatin1String("hmac")},
    {SigningScheme::Ed25519, QLatin1String("ed25519")},
    {SigningScheme::Mux, QLatin1String("mux")},
    {SigningScheme::Cloudflare, QLatin1String("cloudflare")},
    {SigningScheme::BodySha256, QLatin1String("body-sha256")},
    {SigningScheme::BodySha512, QLatin1String("body-sha512")},
    {SigningScheme::Cloudinary, QLatin1String("cloudinary")},
    {SigningScheme::Kaltura, QLatin1String("kaltura")},
    {SigningScheme::Token, QLatin1String("token")},
}};

} // namespace

QString toString(SigningScheme scheme)
{
    for (const auto &[value, name] : kSchemes) {
        if (value == scheme)
            return name;
    }
    return {};
}

std::optional<SigningScheme> signingSchemeFrom(const QString &text)
{
    for (const auto &[value, name] : kSchemes) {
        if (text.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return std::nullopt;
}

QList<SigningScheme> allSigningSchemes()
{
    QList<SigningScheme> all;
    for (const auto &[value, name] : kSchemes)
        all.append(value);
    return all;
}

QList<SigningKey> keysAt(const QList<SigningKey> &keys, Timestamp now)
{
    QList<SigningKey> signers = keys.first(qMin(keys.size(), 1));
    for (const SigningKey &key : keys.mid(1)) {
        if (key.until && *key.until > now)
            signers.append(key);
    }
    return signers;
}

} // namespace callboard

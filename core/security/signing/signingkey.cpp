#include "core/security/signing/signingkey.h"

#include <sodium.h>

#include <array>

namespace callboard {

namespace {

const QLatin1String kHmacPrefix("whsec_");
const QLatin1String kSecretPrefix("whsk_");
const QLatin1String kPublicPrefix("whpk_");
constexpr qsizetype kFewestHmacBytes = 24;
constexpr qsizetype kMostHmacBytes = 64;
constexpr qsizetype kFewestTextBytes = 16;
constexpr qsizetype kMostTextBytes = 1024;

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    randombytes_buf(bytes.data(), size_t(size));
    return bytes;
}

QString spelled(QLatin1String prefix, const QByteArray &bytes)
{
    return prefix + QString::fromLatin1(bytes.toBase64());
}

Result<QByteArray> decoded(QLatin1String prefix, const QString &key)
{
    if (!key.startsWith(prefix))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("The signing key does not begin with %1.").arg(prefix));
    const auto bytes = QByteArray::fromBase64Encoding(key.mid(prefix.size()).toLatin1(),
                                                      QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("The signing key is not base64 behind %1.").arg(prefix));
    return *bytes;
}

Result<QByteArray> hmacKey(const QString &key)
{
    return decoded(kHmacPrefix, key).and_then([](const QByteArray &bytes) -> Result<QByteArray> {
        if (bytes.size() < kFewestHmacBytes || bytes.size() > kMostHmacBytes)
            return fail(ErrorCode::InvalidArgument,
                        QStringLiteral("The signing key has %1 bytes; it must have %2 to %3.")
                            .arg(bytes.size())
                            .arg(kFewestHmacBytes)
                            .arg(kMostHmacBytes));
        return bytes;
    });
}

// Seed and public key, as libsodium wants them.
Result<QByteArray> ed25519Key(const QString &key)
{
    const Result<QByteArray> bytes = decoded(kSecretPrefix, key);
    if (!bytes)
        return bytes;
    if (bytes->size() != crypto_sign_SEEDBYTES && bytes->size() != crypto_sign_SECRETKEYBYTES)
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("The Ed25519 key has %1 bytes; it must have %2, or %3 with its public key.")
                        .arg(bytes->size())
                        .arg(crypto_sign_SEEDBYTES)
                        .arg(crypto_sign_SECRETKEYBYTES));
    QByteArray whole(crypto_sign_SECRETKEYBYTES, Qt::Uninitialized);
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> open{};
    crypto_sign_seed_keypair(open.data(), reinterpret_cast<unsigned char *>(whole.data()),
                             reinterpret_cast<const unsigned char *>(bytes->constData()));
    if (bytes->size() == crypto_sign_SECRETKEYBYTES && *bytes != whole)
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("The Ed25519 key and its public key don't belong together."));
    return whole;
}

Result<QByteArray> textKey(const QString &key)
{
    const QByteArray bytes = key.toUtf8();
    if (bytes.size() < kFewestTextBytes || bytes.size() > kMostTextBytes)
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("The signing key has %1 bytes; it must have %2 to %3.")
                        .arg(bytes.size())
                        .arg(kFewestTextBytes)
                        .arg(kMostTextBytes));
    for (const char sign : bytes) {
        if (quint8(sign) < 0x20 || quint8(sign) == 0x7f)
            return fail(ErrorCode::InvalidArgument, QStringLiteral("The signing key has a control character in it."));
    }
    return bytes;
}

} // namespace

QString makeSigningKey(SigningScheme scheme)
{
    switch (scheme) {
    case SigningScheme::None: return {};
    case SigningScheme::Hmac: return spelled(kHmacPrefix, randomBytes(32));
    case SigningScheme::Ed25519: return spelled(kSecretPrefix, randomBytes(crypto_sign_SEEDBYTES));
    default: return QString::fromLatin1(randomBytes(32).toHex());
    }
}

Result<QByteArray> signingKeyBytes(SigningScheme scheme, const QString &key)
{
    switch (scheme) {
    case SigningScheme::None: return QByteArray();
    case SigningScheme::Hmac: return hmacKey(key);
    case SigningScheme::Ed25519: return ed25519Key(key);
    default: return textKey(key);
    }
}

Result<QString> publicSigningKey(const QString &key)
{
    return ed25519Key(key).map(
        [](const QByteArray &whole) { return spelled(kPublicPrefix, whole.mid(crypto_sign_SEEDBYTES)); });
}

} // namespace callboard

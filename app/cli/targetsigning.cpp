#include "app/cli/targetsigning.h"

#include "app/cli/secrets.h"
#include "core/security/signing/signatureform.h"
#include "core/security/signing/signingkey.h"

namespace callboard::cli {

namespace {

using namespace std::chrono_literals;

constexpr Milliseconds kUsualOverlap = 24h;
constexpr Milliseconds kLongestOverlap = 24h * 7;
constexpr auto kMakeOne = "true"; // a flag that was given no value

tl::unexpected<Error> wrong(const QString &text)
{
    return fail(ErrorCode::InvalidArgument, text);
}

Result<QString> readKey(const std::string &reference)
{
    const Result<QByteArray> bytes = readSecret(QString::fromStdString(reference));
    if (!bytes)
        return tl::unexpected(bytes.error());
    const QString key = QString::fromUtf8(*bytes);
    if (key.toUtf8() != *bytes)
        return wrong(QStringLiteral("The signing key is not text in UTF-8."));
    if (key.isEmpty())
        return wrong(QStringLiteral("The signing key is empty."));
    return key;
}

SigningKey typed(const QString &key)
{
    return {{key, {}}, std::nullopt};
}

Result<SigningScheme> schemeFrom(const SigningOptions &o, SigningScheme present)
{
    if (!o.scheme)
        return present;
    const QString text = QString::fromStdString(*o.scheme);
    const std::optional<SigningScheme> scheme = signingSchemeFrom(text);
    if (scheme)
        return *scheme;
    QStringList known;
    for (SigningScheme one : allSigningSchemes())
        known.append(toString(one));
    return wrong(QStringLiteral("--sign “%1”: expected %2.").arg(text, known.join(QLatin1String(", "))));
}

Result<void> checkTogether(const SigningOptions &o, const Signing &present, SigningScheme scheme)
{
    const bool more = o.secret || o.header || o.rotate;
    if (more && scheme == SigningScheme::None)
        return wrong(QStringLiteral("Nothing is signed: say how, such as --sign hmac."));
    if (o.overlap && !o.rotate)
        return wrong(QStringLiteral("--overlap goes with --rotate-signing-secret."));
    if (o.rotate && (o.secret || !present.isOn() || scheme != present.scheme))
        return wrong(
            QStringLiteral("--rotate-signing-secret puts a newer key before the one that is there; it does not "
                           "go with --signing-secret or another scheme."));
    return {};
}

Result<Milliseconds> overlapFrom(const SigningOptions &o)
{
    if (!o.overlap)
        return kUsualOverlap;
    const QString text = QString::fromStdString(*o.overlap);
    const std::optional<Milliseconds> overlap = parseDuration(text);
    if (!overlap || *overlap > kLongestOverlap)
        return wrong(QStringLiteral("--overlap “%1”: expected a duration from 0s to 7d.").arg(text));
    return *overlap;
}

// The key from the file, or one that is made and told of.
Result<SigningKey> newKey(const std::optional<std::string> &reference, SigningScheme scheme, KeyNews &news)
{
    if (!reference) {
        news.made = makeSigningKey(scheme);
        return typed(news.made);
    }
    return readKey(*reference).map(typed);
}

// Those that still have time left sign on beside the new one.
Result<void> rotate(Signing &signing, const SigningOptions &o, Timestamp now, KeyNews &news)
{
    const Result<Milliseconds> overlap = overlapFrom(o);
    if (!overlap)
        return tl::unexpected(overlap.error());
    const bool isMade = *o.rotate == kMakeOne;
    const auto key = newKey(isMade ? std::nullopt : o.rotate, signing.scheme, news);
    if (!key)
        return tl::unexpected(key.error());
    QList<SigningKey> older = signing.keys;
    if (!older.isEmpty())
        older.first().until = now + *overlap;
    if (!signsWithSeveral(signing.scheme)) {
        older.clear();
        news.notes.append(QStringLiteral("Note: %1 has room for one signature alone: the new key counts at once, and "
                                         "the one before is gone.")
                              .arg(toString(signing.scheme)));
    }
    older.removeIf([now](const SigningKey &one) { return !one.until || *one.until <= now; });
    signing.keys = QList<SigningKey>{*key} + older;
    return {};
}

// Another scheme does not go on with the keys of the one before.
Result<void> takeKeys(Signing &signing, SigningScheme scheme, const SigningOptions &o, Timestamp now, KeyNews &news)
{
    if (o.rotate)
        return rotate(signing, o, now, news);
    if (!o.secret && scheme == signing.scheme)
        return {};
    const auto key = newKey(o.secret, scheme, news);
    if (!key)
        return tl::unexpected(key.error());
    signing.keys = {*key};
    signing.scheme = scheme;
    return {};
}

} // namespace

bool SigningOptions::needVault() const
{
    const bool off = scheme && signingSchemeFrom(QString::fromStdString(*scheme)) == SigningScheme::None;
    return !off && (scheme || header || secret || rotate);
}

Result<SignedTarget> withSigning(CallbackTarget target, const SigningOptions &o, Timestamp now)
{
    SignedTarget changed{std::move(target), {}};
    Signing &signing = changed.target.signing;
    const Result<SigningScheme> scheme = schemeFrom(o, signing.scheme);
    if (!scheme)
        return tl::unexpected(scheme.error());
    if (auto together = checkTogether(o, signing, *scheme); !together)
        return tl::unexpected(together.error());
    if (*scheme == SigningScheme::None) {
        signing = {};
        return changed;
    }
    if (auto taken = takeKeys(signing, *scheme, o, now, changed.news); !taken)
        return tl::unexpected(taken.error());
    if (o.header)
        signing.header = QString::fromStdString(*o.header);
    return changed;
}

QString publicKeyOf(const CallbackTarget &target, const Vault *vault)
{
    if (target.signing.scheme != SigningScheme::Ed25519)
        return {};
    CallbackTarget keysAlone = target;
    keysAlone.headers.clear();
    const Result<OpenSecrets> open = openSecrets(keysAlone, vault);
    if (!open || open->keys.isEmpty())
        return {};
    return publicSigningKey(open->keys.constFirst().secret.plain).value_or(QString());
}

QString signingWords(const Signing &signing, Timestamp now)
{
    if (!signing.isOn())
        return QStringLiteral("off");
    const QString header = signing.header.isEmpty() ? QString::fromLatin1(signatureForm(signing.scheme).header)
                                                    : signing.header;
    const QList<SigningKey> keys = keysAt(signing.keys, now);
    QString words = QStringLiteral("%1 in %2, %3")
                        .arg(toString(signing.scheme), header,
                             keys.size() == 1 ? QStringLiteral("1 key") : QStringLiteral("%1 keys").arg(keys.size()));
    for (const SigningKey &key : keys.mid(1))
        words += QStringLiteral(", an older until %1").arg(toIso(*key.until));
    return words;
}

} // namespace callboard::cli

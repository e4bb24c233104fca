#include "core/engine/authorization.h"

#include "core/domain/header.h"

#include <algorithm>

namespace callboard {

namespace {

QByteArray schemeWord(AuthScheme scheme)
{
    return scheme == AuthScheme::Basic ? QByteArrayLiteral("Basic ") : QByteArrayLiteral("Bearer ");
}

QByteArray credentials(const Authentication &open, const QString &token)
{
    switch (open.scheme) {
    case AuthScheme::Basic: return (open.user + u':' + open.secret.plain).toUtf8().toBase64();
    case AuthScheme::Bearer: return open.secret.plain.toUtf8();
    default: return token.toUtf8();
    }
}

} // namespace

Result<Authorization> authorizationOf(const CallbackTarget &target, const OpenSecrets &secrets, const QString &token)
{
    if (!target.authentication.isOn())
        return Authorization();
    const QByteArray word = schemeWord(target.authentication.scheme);
    const QByteArray shown = word + kMask.toUtf8();
    if (!secrets.authentication.isOn())
        return Authorization{shown, shown};
    const QByteArray text = credentials(secrets.authentication, token);
    const bool fits = std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7F; });
    if (text.isEmpty() || !fits)
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("The token is empty or has a character that no header takes."));
    return Authorization{word + text, shown};
}

} // namespace callboard

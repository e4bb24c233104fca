#include "core/domain/authentication.h"

#include "core/domain/urlcredentials.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace callboard {

namespace {

constexpr std::array kSchemes{"none", "basic", "bearer", "oauth2"};

bool hasControl(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7F; });
}

std::optional<QString> tokenUrlProblem(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (text.isEmpty())
        return QStringLiteral("OAuth 2 needs the address that gives tokens, such as https://login.example.com/token.");
    if (!url.isValid() || !web || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasFragment())
        return QStringLiteral("“%1” is no address that gives tokens; expected https://HOST/… without credentials.")
            .arg(withoutCredentials(text));
    return std::nullopt;
}

} // namespace

std::optional<QString> authenticationProblem(const Authentication &authentication)
{
    for (const QString &text :
         {authentication.user, authentication.secret.plain, authentication.scope, authentication.audience}) {
        if (hasControl(text))
            return QStringLiteral("The authentication has a control character in it.");
    }
    switch (authentication.scheme) {
    case AuthScheme::None: return std::nullopt;
    case AuthScheme::Basic:
        if (authentication.user.contains(u':'))
            return QStringLiteral("A user name for Basic has no colon in it.");
        if (authentication.user.isEmpty() && !authentication.secret.isSet())
            return QStringLiteral("Basic needs a user name and a password.");
        return std::nullopt;
    case AuthScheme::Bearer:
        return authentication.secret.isSet() ? std::nullopt : std::optional(QStringLiteral("Bearer needs a token."));
    case AuthScheme::OAuth2: break;
    }
    if (auto problem = tokenUrlProblem(authentication.tokenUrl))
        return problem;
    if (authentication.user.isEmpty() || !authentication.secret.isSet())
        return QStringLiteral("OAuth 2 needs the client's id and its secret.");
    return std::nullopt;
}

QString toString(AuthScheme scheme)
{
    return QLatin1String(kSchemes[static_cast<size_t>(scheme)]);
}

std::optional<AuthScheme> authSchemeFrom(const QString &text)
{
    for (size_t i = 0; i < kSchemes.size(); ++i) {
        if (text.compare(QLatin1String(kSchemes[i]), Qt::CaseInsensitive) == 0)
            return static_cast<AuthScheme>(i);
    }
    return std::nullopt;
}

} // namespace callboard

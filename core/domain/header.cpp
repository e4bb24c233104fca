#include "core/domain/header.h"

#include <array>

namespace callboard {

namespace {

// Framing and routing belong to the transport; a target that sets them could smuggle a second request.
constexpr std::array kReserved{
    "host", "content-length", "transfer-encoding", "connection",       "expect",          "upgrade",
    "te",   "trailer",        "keep-alive",        "proxy-connection", "accept-encoding", "callboard-hops"};
constexpr std::array kOurs{"webhook-id", "webhook-timestamp", "webhook-signature"};
constexpr std::array kSecretNames{
    "authorization", "proxy-authorization", "cookie",         "x-api-key",       "api-key",
    "apikey",        "x-auth-token",        "x-access-token", "zencoder-api-key"};

bool isTokenCharacter(QChar c)
{
    // RFC 9110 §5.6.2: tchar
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
        || QStringView(u"!#$%&'*+-.^_`|~").contains(c);
}

template <size_t N>
bool contains(const std::array<const char *, N> &names, const QString &name)
{
    for (const char *entry : names) {
        if (name.compare(QLatin1String(entry), Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

QString codePoint(QChar c)
{
    return QStringLiteral("U+%1").arg(c.unicode(), 4, 16, QLatin1Char('0')).toUpper();
}

} // namespace

std::optional<QString> headerNameProblem(const QString &name)
{
    if (name.isEmpty())
        return QStringLiteral("A header needs a name.");
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (!isTokenCharacter(name[i]))
            return QStringLiteral("Header name has a character that is not allowed: %1 at position %2.")
                .arg(name[i] == u' ' ? QStringLiteral("a space") : codePoint(name[i]))
                .arg(i + 1);
    }
    if (contains(kReserved, name))
        return QStringLiteral("Header “%1” is set by Callboard itself and can't be chosen.").arg(name);
    if (contains(kOurs, name))
        return QStringLiteral("Header “%1” identifies the delivery and is set by Callboard.").arg(name);
    return std::nullopt;
}

std::optional<QString> headerValueProblem(const QString &value)
{
    for (qsizetype i = 0; i < value.size(); ++i) {
        const char16_t c = value[i].unicode();
        if ((c < 0x20 && c != u'\t') || c == 0x7F)
            return QStringLiteral("Header value has a control character: %1 at position %2.")
                .arg(codePoint(value[i]))
                .arg(i + 1);
    }
    if (value != value.trimmed())
        return QStringLiteral("Header value begins or ends with a space.");
    return std::nullopt;
}

std::optional<QString> headerProblem(const Header &header)
{
    if (auto problem = headerNameProblem(header.name))
        return problem;
    if (auto problem = headerValueProblem(header.value))
        return QStringLiteral("%1: %2").arg(header.name, *problem);
    return std::nullopt;
}

bool looksSecret(const QString &name)
{
    return contains(kSecretNames, name);
}

} // namespace callboard

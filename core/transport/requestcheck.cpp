#include "core/transport/requestcheck.h"

#include "core/domain/ports.h"

#include <algorithm>
#include <array>

namespace callboard {

namespace {

// Framing, routing and what is read of the answer belong to the transport.
constexpr std::array kOurs{
    "host", "content-length", "transfer-encoding", "connection",       "expect",         "upgrade",
    "te",   "trailer",        "keep-alive",        "proxy-connection", "accept-encoding"};

bool isTokenByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || (c != '\0' && QByteArrayView("!#$%&'*+-.^_`|~").contains(c));
}

bool isToken(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenByte);
}

QString printable(const QByteArray &text)
{
    return QString::fromLatin1(text.toPercentEncoding(" "));
}

bool isControlByte(char c)
{
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F;
}

bool isOurs(const QByteArray &name)
{
    return std::any_of(kOurs.begin(), kOurs.end(),
                       [&name](const char *ours) { return name.compare(ours, Qt::CaseInsensitive) == 0; });
}

std::optional<QString> headerProblem(const QByteArray &name, const QByteArray &value)
{
    if (!isToken(name))
        return QStringLiteral("A header name has a character that is not allowed (“%1”); nothing was sent.")
            .arg(printable(name));
    if (isOurs(name))
        return QStringLiteral("Header “%1” is set by Callboard itself; nothing was sent.")
            .arg(QString::fromLatin1(name));
    if (std::any_of(value.begin(), value.end(), isControlByte))
        return QStringLiteral("The value of header “%1” has a control character; nothing was sent.")
            .arg(QString::fromLatin1(name));
    return std::nullopt;
}

std::optional<QString> urlProblem(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return QStringLiteral("The URL names no host; nothing was sent.");
    if (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https"))
        return QStringLiteral("The scheme “%1” can't be called, only http and https.").arg(url.scheme());
    if (!url.userInfo().isEmpty())
        return QStringLiteral("The URL carries a user name or password; give them as Basic authentication instead.");
    if (url.port() == 0)
        return QStringLiteral("The URL names port 0, which can't be called.");
    if (isForbiddenPort(url.port(80)))
        return QStringLiteral("Port %1 belongs to another protocol and is never called.").arg(url.port());
    return std::nullopt;
}

} // namespace

std::optional<QString> requestProblem(const TransportRequest &request)
{
    if (auto problem = urlProblem(request.url))
        return problem;
    if (!isToken(request.method))
        return QStringLiteral("“%1” is not an HTTP method.").arg(printable(request.method));
    for (const auto &[name, value] : request.headers) {
        if (auto problem = headerProblem(name, value))
            return problem;
    }
    return std::nullopt;
}

WireHeaders joinedHeaders(const WireHeaders &headers)
{
    WireHeaders joined;
    for (const auto &header : headers) {
        const auto same = std::find_if(joined.begin(), joined.end(), [&header](const auto &earlier) {
            return earlier.first.compare(header.first, Qt::CaseInsensitive) == 0;
        });
        if (same == joined.end())
            joined.append(header);
        else
            same->second += ", " + header.second;
    }
    return joined;
}

bool hasHeader(const WireHeaders &headers, QByteArrayView name)
{
    return std::any_of(headers.begin(), headers.end(),
                       [name](const auto &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
}

} // namespace callboard

#include "core/transport/wirehead.h"

#include "core/transport/requestcheck.h"

namespace callboard {

namespace {

QByteArray hostHeader(const QUrl &url)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toUtf8();
    if (host.contains(':'))
        host = '[' + host + ']';
    const int usual = url.scheme() == QLatin1String("https") ? 443 : 80;
    return url.port(usual) == usual ? host : QByteArray(host + ':' + QByteArray::number(url.port()));
}

QByteArray pathAndQuery(const QUrl &url)
{
    QByteArray path = url.path(QUrl::FullyEncoded).toUtf8();
    if (path.isEmpty())
        path = "/";
    return url.hasQuery() ? QByteArray(path + '?' + url.query(QUrl::FullyEncoded).toUtf8()) : path;
}

} // namespace

WireHeaders wireHeaders(const TransportRequest &request)
{
    WireHeaders headers;
    headers.reserve(request.headers.size() + 4);
    headers.emplaceBack(QByteArrayLiteral("Host"), hostHeader(request.url));
    headers.emplaceBack(QByteArrayLiteral("Accept-Encoding"), QByteArrayLiteral("identity")); // nothing is inflated
    // Without these two Qt would name Mozilla and the language of this machine.
    if (!hasHeader(request.headers, "User-Agent"))
        headers.emplaceBack(QByteArrayLiteral("User-Agent"), QByteArrayLiteral("Callboard/" CALLBOARD_VERSION));
    if (!hasHeader(request.headers, "Accept-Language"))
        headers.emplaceBack(QByteArrayLiteral("Accept-Language"), QByteArrayLiteral("en"));
    return headers + joinedHeaders(request.headers);
}

QByteArray wireHead(const TransportRequest &request)
{
    constexpr qsizetype kUsualSize = 512;
    QByteArray head;
    head.reserve(kUsualSize);
    head.append(request.method).append(' ').append(pathAndQuery(request.url)).append(" HTTP/1.1\r\n");
    for (const auto &[name, value] : wireHeaders(request))
        head.append(name).append(": ").append(value).append("\r\n");
    head.append("Content-Length: ").append(QByteArray::number(request.body.size()));
    return head.append("\r\nConnection: Keep-Alive\r\n\r\n");
}

} // namespace callboard

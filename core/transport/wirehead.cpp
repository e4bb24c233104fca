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
    headers.emplaceBack("Host", hostHeader(request.url));
    headers.emplaceBack("Accept-Encoding", "identity"); // nothing is inflated
    // Without these two Qt would name Mozilla and the language of this machine.
    if (!hasHeader(request.headers, "User-Agent"))
        headers.emplaceBack("User-Agent", "Callboard/" CALLBOARD_VERSION);
    if (!hasHeader(request.headers, "Accept-Language"))
        headers.emplaceBack("Accept-Language", "en");
    return headers + joinedHeaders(request.headers);
}

QByteArray wireHead(const TransportRequest &request)
{
    QByteArray head = request.method + ' ' + pathAndQuery(request.url) + " HTTP/1.1\r\n";
    for (const auto &[name, value] : wireHeaders(request))
        head += name + ": " + value + "\r\n";
    head += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    head += "Connection: Keep-Alive\r\n";
    return head + "\r\n";
}

} // namespace callboard

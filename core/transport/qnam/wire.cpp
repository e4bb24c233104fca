#include "core/transport/qnam/wire.h"

#include "core/transport/connectionsecurity.h"
#include "core/transport/wirehead.h"

namespace callboard {

namespace {

// Below the keep-alive of common receivers (5 s), so that a request seldom meets a connection that is being closed.
constexpr int kKeepIdleSeconds = 4;

void setGuards(QNetworkRequest &request)
{
    using Request = QNetworkRequest;
    request.setAttribute(Request::RedirectPolicyAttribute, Request::ManualRedirectPolicy);
    request.setAttribute(Request::Http2AllowedAttribute, false);
    request.setAttribute(Request::HttpPipeliningAllowedAttribute, false);
    request.setAttribute(Request::CookieLoadControlAttribute, Request::Manual);
    request.setAttribute(Request::CookieSaveControlAttribute, Request::Manual);
    request.setAttribute(Request::AuthenticationReuseAttribute, Request::Manual);
    request.setAttribute(Request::CacheLoadControlAttribute, Request::AlwaysNetwork);
    request.setAttribute(Request::CacheSaveControlAttribute, false);
    request.setAttribute(Request::ConnectionCacheExpiryTimeoutSecondsAttribute, kKeepIdleSeconds);
    request.setTransferTimeout(0); // an idle timer only; the deadlines are ours
}

QNetworkRequest guardedRequest(const TransportRequest &request, QUrl url)
{
    url.setFragment({});
    QNetworkRequest guarded(url);
    setGuards(guarded);
    if (url.scheme() == QLatin1String("https"))
        guarded.setSslConfiguration(tlsConfiguration(request.security));
    guarded.setPeerVerifyName(request.url.host(QUrl::FullyEncoded));
    for (const auto &[name, value] : wireHeaders(request))
        guarded.setRawHeader(name, value.isNull() ? QByteArray("") : value); // null would remove it
    return guarded;
}

} // namespace

QNetworkRequest pinnedRequest(const TransportRequest &request, const QHostAddress &address)
{
    QHostAddress plain(address);
    plain.setScopeId({});
    QUrl url = request.url;
    url.setHost(plain.toString());
    return guardedRequest(request, url);
}

QNetworkRequest proxiedRequest(const TransportRequest &request)
{
    QNetworkRequest proxied = guardedRequest(request, request.url);
    if (!isHandedToProxy(request))
        return proxied;
    const QByteArray authorization = proxyAuthorization(*request.security);
    if (!authorization.isEmpty())
        proxied.setRawHeader("Proxy-Authorization", authorization);
    return proxied;
}

bool isHandedToProxy(const TransportRequest &request)
{
    return request.security && request.security->proxy.type() == QNetworkProxy::HttpProxy
        && request.url.scheme() == QLatin1String("http");
}

QByteArray responseHead(const QNetworkReply &reply)
{
    if (statusOf(reply) == 0)
        return {};
    QByteArray head = "HTTP/1.1 " + QByteArray::number(statusOf(reply));
    const QByteArray reason = reply.attribute(QNetworkRequest::HttpReasonPhraseAttribute).toByteArray();
    if (!reason.isEmpty())
        head += ' ' + reason;
    head += "\r\n";
    for (const auto &[name, value] : reply.rawHeaderPairs()) {
        for (const QByteArray &line : value.split('\n')) // Qt joins Set-Cookie fields by line feeds
            head += name + ": " + line + "\r\n";
    }
    return head + "\r\n";
}

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

qint64 announcedLength(const QNetworkReply &reply)
{
    bool ok = false;
    const qint64 length = reply.rawHeader("Content-Length").toLongLong(&ok);
    return ok && length >= 0 ? length : -1;
}

QString hostAndPort(const QHostAddress &address, int port)
{
    const bool v6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return (v6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(address.toString()).arg(port);
}

} // namespace callboard

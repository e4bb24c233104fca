#include "core/transport/qnam/wire.h"

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

} // namespace

QNetworkRequest pinnedRequest(const TransportRequest &request, const QHostAddress &address)
{
    QHostAddress plain(address);
    plain.setScopeId({});
    QUrl url = request.url;
    url.setHost(plain.toString());
    url.setFragment({});

    QNetworkRequest pinned(url);
    setGuards(pinned);
    pinned.setPeerVerifyName(request.url.host(QUrl::FullyEncoded));
    for (const auto &[name, value] : wireHeaders(request))
        pinned.setRawHeader(name, value.isNull() ? QByteArray("") : value); // null would remove it
    return pinned;
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

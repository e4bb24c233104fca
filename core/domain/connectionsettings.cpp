#include "core/domain/connectionsettings.h"

#include <QUrl>

namespace callboard {

namespace {

constexpr qsizetype kSha256Bytes = 32;
constexpr qsizetype kMostPins = 8;
constexpr qsizetype kLargestPem = qsizetype{256} * 1024;
constexpr int kHttpProxyPort = 8080;
constexpr int kSocksPort = 1080;

bool isPin(const QString &text)
{
    const QString prefix = QStringLiteral("sha256/");
    if (!text.startsWith(prefix))
        return false;
    const auto bytes = QByteArray::fromBase64Encoding(text.mid(prefix.size()).toLatin1(),
                                                      QByteArray::AbortOnBase64DecodingErrors);
    return bytes && bytes.decoded.size() == kSha256Bytes;
}

} // namespace

QString toString(const ProxySettings &proxy)
{
    if (!proxy.isOn())
        return {};
    QUrl url;
    url.setScheme(proxy.kind == ProxyKind::Http ? QStringLiteral("http") : QStringLiteral("socks5"));
    url.setHost(proxy.host);
    url.setPort(proxy.port);
    return url.toString();
}

bool setProxy(ProxySettings &into, const QString &text)
{
    if (text.trimmed().isEmpty()) {
        into = {};
        return true;
    }
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool http = url.scheme() == QLatin1String("http");
    const bool socks = url.scheme() == QLatin1String("socks5");
    if (!url.isValid() || (!http && !socks) || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery()
        || url.hasFragment() || (!url.path().isEmpty() && url.path() != QLatin1String("/")) || url.port() == 0)
        return false;
    into.kind = http ? ProxyKind::Http : ProxyKind::Socks5;
    into.host = url.host();
    into.port = quint16(url.port(http ? kHttpProxyPort : kSocksPort));
    return true;
}

std::optional<QString> tlsProblem(const TlsSettings &tls)
{
    if (tls.authorities.size() > kLargestPem || tls.certificate.size() > kLargestPem)
        return QStringLiteral("A file of certificates has at most %1 KiB.").arg(kLargestPem / 1024);
    if (tls.pins.size() > kMostPins)
        return QStringLiteral("At most %1 pinned keys.").arg(kMostPins);
    for (const QString &pin : tls.pins) {
        if (!isPin(pin))
            return QStringLiteral("“%1” is no pinned key; expected sha256/ and 44 characters of Base64.").arg(pin);
    }
    if (tls.certificate.isEmpty() != !tls.key.isSet())
        return tls.certificate.isEmpty() ? QStringLiteral("There is a client key without its certificate.")
                                         : QStringLiteral("The client certificate needs its key.");
    return std::nullopt;
}

std::optional<QString> proxyProblem(const ProxySettings &proxy)
{
    if (!proxy.isOn())
        return std::nullopt;
    if (proxy.host.isEmpty() || proxy.port == 0)
        return QStringLiteral("A proxy is http://HOST:PORT or socks5://HOST:PORT.");
    if (proxy.user.isEmpty() && proxy.password.isSet())
        return QStringLiteral("The proxy's password needs a user name.");
    return std::nullopt;
}

} // namespace callboard

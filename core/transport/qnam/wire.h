// Between our values and Qt's: the request that goes to one checked address, and the head of an answer as text. Pure.
#pragma once

#include "core/transport/transport.h"

#include <QHostAddress>
#include <QNetworkReply>
#include <QNetworkRequest>

namespace callboard {

// The URL names the address, so that nothing is looked up again; Host and the certificate's name stay the target's.
[[nodiscard]] QNetworkRequest pinnedRequest(const TransportRequest &request, const QHostAddress &address);
// The URL names the host, which the proxy of the request's security looks up. A proxy that is asked in clear is told
// name and password with the request: answering its challenge would need a second one.
[[nodiscard]] QNetworkRequest proxiedRequest(const TransportRequest &request);
// http through an HTTP proxy: it is handed the request, where for everything else it opens a tunnel.
[[nodiscard]] bool isHandedToProxy(const TransportRequest &request);

// Status line and headers, CRLF line ends. Qt doesn't tell the version of the answer; it shows as HTTP/1.1.
[[nodiscard]] QByteArray responseHead(const QNetworkReply &reply);
[[nodiscard]] int statusOf(const QNetworkReply &reply);           // 0: no status line
[[nodiscard]] qint64 announcedLength(const QNetworkReply &reply); // -1: not announced

[[nodiscard]] QString hostAndPort(const QHostAddress &address, int port);

} // namespace callboard

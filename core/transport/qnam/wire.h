// Between our values and Qt's: the request that goes to one checked address, and the head of an answer as text. Pure.
#pragma once

#include "core/transport/transport.h"

#include <QHostAddress>
#include <QNetworkReply>
#include <QNetworkRequest>

namespace callboard {

// The URL names the address, so that nothing is looked up again; Host and the certificate's name stay the target's.
[[nodiscard]] QNetworkRequest pinnedRequest(const TransportRequest &request, const QHostAddress &address);

// Status line and headers, CRLF line ends. Qt doesn't tell the version of the answer; it shows as HTTP/1.1.
[[nodiscard]] QByteArray responseHead(const QNetworkReply &reply);
[[nodiscard]] int statusOf(const QNetworkReply &reply);           // 0: no status line
[[nodiscard]] qint64 announcedLength(const QNetworkReply &reply); // -1: not announced

[[nodiscard]] QString hostAndPort(const QHostAddress &address, int port);

} // namespace callboard

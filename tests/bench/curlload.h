// The same load by libcurl's multi interface: keep-alive, one request at a time on each of `connections`.
#pragma once

#include <QByteArray>
#include <QUrl>

namespace callboard {

struct Load {
    QUrl url;
    QByteArray body;
    double seconds = 5;
    int connections = 4;
    int depth = 8; // not with libcurl, which does not pipeline
};

// Requests that were answered with 2xx, a second.
[[nodiscard]] double curlRate(const Load &load);

} // namespace callboard

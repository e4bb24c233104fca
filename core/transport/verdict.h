// What was seen of one request, and what it means: the status line first, the error second. Pure. The sentences name
// host and port and say on whose side it is.
#pragma once

#include "core/domain/attempt.h"

#include <QNetworkReply>
#include <QString>

#include <optional>

namespace callboard {

enum class RequestEnd {
    Finished, // by the network: an answer or an error
    Cut,      // by us: enough of the answer is here
    ResolveTimeout,
    ConnectTimeout, // only where it is known that nothing has left
    TotalTimeout,
    Cancelled,
};

struct Observation {
    QString host;
    int port = 0;
    RequestEnd end = RequestEnd::Finished;
    int status = 0;
    QString reason;   // of the status line
    QString location; // of a redirect
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QString errorDetail;
    bool handshaking = false; // a new TLS connection that is not encrypted yet
    bool mayHaveLeft = false;
    Milliseconds limit{0}; // the one that passed, with a timeout
};

struct Verdict {
    Outcome outcome = Outcome::Pending;
    ErrorClass errorClass = ErrorClass::None;
    QString text;
};

[[nodiscard]] Verdict judge(const Observation &seen);
// The network ended the exchange before its natural end (as opposed to an HTTP status, which Qt reports as error too).
[[nodiscard]] bool brokeOff(QNetworkReply::NetworkError error);

} // namespace callboard

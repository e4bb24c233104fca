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
    QString proxy;                 // HOST:PORT; empty: none
    bool certificateShown = false; // we have one for this receiver
    Milliseconds limit{0};         // the one that passed, with a timeout
};

struct Verdict {
    Outcome outcome = Outcome::Pending;
    ErrorClass errorClass = ErrorClass::None;
    QString text;
};

[[nodiscard]] Verdict judge(const Observation &seen);
// The network ended the exchange before its natural end (as opposed to an HTTP status, which Qt reports as error too).
[[nodiscard]] bool brokeOff(QNetworkReply::NetworkError error);

// What TLS says of its end is the receiver's word on our certificate. It looks at no request before it has accepted it,
// though in TLS 1.3 the request may have left by then (RFC 8446 §4.4.2.4): nothing came of that, and it may go again.
[[nodiscard]] bool refusesCertificate(const QString &detail);

} // namespace callboard

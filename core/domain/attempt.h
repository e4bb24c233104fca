// One try of a delivery with everything that was sent and received. Its row is on disk before the request leaves
// (outcome Pending); a Pending row found at start is a request that may have left: it becomes InDoubt.
#pragma once

#include "core/domain/clock.h"
#include "core/domain/ids.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace callboard {

enum class Outcome : quint8 {
    Pending = 0,
    Delivered = 1, // a complete 2xx status line
    NotSent = 2,   // refused, DNS, TLS, policy: nothing left, safe to repeat
    InDoubt = 3,   // it left, no complete status line came back
    Rejected = 4,  // the receiver answered, and not with 2xx
};

enum class ErrorClass : quint8 {
    None = 0,
    Resolve = 1,
    Refused = 2,
    Unreachable = 3,
    ConnectTimeout = 4,
    Tls = 5,
    Policy = 6,         // the address is not one this target may call
    Timeout = 7,        // the total deadline passed after the request left
    Closed = 8,         // the receiver closed or reset the connection before its answer was complete
    Protocol = 9,       // the answer is not HTTP
    Status = 10,        // an answer other than 2xx
    Configuration = 11, // header, URL or payload can't be sent as configured
    Interrupted = 12,   // Callboard ended while the request was under way
    Cancelled = 13,
};

// Time from the start of the attempt to each step; absent: the step did not happen or can't be known.
struct Timings {
    using Step = std::optional<std::chrono::microseconds>;
    Step resolved;
    Step connected;
    Step encrypted;
    Step sent;
    Step firstByte;
    Step done;

    bool operator==(const Timings &) const = default;
};

enum class Protocol : quint8 { Http = 0, Smtp = 1 };

// A pipelined request whose connection ended before its answer came. Unprocessed: an earlier answer announced the end,
// so that the receiver did not look at this one (RFC 9112 §9.6). Lost: nobody knows.
enum class Tail : quint8 { None = 0, Unprocessed = 1, Lost = 2 };

// What a transport reports of one request.
struct Exchange {
    Outcome outcome = Outcome::Pending;
    Protocol protocol = Protocol::Http;
    Tail tail = Tail::None;
    ErrorClass errorClass = ErrorClass::None;
    QString errorText;
    QString note;   // what was odd about the way, such as "sent one at a time: ..."; empty: nothing
    int status = 0; // of the status line or of SMTP's last reply; 0: none
    QByteArray responseHead;
    QByteArray responseBody;
    qint64 responseSize = 0; // bytes of body that arrived, kept or not
    bool truncated = false;  // responseBody is shorter than what arrived or was announced
    QString remoteAddress;   // 203.0.113.7:443
    Timings timings;
    std::optional<std::chrono::seconds> retryAfter;
};

struct Attempt {
    AttemptId id;
    DeliveryId delivery;
    int number = 1;
    Timestamp startedAt{};
    std::optional<Timestamp> finishedAt;
    int targetRevision = 0;
    QString url;            // where it went: the target's address may have changed since
    QByteArray requestHead; // request line and headers as sent, secret values masked
    QByteArray requestBody;
    Exchange exchange;
};

// The fingerprint by which failures are grouped: "http-503", "refused", "timeout", ...; empty for a success.
[[nodiscard]] QString failureCause(const Exchange &exchange);
[[nodiscard]] QString toString(Outcome outcome);
[[nodiscard]] QString toString(ErrorClass errorClass);

} // namespace callboard

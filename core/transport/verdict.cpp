#include "core/transport/verdict.h"

#include <algorithm>
#include <array>

namespace callboard {

namespace {

constexpr int kSwitchingProtocols = 101; // would end HTTP; nobody asked for it, so it is an answer

QString seconds(Milliseconds limit)
{
    return QStringLiteral("%1 s").arg(static_cast<double>(limit.count()) / 1000.0);
}

// `words` has %1 for the host and %2 for the port.
QString sentence(const Observation &seen, const QString &words)
{
    return words.arg(seen.host).arg(seen.port);
}

QString withDetail(const QString &text, const QString &detail)
{
    return detail.isEmpty()
        ? text
        : text.chopped(1) + QStringLiteral(": ") + detail + (detail.endsWith(u'.') ? QString() : QStringLiteral("."));
}

Verdict accepted(const Observation &seen)
{
    const bool cutOff = seen.end == RequestEnd::TotalTimeout || seen.end == RequestEnd::Cancelled
        || (seen.end == RequestEnd::Finished && brokeOff(seen.error));
    if (!cutOff)
        return {Outcome::Delivered, ErrorClass::None, {}};
    return {Outcome::Delivered, ErrorClass::None,
            QStringLiteral("%1 accepted it with %2, but its answer is incomplete (port %3).")
                .arg(seen.host)
                .arg(seen.status)
                .arg(seen.port)};
}

Verdict rejected(const Observation &seen)
{
    // All in one arg(): what the receiver wrote is never a format.
    const QString port = QString::number(seen.port);
    const QString status = seen.reason.isEmpty() ? QString::number(seen.status)
                                                 : QStringLiteral("%1 %2").arg(seen.status).arg(seen.reason);
    if (seen.status >= 300 && seen.status < 400 && !seen.location.isEmpty())
        return {Outcome::Rejected, ErrorClass::Status,
                QStringLiteral("%1 answered %2 and points to %3 (port %4); redirects are not followed.")
                    .arg(seen.host, status, seen.location, port)};
    return {Outcome::Rejected, ErrorClass::Status,
            QStringLiteral("%1 answered %2 (port %3).").arg(seen.host, status, port)};
}

// Qt takes an interim answer (103 Early Hints) for the answer and throws away what follows it.
Verdict interim(const Observation &seen)
{
    return {Outcome::InDoubt, ErrorClass::Protocol,
            QStringLiteral("%1 sent the interim answer %2, and its final one could not be read (port %3).")
                .arg(seen.host)
                .arg(seen.status)
                .arg(seen.port)};
}

Verdict endedByUs(const Observation &seen)
{
    const QString limit = seconds(seen.limit);
    switch (seen.end) {
    case RequestEnd::Cancelled:
        return {seen.mayHaveLeft ? Outcome::InDoubt : Outcome::NotSent, ErrorClass::Cancelled,
                sentence(seen,
                         seen.mayHaveLeft ? QStringLiteral("Cancelled here before %1 answered (port %2).")
                                          : QStringLiteral("Cancelled here before it was sent to %1 (port %2)."))};
    case RequestEnd::ResolveTimeout:
        return {Outcome::NotSent, ErrorClass::Resolve,
                QStringLiteral("The name %1 could not be looked up within %2; the name server did not answer.")
                    .arg(seen.host, limit)};
    case RequestEnd::TotalTimeout:
        if (seen.mayHaveLeft)
            return {Outcome::InDoubt, ErrorClass::Timeout,
                    QStringLiteral("%1 did not answer within %2 (port %3).").arg(seen.host, limit).arg(seen.port)};
        [[fallthrough]];
    default:
        if (!seen.proxy.isEmpty())
            return {Outcome::NotSent, ErrorClass::ConnectTimeout,
                    QStringLiteral("There was no connection to %1 through the proxy %2 within %3 (port %4).")
                        .arg(seen.host, seen.proxy, limit, QString::number(seen.port))};
        return {
            Outcome::NotSent, ErrorClass::ConnectTimeout,
            QStringLiteral("%1 did not accept a connection within %2 (port %3).").arg(seen.host, limit).arg(seen.port)};
    }
}

Verdict certificateRefused(const Observation &seen)
{
    if (seen.certificateShown)
        return {Outcome::NotSent, ErrorClass::Tls,
                withDetail(sentence(seen, QStringLiteral("%1 did not accept our client certificate (port %2).")),
                           seen.errorDetail)};
    return {Outcome::NotSent, ErrorClass::Tls,
            sentence(seen, QStringLiteral("%1 wants a client certificate, and this target has none (port %2)."))};
}

// Qt names every TLS failure after the handshake, also one that comes when the request has left.
Verdict tlsFailed(const Observation &seen)
{
    if (seen.mayHaveLeft)
        return {Outcome::InDoubt, ErrorClass::Tls,
                withDetail(sentence(seen, QStringLiteral("TLS with %1 broke before a complete answer (port %2).")),
                           seen.errorDetail)};
    if (!seen.certificateShown && seen.errorDetail.contains(QLatin1String("alert handshake failure")))
        return {Outcome::NotSent, ErrorClass::Tls,
                sentence(seen,
                         QStringLiteral("%1 broke off the TLS handshake; it may want a client certificate, which this "
                                        "target does not have (port %2)."))};
    return {Outcome::NotSent, ErrorClass::Tls,
            withDetail(sentence(seen, QStringLiteral("No trusted TLS connection to %1 (port %2).")), seen.errorDetail)};
}

// Nullopt: it was not the proxy, or nobody can tell.
std::optional<Verdict> failedAtProxy(const Observation &seen)
{
    const auto notSent = [&seen](ErrorClass errorClass, const QString &words) {
        return Verdict{Outcome::NotSent, errorClass, words.arg(seen.proxy)};
    };
    switch (seen.error) {
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return notSent(ErrorClass::Refused, QStringLiteral("The proxy %1 asks for a name and password that it knows."));
    case QNetworkReply::ProxyConnectionRefusedError:
        return notSent(ErrorClass::Refused, QStringLiteral("The proxy %1 refused the connection."));
    case QNetworkReply::ProxyConnectionClosedError:
        return notSent(ErrorClass::Refused, QStringLiteral("The proxy %1 closed the connection."));
    case QNetworkReply::ProxyNotFoundError:
        return notSent(ErrorClass::Resolve, QStringLiteral("The name of the proxy %1 could not be looked up."));
    case QNetworkReply::ProxyTimeoutError:
        return notSent(ErrorClass::Unreachable, QStringLiteral("The proxy %1 did not answer in time."));
    default: break;
    }
    if (seen.mayHaveLeft || seen.handshaking || seen.error == QNetworkReply::SslHandshakeFailedError)
        return std::nullopt;
    return Verdict{Outcome::NotSent, ErrorClass::Unreachable,
                   withDetail(QStringLiteral("The proxy %1 made no connection to %2 (port %3).")
                                  .arg(seen.proxy, seen.host, QString::number(seen.port)),
                              seen.errorDetail)};
}

Verdict endedByNetwork(const Observation &seen)
{
    if (refusesCertificate(seen.errorDetail))
        return certificateRefused(seen);
    if (!seen.proxy.isEmpty()) {
        if (const auto atProxy = failedAtProxy(seen))
            return *atProxy;
    }
    switch (seen.error) {
    case QNetworkReply::ConnectionRefusedError:
        return {Outcome::NotSent, ErrorClass::Refused,
                sentence(seen, QStringLiteral("%1 refused the connection (port %2)."))};
    case QNetworkReply::HostNotFoundError:
        return {Outcome::NotSent, ErrorClass::Resolve,
                sentence(seen, QStringLiteral("The name %1 has no address (port %2)."))};
    case QNetworkReply::SslHandshakeFailedError: return tlsFailed(seen);
    default: break;
    }
    if (seen.handshaking)
        return {Outcome::NotSent, ErrorClass::Tls,
                sentence(seen, QStringLiteral("%1 broke off the TLS handshake (port %2)."))};
    if (!seen.mayHaveLeft)
        return {
            Outcome::NotSent, ErrorClass::Unreachable,
            withDetail(sentence(seen, QStringLiteral("%1 can't be reached from here (port %2).")), seen.errorDetail)};
    if (seen.error == QNetworkReply::NoError || seen.error == QNetworkReply::ProtocolUnknownError
        || seen.error == QNetworkReply::ProtocolFailure || seen.error == QNetworkReply::ProtocolInvalidOperationError)
        return {Outcome::InDoubt, ErrorClass::Protocol,
                sentence(seen, QStringLiteral("%1 answered with something that is not HTTP (port %2)."))};
    // What Qt reports where it would send again: a connection that ended, and an answer that it could not read, too.
    if (seen.error == QNetworkReply::ContentReSendError)
        return {Outcome::InDoubt, ErrorClass::Closed,
                sentence(seen,
                         QStringLiteral("%1 closed the connection before a complete answer, or what it answered is "
                                        "not HTTP (port %2)."))};
    return {Outcome::InDoubt, ErrorClass::Closed,
            sentence(seen, QStringLiteral("%1 closed the connection before a complete answer (port %2)."))};
}

} // namespace

bool refusesCertificate(const QString &detail)
{
    constexpr std::array kAlerts{
        "alert certificate required", "alert bad certificate",     "alert unsupported certificate",
        "alert certificate revoked",  "alert certificate expired", "alert certificate unknown",
        "alert unknown ca",           "alert access denied"};
    return std::any_of(kAlerts.begin(), kAlerts.end(),
                       [&detail](const char *alert) { return detail.contains(QLatin1String(alert)); });
}

bool brokeOff(QNetworkReply::NetworkError error)
{
    return error != QNetworkReply::NoError
        && (error <= QNetworkReply::UnknownNetworkError || error == QNetworkReply::ContentReSendError
            || error == QNetworkReply::UnknownContentError || error == QNetworkReply::ProtocolFailure);
}

Verdict judge(const Observation &seen)
{
    if (seen.status >= 200 && seen.status < 300)
        return accepted(seen);
    if (seen.status / 100 == 1 && seen.status != kSwitchingProtocols)
        return interim(seen);
    if (seen.status != 0)
        return rejected(seen);
    if (seen.end == RequestEnd::Finished || seen.end == RequestEnd::Cut)
        return endedByNetwork(seen);
    return endedByUs(seen);
}

} // namespace callboard

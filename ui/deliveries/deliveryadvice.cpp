#include "ui/deliveries/deliverytext.h"

#include "core/domain/targethealth.h"
#include "ui/deliveries/mailadvice.h"
#include "ui/look/recorded.h"

#include <QCoreApplication>
#include <QUrl>

namespace callboard::deliverytext {

namespace {

struct Advice {
    Q_DECLARE_TR_FUNCTIONS(callboard::DeliveryAdvice)
};

struct Peer {
    QString host;
    int port = 0;
};

// The target's address may have changed since.
Peer peerOf(const Attempt &attempt, const QString &name)
{
    const QUrl url(attempt.url);
    Peer peer{url.host(), url.port(url.scheme() == QLatin1String("http") ? 80 : 443)};
    if (peer.host.isEmpty())
        peer.host = name;
    return peer;
}

QString statusAdvice(int status, const QString &host)
{
    if (status == 401 || status == 403)
        return Advice::tr("%1 refused the credentials (%2). Check the target's Authorization header.")
            .arg(host)
            .arg(status);
    if (status == 404)
        return Advice::tr("%1 knows no such address (404). Check the path in the target's URL.").arg(host);
    if (status == 410)
        return Advice::tr("%1 says the callback is gone for good (410). The target is switched off and keeps what "
                          "comes; enable it again once the receiver is back.")
            .arg(host);
    if (status == 413)
        return Advice::tr("%1 finds the payload too large (413). Its limit has to be raised on the receiver's side.")
            .arg(host);
    if (status == 429)
        return Advice::tr("%1 is being called too often (429). Lower the target's limits or lengthen its window.")
            .arg(host);
    if (status >= 500)
        return Advice::tr("%1 failed while it handled the callback (%2). The fault is on the receiver's side; its log "
                          "tells more.")
            .arg(host)
            .arg(status);
    if (status >= 400)
        return Advice::tr("%1 did not accept the request (%2). Compare what was sent with what it expects; its answer "
                          "is in Response.")
            .arg(host)
            .arg(status);
    if (status >= 300)
        return Advice::tr("%1 points to another address (%2), which Callboard does not follow. Enter the new address "
                          "in the target.")
            .arg(host)
            .arg(status);
    return Advice::tr("%1 answered with %2, which does not mean success.").arg(host).arg(status);
}

// What is in the way stands in the target, not at the receiver. As core writes it down.
QString adviceOnTheWay(const Exchange &exchange)
{
    const bool tls = exchange.errorClass == ErrorClass::Tls;
    const bool atProxy = exchange.outcome == Outcome::NotSent && !tls && exchange.errorClass != ErrorClass::Cancelled
        && exchange.note.contains(QLatin1String("through the proxy "));
    if (atProxy)
        return Advice::tr("%1 Check the proxy in the target.").arg(inOurLanguage(exchange.errorText));
    const bool ofOurs = exchange.errorText.contains(QLatin1String("client certificate"))
        || exchange.errorText.contains(QLatin1String("is not the pinned one"))
        || exchange.errorText.contains(QLatin1String("authorities that this target trusts"));
    if (tls && ofOurs)
        return Advice::tr("%1 Check the certificates in the target.").arg(inOurLanguage(exchange.errorText));
    return {};
}

QString errorAdvice(const Exchange &exchange, const Peer &peer)
{
    if (const QString onTheWay = adviceOnTheWay(exchange); !onTheWay.isEmpty())
        return onTheWay;
    switch (exchange.errorClass) {
    case ErrorClass::None: return inOurLanguage(exchange.errorText);
    case ErrorClass::Resolve:
        return Advice::tr("The name %1 can't be found. Check the target's URL, or this machine's DNS.").arg(peer.host);
    case ErrorClass::Refused:
        return Advice::tr("%1 refused the connection (port %2). The receiver is down or a firewall blocks it.")
            .arg(peer.host)
            .arg(peer.port);
    case ErrorClass::Unreachable:
        return Advice::tr("There is no way to %1 from here. Check this machine's network or the receiver's address.")
            .arg(peer.host);
    case ErrorClass::ConnectTimeout:
        return Advice::tr("%1 did not take the connection in time (port %2). The receiver is down or a firewall drops "
                          "it.")
            .arg(peer.host)
            .arg(peer.port);
    case ErrorClass::Tls:
        return Advice::tr("No trusted connection to %1: %2. The receiver's certificate has to be put right.")
            .arg(peer.host, inOurLanguage(exchange.errorText));
    case ErrorClass::Policy:
        return Advice::tr("The address of %1 is not one this target may call: %2. Allow internal addresses in the "
                          "target if that is meant.")
            .arg(peer.host, inOurLanguage(exchange.errorText));
    case ErrorClass::Timeout:
        return Advice::tr("The request left, and %1 did not answer in time. It may have taken it: look there before "
                          "sending it again.")
            .arg(peer.host);
    case ErrorClass::Closed:
        return Advice::tr("%1 closed the connection before its answer was complete. It may have taken the request: "
                          "look there before sending it again.")
            .arg(peer.host);
    case ErrorClass::Protocol:
        return Advice::tr("What %1 answered is not HTTP. Check the port in the target's URL.").arg(peer.host);
    case ErrorClass::Status: return statusAdvice(exchange.status, peer.host);
    case ErrorClass::Configuration:
        return Advice::tr("The request can't be sent as the target is set up: %1. Edit the target.")
            .arg(inOurLanguage(exchange.errorText));
    case ErrorClass::Interrupted:
        return Advice::tr("Callboard ended while the request was under way. %1 may have taken it.").arg(peer.host);
    case ErrorClass::Cancelled: return Advice::tr("The request was cancelled here.");
    }
    return inOurLanguage(exchange.errorText);
}

QString advice(const Attempt &attempt, const QString &targetName)
{
    const Exchange &exchange = attempt.exchange;
    if (isMail(attempt.url))
        return mailAdvice(exchange);
    const Peer peer = peerOf(attempt, targetName);
    return exchange.status != 0 && exchange.errorClass == ErrorClass::None ? statusAdvice(exchange.status, peer.host)
                                                                           : errorAdvice(exchange, peer);
}

bool mayHaveArrived(ErrorClass error)
{
    return error == ErrorClass::Timeout || error == ErrorClass::Closed || error == ErrorClass::Interrupted;
}

QString nextStep(const Delivery &delivery, ErrorClass error, Timestamp now)
{
    if (delivery.state == DeliveryState::Retrying)
        return Advice::tr("Trying again %1.", "followed by in 5 min or due now").arg(in(delivery.dueAt, now));
    if (delivery.state != DeliveryState::Failed)
        return {};
    return mayHaveArrived(error) ? Advice::tr("It is not tried again by itself: replay it if it did not arrive.")
                                 : Advice::tr("It is not tried again by itself: replay it once that is mended.");
}

QString withoutAttempt(const DeliveryDetail &detail, Timestamp now)
{
    const Delivery &delivery = detail.row.delivery;
    switch (delivery.state) {
    case DeliveryState::Waiting:
        return Advice::tr("Newer events for this asset replace what is sent until the window closes, %1.")
            .arg(in(delivery.dueAt, now));
    case DeliveryState::Held:
        if (isHeldByCircuit(delivery))
            return Advice::tr("Kept, not sent, to spare the receiver. %1 Single attempts go on by themselves; once one "
                              "arrives, everything that is held goes out.")
                .arg(inOurLanguage(delivery.error));
        return delivery.error.isEmpty() ? Advice::tr("Kept, not sent, while its target is paused or disabled.")
                                        : Advice::tr("Kept, not sent: %1").arg(inOurLanguage(delivery.error));
    case DeliveryState::Failed:
    case DeliveryState::Cancelled: return inOurLanguage(delivery.error);
    default: return {};
    }
}

} // namespace

bool isHeldByCircuit(const Delivery &delivery)
{
    return delivery.state == DeliveryState::Held && isOpenCircuitReason(delivery.error);
}

QString explanation(const DeliveryDetail &detail, Timestamp now)
{
    const Delivery &delivery = detail.row.delivery;
    const bool told = delivery.state == DeliveryState::Delivered || detail.attempts.isEmpty()
        || delivery.state == DeliveryState::Held || delivery.state == DeliveryState::Cancelled;
    if (told)
        return withoutAttempt(detail, now);
    const Exchange &last = detail.attempts.constLast().exchange;
    if (last.outcome == Outcome::Pending || last.outcome == Outcome::Delivered)
        return withoutAttempt(detail, now);
    const QString what = advice(detail.attempts.constLast(), detail.row.targetName);
    return QStringList{what, nextStep(delivery, last.errorClass, now)}.join(QLatin1Char(' ')).trimmed();
}

} // namespace callboard::deliverytext

#include "ui/deliveries/mailadvice.h"

#include "ui/look/recorded.h"

#include <QCoreApplication>

namespace callboard::deliverytext {

namespace {

struct Mail {
    Q_DECLARE_TR_FUNCTIONS(callboard::MailAdvice)
};

// RFC 5321 §4.2.1: 4xx may pass by itself, 5xx will not.
QString replyAdvice(const Exchange &exchange)
{
    const int status = exchange.status;
    if (status == 530 || status == 534 || status == 535)
        return Mail::tr("The mail server refused the login (%1). Check user and password in the mail settings.")
            .arg(status);
    if (status == 550 || status == 551 || status == 553)
        return Mail::tr("The mail server refused the sender or a recipient (%1). Check the addresses in the target "
                        "and in the mail settings.")
            .arg(status);
    if (status == 552 || status == 523)
        return Mail::tr("The mail server finds the message too large (%1).").arg(status);
    if (status >= 500)
        return Mail::tr("The mail server refused the message for good (%1). Its words are in Response.").arg(status);
    return Mail::tr("The mail server could not take the message now (%1).").arg(status);
}

} // namespace

QString mailAdvice(const Exchange &exchange)
{
    if (exchange.outcome == Outcome::Rejected && exchange.status != 0)
        return replyAdvice(exchange);
    switch (exchange.errorClass) {
    case ErrorClass::Resolve:
        return Mail::tr("The mail server's name can't be found. Check the mail settings, or this machine's DNS.");
    case ErrorClass::Refused:
    case ErrorClass::Unreachable:
    case ErrorClass::ConnectTimeout:
        return Mail::tr("The mail server can't be reached. It is down, a firewall is in the way, or host and port in "
                        "the mail settings are wrong.");
    case ErrorClass::Tls:
        return Mail::tr("No trusted connection to the mail server: %1. Check the security in the mail settings, or "
                        "its certificate.")
            .arg(inOurLanguage(exchange.errorText));
    case ErrorClass::Timeout:
    case ErrorClass::Closed:
        return Mail::tr("The message left, and the mail server did not confirm it. It may have taken it: look there "
                        "before sending it again.");
    case ErrorClass::Interrupted:
        return Mail::tr("Callboard ended while the message was under way. The mail server may have taken it.");
    case ErrorClass::Configuration:
        return Mail::tr("The message can't be sent as it is set up: %1.").arg(inOurLanguage(exchange.errorText));
    default: break;
    }
    return exchange.errorText.isEmpty() ? Mail::tr("The mail server did not take the message.")
                                        : inOurLanguage(exchange.errorText);
}

} // namespace callboard::deliverytext

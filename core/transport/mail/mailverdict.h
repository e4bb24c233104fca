// What was seen of one mail, and what it means: the server's reply first, the way it ended second. Pure. The sentences
// name host and port and say on whose side it is.
#pragma once

#include "core/transport/mail/smtptalk.h"
#include "core/transport/verdict.h"

namespace callboard {

enum class MailEnd {
    Finished,
    NoAddress,
    Refused,
    Unreachable,
    ConnectTimeout,
    TotalTimeout,
    Tls,           // no connection, or none that can be trusted
    NoStartTls,    // not offered, or refused
    NoSigningIn,   // a user is set up, and the server offers no AUTH
    NoCommonLogin, // it offers only ways to sign in that we don't know, or refused ours without a reply
    BrokeOff,
    Garbled, // not SMTP
    Cancelled,
    Failed,     // of itself, such as out of memory: may work another time
    Impossible, // not even begun: the library does not take what is set up
};

struct MailObservation {
    QString host;
    int port = 0;
    MailEnd end = MailEnd::Finished;
    SmtpTalk::Step step = SmtpTalk::Step::Greeting;
    int status = 0;    // of the reply to `step`; 0: none
    QString replyText; // of that reply
    QString recipient; // with step Recipient
    QString user;
    QString detail; // of the library; empty: none
    bool messageLeft = false;
    Milliseconds limit{0}; // the one that passed, with a timeout
};

// 250 for the message: delivered. 4xx and 5xx: rejected, a refused sign-in for good as Configuration. Lost after the
// message left: in doubt. Anything else: not sent.
[[nodiscard]] Verdict judgeMail(const MailObservation &seen);

} // namespace callboard
